"""What the officer decides in the steps goes to the list, into its draft, and is read again."""

from uuid import UUID

from PySide6.QtCore import QObject, Slot

from desktop.domain.intake.fields import Field
from desktop.domain.intake.model import Problem, Remedy
from desktop.ui.context import Surroundings
from desktop.ui.pages.importing.columns_step import ColumnsStep
from desktop.ui.pages.importing.errands import Errands
from desktop.ui.pages.importing.presenter import ImportPresenter
from desktop.ui.pages.importing.values_step import ValuesStep
from desktop.ui.pages.importing.worklist import ReadOrder


class Decisions(QObject):
    """Takes decisions from the widgets, one at a time, each with a word in the status bar."""

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

    def listen_to_columns(self, columns: ColumnsStep) -> None:
        """Take what is decided about sheet, heading and columns."""
        columns.sheet_chosen.connect(self._on_sheet)
        columns.heading_chosen.connect(self._on_heading)
        columns.meaning_chosen.connect(self._on_meaning)
        columns.place_chosen.connect(self._on_place)

    def listen_to_values(self, values: ValuesStep) -> None:
        """Take what is decided about rows and cells."""
        values.cell_edited.connect(self._on_cell)
        values.meaning_chosen.connect(self._on_meaning)
        values.mended.connect(self._on_mended)
        values.left_out.connect(self._on_left_out)
        values.undo_asked.connect(self.undo)

    @Slot()
    def undo(self) -> None:
        """Take the last decision back."""
        undone = self._presenter.list.undo()
        if undone is None:
            return
        words, order = undone
        self._errands.keep()
        self._errands.read(order)
        self._window.say(self._presenter.texts.t("Taken back: {what}", what=words))

    @Slot()
    def read_again(self) -> None:
        """Read the list with everything that was decided."""
        self._errands.read(self._presenter.list.again())

    @Slot()
    def begin_anew(self) -> None:
        """Take out what an earlier session decided."""
        self._decided(self._presenter.list.begin_anew())

    def _decided(self, order: ReadOrder | None) -> None:
        if order is None:
            return
        self._errands.keep()
        self._errands.read(order)
        self._window.say(self._presenter.list.corrections.last)

    @Slot(str)
    def _on_sheet(self, name: str) -> None:
        self._decided(self._presenter.list.choose_sheet(name))

    @Slot(int, int)
    def _on_heading(self, first: int, last: int) -> None:
        self._decided(self._presenter.list.set_heading(first, last))

    @Slot(int, object)
    def _on_meaning(self, column: int, field: Field) -> None:
        self._decided(self._presenter.list.set_field(column, field))

    @Slot(object)
    def _on_place(self, place_id: UUID | None) -> None:
        self._presenter.place_id = place_id

    @Slot(int, int, str)
    def _on_cell(self, row: int, column: int, text: str) -> None:
        self._decided(self._presenter.list.edit_cell(row, column, text))

    @Slot(object, object)
    def _on_mended(self, problems: tuple[Problem, ...], remedy: Remedy) -> None:
        self._decided(self._presenter.list.mend(problems, remedy))

    @Slot(int, bool)
    def _on_left_out(self, row: int, out: bool) -> None:
        self._decided(self._presenter.list.leave_out(row, out=out))
