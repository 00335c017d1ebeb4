"""Heads and feet of the pages of a border list."""

from dataclasses import dataclass

from reports import terms, wording
from reports.checksums import PaperKind, qr_text, shown
from reports.model import Pair
from reports.pdf import marks
from reports.pdf.board import THIN_INK, Board, Code
from reports.pdf.manifest.frame import frame, wide_widths
from reports.pdf.manifest.job import Job
from reports.pdf.manifest.totals_table import totals_table
from reports.pdf.typeset import GREY, Style, bold, regular, unbroken
from reports.wording import joined

FOLLOWING_HEIGHT = 13.0

_OFFICE = regular(8.5)
_OFFICE_SECOND = regular(7.5, GREY)
_TITLE = bold(20)
_SUBTITLE = regular(10, GREY)
_SUBTITLE_WIDE = regular(9, GREY)
_NUMBER = bold(13)
_CHIP = bold(11, 1.0)
_REPLACES = regular(8.5, GREY)
_QR_CAPTION = regular(6.5, GREY)
_QR_SIZE = 27.0

_SMALL_TITLE = bold(11)
_SMALL_SUBTITLE = regular(9, GREY)
_SMALL_NUMBER = bold(10)
_SMALL_CHIP = bold(8, 1.0)
_SMALL_KIND = regular(9, GREY)
_SMALL_PLATE = bold(13)
_SMALL_PLATE_MOST = 70.0
_SMALL_QR_SIZE = 13.0

_FOOT = regular(7.5, GREY)
_FOOT_SMALL = regular(6.5, GREY)
_PAGE = bold(10)

_WIDE_BLOCK = 89.0
_WIDE_GAP = 4.0


@dataclass(frozen=True)
class Side:
    """Free place beside the left block of a wide head, from `y` down."""

    x: float
    width: float
    y: float


@dataclass(frozen=True)
class FirstHead:
    """Head of the first page down to `bottom`, and the free place beside it, if any."""

    board: Board
    bottom: float
    side: Side | None = None


def first_head(job: Job) -> FirstHead:
    """Head of the first page down to the totals, in the place where it stands."""
    return _wide_head(job) if job.sheet.is_landscape else _tall_head(job)


def _tall_head(job: Job) -> FirstHead:
    board, sheet = Board(job.ruler), job.sheet
    left, width = sheet.left, sheet.text_width - _QR_SIZE - 3.0
    y = _office(job, board, left, sheet.top + 3.2, width, (_OFFICE, _OFFICE_SECOND))
    y = _titles(job, board, left, y + 9.8, width)
    y = _numbers(job, board, left, y + 7.2, width)
    top = max(y + 3.8, sheet.top + 33.0)
    _large_code(job, board, sheet.end - _QR_SIZE)
    widths = (58.0, 76.0, sheet.text_width - 134.0)
    box = frame(job, left, widths, leader=True)
    board.add(box, top)
    table = totals_table(job, left, sheet.text_width)
    board.add(table, top + box.height + 5.5)
    return FirstHead(board, top + box.height + 5.5 + table.height)


def _wide_head(job: Job) -> FirstHead:
    board, sheet = Board(job.ruler), job.sheet
    left, width = sheet.left, _WIDE_BLOCK
    y = _titles(job, board, left, sheet.top + 7.0, width)
    y = _numbers(job, board, left, y + 7.0, width)
    y = _office(job, board, left, y + 5.4, width, (regular(7.5), _OFFICE_SECOND))
    y = _leader_line(job, board, left, y, width)
    table = totals_table(job, left, width)
    board.add(table, y + 5.6)
    x = left + _WIDE_BLOCK + _WIDE_GAP
    room = sheet.end - _QR_SIZE - 2.0 - x
    _large_code(job, board, sheet.end - _QR_SIZE)
    box = frame(job, x, wide_widths(job, room), leader=False)
    board.add(box, sheet.top)
    # The code and its caption stand beside the frame and are as high.
    side = Side(x, sheet.end - x, sheet.top + max(box.height, 30.5))
    return FirstHead(board, max(y + 5.6 + table.height, side.y), side)


def following_head(job: Job) -> Board:
    """Head of the other pages, in the place where it stands; the columns begin under it."""
    board, sheet = Board(job.ruler), job.sheet
    upper, lower = sheet.top + 4.2, sheet.top + 9.0
    name = wording.title(job.words, job.model)
    words, vehicles = job.words, job.model.vehicles
    if job.model.is_convoy:
        kind = words.first.t("Convoy")
        plate = wording.convoy_size(words.first, vehicles)
    elif vehicles:
        kind = terms.vehicle(words.first, vehicles[0], job.model.convoy_size)
        plate = vehicles[0].plate
    else:
        kind = plate = ""
    plates = job.ruler.wrap(plate, _SMALL_PLATE, _SMALL_PLATE_MOST)
    plate_width = max(job.ruler.width(kind, _SMALL_KIND), job.ruler.widest(plates, _SMALL_PLATE))
    most = sheet.end - _SMALL_QR_SIZE - 4.0 - plate_width / 2
    middle = min(sheet.left + sheet.text_width * 0.66, most)
    board.text_centred(middle, upper, kind, _SMALL_KIND)
    for place, line in enumerate(plates):
        board.text_centred(middle, lower + place * 5.0, line, _SMALL_PLATE)
    room = middle - plate_width / 2 - 4.0
    lines = job.ruler.wrap(name.first.upper(), _SMALL_TITLE, room - sheet.left)
    below = board.lines(sheet.left, upper, lines, _SMALL_TITLE, 4.6) - upper
    end = sheet.left + job.ruler.width(lines[-1], _SMALL_TITLE) + 2.5
    if end + job.ruler.width(name.second, _SMALL_SUBTITLE) <= room:
        board.text(end, upper + below, name.second, _SMALL_SUBTITLE)
    end = board.text(sheet.left, lower + below, job.model.number, _SMALL_NUMBER)
    version = marks.fitting(board, _version(job), _SMALL_CHIP, room - end - 5.1)
    marks.chip(board, end + 2.5, lower + below - 0.1, version, _SMALL_CHIP, 1.3)
    board.height = sheet.top + FOLLOWING_HEIGHT + max(below, (len(plates) - 1) * 5.0)
    return board


def page_code(job: Job, page: int, pages: int) -> Code:
    """QR code of one page: large on the first, level M; small and level L on the others."""
    text = qr_text(
        PaperKind.LIST,
        job.model.number,
        job.model.version,
        job.totals.total,
        page=page,
        pages=pages,
        issued_at=job.model.issued_at,
        digest=job.digest,
    )
    sheet = job.sheet
    if page == 1:
        return Code(sheet.end - _QR_SIZE, sheet.top - 1.0, _QR_SIZE, text, "m")
    return Code(sheet.end - _SMALL_QR_SIZE, sheet.top - 1.5, _SMALL_QR_SIZE, text, "l")


def foot(job: Job, page: int, pages: int) -> Board:
    """Foot of a page: what the list is, whose eyes it is for, its hash, the page's number."""
    board, sheet, words = Board(job.ruler), job.sheet, job.words
    y = sheet.foot
    board.level(sheet.left, sheet.end, y, 0.4, THIN_INK)
    mark = words.pair(lambda t: t.t("Page {n} of {m}", n=page, m=pages))
    first_down, second_down = (4.0, 6.9) if sheet.is_landscape else (4.4, 7.5)
    left = board.text_right(sheet.end, y + first_down, mark.first, _PAGE)
    left = min(left, board.text_right(sheet.end, y + second_down, mark.second, _FOOT))
    width = left - 4.0 - sheet.left
    for line, down, style in _foot_lines(job, width):
        board.text(sheet.left, y + down, line, style)
    return board


def _foot_lines(job: Job, width: float) -> tuple[tuple[str, float, Style], ...]:
    """Lines of the foot with their depth; the hash is never left out."""
    words, model, ruler = job.words, job.model, job.ruler
    issue = wording.issue_line(words.first, model)
    digest = unbroken(f"SHA-256 {shown(job.digest)}")
    data = wording.data_line(words, model)
    both = f"{joined(data)} · {digest}"
    if ruler.width(issue, _FOOT) <= width:
        for text in (both, f"{data.first} · {digest}"):
            if ruler.width(text, _FOOT_SMALL) <= width:
                return (issue, 3.6, _FOOT), (text, 6.9, _FOOT_SMALL)
    lines = (*ruler.wrap(issue, _FOOT_SMALL, width), *ruler.wrap(both, _FOOT_SMALL, width))
    if len(lines) > 3:
        short = f"{data.first} · {digest}"
        lines = (*ruler.wrap(issue, _FOOT_SMALL, width), *ruler.wrap(short, _FOOT_SMALL, width))
    return tuple((line, 2.7 + 2.5 * place, _FOOT_SMALL) for place, line in enumerate(lines))


def _large_code(job: Job, board: Board, x: float) -> None:
    caption = job.words.first.t("number · version · hash")
    y = job.sheet.top + 28.6
    for line in job.ruler.wrap(caption, _QR_CAPTION, _QR_SIZE):
        board.text_centred(x + _QR_SIZE / 2, y, line, _QR_CAPTION)
        y += 2.5


def _office(
    job: Job, board: Board, x: float, y: float, width: float, styles: tuple[Style, Style]
) -> float:
    first, second = styles
    office = job.words.shown(job.model.office)
    y = board.lines(x, y, job.ruler.wrap(office.first, first, width), first, 3.6)
    if not office.second:
        return y
    return board.lines(x, y + 3.6, job.ruler.wrap(office.second, second, width), second, 3.2)


def _titles(job: Job, board: Board, x: float, y: float, width: float) -> float:
    name = wording.title(job.words, job.model)
    lines = job.ruler.wrap(name.first.upper(), _TITLE, width)
    y = board.lines(x, y, lines, _TITLE, 8.2)
    below = wording.subtitle(job.words, job.model)
    style = _SUBTITLE_WIDE if job.sheet.is_landscape else _SUBTITLE
    return board.lines(x, y + 5.4, job.ruler.wrap(below, style, width), style, 4.2)


def _numbers(job: Job, board: Board, x: float, y: float, width: float) -> float:
    model, words, ruler = job.model, job.words, job.ruler
    number = words.first.t("No. {number}", number=model.number)
    end = board.text(x, y, number, _NUMBER)
    version = _version(job)
    if end + 7.0 + ruler.width(joined(version), _CHIP) > x + width + 0.5:
        y, end = y + 7.4, x - 3.0
    end = marks.chip(board, end + 3.0, y - 0.2, joined(version), _CHIP, 2.0)
    if model.replaces is None:
        return y
    replaced = words.pair(lambda t: t.t("replaces version {version}", version=model.replaces))
    text = marks.fitting(board, replaced, _REPLACES, x + width - end - 3.0)
    if end + 3.0 + ruler.width(text, _REPLACES) <= x + width:
        board.text(end + 3.0, y - 0.2, text, _REPLACES)
        return y
    lines = ruler.wrap(joined(replaced), _REPLACES, width)
    return board.lines(x, y + 5.4, lines, _REPLACES, 3.6)


def _version(job: Job) -> Pair:
    return job.words.pair(lambda t: t.t("Version {version}", version=job.model.version))


def _leader_line(job: Job, board: Board, x: float, y: float, width: float) -> float:
    leader = job.model.leader
    if leader is None:
        return y
    who = ", ".join(unbroken(part) for part in (leader.name, leader.phone) if part)
    text = job.words.first.t("Leader: {leader}", leader=who)
    style = regular(8.5)
    return board.lines(x, y + 5.0, job.ruler.wrap(text, style, width), style, 3.8)
