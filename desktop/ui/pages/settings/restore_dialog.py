"""A restore step by step: which backup, what it would take away, and only then the button."""

from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.context import PageContext
from desktop.ui.jobs import Progress
from desktop.ui.theme import Mark, px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.dialogs import Dialog
from desktop.ui.widgets.fields import CheckField, Choice, ComboField
from desktop.ui.widgets.notice_slot import NoticeSlot
from desktop.usecases.care import Maintenance, WouldLose

_OTHER = "other"


class RestoreDialog(Dialog):
    """Chooses a backup of the register.

    Signals:
        chosen(Path): this backup takes the place of the register now.
    """

    chosen = Signal(object)

    def __init__(
        self,
        context: PageContext,
        maintenance: Maintenance,
        kept: list[tuple[Path, datetime]],
        parent: QWidget | None = None,
    ) -> None:
        t = context.texts.t
        super().__init__(
            t("Restore a backup"),
            t(
                "The register as it is now is put aside first, beside the restored one; nothing "
                "is thrown away."
            ),
            parent,
        )
        self._context, self._maintenance = context, maintenance
        self._backup: Path | None = None
        self.file_dialog: QFileDialog | None = None
        choices = [Choice(str(path), self._moment(made)) for path, made in kept]
        self.which = ComboField(t("Backup"), [*choices, Choice(_OTHER, t("Another file…"))])
        self.notice = NoticeSlot()
        self.sure = CheckField(t("I have read what would be lost"))
        self.restore_button = Button(t("Restore"), Kind.DANGER, icon="history")
        cancel = Button(t("Cancel"))
        inside = QVBoxLayout()
        inside.setSpacing(px(12))
        for part in (self.which, self.notice, self.sure):
            inside.addWidget(part)
        self.body.addLayout(inside)
        self.add_buttons(cancel, self.restore_button)
        cancel.clicked.connect(self.reject)
        self.which.edited.connect(self._on_which)
        self.sure.edited.connect(self._show_ready)
        self.restore_button.clicked.connect(self._on_restore)
        if kept:
            self.which.set_value(str(kept[0][0]))
        self._on_which()

    def _moment(self, made: datetime) -> str:
        local = made.astimezone(ZoneInfo(self._context.settings.office_zone))
        return f"{self._context.texts.day(local.date())}, {local:%H:%M}"

    @Slot()
    def _on_which(self) -> None:
        self._forget()
        value = self.which.value()
        if value and value != _OTHER:
            self._ask(Path(value))
        elif value:
            self._choose_file()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self._context.texts.t("Backup of the register"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{self._context.texts.t('Backup of the register')} (*.db)")
        dialog.fileSelected.connect(self._on_file)
        self.file_dialog = dialog
        dialog.open()

    @Slot(str)
    def _on_file(self, text: str) -> None:
        self.file_dialog = None
        self._ask(Path(text))

    def _forget(self) -> None:
        self._backup = None
        self.notice.clear()
        self.sure.set_value(False)
        self._show_ready()

    def _ask(self, backup: Path) -> None:
        self._context.jobs.run(
            partial(_lost, self._maintenance, backup), self._on_lost, self._on_failed, owner=self
        )

    def _on_lost(self, found: tuple[Path, WouldLose | None]) -> None:
        self._backup, lost = found
        texts = self._context.texts
        if lost is None:
            words = texts.t("What would be lost can't be found out: the register can't be read.")
            self.notice.say(Mark.WARN, words)
        elif lost.since is None:
            self.notice.say(Mark.OK, texts.t("Nothing would be lost."), self._people(lost))
        else:
            words = texts.n(
                "{n} change since {moment} would be lost.",
                "{n} changes since {moment} would be lost.",
                lost.operations,
                moment=self._moment(lost.since),
            )
            self.notice.say(Mark.WARN, words, self._people(lost))
        self._show_ready()
        self._fit()

    def _fit(self) -> None:
        """The notice may have more lines than the last one: as high as it wants at this width."""
        QTimer.singleShot(0, self, self._grow)

    @Slot()
    def _grow(self) -> None:
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    def _people(self, lost: WouldLose) -> str:
        return self._context.texts.t(
            "People in the register now: {now}; in the backup: {then}",
            now=self._context.texts.number(lost.people_now),
            then=self._context.texts.number(lost.people_then),
        )

    def _on_failed(self, error: AppError) -> None:
        self.notice.say(Mark.WARN, error_sentence(self._context.texts, error))
        self._fit()

    @Slot()
    def _show_ready(self) -> None:
        self.restore_button.setEnabled(self._backup is not None and bool(self.sure.value()))

    @Slot()
    def _on_restore(self) -> None:
        if self._backup is not None:
            self.chosen.emit(self._backup)
            self.accept()


def _lost(
    maintenance: Maintenance, backup: Path, _progress: Progress
) -> tuple[Path, WouldLose | None]:
    return backup, maintenance.would_lose(backup)
