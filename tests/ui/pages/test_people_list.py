"""The list of people in the window: finding, narrowing, selecting, assigning."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from support.people import form, plan, register
from ui_people_register import fill_register
from ui_people_window import PeopleWindow, press, type_text, words

from desktop.domain.partial_dates import PartialDate
from desktop.ui.heartbeat import Heartbeat
from desktop.ui.jobs import JobRunner
from desktop.ui.pages.people.links import Covered, PersonLink
from desktop.ui.pages.people.page import PeoplePage
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.usecases.ports import Desk
from desktop.usecases.views import PeopleFilter

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bench(qtbot: QtBot, jobs: JobRunner, local_desk: Desk, theme: Theme) -> PeopleWindow:
    return PeopleWindow(qtbot, jobs, local_desk, theme)


def test_an_empty_register_shows_two_ways_and_one_primary(bench: PeopleWindow) -> None:
    page = bench.open()
    assert page.list.people.is_empty_register
    shown = [b for b in page.list.findChildren(Button) if b.isVisible() and b.isDefault()]
    assert [button.words for button in shown] == ["Import list"]
    shown[0].click()
    assert bench.window.current_page is bench.other


def test_the_first_person_is_selected_and_told_about(bench: PeopleWindow) -> None:
    register(bench.desk, replace(form(), birth=PartialDate.of_year(1988)))
    page = bench.open()
    assert page.list.people.table.selection().count == 1
    told = words(page.list.details)
    assert "Раҳмонов Фирӯз Саидович" in told
    assert "RAHMONOV FIRUZ ?" in told
    assert "Next step: add the birth date" in told
    assert "1 person" in words(page.list.people.sum_line)


def test_long_names_are_shown_whole_in_the_panel(bench: PeopleWindow) -> None:
    person = form(
        "Абдураҳмонзода-Муҳаммадшарифзода", "Муҳаммадҷонмуродбек", "Абдурраҳимхоҷазодаевич"
    )
    register(bench.desk, person)
    page = bench.open()
    long = [one for one in page.list.details.findChildren(Label) if len(one.text()) > 40]
    assert len(long) >= 2
    for label in long:
        assert label.width() <= page.list.details.width()
        assert label.height() >= label.heightForWidth(label.width())


def test_every_key_stroke_filters_and_the_sum_follows(bench: PeopleWindow) -> None:
    fill_register(bench.desk, 40)
    register(bench.desk)
    page = bench.open()
    bench.qtbot.keyClick(bench.window, Key.Key_F, Control)
    seen = []
    for letter in "rahmonovfiruz":
        type_text(bench, letter)
        bench.settle()
        seen.append(page.list.people.model.rowCount())
        if seen[-1] == 1:
            break
    assert seen == sorted(seen, reverse=True)
    assert page.list.people.where.text == page.list.filters.search.text()
    press(bench, Key.Key_Escape)
    bench.settle()
    assert page.list.people.model.rowCount() == 41
    type_text(bench, "zzzzz")
    bench.settle()
    assert "Nobody fits" in words(page.list.people)
    assert page.list.details.person is None


def test_enter_opens_the_only_one_who_fits(bench: PeopleWindow) -> None:
    person_id = register(bench.desk)
    register(bench.desk, form("Шарифов", "Баҳром", "", document="400773105", phone=""))
    page = bench.open()
    page.find_here()
    type_text(bench, "402118")
    bench.settle()
    press(bench, Key.Key_Return)
    bench.settle()
    assert page.is_on_person
    assert page.person.person_id == person_id


def test_chips_narrow_the_list_and_tell_what_to(bench: PeopleWindow) -> None:
    movement_id = plan(bench.desk, register(bench.desk))
    register(bench.desk, form("Шарифов", "Баҳром", "", document="", phone=""))
    page = bench.open()
    filters = page.list.filters
    filters.ask("missing")
    bench.settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    bench.settle()
    assert filters.where == PeopleFilter(missing="document")
    assert filters.chip("missing").value == "Document in hand"
    assert page.list.people.model.rowCount() == 1
    filters.chip("missing").clear()
    bench.settle()
    assert filters.where == PeopleFilter()
    bench.open(filter=PeopleFilter(movement_id=movement_id))
    assert filters.chip("movement_id").value == "ALA-2020-0001"
    assert page.list.people.model.rowCount() == 1


def test_a_part_of_the_sum_shows_the_people_behind_it(bench: PeopleWindow) -> None:
    plan(bench.desk, register(bench.desk))
    register(bench.desk, form("Шарифов", "Баҳром", "", document="", phone=""))
    page = bench.open()
    page.list.people.sum_line.chosen.emit("assigned")
    bench.settle()
    assert page.list.filters.chip("status").value == "Assigned"
    assert page.list.people.model.rowCount() == 1


def test_a_member_of_the_group_is_selected_by_a_press(bench: PeopleWindow) -> None:
    fill_register(bench.desk, 40)
    page = bench.open()
    with bench.desk.store.read() as reads:
        member = next(row for row in reads.people_page(PeopleFilter(), 0, 40) if row.group_id)
    page.list.select(member.id)
    bench.settle()
    link = page.list.details.findChildren(PersonLink)[0]
    link.button.click()
    bench.settle()
    assert page.list.current_id == link.person_id
    assert page.list.people.table.current_id() == link.person_id


def test_what_a_list_said_is_covered_until_asked_for(bench: PeopleWindow) -> None:
    register(bench.desk, replace(form(), notes="бемор"))
    page = bench.open()
    (covered,) = page.list.details.findChildren(Covered)
    assert not covered.is_shown
    covered.button.click()
    assert covered.is_shown
    assert "бемор" in words(page.list.details)


def test_the_selected_are_put_on_a_movement_and_it_is_undone(bench: PeopleWindow) -> None:
    fill_register(bench.desk, 6)
    movement_id = plan(bench.desk)
    page = bench.open()
    page.list.people.table.selectAll()
    page.list._assign_selected()
    bench.settle()
    dialog = page.list.dialog
    assert dialog is not None
    assert len(dialog.people()) == 6
    dialog.button.click()
    bench.settle()
    assert bench.said == "6 people assigned to ALA-2020-0001"
    on_it = PeopleFilter(movement_id=movement_id)
    with bench.desk.store.read() as reads:
        assert reads.people_count(on_it) == 6
    bench.window.messages.undo()
    bench.settle()
    with bench.desk.store.read() as reads:
        assert reads.people_count(on_it) == 0


def test_columns_and_filter_are_remembered_but_not_the_text(bench: PeopleWindow) -> None:
    register(bench.desk)
    page = bench.open(filter=PeopleFilter(text="rah", status="registered"))
    page.list.people.table.show_column("movement", True)
    page.closing()
    again = PeoplePage(bench._context)
    bench.qtbot.addWidget(again)
    again.opened({})
    bench.settle()
    assert again.list.filters.where == PeopleFilter(status="registered")
    assert again.list.people.table.columns_shown()["movement"]


def test_the_window_stays_alive_while_a_long_list_is_scrolled(bench: PeopleWindow) -> None:
    fill_register(bench.desk, 400)
    page = bench.open()
    model, bar = page.list.people.model, page.list.people.table.verticalScrollBar()
    assert model.row_at(399) is None
    with Heartbeat() as heartbeat:
        for share in (25, 50, 75, 100):
            bar.setValue(bar.maximum() * share // 100)
            bench.settle()
    assert heartbeat.beats > 0
    assert model.row_at(399) is not None
    bench.settle()
    assert page.list.people.table.selection().count == 1
