"""A database that takes nothing just now: what was typed stays, and is saved when it does."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import event
from sqlcipher3 import dbapi2 as sqlcipher
from support.desks import database_of
from support.people import register
from ui_people_window import PeopleWindow, count, detail_of, press, type_text, words

from desktop.storage import engine
from desktop.ui.jobs import JobRunner
from desktop.ui.theme import Theme
from desktop.usecases.ports import Desk

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
LONG = "Вахш " * 3000 + "Хатлон"
"""More than fits into the room that is left in a page of the file."""

Closed = Callable[[Desk], AbstractContextManager[None]]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writers wait a moment only for each other."""
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 50)


@pytest.fixture
def bench(
    qtbot: QtBot, jobs: JobRunner, impatient: None, local_desk: Desk, theme: Theme
) -> PeopleWindow:
    return PeopleWindow(qtbot, jobs, local_desk, theme)


@contextmanager
def locked(desk: Desk) -> Iterator[None]:
    """Somebody else is writing to the file; one library, because locks belong to a process."""
    other = sqlcipher.connect(str(database_of(desk).engine.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()


@contextmanager
def _told(desk: Desk, pragma: str) -> Iterator[None]:
    """Every connection that is taken out was told so."""

    def tell(connection: Any, _record: object, _proxy: object) -> None:
        connection.execute(f"PRAGMA {pragma}")

    event.listen(database_of(desk).engine, "checkout", tell)
    yield
    event.remove(database_of(desk).engine, "checkout", tell)
    database_of(desk).engine.dispose()


def read_only(desk: Desk) -> AbstractContextManager[None]:
    """The file may only be read."""
    return _told(desk, "query_only = ON")


def full(desk: Desk) -> AbstractContextManager[None]:
    """There is no room for another page of the file."""
    return _told(desk, "max_page_count = 1")


CLOSED = {
    "locked": (locked, "Another program is writing to the database."),
    "read_only": (read_only, "The database cannot be written to."),
    "full": (full, "The disk is full, so nothing was saved."),
}


@pytest.mark.parametrize("kind", CLOSED)
def test_somebody_new_stays_on_the_page_until_the_database_takes_them(
    bench: PeopleWindow, kind: str
) -> None:
    closed, said = CLOSED[kind]
    page = bench.open(add=True)
    identity = page.person.form.identity
    type_text(bench, "Раҳмонов")
    identity.given.edit.setFocus()
    type_text(bench, "Фирӯз")
    identity.occupation.edit.setFocus()
    type_text(bench, LONG)
    with closed(bench.desk):
        press(bench, Key.Key_S, Control)
        bench.settle()
        assert page.person.notice.sentence.startswith(said)
        assert " ".join(words(page.person.notice)).count("still here") <= 1
        assert identity.family.value() == "Раҳмонов"
        assert identity.family.edit.isEnabled()
        assert page.window().focusWidget() is identity.occupation.edit
        assert count(bench) == 0
    assert page.person.notice.action is not None
    page.person.notice.action.click()
    bench.settle()
    assert count(bench) == 1
    assert detail_of(bench).row.family_name == "Раҳмонов"


@pytest.mark.parametrize("kind", CLOSED)
def test_a_correction_stays_on_the_page_and_as_a_draft(bench: PeopleWindow, kind: str) -> None:
    register(bench.desk)
    page = bench.open()
    page.edit()
    bench.settle()
    page.person.form.identity.birth_place.edit.setFocus()
    type_text(bench, LONG)
    with CLOSED[kind][0](bench.desk):
        press(bench, Key.Key_S, Control)
        bench.settle()
        assert page.person.notice.sentence.startswith(CLOSED[kind][1])
        press(bench, Key.Key_Escape)
        bench.settle()
    page.edit()
    bench.settle()
    assert page.person.form.identity.birth_place.value() == LONG
    press(bench, Key.Key_S, Control)
    bench.settle()
    assert detail_of(bench).birth_place == LONG


@pytest.mark.parametrize("kind", CLOSED)
def test_who_could_not_be_stored_stays_though_the_next_was_asked_for(
    bench: PeopleWindow, kind: str
) -> None:
    page = bench.open(add=True)
    type_text(bench, "Раҳмонов")
    page.person.form.identity.occupation.edit.setFocus()
    type_text(bench, LONG)
    with CLOSED[kind][0](bench.desk):
        page.person.save()
        bench.window.go("people", add=True)
        bench.settle()
        assert page.person.notice.sentence.startswith(CLOSED[kind][1])
        assert page.person.form.identity.family.value() == "Раҳмонов"
    press(bench, Key.Key_S, Control)
    bench.settle()
    assert not page.is_on_person
    assert count(bench) == 1
