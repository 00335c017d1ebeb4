"""Who shall travel: where people come from, how many they are, and who belongs to them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.ui.pages.movements.planning import (
    AT_PLACE,
    CHOSEN,
    NOBODY,
    OF_IMPORT,
    WAITING,
    WhoDraft,
)
from desktop.ui.pages.people.assigning import prepare
from desktop.ui.pages.people.presenter import PeoplePresenter
from desktop.usecases.views import PeopleFilter

MOST_TRAVELLERS = 1_500
"""One movement is never larger; whoever chooses more has chosen wrongly."""

_BATCHES = 50

Check = Callable[[], None]


@dataclass(frozen=True)
class Origin:
    """A place or an imported list, with how many there are on no movement."""

    id: UUID
    word: str
    people: int


@dataclass(frozen=True)
class Origins:
    """From where travellers can come now; `waiting` is everybody who is on no movement."""

    waiting: int = 0
    places: tuple[Origin, ...] = ()
    imports: tuple[Origin, ...] = ()


@dataclass(frozen=True)
class Company:
    """Who would travel. `companions` are members of their groups who were not chosen.

    `taken` of those chosen are on a movement already. When they are too many for one movement
    (`count` alone is known) nobody is named.
    """

    who: WhoDraft
    count: int = 0
    people: tuple[UUID, ...] = ()
    companions: tuple[UUID, ...] = ()
    taken: int = 0

    @property
    def is_too_large(self) -> bool:
        """Whether they are more than one movement can take."""
        return self.count > MOST_TRAVELLERS

    @property
    def travellers(self) -> tuple[UUID, ...]:
        """Everybody who goes."""
        return self.people + (self.companions if self.who.companions else ())


def origins(people: PeoplePresenter, check: Check) -> Origins:
    """Places and imported lists with people who are on no movement."""
    with people.desk.store.read() as reads:
        waiting = reads.people_count(PeopleFilter(without_movement=True))
        places = []
        for place_id, _ in reads.today(people.today()).by_place:
            check()
            if place_id is not None:
                number = reads.people_count(PeopleFilter(place_id=place_id, without_movement=True))
                places.append(Origin(place_id, people.book.place(place_id), number))
        imports = []
        for batch in reads.import_batches(_BATCHES):
            check()
            if not batch.undone:
                where = PeopleFilter(batch_id=batch.id, without_movement=True)
                day = people.texts.day(batch.at.astimezone(people.zone).date())
                word = f"{batch.file_name} · {day}"
                imports.append(Origin(batch.id, word, reads.people_count(where)))
    return Origins(
        waiting,
        tuple(one for one in places if one.people),
        tuple(one for one in imports if one.people),
    )


def company(people: PeoplePresenter, who: WhoDraft, check: Check) -> Company:
    """Who is meant, with the other members of their travel groups."""
    chosen: Sequence[UUID]
    if who.source == CHOSEN:
        chosen = who.people
    else:
        where = _filter(who)
        if where is None:
            return Company(who)
        with people.desk.store.read() as reads:
            count = reads.people_count(where)
        if count > MOST_TRAVELLERS:
            return Company(who, count)
        chosen = people.ids(where, check)
    found = prepare(people, chosen, check)
    return Company(who, len(found.free), found.free, found.companions, found.taken)


def _filter(who: WhoDraft) -> PeopleFilter | None:
    if who.source == WAITING:
        return PeopleFilter(without_movement=True)
    if who.source == AT_PLACE and who.place_id:
        return PeopleFilter(place_id=who.place_id, without_movement=True)
    if who.source == OF_IMPORT and who.batch_id:
        return PeopleFilter(batch_id=who.batch_id, without_movement=True)
    return None


def is_open(who: WhoDraft) -> bool:
    """Whether it was not said yet which place or list is meant."""
    return who.source not in (NOBODY, CHOSEN) and _filter(who) is None
