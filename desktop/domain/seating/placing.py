"""Seats of the people of one vehicle: blocks for families first, then single people, then mends."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from desktop.domain.seating.cabin import Cabin
from desktop.domain.seating.comfort import WORTH_MENDING, Passenger, Seats

LOOKED_AT = 3
"""Blocks of seats that are tried person by person, of those that look best as a whole."""
ARRANGED = 12
"""Larger parties are not rearranged within their block; mending looks after them."""
MENDING_ROUNDS = 4
FRONT_NEEDS = frozenset({"wheelchair_place", "front_seat"})

Block = tuple[int, ...]


def place_people(
    cabin: Cabin,
    passengers: Mapping[int, Passenger],
    fixed: Mapping[int, int],
    parties: Sequence[Sequence[int]],
    unusable: frozenset[int],
) -> Seats:
    """Seat every passenger; `fixed` are kept, `parties` are the others as they belong together.

    There must be as many usable places as people. Deterministic: equal choices fall to the
    seat further in front and to the person earlier in the list.
    """
    return _Placing(cabin, passengers, fixed, unusable).run(parties)


class _Placing:
    def __init__(
        self,
        cabin: Cabin,
        passengers: Mapping[int, Passenger],
        fixed: Mapping[int, int],
        unusable: frozenset[int],
    ) -> None:
        self._cabin = cabin
        self._passengers = passengers
        self._fixed = fixed
        self._seats = Seats(cabin, passengers)
        self._free = {place for place in range(len(cabin.rows)) if place not in unusable}
        # An escort behind the front row has more children alone near it.
        self._front_is_for_children = 10 * any(p.is_alone for p in passengers.values())
        for number, place in fixed.items():
            self._put(number, place)

    def run(self, parties: Sequence[Sequence[int]]) -> Seats:
        """Seat everybody."""
        self._keep_former(parties)
        self._give_wheelchair_places()
        left = [[n for n in party if n not in self._seats.place_of] for party in parties]
        for party in sorted(filter(None, left), key=self._turn):
            self._seat_party(party)
        self._mend()
        return self._seats

    def _put(self, number: int, place: int) -> None:
        self._seats.put(number, place)
        self._free.discard(place)

    def _keep_former(self, parties: Sequence[Sequence[int]]) -> None:
        for party in parties:
            for number in party:
                former = self._passengers[number].former
                if former in self._free and self._may_sit(number, former):
                    self._put(number, former)

    def _may_sit(self, number: int, place: int) -> bool:
        """Only who needs it gets a wheelchair place; it has no seat."""
        needs = self._passengers[number].person.needs
        return not self._cabin.wheelchair[place] or "wheelchair_place" in needs

    def _give_wheelchair_places(self) -> None:
        places = [place for place in sorted(self._free) if self._cabin.wheelchair[place]]
        waiting = [
            number
            for number, passenger in self._passengers.items()
            if "wheelchair_place" in passenger.person.needs and number not in self._fixed
        ]
        for number in waiting:
            now = self._seats.place_of.get(number)
            if not places:
                return
            if now is None or not self._cabin.wheelchair[now]:
                if now is not None:
                    self._seats.lift(number)
                    self._free.add(now)
                self._put(number, places.pop(0))

    def _turn(self, party: Sequence[int]) -> tuple[int, ...]:
        """Needs before size; an escort before the children it looks after; women together."""
        people = [self._passengers[number] for number in party]
        needy = self._needy(party)
        if needy:
            return (0, len(party) - needy, party[0])
        lone = people[0] if len(party) == 1 else None
        if lone is not None and lone.person.escort:
            return (1, 0, party[0])
        if all(passenger.is_alone for passenger in people):
            return (2, 0, party[0])
        if lone is None:
            return (3, -len(party), party[0])
        return (4, lone.person.sex != "F", party[0])

    def _needy(self, party: Sequence[int]) -> int:
        """How many need a place in front."""
        people = (self._passengers[number].person for number in party)
        return sum(not FRONT_NEEDS.isdisjoint(person.needs) for person in people)

    def _seat_party(self, party: Sequence[int]) -> None:
        shaped = sorted((self._shape(party, block), block) for block in self._blocks(len(party)))
        best_cost: int | None = None
        chosen: list[int] = []
        for shape, block in shaped if len(party) == 1 else shaped[:LOOKED_AT]:
            if best_cost is not None and shape >= best_cost:
                break
            cost = shape + self._sit_down(party, block)
            if best_cost is None or cost < best_cost:
                best_cost = cost
                chosen = [self._seats.place_of[number] for number in party]
            for number in party:
                self._seats.lift(number)
        for number, place in zip(party, chosen, strict=True):
            self._put(number, place)

    def _blocks(self, size: int) -> Iterator[Block]:
        """Sets of free seats that follow each other on a walk through the vehicle."""
        seen: set[Block] = set()
        for walk in self._cabin.walks:
            free = [place for place in walk if place in self._free]
            for start in range(len(free) - size + 1):
                block = tuple(sorted(free[start : start + size]))
                if block not in seen:
                    seen.add(block)
                    yield block

    def _shape(self, party: Sequence[int], block: Block) -> int:
        """How well a block suits: close together, no lone seat left over, near its own, front."""
        rows = self._cabin.rows
        first, last = rows[block[0]], rows[block[-1]]
        cost = first + 6 * (last - first)
        taken = set(block)
        for bench in {self._cabin.benches[place] for place in block}:
            cost += sum(place in self._free and place not in taken for place in bench) % 2
        places = self._seats.place_of
        others = self._passengers[party[0]].companions
        own = [rows[places[number]] for number in others if number in places]
        if own:
            cost += 6 * min(abs(row - first) for row in own)
        if self._needy(party) and not any(self._cabin.front[place] for place in block):
            cost += 50
        if self._passengers[party[0]].person.escort and self._cabin.front[block[0]]:
            cost += self._front_is_for_children
        return cost

    def _sit_down(self, party: Sequence[int], block: Block) -> int:
        """Put the party into the block as well as swapping goes; answer how badly it sits."""
        for number, place in zip(party, block, strict=True):
            self._seats.put(number, place)
        best = self._seats.discomfort_of(party)
        particular = {number for number in party if self._passengers[number].is_particular}
        pairs = [pair for pair in combinations(party, 2) if not particular.isdisjoint(pair)]
        improving = len(party) <= ARRANGED
        while best and improving:
            improving = False
            for one, other in pairs:
                self._swap(one, other)
                cost = self._seats.discomfort_of(party)
                if cost < best:
                    best, improving = cost, True
                else:
                    self._swap(one, other)
        return best

    def _swap(self, one: int, other: int) -> None:
        first, second = self._seats.place_of[one], self._seats.place_of[other]
        self._seats.lift(one)
        self._seats.lift(other)
        self._seats.put(one, second)
        self._seats.put(other, first)

    def _mend(self) -> None:
        """Let whoever sits badly change with somebody, as long as both together gain."""
        for _ in range(MENDING_ROUNDS):
            unhappy = [
                number
                for number in self._passengers
                if number not in self._fixed and self._seats.discomfort(number) >= WORTH_MENDING
            ]
            if not any([self._mend_one(number) for number in unhappy]):
                return

    def _mend_one(self, number: int) -> bool:
        """Try the seats that could be better, best gain first."""
        best_gain, best_place = 0, -1
        for place in self._better_places(number):
            gain = self._gain(number, place)
            if gain > best_gain:
                best_gain, best_place = gain, place
        if best_gain:
            self._move(number, best_place)
        return best_gain > 0

    def _better_places(self, number: int) -> list[int]:
        passenger = self._passengers[number]
        near = [*passenger.companions]
        places: list[int] = []
        if passenger.is_alone:
            near += [n for n, other in self._passengers.items() if other.person.escort]
        if passenger.is_alone or not FRONT_NEEDS.isdisjoint(passenger.person.needs):
            places = [place for place in range(len(self._cabin.rows)) if self._cabin.front[place]]
        for other in near:
            places.extend(self._cabin.near[self._seats.place_of[other]])
        return [
            place
            for place in dict.fromkeys(places)
            if self._may_sit(number, place) and self._can_give(number, place)
        ]

    def _can_give(self, number: int, place: int) -> bool:
        """Whether a place is free, or whoever has it may move to the place of `number`."""
        holder = self._seats.person_at.get(place)
        if holder is None:
            return place in self._free
        now = self._seats.place_of[number]
        return holder != number and holder not in self._fixed and self._may_sit(holder, now)

    def _gain(self, number: int, place: int) -> int:
        """What a move is worth to everybody whom it touches; 0 if not to the one who moves."""
        seats = self._seats
        now, badly = seats.place_of[number], seats.discomfort(number)
        holder = seats.person_at.get(place)
        touched = {number, *self._passengers[number].companions}
        if holder is not None:
            touched |= {holder, *self._passengers[holder].companions}
        self._move(number, place)
        worth_it = seats.discomfort(number) < badly
        after = seats.discomfort_of(touched) if worth_it else 0
        self._move(number, now)
        return seats.discomfort_of(touched) - after if worth_it else 0

    def _move(self, number: int, place: int) -> None:
        """Move somebody, and whoever sits there to the place that becomes free."""
        holder = self._seats.person_at.get(place)
        if holder is not None:
            self._swap(number, holder)
            return
        now = self._seats.place_of[number]
        self._seats.lift(number)
        self._free.add(now)
        self._put(number, place)
