"""What the tests of the Movements pages share: the story's people, and a window that listens."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from support.people import plan
from ui_kept import kept

from desktop.catalogue import texts
from desktop.settings import Settings
from desktop.ui.context import PageContext
from desktop.ui.jobs import JobRunner
from desktop.ui.pages.movements.presenter import MovementsPresenter
from desktop.ui.theme import Theme
from desktop.usecases.importing import import_list
from desktop.usecases.ports import ChangeSet, Desk
from desktop.usecases.reference_book import ReferenceBook, read_reference_book
from desktop.usecases.seating import auto_seat

SAMPLE = Path(__file__).parents[2] / "data" / "lists" / "zhibek-zholy-102.xlsx"
SETTINGS = Settings(office_code="ALA", office_zone="Asia/Almaty")


@dataclass
class Listener:
    """A window that remembers what pages ask of it."""

    went: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    changes: list[ChangeSet] = field(default_factory=list)
    page: Any = None

    def go(self, page: str, **params: object) -> None:
        self.went.append((page, params))

    def done(self, message: str, change: ChangeSet | None = None) -> None:
        self.told.append(message)
        if change is not None:
            self.changes.append(change)
            self.page.changed(change)

    def say(self, message: str) -> None:
        self.told.append(message)

    def badge(self, page: str, count: int) -> None:
        raise AssertionError(f"{page}: {count}")


def book_of(desk: Desk, language: str = "en") -> ReferenceBook:
    """Names of reference data."""
    with desk.store.read() as reads:
        return read_reference_book(reads, language)


def presenter_of(desk: Desk, language: str = "en") -> MovementsPresenter:
    """A presenter in a language."""
    return MovementsPresenter(desk, book_of(desk, language), texts(language), "Asia/Almaty")


def context_of(desk: Desk, jobs: JobRunner, theme: Theme, window: Listener) -> PageContext:
    """What a page is given."""
    words = texts("en")
    return PageContext(desk, book_of(desk), words, jobs, theme, SETTINGS, window, **kept())


def place_named(book: ReferenceBook, code: str) -> UUID:
    """Id of a place by its code."""
    return next(place.id for place in book.places.values() if place.code == code)


def seated_story(desk: Desk) -> UUID:
    """The movement of the story with two buses and a minibus, everybody seated."""
    _, people = import_sample(desk)
    movement_id = plan(desk, *people, layouts=("bus-49", "bus-49", "minibus-16"))
    auto_seat(desk, movement_id)
    return movement_id


def import_sample(desk: Desk) -> tuple[UUID, list[UUID]]:
    """The 102 people of the story at the border; the id of the import, and theirs."""
    border = place_named(book_of(desk), "cp-zhibek-zholy")
    result = import_list(desk, desk.workshop.read_list(SAMPLE), place_id=border)
    assert result.batch_id is not None
    return result.batch_id, [row.person_id for row in result.rows if row.person_id]
