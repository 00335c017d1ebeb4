"""Seating from beginning to end: read what is fixed, find vehicles, find seats, explain."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from desktop.domain.seating.cabin import cabin_of
from desktop.domain.seating.comfort import Passenger
from desktop.domain.seating.explaining import explain_seats, explain_waiting
from desktop.domain.seating.model import (
    LAP,
    Assignment,
    Key,
    KnownSeats,
    SeatingPlan,
    SeatingTraveller,
    SeatingVehicle,
    Unmet,
)
from desktop.domain.seating.packing import Room, pack
from desktop.domain.seating.parties import Party, make_parties
from desktop.domain.seating.placing import place_people
from desktop.domain.seating.spreading import spread


def assign_seats(
    vehicles: Sequence[SeatingVehicle],
    travellers: Sequence[SeatingTraveller],
    fixed: KnownSeats | None = None,
    previous: KnownSeats | None = None,
) -> SeatingPlan:
    """Seat the travellers, who come in list order, in the vehicles, in convoy order.

    A group that is never separated is in one vehicle or waits; children sit as near to their
    guardians as can be; `fixed` seats are kept; a seat of `previous` is kept where nothing
    speaks against it. Whatever could not be done is in the plan's `unmet`. The same input
    gives the same plan. Raises ValueError for a traveller or vehicle that comes twice.
    """
    if len({v.id for v in vehicles}) < len(vehicles):
        raise ValueError("a vehicle comes twice")
    if len({t.id for t in travellers}) < len(travellers):
        raise ValueError("a traveller comes twice")
    return _Seating(vehicles, travellers, fixed or {}, previous or {}).plan()


class _Seating:
    def __init__(
        self,
        vehicles: Sequence[SeatingVehicle],
        travellers: Sequence[SeatingTraveller],
        fixed: KnownSeats,
        previous: KnownSeats,
    ) -> None:
        self._vehicles = vehicles
        self._cabins = [cabin_of(vehicle.layout) for vehicle in vehicles]
        self._unmet: list[Unmet] = []
        self._people = [_with_lap(person, fixed) for person in travellers]
        self._fixed = self._read_fixed(fixed)
        self._previous = self._read_previous(previous)
        self._parties, unmet = make_parties(self._people, self._fixed, self._previous)
        self._unmet += unmet

    def plan(self) -> SeatingPlan:
        """The whole plan."""
        if not self._vehicles:
            everybody = tuple(person.id for person in self._people)
            return SeatingPlan({}, (*self._unmet, Unmet("seating.no_vehicle")), everybody)
        rooms = [self._room(vehicle) for vehicle in range(len(self._vehicles))]
        packed = spread(rooms, self._parties, pack(rooms, self._parties))
        self._unmet += explain_waiting(self._people, self._parties, rooms, packed)
        assignments: dict[int, Assignment] = {}
        for vehicle in range(len(self._vehicles)):
            parties = [self._parties[n] for n, v in packed.vehicle_of.items() if v == vehicle]
            assignments |= self._seat_vehicle(vehicle, parties)
        for party in self._parties:
            for infant, holder in party.riders:
                if holder in assignments:
                    lap = assignments[holder]
                    assignments[infant] = Assignment(lap.vehicle, lap.seat + LAP)
        self._explain_vehicles(assignments)
        numbers = range(len(self._people))
        return SeatingPlan(
            assignments={self._people[n].id: assignments[n] for n in numbers if n in assignments},
            unmet=tuple(self._unmet),
            waiting=tuple(self._people[n].id for n in numbers if n not in assignments),
        )

    def _seat_vehicle(self, vehicle: int, parties: Iterable[Party]) -> dict[int, Assignment]:
        cabin = self._cabins[vehicle]
        fixed = {n: place for n, (v, place) in self._fixed.items() if v == vehicle}
        to_seat = [party.to_seat for party in parties]
        inside = sorted({*fixed, *(number for party in to_seat for number in party)})
        passengers = self._passengers(vehicle, inside)
        unusable = frozenset(
            number
            for number, place in enumerate(cabin.layout.places)
            if place.seat in self._vehicles[vehicle].unusable
        )
        seats = place_people(cabin, passengers, fixed, to_seat, unusable)
        self._unmet += explain_seats(self._vehicles[vehicle].id, seats)
        return {
            number: Assignment(self._vehicles[vehicle].id, cabin.layout.places[place].seat)
            for number, place in seats.place_of.items()
        }

    def _passengers(self, vehicle: int, inside: Sequence[int]) -> dict[int, Passenger]:
        here = set(inside)
        number_of = {self._people[number].id: number for number in inside}
        of_group: dict[Key | None, set[int]] = {}
        for number in inside:
            of_group.setdefault(self._people[number].group, set()).add(number)
        of_group[None] = set()
        passengers: dict[int, Passenger] = {}
        for party in self._parties:
            for number in here.intersection(party.members):
                person = self._people[number]
                former = self._previous.get(number)
                companions = here.intersection(party.members) | of_group[person.group]
                passengers[number] = Passenger(
                    person=person,
                    companions=tuple(sorted(companions - {number})),
                    guardians=tuple(number_of[g] for g in person.guardians if g in number_of),
                    is_alone=party.is_alone,
                    former=former[1] if former is not None and former[0] == vehicle else None,
                )
        return dict(sorted(passengers.items()))

    def _room(self, vehicle: int) -> Room:
        """What is free beside the fixed seats."""
        cabin = self._cabins[vehicle]
        unusable = self._vehicles[vehicle].unusable
        fixed = {place: n for n, (v, place) in self._fixed.items() if v == vehicle}
        free = [
            number
            for number, place in enumerate(cabin.layout.places)
            if number not in fixed and place.seat not in unusable
        ]
        seats = [number for number in free if not cabin.wheelchair[number]]
        return Room(
            seats=len(seats),
            wheelchair_places=len(free) - len(seats),
            front_seats=sum(cabin.front[number] for number in seats),
            taken=len(fixed),
            escorts=sum(self._people[number].escort for number in fixed.values()),
        )

    def _read_fixed(self, fixed: KnownSeats) -> dict[int, tuple[int, int]]:
        """Fixed seats by number; what cannot be kept is said, and seated like everybody else."""
        spots: dict[int, tuple[int, int]] = {}
        taken: set[tuple[int, int]] = set()
        for number, person in enumerate(self._people):
            if person.id not in fixed or person.on_lap:
                continue
            vehicle, seat = fixed[person.id]
            spot = self._spot(vehicle, seat)
            if spot is None or spot in taken:
                code = "seating.no_such_seat" if spot is None else "seating.seat_taken"
                self._unmet.append(Unmet(code, (person.id,), vehicle, {"seat": seat}))
                continue
            taken.add(spot)
            spots[number] = spot
        return spots

    def _read_previous(self, previous: KnownSeats) -> dict[int, tuple[int, int]]:
        """Seats of before by number, as far as they still exist."""
        spots: dict[int, tuple[int, int]] = {}
        for number, person in enumerate(self._people):
            if person.id in previous and number not in self._fixed and not person.on_lap:
                spot = self._spot(*previous[person.id])
                if spot is not None:
                    spots[number] = spot
        return spots

    def _spot(self, vehicle: Key, seat: str) -> tuple[int, int] | None:
        """Numbers of a vehicle and of a usable place in it."""
        for number, candidate in enumerate(self._vehicles):
            if candidate.id == vehicle and seat not in candidate.unusable:
                place = candidate.layout.by_name.get(seat)
                if place is not None:
                    return number, candidate.layout.places.index(place)
        return None

    def _explain_vehicles(self, assignments: Mapping[int, Assignment]) -> None:
        """Say which vehicles are without an escort although there are some."""
        if not any(person.escort for person in self._people):
            return
        used = {assignment.vehicle for assignment in assignments.values()}
        escorted = {
            assignments[number].vehicle
            for number, person in enumerate(self._people)
            if person.escort and number in assignments
        }
        self._unmet += [
            Unmet("seating.no_escort", (), vehicle.id)
            for vehicle in self._vehicles
            if vehicle.id in used - escorted
        ]


def _with_lap(person: SeatingTraveller, fixed: KnownSeats) -> SeatingTraveller:
    """Whoever was put on a lap by hand rides there; whoever got a seat by hand has a seat."""
    if person.id not in fixed:
        return person
    return replace(person, on_lap=fixed[person.id][1].endswith(LAP))
