"""What a person's page asks and does: load, compare, save, drafts. No widgets; runs in jobs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from desktop.domain.values import CaseStatus
from desktop.messages.sentences import sentence
from desktop.ui.pages.people.clashes import clash_words
from desktop.ui.pages.people.drafts import Draft, DraftFiles, draft_key
from desktop.ui.pages.people.entry import PaperEntry, PersonEntry, entry_of
from desktop.ui.pages.people.history import HistoryEntry, HistoryWriter
from desktop.ui.pages.people.lacks import Lack, known_of_form, lacks
from desktop.ui.pages.people.presenter import PeoplePresenter
from desktop.ui.pages.people.reading import EntryReader, ReadEntry
from desktop.ui.pages.people.shown import PersonShown, shown_person
from desktop.ui.wording import birth_text, iso_birth_text
from desktop.usecases.people import (
    Candidate,
    correct_person,
    possible_duplicates,
    register_person,
)
from desktop.usecases.person_forms import PersonForm
from desktop.usecases.ports import ChangeSet
from desktop.usecases.views import PersonDetail

BLANK = PersonEntry(papers=(PaperEntry(),), phones=("",))
"""The page of somebody who is being added."""

_MOST_SHOWN = 3
_HISTORY = 500
_AGREEING = frozenset(
    f"match.{code}"
    for code in (
        "same_document",
        "same_phone",
        "names_same",
        "names_typed",
        "names_other_script",
        "family_same",
        "family_typed",
        "given_same",
        "given_typed",
        "father_same",
        "father_typed",
        "birth_same",
    )
)
"""Reasons that speak for one person; the others are differences to be looked at."""


@dataclass(frozen=True)
class OpenedPerson:
    """A stored person as the page takes it."""

    detail: PersonDetail
    entry: PersonEntry
    shown: PersonShown


@dataclass(frozen=True)
class Reason:
    """Why two records may be one person: a sentence, and whether it speaks for it."""

    text: str
    agrees: bool


@dataclass(frozen=True)
class KnownPerson:
    """Somebody already registered who may be the one on the page."""

    id: UUID
    name: str
    latin: str
    note: str
    certain: bool
    percent: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Saved:
    """A person was stored."""

    person_id: UUID
    name: str
    change: ChangeSet
    added: bool


class FormPresenter:
    """Serves the page of one person at a time."""

    def __init__(self, people: PeoplePresenter, drafts: DraftFiles) -> None:
        self.people = people
        self.drafts = drafts
        self._desk = people.desk
        self._texts = people.texts
        self._book = people.book
        self._reader = EntryReader(people.texts, people.book)
        self._history = HistoryWriter(people.texts, people.book, people.zone)

    def load(self, person_id: UUID) -> OpenedPerson:
        """A stored person.

        Raises:
            UserError: `record.gone`.
        """
        with self._desk.store.read() as reads:
            detail = reads.person_detail(person_id)
            movement_id = detail.row.movement_id
            movement = reads.movement_detail(movement_id) if movement_id else None
        shown = shown_person(self._texts, self._book, detail, movement, self.people.today())
        return OpenedPerson(detail, entry_of(detail), shown)

    def read(self, entry: PersonEntry, stored: PersonDetail | None) -> ReadEntry:
        """The form of an entry, with what can't be read."""
        return self._reader.read(entry, stored, self.people.today())

    def lacks(self, form: PersonForm, status: str) -> tuple[Lack, ...]:
        """What is still missing of a person on the page."""
        over = status in (CaseStatus.CLOSED, CaseStatus.WITHDRAWN)
        known = known_of_form(form)
        return () if over else lacks(self._texts, self._book, known, self.people.today())

    def duplicates(self, form: PersonForm, person_id: UUID | None) -> tuple[KnownPerson, ...]:
        """Who may be the same person, the likeliest first; not the person itself."""
        found = possible_duplicates(self._desk, form, _MOST_SHOWN + 1)
        others = [one for one in found if one.person.id != person_id][:_MOST_SHOWN]
        with self._desk.store.read() as reads:
            rows = {row.id: row.reg_no for row in reads.people_rows([o.person.id for o in others])}
        return tuple(self._known(one, rows.get(one.person.id, "")) for one in others)

    def save(self, person_id: UUID | None, version: int, form: PersonForm) -> Saved:
        """Store a person and forget the draft.

        Raises:
            UserError: `person.no_name`, `record.gone`.
            Conflict: `record.changed_meanwhile`.
        """
        added = person_id is None
        if person_id is None:
            person_id, change = register_person(self._desk, form)
        else:
            change = correct_person(self._desk, person_id, version, form)
        self.drafts.drop(draft_key(None if added else person_id))
        names = (form.family_name, form.given_names)
        latin = (form.latin_family_name, form.latin_given_names)
        name = " ".join(filter(None, names)) or " ".join(filter(None, latin))
        return Saved(person_id, name, change, added)

    def history(self, person_id: UUID) -> tuple[HistoryEntry, ...]:
        """Who changed what, the latest first."""
        with self._desk.store.read() as reads:
            rows = reads.history(person_id, _HISTORY)
        return self._history.entries(rows)

    def draft(
        self, person_id: UUID | None, entry: PersonEntry, base: PersonEntry, version: int
    ) -> Draft:
        """What was typed, as it is kept."""
        return Draft(draft_key(person_id), entry, base, version, self._desk.now())

    def clash_words(self, clashes: Mapping[str, Any]) -> Mapping[str, str]:
        """What is stored now in the fields that both sides changed."""
        return clash_words(self._texts, self._book, clashes)

    def moment(self, at: datetime) -> str:
        """Day and time at the office; of today the time alone."""
        local = at.astimezone(self.people.zone)
        if local.date() == self.people.today():
            return f"{local:%H:%M}"
        return f"{self._texts.day(local.date())}, {local:%H:%M}"

    def _known(self, candidate: Candidate, reg_no: str) -> KnownPerson:
        row, verdict = candidate.person, candidate.verdict
        own = " ".join(filter(None, (row.family_name, row.given_names, row.patronymic)))
        latin = " ".join(filter(None, (row.latin_family_name, row.latin_given_names)))
        born = birth_text(self._texts, row.birth) if row.birth else ""
        return KnownPerson(
            id=row.id,
            name=own or latin,
            latin=latin if own else "",
            note=" · ".join(filter(None, (reg_no, born))),
            certain=verdict.level == "same",
            percent=round(100 * verdict.score),
            reasons=tuple(self._reason(code, params) for code, params in verdict.reasons),
        )

    def _reason(self, code: str, params: Mapping[str, str]) -> Reason:
        if code.startswith(("match.birth", "match.day")):
            params = {name: iso_birth_text(self._texts, value) for name, value in params.items()}
        return Reason(sentence(self._texts, code, **params), code in _AGREEING)


def added_again(entry: PersonEntry) -> PersonEntry:
    """The page for the next person of the same place."""
    return replace(BLANK, place_id=entry.place_id, place_text=entry.place_text, since=entry.since)
