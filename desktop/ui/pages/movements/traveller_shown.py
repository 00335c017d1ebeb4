"""A traveller as the list and the seats of a movement show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.domain.names.folding import search_tokens
from desktop.domain.people import is_child
from desktop.ui.wording import age_text, latin_line, shown_name
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.views import PersonRow, TravellerRow

_SEAT_NEEDS = ("front_seat", "medical_escort", "oxygen", "frequent_stops", "ground_floor")
_WHEELCHAIR = "wheelchair_place"


@dataclass(frozen=True)
class TravellerShown:
    """A traveller in the list and in a seat.

    `age` is given for children only, `age_words` for everybody. `need` is '', 'access' or
    'wheelchair', `order` the place of the seat in the convoy, those without a seat first.
    """

    id: UUID
    person_id: UUID
    name: str
    latin: str
    initials: str
    age_words: str
    age: int | None
    group_id: UUID | None
    group: str
    needs: str
    need: str
    vehicle_id: UUID | None
    vehicle: str
    seat: str
    fixed: bool
    leads: bool
    document: str
    phone: str
    order: tuple[int, ...]
    words: frozenset[str]


def show_traveller(
    book: ReferenceBook,
    one: TravellerRow,
    leader_id: UUID | None,
    vehicles: Mapping[UUID, str],
    places: Mapping[tuple[UUID, str], tuple[int, int, int]],
    on: date,
) -> TravellerShown:
    """A traveller on the day `on`; `vehicles` are names, `places` where each seat stands."""
    person = one.person
    child = is_child(person.birth, on)
    vehicle = vehicles.get(one.vehicle_id, "") if one.vehicle_id else ""
    order = places.get((one.vehicle_id, one.seat)) if one.vehicle_id else None
    document = person.document.number if person.document else ""
    return TravellerShown(
        id=one.id,
        person_id=person.id,
        name=shown_name(person),
        latin=latin_line(person),
        initials=_initials(person),
        age_words=age_text(person.birth, on),
        age=person.birth.ages_on(on)[1] if person.birth and child else None,
        group_id=one.group_id,
        group=one.group_label,
        needs=", ".join(book.label("travel_need", need) for need in person.needs),
        need=_need(person),
        vehicle_id=one.vehicle_id,
        vehicle=vehicle,
        seat=one.seat,
        fixed=one.seat_fixed,
        leads=person.id == leader_id,
        document=document,
        phone=person.phone,
        order=order or (0, one.position),
        words=_words(person, one, vehicle, document),
    )


def _words(person: PersonRow, one: TravellerRow, vehicle: str, document: str) -> frozenset[str]:
    names = (person.full_name, person.latin_name, vehicle, one.group_label, document)
    return frozenset(word for text in (*names, one.seat) if text for word in search_tokens(text))


def _initials(person: PersonRow) -> str:
    own = (person.family_name, person.given_names)
    passport = (person.latin_family_name, person.latin_given_names)
    return "".join(name[0] for name in (own if any(own) else passport) if name).upper()


def _need(person: PersonRow) -> str:
    if _WHEELCHAIR in person.needs:
        return "wheelchair"
    return "access" if any(need in person.needs for need in _SEAT_NEEDS) else ""
