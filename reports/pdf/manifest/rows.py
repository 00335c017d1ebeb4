"""Rows of a border list: the texts of one traveller, set and measured."""

from abc import ABC, abstractmethod

from reports import terms, wording
from reports.model import Mark, Pair, Row
from reports.pdf import marks
from reports.pdf.board import Board, Fill
from reports.pdf.manifest.columns import (
    FIGURE_GAP,
    NUMBER_STYLE,
    SEAT_STYLE,
    SMALL_STYLE,
    Column,
    Columns,
    seat_text,
)
from reports.pdf.manifest.job import Job
from reports.pdf.typeset import GREY, Style, bold, regular
from reports.wording import joined

FIRST_LINE = 4.7
SECOND_LINE = 4.3
LINE_STEP = 4.5
SMALL_STEP = 3.5
NAME_STYLE = bold(10)
LATIN_STYLE = regular(10)

_BAR_WIDTH = 1.1
_SIGN_DOWN = 1.3
_SEX_STYLE = bold(10.5)
_NATIONALITY_STYLE = regular(10.5)

# What the documents are called in machine-readable zones and at borders.
_SHORT_KINDS = {
    "passport": "P",
    "service_passport": "PS",
    "diplomatic_passport": "PD",
    "certificate_of_return": "ETD",
    "identity_card": "ID",
}


class RowSetter(ABC):
    """Sets the rows of one list; every board begins at 0 and is as wide as the sheet."""

    height: float
    under_last_line: float
    box_down: float

    def __init__(self, job: Job, columns: Columns) -> None:
        self.job = job
        self.columns = columns
        self.first = job.words.first

    def row(self, row: Row, *, grouped: bool) -> Board:
        """Set one traveller; a grouped one gets the bar that holds the group together."""
        board = Board(self.job.ruler)
        number = self.columns.number
        board.text_right(number.right - FIGURE_GAP, FIRST_LINE, str(row.number), NUMBER_STYLE)
        lowest = max(self._seat(board, row), self.cells(board, row))
        board.height = max(self.height, lowest + self.under_last_line)
        for tick in self.columns.ticks:
            marks.tick_box(board, tick.middle, self.box_down)
        left = self.job.sheet.left
        if row.mark is not Mark.NONE:
            marks.sign(board, left + 0.2, _SIGN_DOWN, row.mark)
        elif grouped:
            board.fills.append(Fill(left, 0.0, _BAR_WIDTH, board.height, 0.0))
        return board

    @abstractmethod
    def cells(self, board: Board, row: Row) -> float:
        """Put the texts of one traveller on `board`; return the baseline of the lowest."""

    def sex_and_nationality(self, board: Board, row: Row) -> None:
        """Put the two short codes in the first line."""
        letter = terms.sex_letter(self.first, row.sex)
        board.text_centred(self.columns.sex.middle, FIRST_LINE, letter, _SEX_STYLE)
        middle = self.columns.nationality.middle
        board.text_centred(middle, FIRST_LINE, row.nationality or "–", _NATIONALITY_STYLE)

    def role(self, board: Board, role: Pair, right: float, y: float, room: float) -> float:
        """Put a role at the end of the line at `y` in both languages, or in one, or lower."""
        if not role.first:
            return y
        text = marks.fitting(board, role, SMALL_STYLE, room)
        if board.ruler.width(text, SMALL_STYLE) > room:
            y += SECOND_LINE
            text = joined(role)
        board.text_right(right, y, text, SMALL_STYLE)
        return y

    def _seat(self, board: Board, row: Row) -> float:
        column = self.columns.seat
        text = seat_text(self.job, row)
        if column is None or not text:
            return FIRST_LINE
        y = FIRST_LINE - LINE_STEP
        for line in self.job.ruler.wrap(text, SEAT_STYLE, column.width - FIGURE_GAP):
            y += LINE_STEP
            board.text_right(column.right - FIGURE_GAP, y, line, SEAT_STYLE)
        return y


class TallRows(RowSetter):
    """Rows of the upright sheet: two lines each, the Latin name under the other."""

    height = 10.8
    under_last_line = 1.8
    box_down = 2.2

    _DATE = regular(10.5)
    _NUMBER = bold(10.5)
    _AGE = regular(8.5, GREY)

    def cells(self, board: Board, row: Row) -> float:
        """Put the texts of one traveller on `board`."""
        self.sex_and_nationality(board, row)
        second = self.job.words.second
        if second is not None:
            letter = terms.sex_letter(second, row.sex)
            y = FIRST_LINE + SECOND_LINE
            board.text_centred(self.columns.sex.middle, y, letter, self._AGE)
        return max(self._names(board, row), self._born(board, row), self._document(board, row))

    def _names(self, board: Board, row: Row) -> float:
        column = self.columns.name
        width = column.width - 2.0
        name, latin = (row.name, row.latin_name) if row.name else (row.latin_name, "")
        lines = self.job.ruler.wrap(name, NAME_STYLE, width)
        y = board.lines(column.text_left, FIRST_LINE, lines, NAME_STYLE, LINE_STEP) + SECOND_LINE
        lines = self.job.ruler.wrap(latin, LATIN_STYLE, width)
        y = board.lines(column.text_left, y, lines, LATIN_STYLE, LINE_STEP)
        role = self.job.words.pair(lambda t: terms.role(t, row))
        room = width - self.job.ruler.width(lines[-1], LATIN_STYLE) - 2.0
        return self.role(board, role, column.right - 1.0, y, room)

    def _born(self, board: Board, row: Row) -> float:
        left, y = self.columns.born.text_left, FIRST_LINE
        style = self._AGE if row.birth is None else self._DATE
        board.text(left, y, wording.birth(self.first, row.birth), style)
        age = wording.age(self.first, row.birth, self.job.model.crossing_on)
        lines = self.job.ruler.wrap(age, self._AGE, self.columns.born.width - 1.0)
        return board.lines(left, y + SECOND_LINE, lines, self._AGE, SMALL_STEP)

    def _document(self, board: Board, row: Row) -> float:
        column, y = self.columns.document, FIRST_LINE
        width = column.width - 1.0
        if row.document_number:
            lines = self.job.ruler.wrap(row.document_number, self._NUMBER, width)
            y = board.lines(column.text_left, y, lines, self._NUMBER, LINE_STEP) + SECOND_LINE
        kind = wording.dated_document(self.first, row)
        lines = self.job.ruler.wrap(kind, SMALL_STYLE, width)
        return board.lines(column.text_left, y, lines, SMALL_STYLE, SMALL_STEP)


class WideRows(RowSetter):
    """Rows of the wide sheet: one line each, more only where a text is long."""

    height = 7.2
    under_last_line = 2.5
    box_down = 1.0

    _DATE = regular(10)
    _NUMBER = bold(10)

    def cells(self, board: Board, row: Row) -> float:
        """Put the texts of one traveller on `board`."""
        self.sex_and_nationality(board, row)
        age = wording.short_age(self.first, row.birth, self.job.model.crossing_on)
        born = wording.birth(self.first, row.birth)
        style = SMALL_STYLE if row.birth is None else self._DATE
        return max(
            self._names(board, row),
            self._two_ends(board, self.columns.born, (born,), style, age),
            self._document(board, row),
        )

    def _names(self, board: Board, row: Row) -> float:
        column, ruler = self.columns.name, self.job.ruler
        name, latin = (row.name, row.latin_name) if row.name else (row.latin_name, "")
        width = column.width - 3.0
        lines = ruler.wrap(name, NAME_STYLE, width)
        y = board.lines(column.text_left, FIRST_LINE, lines, NAME_STYLE, LINE_STEP)
        role = Pair(terms.role(self.first, row))
        room = width - ruler.width(lines[-1], NAME_STYLE) - 2.0
        y = self.role(board, role, column.right - 2.0, y, room)
        if self.columns.latin is None:
            return y
        lines = ruler.wrap(latin, LATIN_STYLE, self.columns.latin.width - 1.5)
        left = self.columns.latin.text_left
        return max(y, board.lines(left, FIRST_LINE, lines, LATIN_STYLE, LINE_STEP))

    def _document(self, board: Board, row: Row) -> float:
        column, ruler = self.columns.document, self.job.ruler
        if self.columns.valid is not None and row.document_expires_on is not None:
            day = self.first.paper(row.document_expires_on)
            board.text(self.columns.valid.text_left, FIRST_LINE, day, self._DATE)
        kind = _SHORT_KINDS.get(row.document_kind) or terms.document(self.first, row)
        if not row.document_number:
            lines = ruler.wrap(kind, SMALL_STYLE, column.width - 1.0)
            return board.lines(column.text_left, FIRST_LINE, lines, SMALL_STYLE, SMALL_STEP)
        lines = ruler.wrap(row.document_number, self._NUMBER, column.width - 1.0)
        return self._two_ends(board, column, lines, self._NUMBER, kind)

    def _two_ends(
        self, board: Board, column: Column, lines: tuple[str, ...], style: Style, small: str
    ) -> float:
        """Put lines at the left and a small text at the end of the last, or under it."""
        ruler = self.job.ruler
        y = board.lines(column.text_left, FIRST_LINE, lines, style, LINE_STEP)
        room = column.width - 4.0 - ruler.width(lines[-1], style)
        if ruler.width(small, SMALL_STYLE) <= room:
            board.text_right(column.right - 1.5, y, small, SMALL_STYLE)
            return y
        under = ruler.wrap(small, SMALL_STYLE, column.width - 1.5)
        return board.lines(column.text_left, y + SECOND_LINE, under, SMALL_STYLE, SMALL_STEP)
