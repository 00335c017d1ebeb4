"""The frame in the head of a border list: vehicle, route, number of people."""

from collections import Counter

from reports import terms, wording
from reports.model import Stop, Vehicle
from reports.pdf import marks
from reports.pdf.board import THIN_INK, Board, Box, Rule
from reports.pdf.manifest.job import Job
from reports.pdf.typeset import GREY, bold, regular, unbroken

LISTED_VEHICLES = 3

_HEIGHT = 31.0
_PADDING = 2.5
_CAPTION_LINE = 4.0

_PLATE = bold(23)
_PLATE_STEP = 9.0
_MODEL = regular(8.5)
_DRIVER = regular(8)
_PLACE = bold(9.5)
_PLACE_WIDE = bold(9)
_HOUR = regular(9.5)
_HOUR_WIDE = regular(9)
_WAY = regular(8.5, GREY)
_WAY_WIDE = regular(8, GREY)
_PLACE_LEAST = 16.0
_NOTE = regular(7.5, GREY)
_TOTAL = bold(38)
_SHARE = regular(9)
_LEADER = regular(8.5)
_PHONE = bold(9)


def frame(job: Job, x: float, widths: tuple[float, float, float], *, leader: bool) -> Board:
    """Draw the frame from its upper edge at 0; `leader` where the last cell names him."""
    board = Board(job.ruler)
    edges = (x, x + widths[0], x + widths[0] + widths[1])
    vehicles = _convoy if job.model.is_convoy else _vehicle
    lowest = max(
        vehicles(job, board, edges[0] + _PADDING, widths[0] - 2 * _PADDING) + 2.0,
        _route(job, board, edges[1] + _PADDING, widths[1] - _PADDING - 1.0) + 1.4,
        _people(job, board, edges[2] + _PADDING, widths[2] - _PADDING - 1.0, leader) + 1.0,
    )
    board.height = max(_HEIGHT, lowest)
    board.boxes.append(Box(x, 0.0, sum(widths), board.height, 1.2))
    board.rules.extend(Rule(edge, 0.0, edge, board.height, 0.4, THIN_INK) for edge in edges[1:])
    return board


def wide_widths(job: Job, room: float) -> tuple[float, float, float]:
    """Widths of the cells on the wide sheet: what plate and figure need, the rest for the route."""
    ruler = job.ruler
    people = ruler.width(job.words.first.number(job.totals.total), _TOTAL) + 2 * _PADDING
    if job.model.is_convoy:
        need = ruler.width(wording.convoy_size(job.words.first, job.model.vehicles), _PLATE)
    else:
        drivers = [line for one in job.model.vehicles for line in _drivers(job, one)]
        plates = [one.plate for one in job.model.vehicles]
        need = max(ruler.widest(drivers, _DRIVER), ruler.widest(plates, _PLATE))
    need += 2 * _PADDING + 0.1
    # What would take too much is broken into lines.
    vehicle = max(need, 44.0) if need <= 54.0 else 46.0
    people = max(people, 27.0)
    return vehicle, room - vehicle - people, people


def people_by_vehicle(job: Job) -> tuple[tuple[Vehicle, int], ...]:
    """Vehicles of the list, each with the rows that say they sit in it."""
    counts = Counter(row.vehicle for row in job.model.rows())
    return tuple((vehicle, counts[vehicle.number]) for vehicle in job.model.vehicles)


def _vehicle(job: Job, board: Board, x: float, width: float) -> float:
    if not job.model.vehicles:
        return _CAPTION_LINE
    vehicle = job.model.vehicles[0]
    words, ruler = job.words, job.ruler
    kind = words.pair(lambda t: terms.vehicle(t, vehicle, job.model.convoy_size))
    y = marks.caption(board, x, _CAPTION_LINE, kind, width)
    plate = ruler.wrap(vehicle.plate, _PLATE, width)
    y = board.lines(x, y + 9.0, plate, _PLATE, _PLATE_STEP)
    model = wording.vehicle_model(words.first, vehicle)
    y = board.lines(x, y + 6.3, ruler.wrap(model, _MODEL, width), _MODEL, 4.0)
    for driver in _drivers(job, vehicle):
        y = board.lines(x, y + 4.5, ruler.wrap(driver, _DRIVER, width), _DRIVER, 4.0)
    return y


def _drivers(job: Job, vehicle: Vehicle) -> list[str]:
    """Drivers with their numbers; on the wide sheet there is no room for the word."""
    lines = [
        ", ".join(unbroken(part) for part in (driver.name, driver.phone) if part)
        for driver in vehicle.drivers
    ]
    if lines and not job.sheet.is_landscape:
        count = len(lines)
        lines[0] = job.words.first.n(
            "Driver: {driver}", "Drivers: {driver}", count, driver=lines[0]
        )
    return lines


def _convoy(job: Job, board: Board, x: float, width: float) -> float:
    words, ruler = job.words, job.ruler
    y = marks.caption(board, x, _CAPTION_LINE, words.pair(lambda t: t.t("Convoy")), width)
    size = wording.convoy_size(words.first, job.model.vehicles)
    y = board.lines(x, y + 9.0, ruler.wrap(size, _PLATE, width), _PLATE, _PLATE_STEP) + 1.9
    if len(job.model.vehicles) > LISTED_VEHICLES:
        return y
    for vehicle, count in people_by_vehicle(job):
        y += 4.5
        people = wording.people(words.first, count)
        end = board.text_right(x + width, y, people, _MODEL)
        plate = f"{vehicle.number} · {vehicle.plate}"
        lines = ruler.wrap(plate, _MODEL, end - x - 2.0)
        y = board.lines(x, y, lines, _MODEL, 4.0)
    return y


def _route(job: Job, board: Board, x: float, width: float) -> float:
    words, ruler = job.words, job.ruler
    y = marks.caption(
        board, x, _CAPTION_LINE, words.pair(lambda t: t.t("Route, local time")), width
    )
    stops = job.model.stops
    if stops:
        y = _stops(job, board, x, y + 5.6, width)
    corridor = words.shown(job.model.corridor)
    if not corridor.first:
        return y
    note = marks.fitting(board, corridor, _NOTE, width)
    return board.lines(x, y + 4.1, ruler.wrap(note, _NOTE, width), _NOTE, 3.2)


def _stops(job: Job, board: Board, x: float, y: float, width: float) -> float:
    """Write the stops, hours in columns; a place above its hour where they are too narrow."""
    first, ruler, wide = job.words.first, job.ruler, job.sheet.is_landscape
    place_style, hour_style = (_PLACE_WIDE, _HOUR_WIDE) if wide else (_PLACE, _HOUR)
    way_style = _WAY_WIDE if wide else _WAY
    stops = job.model.stops
    days = [wording.day_month(first, stop.at.date()) for stop in stops]
    hours = [f"{stop.at:%H:%M}" for stop in stops]
    zones = [wording.zone(stop.at) for stop in stops]
    ways = [_way(job, stop) for stop in stops]
    zone_x = x + width - ruler.widest(zones, hour_style)
    hour_x = zone_x - 1.8 - ruler.widest(hours, hour_style)
    day_x = hour_x - 1.8 - ruler.widest(days, hour_style)
    way_x = day_x - ruler.widest(ways, way_style)
    free = way_x - x - ruler.widest([stop.place for stop in stops], place_style)
    way_x -= min(max(free - 1.0, 1.6), 3.0)
    room = way_x - 1.0 - x
    is_stacked = room < _PLACE_LEAST
    room = width if is_stacked else room
    for number, stop in enumerate(stops):
        y += 5.3 if number else 0.0
        lines = ruler.wrap(stop.place, place_style, room)
        if is_stacked:
            y = board.lines(x, y, lines, place_style, 3.9) + 4.0
            way_x = x
        board.text(way_x, y, ways[number], way_style)
        board.text(day_x, y, days[number], hour_style)
        board.text(hour_x, y, hours[number], hour_style)
        board.text(zone_x, y, zones[number], hour_style)
        if not is_stacked:
            y = board.lines(x, y, lines, place_style, 3.9)
    return y


def _way(job: Job, stop: Stop) -> str:
    return f"{stop.country} {terms.direction(job.words.first, stop.direction)}".strip()


def _people(job: Job, board: Board, x: float, width: float, leader: bool) -> float:
    words, ruler, totals = job.words, job.ruler, job.totals
    first = words.first
    y = marks.caption(
        board, x, _CAPTION_LINE, words.pair(lambda t: t.t("Total on the list")), width
    )
    y += 13.5
    end = board.text(x, y, first.number(totals.total), _TOTAL)
    shares = [
        first.t("adults {count}", count=first.number(totals.adults)),
        first.t("children {count}", count=first.number(totals.children)),
    ]
    if totals.unknown_age:
        shares.append(first.t("age not known {count}", count=first.number(totals.unknown_age)))
    beside = max(x + 22.0, end + 2.0)
    if beside + ruler.widest(shares, _SHARE) <= x + width:
        step = 4.8 if len(shares) == 2 else 4.4
        board.lines(beside, y - 0.2 - step * (len(shares) - 1), tuple(shares), _SHARE, step)
    else:
        lines = [line for share in shares for line in ruler.wrap(share, _SHARE, width)]
        y = board.lines(x, y + 4.8, tuple(lines), _SHARE, 4.3) + 0.6
    if not leader or job.model.leader is None:
        return y
    y = marks.caption(board, x, y + 5.0, words.pair(lambda t: t.t("Leader")), width)
    name = ruler.wrap(job.model.leader.name, _LEADER, width)
    y = board.lines(x, y + 3.7, name, _LEADER, 3.6)
    if not job.model.leader.phone:
        return y
    phone = ruler.wrap(unbroken(job.model.leader.phone), _PHONE, width)
    return board.lines(x, y + 3.4, phone, _PHONE, 3.6)
