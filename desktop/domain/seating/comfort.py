"""How badly somebody sits: one number for one person, nought when there is nothing to mend.

The numbers only rank what to give up first: a wheelchair or a small child's guardian weighs
more than a front seat, that more than a family in one block, that more than habit.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop.domain.layouts import Nearness
from desktop.domain.seating.cabin import BY_ROW, Cabin
from desktop.domain.seating.model import SeatingTraveller

WHEELCHAIR_IN_FRONT = 100
WHEELCHAIR_ELSEWHERE = 400
NOT_IN_FRONT = 150
CHILD_ALONE_APART = 40
BESIDE_A_STRANGER = 6
MOVED = 8

WORTH_MENDING = 60
"""From here on a seat is worth looking for a better one."""


@dataclass(frozen=True)
class Passenger:
    """One person in one vehicle; all others are named by their number in the list."""

    person: SeatingTraveller
    companions: tuple[int, ...]
    guardians: tuple[int, ...]
    is_alone: bool
    former: int | None
    """Place of before in this vehicle."""

    @cached_property
    def guardian_weight(self) -> int:
        """How much it matters that the guardian is beside."""
        if "seat_beside_guardian" in self.person.needs:
            return 3
        age = self.person.age
        return 1 if age is None or age >= 12 else 2 if age >= 7 else 3

    @cached_property
    def is_particular(self) -> bool:
        """Whether it matters to this person which seat of a block it is."""
        return bool(self.guardians or self.person.needs or self.former is not None)

    @cached_property
    def is_man(self) -> bool:
        """A grown-up man whom nobody has charged with looking after others."""
        return self.person.sex == "M" and not self.person.is_minor and not self.person.escort

    @cached_property
    def is_shy(self) -> bool:
        """A woman or child who travels alone."""
        return self.is_alone or (self.person.sex == "F" and not self.companions)


class Seats:
    """Who sits where in one vehicle, and how badly."""

    def __init__(self, cabin: Cabin, passengers: Mapping[int, Passenger]) -> None:
        self.cabin = cabin
        self.passengers = passengers
        self.place_of: dict[int, int] = {}
        self.person_at: dict[int, int] = {}
        self._escorts = [n for n, passenger in passengers.items() if passenger.person.escort]

    def put(self, number: int, place: int) -> None:
        """Seat somebody who has no place on a place that nobody has."""
        self.place_of[number] = place
        self.person_at[place] = number

    def lift(self, number: int) -> None:
        """Take somebody's place away."""
        del self.person_at[self.place_of.pop(number)]

    def discomfort(self, number: int) -> int:
        """How badly one person sits among those who have a place by now."""
        passenger = self.passengers[number]
        place = self.place_of[number]
        total = self._from_needs(passenger, place) if passenger.person.needs else 0
        if passenger.guardians:
            way = self._way(passenger.guardians, self.cabin.from_guardian[place])
            total += passenger.guardian_weight * way
        elif passenger.is_alone:
            total += self._of_child_alone(place)
        if passenger.companions:
            total += self._way(passenger.companions, self.cabin.from_companion[place])
        if passenger.is_man or passenger.is_shy:
            total += BESIDE_A_STRANGER * self._strangers_beside(passenger, place)
        if passenger.former is not None and passenger.former != place:
            total += MOVED
        return total

    def discomfort_of(self, numbers: Iterable[int]) -> int:
        """Sum for several people; who has no place yet counts nothing."""
        return sum(self.discomfort(number) for number in numbers if number in self.place_of)

    def nearest(self, others: Sequence[int], place: int) -> Nearness | None:
        """How close the closest of some people is, None while none of them has a place."""
        near = [
            self.cabin.nearness[place][self.place_of[other]]
            for other in others
            if other in self.place_of
        ]
        return Nearness(min(near)) if near else None

    def is_watched(self, place: int) -> bool:
        """Whether a child alone is seen there: in front, or near an escort."""
        if self.cabin.front[place]:
            return True
        nearest = self.nearest(self._escorts, place)
        return nearest is not None and nearest <= Nearness.NEXT_ROW

    def _from_needs(self, passenger: Passenger, place: int) -> int:
        needs = passenger.person.needs
        cabin = self.cabin
        if "wheelchair_place" in needs:
            if cabin.wheelchair[place]:
                return 0
            if cabin.front[place]:
                return WHEELCHAIR_IN_FRONT + (0 if cabin.aisle[place] else BY_ROW)
            return WHEELCHAIR_ELSEWHERE + BY_ROW * cabin.rows[place]
        if "front_seat" in needs and not cabin.front[place]:
            return NOT_IN_FRONT + BY_ROW * cabin.rows[place]
        return 0

    def _way(self, others: Sequence[int], costs: Sequence[int]) -> int:
        """Cost of the way to the closest of some people who have a place by now."""
        places = self.place_of
        return min([costs[places[other]] for other in others if other in places], default=0)

    def _of_child_alone(self, place: int) -> int:
        return 0 if self.is_watched(place) else CHILD_ALONE_APART + BY_ROW * self.cabin.rows[place]

    def _strangers_beside(self, one: Passenger, place: int) -> int:
        """Neighbours with whom this makes a pair of an unknown man and a lone woman or child."""
        count = 0
        for seat in self.cabin.beside[place]:
            other = self.person_at.get(seat)
            if other is not None and other not in one.companions:
                two = self.passengers[other]
                count += (one.is_man and two.is_shy) or (one.is_shy and two.is_man)
        return count
