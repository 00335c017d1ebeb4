"""Movements planned: legs, vehicles, travellers, seats."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from uuid import UUID

from desktop.domain.layouts import Layout, SeatPlace, parse_layout
from desktop.domain.movements import CrewMember, Leg, Movement, Traveller, Vehicle, VehicleSeat
from desktop.domain.values import MovementStatus
from desktop.errors import Conflict, UserError
from desktop.usecases import views as v
from desktop.usecases.ports import ChangeSet, Desk, Reads, UnitOfWork
from desktop.usecases.travellers import put_on, take_off

CHANGEABLE = frozenset(
    {MovementStatus.DRAFT, MovementStatus.AWAITING_CLEARANCE, MovementStatus.CLEARED}
)
"""Statuses in which the plan, travellers, vehicles and seats may still be changed."""

DRIVER = "driver"


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
    """A vehicle as planned; `drivers` are names with telephones, `id` is that of a stored one."""

    layout: str
    name: str = ""
    registration: str = ""
    model: str = ""
    drivers: tuple[tuple[str, str], ...] = ()
    id: UUID | None = None


@dataclass(frozen=True)
class MovementForm:
    """A movement as an officer plans it."""

    title: str
    legs: tuple[LegForm, ...]
    vehicles: tuple[VehicleForm, ...] = ()
    mode: str = "bus"
    coordinator: str = ""
    notes: str = ""


def plan_movement(
    desk: Desk, form: MovementForm, person_ids: Sequence[UUID] = ()
) -> tuple[UUID, ChangeSet]:
    """Plan a movement with the people who travel; it gets the next number of the office.

    Raises:
        UserError: `movement.no_legs`, `movement.legs_apart` when a leg does not start where
            the one before ended, `movement.no_layout`.
        Conflict: `movement.person_elsewhere`; then nothing is planned.
    """
    require_way(form)
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
        work.add(*leg_records(desk, work.reads, movement.id, form))
        for position, vehicle in enumerate(form.vehicles, 1):
            put_vehicle(desk, work, movement.id, position, vehicle)
        put_on(desk, work, movement.id, person_ids)
        return movement.id, work.commit()


def add_vehicle(desk: Desk, movement_id: UUID, form: VehicleForm) -> ChangeSet:
    """Add a vehicle at the end of the convoy."""
    with desk.store.write("plan") as work:
        require_changeable(work, movement_id)
        put_vehicle(desk, work, movement_id, next_number(work, movement_id), form)
        return work.commit()


def add_travellers(desk: Desk, movement_id: UUID, person_ids: Sequence[UUID]) -> ChangeSet:
    """Put people on a movement, in this order; those who are on it already stay.

    Raises:
        Conflict: `movement.person_elsewhere` for somebody who is on another active movement,
            `movement.not_changeable`.
    """
    with desk.store.write("assign") as work:
        require_changeable(work, movement_id)
        put_on(desk, work, movement_id, person_ids)
        return work.commit()


def remove_travellers(desk: Desk, traveller_ids: Sequence[UUID], reason: str) -> ChangeSet:
    """Take people off their movement, such as a whole travel group, in one operation.

    Raises:
        UserError: `record.gone`.
        Conflict: `movement.not_changeable`, `record.changed_meanwhile` when one of them is off
            the movement already.
    """
    with desk.store.write("assign", reason) as work:
        travellers = [work.get(Traveller, traveller_id) for traveller_id in traveller_ids]
        for movement_id in {traveller.movement_id for traveller in travellers}:
            require_changeable(work, movement_id)
        if not all(one.active and one.retired_at is None for one in travellers):
            raise Conflict("record.changed_meanwhile")
        take_off(desk, work, travellers, reason)
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


def require_way(form: MovementForm) -> None:
    """Refuse a movement that leads nowhere.

    Raises:
        UserError: `movement.no_legs`, `movement.legs_apart`.
    """
    if not form.legs:
        raise UserError("movement.no_legs")
    for before, after in pairwise(form.legs):
        if before.to_place_id != after.from_place_id:
            raise UserError("movement.legs_apart")


def next_number(work: UnitOfWork, movement_id: UUID) -> int:
    """Number in the convoy of a further vehicle.

    That of a vehicle that was taken out is given again only if no list was issued of it: the
    printed number of a list ends with it.
    """
    listed = {row.vehicle_id for row in work.reads.manifests(movement_id)}
    vehicles = work.find(Vehicle, movement_id=movement_id)
    used = (one.position for one in vehicles if one.retired_at is None or one.id in listed)
    return max(used, default=0) + 1


def leg_records(desk: Desk, reads: Reads, movement_id: UUID, form: MovementForm) -> list[Leg]:
    """The legs of a plan as new records, with the zone of every wall clock."""
    zones = {place.id: place.zone for place in reads.places()}
    posts = {post.id: post.zone for point in reads.crossing_points() for post in point.posts}
    return [
        Leg(
            id=desk.new_id(),
            movement_id=movement_id,
            position=position,
            from_place_id=leg.from_place_id,
            to_place_id=leg.to_place_id,
            mode=form.mode,
            distance_km=leg.distance_km,
            departure_local=leg.departure_local,
            departure_zone=zones.get(leg.from_place_id, ""),
            arrival_local=leg.arrival_local,
            arrival_zone=zones.get(leg.to_place_id, ""),
            crossing_place_id=leg.crossing_place_id,
            exit_post_id=leg.exit_post_id,
            entry_post_id=leg.entry_post_id,
            exit_local=leg.exit_local,
            exit_zone=posts.get(leg.exit_post_id, "") if leg.exit_post_id else "",
            entry_local=leg.entry_local,
            entry_zone=posts.get(leg.entry_post_id, "") if leg.entry_post_id else "",
            corridor_minutes=leg.corridor_minutes,
        )
        for position, leg in enumerate(form.legs, 1)
    ]


def put_vehicle(
    desk: Desk, work: UnitOfWork, movement_id: UUID, position: int, form: VehicleForm
) -> None:
    """Add a vehicle with its seats and drivers to the operation.

    Raises:
        UserError: `movement.no_layout`.
    """
    layout = stored_layout(work.reads, form.layout)
    vehicle = Vehicle(
        id=desk.new_id(),
        movement_id=movement_id,
        position=position,
        kind=layout.kind,
        layout=layout.code,
        name=form.name.strip(),
        registration=form.registration.strip(),
        model=form.model.strip(),
    )
    work.add(vehicle)
    work.add(*(seat_record(vehicle, place) for place in layout.places))
    work.add(*(driver_record(desk, vehicle, name, phone) for name, phone in form.drivers))


def seat_record(vehicle: Vehicle, place: SeatPlace) -> VehicleSeat:
    """A seat of a layout as a seat of a vehicle."""
    return VehicleSeat(
        movement_id=vehicle.movement_id,
        vehicle_id=vehicle.id,
        seat=place.seat,
        row=place.row,
        column=place.column,
        front=place.front,
        wheelchair=place.wheelchair,
    )


def driver_record(desk: Desk, vehicle: Vehicle, name: str, phone: str) -> CrewMember:
    """A driver of a vehicle."""
    return CrewMember(
        id=desk.new_id(),
        movement_id=vehicle.movement_id,
        vehicle_id=vehicle.id,
        role=DRIVER,
        name=name,
        phone=phone,
    )
