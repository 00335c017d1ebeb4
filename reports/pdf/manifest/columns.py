"""Columns of a border list: widths that follow the content, and their heads.

Number, seat, document and ticks take what their texts need, but not less than on the model
sheet; the names have the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reports import terms, wording
from reports.model import Pair, Row, Tick
from reports.pdf.board import Board
from reports.pdf.manifest.job import Job
from reports.pdf.typeset import GREY, Style, bold, regular

NUMBER_STYLE = bold(12)
SEAT_STYLE = regular(10.5)
SMALL_STYLE = regular(8, GREY)
FIGURE_GAP = 2.2

_HEAD_STYLE = bold(8)
_HEAD_SECOND_STYLE = regular(7.5, GREY)
_HEAD_HEIGHT = 9.2
_HEAD_STEP = 3.5
_DOCUMENT_MOST = 38.5
_SEAT_MOST = 24.0
_SEAT_HEAD_MOST = 17.0
_LATIN_STYLE = regular(10)
_LATIN_GAP = 2.7
_LATIN_LEAST = 42.0
# Any day will do: digits are equally wide.
_SOME_DAY = date(2028, 8, 28)


@dataclass(frozen=True)
class Column:
    """A column. `align` is left, right or centre; figures end `FIGURE_GAP` before the right."""

    left: float
    width: float
    head: Pair
    align: str = "left"

    @property
    def right(self) -> float:
        """Right edge."""
        return self.left + self.width

    @property
    def middle(self) -> float:
        """Middle."""
        return self.left + self.width / 2

    @property
    def text_left(self) -> float:
        """Where a text begins."""
        return self.left + 1.0


@dataclass(frozen=True)
class Columns:
    """Columns of one list; `latin` and `valid` only on the wide sheet."""

    number: Column
    seat: Column | None
    name: Column
    latin: Column | None
    born: Column
    sex: Column
    nationality: Column
    document: Column
    valid: Column | None
    ticks: tuple[Column, ...]

    def __iter__(self) -> Iterator[Column]:
        some = (
            self.number,
            self.seat,
            self.name,
            self.latin,
            self.born,
            self.sex,
            self.nationality,
            self.document,
            self.valid,
            *self.ticks,
        )
        return (column for column in some if column is not None)


def seat_text(job: Job, row: Row) -> str:
    """Seat of a row, on the list of a convoy behind its vehicle."""
    if job.model.is_convoy and row.vehicle is not None:
        return f"{row.vehicle} · {row.seat}" if row.seat else str(row.vehicle)
    return row.seat


def columns_of(job: Job) -> Columns:
    """Divide the width of the sheet."""
    if job.sheet.is_landscape:
        return _Divider(job).landscape()
    return _Divider(job).portrait()


class _Divider:
    """Gives out the width from the left to the right."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._left = job.sheet.left + 5.0
        ruler = job.ruler
        rows = tuple(job.model.rows())
        # Figures are equally wide, so the longest number is the widest.
        digits = "0" * max((len(str(row.number)) for row in rows), default=1)
        self._number_width = max(9.0, ruler.width(digits, NUMBER_STYLE) + FIGURE_GAP + 1.5)
        seats = {seat_text(job, row) for row in rows}
        widest = ruler.widest(tuple(seats), SEAT_STYLE)
        head = self._seat_head()
        heads = max(
            ruler.width(head.first, _HEAD_STYLE), ruler.width(head.second, _HEAD_SECOND_STYLE)
        )
        need = max(widest + FIGURE_GAP + 1.2, min(heads + 1.0, _SEAT_HEAD_MOST))
        self._seat_width = min(max(11.0, need), _SEAT_MOST) if widest else 0.0
        self._kinds = {(row.document_kind, row.document_words) for row in rows}
        self._tick_heads = tuple(_tick_head(job, tick) for tick in job.model.ticks)
        captions = [head.second for head in self._tick_heads]
        self._tick_width = max(7.5, ruler.widest(captions, _HEAD_SECOND_STYLE) + 1.0)

    def portrait(self) -> Columns:
        """Two lines for each person, both names in one column."""
        words = self._job.words
        document = self._document_width()
        name = self._rest(22.0 + 8.0 + 11.0 + document)
        return Columns(
            number=self._take(self._number_width, self._head_number(), "right"),
            seat=self._seat(),
            name=self._take(
                name,
                Pair(
                    words.first.t("Surname, given names, patronymic"),
                    words.last(lambda t: t.t("Name as in passport (Latin)")),
                ),
            ),
            latin=None,
            born=self._take(22.0, self._head_born()),
            sex=self._take(8.0, words.pair(lambda t: t.tc("column", "Sex")), "centre"),
            nationality=self._take(11.0, words.pair(lambda t: t.tc("column", "Nat.")), "centre"),
            document=self._take(document, words.pair(lambda t: t.tc("column", "Document"))),
            valid=None,
            ticks=self._ticks(),
        )

    def landscape(self) -> Columns:
        """One line for each person."""
        words = self._job.words
        names = self._rest(27.0 + 9.0 + 12.0 + 28.0 + 23.0)
        latin_texts = tuple(row.latin_name for row in self._job.model.rows())
        latin = self._job.ruler.widest(latin_texts, _LATIN_STYLE) + _LATIN_GAP
        # Long Latin names are broken rather than narrow all the others.
        own = names - min(max(latin, _LATIN_LEAST), names * 55 / 133)
        return Columns(
            number=self._take(self._number_width + 1, self._head_number(), "right"),
            seat=self._seat(),
            name=self._take(
                own - 1,
                Pair(
                    words.first.t("Surname, given names, patronymic"),
                    words.last(lambda t: t.t("Name in its own script")),
                ),
            ),
            latin=self._take(
                names - own,
                Pair(
                    words.first.t("Name as in passport (Latin)"),
                    words.last(lambda t: t.t("Surname, given names")),
                ),
            ),
            born=self._take(27.0, self._head_born()),
            sex=self._take(9.0, words.pair(lambda t: t.tc("column", "Sex")), "centre"),
            nationality=self._take(12.0, words.pair(lambda t: t.tc("column", "Nat.")), "centre"),
            document=self._take(28.0, words.pair(lambda t: t.tc("column", "Document"))),
            valid=self._take(23.0, words.pair(lambda t: t.tc("column", "Valid until"))),
            ticks=self._ticks(),
        )

    def _rest(self, others: float) -> float:
        fixed = self._number_width + self._seat_width + others
        ticks = self._tick_width * len(self._job.model.ticks)
        return self._job.sheet.end - self._left - fixed - ticks

    def _take(self, width: float, head: Pair, align: str = "left") -> Column:
        column = Column(self._left, width, head, align)
        self._left = column.right
        return column

    def _head_number(self) -> Pair:
        return self._job.words.pair(lambda t: t.tc("column", "No."))

    def _head_born(self) -> Pair:
        first, second = self._job.words.first, self._job.words.second
        below = first.tc("column", "Age") if second is None else second.tc("column", "Born · age")
        return Pair(first.tc("column", "Date of birth"), below)

    def _seat(self) -> Column | None:
        if not self._seat_width:
            return None
        return self._take(self._seat_width, self._seat_head(), "right")

    def _seat_head(self) -> Pair:
        model, words = self._job.model, self._job.words
        if not model.is_convoy:
            return words.pair(lambda t: t.tc("column", "Seat"))
        if all(vehicle.kind == "bus" for vehicle in model.vehicles):
            return words.pair(lambda t: t.tc("column", "Bus · seat"))
        return words.pair(lambda t: t.tc("column", "Vehicle · seat"))

    def _document_width(self) -> float:
        """Room for the usual kinds and their last day on one line; longer ones are broken."""
        widths = [32.0]
        for kind, words in self._kinds:
            row = Row(0, "", "", "", None, "", "0", kind, _SOME_DAY, words)
            text = wording.dated_document(self._job.words.first, row)
            need = self._job.ruler.width(text, SMALL_STYLE) + 1.5
            widths.append(need if need <= _DOCUMENT_MOST else 0.0)
        return max(widths)

    def _ticks(self) -> tuple[Column, ...]:
        return tuple(self._take(self._tick_width, head, "centre") for head in self._tick_heads)


def column_head(job: Job, columns: Columns) -> Board:
    """Draw the heads of the columns between their two rules."""
    board = Board(job.ruler)
    lines_most = 2
    for column in columns:
        room = max(column.width - 1.0, 1.0)
        first = job.ruler.wrap(column.head.first, _HEAD_STYLE, room)
        second = job.ruler.wrap(column.head.second, _HEAD_SECOND_STYLE, room)
        styled = [(line, _HEAD_STYLE) for line in first]
        styled += [(line, _HEAD_SECOND_STYLE) for line in second]
        for place, (line, style) in enumerate(styled):
            _aligned(board, column, 4.1 + place * _HEAD_STEP, line, style)
        lines_most = max(lines_most, len(styled))
    board.height = _HEAD_HEIGHT + (lines_most - 2) * _HEAD_STEP
    board.level(job.sheet.left, job.sheet.end, 0.0, 1.4)
    board.level(job.sheet.left, job.sheet.end, board.height, 0.8)
    return board


def _tick_head(job: Job, tick: Tick) -> Pair:
    return Pair(tick.country, job.words.last(lambda t: terms.direction(t, tick.direction)))


def _aligned(board: Board, column: Column, y: float, text: str, style: Style) -> None:
    match column.align:
        case "right":
            board.text_right(column.right - FIGURE_GAP, y, text, style)
        case "centre":
            board.text_centred(column.middle, y, text, style)
        case _:
            board.text(column.text_left, y, text, style)
