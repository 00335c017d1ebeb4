"""A movement as the lists that are printed of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.catalogue import texts
from desktop.domain.people import is_child
from desktop.messages import N_
from desktop.reference import name_in
from desktop.usecases import views as v
from desktop.usecases.manifest_changes import short_name
from desktop.usecases.ports import Reads
from reports import model as m
from reports.texts import Texts

FOR_WHOM: Mapping[str, str] = {
    "border_service": N_("for the border service"),
    "carrier": N_("for the carrier"),
    "receiving_service": N_("for the receiving service"),
    "ministry": N_("for the ministry"),
    "migration_service": N_("for the migration service"),
    "consulate": N_("for the consulate"),
    "convoy_leader": N_("for the convoy leader"),
}


@dataclass(frozen=True)
class ListScope:
    """Which list of a movement: of one vehicle, or with `vehicle_id` None of the convoy."""

    recipient: str
    vehicle_id: UUID | None
    number: str
    zone: str


@dataclass(frozen=True)
class _Words:
    """The two languages of a paper, and reference names in them."""

    first: Texts
    second: Texts | None

    def pair(self, message: str, **fields: object) -> m.Pair:
        second = self.second.t(message, **fields) if self.second else ""
        return m.Pair(self.first.t(message, **fields), second)

    def names(self, names: Mapping[str, str]) -> m.Pair:
        second = name_in(names, self.second.language) if self.second else ""
        return m.Pair(name_in(names, self.first.language), second)


def build_model(
    reads: Reads,
    movement: v.MovementDetail,
    scopes: Sequence[ListScope],
    office: v.OfficeRow,
    officer_id: UUID,
    now: datetime,
    language: str,
    second: str | None,
) -> list[m.ManifestModel]:
    """Models of the lists, version 1, without changes; `now` is in the office's zone."""
    words = _Words(texts(language), texts(second) if second else None)
    places = {place.id: place for place in reads.places()}
    posts = {post.id: post for point in reads.crossing_points() for post in point.posts}
    officer, function = reads.officer_name(officer_id)
    alpha2 = reads.alpha2()
    stops = _stops(movement, places, posts, alpha2, language)
    crossing_on = stops[0].at.date() if stops else now.date()
    vehicles = {
        vehicle.id: m.Vehicle(
            number=vehicle.position,
            kind=vehicle.kind,
            plate=vehicle.registration or vehicle.name,
            model=vehicle.model,
            seats=len(vehicle.seats),
            drivers=tuple(
                m.Driver(name, phone) for role, name, phone in vehicle.crew if role == "driver"
            ),
        )
        for vehicle in movement.vehicles
    }
    head = m.ManifestModel(
        number=movement.code,
        version=1,
        office=words.names(office.letterhead or office.names or {"en": office.code}),
        recipient=words.pair(FOR_WHOM[scopes[0].recipient]),
        issued_at=now,
        issued_place=_town(office.zone),
        crossing_on=crossing_on,
        groups=(),
        signatory=m.Signatory(m.Pair(function) if function else words.pair("Consul"), officer),
        # A vehicle keeps its number when others are taken out: the last one tells how far it goes.
        convoy_size=max((one.number for one in vehicles.values()), default=0),
        stops=stops,
        ticks=_ticks(movement, posts, alpha2),
        corridor=_corridor(movement, words),
    )
    order = {vehicle_id: one.number for vehicle_id, one in vehicles.items()}
    built = []
    for scope in scopes:
        people = [
            traveller
            for traveller in movement.travellers
            if scope.vehicle_id is None or traveller.vehicle_id == scope.vehicle_id
        ]
        listed = [
            one for vehicle_id, one in vehicles.items() if scope.vehicle_id in (None, vehicle_id)
        ]
        groups = _groups(people, order, crossing_on, words, convoy=scope.vehicle_id is None)
        built.append(
            replace(
                head,
                number=scope.number,
                groups=groups,
                vehicles=tuple(listed),
                leader=_leader(movement, people),
            )
        )
    return built


def _groups(
    people: Sequence[v.TravellerRow],
    order: Mapping[UUID, int],
    on: date,
    words: _Words,
    *,
    convoy: bool,
) -> tuple[m.Group, ...]:
    """Families in the register's order, children without parents, then single travellers."""
    families: dict[UUID, list[v.TravellerRow]] = {}
    children: list[v.TravellerRow] = []
    single: list[v.TravellerRow] = []
    sizes = {traveller.group_id: 0 for traveller in people}
    for traveller in people:
        sizes[traveller.group_id] += 1
    for traveller in people:
        if traveller.group_id is not None and sizes[traveller.group_id] > 1:
            families.setdefault(traveller.group_id, []).append(traveller)
        elif is_child(traveller.person.birth, on):
            children.append(traveller)
        else:
            single.append(traveller)
    for alone in (children, single):
        alone.sort(key=lambda one: words.first.sort_key(one.person.full_name))
    groups: list[m.Group] = []
    number = 0
    for place, members in enumerate(families.values(), 1):
        rows = tuple(_row(one, number + i, order, convoy) for i, one in enumerate(members, 1))
        number += len(rows)
        head = members[0].person
        name = m.Pair(
            head.family_name or head.latin_family_name,
            head.latin_or_suggested[0] if words.second else "",
        )
        groups.append(m.Group(m.GroupKind.FAMILY, rows, place, name))
    for kind, members in ((m.GroupKind.CHILDREN, children), (m.GroupKind.SINGLE, single)):
        if members:
            rows = tuple(_row(one, number + i, order, convoy) for i, one in enumerate(members, 1))
            number += len(rows)
            groups.append(m.Group(kind, rows))
    return tuple(groups)


def _row(one: v.TravellerRow, number: int, order: Mapping[UUID, int], convoy: bool) -> m.Row:
    person, paper = one.person, one.person.document
    return m.Row(
        number=number,
        name=person.full_name,
        latin_name=person.latin_name,
        sex=person.sex.value if person.sex else "",
        birth=person.birth,
        nationality=person.nationality or "",
        document_number=paper.number if paper else "",
        document_kind=_kind(paper),
        document_expires_on=paper.expires_on if paper else None,
        seat=one.seat,
        vehicle=order.get(one.vehicle_id) if convoy and one.vehicle_id else None,
        role=person.group_role,
        key=one.person.id.hex,
    )


def _kind(paper: v.DocumentRow | None) -> str:
    if paper is None:
        return ""
    return paper.kind if paper.state == "held" else ""


def _leader(movement: v.MovementDetail, people: Sequence[v.TravellerRow]) -> m.Leader | None:
    """The leader of the movement where on this list, else who stands first on it."""
    chosen = next(
        (one for one in people if one.person.id == movement.leader_person_id),
        people[0] if people else None,
    )
    if chosen is None:
        return None
    return m.Leader(short_name(chosen.person.full_name), chosen.person.phone)


def _stops(
    movement: v.MovementDetail,
    places: Mapping[UUID, v.PlaceRow],
    posts: Mapping[UUID, v.PostRow],
    alpha2: Mapping[str, str],
    language: str,
) -> tuple[m.Stop, ...]:
    """Departure, posts on both sides of every border, arrival, with the clock at each."""
    planned: list[tuple[v.PlaceRow | v.PostRow, m.Direction, str, str]] = []
    for leg in movement.legs:
        if leg is movement.legs[0] and leg.crossing_place_id != leg.from_place_id:
            start = places[leg.from_place_id]
            planned.append((start, m.Direction.DEPARTURE, leg.departure_local, leg.departure_zone))
        if leg.exit_post_id:
            out = posts[leg.exit_post_id]
            planned.append((out, m.Direction.EXIT, leg.exit_local, leg.exit_zone))
        if leg.entry_post_id:
            into = posts[leg.entry_post_id]
            planned.append((into, m.Direction.ENTRY, leg.entry_local, leg.entry_zone))
        if leg is movement.legs[-1] and leg.to_place_id != leg.crossing_place_id:
            end = places[leg.to_place_id]
            planned.append((end, m.Direction.ARRIVAL, leg.arrival_local, leg.arrival_zone))
    return tuple(
        m.Stop(
            name_in(where.names, language),
            alpha2.get(where.country or "", ""),
            direction,
            datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)),
        )
        for where, direction, local, zone in planned
        if local
    )


def _ticks(
    movement: v.MovementDetail, posts: Mapping[UUID, v.PostRow], alpha2: Mapping[str, str]
) -> tuple[m.Tick, ...]:
    """The two posts of the first border on the way."""
    for leg in movement.legs:
        if leg.exit_post_id and leg.entry_post_id:
            out, into = posts[leg.exit_post_id].country, posts[leg.entry_post_id].country
            return (
                m.Tick(alpha2.get(out, out), m.Direction.EXIT),
                m.Tick(alpha2.get(into, into), m.Direction.ENTRY),
            )
    return ()


def _corridor(movement: v.MovementDetail, words: _Words) -> m.Pair:
    for leg in movement.legs:
        if leg.corridor_minutes:
            return words.pair(
                "Contactless corridor, at most {minutes} min", minutes=leg.corridor_minutes
            )
    return m.Pair("")


def _town(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")
