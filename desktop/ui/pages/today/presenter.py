"""What needs the officer now, and how far everybody is. No widgets; runs in jobs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.domain.people import ADULT_AGE
from desktop.domain.values import CaseStatus, ImportOutcome, MovementStatus
from desktop.ui.pages.today.alerts import Alert, alerts, by_urgency
from desktop.ui.pages.today.backups import (
    BackupLine,
    backup_alerts,
    backup_line,
    clock_alerts,
)
from desktop.ui.wording import capital
from desktop.usecases import views as v
from desktop.usecases.care import Maintenance
from desktop.usecases.ports import Desk, Reads
from desktop.usecases.reference_book import ReferenceBook
from reports.texts import Texts

DAYS = 6
MOST_MOVEMENTS = 6
MOST_PLACES = 8

COUNTED = (
    CaseStatus.REGISTERED,
    CaseStatus.VERIFIED,
    CaseStatus.ASSIGNED,
    CaseStatus.TRAVELLING,
    CaseStatus.HELD,
    CaseStatus.ARRIVED,
)
_ON_THE_ROAD = frozenset({MovementStatus.BOARDING, MovementStatus.UNDER_WAY, MovementStatus.HELD})
_OVER = frozenset({MovementStatus.CANCELLED, MovementStatus.CLOSED, MovementStatus.RECONCILED})
NOT_LEFT = frozenset(
    {
        MovementStatus.DRAFT,
        MovementStatus.AWAITING_CLEARANCE,
        MovementStatus.CLEARED,
        MovementStatus.BOARDING,
    }
)
_MANY = 50


@dataclass(frozen=True)
class StatusCount:
    """How many people are at one status."""

    status: CaseStatus
    word: str
    count: int


@dataclass(frozen=True)
class PlaceCount:
    """How many people are at a place; without `place_id` there is no list behind the number."""

    name: str
    count: int
    place_id: UUID | None = None


@dataclass(frozen=True)
class MovementLine:
    """One movement on the time line; `start` and `end` are aware."""

    id: UUID
    code: str
    detail: str
    status: MovementStatus
    status_word: str
    route: str
    start: datetime
    end: datetime
    departure: str


@dataclass(frozen=True)
class ReviewRow:
    """An imported row that was stored as a new person and may be somebody known."""

    file_name: str
    number: int
    person: v.PersonRow
    known: v.PersonRow | None


@dataclass(frozen=True)
class Overview:
    """Everything that Today shows, read at once."""

    now: datetime
    """Present moment in the zone of the office."""
    people: int
    alerts: tuple[Alert, ...]
    statuses: tuple[StatusCount, ...]
    places: tuple[PlaceCount, ...]
    movements: tuple[MovementLine, ...]
    further_movements: int
    longest_wait: int | None
    to_review: int
    movements_unseated: int
    backup: BackupLine | None
    """None where the register is backed up on its server."""

    @property
    def is_empty(self) -> bool:
        """Whether this is a new register."""
        return self.people == 0

    @property
    def counted(self) -> int:
        """Sum of the people of all shown statuses."""
        return sum(one.count for one in self.statuses)

    @property
    def first_day(self) -> datetime:
        """Where the time line begins: midnight at the office."""
        return self.now.replace(hour=0, minute=0, second=0, microsecond=0)


class TodayPresenter:
    """Reads the first screen."""

    def __init__(
        self, desk: Desk, book: ReferenceBook, texts: Texts, maintenance: Maintenance
    ) -> None:
        self.desk = desk
        self.book = book
        self.texts = texts
        self._maintenance = maintenance

    def overview(self) -> Overview:
        """What needs the officer, counts, places and the movements of the next days."""
        with self.desk.store.read() as reads:
            zone = reads.office(self.desk.store.actor.office_id).zone
            now = self.desk.now().astimezone(ZoneInfo(zone))
            counts = reads.today(_eighteen_years_before(now.date()))
            people = reads.people_count(v.PeopleFilter())
            movements = reads.movements()
            worked = reads.worked()
            review = next(iter(_batches_to_review(reads)), None)
            near = self._near(movements, now)
            lines = tuple(self._line(reads, row, now) for row in near[:MOST_MOVEMENTS])
        unseated = _unseated(counts, movements)
        longest = counts.longest_since
        found = alerts(self.texts, counts, review, movements, unseated, now)
        found += tuple(clock_alerts(self.texts, worked, now))
        state = self._maintenance.backups()
        if state is not None:
            found += tuple(backup_alerts(self.texts, state, now))
        return Overview(
            now=now,
            people=people,
            alerts=by_urgency(found),
            statuses=tuple(
                StatusCount(
                    status,
                    capital(self.book.label("case_status", status)),
                    counts.by_status.get(status, 0),
                )
                for status in COUNTED
            ),
            places=self._places(counts.by_place),
            movements=lines,
            further_movements=max(len(near) - MOST_MOVEMENTS, 0),
            longest_wait=(now.date() - longest).days if longest else None,
            to_review=counts.to_review,
            movements_unseated=len(unseated),
            backup=None if state is None else backup_line(self.texts, state, now),
        )

    def people(self, ids: Sequence[UUID]) -> list[v.PersonRow]:
        """Rows of some people."""
        with self.desk.store.read() as reads:
            return reads.people_rows(ids)

    def review_rows(self) -> list[ReviewRow]:
        """Imported rows that wait for a decision, with whom each may be."""
        with self.desk.store.read() as reads:
            found = [
                (batch.file_name, row)
                for batch in _batches_to_review(reads)
                for row in reads.import_rows(batch.id)
                if row.outcome is ImportOutcome.REVIEW and row.person_id
            ]
            ids = {row.person_id for _, row in found if row.person_id}
            ids |= {one for _, row in found for one in row.candidates[:1]}
            people = {row.id: row for row in reads.people_rows(sorted(ids))}
        return [
            ReviewRow(
                file_name,
                row.row,
                people[row.person_id],
                people.get(row.candidates[0]) if row.candidates else None,
            )
            for file_name, row in found
            if row.person_id in people
        ]

    def _places(self, counts: Iterable[tuple[UUID | None, int]]) -> tuple[PlaceCount, ...]:
        rows = list(counts)
        known = [PlaceCount(self.book.place(one), n, one) for one, n in rows if one is not None]
        shown = known[:MOST_PLACES]
        rest = sum(one.count for one in known[MOST_PLACES:])
        unknown = sum(n for one, n in rows if one is None)
        if rest:
            shown.append(PlaceCount(self.texts.t("Other places"), rest))
        if unknown:
            shown.append(PlaceCount(self.texts.t("Place not known"), unknown))
        return tuple(shown)

    def _near(self, rows: Iterable[v.MovementRow], now: datetime) -> list[v.MovementRow]:
        """Movements on the road, and those that leave within the days of the time line."""
        first = now.replace(hour=0, minute=0, second=0, microsecond=0)
        last = first + timedelta(days=DAYS)
        near = [
            (start, row)
            for row in rows
            if (start := departure(row)) is not None
            and row.status not in _OVER
            and (row.status in _ON_THE_ROAD or first <= start < last)
        ]
        return [row for _, row in sorted(near, key=lambda one: one[0])]

    def _line(self, reads: Reads, row: v.MovementRow, now: datetime) -> MovementLine:
        """A row of the time line; who is on the road is there until now at least."""
        start = departure(row) or now
        last = reads.movement_detail(row.id).legs[-1]
        end = _wall(last.arrival_local, last.arrival_zone) or start
        if row.status in _ON_THE_ROAD:
            end = max(end, now)
        people = self.texts.n(
            "{mode}, {n} person",
            "{mode}, {n} people",
            row.travellers,
            mode=capital(self.book.label("movement_mode", row.mode)),
        )
        ends = (self.book.place(row.from_place_id), self.book.place(row.to_place_id))
        return MovementLine(
            id=row.id,
            code=row.code,
            detail=people,
            status=row.status,
            status_word=capital(self.book.label("movement_status", row.status)),
            route=" → ".join(part for part in ends if part),
            start=start,
            end=max(start, end),
            departure=f"{self.texts.day(start.date())}, {start:%H:%M}",
        )


def departure(row: v.MovementRow) -> datetime | None:
    """When a movement leaves, aware, or None while that is not planned."""
    return _wall(row.departure_local, row.departure_zone)


def _wall(local: str, zone: str) -> datetime | None:
    if not local or not zone:
        return None
    return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone))


def _batches_to_review(reads: Reads) -> list[v.BatchRow]:
    return [one for one in reads.import_batches(_MANY) if one.review and not one.undone]


def _unseated(
    counts: v.TodayCounts, movements: Sequence[v.MovementRow]
) -> list[tuple[v.MovementRow, int]]:
    """Movements that have not left and on which somebody has no seat, the next one first."""
    rows = {row.id: row for row in movements if row.status in NOT_LEFT}
    found = [(rows[one], n) for one, _, n in counts.unseated if one in rows]
    return sorted(found, key=lambda one: (not one[0].departure_local, one[0].departure_local))


def _eighteen_years_before(day: date) -> date:
    """Whoever was born after this day is a child on `day`; 29 February counts as 28."""
    if (day.month, day.day) == (2, 29):
        day -= timedelta(days=1)
    return day.replace(year=day.year - ADULT_AGE)
