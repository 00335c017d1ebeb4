"""The sheet as the grid shows it: its own cells, what each column means, what is doubtful."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from desktop.domain.intake.fields import NAME_FIELDS, Field
from desktop.domain.intake.model import ColumnGuess, Problem, Severity
from desktop.messages.sentences import sentence
from desktop.ui.pages.importing.field_words import ASIDE, field_word
from desktop.ui.pages.importing.problem_groups import problem_sentence
from desktop.usecases.ports import ReadList
from reports.texts import Texts

_GRAVITY = (Severity.DOUBT, Severity.UNKNOWN, Severity.WRONG)
_SAMPLED_ROWS = 300
_WIDEST = 30
_USUAL = 0.9
"""Share of the cells that a column shall show whole."""


class Trust(StrEnum):
    """How far the meaning of a column is known."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    ASIDE = "aside"


@dataclass(frozen=True)
class ColumnShown:
    """A column of the sheet: its own heading, our meaning, and the doubt in words.

    `letters` is its name in a spreadsheet program; `chars` how many letters most cells hold.
    """

    index: int
    letters: str
    header: str
    field: Field
    word: str
    trust: Trust
    doubt: str
    chars: int


@dataclass(frozen=True)
class CellMark:
    """The worst problem of a cell, and all of them in words."""

    severity: Severity
    sentence: str


@dataclass(frozen=True)
class SheetShown:
    """What stands in the grid. Rows and columns have the numbers of the sheet.

    `aside` has the reason, in words, of every row that is no person.
    """

    columns: tuple[ColumnShown, ...]
    cells: Mapping[int, tuple[str, ...]]
    corrected: Mapping[tuple[int, int], str]
    marks: Mapping[tuple[int, int], CellMark]
    aside: Mapping[int, str]
    header_rows: tuple[int, int]
    last_row: int

    def text(self, row: int, column: int) -> str:
        """Text of a cell with what the officer wrote."""
        corrected = self.corrected.get((row, column))
        if corrected is not None:
            return corrected
        cells = self.cells.get(row, ())
        return cells[column] if column < len(cells) else ""

    def anchor(self, problem: Problem) -> int | None:
        """The column in which a problem is shown: its own, else that of the name."""
        return problem.column if problem.column in self._indexes else self._name_column

    @cached_property
    def _indexes(self) -> frozenset[int]:
        return frozenset(column.index for column in self.columns)

    @cached_property
    def _name_column(self) -> int | None:
        named = (column.index for column in self.columns if column.field in NAME_FIELDS)
        return next(named, self.columns[0].index if self.columns else None)

    def is_under_heading(self, row: int) -> bool:
        """Whether a row can hold a person, and so be corrected."""
        return row > self.header_rows[1]

    @property
    def body(self) -> tuple[int, ...]:
        """Rows under the heading, down to the last one that is written."""
        return tuple(range(self.header_rows[1] + 1, self.last_row + 1))

    @property
    def top(self) -> tuple[int, ...]:
        """The beginning of the sheet with its heading and a sample of its rows."""
        return tuple(range(1, min(self.last_row, self.header_rows[1] + 40) + 1))


EMPTY = SheetShown((), {}, {}, {}, {}, (0, 0), 0)


def show_sheet(texts: Texts, read: ReadList) -> SheetShown:
    """What the grid shows of a list that was read."""
    draft = read.draft
    first = draft.header_rows[1] + 1
    sample = [read.cells.get(row, ()) for row in range(first, first + _SAMPLED_ROWS)]
    columns = tuple(
        _column(texts, guess, sample)
        for guess in draft.columns
        if guess.header or guess.sample or guess.basis == "override"
    )
    last = max((row for row, cells in read.cells.items() if any(cells)), default=0)
    shown = SheetShown(
        columns=columns,
        cells=read.cells,
        corrected={},
        marks={},
        aside={row.row: sentence(texts, row.reason) for row in draft.skipped},
        header_rows=draft.header_rows,
        last_row=last,
    )
    return replace(shown, marks=_marks(texts, shown, draft.problems))


def worse(known: Severity | None, other: Severity) -> Severity:
    """The graver of two."""
    return other if known is None else max(known, other, key=_GRAVITY.index)


def _column(texts: Texts, guess: ColumnGuess, sample: Sequence[tuple[str, ...]]) -> ColumnShown:
    trust = Trust.SURE
    if guess.doubt:
        trust = Trust.DOUBTFUL
    elif guess.field in ASIDE:
        trust = Trust.ASIDE
    lengths = sorted(
        len(row[guess.index]) for row in sample if guess.index < len(row) and row[guess.index]
    )
    return ColumnShown(
        index=guess.index,
        letters=guess.letters,
        header=" ".join(guess.header.split()),
        field=guess.field,
        word=field_word(texts, guess.field),
        trust=trust,
        doubt=sentence(texts, guess.doubt) if guess.doubt else "",
        chars=min(lengths[int(_USUAL * len(lengths))] if lengths else 0, _WIDEST),
    )


def _marks(
    texts: Texts, shown: SheetShown, problems: Iterable[Problem]
) -> dict[tuple[int, int], CellMark]:
    found: dict[tuple[int, int], CellMark] = {}
    for problem in problems:
        at = shown.anchor(problem)
        if not problem.row or at is None:
            continue
        said = problem_sentence(texts, problem)
        known = found.get((problem.row, at))
        if known is not None:
            said = f"{known.sentence}\n{said}"
        severity = worse(known.severity if known else None, problem.severity)
        found[problem.row, at] = CellMark(severity, said)
    return found
