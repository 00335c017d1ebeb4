"""Plain rows that screens, papers and the command line read."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from desktop.domain.names.transliteration import latin_suggestion
from desktop.domain.partial_dates import PartialDate
from desktop.domain.values import ImportOutcome, MovementStatus, Sex, TravellerStatus

Names = dict[str, str]
"""Text by language."""


@dataclass(frozen=True)
class PeopleFilter:
    """What the list of people is narrowed to; empty means all."""

    text: str = ""
    status: str = ""
    place_id: UUID | None = None
    movement_id: UUID | None = None
    group_id: UUID | None = None
    region: str = ""
    missing: str = ""
    """`birth`, `document`, `latin` or `sex`: only people for whom this is not known."""
    without_movement: bool = False
    batch_id: UUID | None = None


@dataclass(frozen=True)
class DocumentRow:
    """An identity document as lists show it."""

    id: UUID
    kind: str
    number: str
    state: str
    expires_on: date | None
    issuing_state: str | None = None
    issued_on: date | None = None


@dataclass(frozen=True)
class PersonRow:
    """One line of a list of people."""

    id: UUID
    reg_no: str
    family_name: str
    given_names: str
    patronymic: str
    latin_family_name: str
    latin_given_names: str
    sex: Sex | None
    sex_inferred: bool
    birth: PartialDate | None
    nationality: str | None
    document: DocumentRow | None
    phone: str
    status: str
    place_id: UUID | None
    place_text: str
    since_on: date | None
    destination_area: str | None
    destination_text: str
    group_id: UUID | None
    group_label: str
    group_role: str
    needs: tuple[str, ...]
    movement_id: UUID | None
    movement_code: str

    @property
    def full_name(self) -> str:
        """Name in the person's own script."""
        return " ".join(filter(None, (self.family_name, self.given_names, self.patronymic)))

    @property
    def latin_or_suggested(self) -> tuple[str, str]:
        """Family name and given names as in the passport, else as suggested for it."""
        if self.latin_family_name or self.latin_given_names:
            return self.latin_family_name, self.latin_given_names
        return latin_suggestion(self.family_name), latin_suggestion(self.given_names)

    @property
    def latin_name(self) -> str:
        """Name as in the passport, else as suggested for it."""
        return " ".join(filter(None, self.latin_or_suggested))


class FoundRow(NamedTuple):
    """One hit of the search as you type."""

    id: UUID
    reg_no: str
    family_name: str
    given_names: str
    patronymic: str
    latin_family_name: str
    latin_given_names: str


@dataclass(frozen=True)
class PersonDetail:
    """Everything that the details panel and the person page show."""

    row: PersonRow
    version: int
    latin_from_document: bool
    birth_place: str
    occupation: str
    email: str
    nationality_status: str
    documents: tuple[DocumentRow, ...]
    phones: tuple[str, ...]
    other_names: tuple[str, ...]
    notes: str
    source: str
    stranded_since_on: date | None
    group: tuple[PersonRow, ...]
    said: tuple["SaidRow", ...]


@dataclass(frozen=True)
class SaidRow:
    """What a row of an imported list said about a person."""

    file_name: str
    row: int
    at: datetime
    cells: tuple[str, ...]
    problems: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class MatchRow:
    """What the comparison with an arriving person needs."""

    id: UUID
    family_name: str
    given_names: str
    patronymic: str
    latin_family_name: str
    latin_given_names: str
    birth: PartialDate | None
    sex: Sex | None
    documents: tuple[str, ...]
    phones: tuple[str, ...]


@dataclass(frozen=True)
class MovementRow:
    """One line of the list of movements."""

    id: UUID
    code: str
    title: str
    status: MovementStatus
    mode: str
    from_place_id: UUID | None
    to_place_id: UUID | None
    departure_local: str
    departure_zone: str
    travellers: int
    seated: int
    seats: int
    vehicles: int


@dataclass(frozen=True)
class LegRow:
    """A leg with its planned times as wall clock and zone."""

    id: UUID
    position: int
    from_place_id: UUID
    to_place_id: UUID
    distance_km: int | None
    departure_local: str
    departure_zone: str
    arrival_local: str
    arrival_zone: str
    crossing_place_id: UUID | None
    exit_post_id: UUID | None
    entry_post_id: UUID | None
    exit_local: str
    exit_zone: str
    entry_local: str
    entry_zone: str
    corridor_minutes: int | None


@dataclass(frozen=True)
class SeatRow:
    """A seat of a vehicle and who sits there on the first leg."""

    seat: str
    row: int
    column: int
    front: bool
    wheelchair: bool
    traveller_id: UUID | None


@dataclass(frozen=True)
class VehicleRow:
    """A vehicle with its seats and crew."""

    id: UUID
    position: int
    kind: str
    layout: str
    name: str
    registration: str
    model: str
    seats: tuple[SeatRow, ...]
    crew: tuple[tuple[str, str, str], ...] = ()
    """Role, name, telephone."""

    @property
    def taken(self) -> int:
        """Seats in which somebody sits."""
        return sum(1 for seat in self.seats if seat.traveller_id)


@dataclass(frozen=True)
class TravellerRow:
    """A person on a movement with the seat."""

    id: UUID
    person: PersonRow
    status: TravellerStatus
    position: int
    group_id: UUID | None
    group_label: str
    seat_fixed: bool
    vehicle_id: UUID | None
    seat: str


@dataclass(frozen=True)
class MovementDetail:
    """A movement with everything that its pages and papers show."""

    id: UUID
    office_id: UUID
    version: int
    code: str
    title: str
    mode: str
    status: MovementStatus
    coordinator: str
    leader_person_id: UUID | None
    notes: str
    legs: tuple[LegRow, ...]
    vehicles: tuple[VehicleRow, ...]
    travellers: tuple[TravellerRow, ...]


@dataclass(frozen=True)
class ManifestRow:
    """A version of a list that was issued."""

    id: UUID
    vehicle_id: UUID | None
    recipient: str
    number: str
    list_version: int
    issued_at: datetime
    people: int
    content_hash: str


@dataclass(frozen=True)
class DispatchRow:
    """Something that was issued, printed, saved or sent; of a list, which version it was."""

    id: UUID
    kind: str
    subject: str
    recipient: str
    purpose: str
    file_name: str
    checksum: str
    at: datetime
    movement_id: UUID | None
    manifest_id: UUID | None


@dataclass(frozen=True)
class BatchRow:
    """An imported list."""

    id: UUID
    file_name: str
    at: datetime
    rows_read: int
    created: int
    matched: int
    review: int
    rejected: int
    undone: bool


@dataclass(frozen=True)
class ImportedRow:
    """What became of one row of an imported list."""

    row: int
    outcome: ImportOutcome
    reason: str
    person_id: UUID | None
    group_label: str
    cells: tuple[str, ...]
    problems: tuple[dict[str, Any], ...]
    candidates: tuple[UUID, ...]


@dataclass(frozen=True)
class OrganisationRow:
    """A recipient in the directory."""

    id: UUID
    kind: str
    name: str
    country: str | None
    email: str
    phone: str


@dataclass(frozen=True)
class PlaceRow:
    """A place with its names by language."""

    id: UUID
    code: str
    kind: str
    names: Names
    country: str | None
    zone: str
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True)
class PostRow:
    """One side's post of a crossing point."""

    id: UUID
    country: str
    names: Names
    zone: str


@dataclass(frozen=True)
class CrossingRow:
    """A crossing point with its two posts."""

    place: PlaceRow
    posts: tuple[PostRow, ...]


@dataclass(frozen=True)
class LayoutRow:
    """A layout of a vehicle as reference data gives it."""

    code: str
    kind: str
    names: Names
    plan: str
    wheelchair_places: int


@dataclass(frozen=True)
class AreaRow:
    """A region or district."""

    code: str
    parent: str | None
    country: str
    level: str
    names: Names


@dataclass(frozen=True)
class TodayCounts:
    """Counts of Today; every number leads to the people behind it."""

    by_status: dict[str, int] = field(default_factory=dict)
    by_place: tuple[tuple[UUID | None, int], ...] = ()
    without_birth: int = 0
    without_document: int = 0
    children_alone: tuple[UUID, ...] = ()
    to_review: int = 0
    unseated: tuple[tuple[UUID, str, int], ...] = ()
    """Movement, its code, travellers without a seat."""
    longest_since: date | None = None


@dataclass(frozen=True)
class Worked:
    """When something was changed for the first and for the last time (aware)."""

    first: datetime
    last: datetime


@dataclass(frozen=True)
class HistoryRow:
    """One change of a record's history."""

    operation_id: UUID
    at: datetime
    kind: str
    table: str
    field: str | None
    old: Any
    new: Any
    officer: str


@dataclass(frozen=True)
class OfficeRow:
    """The office whose letterhead papers carry."""

    id: UUID
    code: str
    names: Names
    letterhead: Names
    zone: str
