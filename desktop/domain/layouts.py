"""Seat plans of vehicles, from the text of the reference list: "AB_CD/AB_CD/ABCDE".

A slash ends a row, counted from the front; a letter is a seat and its name in the row, an
underscore is the aisle, a door, or nothing. The columns of all rows stand under each other.
"""

import re
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

from desktop.errors import UserError

MOST_ROWS = 99
MOST_COLUMNS = 15
GAP = "_"


class Nearness(IntEnum):
    """How close two seats are; the smaller, the better for a child and its guardian."""

    BESIDE = 0
    ACROSS_AISLE = 1
    NEXT_ROW = 2
    """In front, behind or diagonal; or in the same row with one seat between."""
    FAR = 3


@dataclass(frozen=True)
class SeatPlace:
    """One seat: `seat` is its printed name ("1A"), `row` counts from 1, `column` from 0.

    A place for a wheelchair has no seat: it is called "W1", `row` is 0 and it is never
    counted among the seats.
    """

    seat: str
    row: int
    column: int
    letter: str
    front: bool = False
    window: bool = False
    aisle: bool = False
    wheelchair: bool = False


@dataclass(frozen=True)
class Layout:
    """Seat plan of a kind of vehicle; `rows` may hold an empty row beside a door."""

    code: str
    kind: str
    rows: tuple[tuple[SeatPlace, ...], ...]
    wheelchair_places: tuple[SeatPlace, ...] = ()
    width: int = field(default=0)
    """Number of columns, gaps included."""

    @cached_property
    def seats(self) -> tuple[SeatPlace, ...]:
        """Every seat, from the front left to the back right, without wheelchair places."""
        return tuple(place for row in self.rows for place in row)

    @cached_property
    def places(self) -> tuple[SeatPlace, ...]:
        """Wheelchair places, then seats."""
        return self.wheelchair_places + self.seats

    @cached_property
    def by_name(self) -> dict[str, SeatPlace]:
        """Places by their printed name."""
        return {place.seat: place for place in self.places}

    def beside(self, place: SeatPlace) -> tuple[SeatPlace, ...]:
        """Seats that touch it in its row, the left one first."""
        return tuple(
            other for other in self.seats if self.nearness(place, other) is Nearness.BESIDE
        )

    def nearness(self, one: SeatPlace, other: SeatPlace) -> Nearness:
        """How close two different places are; symmetric."""
        rows = abs(one.row - other.row)
        columns = abs(one.column - other.column)
        if one.wheelchair or other.wheelchair:
            return Nearness.NEXT_ROW if rows <= 1 else Nearness.FAR
        if rows == 0:
            return self._in_one_row(one, other)
        return Nearness.NEXT_ROW if rows == 1 and columns <= 1 else Nearness.FAR

    def _in_one_row(self, one: SeatPlace, other: SeatPlace) -> Nearness:
        left, right = sorted((one.column, other.column))
        between = sum(left < place.column < right for place in self.rows[one.row - 1])
        if right - left == 1:
            return Nearness.BESIDE
        if between == 0:
            return Nearness.ACROSS_AISLE
        return Nearness.NEXT_ROW if between == 1 else Nearness.FAR


def parse_layout(code: str, kind: str, plan: str, wheelchair_places: int = 0) -> Layout:
    """Layout of a vehicle that has `plan` and, apart from it, room for some wheelchairs.

    Raises UserError `seating.bad_plan` (row) where a row has something else in it than
    letters and underscores, a letter twice, or where there is no seat at all (row 0).
    """
    lines = plan.strip().upper().split("/")
    width = max(len(line) for line in lines)
    for number, line in enumerate(lines, start=1):
        letters = line.replace(GAP, "")
        usable = re.fullmatch(r"[A-Z_]*", line) and len(set(letters)) == len(letters)
        if not usable or width > MOST_COLUMNS or number > MOST_ROWS:
            raise UserError("seating.bad_plan", row=number)
    rows = tuple(_row(number, line, width) for number, line in enumerate(lines, start=1))
    if not any(rows):
        raise UserError("seating.bad_plan", row=0)
    wheelchairs = tuple(
        SeatPlace(f"W{number}", 0, number - 1, "W", front=True, wheelchair=True)
        for number in range(1, wheelchair_places + 1)
    )
    return Layout(code, kind, rows, wheelchairs, width)


def usual_plan(seats: int) -> str:
    """Plan of a bus (or, up to 19 seats, a minibus) of which only the number of seats is known.

    Raises ValueError below 1 seat and above what a plan can hold.
    """
    row, bench = ("A_BC", "ABCD") if seats <= 19 else ("AB_CD", "ABCDE")
    in_row = len(row) - 1
    if not 1 <= seats <= in_row * MOST_ROWS:
        raise ValueError(seats)
    full, rest = divmod(seats, in_row)
    lines = [row] * full
    if rest == 1 and full:
        lines[-1] = bench
    elif rest:
        lines.append("".join(letter if _place_of(letter) < rest else GAP for letter in row))
    return "/".join(lines)


def _place_of(letter: str) -> int:
    """A is 0; a gap is beyond every seat."""
    return ord(letter) - ord("A")


def _row(number: int, line: str, width: int) -> tuple[SeatPlace, ...]:
    padded = f"{GAP}{line.ljust(width, GAP)}{GAP}"
    return tuple(
        SeatPlace(
            seat=f"{number}{letter}",
            row=number,
            column=column,
            letter=letter,
            front=number == 1,
            window=column in (0, width - 1),
            aisle=(
                (column > 0 and padded[column] == GAP)
                or (column < width - 1 and padded[column + 2] == GAP)
            ),
        )
        for column, letter in enumerate(line)
        if letter != GAP
    )
