"""What needs the officer: sentences by urgency, each with what mends it. No widgets."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.domain.values import CaseStatus, MovementStatus
from desktop.usecases import views as v
from reports.texts import Texts

REVIEW = "review"
_SOON = timedelta(hours=24)


class Level(StrEnum):
    """How urgent something is; the order is that of the page."""

    HELD = "held"
    BLOCKED = "blocked"
    WARN = "warn"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Alert:
    """A sentence with its detail, and the way to what mends it.

    Where no `page` shows exactly these people, `people` is offered to choose from first, or
    the rows of imports for the key REVIEW.
    """

    key: str
    level: Level
    sentence: str
    detail: str
    action: str
    icon: str
    page: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    people: tuple[UUID, ...] = ()


def alerts(
    texts: Texts,
    counts: v.TodayCounts,
    review: v.BatchRow | None,
    movements: Sequence[v.MovementRow],
    unseated: Sequence[tuple[v.MovementRow, int]],
    now: datetime,
) -> tuple[Alert, ...]:
    """Everything in the register that needs the officer, a theme after the other."""
    found = [
        *_held(texts, counts, movements),
        *_children(texts, counts),
        *(_unseated(texts, row, count, now) for row, count in unseated),
        *_review(texts, counts, review),
        *_documents(texts, counts),
        *_births(texts, counts),
    ]
    return tuple(found)


def by_urgency(found: Iterable[Alert]) -> tuple[Alert, ...]:
    """The most urgent first."""
    order = list(Level)
    return tuple(sorted(found, key=lambda one: order.index(one.level)))


def _held(texts: Texts, counts: v.TodayCounts, movements: Sequence[v.MovementRow]) -> list[Alert]:
    count = counts.by_status.get(CaseStatus.HELD, 0)
    if not count:
        return []
    codes = [row.code for row in movements if row.status is MovementStatus.HELD]
    return [
        Alert(
            "held",
            Level.HELD,
            texts.n("{n} person is held on the way", "{n} people are held on the way", count),
            ", ".join(codes),
            _show_people(texts, count),
            "people",
            "people",
            {"filter": v.PeopleFilter(status=CaseStatus.HELD.value)},
        )
    ]


def _children(texts: Texts, counts: v.TodayCounts) -> list[Alert]:
    count = len(counts.children_alone)
    if not count:
        return []
    return [
        Alert(
            "children",
            Level.BLOCKED,
            texts.n(
                "{n} child has no adult to answer for them",
                "{n} children have no adult to answer for them",
                count,
            ),
            texts.t("No parent, guardian or escort stands in their travel group."),
            texts.t("Show the child")
            if count == 1
            else texts.n("Show the {n} child", "Show the {n} children", count),
            "person",
            people=counts.children_alone,
        )
    ]


def _unseated(texts: Texts, row: v.MovementRow, count: int, now: datetime) -> Alert:
    soon = False
    detail = texts.t("The departure is not planned yet.")
    if row.departure_local and row.departure_zone:
        zone = ZoneInfo(row.departure_zone)
        start = datetime.fromisoformat(row.departure_local).replace(tzinfo=zone)
        soon = start - now < _SOON
        detail = texts.t(
            "Leaves on {day} at {time}, {place} time.",
            day=texts.day(start.date()),
            time=f"{start:%H:%M}",
            place=row.departure_zone.rpartition("/")[2].replace("_", " "),
        )
    return Alert(
        f"unseated-{row.id}",
        Level.BLOCKED if soon else Level.WARN,
        texts.n(
            "{n} traveller of {movement} has no seat",
            "{n} travellers of {movement} have no seat",
            count,
            movement=row.code,
        ),
        detail,
        texts.t("Open the movement"),
        "vehicle_bus",
        "movements",
        {"movement_id": row.id, "tab": "seats"},
    )


def _review(texts: Texts, counts: v.TodayCounts, batch: v.BatchRow | None) -> list[Alert]:
    if not counts.to_review:
        return []
    detail = texts.t("Latest list: {file}", file=batch.file_name) if batch is not None else ""
    return [
        Alert(
            REVIEW,
            Level.WARN,
            texts.n(
                "{n} imported row may be somebody who is known already",
                "{n} imported rows may be people who are known already",
                counts.to_review,
            ),
            detail,
            texts.t("Show the row")
            if counts.to_review == 1
            else texts.n("Show the {n} row", "Show the {n} rows", counts.to_review),
            "board_split",
        )
    ]


def _documents(texts: Texts, counts: v.TodayCounts) -> list[Alert]:
    count = counts.without_document
    if not count:
        return []
    return [
        Alert(
            "documents",
            Level.WARN,
            texts.n(
                "{n} person has no document in hand", "{n} people have no document in hand", count
            ),
            texts.t("Lost, with somebody else, or not recorded yet."),
            _show_people(texts, count),
            "people",
            "people",
            {"filter": v.PeopleFilter(missing="document")},
        )
    ]


def _births(texts: Texts, counts: v.TodayCounts) -> list[Alert]:
    count = counts.without_birth
    if not count:
        return []
    return [
        Alert(
            "births",
            Level.UNKNOWN,
            texts.n(
                "The birth date of {n} person is not known to the day",
                "The birth dates of {n} people are not known to the day",
                count,
            ),
            texts.t("Unknown, or only the year. Lists for a border need the day."),
            _show_people(texts, count),
            "people",
            "people",
            {"filter": v.PeopleFilter(missing="birth")},
        )
    ]


def _show_people(texts: Texts, count: int) -> str:
    if count == 1:
        return texts.t("Show the person")
    return texts.n("Show the {n} person", "Show the {n} people", count)
