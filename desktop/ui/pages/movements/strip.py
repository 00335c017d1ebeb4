"""What the strip of a movement's way says: its places and borders with their planned times."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.domain.values import MovementStatus
from desktop.reference import name_in
from desktop.ui.pages.movements.moments import (
    Moment,
    offset_words,
    short_moment,
    zone_words,
)
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.views import LegRow, MovementDetail, PostRow
from reports.texts import Texts

ARRIVED = frozenset({MovementStatus.ARRIVED, MovementStatus.RECONCILED, MovementStatus.CLOSED})


@dataclass(frozen=True)
class NodeShown:
    """A place, or with `borders` ("KZ → UZ") a crossing point, and two lines about times."""

    name: str
    borders: str = ""
    first: str = ""
    second: str = ""


@dataclass(frozen=True)
class LegShown:
    """The way to the next node."""

    label: str
    corridor: bool


@dataclass(frozen=True)
class StripShown:
    """Nodes, and between every two of them a leg; `done` when all of it lies behind."""

    nodes: tuple[NodeShown, ...]
    legs: tuple[LegShown, ...]
    done: bool


@dataclass
class WayNode:
    """A place on the way with the legs that end and begin there, and the one with its posts."""

    place_id: UUID
    reached: LegRow | None = None
    left: LegRow | None = None
    crossed: LegRow | None = None


@dataclass(frozen=True)
class StripMaker:
    """Makes strips; `alpha2` are the two letters of countries by their three."""

    book: ReferenceBook
    texts: Texts
    alpha2: Mapping[str, str]

    def strip(self, movement: MovementDetail) -> StripShown:
        """The way of one movement."""
        nodes = nodes_of(movement.legs)
        legs = [leg for leg in movement.legs if leg.from_place_id != leg.to_place_id]
        return StripShown(
            tuple(self._node(node) for node in nodes),
            tuple(self._leg(number, leg) for number, leg in enumerate(legs, 1)),
            movement.status in ARRIVED,
        )

    def _node(self, node: WayNode) -> NodeShown:
        if node.crossed is not None:
            return self._crossing(node.crossed)
        name = self.book.place(node.place_id)
        arrival = departure = None
        if node.reached is not None:
            arrival = Moment.of_local(node.reached.arrival_local, node.reached.arrival_zone)
        if node.left is not None:
            departure = Moment.of_local(node.left.departure_local, node.left.departure_zone)
        if arrival and departure:
            return NodeShown(
                name,
                "",
                self.texts.t("arrival {moment}", moment=self._with_zone(arrival)),
                self.texts.t("departure {moment}", moment=self._with_zone(departure)),
            )
        moment = arrival or departure
        if moment is None:
            return NodeShown(name, "", self.texts.t("time not known"))
        return NodeShown(name, "", short_moment(self.texts, moment), zone_words(moment))

    def _crossing(self, leg: LegRow) -> NodeShown:
        posts = {post.id: post for point in self.book.crossings for post in point.posts}
        sides = [posts[one] for one in (leg.exit_post_id, leg.entry_post_id) if one in posts]
        leaving = Moment.of_local(leg.exit_local, leg.exit_zone)
        entering = Moment.of_local(leg.entry_local, leg.entry_zone)
        lines = []
        if leaving is not None:
            lines.append(self.texts.t("exit {moment}", moment=self._with_zone(leaving)))
        if entering is not None:
            lines.append(self.texts.t("entry {moment}", moment=self._with_zone(entering)))
        lines += ["", ""]
        return NodeShown(
            " / ".join(name_in(post.names, self.book.language) for post in sides)
            or self.book.place(leg.crossing_place_id),
            " → ".join(self._letters(post) for post in sides),
            lines[0] or self.texts.t("time not known"),
            lines[1],
        )

    def _leg(self, number: int, leg: LegRow) -> LegShown:
        n = self.texts.number
        if leg.corridor_minutes and leg.distance_km:
            label = self.texts.t(
                "Corridor {minutes} min · no stops · {distance} km",
                minutes=n(leg.corridor_minutes),
                distance=n(leg.distance_km),
            )
        elif leg.corridor_minutes:
            label = self.texts.t(
                "Corridor {minutes} min · no stops", minutes=n(leg.corridor_minutes)
            )
        elif leg.distance_km:
            label = self.texts.t(
                "leg {number} · {distance} km", number=number, distance=n(leg.distance_km)
            )
        else:
            label = self.texts.t("leg {number}", number=number)
        return LegShown(label, bool(leg.corridor_minutes))

    def _letters(self, post: PostRow) -> str:
        return self.alpha2.get(post.country, post.country)

    def _with_zone(self, moment: Moment) -> str:
        return f"{short_moment(self.texts, moment)} {offset_words(moment)}"


def nodes_of(legs: Sequence[LegRow]) -> list[WayNode]:
    """Places in order. A leg from a place to itself is the border there."""
    return list(_walk(legs))


def _walk(legs: Sequence[LegRow]) -> Iterator[WayNode]:
    node: WayNode | None = None
    for leg in legs:
        if node is None or node.place_id != leg.from_place_id:
            if node is not None:
                yield node
            node = WayNode(leg.from_place_id)
        if leg.crossing_place_id == leg.from_place_id:
            node.crossed = leg
        if leg.from_place_id == leg.to_place_id:
            continue
        node.left = leg
        yield node
        node = WayNode(leg.to_place_id, reached=leg)
        if leg.crossing_place_id == leg.to_place_id:
            node.crossed = leg
    if node is not None:
        yield node
