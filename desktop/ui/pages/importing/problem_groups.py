"""Problems as the panel shows them: together by their code, each with what mends it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.intake.model import ListDraft, Problem, Remedy, Severity, SkippedRow
from desktop.messages.intake import HEADINGS, REMEDIES
from desktop.messages.sentences import sentence
from desktop.ui.wording import iso_birth_text
from reports.texts import Texts

ASIDE = "rows"
"""Key of the group of rows that are no people."""

_ORDER = (Severity.WRONG, Severity.DOUBT, Severity.UNKNOWN)
_AT_THE_SHEET = frozenset(
    {"intake.more_lists", "intake.no_names", "intake.no_people", "intake.people_beside"}
)
_NO_REASON_TO_LOOK = frozenset(
    {"intake.row_blank", "intake.row_continuation", "intake.row_no_name", "intake.row_remark"}
)
_NAMED_READINGS = ("reading",)


@dataclass(frozen=True)
class ProblemGroup:
    """Problems of one code. `remedies` mend all of them at once, the likeliest first."""

    code: str
    heading: str
    sentence: str
    severity: Severity
    problems: tuple[Problem, ...]
    remedies: tuple[Remedy, ...]

    @property
    def rows(self) -> frozenset[int]:
        """Rows that have the problem; empty where it is one of the whole list."""
        return frozenset(problem.row for problem in self.problems if problem.row)

    @property
    def is_of_the_sheet(self) -> bool:
        """Whether it is mended by choosing another sheet, heading or meaning."""
        return self.code in _AT_THE_SHEET


@dataclass(frozen=True)
class AsideGroup:
    """Rows that are no people: why, and which."""

    sentence: str = ""
    rows: tuple[SkippedRow, ...] = ()


def problem_groups(texts: Texts, draft: ListDraft) -> tuple[ProblemGroup, ...]:
    """Every problem of a list, by code: what cannot be right first, then what is frequent."""
    found: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in draft.problems:
        found[problem.code].append(problem)
    groups = [_group(texts, code, tuple(problems)) for code, problems in found.items()]
    return tuple(
        sorted(groups, key=lambda one: (_ORDER.index(one.severity), -len(one.problems), one.code))
    )


def aside_group(texts: Texts, draft: ListDraft) -> AsideGroup:
    """The written rows that are no people, with the reasons counted."""
    rows = tuple(row for row in draft.skipped if row.reason not in _NO_REASON_TO_LOOK)
    by_reason: defaultdict[str, list[int]] = defaultdict(list)
    for row in rows:
        by_reason[row.reason].append(row.row)
    parts = [f"{sentence(texts, code)}: {_spans(numbers)}" for code, numbers in by_reason.items()]
    return AsideGroup(" · ".join(parts), rows)


def problem_sentence(texts: Texts, problem: Problem) -> str:
    """What a problem says, with dates in words."""
    params: dict[str, object] = dict(problem.params)
    for name in _NAMED_READINGS:
        if isinstance(value := params.get(name), str):
            params[name] = iso_birth_text(texts, value)
    return sentence(texts, problem.code, **params)


def heading_of(texts: Texts, code: str) -> str:
    """Heading of the problems of a code; the bare code where there is none."""
    heading = HEADINGS.get(code)
    return texts.t(heading) if heading else code


def remedy_words(texts: Texts, remedy: Remedy) -> str:
    """What the button of a remedy says."""
    return texts.t(REMEDIES[remedy.value])


def _group(texts: Texts, code: str, problems: tuple[Problem, ...]) -> ProblemGroup:
    first = problems[0]
    said = problem_sentence(texts, first)
    if len(problems) > 1 and first.row:
        said = texts.t("Row {row}: {sentence}", row=first.row, sentence=said)
    offered = [remedy for problem in problems for remedy in problem.remedies]
    return ProblemGroup(
        code=code,
        heading=heading_of(texts, code),
        sentence=said,
        severity=first.severity,
        problems=problems,
        remedies=tuple(dict.fromkeys(offered)),
    )


def _spans(numbers: Iterable[int]) -> str:
    """Row numbers with neighbours joined: 1–3, 107."""
    spans: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)
