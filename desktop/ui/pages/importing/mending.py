"""How each remedy changes what recognition goes by. Pure: decisions in, decisions out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from desktop.domain.intake.fields import SEVERAL, Field
from desktop.domain.intake.model import Overrides, Problem, Remedy
from reports.texts import Texts

Cell = tuple[int, int]


def mended(overrides: Overrides, problems: Iterable[Problem], remedy: Remedy) -> Overrides:
    """The decisions with a remedy applied to every problem that it can mend.

    Raises ValueError for `Remedy.EDIT`, which needs a text.
    """
    chosen = [problem for problem in problems if remedy in problem.remedies]
    match remedy:
        case Remedy.ACCEPT:
            seen = {(problem.row, problem.column, problem.code) for problem in chosen}
            return replace(overrides, accepted=overrides.accepted | seen)
        case Remedy.SUGGESTION:
            return with_cells(overrides, _texts(chosen, "suggestion"))
        case Remedy.ALTERNATIVE:
            return with_cells(overrides, _texts(chosen, "alternative"))
        case Remedy.DAY_FIRST | Remedy.MONTH_FIRST:
            first = remedy is Remedy.DAY_FIRST
            columns = {problem.column: first for problem in chosen if problem.column is not None}
            return replace(overrides, day_first={**overrides.day_first, **columns})
    raise ValueError(remedy)


def mended_words(
    texts: Texts, problems: Sequence[Problem], remedy: Remedy, headers: Mapping[int, str]
) -> str:
    """What a remedy did, for the line that offers to take it back."""
    chosen = [problem for problem in problems if remedy in problem.remedies]
    count = len(chosen)
    named = {headers.get(p.column, "") if p.column is not None else "" for p in chosen}
    column = named.pop() if len(named) == 1 else ""
    match remedy:
        case Remedy.ACCEPT:
            return texts.n("{n} value kept as it is", "{n} values kept as they are", count)
        case Remedy.DAY_FIRST:
            return texts.t("Dates in “{column}” are read day first", column=column)
        case Remedy.MONTH_FIRST:
            return texts.t("Dates in “{column}” are read month first", column=column)
    if not column:
        return texts.n("{n} value mended", "{n} values mended", count)
    return texts.n(
        "{n} value mended in column “{column}”",
        "{n} values mended in column “{column}”",
        count,
        column=column,
    )


def with_cells(overrides: Overrides, cells: Mapping[Cell, str]) -> Overrides:
    """The decisions with other texts in some cells."""
    return replace(overrides, cells={**overrides.cells, **cells})


def with_field(overrides: Overrides, column: int, field: Field) -> Overrides:
    """The decisions with another meaning of a column.

    A meaning that only one column can have is taken from the column that was given it before.
    """
    fields = {
        index: known
        for index, known in overrides.fields.items()
        if field in SEVERAL or known is not field
    }
    return replace(overrides, fields={**fields, column: field})


def with_row_left_out(overrides: Overrides, row: int, *, out: bool) -> Overrides:
    """The decisions with a row left out, or taken in again."""
    rows = overrides.left_out | {row} if out else overrides.left_out - {row}
    return replace(overrides, left_out=rows)


def _texts(problems: Iterable[Problem], name: str) -> dict[Cell, str]:
    return {
        (problem.row, problem.column): getattr(problem, name)
        for problem in problems
        if problem.column is not None
    }
