"""A recognised row as the form that a person is registered with."""

from datetime import date
from uuid import UUID

from desktop.domain.intake.model import DocumentDraft, PersonDraft
from desktop.domain.values import HOME_COUNTRY, DocumentState, Sex
from desktop.usecases.person_forms import DocumentForm, PersonForm


def form_of(draft: PersonDraft, today: date, place_id: UUID | None) -> PersonForm:
    """Form of one row. A need is taken over without its cause; a note only where it has none.

    Where a list does not say it, the home country's nationality is claimed.

    What the row said stays readable in the import's own record, which is restricted.
    """
    nationality = draft.nationality or HOME_COUNTRY
    return PersonForm(
        family_name=draft.family_name,
        given_names=draft.given_names,
        patronymic=draft.patronymic,
        latin_family_name=draft.latin_family_name.upper(),
        latin_given_names=draft.latin_given_names.upper(),
        latin_from_document=bool(draft.latin_family_name or draft.latin_given_names),
        sex=Sex(draft.sex) if draft.sex else None,
        sex_inferred=draft.sex_inferred,
        birth=draft.birth,
        birth_place=draft.birth_place,
        nationality=nationality,
        occupation=draft.occupation,
        email=draft.email,
        documents=tuple(_document(paper, nationality) for paper in draft.documents),
        phones=tuple((phone.as_given, phone.e164) for phone in draft.phones),
        needs=draft.needs,
        place_id=place_id,
        place_text=draft.place_now,
        since_on=today if place_id or draft.place_now else None,
        destination_area=draft.area or None,
        destination_text=draft.destination_as_given,
        source="import",
        notes="" if draft.is_note_restricted else draft.note,
    )


def _document(paper: DocumentDraft, nationality: str | None) -> DocumentForm:
    return DocumentForm(
        kind=paper.kind,
        number=paper.number,
        state=DocumentState(paper.state),
        issuing_state=nationality,
        authority=paper.authority,
        issued_on=paper.issued,
        expires_on=paper.expires,
        as_given=paper.as_given,
    )
