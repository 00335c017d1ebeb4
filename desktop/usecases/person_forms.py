"""What is known of a person when it is saved, and how it is compared with others."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.domain.matching import MatchRecord
from desktop.domain.partial_dates import PartialDate
from desktop.domain.values import DocumentState, Sex
from desktop.errors import UserError
from desktop.usecases.views import MatchRow


@dataclass(frozen=True)
class DocumentForm:
    """An identity document as an officer or a list gives it; `id` of one already there."""

    kind: str
    number: str = ""
    state: DocumentState = DocumentState.HELD
    issuing_state: str | None = None
    authority: str = ""
    issued_on: date | None = None
    expires_on: date | None = None
    as_given: str = ""
    id: UUID | None = None


@dataclass(frozen=True)
class PersonForm:
    """What is known of a person when it is saved; only a name is needed."""

    family_name: str = ""
    given_names: str = ""
    patronymic: str = ""
    latin_family_name: str = ""
    latin_given_names: str = ""
    latin_from_document: bool = False
    sex: Sex | None = None
    sex_inferred: bool = False
    birth: PartialDate | None = None
    birth_place: str = ""
    nationality: str | None = None
    occupation: str = ""
    email: str = ""
    documents: tuple[DocumentForm, ...] = ()
    phones: tuple[tuple[str, str], ...] = ()
    """As given, and E.164 or ''."""
    other_names: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    place_id: UUID | None = None
    place_text: str = ""
    since_on: date | None = None
    stranded_since_on: date | None = None
    destination_area: str | None = None
    destination_text: str = ""
    source: str = "counter"
    notes: str = ""


def require_name(form: PersonForm) -> None:
    """Refuse a person without any name.

    Raises:
        UserError: `person.no_name`.
    """
    names = (form.family_name, form.given_names, form.latin_family_name, form.latin_given_names)
    if not any(name.strip() for name in names):
        raise UserError("person.no_name")


def match_record(form: PersonForm) -> MatchRecord:
    """The form as the comparison takes it."""
    return MatchRecord(
        id="",
        family_name=form.family_name,
        given_names=form.given_names,
        patronymic=form.patronymic,
        latin_family_name=form.latin_family_name,
        latin_given_names=form.latin_given_names,
        birth=form.birth,
        sex=None if form.sex_inferred else form.sex,
        documents=tuple(paper.number for paper in form.documents if paper.number),
        phones=tuple(e164 or given for given, e164 in form.phones),
    )


def stored_record(row: MatchRow) -> MatchRecord:
    """A stored person as the comparison takes it."""
    return MatchRecord(
        id=str(row.id),
        family_name=row.family_name,
        given_names=row.given_names,
        patronymic=row.patronymic,
        latin_family_name=row.latin_family_name,
        latin_given_names=row.latin_given_names,
        birth=row.birth,
        sex=row.sex,
        documents=row.documents,
        phones=row.phones,
    )
