"""Everything that the steps show of a list that was read, made where it was read."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from desktop.domain.intake.model import Overrides, Problem, Severity
from desktop.ui.pages.importing.problem_groups import (
    AsideGroup,
    ProblemGroup,
    aside_group,
    problem_groups,
)
from desktop.ui.pages.importing.sheet_shown import EMPTY, SheetShown, show_sheet, worse
from desktop.usecases.ports import ReadList
from reports.texts import Texts

Cell = tuple[int, int]


@dataclass(frozen=True)
class Findings:
    """A list in words: its sheet, its problems by kind and by cell, its rows by their worst.

    `cells` are the cells with a problem in reading order; `counts` add up to the people.
    """

    sheet: SheetShown = EMPTY
    groups: tuple[ProblemGroup, ...] = ()
    aside: AsideGroup = field(default_factory=AsideGroup)
    by_cell: Mapping[Cell, tuple[Problem, ...]] = field(default_factory=dict)
    cells: tuple[Cell, ...] = ()
    rows: Mapping[Severity | None, tuple[int, ...]] = field(default_factory=dict)
    people: int = 0

    def with_texts(self, overrides: Overrides, sheet_name: str) -> "Findings":
        """The same list with what the officer wrote since, if that is about this sheet."""
        if overrides.sheet != sheet_name:
            return self
        return replace(self, sheet=replace(self.sheet, corrected=overrides.cells))

    def counts(self) -> dict[Severity | None, int]:
        """People by their worst problem."""
        return {severity: len(rows) for severity, rows in self.rows.items()}


def find(texts: Texts, read: ReadList) -> Findings:
    """Put a list into words. It may take a while: call it in a job."""
    draft = read.draft
    sheet = show_sheet(texts, read)
    by_cell: defaultdict[Cell, list[Problem]] = defaultdict(list)
    for problem in draft.problems:
        at = sheet.anchor(problem)
        if problem.row and at is not None:
            by_cell[problem.row, at].append(problem)
    worst = _worst_by_row(draft.problems)
    rows: dict[Severity | None, list[int]] = {None: [], **{one: [] for one in Severity}}
    for person in draft.people:
        rows[worst.get(person.row)].append(person.row)
    return Findings(
        sheet=sheet,
        groups=problem_groups(texts, draft),
        aside=aside_group(texts, draft),
        by_cell={cell: tuple(problems) for cell, problems in by_cell.items()},
        cells=tuple(sorted(by_cell)),
        rows={severity: tuple(numbers) for severity, numbers in rows.items()},
        people=len(draft.people),
    )


def _worst_by_row(problems: tuple[Problem, ...]) -> dict[int, Severity]:
    worst: dict[int, Severity] = {}
    for problem in problems:
        worst[problem.row] = worse(worst.get(problem.row), problem.severity)
    return worst
