"""Panels of a list's head that may be long: what changed, and the vehicles of a convoy."""

from collections.abc import Iterator
from math import ceil

from reports import terms, wording
from reports.model import Change, ChangeKind, Changes, Mark
from reports.pdf import marks
from reports.pdf.board import Board, Fill
from reports.pdf.manifest.frame import people_by_vehicle
from reports.pdf.manifest.job import Job
from reports.pdf.manifest.panel import Panel, Strip
from reports.pdf.typeset import GREY, bold, regular

_BAR_HEIGHT = 6.0

_WHITE = 1.0
_BAR = bold(9, _WHITE)
_BAR_SECOND = regular(8, _WHITE)
_BAR_SUM = bold(9.5, _WHITE)
_LABEL = bold(9)
_LABEL_SECOND = regular(7.5, GREY)
_COUNT = bold(9.5)
_TEXT = regular(9)

_LABEL_INDENT = 6.2
_COUNT_END = 42.0
_TEXT_INDENT = 45.0
_FIRST_LINE = 3.75
_STEP = 3.88
_ENTRY_HEIGHT = 8.6
_VEHICLE_WIDTH = 58.0
_UNDER = 2.03
_UNDER_LABEL = 1.2

_SIGNS: dict[ChangeKind, Mark | None] = {
    ChangeKind.ADDED: Mark.ADDED,
    ChangeKind.REMOVED: None,
    ChangeKind.NUMBER: Mark.CHANGED,
    ChangeKind.NAME: Mark.CHANGED,
    ChangeKind.DATA: Mark.CHANGED,
    ChangeKind.SEAT: Mark.MOVED,
    ChangeKind.VEHICLE: Mark.MOVED,
}
# Differences that are told with the value before and now, one person a line if need be.
_WITH_VALUES = frozenset(ChangeKind) - {ChangeKind.ADDED, ChangeKind.REMOVED}


def changes_panel(job: Job, changes: Changes, x: float, width: float) -> Panel:
    """Lay out the differences to the version that the recipient has."""

    def bar(again: bool) -> Board:
        first = job.words.first.t(
            "CHANGES SINCE VERSION {version} of {date}",
            version=changes.since_version,
            date=wording.moment(job.words.first, changes.since_at),
        )
        second = job.words.second
        below = (
            ""
            if second is None
            else second.t("Changes since version {version}", version=changes.since_version)
        )
        return _bar(job, (x, width), (first, below), _sum(job, changes), again=again)

    strips = tuple(strip for kind in ChangeKind for strip in _entry(job, changes, kind, x, width))
    return Panel(x, width, bar, strips)


def vehicles_panel(job: Job, x: float, width: float) -> Panel:
    """Lay out the vehicles of a convoy with their people, as many beside one another as fit."""

    def bar(again: bool) -> Board:
        pair = job.words.pair(lambda t: t.t("Vehicles of the convoy"))
        size = wording.convoy_size(job.words.first, job.model.vehicles)
        return _bar(job, (x, width), (pair.first, pair.second), size, again=again)

    across = int(width // _VEHICLE_WIDTH)
    cell = width / across
    listed = people_by_vehicle(job)
    strips = []
    for start in range(0, len(listed), across):
        board = Board(job.ruler)
        lowest = 4.2
        for place, (vehicle, count) in enumerate(listed[start : start + across]):
            left = x + place * cell + 2.0
            people = wording.people(job.words.first, count)
            end = board.text_right(left + cell - 5.0, 4.2, people, _TEXT)
            number = f"{vehicle.number} · "
            plate_x = board.text(left, 4.2, number, _TEXT)
            lines = job.ruler.wrap(vehicle.plate, _LABEL, max(end - plate_x - 2.0, 8.0))
            lowest = max(lowest, board.lines(plate_x, 4.2, lines, _LABEL, _STEP))
        board.height = lowest + 1.8
        strips.append(Strip(board, start > 0))
    return Panel(x, width, bar, tuple(strips))


def _bar(
    job: Job, span: tuple[float, float], titles: tuple[str, str], at_end: str, *, again: bool
) -> Board:
    x, width = span
    board = Board(job.ruler)
    board.height = _BAR_HEIGHT
    board.fills.append(Fill(x, 0.0, width, _BAR_HEIGHT, 0.0))
    first, second = titles
    if again:
        first = wording.continued(job.words.first, first)
    left = board.text_right(x + width - 2.0, 4.2, at_end, _BAR_SUM)
    end = board.text(x + 2.0, 4.2, first, _BAR)
    if end + 3.0 + job.ruler.width(second, _BAR_SECOND) + 3.0 <= left:
        board.text(end + 3.0, 4.2, second, _BAR_SECOND)
    return board


def _sum(job: Job, changes: Changes) -> str:
    added = len(changes.of(ChangeKind.ADDED))
    removed = len(changes.of(ChangeKind.REMOVED))
    now = job.totals.total
    number = job.words.first.number
    return f"{number(now - added + removed)} + {number(added)} – {number(removed)} = {number(now)}"


def _entry(job: Job, changes: Changes, kind: ChangeKind, x: float, width: float) -> Iterator[Strip]:
    """Strips of one kind of difference; the first holds the label and at least two lines."""
    listed = changes.of(kind)
    if not listed:
        return
    lines = _texts(job, kind, listed, width - _TEXT_INDENT - 2.0)
    board = Board(job.ruler)
    marks.sign(board, x + 1.2, 1.1, _SIGNS[kind])
    label = job.words.pair(lambda t: terms.change(t, kind))
    count = job.words.first.number(len(listed))
    count_x = board.text_right(x + _COUNT_END, 4.2, count, _COUNT)
    room = count_x - x - _LABEL_INDENT - 1.5
    wrapped = job.ruler.wrap(label.first, _LABEL, room)
    y = board.lines(x + _LABEL_INDENT, 4.2, wrapped, _LABEL, _STEP)
    if label.second:
        wrapped = job.ruler.wrap(label.second, _LABEL_SECOND, room)
        y = board.lines(x + _LABEL_INDENT, y + 3.2, wrapped, _LABEL_SECOND, 3.2)
    least = max(2, ceil((y - _FIRST_LINE) / _STEP) + 1)
    taken, left = lines[:least], lines[least:]
    last = board.lines(x + _TEXT_INDENT, _FIRST_LINE, taken, _TEXT, _STEP)
    board.height = last if left else max(_ENTRY_HEIGHT, y + _UNDER_LABEL, last + _UNDER)
    yield Strip(board, opens=True)
    for place, line in enumerate(left, start=1):
        strip = Board(job.ruler)
        strip.text(x + _TEXT_INDENT, _STEP, line, _TEXT)
        strip.height = _STEP + (_UNDER if place == len(left) else 0.0)
        yield Strip(strip, opens=False)


def _texts(job: Job, kind: ChangeKind, listed: tuple[Change, ...], width: float) -> tuple[str, ...]:
    """Lines of one kind: names in a row; values in a row too, or else one person a line."""
    texts = [wording.change(job.words.first, change) for change in listed]
    items = [f"{text};" for text in texts[:-1]] + texts[-1:]
    if kind in _WITH_VALUES and job.ruler.width(" ".join(items), _TEXT) > width:
        return tuple(line for item in items for line in job.ruler.wrap(item, _TEXT, width))
    return job.ruler.fill(items, _TEXT, width)
