"""Backups: how they stand, one at once, and the second place for them."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.context import PageContext
from desktop.ui.jobs import Progress
from desktop.ui.pages.settings.restore_dialog import RestoreDialog
from desktop.ui.theme import Mark, Type, px
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.notice_slot import NoticeSlot
from desktop.ui.widgets.panels import Panel
from desktop.ui.widgets.rows import KeyValues
from desktop.usecases.care import BackupState, Maintenance


class BackupPanel(Panel):
    """Of a local file only; a shared database is backed up where it runs."""

    def __init__(
        self, context: PageContext, maintenance: Maintenance, parent: QWidget | None = None
    ) -> None:
        t = context.texts.t
        super().__init__(t("Backups"), ruled=True, flush=True, parent=parent)
        self._context = context
        self._maintenance = maintenance
        self.dialog: QFileDialog | None = None
        self.known = KeyValues()
        self.notice = NoticeSlot()
        self.keep_button = Button(t("Back up now"), icon="save")
        self.choose_button = Button(t("Choose second place…"), icon="folder_open")
        self.forget_button = Button(t("No second place"), icon="dismiss")
        self.restore_button = Button(t("Restore…"), icon="history")
        self.restoring: RestoreDialog | None = None
        self.keep_button.clicked.connect(self._on_keep)
        self.choose_button.clicked.connect(self._on_choose)
        self.forget_button.clicked.connect(self._on_forget)
        self.restore_button.clicked.connect(self._on_restore)
        self._lay_out()

    def read(self) -> None:
        """Show how the backups stand now."""
        self._run(partial(_state, self._maintenance))

    def _lay_out(self) -> None:
        inside = QVBoxLayout()
        inside.setContentsMargins(px(15), px(8), px(15), 0)
        inside.setSpacing(px(8))
        self.body.setContentsMargins(0, 0, 0, px(12))
        self.body.addLayout(inside)
        words = self._context.texts.t(
            "One is made every day, and one when Homeward is closed. Each is checked; of seven "
            "days and four weeks the last is kept. A second place survives this computer."
        )
        inside.addWidget(Label(words, Type.CAPTION, "text2", wrap=True))
        inside.addWidget(self.known)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for button in (
            self.keep_button,
            self.restore_button,
            self.choose_button,
            self.forget_button,
        ):
            row.addWidget(button)
        row.addStretch(1)
        inside.addLayout(row)
        self.body.addWidget(self.notice)

    @Slot()
    def _on_keep(self) -> None:
        t = self._context.texts.t
        self.keep_button.setEnabled(False)
        self.notice.say(Mark.INFO, t("Backing up the register"), t("You can go on working."))
        self._context.jobs.run(
            partial(_kept, self._maintenance), self._on_kept, self._on_failed, owner=self
        )

    def _on_kept(self, state: BackupState) -> None:
        self.keep_button.setEnabled(True)
        self._show(state)
        self.notice.say(Mark.OK, self._context.texts.t("Backup made and checked."))

    def _on_failed(self, error: AppError) -> None:
        self.keep_button.setEnabled(True)
        kept = self._context.texts.t("The register itself is as it was.")
        self.notice.say(Mark.WARN, error_sentence(self._context.texts, error), kept)

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self._context.texts.t("Second place for backups"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_chosen)
        self.dialog = dialog
        dialog.open()

    @Slot(str)
    def _on_chosen(self, text: str) -> None:
        self.dialog = None
        self._run(partial(_chosen, self._maintenance, Path(text)))

    @Slot()
    def _on_forget(self) -> None:
        self._run(partial(_chosen, self._maintenance, None))

    @Slot()
    def _on_restore(self) -> None:
        job = partial(_kept_backups, self._maintenance)
        self._context.jobs.run(job, self._choose, self._on_failed, owner=self)

    def _choose(self, kept: list[tuple[Path, datetime]]) -> None:
        dialog = RestoreDialog(self._context, self._maintenance, kept, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # The page that asks is gone before the register is.
        dialog.chosen.connect(self._maintenance.restore, Qt.ConnectionType.QueuedConnection)
        self.restoring = dialog
        dialog.open()

    def _run(self, job: Callable[[Progress], BackupState | None]) -> None:
        self._context.jobs.run(job, self._show, self._on_failed, owner=self)

    def _show(self, state: BackupState | None) -> None:
        if state is None:
            return
        t = self._context.texts.t
        self.known.clear()
        self.known.add(t("Last good backup"), self._moment(state.last))
        self.forget_button.setVisible(state.second is not None)
        if state.second is not None:
            self.known.add(t("Second place"), str(state.second))
            self.known.add(t("Last one there"), self._moment(state.last_in_second))

    def _moment(self, made: datetime | None) -> str:
        if made is None:
            return self._context.texts.t("none yet")
        local = made.astimezone(ZoneInfo(self._context.settings.office_zone))
        return f"{self._context.texts.day(local.date())}, {local:%H:%M}"


def _kept_backups(maintenance: Maintenance, _progress: Progress) -> list[tuple[Path, datetime]]:
    return maintenance.kept()


def _state(maintenance: Maintenance, _progress: Progress) -> BackupState | None:
    return maintenance.backups()


def _kept(maintenance: Maintenance, _progress: Progress) -> BackupState:
    return maintenance.keep_backup()


def _chosen(
    maintenance: Maintenance, folder: Path | None, _progress: Progress
) -> BackupState | None:
    maintenance.choose_second(folder)
    return maintenance.backups()
