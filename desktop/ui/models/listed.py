"""A table whose rows are all at hand: fewer than two thousand."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QObject

from desktop.ui.models.base import CellTableModel, Index
from desktop.ui.models.cells import Column, Row

T = TypeVar("T")

LARGEST = 2_000
_ROOT = QModelIndex()


class ListTableModel(CellTableModel[T]):
    """Rows of records that were read at once."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        row_id: Callable[[T], Hashable],
        *,
        tinted: Callable[[T], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, row_id, tinted=tinted, parent=parent)
        self._items: list[T] = []
        self._rows: list[Row] = []
        self._numbers: dict[Hashable, int] = {}

    def set_items(self, items: Sequence[T]) -> None:
        """Show these records. Raises ValueError for more than a list should hold."""
        if len(items) > LARGEST:
            raise ValueError("a list of this length needs a paged model")
        self.beginResetModel()
        self._items = list(items)
        self._rows = [self._made(item) for item in items]
        self._numbers = {row.id: number for number, row in enumerate(self._rows)}
        self.endResetModel()

    def replace(self, item: T) -> bool:
        """Show a changed record in its row; answers whether it is here."""
        row = self._made(item)
        number = self._numbers.get(row.id)
        if number is None:
            return False
        self._items[number] = item
        self._rows[number] = row
        last = len(self._columns) - 1
        self.dataChanged.emit(self.index(number, 0), self.index(number, last))
        return True

    @property
    def items(self) -> Sequence[T]:
        """The records in order."""
        return self._items

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def row_at(self, row: int) -> Row | None:
        """Row of a number."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, row_id: Hashable) -> int | None:
        """Number of the row of a record."""
        return self._numbers.get(row_id)
