"""A row joined to a person already there: what was missing is added, nothing is overwritten."""

from uuid import UUID

from desktop.domain.documents import document_key
from desktop.domain.names.folding import fold
from desktop.domain.people import Case, IdentityDocument, OtherName, Person, Phone
from desktop.usecases.person_forms import PersonForm
from desktop.usecases.person_records import document_record, index
from desktop.usecases.ports import Desk, UnitOfWork

_FILLED_WHEN_EMPTY = ("patronymic", "birth_place", "occupation", "email", "nationality")


def join_person(desk: Desk, work: UnitOfWork, person_id: UUID, form: PersonForm) -> None:
    """Add what the form knows and the register does not; another spelling is kept beside."""
    person = work.get(Person, person_id)
    for name in _FILLED_WHEN_EMPTY:
        if not getattr(person, name) and getattr(form, name):
            setattr(person, name, getattr(form, name))
    if not person.latin_family_name and form.latin_from_document:
        person.latin_family_name = form.latin_family_name
        person.latin_given_names = form.latin_given_names
        person.latin_from_document = True
    if form.sex and (person.sex is None or (person.sex_inferred and not form.sex_inferred)):
        person.sex, person.sex_inferred = form.sex, form.sex_inferred
    if form.birth and (person.birth is None or _narrower(form, person)):
        person.birth = form.birth
    _add_documents(desk, work, person_id, form)
    _add_phones(desk, work, person_id, form)
    _add_spelling(desk, work, person, form)
    for case in work.find(Case, person_id=person_id, closed_at=None, retired_at=None):
        case.destination_area = case.destination_area or form.destination_area
        case.destination_text = case.destination_text or form.destination_text
        if form.place_id:
            case.present_place_id, case.present_since_on = form.place_id, form.since_on
    index(work, person)


def _narrower(form: PersonForm, person: Person) -> bool:
    """Whether the form's date lies inside the span that is known and says more."""
    known, told = person.birth, form.birth
    if known is None or told is None or known == told:
        return False
    return known.earliest <= told.earliest and told.latest <= known.latest


def _add_documents(desk: Desk, work: UnitOfWork, person_id: UUID, form: PersonForm) -> None:
    known = work.find(IdentityDocument, person_id=person_id, retired_at=None)
    keys = {paper.number_key for paper in known}
    for paper in form.documents:
        key = document_key(paper.number)
        if key and key not in keys:
            work.add(document_record(desk.new_id(), person_id, paper, len(known)))
            keys.add(key)
        elif key:
            for present in known:
                if present.number_key == key and present.expires_on is None:
                    present.expires_on = paper.expires_on


def _add_phones(desk: Desk, work: UnitOfWork, person_id: UUID, form: PersonForm) -> None:
    known = work.find(Phone, person_id=person_id, retired_at=None)
    numbers = {phone.e164 or phone.as_given for phone in known}
    for given, e164 in form.phones:
        if (e164 or given) not in numbers:
            work.add(
                Phone(
                    id=desk.new_id(),
                    person_id=person_id,
                    as_given=given,
                    e164=e164,
                    position=len(numbers),
                )
            )
            numbers.add(e164 or given)


def _add_spelling(desk: Desk, work: UnitOfWork, person: Person, form: PersonForm) -> None:
    told = " ".join(filter(None, (form.family_name, form.given_names, form.patronymic)))
    known = [
        " ".join(filter(None, (person.family_name, person.given_names, person.patronymic))),
        " ".join(filter(None, (person.family_name, person.given_names))),
        *(name.text for name in work.find(OtherName, person_id=person.id, retired_at=None)),
    ]
    if told and fold(told) not in {fold(name) for name in known}:
        work.add(OtherName(id=desk.new_id(), person_id=person.id, text=told))
