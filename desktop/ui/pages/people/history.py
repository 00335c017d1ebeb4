"""What was changed of a person, when, and by what kind of work, in words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.domain.partial_dates import PartialDate
from desktop.ui.wording import area_text, birth_text, capital
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.views import HistoryRow
from reports.texts import Texts

_LISTS = {
    ("person", "sex"): "sex",
    ("identity_document", "kind"): "document_kind",
    ("identity_document", "state"): "document_state",
    ("return_case", "status"): "case_status",
    ("travel_need", "kind"): "travel_need",
    ("group_member", "role"): "group_role",
}


_BIRTH = ("birth_earliest", "birth_latest")
_COUNTRIES = ("nationality", "issuing_state")


@dataclass(frozen=True)
class Change:
    """One line of the history: what, and the former and the present value."""

    what: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class HistoryEntry:
    """One operation: when and by whom, its kind, and what it changed."""

    at: str
    kind: str
    changes: tuple[Change, ...]


class HistoryWriter:
    """Writes the history of a person in one language; times are of the office's zone."""

    def __init__(self, texts: Texts, book: ReferenceBook, zone: ZoneInfo) -> None:
        self._texts = texts
        self._book = book
        self._zone = zone
        self._words = _field_words(texts)

    def entries(self, rows: Sequence[HistoryRow]) -> tuple[HistoryEntry, ...]:
        """Operations, the latest first; what no officer means (search keys) is left out."""
        operations: defaultdict[tuple[datetime, UUID], list[HistoryRow]] = defaultdict(list)
        for row in rows:
            operations[row.at, row.operation_id].append(row)
        found = []
        for (at, _), operation in sorted(operations.items(), reverse=True):
            if changes := tuple(self._changes(operation)):
                kind = capital(self._book.label("operation_kind", operation[0].kind))
                when = self._moment(at)
                who = operation[0].officer
                found.append(HistoryEntry(f"{when} · {who}" if who else when, kind, changes))
        return tuple(found)

    def _moment(self, at: datetime) -> str:
        local = at.astimezone(self._zone)
        return f"{self._texts.day(local.date())}, {local:%H:%M}"

    def _changes(self, rows: Sequence[HistoryRow]) -> Iterable[Change]:
        seen: set[Change] = set()
        births = {row.field: row for row in rows if row.field in _BIRTH}
        if births:
            old, new = (
                self._span(*(getattr(births.get(name), side, None) for name in _BIRTH))
                for side in ("old", "new")
            )
            yield Change(self._texts.t("Birth date"), old or "–", new or "–")
        for row in rows:
            change = self._change(row)
            if change is not None and change not in seen:
                seen.add(change)
                yield change

    def _change(self, row: HistoryRow) -> Change | None:
        if row.field is None:
            return self._record(row)
        if row.field == "retired_at":
            return self._retired(row)
        word = self._words.get((row.table, row.field))
        if word is None:
            return None
        old, new = (self._value(row.table, row.field, value) for value in (row.old, row.new))
        return Change(word, old or "–", new or "–") if old != new else None

    def _record(self, row: HistoryRow) -> Change | None:
        """A record that was made; of a person only what is known of it is worth a line."""
        values: Mapping[str, Any] = row.new or row.old or {}
        t = self._texts.t
        match row.table:
            case "person":
                names = (values.get(one) for one in ("family_name", "given_names", "patronymic"))
                return Change(t("Registered"), new=" ".join(filter(None, names)))
            case "identity_document":
                kind = self._book.label("document_kind", values.get("kind", ""))
                words = f"{capital(kind)} {values.get('number', '')}".strip()
                return Change(t("Document added"), new=words)
            case "phone":
                return Change(t("Telephone number added"), new=str(values.get("as_given", "")))
            case "other_name":
                return Change(t("Other name added"), new=str(values.get("text", "")))
            case "travel_need":
                need = self._book.label("travel_need", values.get("kind", ""))
                return Change(t("Need added"), new=need)
        return None

    def _retired(self, row: HistoryRow) -> Change | None:
        t = self._texts.t
        words = {
            "identity_document": t("Document removed"),
            "phone": t("Telephone number removed"),
            "other_name": t("Other name removed"),
            "travel_need": t("Need removed"),
            "person": t("Record put away"),
        }
        return Change(words[row.table]) if row.table in words else None

    def _value(self, table: str, name: str, value: Any) -> str:
        if value in (None, ""):
            return ""
        text = str(value)
        if (table, name) in _LISTS:
            return self._book.label(_LISTS[table, name], text)
        if name.endswith("_on"):
            return self._texts.day(date.fromisoformat(text))
        if name == "present_place_id":
            return self._book.place(UUID(text))
        if name == "destination_area":
            return area_text(self._book, text) or text
        return self._book.countries.get(text, text) if name in _COUNTRIES else text

    def _span(self, first: str | None, last: str | None) -> str:
        """A birth date by its two ends; the log holds only the end that was changed."""
        known = sorted({date.fromisoformat(end) for end in (first, last) if end})
        if not known:
            return ""
        return birth_text(self._texts, _partial(known[0], known[-1]))


def _partial(first: date, last: date) -> PartialDate:
    """The most exact precision that the span of days allows."""
    spans = (
        PartialDate.of_day(first),
        PartialDate.of_month(first.year, first.month),
        PartialDate.of_year(first.year),
    )
    fits = (span for span in spans if (span.earliest, span.latest) == (first, last))
    return next(fits, None) or PartialDate.of_estimate(first, last)


def _field_words(texts: Texts) -> Mapping[tuple[str, str], str]:
    """Words of the fields that officers know, by table and column."""
    t = texts.t
    return {
        ("person", "family_name"): t("Family name"),
        ("person", "given_names"): t("Given names"),
        ("person", "patronymic"): t("Patronymic"),
        ("person", "latin_family_name"): t("Family name in passport"),
        ("person", "latin_given_names"): t("Given names in passport"),
        ("person", "sex"): t("Sex"),
        ("person", "birth_place"): t("Birth place"),
        ("person", "nationality"): t("Nationality"),
        ("person", "occupation"): t("Occupation"),
        ("person", "email"): t("E-mail"),
        ("identity_document", "kind"): t("Kind of document"),
        ("identity_document", "number"): t("Document number"),
        ("identity_document", "state"): t("State of document"),
        ("identity_document", "issuing_state"): t("Issuing country"),
        ("identity_document", "issued_on"): t("Issued"),
        ("identity_document", "expires_on"): t("Expires"),
        ("return_case", "status"): t("Status"),
        ("return_case", "present_place_id"): t("Where now"),
        ("return_case", "present_place_text"): t("Where now, as written"),
        ("return_case", "present_since_on"): t("There since"),
        ("return_case", "destination_area"): t("Goes to"),
        ("return_case", "destination_text"): t("Goes to, as written"),
        ("return_case", "notes"): t("Notes"),
    }
