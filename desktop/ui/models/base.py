"""What both models of tables share: columns, headers, and how a row is shown."""

from abc import abstractmethod
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.ui.models.cells import (
    CELL_ROLE,
    ID_ROLE,
    Cell,
    CellKind,
    Column,
    Row,
    RowMaker,
)

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_ROOT = QModelIndex()


class CellTableModel(QAbstractTableModel, Generic[T]):
    """A table of cells. Subclasses say how many rows there are and give the row of a number.

    Signals:
        sort_asked(str, bool): sort by the column of this key, True for descending; whoever
            feeds the model does it.
    """

    sort_asked = Signal(str, bool)

    def __init__(
        self,
        columns: Sequence[Column[T]],
        row_id: Callable[[T], Hashable],
        *,
        tinted: Callable[[T], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._made = RowMaker(self._columns, row_id, tinted)

    @property
    def columns(self) -> tuple[Column[T], ...]:
        """The columns in order."""
        return self._columns

    @abstractmethod
    def row_at(self, row: int) -> Row | None:
        """Row of a number; None while it is not here yet."""

    @abstractmethod
    def row_of(self, row_id: Hashable) -> int | None:
        """Number of the row of a record, if it is here."""

    def rows_here(self, first: int, last: int) -> Iterable[int]:
        """Numbers of the rows between two that are here; asks for none."""
        return range(first, last + 1)

    def id_at(self, row: int) -> Hashable | None:
        """Id of the record of a row, if it is here."""
        found = self.row_at(row)
        return found.id if found is not None else None

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Parts of the cell; it neither asks the database nor raises."""
        if role not in (CELL_ROLE, _DISPLAY, _TOOL_TIP, _SPOKEN, ID_ROLE) or not index.isValid():
            return None
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == ID_ROLE:
            return row.id
        cell = row.cells[index.column()]
        if role == CELL_ROLE:
            return cell
        if role == _TOOL_TIP:
            return cell.tip or None
        return _spoken(cell) if role == _SPOKEN else cell.text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == _DISPLAY:
            return self._columns[section].title
        if role == _TOOL_TIP:
            return self._columns[section].tip or None
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask whoever feeds the model for another order."""
        if 0 <= column < len(self._columns) and self._columns[column].sortable:
            descending = order is Qt.SortOrder.DescendingOrder
            self.sort_asked.emit(self._columns[column].key, descending)


def _spoken(cell: Cell) -> str:
    if cell.kind is CellKind.MISSING:
        return "–"
    return f"{cell.text}, {cell.second}" if cell.second else cell.text
