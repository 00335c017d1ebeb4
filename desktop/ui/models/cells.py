"""What stands in a cell, and what a column is. Plain values: they are made in a job."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt

from desktop.ui.tokens import Mark, State

T = TypeVar("T")

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ID_ROLE = int(Qt.ItemDataRole.UserRole) + 2


class CellKind(Enum):
    """Forms that the delegate knows how to paint."""

    TEXT = "text"
    TWO_LINES = "two_lines"
    PILL = "pill"
    ICON = "icon"
    MARK = "mark"
    FINDING = "finding"
    CHECK = "check"
    GROUP = "group"
    SELECT = "select"
    MISSING = "missing"


class Align(StrEnum):
    """Numbers stand right, states and words left, cells of a matrix in the middle."""

    LEADING = "leading"
    TRAILING = "trailing"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; make it with one of the class methods.

    `text` is also what is copied and what a screen reader says. `tip` is shown where the
    pointer rests. A `private` text is covered while names are hidden.
    """

    kind: CellKind = CellKind.MISSING
    text: str = ""
    second: str = ""
    mark: Mark | None = None
    icon: str = ""
    key: str = "text"
    second_key: str = "text2"
    strong: bool = False
    on: bool = False
    private: bool = False
    tip: str = ""

    @classmethod
    def plain(
        cls,
        text: str,
        *,
        key: str = "text",
        strong: bool = False,
        private: bool = False,
        tip: str = "",
    ) -> "Cell":
        """Words or a number; an empty text is a missing value."""
        if not text:
            return MISSING
        return cls(CellKind.TEXT, text, key=key, strong=strong, private=private, tip=tip)

    @classmethod
    def name(cls, own_script: str, passport: str, *, tip: str = "") -> "Cell":
        """A person's name: own script over passport spelling."""
        return cls(CellKind.TWO_LINES, own_script, passport, strong=True, private=True, tip=tip)

    @classmethod
    def two_lines(
        cls,
        first: str,
        second: str,
        *,
        strong: bool = False,
        state: State | None = None,
        private: bool = False,
        tip: str = "",
    ) -> "Cell":
        """Two lines; `state` colours the second ("31 days")."""
        if not first and not second:
            return MISSING
        tone = state.value if state else "text2"
        return cls(
            CellKind.TWO_LINES,
            first,
            second,
            strong=strong,
            second_key=tone,
            private=private,
            tip=tip,
        )

    @classmethod
    def pill(cls, mark: Mark, word: str, *, tip: str = "") -> "Cell":
        """A state with its ground."""
        return cls(CellKind.PILL, word, mark=mark, tip=tip)

    @classmethod
    def with_icon(cls, icon: str, word: str, *, tip: str = "") -> "Cell":
        """A thing: outline icon and word; an empty word is a missing value."""
        return cls(CellKind.ICON, word, icon=icon, tip=tip) if word else MISSING

    @classmethod
    def marked(cls, mark: Mark, word: str, *, strong: bool = False, tip: str = "") -> "Cell":
        """A state without a ground: icon and word in its colour."""
        return cls(CellKind.MARK, word, mark=mark, strong=strong, tip=tip)

    @classmethod
    def finding(cls, mark: Mark | None, word: str, *, tip: str = "") -> "Cell":
        """A finding of the matrix: only what is not met has a ground; None does not apply."""
        if mark is None and not word:
            return MISSING
        return cls(CellKind.FINDING, word, mark=mark, tip=tip)

    @classmethod
    def check(cls, on: bool, spoken: str) -> "Cell":
        """A value of yes or no; `spoken` says it in words."""
        return cls(CellKind.CHECK, spoken, on=on)

    @classmethod
    def group(cls, first: str, second: str, *, opened: bool, private: bool = False) -> "Cell":
        """Head of a group of rows, with the chevron that folds it."""
        return cls(CellKind.GROUP, first, second, strong=True, on=opened, private=private)


MISSING = Cell()
_SELECT = Cell(CellKind.SELECT)


@dataclass(frozen=True, slots=True)
class Row:
    """One row as the model keeps it: the id of its record and its cells in column order.

    A row that is `tinted` (group heads, totals) stands on the subtle ground.
    """

    id: Hashable
    cells: tuple[Cell, ...]
    tinted: bool = False


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column of a table over records of type T.

    `title` is translated. `cell` makes the cell of a record and runs in a job, off the
    window's thread. `width` is in logical pixels; the column that `stretches` takes what is
    left, and columns that `yields` (the higher first) give way while it has less than its
    width. `hidden` columns are offered by the column chooser only.
    """

    key: str
    title: str
    cell: Callable[[T], Cell]
    width: int = 120
    align: Align = Align.LEADING
    stretches: bool = False
    sortable: bool = False
    yields: int = 0
    hidden: bool = False
    tip: str = ""


def selector(spoken: str) -> Column[Any]:
    """First column of a table whose rows are selected by check boxes.

    `spoken` is the translated name of the column for screen readers.
    """
    return Column("select", "", _select, width=36, tip=spoken)


def _select(_item: object) -> Cell:
    return _SELECT


@dataclass(frozen=True, slots=True)
class RowMaker(Generic[T]):
    """Makes rows of records. It goes to the worker's thread, where no model may go."""

    columns: tuple[Column[T], ...]
    row_id: Callable[[T], Hashable]
    tinted: Callable[[T], bool] | None = None

    def __call__(self, item: T) -> Row:
        """Row of one record."""
        tinted = self.tinted is not None and self.tinted(item)
        return Row(self.row_id(item), tuple(one.cell(item) for one in self.columns), tinted)
