"""An entry read as the form that use cases take, with a sentence for what can't be read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from desktop.domain.intake.dates import Purpose
from desktop.domain.names.scripts import tidy
from desktop.domain.phones import read_phones
from desktop.domain.values import DocumentState, Sex
from desktop.ui.pages.people.dates import read_birth, read_day
from desktop.ui.pages.people.entry import PaperEntry, PersonEntry
from desktop.usecases.person_forms import DocumentForm, PersonForm
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.views import PersonDetail
from reports.texts import Texts


@dataclass(frozen=True)
class ReadEntry:
    """The form of an entry; `problems` are sentences by the field that can't be saved so.

    Fields are named as in `PersonEntry`; of a document `papers.0.expires`.
    """

    form: PersonForm
    problems: Mapping[str, str] = field(default_factory=dict)


class EntryReader:
    """Reads entries in one language, with the reference data of one register."""

    def __init__(self, texts: Texts, book: ReferenceBook) -> None:
        self._texts = texts
        self._book = book

    def read(self, entry: PersonEntry, stored: PersonDetail | None, today: date) -> ReadEntry:
        """Read an entry; `stored` is the record that is being edited."""
        problems: dict[str, str] = {}
        birth = read_birth(self._texts, entry.birth, today)
        since = read_day(self._texts, entry.since, today, Purpose.ISSUED)
        problems.update(_named(birth=birth.problem, since=since.problem))
        if entry.nationality and entry.nationality not in self._book.countries:
            problems["nationality"] = self._texts.t("Choose a country from the list.")
        papers = tuple(self._papers(entry.papers, today, problems))
        latin = (tidy(entry.latin_family_name).upper(), tidy(entry.latin_given_names).upper())
        form = PersonForm(
            family_name=tidy(entry.family_name),
            given_names=tidy(entry.given_names),
            patronymic=tidy(entry.patronymic),
            latin_family_name=latin[0],
            latin_given_names=latin[1],
            latin_from_document=_from_document(latin, stored),
            sex=Sex(entry.sex) if entry.sex else None,
            sex_inferred=bool(entry.sex) and entry.sex_inferred,
            birth=birth.value,
            birth_place=entry.birth_place.strip(),
            nationality=None if "nationality" in problems else entry.nationality or None,
            occupation=entry.occupation.strip(),
            email=entry.email.strip(),
            documents=papers,
            phones=tuple(self._phones(entry, stored)),
            other_names=_split(entry.other_names),
            needs=entry.needs,
            place_id=UUID(entry.place_id) if entry.place_id else None,
            place_text=entry.place_text.strip(),
            since_on=since.value,
            stranded_since_on=stored.stranded_since_on if stored else None,
            destination_area=entry.destination_area or None,
            destination_text=entry.destination_text.strip(),
            source=stored.source if stored else "counter",
            notes=entry.notes.strip(),
        )
        return ReadEntry(form, problems)

    def _papers(
        self, papers: tuple[PaperEntry, ...], today: date, problems: dict[str, str]
    ) -> Iterable[DocumentForm]:
        for place, paper in enumerate(papers):
            if paper.is_blank:
                continue
            issued = read_day(self._texts, paper.issued, today, Purpose.ISSUED)
            expires = read_day(self._texts, paper.expires, today, Purpose.EXPIRES)
            found = _named(issued=issued.problem, expires=expires.problem)
            if paper.issuing_state and paper.issuing_state not in self._book.countries:
                found["issuing_state"] = self._texts.t("Choose a country from the list.")
            problems.update({f"papers.{place}.{name}": text for name, text in found.items()})
            yield DocumentForm(
                kind=paper.kind,
                number=tidy(paper.number),
                state=DocumentState(paper.state),
                issuing_state=None if "issuing_state" in found else paper.issuing_state or None,
                issued_on=issued.value,
                expires_on=expires.value,
                id=UUID(paper.id) if paper.id else None,
            )

    def _phones(self, entry: PersonEntry, stored: PersonDetail | None) -> Iterable[tuple[str, str]]:
        """Numbers with their E.164; a stored one keeps the spelling by which it is known."""
        place = self._book.places.get(UUID(entry.place_id)) if entry.place_id else None
        country = (place.country if place else None) or ""
        known = stored.phones if stored else ()
        for text in filter(str.strip, entry.phones):
            readings = read_phones(text, country)
            if text in known or not readings:
                yield text, readings[0].e164 if len(readings) == 1 else ""
            else:
                for reading in readings:
                    yield reading.as_given, reading.e164


def _from_document(latin: tuple[str, str], stored: PersonDetail | None) -> bool:
    """Whoever types a passport spelling has read it in a document; a stored one stays as it is."""
    if stored is not None and latin == (
        stored.row.latin_family_name,
        stored.row.latin_given_names,
    ):
        return stored.latin_from_document
    return any(latin)


def _split(text: str) -> tuple[str, ...]:
    names = (tidy(name) for name in text.replace(";", ",").split(","))
    return tuple(dict.fromkeys(name for name in names if name))


def _named(**problems: str) -> dict[str, str]:
    return {name: sentence for name, sentence in problems.items() if sentence}
