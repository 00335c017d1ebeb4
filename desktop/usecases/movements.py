"""Movements planned: legs, vehicles, travellers, seats."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.domain.layouts import Layout, parse_layout
from desktop.domain.movements import (
    CrewMember,
    Leg,
    Movement,
    SeatAssignment,
    Traveller,
    Vehicle,
    VehicleSeat,
)
from desktop.domain.people import Case, CaseStatusChange
from desktop.domain.values import CaseStatus, MovementStatus, TravellerStatus
from desktop.errors import Conflict, UserError
from desktop.usecases import views as v
from desktop.usecases.ports import ChangeSet, Desk, Reads, UnitOfWork

CHANGEABLE = frozenset(
    {MovementStatus.DRAFT, MovementStatus.AWAITING_CLEARANCE, MovementStatus.CLEARED}
)
"""Statuses in which travellers, vehicles and seats may still be changed."""


@dataclass(frozen=True)
class LegForm:
    """A leg as planned. Times are wall clock of their place, "2020-11-12T23:30", or ''."""

    from_place_id: UUID
    to_place_id: UUID
    departure_local: str = ""
    arrival_local: str = ""
    distance_km: int | None = None
    crossing_place_id: UUID | None = None
    exit_post_id: UUID | None = None
    entry_post_id: UUID | None = None
    exit_local: str = ""
    entry_local: str = ""
    corridor_minutes: int | None = None


@dataclass(frozen=True)
class VehicleForm:
    """A vehicle as planned; `drivers` are names with telephones."""

    layout: str
    name: str = ""
    registration: str = ""
    model: str = ""
    drivers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class MovementForm:
    """A movement as an officer plans it."""

    title: str
    legs: tuple[LegForm, ...]
    vehicles: tuple[VehicleForm, ...] = ()
    mode: str = "bus"
    coordinator: str = ""
    notes: str = ""


def plan_movement(desk: Desk, form: MovementForm) -> tuple[UUID, ChangeSet]:
    """Plan a movement; it gets the next printed number of the office.

    Raises:
        UserError: `movement.no_legs`, `movement.legs_apart` when a leg does not start where
            the one before ended, `movement.no_layout`.
    """
    if not form.legs:
        raise UserError("movement.no_legs")
    for before, after in zip(form.legs, form.legs[1:], strict=False):
        if before.to_place_id != after.from_place_id:
            raise UserError("movement.legs_apart")
    actor, year = desk.store.actor, desk.now().year
    with desk.store.write("plan") as work:
        office = work.reads.office(actor.office_id)
        (number,) = work.next_numbers(actor.office_id, "movement", year)
        movement = Movement(
            id=desk.new_id(),
            office_id=actor.office_id,
            code=f"{office.code}-{year}-{number:04d}",
            title=form.title.strip(),
            mode=form.mode,
            coordinator=form.coordinator,
            notes=form.notes,
            created_at=desk.now(),
        )
        work.add(movement)
        zones = {place.id: place.zone for place in work.reads.places()}
        posts = {
            post.id: post.zone for point in work.reads.crossing_points() for post in point.posts
        }
        for position, leg in enumerate(form.legs, 1):
            work.add(_leg(desk, movement.id, position, form.mode, leg, zones, posts))
        for position, vehicle in enumerate(form.vehicles, 1):
            _add_vehicle(desk, work, movement.id, position, vehicle)
        return movement.id, work.commit()


def add_vehicle(desk: Desk, movement_id: UUID, form: VehicleForm) -> ChangeSet:
    """Add a vehicle at the end of the convoy."""
    with desk.store.write("plan") as work:
        require_changeable(work, movement_id)
        known = work.find(Vehicle, movement_id=movement_id, retired_at=None)
        position = max((vehicle.position for vehicle in known), default=0) + 1
        _add_vehicle(desk, work, movement_id, position, form)
        return work.commit()


def add_travellers(desk: Desk, movement_id: UUID, person_ids: Sequence[UUID]) -> ChangeSet:
    """Put people on a movement, in this order; those who are on it already stay.

    Raises:
        Conflict: `movement.person_elsewhere` for somebody who is on another active movement,
            `movement.not_changeable`.
    """
    with desk.store.write("assign") as work:
        require_changeable(work, movement_id)
        present = work.find(Traveller, movement_id=movement_id, retired_at=None, active=True)
        there = {traveller.person_id for traveller in present}
        position = max((traveller.position for traveller in present), default=0)
        fresh = [person_id for person_id in dict.fromkeys(person_ids) if person_id not in there]
        for row in work.reads.people_rows(fresh):
            if row.movement_id is not None:
                raise Conflict("movement.person_elsewhere", movement=row.movement_code)
            position += 1
            work.add(
                Traveller(
                    id=desk.new_id(),
                    movement_id=movement_id,
                    person_id=row.id,
                    group_id=row.group_id,
                    document_id=row.document.id if row.document else None,
                    position=position,
                )
            )
            _set_case_status(desk, work, row.id, CaseStatus.ASSIGNED)
        return work.commit()


def remove_traveller(desk: Desk, traveller_id: UUID, reason: str) -> ChangeSet:
    """Take a person off a movement; the seat becomes free, the person waits again."""
    with desk.store.write("assign", reason) as work:
        traveller = work.get(Traveller, traveller_id)
        require_changeable(work, traveller.movement_id)
        work.unlink(*work.find(SeatAssignment, traveller_id=traveller_id))
        traveller.active = False
        traveller.status = TravellerStatus.WITHDREW
        traveller.reason = reason
        _set_case_status(desk, work, traveller.person_id, CaseStatus.REGISTERED)
        return work.commit()


def set_leader(desk: Desk, movement_id: UUID, person_id: UUID | None) -> ChangeSet:
    """Name the traveller who speaks for the group."""
    with desk.store.write("plan") as work:
        work.get(Movement, movement_id).leader_person_id = person_id
        return work.commit()


def stored_layout(reads: Reads, code: str) -> Layout:
    """Layout of a vehicle from reference data.

    Raises:
        UserError: `movement.no_layout`.
    """
    for row in reads.layouts():
        if row.code == code:
            return parse_layout(row.code, row.kind, row.plan, row.wheelchair_places)
    raise UserError("movement.no_layout", layout=code)


def changeable(movement: v.MovementDetail) -> bool:
    """Whether travellers, vehicles and seats may still be changed."""
    return movement.status in CHANGEABLE


def require_changeable(work: UnitOfWork, movement_id: UUID) -> Movement:
    """The movement, if its travellers, vehicles and seats may still be changed.

    Raises:
        Conflict: `movement.not_changeable`.
    """
    movement = work.get(Movement, movement_id)
    if movement.status not in CHANGEABLE:
        raise Conflict("movement.not_changeable")
    return movement


def _leg(
    desk: Desk,
    movement_id: UUID,
    position: int,
    mode: str,
    form: LegForm,
    zones: Mapping[UUID, str],
    posts: Mapping[UUID, str],
) -> Leg:
    return Leg(
        id=desk.new_id(),
        movement_id=movement_id,
        position=position,
        from_place_id=form.from_place_id,
        to_place_id=form.to_place_id,
        mode=mode,
        distance_km=form.distance_km,
        departure_local=form.departure_local,
        departure_zone=zones.get(form.from_place_id, ""),
        arrival_local=form.arrival_local,
        arrival_zone=zones.get(form.to_place_id, ""),
        crossing_place_id=form.crossing_place_id,
        exit_post_id=form.exit_post_id,
        entry_post_id=form.entry_post_id,
        exit_local=form.exit_local,
        exit_zone=posts.get(form.exit_post_id, "") if form.exit_post_id else "",
        entry_local=form.entry_local,
        entry_zone=posts.get(form.entry_post_id, "") if form.entry_post_id else "",
        corridor_minutes=form.corridor_minutes,
    )


def _add_vehicle(
    desk: Desk, work: UnitOfWork, movement_id: UUID, position: int, form: VehicleForm
) -> None:
    layout = stored_layout(work.reads, form.layout)
    vehicle = Vehicle(
        id=desk.new_id(),
        movement_id=movement_id,
        position=position,
        kind=layout.kind,
        layout=layout.code,
        name=form.name,
        registration=form.registration.strip(),
        model=form.model.strip(),
    )
    work.add(vehicle)
    for place in layout.places:
        work.add(
            VehicleSeat(
                movement_id=movement_id,
                vehicle_id=vehicle.id,
                seat=place.seat,
                row=place.row,
                column=place.column,
                front=place.front,
                wheelchair=place.wheelchair,
            )
        )
    for name, phone in form.drivers:
        work.add(
            CrewMember(
                id=desk.new_id(),
                movement_id=movement_id,
                vehicle_id=vehicle.id,
                role="driver",
                name=name,
                phone=phone,
            )
        )


def _set_case_status(desk: Desk, work: UnitOfWork, person_id: UUID, status: CaseStatus) -> None:
    for case in work.find(Case, person_id=person_id, closed_at=None, retired_at=None):
        if case.status == status:
            continue
        work.add(
            CaseStatusChange(
                id=desk.new_id(),
                person_id=person_id,
                case_id=case.id,
                from_status=case.status,
                to_status=status,
                at=desk.now(),
                officer_id=desk.store.actor.officer_id,
            )
        )
        case.status = status
