"""Mend problems in bulk: what the officer chose becomes overrides, and the list is read again."""

from collections.abc import Collection
from dataclasses import replace

from desktop.domain.intake.model import ListDraft, Overrides, Problem, Remedy


def mend(
    draft: ListDraft,
    overrides: Overrides,
    code: str,
    remedy: Remedy,
    rows: Collection[int] | None = None,
) -> Overrides:
    """Return overrides that apply `remedy` to all problems of `code`, or to those of `rows`.

    Only problems that offer the remedy are touched. Raises ValueError for `Remedy.EDIT`, which
    needs a text: put that into `Overrides.cells`.
    """
    if remedy is Remedy.EDIT:
        raise ValueError("an edit needs a text")
    for problem in draft.problems:
        is_wanted = problem.code == code and (rows is None or problem.row in rows)
        if is_wanted and remedy in problem.remedies:
            overrides = _apply(overrides, problem, remedy)
    return overrides


def _apply(overrides: Overrides, problem: Problem, remedy: Remedy) -> Overrides:
    column = problem.column
    if remedy is Remedy.ACCEPT:
        accepted = overrides.accepted | {(problem.row, column, problem.code)}
        return replace(overrides, accepted=accepted)
    if column is None:
        return overrides
    if remedy in {Remedy.DAY_FIRST, Remedy.MONTH_FIRST}:
        day_first = {**overrides.day_first, column: remedy is Remedy.DAY_FIRST}
        return replace(overrides, day_first=day_first)
    text = problem.suggestion if remedy is Remedy.SUGGESTION else problem.alternative
    return replace(overrides, cells={**overrides.cells, (problem.row, column): text})
