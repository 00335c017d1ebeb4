"""What is missing for a person to travel, the next step first, in the words of the trade."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desktop.domain.partial_dates import PartialDate
from desktop.domain.values import DocumentState, Sex
from desktop.ui.wording import SOON_DAYS, capital
from desktop.usecases.person_forms import PersonForm
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.views import PersonDetail
from reports.texts import Texts


class Paper(Protocol):
    """An identity document, stored or still on a form."""

    @property
    def kind(self) -> str:
        """Code of `document_kind`."""

    @property
    def number(self) -> str:
        """Number, or ''."""

    @property
    def state(self) -> str:
        """Code of `document_state`."""

    @property
    def expires_on(self) -> date | None:
        """Last day on which it is valid."""


@dataclass(frozen=True)
class Known:
    """What is known of a person, stored or still on a form."""

    named: bool
    papers: Sequence[Paper]
    birth: PartialDate | None
    latin: bool
    sex: Sex | None
    sex_inferred: bool
    nationality: bool
    destination: bool
    reachable: bool
    on_movement: bool = True


@dataclass(frozen=True)
class Lack:
    """Something missing or in doubt.

    `state` is 'blocked', 'warn' or 'unknown'; `section` names the part of the person's page
    where it is mended, or 'movement'; `action` is the word on the button that does so, `step`
    the sentence that says it as the next step.
    """

    code: str
    state: str
    text: str
    detail: str
    section: str
    action: str
    step: str


def known_of(detail: PersonDetail) -> Known:
    """What is known of a stored person."""
    row = detail.row
    return Known(
        named=True,
        papers=detail.documents,
        birth=row.birth,
        latin=detail.latin_from_document,
        sex=row.sex,
        sex_inferred=row.sex_inferred,
        nationality=bool(row.nationality),
        destination=bool(row.destination_area or row.destination_text),
        reachable=bool(detail.phones or detail.email),
        on_movement=row.movement_id is not None,
    )


def known_of_form(form: PersonForm) -> Known:
    """What is known of a person who is being added or edited."""
    names = (form.family_name, form.given_names, form.latin_family_name, form.latin_given_names)
    return Known(
        named=any(names),
        papers=form.documents,
        birth=form.birth,
        latin=form.latin_from_document,
        sex=form.sex,
        sex_inferred=form.sex_inferred,
        nationality=bool(form.nationality),
        destination=bool(form.destination_area or form.destination_text),
        reachable=bool(form.phones or form.email),
    )


def lacks(texts: Texts, book: ReferenceBook, known: Known, today: date) -> tuple[Lack, ...]:
    """Everything that is missing, what stops a journey before what can come later."""
    found = (
        _name(texts, known),
        _document(texts, book, known, today),
        _birth(texts, known),
        _latin(texts, known),
        _sex(texts, known),
        _nationality(texts, known),
        _destination(texts, known),
        _contact(texts, known),
        _movement(texts, known),
    )
    order = ("blocked", "warn", "unknown")
    return tuple(sorted(filter(None, found), key=lambda lack: order.index(lack.state)))


def _name(texts: Texts, known: Known) -> Lack | None:
    if known.named:
        return None
    text, step = texts.t("A name is needed"), texts.t("Next step: add a name")
    return Lack("name", "blocked", text, "", "identity", texts.t("Add"), step)


def _document(texts: Texts, book: ReferenceBook, known: Known, today: date) -> Lack | None:
    held = [one for one in known.papers if one.state == DocumentState.HELD and one.number]
    step = texts.t("Next step: add a valid document")
    if not held:
        text = texts.t("No document in hand")
        detail = "; ".join(_gone(texts, book, one) for one in known.papers)
        return Lack("document", "blocked", text, detail, "documents", texts.t("Add"), step)
    days = [one.expires_on for one in held if one.expires_on is not None]
    if len(days) < len(held):
        return None
    last = max(days)
    left = (last - today).days
    if left > SOON_DAYS:
        return None
    if left < 0:
        text = texts.t("Document expired {date}", date=texts.day(last))
        return Lack("expiry", "blocked", text, "", "documents", texts.t("Add"), step)
    text = texts.t("Document runs out {date}", date=texts.day(last))
    step = texts.t("Next step: see to a new document")
    return Lack("expiry", "warn", text, "", "documents", texts.t("Add"), step)


def _gone(texts: Texts, book: ReferenceBook, paper: Paper) -> str:
    kind = capital(book.label("document_kind", paper.kind))
    if paper.state == DocumentState.HELD:
        return texts.t("{document}: number not known", document=kind)
    named = f"{kind} {paper.number}".strip()
    state = book.label("document_state", paper.state)
    return texts.t("{document}: {state}", document=named, state=state)


def _birth(texts: Texts, known: Known) -> Lack | None:
    step = texts.t("Next step: add the birth date")
    if known.birth is None:
        text = texts.t("Birth date not known")
        return Lack("birth", "blocked", text, "", "birth", texts.t("Add"), step)
    if known.birth.is_exact:
        return None
    text = texts.t("Birth date known only in part")
    detail = texts.t("Border services ask for the day.")
    return Lack("birth", "warn", text, detail, "birth", texts.t("Complete"), step)


def _latin(texts: Texts, known: Known) -> Lack | None:
    if known.latin or not known.named:
        return None
    text = texts.t("Latin spelling only suggested")
    detail = texts.t("Take it from the passport before a list is issued.")
    step = texts.t("Next step: add the spelling of the passport")
    return Lack("latin", "warn", text, detail, "latin", texts.t("Add"), step)


def _sex(texts: Texts, known: Known) -> Lack | None:
    if known.sex is None:
        text, step = texts.t("Sex not known"), texts.t("Next step: add the sex")
        return Lack("sex", "warn", text, "", "sex", texts.t("Add"), step)
    if not known.sex_inferred:
        return None
    text, step = texts.t("Sex taken from the name"), texts.t("Next step: confirm the sex")
    detail = texts.t("Nobody has confirmed it.")
    return Lack("sex", "warn", text, detail, "sex", texts.t("Confirm"), step)


def _nationality(texts: Texts, known: Known) -> Lack | None:
    if known.nationality:
        return None
    text, step = texts.t("Nationality not known"), texts.t("Next step: add the nationality")
    return Lack("nationality", "unknown", text, "", "nationality", texts.t("Add"), step)


def _destination(texts: Texts, known: Known) -> Lack | None:
    if known.destination:
        return None
    text, step = texts.t("Destination not known"), texts.t("Next step: add the destination")
    return Lack("destination", "unknown", text, "", "destination", texts.t("Add"), step)


def _contact(texts: Texts, known: Known) -> Lack | None:
    if known.reachable:
        return None
    text, step = texts.t("No telephone number"), texts.t("Next step: add a telephone number")
    return Lack("contact", "unknown", text, "", "phones", texts.t("Add"), step)


def _movement(texts: Texts, known: Known) -> Lack | None:
    if known.on_movement:
        return None
    text, step = texts.t("Not on a movement yet"), texts.t("Next step: assign to a movement")
    return Lack("movement", "unknown", text, "", "movement", texts.t("Assign"), step)
