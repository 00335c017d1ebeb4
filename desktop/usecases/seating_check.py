"""The seats of a movement as they are now, looked at anew: which wishes are not met."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from desktop.domain.seating import SeatingVehicle, Unmet, assign_seats
from desktop.usecases import views as v
from desktop.usecases.movements import stored_layout
from desktop.usecases.ports import Desk, Reads
from desktop.usecases.seating import crossing_day, seating_travellers


@dataclass(frozen=True)
class SeatCheck:
    """What can be said of the present seats.

    `divided` are groups that ride in more than one vehicle. `unmet` are wishes of those who
    have a seat, with the sentences of `messages.seating`.
    """

    groups: int
    divided: tuple[UUID, ...]
    unmet: tuple[Unmet, ...]


def check_seats(desk: Desk, reads: Reads, movement: v.MovementDetail) -> SeatCheck:
    """Look at the seats that a movement has now; nothing is changed."""
    seated = [one for one in movement.travellers if one.vehicle_id]
    vehicles_of: dict[UUID, set[UUID]] = {}
    for one in seated:
        if one.group_id and one.vehicle_id:
            vehicles_of.setdefault(one.group_id, set()).add(one.vehicle_id)
    divided = tuple(group for group, vehicles in vehicles_of.items() if len(vehicles) > 1)
    return SeatCheck(
        groups=len({one.group_id for one in movement.travellers if one.group_id}),
        divided=divided,
        unmet=tuple(_unmet(desk, reads, movement)),
    )


def _unmet(desk: Desk, reads: Reads, movement: v.MovementDetail) -> Iterator[Unmet]:
    """Everybody is taken as fixed where they sit, so that nothing is left but to explain."""
    on = crossing_day(movement) or desk.now().date()
    here = {one.id: (one.vehicle_id, one.seat) for one in movement.travellers if one.vehicle_id}
    vehicles = [
        SeatingVehicle(one.id, stored_layout(reads, one.layout)) for one in movement.vehicles
    ]
    people = [one for one in seating_travellers(movement, on) if one.id in here]
    if not people:
        return
    for wish in assign_seats(vehicles, people, fixed=here).unmet:
        by_hand = wish.code == "seating.split_by_hand"
        yield Unmet("seating.group_divided", wish.travellers) if by_hand else wish
