"""Remembers selected rows by the ids of their records, through resets and dropped pages."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QItemSelectionModel

from desktop.ui.models.base import CellTableModel


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected: these ids, or everything in the list.

    `count` is how many records that is. While ids of a long range are still being read,
    `complete` is false; `selection_changed` is not sent for that, ask again when acting.
    """

    ids: frozenset[Hashable] = frozenset()
    everything: bool = False
    count: int = 0

    @property
    def complete(self) -> bool:
        """Whether every id is known."""
        return self.everything or len(self.ids) == self.count


class RowMemory:
    """Ids of selected rows: seen ones by their row, and those that wait to be seen again."""

    def __init__(self) -> None:
        self.waiting: set[Hashable] = set()
        self._known: dict[int, Hashable] = {}
        self._current: Hashable | None = None

    def selection(self, chosen: QItemSelectionModel, model: CellTableModel[Any]) -> Selection:
        """What is selected by the rows of `chosen`, and by ids that wait."""
        count = sum(last - first + 1 for first, last in _ranges(chosen))
        self.learn(chosen, model)
        ids = frozenset(self._known.values()) | self.waiting
        return Selection(ids, False, count + len(self.waiting))

    def learn(
        self,
        chosen: QItemSelectionModel,
        model: CellTableModel[Any],
        first: int = 0,
        last: int | None = None,
    ) -> None:
        """Take the ids of selected rows that are here, between two rows; forget the others."""
        ranges = _ranges(chosen)
        end = model.rowCount() - 1 if last is None else last
        if last is None:
            self._known = {
                row: row_id
                for row, row_id in self._known.items()
                if any(low <= row <= high for low, high in ranges)
            }
        for low, high in ranges:
            for row in model.rows_here(max(low, first), min(high, end)):
                row_id = model.id_at(row)
                if row_id is not None:
                    self._known[row] = row_id

    def first_unknown(self, chosen: QItemSelectionModel, model: CellTableModel[Any]) -> int | None:
        """First selected row whose id was never seen."""
        for low, high in _ranges(chosen):
            for row in range(low, min(high, model.rowCount() - 1) + 1):
                if row not in self._known:
                    return row
        return None

    def remember(
        self,
        chosen: QItemSelectionModel,
        model: CellTableModel[Any],
        current: Hashable | None,
    ) -> None:
        """Before a reset: all selected ids wait to be seen again."""
        self.waiting = set(self.selection(chosen, model).ids)
        self._known = {}
        if current is not None:
            self._current = current

    def found(self, model: CellTableModel[Any]) -> list[int]:
        """Rows of waiting ids that are here now; they wait no longer."""
        rows = {row_id: model.row_of(row_id) for row_id in self.waiting}
        here = {row_id: row for row_id, row in rows.items() if row is not None}
        self.waiting -= here.keys()
        return sorted(here.values())

    def current_row(self, model: CellTableModel[Any]) -> int | None:
        """Row of the record that had the focus before the reset, if it is here."""
        return model.row_of(self._current) if self._current is not None else None


def _ranges(chosen: QItemSelectionModel) -> list[tuple[int, int]]:
    """First and last row of each selected range."""
    picked = chosen.selection()
    ranges = (picked.at(number) for number in range(picked.count()))
    return [(one.top(), one.bottom()) for one in ranges]
