"""Which vehicle each party gets, once it is known that all of them find room.

As a careful hand does it: down the list and along the convoy, only as many vehicles as are
needed, each filled in proportion to its size, needs first, and whoever had a seat keeps it.
"""

from collections.abc import Callable, Iterator, Sequence

from desktop.domain.seating.model import Key
from desktop.domain.seating.packing import Packing, Room
from desktop.domain.seating.parties import Party

NEAR_AN_ESCORT = 4
"""Seats near an escort that a vehicle counts for children alone, beside the front row."""

Targets = Sequence[int]
"""For each vehicle, how many people it should hold."""


def spread(rooms: Sequence[Room], parties: Sequence[Party], packed: Packing) -> Packing:
    """Vehicles for the parties that `packed` has room for; `packed` itself if all else fails."""
    numbers = sorted(packed.vehicle_of)
    for used in _used_vehicles(rooms, parties, numbers):
        people = sum(rooms[vehicle].taken for vehicle in range(len(rooms)))
        people += sum(parties[number].size for number in numbers)
        balanced = _in_proportion(rooms, used, people)
        brimful = [room.capacity for room in rooms]
        for targets, lone_last in ((balanced, False), (balanced, True), (brimful, False)):
            packing = _Spreading(rooms, parties, used, targets).run(numbers, lone_last)
            if packing is not None:
                return packing
    return packed


def _used_vehicles(
    rooms: Sequence[Room], parties: Sequence[Party], numbers: Sequence[int]
) -> Iterator[list[int]]:
    """First as few vehicles as may do, from the head of the convoy; then one more each time.

    A vehicle in which somebody sits or sat before is always among them, and one with the
    wheelchair places that are needed.
    """
    begun = {vehicle for vehicle, room in enumerate(rooms) if room.taken}
    begun |= _vehicles_for_wheelchairs(rooms, sum(parties[number].wheeling for number in numbers))
    for number in numbers:
        begun |= {v for v in (parties[number].vehicle, parties[number].former) if v is not None}
    to_seat = sum(parties[number].size for number in numbers)
    used = set(begun)
    room = sum(rooms[vehicle].capacity - rooms[vehicle].taken for vehicle in used)
    for vehicle in range(len(rooms)):
        if room >= to_seat and used:
            yield sorted(used)
        if vehicle not in used:
            used.add(vehicle)
            room += rooms[vehicle].capacity - rooms[vehicle].taken
    yield sorted(used)


def _vehicles_for_wheelchairs(rooms: Sequence[Room], wheeling: int) -> set[int]:
    """First vehicles that together have so many wheelchair places, or all that have some."""
    chosen: set[int] = set()
    for vehicle, room in enumerate(rooms):
        if wheeling > 0 and room.wheelchair_places:
            chosen.add(vehicle)
            wheeling -= room.wheelchair_places
    return chosen


def _in_proportion(rooms: Sequence[Room], used: Sequence[int], people: int) -> list[int]:
    """Divide the people among the used vehicles by their capacity, rounding towards the head."""
    targets = [0] * len(rooms)
    whole = sum(rooms[vehicle].capacity for vehicle in used)
    capacity = given = 0
    for vehicle in used:
        capacity += rooms[vehicle].capacity
        so_far = -(-people * capacity // whole) if whole else 0
        targets[vehicle] = so_far - given
        given = so_far
    return targets


class _Spreading:
    """One attempt with the given vehicles and targets."""

    def __init__(
        self,
        rooms: Sequence[Room],
        parties: Sequence[Party],
        used: Sequence[int],
        targets: Targets,
    ) -> None:
        self._parties = parties
        self._used = used
        self._targets = targets
        self._packing = Packing(rooms)
        self._front = [room.front_seats for room in rooms]
        self._escorts = [room.escorts for room in rooms]
        self._near_escorts = [NEAR_AN_ESCORT * room.escorts for room in rooms]
        self._wheelchair_places = any(room.wheelchair_places for room in rooms)
        self._vehicles_of_group: dict[Key, list[int]] = {}

    def run(self, numbers: Sequence[int], lone_last: bool) -> Packing | None:
        """All of the parties in vehicles, or nothing.

        `lone_last` goes down the list twice: single people fill what the others leave.
        """
        order = sorted(numbers, key=lambda number: self._turn(number, lone_last))
        late = [number for number in order if not self._place(number)]
        late.sort(key=lambda number: (-self._parties[number].size, number))
        for number in late:
            if not self._place_where_most_is_free(number):
                return None
        return self._packing

    def _turn(self, number: int, lone_last: bool) -> tuple[int, ...]:
        """Whoever has no choice first, then needs, then the list from its head."""
        party = self._parties[number]
        if party.vehicle is not None:
            turn = 0
        elif party.former is not None:
            turn = 1
        elif party.is_escort:
            turn = 2
        elif party.wheeling or party.front or party.is_alone:
            turn = 3
        else:
            turn = 4
        return (turn, lone_last and party.size == 1, party.rank, number)

    def _place(self, number: int) -> bool:
        party = self._parties[number]
        if party.vehicle is not None:
            return self._put_first(number, [party.vehicle])
        suits = self._suits(party)
        former = [] if party.former is None else [party.former]
        if self._put_first(number, [v for v in former if not party.wheeling or suits(v)]):
            return True
        if party.is_escort:
            by_need = sorted(self._used, key=lambda vehicle: (self._escorts[vehicle], vehicle))
            return self._put_first(number, by_need)
        if party.group is not None and self._put_first(
            number, self._vehicles_of_group.get(party.group, [])
        ):
            return True
        below_target = [
            vehicle
            for vehicle in self._used
            if self._packing.load(vehicle) + party.size <= self._targets[vehicle]
        ]
        if party.is_alone:
            below_target.sort(key=lambda v: -self._near_escorts[v] - self._front[v])
        return self._put_first(number, [v for v in below_target if suits(v)]) or self._put_first(
            number, below_target
        )

    def _suits(self, party: Party) -> Callable[[int], bool]:
        """Whether a vehicle can meet the needs of the party."""
        wheelchair_places = party.wheeling if self._wheelchair_places else 0
        front = party.front + party.wheeling - wheelchair_places

        def suits(vehicle: int) -> bool:
            return (
                self._packing.free_wheelchair_places(vehicle) >= wheelchair_places
                and self._front[vehicle] >= front
            )

        return suits

    def _place_where_most_is_free(self, number: int) -> bool:
        most_free = sorted(self._used, key=lambda v: (-self._packing.free_seats(v), v))
        return self._put_first(number, most_free)

    def _put_first(self, number: int, vehicles: Sequence[int]) -> bool:
        party = self._parties[number]
        if not self._packing.put_first(number, party, vehicles):
            return False
        vehicle = self._packing.vehicle_of[number]
        in_front = party.front + (0 if self._wheelchair_places else party.wheeling)
        if party.is_alone:
            near_escorts = min(party.size, self._near_escorts[vehicle])
            self._near_escorts[vehicle] -= near_escorts
            in_front = max(in_front, party.size - near_escorts)
        if party.is_escort:
            self._near_escorts[vehicle] += NEAR_AN_ESCORT
        self._front[vehicle] -= min(self._front[vehicle], in_front)
        self._escorts[vehicle] += party.is_escort
        if party.group is not None:
            known = self._vehicles_of_group.setdefault(party.group, [])
            if vehicle not in known:
                known.append(vehicle)
        return True
