"""The plan of a movement that stands, as the form shows it. No widgets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from desktop.ui.pages.movements.moments import Moment, moment_words
from desktop.ui.pages.movements.planning import PlanDraft, VehicleDraft
from desktop.ui.pages.movements.routes import Border, RouteReader, StopDraft
from desktop.ui.pages.movements.strip import WayNode, nodes_of
from desktop.usecases.movements import DRIVER
from desktop.usecases.views import LegRow, MovementDetail, VehicleRow


@dataclass(frozen=True)
class StoredPlan:
    """What is stored of a plan: whoever changes it works on this."""

    movement_id: UUID
    code: str
    travellers: int
    draft: PlanDraft


def stored_plan(route: RouteReader, movement: MovementDetail) -> StoredPlan:
    """The plan of a movement as an officer would have typed it."""
    draft = PlanDraft(
        title=movement.title.strip(),
        mode=movement.mode,
        coordinator=movement.coordinator.strip(),
        notes=movement.notes.strip(),
        stops=tuple(_stops(route, movement.legs)),
        vehicles=tuple(_vehicle(one) for one in movement.vehicles),
    )
    return StoredPlan(movement.id, movement.code, len(movement.travellers), draft)


def _stops(route: RouteReader, legs: Sequence[LegRow]) -> list[StopDraft]:
    nodes = nodes_of(legs)
    stops = [_place(node) for node in nodes]
    for number, node in enumerate(nodes):
        # Which side comes first at one border tells in which country the next one begins.
        border = route.borders(stops)[number]
        if border and node.crossed and node.crossed.exit_post_id == border.entry.id:
            stops[number] = replace(stops[number], turned=True)
    borders = route.borders(stops)
    return [
        _with_times(route, stop, node, border)
        for stop, node, border in zip(stops, nodes, borders, strict=True)
    ]


def _place(node: WayNode) -> StopDraft:
    way = node.left
    return StopDraft(
        node.place_id,
        distance=str(way.distance_km) if way and way.distance_km else "",
        corridor=str(way.corridor_minutes) if way and way.corridor_minutes else "",
    )


def _with_times(
    route: RouteReader, stop: StopDraft, node: WayNode, border: Border | None
) -> StopDraft:
    def words(moment: Moment | None, zone: str) -> str:
        return moment_words(route.texts, moment.seen_from(zone)) if moment else ""

    arrival = _moment(node.reached, "arrival")
    departure = _moment(node.left, "departure")
    if border is None:
        zone = route.book.place_zone(stop.place_id)
        return replace(stop, arrival=words(arrival, zone), departure=words(departure, zone))
    leaving = _moment(node.crossed, "exit") or arrival or departure
    entering = _moment(node.crossed, "entry")
    return replace(
        stop,
        exit=words(leaving, border.exit.zone),
        entry=words(entering, border.entry.zone),
    )


def _moment(leg: LegRow | None, name: str) -> Moment | None:
    if leg is None:
        return None
    return Moment.of_local(getattr(leg, f"{name}_local"), getattr(leg, f"{name}_zone"))


def _vehicle(vehicle: VehicleRow) -> VehicleDraft:
    drivers = [
        (name.strip(), phone.strip()) for role, name, phone in vehicle.crew if role == DRIVER
    ]
    (driver, phone), *more = drivers or [("", "")]
    return VehicleDraft(
        layout=vehicle.layout,
        name=vehicle.name.strip(),
        registration=vehicle.registration.strip(),
        model=vehicle.model.strip(),
        driver=driver,
        phone=phone,
        id=vehicle.id,
        more_drivers=tuple(more),
    )
