"""What a seat plan shows, as plain values, and where each seat is drawn."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from PySide6.QtCore import QRectF

COMPACT = (42, 22)
ROOMY = (46, 34)

_GAP = 4
_AISLE = 18
_NUMBERS = 22
_LETTERS = 22


class SeatNeed(Enum):
    """Needs that a seat shows, by the name of their icon."""

    ACCESS = "accessibility"
    WHEELCHAIR = "wheelchair_access"


@dataclass(frozen=True, slots=True)
class SeatAddress:
    """A seat of a vehicle: the key of the vehicle and the label of the seat ("1A")."""

    vehicle: str
    seat: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row: its number, and the label of the seat in each column or None.

    A `spread` row (the bench at the back) has its seats evenly over the whole width.
    """

    number: str
    seats: tuple[str | None, ...]
    spread: bool = False


@dataclass(frozen=True, slots=True)
class PlanShape:
    """Columns with their letters, the indices of columns that an aisle follows, the rows."""

    letters: tuple[str, ...]
    aisles_after: frozenset[int]
    rows: tuple[PlanRow, ...]

    @classmethod
    def of_places(cls, places: Iterable[tuple[str, int, int]]) -> "PlanShape":
        """Shape of places given as label, row and column, as the reference lists have them.

        Columns that only a bench at the back uses are the aisle; that bench is spread. A
        place for a wheelchair has the row 0 and comes first.
        """
        rows: dict[int, dict[int, str]] = {}
        for label, row, column in places:
            rows.setdefault(row, {})[column] = label
        numbered = [seats for row, seats in rows.items() if row > 0]
        used = Counter(column for seats in numbered for column in seats)
        enough = max(used.values(), default=0) / 2
        columns = sorted(column for column, times in used.items() if times >= enough)
        letters = {
            column: label.lstrip("0123456789")
            for seats in reversed(numbered)
            for column, label in seats.items()
            if set(seats) <= set(columns)
        }
        made = []
        for row, seats in sorted(rows.items()):
            spread = row > 0 and not set(seats) <= set(columns)
            order = sorted(seats) if spread or row == 0 else columns
            number = str(row) if row else ""
            made.append(PlanRow(number, tuple(seats.get(one) for one in order), spread))
        return cls(
            tuple(letters.get(column, "") for column in columns),
            frozenset(i for i, (one, other) in enumerate(pairwise(columns)) if other > one + 1),
            tuple(made),
        )

    @property
    def labels(self) -> tuple[str, ...]:
        """Labels of all seats in reading order."""
        return tuple(seat for row in self.rows for seat in row.seats if seat is not None)


@dataclass(frozen=True, slots=True)
class Occupant:
    """Who sits in a seat.

    `group` is empty for somebody who travels alone; `age` is given for children only.
    `conflict` is the sentence that says what is wrong with this seat for this person.
    """

    id: Hashable
    initials: str
    name: str
    group: str = ""
    age: int | None = None
    fixed: bool = False
    need: SeatNeed | None = None
    conflict: str = ""


Occupants = Mapping[str, Occupant]


class PlanGeometry:
    """Boxes of seats in logical pixels, for a left-to-right plan whose corner is at (0, 0)."""

    def __init__(self, shape: PlanShape, size: tuple[int, int], scale: float) -> None:
        self._shape = shape
        self._width, self._height = (side * scale for side in size)
        self._scale = scale
        self.boxes: dict[str, QRectF] = {}
        self.column_centres = [
            self._column_left(i) + self._width / 2 for i in range(len(shape.letters))
        ]
        self.row_centres: list[float] = []
        self._place()

    @property
    def width(self) -> float:
        """Width of the whole plan with its row numbers."""
        return self._column_left(len(self._shape.letters) - 1) + self._width

    @property
    def height(self) -> float:
        """Height of the whole plan with its letters."""
        pitch = self._height + _GAP * self._scale
        return _LETTERS * self._scale + pitch * len(self._shape.rows) - _GAP * self._scale

    @property
    def numbers_right(self) -> float:
        """Where the row numbers end."""
        return (_NUMBERS - 4) * self._scale

    def seat_at(self, x: float, y: float) -> str | None:
        """Label of the seat at a point."""
        return next((seat for seat, box in self.boxes.items() if box.contains(x, y)), None)

    def neighbour(self, seat: str, across: int, down: int) -> str:
        """Seat reached by a step to the side or along the vehicle; the same at the edge."""
        rows = [[one for one in row.seats if one is not None] for row in self._shape.rows]
        number = next(i for i, row in enumerate(rows) if seat in row)
        if across:
            order = rows[number]
            at = order.index(seat) + across
            return order[at] if 0 <= at < len(order) else seat
        following = number + down
        while 0 <= following < len(rows) and not rows[following]:
            following += down
        if not 0 <= following < len(rows):
            return seat
        centre = self.boxes[seat].center().x()
        return min(rows[following], key=lambda one: abs(self.boxes[one].center().x() - centre))

    def _column_left(self, column: int) -> float:
        aisles = sum(1 for after in self._shape.aisles_after if after < column)
        pitch = self._width + _GAP * self._scale
        return _NUMBERS * self._scale + column * pitch + aisles * _AISLE * self._scale

    def _place(self) -> None:
        for number, row in enumerate(self._shape.rows):
            top = _LETTERS * self._scale + number * (self._height + _GAP * self._scale)
            self.row_centres.append(top + self._height / 2)
            seats = [seat for seat in row.seats if seat is not None]
            if row.spread and seats:
                gap = _GAP * self._scale
                start = _NUMBERS * self._scale
                width = (self.width - start - gap * (len(seats) - 1)) / len(seats)
                for i, seat in enumerate(seats):
                    left = start + i * (width + gap)
                    self.boxes[seat] = QRectF(left, top, width, self._height)
                continue
            for column, label in enumerate(row.seats):
                if label is not None:
                    left = self._column_left(column)
                    self.boxes[label] = QRectF(left, top, self._width, self._height)
