"""People registered, corrected, and compared with those already there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from desktop.domain.matching import Verdict, block_keys, compare
from desktop.domain.people import Case, IdentityDocument, OtherName, Person, Phone, TravelNeed
from desktop.errors import Conflict
from desktop.usecases.person_forms import (
    DocumentForm,
    PersonForm,
    match_record,
    require_name,
    stored_record,
)
from desktop.usecases.person_records import (
    NewRecords,
    document_record,
    fill,
    fill_case,
    index,
    new_person,
)
from desktop.usecases.ports import ChangeSet, Desk, UnitOfWork
from desktop.usecases.views import MatchRow

_DOCUMENT_FIELDS = (
    "kind",
    "number",
    "number_key",
    "issuing_state",
    "issued_on",
    "expires_on",
    "state",
    "position",
)


@dataclass(frozen=True)
class Candidate:
    """Somebody already there who may be the same person, and why."""

    person: MatchRow
    verdict: Verdict


def register_person(desk: Desk, form: PersonForm) -> tuple[UUID, ChangeSet]:
    """Register one person with an open case.

    Raises:
        UserError: `person.no_name`.
    """
    require_name(form)
    with desk.store.write("register") as work:
        new = NewRecords()
        (number,) = registration_numbers(desk, work, 1)
        person_id = new_person(desk, form, number, new)
        new.store(work)
        return person_id, work.commit()


def registration_numbers(desk: Desk, work: UnitOfWork, count: int) -> list[str]:
    """Printed numbers for new people: office, year, running number (TAS-26-0311)."""
    office_id = desk.store.actor.office_id
    code = work.reads.office(office_id).code
    year = desk.now().year
    numbers = work.next_numbers(office_id, "registration", year, count)
    return [f"{code}-{year % 100:02d}-{number:04d}" for number in numbers]


def correct_person(desk: Desk, person_id: UUID, base_version: int, form: PersonForm) -> ChangeSet:
    """Save what an officer changed on a person's page.

    Raises:
        UserError: `person.no_name`, `record.gone`.
        Conflict: `record.changed_meanwhile` when somebody saved since `base_version`.
    """
    require_name(form)
    with desk.store.write("correct") as work:
        person = work.get(Person, person_id)
        if person.version != base_version:
            raise Conflict("record.changed_meanwhile")
        fill(person, form)
        _merge_documents(desk, work, person_id, form.documents)
        _merge_phones(desk, work, person_id, form.phones)
        _merge_texts(desk, work, person_id, OtherName, "text", form.other_names)
        _merge_texts(desk, work, person_id, TravelNeed, "kind", form.needs)
        for case in work.find(Case, person_id=person_id, closed_at=None, retired_at=None):
            fill_case(case, form)
        index(work, person)
        return work.commit()


def possible_duplicates(desk: Desk, form: PersonForm, limit: int = 5) -> list[Candidate]:
    """Who is already there and may be the person of the form, the likeliest first."""
    arriving = match_record(form)
    with desk.store.read() as reads:
        known = reads.match_candidates(block_keys(arriving))
    found = [Candidate(row, compare(arriving, stored_record(row))) for row in known]
    alike = [candidate for candidate in found if candidate.verdict.level != "different"]
    return sorted(alike, key=lambda candidate: -candidate.verdict.score)[:limit]


def _merge_documents(
    desk: Desk, work: UnitOfWork, person_id: UUID, papers: Sequence[DocumentForm]
) -> None:
    known = {
        paper.id: paper
        for paper in work.find(IdentityDocument, person_id=person_id, retired_at=None)
    }
    for place, paper in enumerate(papers):
        fresh = document_record(paper.id or desk.new_id(), person_id, paper, place)
        present = known.pop(paper.id, None) if paper.id else None
        if present is None:
            work.add(fresh)
            continue
        for name in _DOCUMENT_FIELDS:
            setattr(present, name, getattr(fresh, name))
        present.authority = paper.authority or present.authority
    for gone in known.values():
        gone.retired_at = desk.now()


def _merge_phones(
    desk: Desk, work: UnitOfWork, person_id: UUID, phones: Sequence[tuple[str, str]]
) -> None:
    known = {
        phone.as_given: phone for phone in work.find(Phone, person_id=person_id, retired_at=None)
    }
    for place, (given, e164) in enumerate(phones):
        present = known.pop(given, None)
        if present is None:
            work.add(
                Phone(
                    id=desk.new_id(), person_id=person_id, as_given=given, e164=e164, position=place
                )
            )
        else:
            present.position = place
    for gone in known.values():
        gone.retired_at = desk.now()


def _merge_texts(
    desk: Desk,
    work: UnitOfWork,
    person_id: UUID,
    kind: type[OtherName] | type[TravelNeed],
    attribute: str,
    texts: Sequence[str],
) -> None:
    known = {
        getattr(item, attribute): item
        for item in work.find(kind, person_id=person_id, retired_at=None)
    }
    for text in texts:
        if known.pop(text, None) is None:
            values: dict[str, Any] = {attribute: text}
            work.add(kind(id=desk.new_id(), person_id=person_id, **values))
    for gone in known.values():
        gone.retired_at = desk.now()
