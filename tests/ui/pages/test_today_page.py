"""Today in the window: what it says, where its numbers lead, and the badges it keeps."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from support.desks import Clock
from support.people import form, plan, register
from ui_care import Care
from ui_page_window import PageWindow, words

from desktop.domain.records import ImportBatch, ImportRow
from desktop.domain.values import ImportOutcome
from desktop.errors import Unavailable
from desktop.ui.jobs import JobRunner
from desktop.ui.pages.today.page import TodayPage
from desktop.ui.pages.today.presenter import TodayPresenter
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Mode, Theme
from desktop.ui.widgets.alerts import AlertRow
from desktop.ui.widgets.buttons import Button
from desktop.usecases.movements import add_travellers
from desktop.usecases.ports import Desk
from desktop.usecases.views import PeopleFilter

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, jobs: JobRunner, local_desk: Desk, theme: Theme) -> Iterator[PageWindow]:
    yield PageWindow(
        qtbot, jobs, local_desk, theme, "today", partial(TodayPage, maintenance=Care(None))
    )


def opened(window: PageWindow) -> TodayPage:
    page = window.open()
    assert isinstance(page, TodayPage)
    return page


def imported_doubt(desk: Desk) -> tuple[UUID, UUID]:
    """An imported row that may be somebody known; ids of the new and of the known person."""
    known = register(desk)
    new = register(desk, form(document="777"))
    with desk.store.write("import") as work:
        batch = ImportBatch(
            id=desk.new_id(),
            office_id=desk.store.actor.office_id,
            file_name="list.csv",
            file_hash="0" * 64,
            file_size=1,
            sheet="",
            header_row=1,
            columns=[],
            at=desk.now(),
            officer_id=desk.store.actor.officer_id,
            rows_read=1,
            created=0,
            matched=0,
            review=1,
            rejected=0,
        )
        work.add(batch)
        work.add(
            ImportRow(
                id=desk.new_id(),
                batch_id=batch.id,
                row=2,
                cells=[],
                outcome=ImportOutcome.REVIEW,
                person_id=new,
                candidates=[str(known)],
            )
        )
        work.commit()
    return new, known


def named(page: TodayPage, words_of: str) -> QAbstractButton:
    """The button whose name begins so."""
    return next(
        one
        for one in page.findChildren(QAbstractButton)
        if one.isVisibleTo(page) and one.accessibleName().startswith(words_of)
    )


def test_an_empty_register_teaches_the_two_ways_in(window: PageWindow) -> None:
    page = opened(window)
    assert page.empty.isVisible()
    assert "The register is empty" in page.head.line.text()
    bring = named(page, "Import list")
    bring.setFocus()
    window.press(Key.Key_Space)
    window.settle()
    assert window.other == ("import", {})
    page = opened(window)
    named(page, "Add person").click()
    assert window.other == ("people", {"add": True})


def test_the_first_line_answers_and_every_alert_leads_on(
    window: PageWindow, local_desk: Desk
) -> None:
    people = [register(local_desk, form("Саидов", str(n), document="")) for n in range(3)]
    movement = plan(local_desk, *people)
    page = opened(window)
    assert page.head.line.text() == "What needs you now?  2 things, the most urgent first."
    rows = page.findChildren(AlertRow)
    assert [row.accessibleName() for row in rows] == [
        "3 travellers of ALA-2020-0001 have no seat Leaves on 12 Nov 2020 at 23:30, Almaty time.",
        "3 people have no document in hand Lost, with somebody else, or not recorded yet.",
    ]
    first = rows[0].findChildren(Button)[0]
    first.setFocus()
    window.press(Key.Key_Space)
    window.settle()
    assert window.other == ("movements", {"movement_id": movement, "tab": "seats"})
    page = opened(window)
    named(page, "Show the 3 people").click()
    assert window.other == ("people", {"filter": PeopleFilter(missing="document")})


def test_nothing_to_do_is_said(window: PageWindow, local_desk: Desk) -> None:
    register(local_desk)
    page = opened(window)
    assert page.head.line.text().startswith("What needs you now?  Nothing.")
    assert "Nothing is waiting for you." in words(page)
    assert "No movement leaves in the next six days." in words(page)


def test_numbers_lead_to_the_people_behind_them(window: PageWindow, local_desk: Desk) -> None:
    plan(local_desk, register(local_desk), register(local_desk, form("Саидов", document="4")))
    page = opened(window)
    tile = named(page, "Assigned: 2")
    tile.setFocus()
    window.press(Key.Key_Space)
    window.settle()
    assert window.other == ("people", {"filter": PeopleFilter(status="assigned")})
    page = opened(window)
    unknown = named(page, "Place not known: 2")
    assert not unknown.isEnabled()
    named(page, "ALA-2020-0001, Bus, 2 people, Draft").click()
    assert window.other[0] == "movements"
    page = opened(window)
    named(page, "All movements").click()
    assert window.other == ("movements", {})


def test_a_place_leads_to_the_people_there(window: PageWindow, local_desk: Desk) -> None:
    with local_desk.store.read() as reads:
        place = next(one for one in reads.places() if one.code == "cp-zhibek-zholy")
    register(local_desk, replace(form(), place_id=place.id))
    page = opened(window)
    named(page, place.names["en"]).click()
    assert window.other == ("people", {"filter": PeopleFilter(place_id=place.id)})


def test_one_child_is_opened_and_several_are_chosen_from(
    window: PageWindow, local_desk: Desk
) -> None:
    first = register(local_desk, form("Давлатов", "Сироҷ", born=date(2012, 1, 5)))
    page = opened(window)
    named(page, "Show the child").click()
    assert window.other == ("people", {"person_id": first})
    register(local_desk, form("Назарова", "Нигора", born=date(2014, 1, 5), document="8"))
    page = opened(window)
    named(page, "Show the 2 children").click()
    window.settle()
    dialog = page.dialog
    assert dialog is not None
    shown = "\n".join(
        str(dialog.table.model().data(dialog.table.model().index(row, column)))
        for row in range(2)
        for column in range(3)
    )
    assert "Давлатов" not in shown
    window.qtbot.keyClick(dialog.table, Key.Key_Return)
    assert window.other == ("people", {"person_id": first})


def test_imported_rows_to_review_are_shown_beside_whom_they_may_be(
    window: PageWindow, local_desk: Desk
) -> None:
    new, known = imported_doubt(local_desk)
    page = opened(window)
    named(page, "Show the row").click()
    window.settle()
    dialog = page.dialog
    assert dialog is not None
    row = dialog.model.items[0]
    assert (row.person.id, row.known and row.known.id) == (new, known)
    assert (row.file_name, row.number) == ("list.csv", 2)
    window.qtbot.keyClick(dialog.table, Key.Key_Return)
    assert window.other == ("people", {"person_id": new})


def test_badges_count_what_needs_action_also_from_afar(
    window: PageWindow, local_desk: Desk
) -> None:
    person = register(local_desk)
    movement = plan(local_desk)
    counts: dict[str, int] = {}
    window.window.badge = counts.__setitem__  # type: ignore[method-assign]
    opened(window)
    assert counts == {"people": 0, "movements": 0}
    window.window.go("settings")
    change = add_travellers(local_desk, movement, [person])
    window.window.publish(change)
    window.settle()
    assert counts == {"people": 0, "movements": 1}


def test_the_line_of_the_moment_follows_the_clock(
    window: PageWindow, local_desk: Desk, clock: Clock
) -> None:
    plan(local_desk, register(local_desk))
    page = opened(window)
    assert page.overview is not None
    before = page.overview.now
    clock.forward(hours=3)
    assert page._clock.isActive()
    page._clock.timeout.emit()
    window.settle()
    assert (page.overview.now - before).total_seconds() == 3 * 3600
    window.window.go("people")
    assert not page._clock.isActive()


def test_a_register_that_cannot_be_read_is_told_in_words(
    window: PageWindow, local_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(local_desk)

    def fail(_self: TodayPresenter) -> None:
        raise Unavailable("storage.no_connection")

    with monkeypatch.context() as patch:
        patch.setattr(TodayPresenter, "overview", fail)
        page = opened(window)
        assert any("shared database cannot be reached" in text for text in words(page))
    named(page, "Try again").click()
    window.settle()
    assert page.overview is not None
    assert not any("cannot be reached" in text for text in words(page))


def test_names_are_hidden_from_here(window: PageWindow, local_desk: Desk) -> None:
    register(local_desk)
    page = opened(window)
    named(page, "Hide names").click()
    assert Privacy.current().hidden
    named(page, "Show names").click()
    assert not Privacy.current().hidden


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.CONTRAST])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_it_is_painted_in_every_theme_and_direction(
    window: PageWindow,
    local_desk: Desk,
    theme: Theme,
    mode: Mode,
    direction: Qt.LayoutDirection,
) -> None:
    plan(local_desk, register(local_desk))
    theme.set_mode(mode)
    window.window.setLayoutDirection(direction)
    page = opened(window)
    for width, height in ((1366, 690), (1920, 1080)):
        window.window.resize(width, height)
        window.settle()
        assert not page.grab().isNull()
        assert page.movements.timeline.isVisible()
