"""What stands on a list of travellers: plain values that the application fills in.

Codes of sex, roles, documents and vehicles are those of the register (`F M X`; `head`,
`child` …; `passport` …; `bus` …). Words for them, counts, ages and totals are made by the
library, so that every copy of a list says the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol


class PartialDate(Protocol):
    """The span of days in which a date lies, and how exactly it was stated.

    `precision` is one of day, month, year, estimated; `iso` is cut to what is known (1974).
    """

    @property
    def earliest(self) -> date: ...
    @property
    def latest(self) -> date: ...
    @property
    def precision(self) -> str: ...
    @property
    def iso(self) -> str: ...


@dataclass(frozen=True)
class Pair:
    """A text in the first language of a paper and in the second, if it has one."""

    first: str
    second: str = ""


class Direction(StrEnum):
    """What happens at a place on the way."""

    EXIT = "exit"
    ENTRY = "entry"
    DEPARTURE = "departure"
    ARRIVAL = "arrival"
    STOP = "stop"


@dataclass(frozen=True)
class Stop:
    """A place on the route; `at` is aware and printed as the clock on the wall there."""

    place: str
    country: str
    direction: Direction
    at: datetime


@dataclass(frozen=True)
class Tick:
    """A crossing that an officer ticks off person by person and stamps for."""

    country: str
    direction: Direction


@dataclass(frozen=True)
class Driver:
    """A driver as shown to a border officer."""

    name: str
    phone: str = ""


@dataclass(frozen=True)
class Vehicle:
    """A vehicle; `number` is its place in the convoy, from 1."""

    number: int
    kind: str
    plate: str
    model: str = ""
    seats: int | None = None
    drivers: tuple[Driver, ...] = ()


@dataclass(frozen=True)
class Leader:
    """The person in the group who speaks for it."""

    name: str
    phone: str = ""


@dataclass(frozen=True)
class Signatory:
    """The officer who signs, with the title that stands over the name."""

    title: Pair
    name: str


class Mark(StrEnum):
    """How a row differs from the version that the recipient has."""

    NONE = ""
    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True)
class Row:
    """One traveller. `number` is the number that people call out.

    `vehicle` is the vehicle's place in the convoy. `document_words` names, in the first
    language, a kind of document that an office added; for the known kinds it stays empty.
    `key` is what the application knows the person by; it is not printed.
    """

    number: int
    name: str
    latin_name: str
    sex: str
    birth: PartialDate | None
    nationality: str
    document_number: str = ""
    document_kind: str = ""
    document_expires_on: date | None = None
    document_words: str = ""
    seat: str = ""
    vehicle: int | None = None
    role: str = ""
    mark: Mark = Mark.NONE
    key: str = ""


class GroupKind(StrEnum):
    """Why people stand together on a list."""

    FAMILY = "family"
    GROUP = "group"
    CHILDREN = "children"
    SINGLE = "single"


@dataclass(frozen=True)
class Escort:
    """Who travels with children without parents: the short name and the row's number."""

    name: Pair
    number: int


@dataclass(frozen=True)
class Group:
    """Rows under one band. `number` and `name` are for families and groups.

    Rows of every kind but SINGLE stay on one page where a page is long enough.
    """

    kind: GroupKind
    rows: tuple[Row, ...]
    number: int | None = None
    name: Pair = Pair("")
    escort: Escort | None = None


class ChangeKind(StrEnum):
    """What became different, in the order in which a paper tells it."""

    ADDED = "added"
    REMOVED = "removed"
    NUMBER = "number"
    NAME = "name"
    DATA = "data"
    SEAT = "seat"
    VEHICLE = "vehicle"


@dataclass(frozen=True)
class Change:
    """One difference: the person's short name, the row's number, the value before and now.

    A removed person has no number; an added one no values.
    """

    kind: ChangeKind
    name: str
    number: int | None = None
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class Changes:
    """All differences to the version that this recipient has; `since_at` is aware."""

    since_version: int
    since_at: datetime
    lines: tuple[Change, ...]

    def of(self, kind: ChangeKind) -> tuple[Change, ...]:
        """The differences of one kind, in their order."""
        return tuple(line for line in self.lines if line.kind is kind)


@dataclass(frozen=True)
class ManifestModel:
    """A list of travellers for one recipient.

    `number` is the printed number (`ALA-2020-0113/1`), `crossing_on` the day for which ages
    are told, `issued_place` the town whose clock is printed. With one vehicle in `vehicles`
    it is the list of that vehicle (one of `convoy_size`), with more that of the convoy, and
    rows say which vehicle. Raises ValueError for a moment without a time zone, a number of
    a row that is used twice, or more than two ticks.
    """

    number: str
    version: int
    office: Pair
    recipient: Pair
    issued_at: datetime
    issued_place: str
    crossing_on: date
    groups: tuple[Group, ...]
    signatory: Signatory
    vehicles: tuple[Vehicle, ...] = ()
    convoy_size: int = 1
    stops: tuple[Stop, ...] = ()
    ticks: tuple[Tick, ...] = ()
    leader: Leader | None = None
    replaces: int | None = None
    changes: Changes | None = None
    corridor: Pair = Pair("")
    title: Pair | None = None
    data_line: Pair | None = None

    def __post_init__(self) -> None:
        moments = [self.issued_at, *(stop.at for stop in self.stops)]
        if self.changes is not None:
            moments.append(self.changes.since_at)
        if any(moment.tzinfo is None for moment in moments):
            raise ValueError("a moment on a list needs a time zone")
        numbers = [row.number for row in self.rows()]
        if len(set(numbers)) != len(numbers):
            raise ValueError("two rows of a list have one number")
        if len(self.ticks) > 2:
            raise ValueError("a list has room for two crossings")

    @property
    def is_convoy(self) -> bool:
        """Whether rows of several vehicles stand on the list."""
        return len(self.vehicles) > 1

    def rows(self) -> Iterator[Row]:
        """All rows in the order in which they are printed."""
        for group in self.groups:
            yield from group.rows
