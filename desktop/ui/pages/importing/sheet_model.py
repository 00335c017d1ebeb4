"""The sheet as a table model: rows are made when they are looked at, however many there are."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from desktop.domain.intake.model import Severity
from desktop.ui.models import Cell, CellKind, Column
from desktop.ui.models.base import CellTableModel, Index
from desktop.ui.models.cells import Row
from desktop.ui.pages.importing.sheet_shown import EMPTY, ColumnShown, SheetShown, Trust
from desktop.ui.theme import Mark, Theme, Type, width_of

MARKS = {
    Severity.DOUBT: Mark.WARN,
    Severity.UNKNOWN: Mark.UNKNOWN,
    Severity.WRONG: Mark.BLOCKED,
}

_KEPT = 4_000
_LETTER = 6.6
_AROUND = 24
_AROUND_WORD = 60
_AROUND_HEADER = 18
_WIDEST_WORD = 132
_NARROWEST = 72
_WIDEST = 220
_ROOT = QModelIndex()
_EDIT = Qt.ItemDataRole.EditRole
_READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_WRITABLE = _READABLE | Qt.ItemFlag.ItemIsEditable


class SheetModel(CellTableModel[int]):
    """Shows rows of a `SheetShown`; the id of a row is its number in the sheet.

    Signals:
        cell_edited(int, int, str): the officer wrote a text into row and column of the sheet.
    """

    cell_edited = Signal(int, int, str)

    def __init__(self, missing: str, *, editable: bool, parent: QObject | None = None) -> None:
        super().__init__((), _same, parent=parent)
        self._missing = missing
        self._editable = editable
        self._shown = EMPTY
        self._numbers: Sequence[int] = ()
        self._places: dict[int, int] = {}
        self._rows: dict[int, Row] = {}
        self._unlocked = True

    @property
    def shown(self) -> SheetShown:
        """What is shown."""
        return self._shown

    def show(self, shown: SheetShown, numbers: Sequence[int]) -> None:
        """Show these rows of a sheet; where rows and columns stay, nothing moves."""
        same = list(numbers) == list(self._numbers) and _keys(shown) == _keys(self._shown)
        if same:
            self._shown = shown
            self._rows.clear()
            if self._numbers and shown.columns:
                last = self.index(len(self._numbers) - 1, len(shown.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last.column())
            return
        self.beginResetModel()
        self._shown = shown
        self._numbers = tuple(numbers)
        self._places = {number: place for place, number in enumerate(numbers)}
        self._rows.clear()
        self._columns = tuple(map(self._column, shown.columns))
        self.endResetModel()

    def set_unlocked(self, unlocked: bool) -> None:
        """Whether cells may be written into now."""
        self._unlocked = unlocked

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Number of rows that are shown."""
        return 0 if parent.isValid() else len(self._numbers)

    def row_at(self, row: int) -> Row | None:
        """Row of a place; made now, and kept while it is likely to be seen again."""
        if not 0 <= row < len(self._numbers):
            return None
        made = self._rows.get(row)
        if made is None:
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            made = self._rows[row] = self._make(self._numbers[row])
        return made

    def row_of(self, row_id: Hashable) -> int | None:
        """Place of a row of the sheet, if it is shown."""
        return self._places.get(row_id) if isinstance(row_id, int) else None

    def place_of(self, row: int, column: int) -> QModelIndex:
        """Index of a cell of the sheet; invalid where it is not shown."""
        place = self._places.get(row)
        sections = [one.index for one in self._shown.columns]
        if place is None or column not in sections:
            return QModelIndex()
        return self.index(place, sections.index(column))

    def cell_of(self, index: Index) -> tuple[int, int] | None:
        """Row and column of the sheet at an index."""
        if not index.isValid():
            return None
        return self._numbers[index.row()], self._shown.columns[index.column()].index

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells under the heading can be written into."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        may = self._editable and self._unlocked
        under = may and self._shown.is_under_heading(self._numbers[index.row()])
        return _WRITABLE if under else _READABLE

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Parts of the cell; its whole text for the editor."""
        if role == _EDIT:
            cell = self.cell_of(index)
            return self._shown.text(*cell) if cell else ""
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = int(_EDIT)) -> bool:  # noqa: N802
        """Tell what was written; it is shown once it was decided."""
        cell = self.cell_of(index)
        if cell is None or role != _EDIT:
            return False
        self.cell_edited.emit(*cell, str(value))
        return True

    def _column(self, shown: ColumnShown) -> Column[int]:
        width = round(shown.chars * _LETTER) + _AROUND
        scale = Theme.current().fonts.scale
        word = round(width_of(shown.word, Type.CAPTION_STRONG) / scale) + _AROUND_WORD
        header = round(width_of(shown.header, Type.LABEL) / scale) + _AROUND_HEADER
        width = max(width, min(word, _WIDEST_WORD), min(header, _WIDEST_WORD))
        return Column(
            key=f"{shown.index} {shown.header}",
            title=shown.header or shown.letters,
            cell=_nothing,
            width=min(max(width, _NARROWEST), _WIDEST),
            tip=shown.doubt,
        )

    def _make(self, number: int) -> Row:
        shown = self._shown
        aside = shown.aside.get(number)
        cells = tuple(self._cell(number, column, aside) for column in shown.columns)
        return Row(number, cells, tinted=aside is not None)

    def _cell(self, number: int, column: ColumnShown, aside: str | None) -> Cell:
        shown = self._shown
        text = " ".join(shown.text(number, column.index).split())
        mark = shown.marks.get((number, column.index))
        quiet = aside is not None or column.trust is Trust.ASIDE
        key = "text2" if quiet else "text"
        if mark is None:
            return Cell(CellKind.TEXT, text, key=key, private=aside is None, tip=aside or "")
        return Cell(
            CellKind.TEXT,
            text or self._missing,
            key=key if text else "text3",
            mark=MARKS[mark.severity],
            private=bool(text),
            tip=mark.sentence,
        )


def _keys(shown: SheetShown) -> list[tuple[int, str, str]]:
    return [(one.index, one.header, one.field) for one in shown.columns]


def _same(number: int) -> int:
    return number


def _nothing(_number: int) -> Cell:
    return Cell()
