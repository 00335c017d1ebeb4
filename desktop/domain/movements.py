"""Movements: journeys of many people, their legs, vehicles, travellers and seats (section 4)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop.domain.values import MovementStatus, TravellerStatus


@dataclass(eq=False, kw_only=True)
class Movement:
    """One planned journey. `number` runs within office and year and is printed on lists."""

    id: UUID
    office_id: UUID
    code: str
    title: str = ""
    mode: str = "bus"
    status: MovementStatus = MovementStatus.DRAFT
    assembly_place_id: UUID | None = None
    coordinator: str = ""
    leader_person_id: UUID | None = None
    notes: str = ""
    created_at: datetime
    retired_at: datetime | None = None
    version: int = 1


@dataclass(eq=False, kw_only=True)
class Leg:
    """A part of a movement between two places.

    Planned times are wall-clock ISO text ("2020-11-12T23:30") with the place's IANA zone
    beside them; the instant is derived when it is needed, so a change of zone data moves it.
    A leg that ends at a border names the crossing point, the exit post and the entry post.
    """

    id: UUID
    movement_id: UUID
    position: int
    from_place_id: UUID
    to_place_id: UUID
    mode: str = "bus"
    distance_km: int | None = None
    departure_local: str = ""
    departure_zone: str = ""
    arrival_local: str = ""
    arrival_zone: str = ""
    crossing_place_id: UUID | None = None
    exit_post_id: UUID | None = None
    entry_post_id: UUID | None = None
    exit_local: str = ""
    exit_zone: str = ""
    entry_local: str = ""
    entry_zone: str = ""
    corridor_minutes: int | None = None
    retired_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class Vehicle:
    """A vehicle of a movement, in convoy order."""

    id: UUID
    movement_id: UUID
    position: int
    kind: str
    layout: str
    name: str = ""
    registration: str = ""
    model: str = ""
    carrier: str = ""
    retired_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class CrewMember:
    """A driver, medic, interpreter or escort: not a traveller."""

    id: UUID
    movement_id: UUID
    vehicle_id: UUID
    role: str
    name: str
    phone: str = ""
    retired_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class VehicleSeat:
    """A seat that exists. Row and column count from 1 and 0."""

    movement_id: UUID
    vehicle_id: UUID
    seat: str
    row: int
    column: int
    front: bool = False
    wheelchair: bool = False


@dataclass(eq=False, kw_only=True)
class Traveller:
    """A person on a movement. `active` while the person occupies a place on it."""

    id: UUID
    movement_id: UUID
    person_id: UUID
    group_id: UUID | None = None
    document_id: UUID | None = None
    status: TravellerStatus = TravellerStatus.PROPOSED
    position: int = 0
    seat_fixed: bool = False
    reason: str = ""
    active: bool = True
    retired_at: datetime | None = None


@dataclass(eq=False, kw_only=True)
class SeatAssignment:
    """Who sits where on a leg; the database refuses a seat sold twice."""

    movement_id: UUID
    leg_id: UUID
    vehicle_id: UUID
    seat: str
    traveller_id: UUID


@dataclass(eq=False, kw_only=True)
class Manifest:
    """A numbered, frozen version of a list for a recipient.

    `content` is the frozen list as data (see `usecases.manifests`); `content_hash` is the
    SHA-256 that its papers carry.
    """

    id: UUID
    movement_id: UUID
    vehicle_id: UUID | None
    recipient: str
    number: str
    list_version: int
    issued_at: datetime
    zone: str
    officer_id: UUID
    content: dict[str, object]
    content_hash: str
    people: int
    retired_at: datetime | None = None
