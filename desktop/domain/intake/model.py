"""What recognition makes of a list: drafts, doubts and what was left aside.

Everything here is plain and picklable, because recognition runs in a child process and the
page keeps the draft. Rows are numbered from 1 as the file shows them; columns from 0.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from desktop.domain.intake.fields import Field
from desktop.domain.partial_dates import PartialDate


class Severity(StrEnum):
    """How much a problem asks of the officer."""

    DOUBT = "doubt"
    UNKNOWN = "unknown"
    WRONG = "wrong"


class Remedy(StrEnum):
    """What mends a problem, for one row or for all rows with the same code."""

    ACCEPT = "accept"
    SUGGESTION = "suggestion"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    ALTERNATIVE = "alternative"
    EDIT = "edit"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Something an officer should look at before it is stored.

    `code` names the sentence, `params` its fields. `row` 0 and `column` None mean the whole
    list or the whole row. `suggestion` and `alternative` are texts that would mend the cell.
    """

    code: str
    severity: Severity
    row: int = 0
    column: int | None = None
    params: Mapping[str, str | int] = field(default_factory=dict)
    remedies: tuple[Remedy, ...] = ()
    suggestion: str = ""
    alternative: str = ""


@dataclass(frozen=True, kw_only=True)
class ColumnGuess:
    """Meaning of one column: how sure (0 to 1) and why.

    `basis` is header, content, both, position or override; `doubt` a problem code or ''.
    `also` are further meanings mixed into the same cells.
    """

    index: int
    letters: str
    header: str
    field: Field
    confidence: float
    basis: str
    doubt: str = ""
    also: tuple[Field, ...] = ()
    sample: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DocumentDraft:
    """An identity document; `kind` and `state` are codes of the domain."""

    kind: str
    number: str
    as_given: str
    state: str = "held"
    issued: date | None = None
    expires: date | None = None
    authority: str = ""
    column: int | None = None


@dataclass(frozen=True, kw_only=True)
class PhoneDraft:
    """A telephone number as given, and in E.164 where that is certain enough."""

    as_given: str
    e164: str = ""
    doubt: str = ""


@dataclass(frozen=True, kw_only=True)
class TestDraft:
    """A laboratory result; day and time of the sample are local to the laboratory.

    `sampled_time` is None where the list has only the day.
    """

    __test__ = False

    sampled_on: date | None = None
    sampled_time: time | None = None
    result: str = ""
    number: str = ""


@dataclass(frozen=True, kw_only=True)
class PersonDraft:
    """One person as read from one row. What the list does not say is empty or None.

    `sex` is F, M, X or None, `sex_inferred` when it follows from the name alone; `role` is a
    role in a travel group, `relation` the finer word behind it. `area` is the code of the
    district, or of the region where no district is known. `is_note_restricted` warns that the
    note tells a cause (health, a child alone) that not everybody may see. `extra` keeps the
    cells of all columns that have no meaning here, by header.
    """

    row: int
    name_as_given: str
    family_name: str = ""
    given_names: str = ""
    patronymic: str = ""
    latin_family_name: str = ""
    latin_given_names: str = ""
    sex: str | None = None
    sex_inferred: bool = False
    birth: PartialDate | None = None
    birth_alternative: PartialDate | None = None
    birth_as_given: str = ""
    birth_place: str = ""
    nationality: str | None = None
    nationality_as_given: str = ""
    documents: tuple[DocumentDraft, ...] = ()
    personal_number: str = ""
    region: str = ""
    district: str = ""
    destination_as_given: str = ""
    place_now: str = ""
    phones: tuple[PhoneDraft, ...] = ()
    email: str = ""
    relation: str = ""
    role: str = ""
    group: int | None = None
    section: str = ""
    occupation: str = ""
    note: str = ""
    is_note_restricted: bool = False
    needs: tuple[str, ...] = ()
    unaccompanied: bool = False
    test: TestDraft | None = None
    registration: str = ""
    running_number: str = ""
    extra: Mapping[str, str] = field(default_factory=dict)

    @property
    def area(self) -> str:
        """Code of the smallest known area of the destination, or ''."""
        return self.district or self.region


@dataclass(frozen=True, kw_only=True)
class GroupDraft:
    """People whom the list puts together.

    `basis` is number, merged, section, relation or blank_rows.
    """

    number: int
    label: str
    basis: str
    rows: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class SkippedRow:
    """A row that is no person, with the code of the reason and its text."""

    row: int
    reason: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class SheetChoice:
    """One sheet of the file and how many rows of it look like people."""

    name: str
    rows: int
    hidden: bool
    likeness: float


@dataclass(frozen=True, kw_only=True)
class Overrides:
    """What the officer decided; recognition is run again with it.

    Rows are counted from 1, columns from 0, as in `Problem`. `header_rows` is first and last
    row of the header, (0, 0) for none. `cells` replaces the text of single cells. `accepted`
    holds (row, column, code) of doubts that the officer has looked at.
    """

    sheet: str = ""
    header_rows: tuple[int, int] | None = None
    fields: Mapping[int, Field] = field(default_factory=dict)
    day_first: Mapping[int, bool] = field(default_factory=dict)
    cells: Mapping[tuple[int, int], str] = field(default_factory=dict)
    accepted: frozenset[tuple[int, int | None, str]] = frozenset()
    left_out: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class ListDraft:
    """A recognised list. People and skipped rows together are all rows of the sheet."""

    sheet: str
    sheets: tuple[SheetChoice, ...]
    header_rows: tuple[int, int]
    columns: tuple[ColumnGuess, ...]
    people: tuple[PersonDraft, ...]
    groups: tuple[GroupDraft, ...]
    skipped: tuple[SkippedRow, ...]
    problems: tuple[Problem, ...]
    listed_on: date | None = None
    title: str = ""

    def problem_counts(self) -> Counter[str]:
        """Number of problems of each code."""
        return Counter(problem.code for problem in self.problems)

    def rows_by_severity(self) -> dict[Severity | None, int]:
        """People counted once each, by their worst problem; None counts those without.

        The values add up to the number of people.
        """
        worst: dict[int, Severity] = {}
        order = (Severity.DOUBT, Severity.UNKNOWN, Severity.WRONG)
        for problem in self.problems:
            known = worst.get(problem.row)
            if known is None or order.index(problem.severity) > order.index(known):
                worst[problem.row] = problem.severity
        found: Counter[Severity | None] = Counter(worst.get(p.row) for p in self.people)
        return {severity: found[severity] for severity in (None, *order)}
