"""The records of a person made and filled from a form, with the words it is found by."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from desktop.domain.documents import document_key
from desktop.domain.matching import MatchRecord, block_keys
from desktop.domain.people import (
    Case,
    CaseStatusChange,
    IdentityDocument,
    OtherName,
    Person,
    Phone,
    TravelNeed,
)
from desktop.domain.search import person_tokens, sort_key
from desktop.domain.values import CaseStatus, NationalityStatus
from desktop.usecases.person_forms import DocumentForm, PersonForm, match_record
from desktop.usecases.ports import Desk, IndexEntry, UnitOfWork


@dataclass
class NewRecords:
    """Records of new people and the words they are found by, gathered before they are stored."""

    entities: list[object] = field(default_factory=list)
    index: list[IndexEntry] = field(default_factory=list)

    def store(self, work: UnitOfWork) -> None:
        """Hand everything to the unit of work, in batches."""
        work.add(*self.entities)
        work.index_new_people(self.index)


def new_person(
    desk: Desk,
    form: PersonForm,
    reg_no: str,
    new: NewRecords,
    *,
    person_id: UUID | None = None,
    keys: frozenset[str] | None = None,
) -> UUID:
    """Make the records of a new person; returns the id.

    `person_id` and `keys`, the blocking keys of the form, are given where they were made before.
    """
    actor, now = desk.store.actor, desk.now()
    person_id = person_id or desk.new_id()
    person = Person(id=person_id, office_id=actor.office_id, reg_no=reg_no, created_at=now)
    fill(person, form)
    documents = [
        document_record(desk.new_id(), person_id, paper, place)
        for place, paper in enumerate(form.documents)
    ]
    phones = [
        Phone(id=desk.new_id(), person_id=person_id, as_given=given, e164=e164, position=place)
        for place, (given, e164) in enumerate(form.phones)
    ]
    case = Case(
        id=desk.new_id(),
        person_id=person_id,
        owner_office_id=actor.office_id,
        opened_at=now,
        source=form.source,
        stranded_since_on=form.stranded_since_on,
    )
    fill_case(case, form)
    first = CaseStatusChange(
        id=desk.new_id(),
        person_id=person_id,
        case_id=case.id,
        from_status=None,
        to_status=CaseStatus.REGISTERED,
        at=now,
        officer_id=actor.officer_id,
    )
    others = [
        OtherName(id=desk.new_id(), person_id=person_id, text=text) for text in form.other_names
    ]
    needs = [TravelNeed(id=desk.new_id(), person_id=person_id, kind=kind) for kind in form.needs]
    tokens = _tokens(person, documents, phones, form.other_names)
    if keys is None:
        keys = block_keys(match_record(form))
    new.entities += [person, *documents, *phones, case, first, *others, *needs]
    new.index.append(IndexEntry(person_id, tokens, frozenset(keys)))
    return person_id


SEARCHED: tuple[type, ...] = (Person, IdentityDocument, Phone, OtherName)
"""Kinds of records that hold what a person is found and compared by."""


def index(work: UnitOfWork, person: Person) -> None:
    """Make the words and keys by which a stored person is found agree with the records."""
    documents = work.find(IdentityDocument, person_id=person.id, retired_at=None)
    phones = work.find(Phone, person_id=person.id, retired_at=None)
    others = [name.text for name in work.find(OtherName, person_id=person.id, retired_at=None)]
    tokens = _tokens(person, documents, phones, others)
    work.index_person(IndexEntry(person.id, tokens, _keys(person, documents, phones)))


def document_record(
    record_id: UUID, person_id: UUID, paper: DocumentForm, position: int
) -> IdentityDocument:
    """Record of a document of a person."""
    return IdentityDocument(
        id=record_id,
        person_id=person_id,
        kind=paper.kind,
        number=paper.number.strip(),
        number_key=document_key(paper.number),
        as_given=paper.as_given or paper.number,
        issuing_state=paper.issuing_state,
        authority=paper.authority,
        issued_on=paper.issued_on,
        expires_on=paper.expires_on,
        state=paper.state,
        position=position,
    )


def fill(person: Person, form: PersonForm) -> None:
    """Take over what the form says of the person."""
    person.family_name = form.family_name.strip()
    person.given_names = form.given_names.strip()
    person.patronymic = form.patronymic.strip()
    person.latin_family_name = form.latin_family_name.strip()
    person.latin_given_names = form.latin_given_names.strip()
    person.latin_from_document = form.latin_from_document
    person.sex = form.sex
    person.sex_inferred = form.sex_inferred
    person.birth = form.birth
    person.birth_place = form.birth_place
    if form.nationality != person.nationality:
        person.nationality = form.nationality
        person.nationality_status = NationalityStatus.CLAIMED
    person.occupation = form.occupation
    person.email = form.email
    own = (person.family_name, person.given_names, person.patronymic)
    latin = (person.latin_family_name, person.latin_given_names)
    person.sort_key = sort_key(*own) or sort_key(*latin)


def fill_case(case: Case, form: PersonForm) -> None:
    """Take over what the form says of the way home."""
    case.present_place_id = form.place_id
    case.present_place_text = form.place_text
    case.present_since_on = form.since_on
    case.destination_area = form.destination_area
    case.destination_text = form.destination_text
    case.notes = form.notes


def _tokens(
    person: Person,
    documents: Sequence[IdentityDocument],
    phones: Sequence[Phone],
    other_names: Sequence[str],
) -> frozenset[str]:
    """Words by which a person is found."""
    names = (
        person.family_name,
        person.given_names,
        person.patronymic,
        person.latin_family_name,
        person.latin_given_names,
        *other_names,
    )
    return person_tokens(
        names,
        [paper.number for paper in documents] + [person.reg_no],
        [phone.e164 or phone.as_given for phone in phones],
    )


def _keys(
    person: Person, documents: Sequence[IdentityDocument], phones: Sequence[Phone]
) -> frozenset[str]:
    """Keys by which a person is compared with others."""
    return block_keys(
        MatchRecord(
            id=str(person.id),
            family_name=person.family_name,
            given_names=person.given_names,
            patronymic=person.patronymic,
            latin_family_name=person.latin_family_name,
            latin_given_names=person.latin_given_names,
            birth=person.birth,
            sex=person.sex,
            documents=tuple(paper.number for paper in documents if paper.number),
            phones=tuple(phone.e164 or phone.as_given for phone in phones),
        )
    )
