"""What the list of people shows and how it is narrowed. No widgets; runs in jobs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.domain.values import CaseStatus, MovementStatus
from desktop.ui.pages.people.shown import PersonShown, shown_person
from desktop.ui.wording import capital
from desktop.usecases.ports import Desk, Reads
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.views import MovementRow, PeopleFilter, PersonRow
from reports.texts import Texts

FIELDS = ("status", "place_id", "region", "movement_id", "missing", "group_id", "batch_id")
"""What the list can be narrowed by, besides the text, in reading order."""

WITHOUT = "without"
"""Value of the movement's filter for people who are on none."""

_OVER = frozenset({MovementStatus.CLOSED, MovementStatus.CANCELLED, MovementStatus.RECONCILED})
_MANY = 1_000

Check = Callable[[], None]


@dataclass(frozen=True)
class Option:
    """A value that the list can be narrowed to, with its word and how many it leaves."""

    value: str | UUID
    word: str
    count: str = ""


@dataclass(frozen=True)
class Sums:
    """How many people the filter means, and how many of each status; the parts add up."""

    total: int
    parts: tuple[tuple[str, int], ...]
    """Status, or '' for people without an open case, and the number."""


class PeopleSource:
    """One filtered list; a `PageSource` of the table."""

    def __init__(self, desk: Desk, where: PeopleFilter) -> None:
        self._desk = desk
        self._where = where

    def count(self) -> int:
        """How many people the filter means."""
        with self._desk.store.read() as reads:
            return reads.people_count(self._where)

    def page(self, offset: int, limit: int) -> Sequence[PersonRow]:
        """People from `offset` on, by name."""
        with self._desk.store.read() as reads:
            return reads.people_page(self._where, offset, limit)


class PeoplePresenter:
    """Answers what the page of people asks; `zone` is the IANA zone of the office."""

    def __init__(self, desk: Desk, book: ReferenceBook, texts: Texts, zone: str) -> None:
        self.desk = desk
        self.book = book
        self.texts = texts
        self.zone = ZoneInfo(zone)

    def today(self) -> date:
        """The day at the office."""
        return self.desk.now().astimezone(self.zone).date()

    def source(self, where: PeopleFilter) -> PeopleSource:
        """The list that a filter means."""
        return PeopleSource(self.desk, where)

    def sums(self, where: PeopleFilter, check: Check) -> Sums:
        """Count the list by status; `check` raises when the answer is no longer wanted."""
        with self.desk.store.read() as reads:
            total = reads.people_count(where)
            codes = [where.status] if where.status else list(CaseStatus)
            parts: list[tuple[str, int]] = []
            for code in codes:
                check()
                left = total - sum(number for _, number in parts)
                if left and (number := _count_status(reads, where, code, total)):
                    parts.append((str(code), number))
        rest = total - sum(number for _, number in parts)
        return Sums(total, (*parts, ("", rest)) if rest else tuple(parts))

    def ids(self, where: PeopleFilter, check: Check) -> tuple[UUID, ...]:
        """Ids of everybody whom the filter means, by name."""
        return tuple(self._ids(where, check))

    def _ids(self, where: PeopleFilter, check: Check) -> Iterator[UUID]:
        with self.desk.store.read() as reads:
            offset = 0
            while page := reads.people_ids(where, offset, _MANY):
                check()
                yield from page
                offset += len(page)

    def shown(self, person_id: UUID) -> PersonShown:
        """One person for the details panel.

        Raises:
            UserError: `record.gone`.
        """
        with self.desk.store.read() as reads:
            detail = reads.person_detail(person_id)
            movement_id = detail.row.movement_id
            movement = reads.movement_detail(movement_id) if movement_id else None
        return shown_person(self.texts, self.book, detail, movement, self.today())

    def options(self, field: str) -> tuple[Option, ...]:
        """Values that the list can be narrowed to by a field."""
        match field:
            case "status":
                labels = self.book.lists.get("case_status", {})
                return tuple(Option(code, capital(label)) for code, label in labels.items())
            case "place_id":
                return self._places()
            case "region":
                return tuple(Option(code, name) for code, name in self.book.regions)
            case "movement_id":
                return (Option(WITHOUT, self.texts.t("Without a movement")), *self._movements())
            case "missing":
                return self._missing()
        return ()

    def narrowed(self, where: PeopleFilter, field: str, value: str | UUID | None) -> PeopleFilter:
        """The filter with another value of a field; None takes it away."""
        if field == "movement_id":
            without = value == WITHOUT
            movement_id = value if isinstance(value, UUID) else None
            return replace(where, without_movement=without, movement_id=movement_id)
        empty = None if field.endswith("_id") else ""
        changes: dict[str, Any] = {field: empty if value is None else value}
        return replace(where, **changes)

    def value_of(self, where: PeopleFilter, field: str) -> str | UUID | None:
        """What a field of the filter is set to; None while it is not."""
        if field == "movement_id" and where.without_movement:
            return WITHOUT
        value: str | UUID | None = getattr(where, field)
        return value or None

    def word_of(self, where: PeopleFilter, field: str) -> str:
        """The word of the value of a field, asked from the database where it must be."""
        value = self.value_of(where, field)
        return "" if value is None else self._word(field, value) or "?"

    def _word(self, field: str, value: str | UUID) -> str:
        if isinstance(value, UUID) and field in ("movement_id", "group_id", "batch_id"):
            with self.desk.store.read() as reads:
                return _stored_word(reads, field, value)
        if isinstance(value, UUID):
            return self.book.place(value)
        if field == "status":
            return capital(self.book.label("case_status", value))
        if field == "region":
            return self.book.areas.get(value, value)
        known = {option.value: option.word for option in self.options(field)}
        return known.get(value, value)

    def _places(self) -> tuple[Option, ...]:
        with self.desk.store.read() as reads:
            counts = reads.today(self.today()).by_place
        number = self.texts.number
        return tuple(
            Option(place_id, self.book.place(place_id), number(count))
            for place_id, count in counts
            if place_id is not None
        )

    def _movements(self) -> Iterator[Option]:
        with self.desk.store.read() as reads:
            rows: list[MovementRow] = reads.movements()
        for row in rows:
            if row.status not in _OVER:
                word = f"{row.code} {row.title}".strip()
                yield Option(row.id, word, self.texts.number(row.travellers))

    def _missing(self) -> tuple[Option, ...]:
        return (
            Option("document", self.texts.t("Document in hand")),
            Option("birth", self.texts.t("Birth date to the day")),
            Option("latin", self.texts.t("Spelling of the passport")),
            Option("sex", self.texts.t("Sex confirmed")),
        )


def _count_status(reads: Reads, where: PeopleFilter, code: str, total: int) -> int:
    if where.status == code:
        return total
    return reads.people_count(replace(where, status=code))


def _stored_word(reads: Reads, field: str, value: UUID) -> str:
    if field == "movement_id":
        return next((row.code for row in reads.movements() if row.id == value), "")
    if field == "group_id":
        people = reads.people_page(PeopleFilter(group_id=value), 0, 1)
        return people[0].group_label if people else ""
    batches = reads.import_batches(_MANY)
    return next((row.file_name for row in batches if row.id == value), "")
