"""What the details panel shows of one person, as plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.domain.values import DocumentState
from desktop.messages.sentences import all_sentences, sentence
from desktop.ui.pages.people.lacks import Lack, known_of, lacks
from desktop.ui.wording import (
    age_text,
    capital,
    destination_text,
    expiry_words,
    facts_text,
    is_suggested,
    latin_line,
    present_place,
    short_name,
    shown_name,
)
from desktop.usecases import views as v
from desktop.usecases.reference_book import ReferenceBook
from reports.texts import Texts


@dataclass(frozen=True)
class PaperLine:
    """A document: what it is, what is to be said of it, and its state."""

    text: str
    detail: str
    state: str
    """'ok', 'warn' or 'blocked'."""


@dataclass(frozen=True)
class Member:
    """Somebody of the same travel group."""

    id: UUID
    name: str
    note: str


@dataclass(frozen=True)
class Said:
    """What a row of an imported list said, and the doubts about it."""

    heading: str
    cells: tuple[str, ...]
    doubts: tuple[str, ...]


@dataclass(frozen=True)
class PersonShown:
    """Everything that the details panel writes, already in words."""

    id: UUID
    reg_no: str
    name: str
    latin: str
    latin_suggested: bool
    status: str
    status_word: str
    facts: str
    lacks: tuple[Lack, ...]
    papers: tuple[PaperLine, ...]
    group_label: str
    members: tuple[Member, ...]
    place: str
    destination: str
    phones: tuple[str, ...]
    email: str
    needs: tuple[str, ...]
    movement_id: UUID | None
    movement_code: str
    seat: str
    notes: str
    said: tuple[Said, ...]


def shown_person(
    texts: Texts,
    book: ReferenceBook,
    detail: v.PersonDetail,
    movement: v.MovementDetail | None,
    today: date,
) -> PersonShown:
    """Write a person out; `movement` is the one that the person is on."""
    row = detail.row
    return PersonShown(
        id=row.id,
        reg_no=row.reg_no,
        name=shown_name(row),
        latin=latin_line(row),
        latin_suggested=is_suggested(row),
        status=row.status,
        status_word=capital(book.label("case_status", row.status)) if row.status else "",
        facts=facts_text(texts, book, row, today),
        lacks=lacks(texts, book, known_of(detail), today),
        papers=tuple(paper_line(texts, book, paper, today) for paper in detail.documents),
        group_label=row.group_label,
        members=tuple(
            Member(one.id, short_name(one), _member_note(book, one, today))
            for one in detail.group
            if one.id != row.id
        ),
        place=_place_since(texts, book, row),
        destination=destination_text(book, row),
        phones=detail.phones,
        email=detail.email,
        needs=tuple(book.label("travel_need", need) for need in row.needs),
        movement_id=row.movement_id,
        movement_code=row.movement_code,
        seat=_seat(texts, movement, row.id),
        notes=detail.notes,
        said=tuple(_said(texts, one) for one in detail.said),
    )


def paper_line(texts: Texts, book: ReferenceBook, paper: v.DocumentRow, today: date) -> PaperLine:
    """A document as a line of a panel."""
    kind = capital(book.label("document_kind", paper.kind))
    text = f"{kind} {paper.number}".strip()
    if paper.state != DocumentState.HELD:
        return PaperLine(text, book.label("document_state", paper.state), "blocked")
    if not paper.number:
        return PaperLine(text, texts.t("number not known"), "warn")
    if paper.expires_on is None:
        return PaperLine(text, "", "ok")
    words, state = expiry_words(texts, paper.expires_on, today)
    if not state:
        words = texts.t("until {date}", date=words)
    return PaperLine(text, words, state or "ok")


def _member_note(book: ReferenceBook, row: v.PersonRow, today: date) -> str:
    role = book.label("group_role", row.group_role) if row.group_role else ""
    return ", ".join(part for part in (role, age_text(row.birth, today)) if part)


def _place_since(texts: Texts, book: ReferenceBook, row: v.PersonRow) -> str:
    place = present_place(book, row)
    if not place or row.since_on is None:
        return place
    return texts.t("{place}, since {date}", place=place, date=texts.day(row.since_on))


def _seat(texts: Texts, movement: v.MovementDetail | None, person_id: UUID) -> str:
    if movement is None:
        return ""
    names = {vehicle.id: vehicle.name or vehicle.registration for vehicle in movement.vehicles}
    for traveller in movement.travellers:
        if traveller.person.id == person_id and traveller.vehicle_id and traveller.seat:
            vehicle = names.get(traveller.vehicle_id, "")
            return texts.t("{vehicle}, seat {seat}", vehicle=vehicle, seat=traveller.seat)
    return ""


def _said(texts: Texts, row: v.SaidRow) -> Said:
    heading = texts.t("{file}, row {row}", file=row.file_name, row=row.row)
    cells = tuple(cell for cell in row.cells if cell.strip())
    return Said(heading, cells, tuple(_doubts(texts, row.problems)))


def _doubts(texts: Texts, problems: tuple[Mapping[str, Any], ...]) -> list[str]:
    """Sentences of the doubts; a code of an older version that says nothing is left out."""
    known = all_sentences()
    found = []
    for problem in problems:
        code, params = str(problem.get("code", "")), problem.get("params") or {}
        if code in known:
            found.append(sentence(texts, code, **params))
    return found
