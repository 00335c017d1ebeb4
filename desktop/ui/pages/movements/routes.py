"""The way of a movement: stops as an officer plans them, and the legs that are stored of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from uuid import UUID

from desktop.ui.pages.movements.moments import Moment, moment_words, offset_words, read_moment
from desktop.usecases.movements import LegForm
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.views import CrossingRow, PostRow
from reports.texts import Texts

PLACE_TIMES = ("arrival", "departure")
BORDER_TIMES = ("exit", "entry")
_LONGEST_KM = 20_000
_LONGEST_CORRIDOR = 7 * 24 * 60


@dataclass(frozen=True)
class StopDraft:
    """A stop as it was typed; `distance` and `corridor` are of the way to the next one.

    `written` is what was typed for a place that was not found. `turned` exchanges the sides
    of a crossing point against the direction that the route suggests.
    """

    place_id: UUID | None = None
    written: str = ""
    arrival: str = ""
    departure: str = ""
    exit: str = ""
    entry: str = ""
    distance: str = ""
    corridor: str = ""
    turned: bool = False


@dataclass(frozen=True)
class Border:
    """The two posts of a crossing point in the order in which they are passed."""

    exit: PostRow
    entry: PostRow

    def post(self, name: str) -> PostRow:
        """Post of "exit" or "entry"."""
        return self.exit if name == "exit" else self.entry


@dataclass
class StopRead:
    """What a stop was understood as.

    `asked` are the times that belong to it, in order; `problems` and `doubts` are sentences by
    the name of a field of `StopDraft` ("place" for the place).
    """

    place_id: UUID | None
    zone: str
    border: Border | None
    asked: tuple[str, ...]
    times: dict[str, Moment] = field(default_factory=dict)
    distance: int | None = None
    corridor: int | None = None
    problems: dict[str, str] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)

    def zone_of(self, name: str) -> str:
        """Zone of the wall on which a time is read."""
        return self.border.post(name).zone if self.border else self.zone

    @property
    def reached(self) -> Moment | None:
        """When it is reached: the arrival, or the exit from the country before the border."""
        return self.times.get("exit" if self.border else "arrival")

    @property
    def left(self) -> Moment | None:
        """When it is left: the departure, or the entry behind the border."""
        return self.times.get("entry" if self.border else "departure")


@dataclass(frozen=True)
class RouteReader:
    """Understands what was typed for a route on a day, in the words of one language."""

    book: ReferenceBook
    texts: Texts
    today: date

    def read(self, drafts: Sequence[StopDraft], *, complete: bool) -> tuple[StopRead, ...]:
        """Every stop in order; only when `complete` is asked, what is missing is a problem."""
        borders = self.borders(drafts)
        stops: list[StopRead] = []
        before: Moment | None = None
        for number, draft in enumerate(drafts):
            first, last = number == 0, number == len(drafts) - 1
            stop = self._stop(draft, borders[number], first=first, last=last)
            before = self._read_times(stop, draft, before)
            if not last:
                self._read_way(stop, draft)
            if complete and "place" not in stop.problems:
                self._ask_place(stop, stops[-1] if stops else None)
            stops.append(stop)
        for stop, following in pairwise(stops):
            self._check_corridor(stop, following)
        return tuple(stops)

    def _stop(
        self, draft: StopDraft, border: Border | None, *, first: bool, last: bool
    ) -> StopRead:
        asked = BORDER_TIMES if border else PLACE_TIMES[first : 1 if last else 2]
        stop = StopRead(draft.place_id, self.book.place_zone(draft.place_id), border, asked)
        if draft.place_id is None and draft.written:
            stop.problems["place"] = self.texts.t(
                "No place or crossing point begins so. Choose one from the list."
            )
        return stop

    def _ask_place(self, stop: StopRead, before: StopRead | None) -> None:
        if stop.place_id is None:
            stop.problems["place"] = self.texts.t("Say which place or crossing point it is.")
        elif before is not None and before.place_id == stop.place_id:
            stop.problems["place"] = self.texts.t("This is the stop before once more.")

    def _read_times(self, stop: StopRead, draft: StopDraft, before: Moment | None) -> Moment | None:
        """Read the times of a stop; answers the latest one so far."""
        for name in stop.asked:
            text = getattr(draft, name)
            try:
                moment = read_moment(text, stop.zone_of(name), self.today, self.texts, before)
            except ValueError:
                stop.problems[name] = self.texts.t("Not a time such as 12.11 23:30, 23:30 or +20.")
                continue
            if moment is None:
                continue
            if before is not None and moment.minutes_after(before) < 0:
                stop.problems[name] = self.texts.t(
                    "Earlier than {moment} ({zone}) at the stop before.",
                    moment=moment_words(self.texts, before),
                    zone=offset_words(before),
                )
            stop.times[name] = before = moment
        return before

    def _read_way(self, stop: StopRead, draft: StopDraft) -> None:
        sentence = self.texts.t("Not a whole number.")
        for name, most in (("distance", _LONGEST_KM), ("corridor", _LONGEST_CORRIDOR)):
            text = getattr(draft, name)
            number = int(text) if text.isascii() and text.isdigit() else None
            if text and (number is None or not 0 < number <= most):
                stop.problems[name] = sentence
            elif name == "distance":
                stop.distance = number
            else:
                stop.corridor = number

    def _check_corridor(self, stop: StopRead, following: StopRead) -> None:
        start, end = stop.left, following.reached
        if not stop.corridor or start is None or end is None:
            return
        planned = end.minutes_after(start)
        if planned > stop.corridor:
            stop.doubts["corridor"] = self.texts.n(
                "{n} minute is planned.", "{n} minutes are planned.", planned
            )

    def borders(self, drafts: Sequence[StopDraft]) -> list[Border | None]:
        """The sides of every crossing point, as the stops around it suggest."""
        points = {point.place.id: point for point in self.book.crossings}
        found: list[Border | None] = []
        country: str | None = None
        for number, draft in enumerate(drafts):
            point = points.get(draft.place_id) if draft.place_id else None
            if point is None:
                country = self._country(draft.place_id) or country
                found.append(None)
                continue
            following = drafts[number + 1].place_id if number + 1 < len(drafts) else None
            border = self._border(point, country, self._countries(following, points))
            if draft.turned:
                border = Border(border.entry, border.exit)
            country = border.entry.country
            found.append(border)
        return found

    def _border(
        self, point: CrossingRow, behind: str | None, ahead: frozenset[str | None]
    ) -> Border:
        first, second = point.posts
        backwards = second.country == behind
        if behind not in (first.country, second.country):
            backwards = first.country in ahead and second.country not in ahead
        return Border(second, first) if backwards else Border(first, second)

    def _country(self, place_id: UUID | None) -> str | None:
        place = self.book.places.get(place_id) if place_id else None
        return place.country if place else None

    def _countries(
        self, place_id: UUID | None, points: Mapping[UUID, CrossingRow]
    ) -> frozenset[str | None]:
        point = points.get(place_id) if place_id else None
        if point is not None:
            return frozenset(post.country for post in point.posts)
        return frozenset({self._country(place_id)} - {None})


def legs_of(stops: Sequence[StopRead]) -> tuple[LegForm, ...]:
    """The legs of stops without problems.

    The leg that begins at a crossing point carries its posts and times; a crossing point at
    the end of the way gets a leg of its own.
    """
    return tuple(_legs(stops))


def _legs(stops: Sequence[StopRead]) -> Iterator[LegForm]:
    for stop, following in pairwise(stops):
        yield _leg(stop, following, following.reached)
    if stops and stops[-1].border is not None:
        yield _leg(stops[-1], stops[-1], stops[-1].left)


def _leg(stop: StopRead, following: StopRead, arrival: Moment | None) -> LegForm:
    if stop.place_id is None or following.place_id is None:
        raise ValueError("a leg leads from a place to a place")
    border = stop.border
    own = stop is following
    return LegForm(
        from_place_id=stop.place_id,
        to_place_id=following.place_id,
        departure_local=_local(stop.times.get("exit" if border else "departure"), stop.zone),
        arrival_local=_local(arrival, following.zone),
        distance_km=None if own else stop.distance,
        crossing_place_id=stop.place_id if border else None,
        exit_post_id=border.exit.id if border else None,
        entry_post_id=border.entry.id if border else None,
        exit_local=_local(stop.times.get("exit"), border.exit.zone) if border else "",
        entry_local=_local(stop.times.get("entry"), border.entry.zone) if border else "",
        corridor_minutes=None if own else stop.corridor,
    )


def _local(moment: Moment | None, zone: str) -> str:
    """Stored text of a moment on the wall of a zone."""
    return moment.seen_from(zone).local if moment else ""
