"""Bands above the groups of a border list."""

from reports.model import Group
from reports.pdf.board import Board, Fill
from reports.pdf.manifest.job import Job
from reports.pdf.typeset import GREY, bold, regular
from reports.wording import band_pair, continued

INDENT = 6.0
END_INDENT = 2.0

_INK = 0.92
_STYLE = bold(9)
_SECOND_STYLE = regular(8, GREY)
_FIRST_LINE = 4.0
_STEP = 3.9
_SECOND_STEP = 3.4
_SECOND_LINE = 3.7
_UNDER = 1.6
_GAP = 5.0


def band(job: Job, group: Group, *, again: bool = False) -> Board:
    """Draw the band of a group; `again` where it is repeated on the next page.

    The second language stands at the far end, or in lines of its own.
    """
    board = Board(job.ruler)
    pair = band_pair(job.words, group)
    first, second = pair.first, pair.second
    if again:
        first = continued(job.words.first, first)
        second = continued(job.words.second or job.words.first, second) if second else ""
    left, end = job.sheet.left + INDENT, job.sheet.end - END_INDENT
    width = end - left
    lines = job.ruler.wrap(first, _STYLE, width)
    y = board.lines(left, _FIRST_LINE, lines, _STYLE, _STEP)
    if second:
        room = width - _GAP - job.ruler.width(lines[-1], _STYLE)
        if len(lines) == 1 and job.ruler.width(second, _SECOND_STYLE) <= room:
            board.text_right(end, y, second, _SECOND_STYLE)
        else:
            under = job.ruler.wrap(second, _SECOND_STYLE, width)
            y = board.lines(left, y + _SECOND_LINE, under, _SECOND_STYLE, _SECOND_STEP)
    board.height = y + _UNDER
    board.fills.append(Fill(job.sheet.left, 0.0, job.sheet.text_width, board.height, _INK))
    board.level(job.sheet.left, job.sheet.end, 0.0, 0.8)
    return board
