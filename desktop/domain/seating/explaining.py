"""What could not be done, and why, as codes with values; the sentences are elsewhere."""

from collections.abc import Sequence

from desktop.domain.layouts import Nearness
from desktop.domain.seating.comfort import Passenger, Seats
from desktop.domain.seating.model import Key, SeatingTraveller, Unmet
from desktop.domain.seating.packing import Packing, Room
from desktop.domain.seating.parties import Party


def explain_waiting(
    people: Sequence[SeatingTraveller],
    parties: Sequence[Party],
    rooms: Sequence[Room],
    packed: Packing,
) -> list[Unmet]:
    """Why parties wait, and which groups that need not stay together do not."""
    unmet = []
    last_seated = max((parties[number].rank for number in packed.vehicle_of), default=0)
    largest = max(room.capacity for room in rooms)
    left = max(packed.free_seats(vehicle) for vehicle in range(len(rooms)))
    vehicles_of: dict[Key, set[int | None]] = {}
    members_of: dict[Key, list[Key]] = {}
    for number, party in enumerate(parties):
        vehicle = packed.vehicle_of.get(number)
        ids = tuple(people[member].id for member in party.members)
        if party.group is not None:
            vehicles_of.setdefault(party.group, set()).add(vehicle)
            members_of.setdefault(party.group, []).extend(ids)
        if vehicle is not None:
            continue
        sizes: dict[str, object] = {"size": party.size, "left": left}
        if party.vehicle is not None:
            code = "seating.no_room_beside_fixed"
        elif party.size > largest:
            code, sizes = "seating.group_too_large", {"size": party.size, "largest": largest}
        elif party.size == 1:
            code, sizes = "seating.no_seat", {}
        elif party.rank < last_seated:
            code = "seating.passed_over"
        else:
            code = "seating.no_room"
        unmet.append(Unmet(code, ids, params=sizes))
    unmet += [
        Unmet("seating.group_divided", tuple(members_of[group]))
        for group, vehicles in vehicles_of.items()
        if len(vehicles) > 1
    ]
    return unmet


def explain_seats(vehicle: Key, seats: Seats) -> list[Unmet]:
    """Whose needs are not met in one vehicle."""
    return [
        Unmet(code, (passenger.person.id,), vehicle)
        for number, passenger in seats.passengers.items()
        for code in _codes(seats, passenger, seats.place_of[number])
    ]


def _codes(seats: Seats, passenger: Passenger, place: int) -> list[str]:
    codes = []
    needs = passenger.person.needs
    in_front = seats.cabin.front[place]
    if "wheelchair_place" in needs and not seats.cabin.wheelchair[place]:
        codes.append("seating.wheelchair_in_front" if in_front else "seating.no_wheelchair_place")
    if "front_seat" in needs and not in_front:
        codes.append("seating.no_front_seat")
    nearest = seats.nearest(passenger.guardians, place)
    if "seat_beside_guardian" in needs and nearest is None:
        codes.append("seating.no_guardian")
    elif "seat_beside_guardian" in needs and nearest is not Nearness.BESIDE:
        codes.append("seating.not_beside_guardian")
    elif nearest is Nearness.FAR:
        codes.append("seating.apart_from_guardian")
    if passenger.is_alone and not seats.is_watched(place):
        codes.append("seating.child_unwatched")
    return codes
