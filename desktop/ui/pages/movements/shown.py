"""One movement as its page shows it: travellers, vehicles, wishes and the line in the head."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.domain.names.folding import query_variants
from desktop.domain.values import MovementStatus
from desktop.ui.pages.movements.strip import StripShown
from desktop.ui.pages.movements.traveller_shown import TravellerShown, show_traveller
from desktop.ui.wording import capital
from desktop.usecases.movements import changeable
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.seating import crossing_day
from desktop.usecases.seating_check import SeatCheck
from desktop.usecases.views import MovementDetail, VehicleRow
from reports.texts import Texts

_APART = frozenset(
    {"seating.apart_from_guardian", "seating.child_unwatched", "seating.group_divided"}
)
"""Wishes whose seats are marked in the plan: a child or a group that sits wrong."""


@dataclass(frozen=True)
class VehicleShown:
    """A vehicle; `places` are label, row and column of every seat and wheelchair place."""

    id: UUID
    name: str
    detail: str
    places: tuple[tuple[str, int, int], ...]
    taken: int

    @property
    def total(self) -> int:
        """Seats and wheelchair places."""
        return len(self.places)


@dataclass(frozen=True)
class Wish:
    """A wish that is not met: a code of `messages.seating` with what its sentence needs."""

    code: str
    travellers: tuple[UUID, ...]
    vehicle: str
    params: Mapping[str, object]


@dataclass(frozen=True)
class MovementShown:
    """Everything that the page of one movement shows."""

    id: UUID
    code: str
    title: str
    status: MovementStatus
    status_word: str
    changeable: bool
    strip: StripShown
    travellers: tuple[TravellerShown, ...]
    vehicles: tuple[VehicleShown, ...]
    wishes: tuple[Wish, ...]
    groups: int
    groups_divided: int
    lists: int
    """Lists that were issued, all versions counted."""

    @property
    def seated(self) -> int:
        """Travellers who have a seat."""
        return sum(1 for one in self.travellers if one.vehicle_id)

    @property
    def waiting(self) -> int:
        """Travellers without a seat."""
        return len(self.travellers) - self.seated

    @property
    def seats(self) -> int:
        """Seats of all vehicles."""
        return sum(vehicle.total for vehicle in self.vehicles)

    def traveller(self, traveller_id: object) -> TravellerShown | None:
        """A traveller by id."""
        return next((one for one in self.travellers if one.id == traveller_id), None)

    def in_seat(self, vehicle_id: UUID, seat: str) -> TravellerShown | None:
        """Who sits in a seat."""
        return next(
            (one for one in self.travellers if (one.vehicle_id, one.seat) == (vehicle_id, seat)),
            None,
        )

    def with_group(self, ids: Iterable[object]) -> frozenset[UUID]:
        """Travellers together with the members of their groups."""
        chosen = set(ids)
        groups = {one.group_id for one in self.travellers if one.id in chosen} - {None}
        return frozenset(
            one.id for one in self.travellers if one.id in chosen or one.group_id in groups
        )

    def found(self, text: str) -> tuple[TravellerShown, ...]:
        """Travellers whose name, seat, group or document begins with what was typed."""
        query = query_variants(text)
        return tuple(one for one in self.travellers if fits(one.words, query))


def fits(words: Iterable[str], query: tuple[tuple[str, ...], ...]) -> bool:
    """Whether each word of a query begins one of `words`; an empty query fits everything."""
    return all(
        any(word.startswith(beginning) for word in words for beginning in beginnings)
        for beginnings in query
    )


def answer(texts: Texts, shown: MovementShown) -> str:
    """The line under the code: travellers, seated, groups and wishes, as far as there are any."""
    total = len(shown.travellers)
    if not total:
        return texts.t("Nobody is on this movement yet.")
    parts = [
        texts.n("{n} traveller", "{n} travellers", total),
        texts.t("{n} seated", n=texts.number(shown.seated)),
    ]
    if shown.waiting:
        parts.append(texts.t("{n} without a seat", n=texts.number(shown.waiting)))
    if shown.groups_divided:
        parts.append(texts.n("{n} group divided", "{n} groups divided", shown.groups_divided))
    elif shown.groups and shown.seated:
        parts.append(texts.t("no group divided"))
    if shown.wishes:
        parts.append(texts.n("{n} wish not met", "{n} wishes not met", len(shown.wishes)))
    return " · ".join(parts)


def show_movement(
    texts: Texts,
    book: ReferenceBook,
    movement: MovementDetail,
    check: SeatCheck,
    strip: StripShown,
    lists: int,
    today: date,
) -> MovementShown:
    """A movement as its page shows it."""
    names = {vehicle.id: vehicle_name(texts, book, vehicle) for vehicle in movement.vehicles}
    on = crossing_day(movement) or today
    places = _places(movement.vehicles)
    return MovementShown(
        id=movement.id,
        code=movement.code,
        title=movement.title,
        status=movement.status,
        status_word=capital(book.label("movement_status", movement.status)),
        changeable=changeable(movement),
        strip=strip,
        travellers=tuple(
            show_traveller(book, one, movement.leader_person_id, names, places, on)
            for one in movement.travellers
        ),
        vehicles=tuple(
            VehicleShown(
                vehicle.id,
                names[vehicle.id],
                " · ".join(_details(vehicle)),
                tuple((seat.seat, seat.row, seat.column) for seat in vehicle.seats),
                vehicle.taken,
            )
            for vehicle in movement.vehicles
        ),
        wishes=tuple(
            Wish(
                one.code,
                one.travellers,
                names.get(one.vehicle, "") if one.vehicle else "",
                dict(one.params),
            )
            for one in check.unmet
        ),
        groups=check.groups,
        groups_divided=len(check.divided),
        lists=lists,
    )


def vehicle_name(texts: Texts, book: ReferenceBook, vehicle: VehicleRow) -> str:
    """Name of a vehicle, else its kind with its place in the convoy: "Bus 2"."""
    if vehicle.name:
        return vehicle.name
    kind = capital(book.label("vehicle_kind", vehicle.kind))
    return texts.t("{vehicle} {number}", vehicle=kind, number=vehicle.position)


def conflicts(shown: MovementShown) -> Mapping[UUID, str]:
    """Code of what is wrong with the seat of a traveller, for those who sit wrong."""
    return {
        who: wish.code for wish in shown.wishes if wish.code in _APART for who in wish.travellers
    }


def _details(vehicle: VehicleRow) -> Iterator[str]:
    if vehicle.registration:
        yield vehicle.registration
    if vehicle.model:
        yield vehicle.model
    for role, name, phone in vehicle.crew:
        if role == "driver":
            yield f"{name} {phone}".strip()


def _places(vehicles: Iterable[VehicleRow]) -> dict[tuple[UUID, str], tuple[int, int, int]]:
    return {
        (vehicle.id, seat.seat): (vehicle.position, seat.row, seat.column)
        for vehicle in vehicles
        for seat in vehicle.seats
    }
