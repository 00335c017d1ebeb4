"""Who can read the register: its passphrase, and when it closes by itself."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.context import PageContext
from desktop.ui.jobs import Progress
from desktop.ui.pages.settings.passphrase_dialog import PassphraseDialog
from desktop.ui.theme import Mark, Type, px
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.fields import Choice, ComboField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.notice_slot import NoticeSlot
from desktop.ui.widgets.panels import Panel
from desktop.ui.widgets.rows import MarkRow
from desktop.usecases.care import Maintenance

_MINUTES = (5, 10, 15, 30, 60)
_WIDTH = 320


class SecurityPanel(Panel):
    """Of a local file only; whoever works in a shared database has an account on its server."""

    def __init__(
        self, context: PageContext, maintenance: Maintenance, parent: QWidget | None = None
    ) -> None:
        t, n = context.texts.t, context.texts.n
        super().__init__(t("Security"), ruled=True, parent=parent)
        self._context, self._maintenance = context, maintenance
        self.dialog: PassphraseDialog | None = None
        self.notice = NoticeSlot()
        words = t("Change the passphrase…") if maintenance.has_key else t("Encrypt the register…")
        self.passphrase_button = Button(words, icon="key")
        self.minutes = ComboField(
            t("Close the register when nobody works"),
            [
                *(
                    Choice(str(one), n("after {n} minute", "after {n} minutes", one))
                    for one in _MINUTES
                ),
                Choice("0", t("never")),
            ],
        )
        self.minutes.set_value(str(context.settings.lock_minutes))
        self.passphrase_button.clicked.connect(self._on_passphrase)
        self.minutes.edited.connect(self._on_minutes)
        self._lay_out()

    def _lay_out(self) -> None:
        t = self._context.texts.t
        if self._maintenance.has_key:
            said = MarkRow(Mark.OK, t("The register is encrypted."))
        else:
            said = MarkRow(
                Mark.WARN,
                t("The register is not encrypted."),
                t("Whoever has the file can read every name in it."),
            )
        row = QHBoxLayout()
        row.addWidget(self.passphrase_button)
        row.addStretch(1)
        self.minutes.setMaximumWidth(px(_WIDTH))
        inside = QVBoxLayout()
        inside.setSpacing(px(10))
        inside.addWidget(said)
        inside.addLayout(row)
        inside.addWidget(self.minutes)
        also = t("Also when the computer is locked or sleeps; by hand with Ctrl+L.")
        inside.addWidget(Label(also, Type.CAPTION, "text2", wrap=True))
        inside.addWidget(self.notice)
        self.body.addLayout(inside)

    @Slot()
    def _on_minutes(self) -> None:
        job = partial(_locks, self._maintenance, int(self.minutes.value()))
        self._context.jobs.run(job, self._on_minutes_kept, self._on_failed, owner=self)

    def _on_minutes_kept(self, _nothing: None) -> None:
        self._context.window.say(self._context.texts.t("Kept."))

    @Slot()
    def _on_passphrase(self) -> None:
        dialog = PassphraseDialog(
            self._context.texts,
            self._maintenance.shortest_passphrase,
            has_key=self._maintenance.has_key,
            parent=self,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._maintenance.has_key:
            dialog.given.connect(self._on_given)
        else:
            # The page that asks is gone before the register is.
            dialog.given.connect(self._on_first, Qt.ConnectionType.QueuedConnection)
        self.dialog = dialog
        dialog.open()

    @Slot(str, str)
    def _on_given(self, present: str, fresh: str) -> None:
        job = partial(_changed, self._maintenance, present, fresh)
        self._context.jobs.run(job, self._on_changed, self._on_refused, owner=self)

    @Slot(str, str)
    def _on_first(self, _none: str, fresh: str) -> None:
        self._maintenance.encrypt(fresh)

    def _on_changed(self, _nothing: None) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        self.notice.say(Mark.OK, self._context.texts.t("The passphrase was changed."))

    def _on_refused(self, error: AppError) -> None:
        if self.dialog is not None:
            self.dialog.refuse(error_sentence(self._context.texts, error))

    def _on_failed(self, error: AppError) -> None:
        self.notice.say(Mark.WARN, error_sentence(self._context.texts, error))


def _changed(maintenance: Maintenance, present: str, fresh: str, _progress: Progress) -> None:
    maintenance.change_passphrase(present, fresh)


def _locks(maintenance: Maintenance, minutes: int, _progress: Progress) -> None:
    maintenance.choose_lock(minutes)
