"""People, their cases, groups and papers (domain page, section 1).

Plain dataclasses; storage maps them. Roots carry `office_id` and `version`; a child names its
root. Instants end in `_at` and are UTC, dates end in `_on`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from desktop.domain.partial_dates import PartialDate, Precision
from desktop.domain.values import (
    CaseStatus,
    DocumentState,
    GroupRole,
    NationalityStatus,
    Sex,
)

ADULT_AGE = 18


def is_child(birth: PartialDate | None, on: date) -> bool:
    """Whether somebody is surely under 18 on a day, however much of the date is known."""
    return birth is not None and birth.ages_on(on)[1] < ADULT_AGE


@dataclass(eq=False, kw_only=True)
class Person:
    """Somebody registered. The passport spelling is authoritative once `latin_from_document`."""

    id: UUID
    office_id: UUID
    reg_no: str
    family_name: str = ""
    given_names: str = ""
    patronymic: str = ""
    latin_family_name: str = ""
    latin_given_names: str = ""
    latin_from_document: bool = False
    sex: Sex | None = None
    sex_inferred: bool = False
    birth_earliest: date | None = None
    birth_latest: date | None = None
    birth_precision: Precision | None = None
    birth_place: str = ""
    nationality: str | None = None
    nationality_status: NationalityStatus = NationalityStatus.CLAIMED
    occupation: str = ""
    email: str = ""
    created_at: datetime
    sort_key: str = ""
    merged_into: UUID | None = None
    retired_at: datetime | None = None
    version: int = 1

    @property
    def birth(self) -> PartialDate | None:
        """Birth date as far as it is known."""
        if self.birth_earliest is None or self.birth_latest is None or self.birth_precision is None:
            return None
        return PartialDate(self.birth_earliest, self.birth_latest, self.birth_precision)

    @birth.setter
    def birth(self, value: PartialDate | None) -> None:
        self.birth_earliest = value.earliest if value else None
        self.birth_latest = value.latest if value else None
        self.birth_precision = value.precision if value else None


@dataclass(eq=False, kw_only=True)
class OtherName:
    """Another spelling or a former name of a person."""

    id: UUID
    person_id: UUID
    text: str
    kind: str = "misspelled"
    source: str = ""
    retired_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class Phone:
    """A telephone number: as it was given, and in E.164 where that is certain."""

    id: UUID
    person_id: UUID
    as_given: str
    e164: str = ""
    who_answers: str = ""
    position: int = 0
    retired_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class Case:
    """A person's way home; one open case a person."""

    id: UUID
    person_id: UUID
    owner_office_id: UUID
    status: CaseStatus = CaseStatus.REGISTERED
    closed_reason: str | None = None
    present_place_id: UUID | None = None
    present_place_text: str = ""
    present_since_on: date | None = None
    stranded_since_on: date | None = None
    destination_area: str | None = None
    destination_text: str = ""
    source: str = "counter"
    notes: str = ""
    opened_at: datetime
    closed_at: datetime | None = None
    retired_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class CaseStatusChange:
    """One step of a case: from, to, when, who, why."""

    id: UUID
    person_id: UUID
    case_id: UUID
    from_status: CaseStatus | None
    to_status: CaseStatus
    at: datetime
    officer_id: UUID
    reason: str = ""
    retired_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class IdentityDocument:
    """A paper that says who somebody is. `number_key` is `documents.document_key(number)`."""

    id: UUID
    person_id: UUID
    kind: str
    number: str = ""
    number_key: str = ""
    as_given: str = ""
    issuing_state: str | None = None
    authority: str = ""
    issued_on: date | None = None
    expires_on: date | None = None
    state: DocumentState = DocumentState.HELD
    position: int = 0
    retired_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class TravelNeed:
    """What a person needs on the way, without the reason for it."""

    id: UUID
    person_id: UUID
    kind: str
    retired_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class TravelGroup:
    """People who must not be separated."""

    id: UUID
    office_id: UUID
    label: str
    name: str = ""
    never_separate: bool = True
    created_at: datetime
    retired_at: datetime | None = None
    version: int = 1


@dataclass(eq=False, kw_only=True)
class GroupMember:
    """A person's place in a travel group."""

    id: UUID
    group_id: UUID
    person_id: UUID
    role: GroupRole = GroupRole.OTHER
    position: int = 0
    retired_at: datetime | None = None
