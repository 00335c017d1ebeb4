"""Parties: the travellers who must sit in one vehicle."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.seating.model import Key, SeatingTraveller, Unmet

Spots = Mapping[int, tuple[int, int]]
"""Vehicle and place, both by number, of some travellers, by their number in the list."""


@dataclass(frozen=True)
class Party:
    """Travellers, by their number in the list, who are never in different vehicles.

    `members` take a seat, `riders` are infants with whoever holds them. Of the members,
    `sitting` and `wheeling` (in a wheelchair) still look for a place, `front` of them in front.
    `vehicle` is where the officer has put some by hand, `former` where most were before.
    """

    members: tuple[int, ...]
    riders: tuple[tuple[int, int], ...]
    to_seat: tuple[int, ...]
    rank: int
    group: Key | None
    sitting: int
    wheeling: int
    front: int
    vehicle: int | None
    former: int | None
    is_escort: bool
    is_alone: bool

    @property
    def size(self) -> int:
        """How many places it still needs."""
        return self.sitting + self.wheeling


def make_parties(
    people: Sequence[SeatingTraveller], fixed: Spots, previous: Spots
) -> tuple[list[Party], list[Unmet]]:
    """Divide the list into parties: groups that stay together, children with their guardians.

    The second answer names groups that were divided by hand and infants who get a seat,
    because nobody can take them on the lap.
    """
    unmet: list[Unmet] = []
    riders, seated_infants = _laps(people)
    unmet.extend(Unmet("seating.no_lap", (people[infant].id,)) for infant in seated_infants)
    parties = []
    for numbers in _together(people):
        party = _party(people, numbers, riders, fixed, previous)
        by_hand = {fixed[number][0] for number in party.members if number in fixed}
        if len(by_hand) > 1:
            ids = tuple(people[number].id for number in party.members)
            unmet.append(Unmet("seating.split_by_hand", ids))
        parties.append(party)
    return parties, unmet


def _party(
    people: Sequence[SeatingTraveller],
    numbers: Sequence[int],
    riders: Mapping[int, int],
    fixed: Spots,
    previous: Spots,
) -> Party:
    members = tuple(number for number in numbers if number not in riders)
    to_seat = tuple(number for number in members if number not in fixed)
    wheeling = sum("wheelchair_place" in people[number].needs for number in to_seat)
    lone = people[members[0]] if len(members) == 1 else None
    return Party(
        members=members,
        riders=tuple((number, riders[number]) for number in numbers if number in riders),
        to_seat=to_seat,
        rank=min(people[number].rank for number in numbers),
        group=people[members[0]].group,
        sitting=len(to_seat) - wheeling,
        wheeling=wheeling,
        front=sum("front_seat" in people[number].needs for number in to_seat),
        vehicle=_most(fixed[number][0] for number in members if number in fixed),
        former=_most(previous[number][0] for number in members if number in previous),
        is_escort=lone is not None and lone.escort,
        is_alone=all(people[number].is_minor for number in members),
    )


def _most(vehicles: Iterable[int]) -> int | None:
    """The most frequent number, the lowest of several."""
    counts = Counter(vehicles)
    return min(counts, key=lambda vehicle: (-counts[vehicle], vehicle), default=None)


def _laps(people: Sequence[SeatingTraveller]) -> tuple[dict[int, int], list[int]]:
    """Who is held by whom, each grown-up holding one; and infants whom nobody can hold."""
    number_of = {person.id: number for number, person in enumerate(people)}
    holders: set[int] = set()
    riders: dict[int, int] = {}
    without: list[int] = []
    for infant, person in enumerate(people):
        if not person.on_lap:
            continue
        for guardian in person.guardians:
            holder = number_of.get(guardian)
            if holder is None or holder in holders or people[holder].on_lap:
                continue
            holders.add(holder)
            riders[infant] = holder
            break
        else:
            without.append(infant)
    return riders, without


def _together(people: Sequence[SeatingTraveller]) -> list[list[int]]:
    """Numbers of the people of each party, in the order of the list."""
    leader = list(range(len(people)))

    def leader_of(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    def join(one: int, other: int) -> None:
        first, second = sorted((leader_of(one), leader_of(other)))
        leader[second] = first

    number_of = {person.id: number for number, person in enumerate(people)}
    first_of_group: dict[Key, int] = {}
    for number, person in enumerate(people):
        if person.group is not None and person.never_separate:
            join(number, first_of_group.setdefault(person.group, number))
        for guardian in person.guardians:
            if guardian in number_of:
                join(number, number_of[guardian])
    parties: dict[int, list[int]] = {}
    for number in range(len(people)):
        parties.setdefault(leader_of(number), []).append(number)
    return list(parties.values())
