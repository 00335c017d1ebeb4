"""Seats given: automatically for a whole movement, or by hand for one traveller."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.domain.movements import Leg, SeatAssignment, Traveller, VehicleSeat
from desktop.domain.people import is_child
from desktop.domain.seating import (
    Assignment,
    SeatingPlan,
    SeatingTraveller,
    SeatingVehicle,
    assign_seats,
)
from desktop.domain.values import GROUP_ROLES_OF_MINORS_IN_CARE, GroupRole
from desktop.errors import Conflict, UserError
from desktop.usecases import views as v
from desktop.usecases.movements import require_changeable, stored_layout
from desktop.usecases.ports import ChangeSet, Desk, Reads, UnitOfWork


@dataclass(frozen=True)
class SeatedMovement:
    """What automatic seating did; `unmet` are wishes as code and parameters."""

    seated: int
    waiting: tuple[UUID, ...]
    groups_split: int
    unmet: tuple[tuple[str, dict[str, object]], ...]
    change: ChangeSet


def auto_seat(desk: Desk, movement_id: UUID) -> SeatedMovement:
    """Seat everybody on a movement: groups together, needs met, seats fixed by hand kept.

    Raises:
        Conflict: `movement.not_changeable`.
    """
    with desk.store.write("seat") as work:
        require_changeable(work, movement_id)
        movement = work.reads.movement_detail(movement_id)
        on = crossing_day(movement) or desk.now().date()
        plan = _plan(work.reads, movement, on)
        _store(work, movement_id, plan)
        change = work.commit()
    names = {one.id: one.person.full_name for one in movement.travellers}
    vehicles = {one.id: one.name or one.registration for one in movement.vehicles}
    return SeatedMovement(
        seated=len(plan.assignments),
        waiting=tuple(plan.waiting),
        groups_split=_groups_split(movement, plan.assignments),
        unmet=tuple(
            (
                wish.code,
                {
                    **wish.params,
                    "who": ", ".join(names[one] for one in wish.travellers if one in names),
                    "vehicle": vehicles.get(wish.vehicle, "") if wish.vehicle else "",
                },
            )
            for wish in plan.unmet
        ),
        change=change,
    )


def take_seat(desk: Desk, traveller_id: UUID, vehicle_id: UUID, seat: str) -> ChangeSet:
    """Seat one traveller by hand; whoever sat there takes the traveller's former seat.

    The seat is then fixed: automatic seating leaves it.

    Raises:
        UserError: `seats.unknown`.
        Conflict: `movement.not_changeable`, `seats.taken`.
    """
    with desk.store.write("seat") as work:
        traveller = work.get(Traveller, traveller_id)
        movement_id = traveller.movement_id
        require_changeable(work, movement_id)
        if not work.find(VehicleSeat, vehicle_id=vehicle_id, seat=seat, movement_id=movement_id):
            raise UserError("seats.unknown", seat=seat)
        for leg in work.find(Leg, movement_id=movement_id, retired_at=None):
            mine = work.find(SeatAssignment, leg_id=leg.id, traveller_id=traveller_id)
            theirs = work.find(SeatAssignment, leg_id=leg.id, vehicle_id=vehicle_id, seat=seat)
            if mine and theirs and mine[0].traveller_id == theirs[0].traveller_id:
                continue
            former = [(one.vehicle_id, one.seat) for one in mine]
            others = [one.traveller_id for one in theirs]
            if others and not former:
                raise Conflict("seats.taken")
            work.unlink(*mine, *theirs)
            places = [(traveller_id, (vehicle_id, seat)), *zip(others, former, strict=False)]
            for who, (where, name) in places:
                work.add(
                    SeatAssignment(
                        movement_id=movement_id,
                        leg_id=leg.id,
                        vehicle_id=where,
                        seat=name,
                        traveller_id=who,
                    )
                )
        traveller.seat_fixed = True
        return work.commit()


def release_seat(desk: Desk, traveller_id: UUID) -> ChangeSet:
    """Let automatic seating choose for this traveller again; the seat becomes free."""
    with desk.store.write("seat") as work:
        traveller = work.get(Traveller, traveller_id)
        require_changeable(work, traveller.movement_id)
        work.unlink(*work.find(SeatAssignment, traveller_id=traveller_id))
        traveller.seat_fixed = False
        return work.commit()


def crossing_day(movement: v.MovementDetail) -> date | None:
    """Day of the first border on the way, by the clock there."""
    for leg in movement.legs:
        for local in (leg.exit_local, leg.departure_local):
            if local:
                return date.fromisoformat(local[:10])
    return None


def _plan(reads: Reads, movement: v.MovementDetail, on: date) -> SeatingPlan:
    vehicles = [
        SeatingVehicle(one.id, stored_layout(reads, one.layout)) for one in movement.vehicles
    ]
    here = {one.id: (one.vehicle_id, one.seat) for one in movement.travellers if one.vehicle_id}
    fixed = {
        one.id: here[one.id] for one in movement.travellers if one.seat_fixed and one.id in here
    }
    return assign_seats(vehicles, seating_travellers(movement, on), fixed=fixed, previous=here)


def seating_travellers(movement: v.MovementDetail, on: date) -> list[SeatingTraveller]:
    """The travellers of a movement as seating looks at them on the day `on`."""
    carers: dict[UUID, list[UUID]] = {}
    for one in movement.travellers:
        answers = one.person.group_role in GROUP_ROLES_OF_MINORS_IN_CARE
        if one.group_id and answers and not is_child(one.person.birth, on):
            carers.setdefault(one.group_id, []).append(one.id)
    return [
        SeatingTraveller(
            id=one.id,
            group=one.group_id,
            age=_age(one, on),
            sex=one.person.sex.value if one.person.sex else "X",
            guardians=tuple(carers.get(one.group_id, ())) if one.group_id else (),
            needs=frozenset(one.person.needs),
            escort=one.person.group_role == GroupRole.ESCORT,
            rank=one.position,
        )
        for one in movement.travellers
    ]


def _age(one: v.TravellerRow, on: date) -> int | None:
    return one.person.birth.ages_on(on)[1] if one.person.birth else None


def _store(work: UnitOfWork, movement_id: UUID, plan: SeatingPlan) -> None:
    """Change only the seats that are different, on every leg."""
    for leg in work.find(Leg, movement_id=movement_id, retired_at=None):
        present = {one.traveller_id: one for one in work.find(SeatAssignment, leg_id=leg.id)}
        moved = [
            one
            for who, one in present.items()
            if plan.assignments.get(who) != Assignment(one.vehicle_id, one.seat)
        ]
        work.unlink(*moved)
        staying = present.keys() - {one.traveller_id for one in moved}
        for who, place in plan.assignments.items():
            if who not in staying:
                work.add(
                    SeatAssignment(
                        movement_id=movement_id,
                        leg_id=leg.id,
                        vehicle_id=place.vehicle,
                        seat=place.seat,
                        traveller_id=who,
                    )
                )


def _groups_split(movement: v.MovementDetail, seats: Mapping[UUID, Assignment]) -> int:
    """Groups whose seated members are in more than one vehicle, or partly without a seat."""
    found: dict[UUID, set[UUID | None]] = {}
    for one in movement.travellers:
        if one.group_id:
            place = seats.get(one.id)
            found.setdefault(one.group_id, set()).add(place.vehicle if place else None)
    return sum(1 for vehicles in found.values() if len(vehicles) > 1)
