"""A stored movement changed: title, way, times, vehicles; nobody loses a seat unawares."""

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from desktop.domain.movements import (
    CrewMember,
    Leg,
    SeatAssignment,
    Traveller,
    Vehicle,
    VehicleSeat,
)
from desktop.errors import Conflict
from desktop.usecases.movements import (
    DRIVER,
    MovementForm,
    VehicleForm,
    driver_record,
    leg_records,
    next_number,
    put_vehicle,
    require_changeable,
    require_way,
    seat_record,
    stored_layout,
)
from desktop.usecases.ports import ChangeSet, Desk, Reads, UnitOfWork

_LEG_FIELDS = (
    "from_place_id",
    "to_place_id",
    "mode",
    "distance_km",
    "departure_local",
    "departure_zone",
    "arrival_local",
    "arrival_zone",
    "crossing_place_id",
    "exit_post_id",
    "entry_post_id",
    "exit_local",
    "exit_zone",
    "entry_local",
    "entry_zone",
    "corridor_minutes",
)


def losing_seats(desk: Desk, movement_id: UUID, vehicles: Sequence[VehicleForm]) -> list[UUID]:
    """Travellers whose seat would be gone if the movement had these vehicles.

    Raises:
        UserError: `record.gone`, `movement.no_layout`.
    """
    with desk.store.read() as reads:
        movement = reads.movement_detail(movement_id)
        left = _seats_of(reads, vehicles)
    return [
        one.id
        for one in movement.travellers
        if one.vehicle_id and (one.vehicle_id, one.seat) not in left
    ]


def change_plan(
    desk: Desk,
    movement_id: UUID,
    base_version: int,
    form: MovementForm,
    *,
    unseated: Collection[UUID] = (),
) -> ChangeSet:
    """Save what an officer changed of a plan; vehicles are known by the id in their form.

    Who sits in a seat that stays keeps it, on new legs too. `unseated` are the travellers of
    whom the officer was told that they lose their seat. Once a list was issued the vehicles
    keep their numbers, because those stand on it.

    Raises:
        UserError: `record.gone`, `movement.no_legs`, `movement.legs_apart`,
            `movement.no_layout`.
        Conflict: `movement.not_changeable`, `record.changed_meanwhile` when somebody saved
            since `base_version`, `movement.seats_lost` when others than `unseated` would lose
            their seat.
    """
    require_way(form)
    with desk.store.write("plan") as work:
        movement = require_changeable(work, movement_id)
        if movement.version != base_version:
            raise Conflict("record.changed_meanwhile")
        _free_seats(work, movement_id, form.vehicles, unseated)
        movement.title = form.title.strip()
        movement.mode = form.mode
        movement.coordinator = form.coordinator
        movement.notes = form.notes
        _change_vehicles(desk, work, movement_id, form.vehicles)
        _change_legs(desk, work, movement_id, form)
        return work.commit()


def _seats_of(reads: Reads, vehicles: Iterable[VehicleForm]) -> set[tuple[UUID, str]]:
    """The seats that stored vehicles have once they are as in their forms."""
    return {
        (vehicle.id, place.seat)
        for vehicle in vehicles
        if vehicle.id
        for place in stored_layout(reads, vehicle.layout).places
    }


def _free_seats(
    work: UnitOfWork,
    movement_id: UUID,
    vehicles: Sequence[VehicleForm],
    unseated: Collection[UUID],
) -> None:
    """Take back the seats that will be gone."""
    left = _seats_of(work.reads, vehicles)
    given = work.find(SeatAssignment, movement_id=movement_id)
    gone = [one for one in given if (one.vehicle_id, one.seat) not in left]
    losing = {one.traveller_id for one in gone}
    if unaware := losing.difference(unseated):
        raise Conflict("movement.seats_lost", count=len(unaware))
    work.unlink(*gone)
    for traveller_id in losing:
        work.get(Traveller, traveller_id).seat_fixed = False


def _change_vehicles(
    desk: Desk, work: UnitOfWork, movement_id: UUID, forms: Sequence[VehicleForm]
) -> None:
    known = {one.id: one for one in work.find(Vehicle, movement_id=movement_id, retired_at=None)}
    present = [(known.pop(form.id, None) if form.id else None, form) for form in forms]
    for gone in known.values():
        work.unlink(*work.find(VehicleSeat, vehicle_id=gone.id))
        for member in work.find(CrewMember, vehicle_id=gone.id, retired_at=None):
            member.retired_at = desk.now()
        gone.retired_at = desk.now()
    listed = bool(work.reads.manifests(movement_id))
    for number, (vehicle, form) in enumerate(present, 1):
        if vehicle is None:
            following = next_number(work, movement_id) if listed else number
            put_vehicle(desk, work, movement_id, following, form)
            continue
        if not listed:
            vehicle.position = number
        vehicle.name = form.name.strip()
        vehicle.registration = form.registration.strip()
        vehicle.model = form.model.strip()
        if vehicle.layout != form.layout:
            _change_layout(work, vehicle, form.layout)
        _change_drivers(desk, work, vehicle, form.drivers)


def _change_layout(work: UnitOfWork, vehicle: Vehicle, code: str) -> None:
    """Other seats; whoever sits in one that both layouts have keeps it."""
    layout = stored_layout(work.reads, code)
    wanted = {place.seat: seat_record(vehicle, place) for place in layout.places}
    present = {one.seat: one for one in work.find(VehicleSeat, vehicle_id=vehicle.id)}
    moved = [one for seat, one in present.items() if _differs(one, wanted.get(seat))]
    there = present.keys() - {one.seat for one in moved}
    sitting = [
        one for one in work.find(SeatAssignment, vehicle_id=vehicle.id) if one.seat not in there
    ]
    # Nobody may sit in a seat while it is taken out and put in again.
    work.unlink(*sitting, *moved)
    work.add(*(seat for name, seat in wanted.items() if name not in there))
    work.add(*sitting)
    vehicle.kind = layout.kind
    vehicle.layout = layout.code


def _differs(one: VehicleSeat, other: VehicleSeat | None) -> bool:
    if other is None:
        return True
    place = (one.row, one.column, one.front, one.wheelchair)
    return place != (other.row, other.column, other.front, other.wheelchair)


def _change_drivers(
    desk: Desk, work: UnitOfWork, vehicle: Vehicle, drivers: Sequence[tuple[str, str]]
) -> None:
    known = {
        member.name: member
        for member in work.find(CrewMember, vehicle_id=vehicle.id, role=DRIVER, retired_at=None)
    }
    for name, phone in drivers:
        member = known.pop(name, None)
        if member is None:
            work.add(driver_record(desk, vehicle, name, phone))
        else:
            member.phone = phone
    for gone in known.values():
        gone.retired_at = desk.now()


def _change_legs(desk: Desk, work: UnitOfWork, movement_id: UUID, form: MovementForm) -> None:
    """Legs are the same by their place in the way; seats are given for the whole of it."""
    legs = work.find(Leg, movement_id=movement_id, retired_at=None)
    present = sorted(legs, key=lambda leg: leg.position)
    seats = work.find(SeatAssignment, leg_id=present[0].id) if present else []
    wanted = leg_records(desk, work.reads, movement_id, form)
    for leg, fresh in zip(present, wanted, strict=False):
        for name in _LEG_FIELDS:
            setattr(leg, name, getattr(fresh, name))
    for fresh in wanted[len(present) :]:
        work.add(fresh)
        work.add(
            *(
                SeatAssignment(
                    movement_id=movement_id,
                    leg_id=fresh.id,
                    vehicle_id=one.vehicle_id,
                    seat=one.seat,
                    traveller_id=one.traveller_id,
                )
                for one in seats
            )
        )
    for gone in present[len(wanted) :]:
        work.unlink(*work.find(SeatAssignment, leg_id=gone.id))
        gone.retired_at = desk.now()
