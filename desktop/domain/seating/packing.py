"""Which parties find room at all: as many people as possible, in the order of the list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.domain.seating.parties import Party

MOST_REPACKS = 12
"""How often everybody is packed anew to let one more party in; keeps 1,000 people quick."""


@dataclass(frozen=True)
class Room:
    """Free places of a vehicle, and how many people already sit there by hand."""

    seats: int
    wheelchair_places: int
    front_seats: int
    taken: int
    escorts: int

    @property
    def capacity(self) -> int:
        """Places in all, the taken ones too."""
        return self.seats + self.wheelchair_places + self.taken


class Packing:
    """Parties put into vehicles, never more than fit. Both go by their numbers."""

    def __init__(self, rooms: Sequence[Room]) -> None:
        self.rooms = rooms
        self.vehicle_of: dict[int, int] = {}
        self._sitting = [0] * len(rooms)
        self._wheeling = [0] * len(rooms)

    def fits(self, party: Party, vehicle: int) -> bool:
        """Whether the vehicle has room; who finds no wheelchair place takes a seat."""
        room = self.rooms[vehicle]
        wheeling = self._wheeling[vehicle] + party.wheeling
        sitting = self._sitting[vehicle] + party.sitting
        return sitting + max(0, wheeling - room.wheelchair_places) <= room.seats

    def put(self, number: int, party: Party, vehicle: int) -> None:
        """Put a party that fits into a vehicle."""
        self.vehicle_of[number] = vehicle
        self._sitting[vehicle] += party.sitting
        self._wheeling[vehicle] += party.wheeling

    def load(self, vehicle: int) -> int:
        """People in a vehicle, those with a fixed seat too."""
        return self._sitting[vehicle] + self._wheeling[vehicle] + self.rooms[vehicle].taken

    def free_seats(self, vehicle: int) -> int:
        """Seats that nobody has."""
        room = self.rooms[vehicle]
        in_seats = max(0, self._wheeling[vehicle] - room.wheelchair_places)
        return room.seats - self._sitting[vehicle] - in_seats

    def free_wheelchair_places(self, vehicle: int) -> int:
        """Wheelchair places that nobody has."""
        return max(0, self.rooms[vehicle].wheelchair_places - self._wheeling[vehicle])

    def put_first(self, number: int, party: Party, vehicles: Iterable[int]) -> bool:
        """Put a party into the first of the vehicles that has room, if one has."""
        for vehicle in vehicles:
            if self.fits(party, vehicle):
                self.put(number, party, vehicle)
                return True
        return False

    def choices(self, party: Party) -> Iterable[int]:
        """Vehicles that a party may go into, in the order of the convoy."""
        return range(len(self.rooms)) if party.vehicle is None else (party.vehicle,)


def pack(rooms: Sequence[Room], parties: Sequence[Party]) -> Packing:
    """Room for as many people as possible; a party that is not in the answer waits.

    Parties with a seat fixed by hand come first, then ranks in their order. A party that waits
    sees nobody of a later rank seated but smaller parties, in room that was too small for it.
    Within one rank at least as many people find room as first-fit-decreasing finds.
    """
    whole = _pack_all(rooms, parties, range(len(parties)))
    if whole is not None:
        return whole
    order = sorted(range(len(parties)), key=lambda number: _turn(parties[number], number))
    plain = _fill(rooms, parties, order, 0)
    clever = _fill(rooms, parties, order, MOST_REPACKS)
    ranks = sorted({party.rank for party in parties})
    return max(plain, clever, key=lambda packing: _seated(packing, parties, ranks))


def _turn(party: Party, number: int) -> tuple[int, ...]:
    return (party.vehicle is None, party.rank, -party.size, number)


def _seated(packing: Packing, parties: Sequence[Party], ranks: Sequence[int]) -> list[int]:
    """How many people of each rank have room."""
    counts = dict.fromkeys(ranks, 0)
    for number in packing.vehicle_of:
        counts[parties[number].rank] += parties[number].size
    return list(counts.values())


def _fill(
    rooms: Sequence[Room], parties: Sequence[Party], order: Sequence[int], repacks: int
) -> Packing:
    """Take in what fits, and up to `repacks` times what fits only if the others move."""
    packing = Packing(rooms)
    waiting: list[int] = []
    for number in order:
        party = parties[number]
        if packing.put_first(number, party, packing.choices(party)):
            continue
        waiting.append(number)
        if repacks and party.sitting <= sum(map(packing.free_seats, range(len(rooms)))):
            repacks -= 1
            anew = _pack_all(rooms, parties, [*packing.vehicle_of, number])
            if anew is not None:
                packing = anew
                waiting = [
                    n
                    for n in waiting
                    if n != number and not anew.put_first(n, parties[n], anew.choices(parties[n]))
                ]
    return packing


def _pack_all(
    rooms: Sequence[Room], parties: Sequence[Party], numbers: Iterable[int]
) -> Packing | None:
    """All of these parties in the vehicles, or nothing."""
    ordered = sorted(
        numbers,
        key=lambda n: (parties[n].vehicle is None, -parties[n].size, n),
    )
    return _first_fit(rooms, parties, ordered) or _fullest(rooms, parties, ordered)


def _first_fit(
    rooms: Sequence[Room], parties: Sequence[Party], ordered: Sequence[int]
) -> Packing | None:
    packing = Packing(rooms)
    for number in ordered:
        if not packing.put_first(number, parties[number], packing.choices(parties[number])):
            return None
    return packing


def _fullest(
    rooms: Sequence[Room], parties: Sequence[Party], ordered: Sequence[int]
) -> Packing | None:
    """Fill one vehicle after the other as full as its parties allow, the smallest one first."""
    packing = Packing(rooms)
    for number in ordered:
        vehicle = parties[number].vehicle
        if vehicle is not None:
            if not packing.fits(parties[number], vehicle):
                return None
            packing.put(number, parties[number], vehicle)
    left = [number for number in ordered if number not in packing.vehicle_of]
    for vehicle in sorted(range(len(rooms)), key=lambda vehicle: rooms[vehicle].capacity):
        chosen = _best_filling(parties, left, packing.free_seats(vehicle))
        for number in chosen:
            packing.put(number, parties[number], vehicle)
        left = [number for number in left if number not in chosen]
    return None if left else packing


def _best_filling(parties: Sequence[Party], numbers: Sequence[int], seats: int) -> frozenset[int]:
    """Parties that together fill the seats best; among equals, those with the largest ones."""
    fillings: dict[int, tuple[int, ...]] = {0: ()}
    for number in numbers:
        size = parties[number].size
        for filled in sorted(fillings):
            if filled + size <= seats and filled + size not in fillings:
                fillings[filled + size] = (*fillings[filled], number)
        if seats in fillings:
            break
    return frozenset(fillings[max(fillings)])
