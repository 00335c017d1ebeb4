"""The problems of a list as a workbook, saved where the officer says."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.errors import AppError
from desktop.files.names import safe_file_name
from desktop.messages.sentences import error_sentence
from desktop.ui.context import Surroundings
from desktop.ui.pages.importing.errands import Errands
from desktop.ui.pages.importing.presenter import ImportPresenter


class ProblemWorkbook(QObject):
    """Asks where to save, and says what became of it.

    `folder` is where the dialogs of the page begin.
    """

    def __init__(
        self,
        presenter: ImportPresenter,
        errands: Errands,
        window: Surroundings,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._page = page
        self.folder = Path.home()
        self._presenter = presenter
        self._texts = presenter.texts
        self._errands = errands
        self._window = window
        errands.saved.connect(self._on_saved)
        errands.not_saved.connect(self._on_not_saved)

    @Slot()
    def ask_where(self) -> None:
        """Open the dialog."""
        read = self._presenter.list.read
        if read is None:
            return
        t = self._texts.t
        dialog = QFileDialog(self._page, t("Save problems as Excel"), str(self.folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("Excel (*.xlsx)")
        dialog.setDefaultSuffix("xlsx")
        stem = t("Problems in {file}", file=Path(read.file_name).stem)
        dialog.selectFile(safe_file_name(stem, ".xlsx"))
        dialog.fileSelected.connect(self._on_where)
        dialog.open()

    @Slot(str)
    def _on_where(self, text: str) -> None:
        if text:
            self.folder = Path(text).parent
            self._errands.save_problems(Path(text))

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        words = self._texts.t("Saved {file} in {folder}", file=path.name, folder=path.parent.name)
        self._window.say(words)

    @Slot(object)
    def _on_not_saved(self, error: AppError) -> None:
        self._window.say(error_sentence(self._texts, error))
