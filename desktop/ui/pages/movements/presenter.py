"""What the pages of movements read and do. No widgets; its methods run in jobs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.domain.names.folding import query_variants, search_tokens
from desktop.domain.values import MovementStatus
from desktop.errors import UserError
from desktop.ui.pages.movements.actions import MovementActions
from desktop.ui.pages.movements.moments import Moment, moment_words, zone_words
from desktop.ui.pages.movements.planning import PlanReader
from desktop.ui.pages.movements.replanning import Replanning
from desktop.ui.pages.movements.routes import RouteReader
from desktop.ui.pages.movements.shown import MovementShown, fits, show_movement
from desktop.ui.pages.movements.strip import StripMaker
from desktop.ui.pages.people.presenter import PeoplePresenter
from desktop.ui.wording import capital
from desktop.usecases.movements import MovementForm, plan_movement
from desktop.usecases.ports import ChangeSet, Desk
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.seating_check import check_seats
from desktop.usecases.views import MovementRow
from reports.texts import Texts

_LISTED = 2_000


@dataclass(frozen=True)
class MovementListed:
    """A line of the list of movements. `waiting` are travellers without a seat."""

    id: UUID
    code: str
    title: str
    route: str
    status: MovementStatus
    status_word: str
    departure: str
    zone: str
    travellers: int
    seated: int
    seats: int
    vehicles: int
    words: frozenset[str]

    @property
    def waiting(self) -> int:
        """Travellers without a seat."""
        return self.travellers - self.seated


@dataclass(frozen=True)
class Planned:
    """A movement that was stored with its travellers."""

    movement_id: UUID
    code: str
    travellers: int
    change: ChangeSet


class MovementsPresenter:
    """Answers what the pages ask; `zone` is the IANA zone of the office."""

    def __init__(self, desk: Desk, book: ReferenceBook, texts: Texts, zone: str) -> None:
        self.desk = desk
        self.book = book
        self.texts = texts
        self.actions = MovementActions(desk, texts)
        self.people = PeoplePresenter(desk, book, texts, zone)

    def listed(self) -> tuple[MovementListed, ...]:
        """All movements, the latest first."""
        with self.desk.store.read() as reads:
            rows = reads.movements()[:_LISTED]
        return tuple(self._listed(row) for row in rows)

    def shown(self, movement_id: UUID) -> MovementShown:
        """One movement with everything on its page.

        Raises:
            UserError: `record.gone`, also when its planning was undone.
        """
        with self.desk.store.read() as reads:
            movement = reads.movement_detail(movement_id)
            if reads.movement_named(movement.code) != movement_id:
                raise UserError("record.gone")
            check = check_seats(self.desk, reads, movement)
            strip = StripMaker(self.book, self.texts, reads.alpha2()).strip(movement)
            lists = len(reads.manifests(movement_id))
        today = self.people.today()
        return show_movement(self.texts, self.book, movement, check, strip, lists, today)

    def letters(self) -> Mapping[str, str]:
        """Two letters of countries by their three."""
        with self.desk.store.read() as reads:
            return reads.alpha2()

    def reader(self) -> PlanReader:
        """What understands a plan today."""
        route = RouteReader(self.book, self.texts, self.people.today())
        return PlanReader(route, self.book, self.texts)

    def replanning(self) -> Replanning:
        """What changes stored plans today."""
        return Replanning(self.desk, self.reader())

    def plan(self, form: MovementForm, people: Sequence[UUID]) -> Planned:
        """Store a plan with its people.

        Raises:
            UserError, Conflict: as `plan_movement`.
        """
        movement_id, change = plan_movement(self.desk, form, people)
        with self.desk.store.read() as reads:
            code = reads.movement_detail(movement_id).code
        return Planned(movement_id, code, len(people), change)

    def planned_words(self, planned: Planned) -> str:
        """What was planned, for the officer."""
        if not planned.travellers:
            return self.texts.t("Movement {code} planned", code=planned.code)
        return self.texts.n(
            "{n} traveller put on movement {code}",
            "{n} travellers put on movement {code}",
            planned.travellers,
            code=planned.code,
        )

    def _listed(self, row: MovementRow) -> MovementListed:
        start, end = self.book.place(row.from_place_id), self.book.place(row.to_place_id)
        moment = Moment.of_local(row.departure_local, row.departure_zone)
        names = (row.code, row.title, start, end)
        return MovementListed(
            id=row.id,
            code=row.code,
            title=row.title,
            route=f"{start} – {end}" if start != end else start,
            status=row.status,
            status_word=capital(self.book.label("movement_status", row.status)),
            departure=moment_words(self.texts, moment) if moment else "",
            zone=zone_words(moment) if moment else "",
            travellers=row.travellers,
            seated=row.seated,
            seats=row.seats,
            vehicles=row.vehicles,
            words=frozenset(word for name in names for word in search_tokens(name)),
        )


def narrowed(rows: Sequence[MovementListed], text: str) -> tuple[MovementListed, ...]:
    """Movements whose code, title or places begin with the words that were typed."""
    query = query_variants(text)
    return tuple(row for row in rows if fits(row.words, query))
