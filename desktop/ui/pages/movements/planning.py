"""A movement while it is being planned: what was typed, what is wrong with it, what is stored."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from itertools import count
from typing import Any
from uuid import UUID

from desktop.reference import name_in
from desktop.ui.pages.movements.routes import RouteReader, StopDraft, StopRead, legs_of
from desktop.ui.wording import capital
from desktop.usecases.movements import MovementForm, VehicleForm
from desktop.usecases.reference_book import ReferenceBook
from reports.texts import Texts

NOBODY, WAITING, AT_PLACE, OF_IMPORT, CHOSEN = "nobody", "waiting", "place", "import", "chosen"
"""From where the travellers come: nobody yet, all who wait, all at a place, all of an imported
list, those chosen on the page of people."""


@dataclass(frozen=True)
class VehicleDraft:
    """A vehicle as it was typed.

    `id` is that of a stored one; `more_drivers` are names with telephones of those for whom
    the form has no field, and stay as they are.
    """

    layout: str = ""
    name: str = ""
    registration: str = ""
    model: str = ""
    driver: str = ""
    phone: str = ""
    id: UUID | None = None
    more_drivers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class WhoDraft:
    """Who travels. `companions` takes the other members of their travel groups along."""

    source: str = NOBODY
    place_id: UUID | None = None
    batch_id: UUID | None = None
    people: tuple[UUID, ...] = ()
    companions: bool = True


@dataclass(frozen=True)
class PlanDraft:
    """Everything on the page on which a movement is planned."""

    title: str = ""
    mode: str = "bus"
    coordinator: str = ""
    notes: str = ""
    stops: tuple[StopDraft, ...] = (StopDraft(), StopDraft())
    vehicles: tuple[VehicleDraft, ...] = ()
    who: WhoDraft = field(default_factory=WhoDraft)

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed that would be missed."""
        return replace(self, mode="bus") != PlanDraft()


@dataclass(frozen=True)
class PlanRead:
    """What a plan was understood as.

    `form` is there only when nothing is wrong; `vehicles` are problem sentences by the number
    of a vehicle and the name of its field. `title` is what the movement is called if nothing
    was typed, `seats` how many the vehicles have.
    """

    stops: tuple[StopRead, ...]
    vehicles: Mapping[tuple[int, str], str]
    title: str
    seats: int
    form: MovementForm | None


@dataclass(frozen=True)
class PlanReader:
    """Understands a plan; when it is `complete`, what is missing is a problem too."""

    route: RouteReader
    book: ReferenceBook
    texts: Texts

    def read(self, draft: PlanDraft, *, complete: bool) -> PlanRead:
        """Look at everything that was typed."""
        stops = self.route.read(draft.stops, complete=complete)
        vehicles: dict[tuple[int, str], str] = {}
        for number, vehicle in enumerate(draft.vehicles):
            problems = self.vehicle_problems(vehicle, complete=complete)
            vehicles |= {(number, name): words for name, words in problems.items()}
        title = draft.title or self._title(stops)
        wrong = any(stop.problems for stop in stops) or bool(vehicles)
        return PlanRead(
            stops=stops,
            vehicles=vehicles,
            title=title,
            seats=sum(self.seats(vehicle.layout) for vehicle in draft.vehicles),
            form=self._form(draft, stops, title) if complete and not wrong else None,
        )

    def vehicle_problems(self, vehicle: VehicleDraft, *, complete: bool) -> dict[str, str]:
        """What is wrong with one vehicle, by the name of its field."""
        problems = {}
        if complete and vehicle.layout not in self.book.layouts:
            problems["layout"] = self.texts.t("Choose the seats of this vehicle.")
        if vehicle.phone and not vehicle.driver:
            problems["driver"] = self.texts.t("Whose telephone is this?")
        return problems

    def seats(self, layout: str) -> int:
        """Seats and wheelchair places of a layout."""
        row = self.book.layouts.get(layout)
        if row is None:
            return 0
        return sum(letter.isalpha() for letter in row.plan) + row.wheelchair_places

    def vehicle_name(self, layout: str, others: Iterable[VehicleDraft]) -> str:
        """What a further vehicle of a layout is called: "Bus 2"."""
        kind = self.book.layouts[layout].kind
        taken = {vehicle.name for vehicle in others}
        word = capital(self.book.label("vehicle_kind", kind))
        names = (self.texts.t("{vehicle} {number}", vehicle=word, number=n) for n in count(1))
        return next(name for name in names if name not in taken)

    def _title(self, stops: tuple[StopRead, ...]) -> str:
        first, last = self._end(stops[0], "exit"), self._end(stops[-1], "entry")
        return f"{first} – {last}" if first and last else ""

    def _end(self, stop: StopRead, side: str) -> str:
        if stop.border is None:
            return self.book.place(stop.place_id)
        return name_in(stop.border.post(side).names, self.book.language)

    def _form(self, draft: PlanDraft, stops: tuple[StopRead, ...], title: str) -> MovementForm:
        return MovementForm(
            title=title,
            legs=legs_of(stops),
            vehicles=tuple(vehicle_form(vehicle) for vehicle in draft.vehicles),
            mode=draft.mode,
            coordinator=draft.coordinator,
            notes=draft.notes,
        )


def vehicle_form(draft: VehicleDraft) -> VehicleForm:
    """A vehicle as it is stored."""
    more = draft.more_drivers
    return VehicleForm(
        layout=draft.layout,
        name=draft.name,
        registration=draft.registration,
        model=draft.model,
        drivers=((draft.driver, draft.phone), *more) if draft.driver else more,
        id=draft.id,
    )


def to_plain(draft: PlanDraft) -> dict[str, Any]:
    """A draft as plain values that JSON can hold."""
    plain: dict[str, Any] = _texts_for_ids(asdict(draft))
    return plain


def from_plain(plain: Mapping[str, Any]) -> PlanDraft:
    """The draft of what `to_plain` gave.

    Raises ValueError, KeyError or TypeError for anything else.
    """
    who = plain["who"]
    return PlanDraft(
        title=str(plain["title"]),
        mode=str(plain["mode"]),
        coordinator=str(plain["coordinator"]),
        notes=str(plain["notes"]),
        stops=tuple(
            StopDraft(**{**stop, "place_id": _id(stop["place_id"])}) for stop in plain["stops"]
        ),
        vehicles=tuple(_vehicle(vehicle) for vehicle in plain["vehicles"]),
        who=WhoDraft(
            source=str(who["source"]),
            place_id=_id(who["place_id"]),
            batch_id=_id(who["batch_id"]),
            people=tuple(UUID(one) for one in who["people"]),
            companions=bool(who["companions"]),
        ),
    )


def _vehicle(plain: Mapping[str, Any]) -> VehicleDraft:
    more = plain.get("more_drivers", ())
    return VehicleDraft(
        **{
            **plain,
            "id": _id(plain.get("id")),
            "more_drivers": tuple((str(name), str(phone)) for name, phone in more),
        }
    )


def _texts_for_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _texts_for_ids(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_texts_for_ids(one) for one in value]
    return str(value) if isinstance(value, UUID) else value


def _id(text: str | None) -> UUID | None:
    return UUID(text) if text else None
