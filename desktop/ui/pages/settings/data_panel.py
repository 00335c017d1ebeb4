"""Where the data is: its file and folder, and a backup of it at once."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.context import PageContext
from desktop.ui.jobs import Lane, Progress
from desktop.ui.theme import Mark, Type, px
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.notice_slot import NoticeSlot
from desktop.ui.widgets.panels import Panel
from desktop.ui.widgets.rows import KeyValues
from desktop.usecases.care import Maintenance

_BACKUPS = "backups"


class DataPanel(Panel):
    """A local file can be copied from here; a shared database is cared for on its server."""

    def __init__(
        self, context: PageContext, maintenance: Maintenance, parent: QWidget | None = None
    ) -> None:
        t = context.texts.t
        super().__init__(t("Data"), ruled=True, flush=True, parent=parent)
        self._context = context
        self._maintenance = maintenance
        self.dialog: QFileDialog | None = None
        inside = QVBoxLayout()
        inside.setContentsMargins(px(15), px(8), px(15), 0)
        inside.setSpacing(px(8))
        self.body.setContentsMargins(0, 0, 0, px(12))
        self.body.addLayout(inside)
        known = KeyValues()
        inside.addWidget(known)
        self.notice = NoticeSlot()
        folder = maintenance.data_folder
        self.open_button = Button(t("Open folder"), icon="folder_open")
        self.back_up_button = Button(t("Copy to a file…"), icon="save")
        if folder is None:
            known.add(t("Shared database"), maintenance.database_name)
            words = t("It is backed up on its server. Ask whoever looks after that.")
            inside.addWidget(Label(words, Type.CAPTION, "text2", wrap=True))
            return
        known.add(t("File"), Path(maintenance.database_name).name)
        known.add(t("Folder"), str(folder))
        self.open_button.clicked.connect(self._on_open)
        self.back_up_button.clicked.connect(self._on_back_up)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.back_up_button)
        row.addWidget(self.open_button)
        row.addStretch(1)
        inside.addLayout(row)
        self.body.addWidget(self.notice)

    @Slot()
    def _on_open(self) -> None:
        folder = self._maintenance.data_folder
        if folder is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            words = self._context.texts.t("The folder could not be opened: {folder}", folder=folder)
            self.notice.say(Mark.WARN, words)

    @Slot()
    def _on_back_up(self) -> None:
        folder = self._maintenance.data_folder
        if folder is None:
            return
        moment = self._context.desk.now()
        stem = Path(self._maintenance.database_name).stem
        dialog = QFileDialog(self, self._context.texts.t("Backup of the register"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # A backup never takes the place of another one; the copy itself says so in words.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix("db")
        dialog.setDirectory(str(folder / _BACKUPS if (folder / _BACKUPS).is_dir() else folder))
        dialog.selectFile(f"{stem}-{moment:%Y%m%d-%H%M%S}.db")
        dialog.fileSelected.connect(self._on_target)
        self.dialog = dialog
        dialog.open()

    @Slot(str)
    def _on_target(self, text: str) -> None:
        self.dialog = None
        self.back_up_button.setEnabled(False)
        t = self._context.texts.t
        self.notice.say(Mark.INFO, t("Backing up the register"), t("You can go on working."))
        self._context.jobs.run(
            partial(_backed_up, self._maintenance, Path(text)),
            self._on_done,
            self._on_failed,
            owner=self,
            lane=Lane.WRITE,
        )

    def _on_done(self, file: Path) -> None:
        self.back_up_button.setEnabled(True)
        t = self._context.texts.t
        words = t("Backup made and checked: {file}", file=file.name)
        self.notice.say(Mark.OK, words, str(file.parent))
        self._context.window.say(words)

    def _on_failed(self, error: AppError) -> None:
        self.back_up_button.setEnabled(True)
        kept = self._context.texts.t("The register itself is as it was.")
        self.notice.say(Mark.WARN, error_sentence(self._context.texts, error), kept)


def _backed_up(maintenance: Maintenance, file: Path, _progress: Progress) -> Path:
    maintenance.back_up(file)
    return file
