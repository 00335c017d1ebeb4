"""A table of records that are all at hand, whose rows are made when they are looked at."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QObject

from desktop.ui.models.base import CellTableModel, Index
from desktop.ui.models.cells import Column, Row

T = TypeVar("T")

_KEPT = 4_000
_ROOT = QModelIndex()


class LazyTableModel(CellTableModel[T]):
    """Shows any number of records; the id of a row is its place."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        row_id: Callable[[T], Hashable],
        *,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, row_id, parent=parent)
        self._items: Sequence[T] = ()
        self._rows: dict[int, Row] = {}
        self._numbers: dict[Hashable, int] = {}
        self._row_id = row_id

    @property
    def items(self) -> Sequence[T]:
        """The records in order."""
        return self._items

    def set_items(self, items: Sequence[T]) -> None:
        """Show these records."""
        self.beginResetModel()
        self._items = tuple(items)
        self._rows.clear()
        self._numbers = {self._row_id(item): number for number, item in enumerate(items)}
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Number of records."""
        return 0 if parent.isValid() else len(self._items)

    def row_at(self, row: int) -> Row | None:
        """Row of a place."""
        if not 0 <= row < len(self._items):
            return None
        made = self._rows.get(row)
        if made is None:
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            made = self._rows[row] = self._made(self._items[row])
        return made

    def row_of(self, row_id: Hashable) -> int | None:
        """Place of a record."""
        return self._numbers.get(row_id)
