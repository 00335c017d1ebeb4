"""What closes a border list: the totals, a struck-out remainder, boxes for hands and stamps."""

from reports import terms, wording
from reports.model import Pair, Tick
from reports.pdf import marks
from reports.pdf.board import Board, Box, Ring
from reports.pdf.manifest.job import Job
from reports.pdf.typeset import FAINT, GREY, bold, regular

_TOTAL = bold(12)
_SHARES = regular(9)
_SHARES_SECOND = regular(8, GREY)
_NAME = bold(9.5)
_UNDER_LINE = regular(7, GREY)
_SEAL = regular(8, GREY)
_STAMP = regular(8, FAINT)
_COUNTED = regular(8)

_ROW_HEIGHT = 9.6
_TOTAL_LINE = 6.4
_FIGURE_INDENT = 24.0
_BOX_HEIGHT = 40.0
_BOX_GAP = 3.0
_STAMP_GAP = 2.0
_ABOVE_BOXES = 4.0
_STRUCK_FROM = 2.9
_STRUCK_LEAST = 14.0
_SEAL_RADIUS = 12.5
_SEAL_MIDDLE = 25.0
_NAME_ENDS = 28.5
_BELOW_BOXES = 0.5


def totals_row(job: Job) -> Board:
    """Draw the number of people in figures and words between two strong rules."""
    board, sheet, ruler = Board(job.ruler), job.sheet, job.ruler
    words, totals = job.words, job.totals
    first = words.first
    label = first.tc("end of a list", "TOTAL")
    people = wording.people_in_words(first, totals.total)
    shares = words.pair(lambda t: wording.sex_counts(t, totals))
    x = max(
        sheet.left + _FIGURE_INDENT, board.text(sheet.left + 2.0, _TOTAL_LINE, label, _TOTAL) + 6.0
    )
    beside = max(ruler.width(shares.first, _SHARES), ruler.width(shares.second, _SHARES_SECOND))
    if x + ruler.width(people, _TOTAL) + 6.0 + beside <= sheet.end:
        board.text(x, _TOTAL_LINE, people, _TOTAL)
        board.text_right(sheet.end, 4.2, shares.first, _SHARES)
        board.text_right(sheet.end, 8.0, shares.second, _SHARES_SECOND)
        board.height = _ROW_HEIGHT
    else:
        y = board.lines(x, _TOTAL_LINE, ruler.wrap(people, _TOTAL, sheet.end - x), _TOTAL, 5.4)
        lines = ruler.wrap(shares.first, _SHARES, sheet.end - x)
        y = board.lines(x, y + 5.0, lines, _SHARES, 4.0)
        lines = ruler.wrap(shares.second, _SHARES_SECOND, sheet.end - x)
        y = board.lines(x, y + 3.8, lines, _SHARES_SECOND, 3.6)
        board.height = y + 1.6
    board.level(sheet.left, sheet.end, 0.0, 1.6)
    board.level(sheet.left, sheet.end, board.height, 1.6)
    return board


def closing_height(totals: Board) -> float:
    """Least height of everything under the last row."""
    return totals.height + _ABOVE_BOXES + _BOX_HEIGHT + _BELOW_BOXES


def closing(job: Job, totals: Board, y: float) -> Board:
    """Draw everything under the last row, which ends at `y`."""
    board, sheet = Board(job.ruler), job.sheet
    board.add(totals, y)
    boxes_top = sheet.rows_end - _BELOW_BOXES - _BOX_HEIGHT
    start, stop = y + totals.height + _STRUCK_FROM, boxes_top - _ABOVE_BOXES
    if stop - start > _STRUCK_LEAST:
        marks.struck_out(board, sheet.left, sheet.end, start, stop)
    board.add(_boxes(job), boxes_top)
    return board


def _boxes(job: Job) -> Board:
    board, sheet, model = Board(job.ruler), job.sheet, job.model
    stamps = len(model.ticks)
    width = (sheet.text_width - _BOX_GAP * (2 if stamps else 1)) / (3 if stamps else 2)
    x = sheet.left
    _consul(job, board, x, width)
    x += width + _BOX_GAP
    _leader(job, board, x, width)
    x += width + _BOX_GAP
    stamp_width = (width - _STAMP_GAP * (stamps - 1)) / max(stamps, 1)
    for tick in model.ticks:
        _stamp(job, board, tick, x, stamp_width)
        x += stamp_width + _STAMP_GAP
    return board


def _box(board: Board, x: float, width: float) -> None:
    board.boxes.append(Box(x, 0.0, width, _BOX_HEIGHT, 0.8))


def _consul(job: Job, board: Board, x: float, width: float) -> None:
    signatory, room = job.model.signatory, width - 4.0
    seal_x = x + width - _SEAL_RADIUS - 2.0
    title = job.words.shown(signatory.title)
    if job.ruler.width(title.first + title.second, _UNDER_LINE) > 2 * room:
        # The name comes first: so long a title is told in one language, and above the seal.
        short = job.ruler.wrap(title.first, _UNDER_LINE, room)[:2]
        title = Pair(" ".join(short))
    y = marks.caption(board, x + 2.0, 4.0, title, room)
    lines = job.ruler.wrap(signatory.name, _NAME, room)
    if y + 4.6 + 4.2 * (len(lines) - 1) > _SEAL_MIDDLE - _SEAL_RADIUS:
        lines = job.ruler.wrap(signatory.name, _NAME, seal_x - _SEAL_RADIUS - 4.0 - x)
    room_for = int((_NAME_ENDS - y - 4.6) / 4.2) + 1
    board.lines(x + 2.0, y + 4.6, lines[:room_for], _NAME, 4.2)
    board.rings.append(Ring(seal_x, _SEAL_MIDDLE, _SEAL_RADIUS))
    seal = job.words.first.tc("place for a seal", "Seal")
    board.text_centred(seal_x, 25.8, seal, _SEAL)
    _signature(job, board, x, seal_x - _SEAL_RADIUS - 2.0, dated=False)


def _leader(job: Job, board: Board, x: float, width: float) -> None:
    _box(board, x, width)
    pair = job.words.pair(lambda t: t.t("Convoy leader"))
    y = marks.caption(board, x + 2.0, 4.0, pair, width - 4.0)
    name = job.model.leader.name if job.model.leader is not None else ""
    board.lines(x + 2.0, y + 4.6, job.ruler.wrap(name, _NAME, width - 4.0), _NAME, 4.2)
    _signature(job, board, x, x + width - 2.0, dated=True)


def _signature(job: Job, board: Board, x: float, end: float, *, dated: bool) -> None:
    board.level(x + 2.0, end, 32.0, 0.6)
    room = end - x - 2.0
    signed = job.words.pair(lambda t: t.tc("under a line", "signature"))
    board.text(x + 2.0, 35.4, marks.fitting(board, signed, _UNDER_LINE, room), _UNDER_LINE)
    if dated:
        when = job.words.pair(lambda t: t.tc("under a line", "date, time"))
        board.text(x + 2.0, 38.4, marks.fitting(board, when, _UNDER_LINE, room), _UNDER_LINE)


def _stamp(job: Job, board: Board, tick: Tick, x: float, width: float) -> None:
    _box(board, x, width)
    way = job.words.pair(lambda t: terms.stamp(t, tick.direction))
    marks.caption(board, x + 1.5, 4.0, Pair(f"{way.first} {tick.country}", way.second), width - 3.0)
    stamp = job.words.first.tc("place for a stamp", "stamp")
    board.text_centred(x + width / 2, 23.0, stamp, _STAMP)
    counted = job.words.first.tc("counted at a border", "people")
    end = board.text(x + 1.5, 37.8, counted, _COUNTED)
    board.level(end + 1.5, x + width - 2.0, 37.8 + 0.4, 0.6)
