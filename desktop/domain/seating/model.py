"""What seating is asked and what it answers. Plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from desktop.domain.layouts import Layout

Key = UUID
KnownSeats = Mapping[Key, tuple[Key, str]]
"""Vehicle and printed seat of some travellers."""

LAP = "+"
"""Mark after the seat of whoever holds an infant: the lap of 3A is "3A+"."""


@dataclass(frozen=True)
class SeatingVehicle:
    """A vehicle; `unusable` are seats of the crew, of luggage, or broken ones."""

    id: Key
    layout: Layout
    unusable: frozenset[str] = frozenset()


@dataclass(frozen=True)
class SeatingTraveller:
    """What matters of a person, or of a place kept for one who is not named yet.

    `age` is in completed years on the day of travel; unknown counts as grown up.
    `guardians` are whom a child, or a patient with an escort, should sit beside: any of them.
    `needs` holds codes of travel needs; seating knows `wheelchair_place`, `front_seat` and
    `seat_beside_guardian`. `rank` is the place in the waiting list; equal ranks compete by
    size, a later rank never takes the seat of an earlier one. An infant is `on_lap` only when
    that was asked for.
    """

    id: Key
    group: Key | None = None
    never_separate: bool = True
    age: int | None = None
    sex: str = "X"
    guardians: tuple[Key, ...] = ()
    needs: frozenset[str] = frozenset()
    escort: bool = False
    rank: int = 0
    on_lap: bool = False

    @property
    def is_minor(self) -> bool:
        """Whether the age is known to be below 18."""
        return self.age is not None and self.age < 18


@dataclass(frozen=True)
class Assignment:
    """Where somebody sits; an infant on a lap has the holder's seat with `LAP` behind it."""

    vehicle: Key
    seat: str


@dataclass(frozen=True)
class Unmet:
    """Something that could not be done: a code with a sentence, and whom it concerns."""

    code: str
    travellers: tuple[Key, ...] = ()
    vehicle: Key | None = None
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class SeatingPlan:
    """Seats of everybody who has one, what was not met, and who waits, in list order."""

    assignments: Mapping[Key, Assignment]
    unmet: tuple[Unmet, ...]
    waiting: tuple[Key, ...]
