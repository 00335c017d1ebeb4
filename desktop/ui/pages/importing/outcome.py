"""What became of an import is told to the window, shown among the people, and taken back."""

from uuid import UUID

from PySide6.QtCore import QObject, Slot

from desktop.ui.context import Surroundings
from desktop.ui.pages.importing.batch_list import BatchList
from desktop.ui.pages.importing.errands import Errands
from desktop.ui.pages.importing.presenter import ImportPresenter
from desktop.ui.pages.importing.result_step import ResultStep
from desktop.usecases.importing import ImportResult
from desktop.usecases.ports import ChangeSet
from desktop.usecases.views import PeopleFilter


class Outcome(QObject):
    """Listens to the errands, and to the steps that show what was imported."""

    def __init__(
        self,
        presenter: ImportPresenter,
        errands: Errands,
        window: Surroundings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._errands = errands
        self._window = window
        errands.stored.connect(self._on_stored)
        errands.undone.connect(self._on_undone)
        errands.not_kept.connect(self._on_not_kept)

    def listen_to_batches(self, batches: BatchList) -> None:
        """Do what is asked about an import of the list."""
        batches.undo_asked.connect(self._undo)
        batches.people_asked.connect(self._show_people)

    def listen_to_result(self, result: ResultStep) -> None:
        """Do what is asked about the import that was made."""
        result.undo_asked.connect(self._undo_this)
        result.person_asked.connect(self._show_person)

    def show_people(self) -> None:
        """Go to the people of the last import."""
        result = self._presenter.result
        self._show_people(result.batch_id if result else None)

    @Slot(object)
    def _on_stored(self, result: ImportResult) -> None:
        read = self._presenter.list.read
        message = self._presenter.texts.n(
            "{n} row of {file} imported",
            "{n} rows of {file} imported",
            result.rows_read - result.rejected,
            file=read.file_name if read else "",
        )
        self._window.done(message, result.change)

    @Slot(object)
    def _on_undone(self, change: ChangeSet) -> None:
        self._window.done(self._presenter.texts.t("The import was undone"), change)
        self._errands.read_batches()

    @Slot()
    def _on_not_kept(self) -> None:
        self._window.say(
            self._presenter.texts.t(
                "The disk does not take your corrections. Import before you close."
            )
        )

    @Slot()
    def _undo_this(self) -> None:
        result = self._presenter.result
        if result is not None and result.batch_id is not None:
            self._errands.undo(result.batch_id)

    @Slot(object)
    def _undo(self, batch_id: UUID) -> None:
        self._errands.undo(batch_id)

    @Slot(object)
    def _show_people(self, batch_id: UUID | None) -> None:
        self._window.go("people", filter=PeopleFilter(batch_id=batch_id))

    @Slot(object)
    def _show_person(self, person_id: UUID) -> None:
        self._window.go("people", person_id=person_id)
