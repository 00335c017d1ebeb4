"""The page of one person in the window: adding, editing, drafts and conflicts, by keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.desks import Clock
from support.people import form, plan, register
from ui_people_window import PeopleWindow, count, detail_of, press, type_text, words

from desktop.domain.partial_dates import PartialDate
from desktop.domain.values import Sex
from desktop.ui.jobs import JobRunner
from desktop.ui.pages.people.page import PeoplePage
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Theme
from desktop.usecases.people import correct_person
from desktop.usecases.ports import Desk

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bench(qtbot: QtBot, jobs: JobRunner, local_desk: Desk, theme: Theme) -> PeopleWindow:
    return PeopleWindow(qtbot, jobs, local_desk, theme)


def test_a_person_is_added_found_edited_and_undone_by_keys_alone(bench: PeopleWindow) -> None:
    register(bench.desk, form("Шарифов", "Баҳром", "", document="400773105", phone=""))
    page = bench.open()
    bench.qtbot.keyClick(bench.window, Key.Key_N, Control)
    bench.settle()
    identity = page.person.form.identity
    assert QApplication.focusWidget() is identity.family.edit
    type_text(bench, "Раҳмонов")
    press(bench, Key.Key_Tab)
    type_text(bench, "Фирӯз")
    assert identity.latin_family.edit.placeholderText() == "RAHMONOV – suggested"
    for _ in range(4):
        press(bench, Key.Key_Tab)
    type_text(bench, "tadj")
    bench.settle()
    press(bench, Key.Key_Tab)
    bench.settle()
    assert identity.nationality.value() == "TJK"
    type_text(bench, "5.1988")
    press(bench, Key.Key_S, Control)
    bench.settle()
    assert bench.said == "Раҳмонов Фирӯз registered"
    assert not page.is_on_person
    detail = detail_of(bench)
    assert detail.row.birth == PartialDate.of_month(1988, 5)
    assert detail.row.nationality == "TJK"
    assert (detail.row.latin_family_name, detail.latin_from_document) == ("", False)
    assert page.list.current_id == detail.row.id
    assert page.list.people.table.current_id() == detail.row.id

    press(bench, Key.Key_F2)
    bench.settle()
    assert QApplication.focusWidget() is identity.family.edit
    press(bench, Key.Key_End)
    type_text(bench, "а")
    press(bench, Key.Key_S, Control)
    bench.settle()
    assert bench.said == "Раҳмонова Фирӯз saved"
    assert detail_of(bench).row.family_name == "Раҳмонова"

    press(bench, Key.Key_Z, Control)
    bench.settle()
    assert detail_of(bench).row.family_name == "Раҳмонов"
    assert "Раҳмонов Фирӯз" in words(page.list.details)


def test_esc_keeps_a_draft_that_outlives_the_page(bench: PeopleWindow, clock: Clock) -> None:
    page = bench.open(add=True)
    type_text(bench, "Раҳмонов")
    page.person.form.identity.birth.edit.setFocus()
    type_text(bench, "before the war")
    press(bench, Key.Key_Escape)
    bench.settle()
    assert not page.is_on_person
    assert count(bench) == 0
    clock.forward(hours=1)
    again = PeoplePage(bench._context)
    bench.qtbot.addWidget(again)
    bench.settle()
    again.opened({"add": True})
    bench.settle()
    identity = again.person.form.identity
    assert (identity.family.value(), identity.birth.value()) == ("Раҳмонов", "before the war")
    assert again.person.notice.sentence == "Your draft of 16:30 is shown."
    again.person.notice.action.click()
    assert identity.family.value() == ""
    again.person.notice.action.click()
    assert identity.family.value() == "Раҳмонов"


def test_typing_is_written_to_the_disk_before_anybody_leaves(bench: PeopleWindow) -> None:
    page = bench.open(add=True)
    with bench.qtbot.waitSignal(page._keeper.kept) as kept:
        type_text(bench, "Раҳмонов")
    assert kept.args[1]
    assert "Draft kept 16:30" in words(page.person.head)


def test_going_to_another_page_and_back_leaves_the_form_as_it_was(bench: PeopleWindow) -> None:
    page = bench.open(add=True)
    type_text(bench, "Раҳмонов")
    bench.window.go("movements")
    bench.open()
    assert page.is_on_person
    assert page.person.form.identity.family.value() == "Раҳмонов"
    bench.open()
    assert not page.is_on_person


def test_what_cannot_be_read_is_told_beside_the_field_and_nothing_is_saved(
    bench: PeopleWindow,
) -> None:
    page = bench.open(add=True)
    type_text(bench, "Раҳмонов")
    identity = page.person.form.identity
    identity.birth.edit.setFocus()
    type_text(bench, "31.02.1988")
    press(bench, Key.Key_S, Control)
    bench.settle()
    assert count(bench) == 0
    assert identity.birth.problem == "There is no such day in the calendar."
    assert QApplication.focusWidget() is identity.birth.edit
    assert page.person.notice.sentence == "1 value has to be mended; nothing was saved."
    press(bench, Key.Key_A, Control)
    type_text(bench, "28.02.1988")
    press(bench, Key.Key_S, Control)
    bench.settle()
    assert count(bench) == 1


def test_somebody_without_a_name_is_not_saved(bench: PeopleWindow) -> None:
    page = bench.open(add=True)
    assert "Cannot be saved yet" in words(page.person.side)
    press(bench, Key.Key_S, Control)
    bench.settle()
    assert page.person.form.identity.family.problem == "A person needs at least one name."
    assert count(bench) == 0


def test_somebody_known_already_is_shown_while_typing_and_opened(bench: PeopleWindow) -> None:
    person_id = register(bench.desk)
    page = bench.open(add=True)
    type_text(bench, "Рахмонов")
    press(bench, Key.Key_Tab)
    type_text(bench, "Фируз")
    number = page.person.form.documents.rows[0].number
    number.edit.setFocus()
    type_text(bench, "402118843")
    bench.settle()
    (panel,) = page.person.side.panels
    assert "Same document number 402118843" in words(panel)
    bench.qtbot.keyClick(number.edit, Key.Key_O, Qt.KeyboardModifier.AltModifier)
    bench.settle()
    assert page.person.person_id == person_id
    assert page.person.side.panels == []
    bench.open(add=True)
    assert page.person.form.identity.family.value() == "Рахмонов"


def test_the_next_person_is_added_at_once(bench: PeopleWindow) -> None:
    page = bench.open(add=True)
    type_text(bench, "Раҳмонов")
    press(bench, Key.Key_Return, Control)
    bench.settle()
    assert bench.said == "Раҳмонов registered"
    assert page.is_on_person
    assert page.person.person_id is None
    assert page.person.form.identity.family.value() == ""
    assert QApplication.focusWidget() is page.person.form.identity.family.edit


def test_documents_and_phones_are_added_and_taken_away(bench: PeopleWindow) -> None:
    register(bench.desk)
    page = bench.open()
    page.edit()
    bench.settle()
    documents, contact = page.person.form.documents, page.person.form.contact
    documents.add_button.click()
    documents.rows[1].kind.set_value("birth_certificate")
    documents.rows[1].number.set_value("I-СА 353519")
    documents.rows[0].state.set_value("lost")
    contact.add_button.click()
    contact.rows[1].field.set_value("+992 90 123 45 67")
    contact.rows[0].removed.emit()
    page.person.save()
    bench.settle()
    detail = detail_of(bench)
    assert [(paper.kind, paper.state) for paper in detail.documents] == [
        ("passport", "lost"), ("birth_certificate", "held"),
    ]  # fmt: skip
    assert detail.phones == ("+992 90 123 45 67",)
    page.edit()
    bench.settle()
    documents.rows[0].removed.emit()
    page.person.save()
    bench.settle()
    assert [paper.kind for paper in detail_of(bench).documents] == ["birth_certificate"]


def test_pressing_the_sex_again_confirms_what_was_inferred(bench: PeopleWindow) -> None:
    register(bench.desk, replace(form(), sex_inferred=True))
    page = bench.open()
    page.edit()
    bench.settle()
    assert not page.person.is_changed
    page.person.form.focus("sex")
    press(bench, Key.Key_Space)
    page.person.save()
    bench.settle()
    row = detail_of(bench).row
    assert (row.sex, row.sex_inferred) == (Sex.MALE, False)


def test_a_conflict_keeps_what_was_typed_and_compares(bench: PeopleWindow) -> None:
    person_id = register(bench.desk)
    page = bench.open()
    page.edit()
    bench.settle()
    type_text(bench, "Раҳмонзода")
    correct_person(
        bench.desk, person_id, 1, replace(form("Рахмонов"), occupation="повар", birth_place="Вахш")
    )
    page.person.form.identity.birth_place.edit.setFocus()
    type_text(bench, "Vakhsh")
    page.person.save()
    bench.settle()
    assert page.person.notice.sentence.startswith("Somebody else changed this record meanwhile.")
    assert page.person.form.identity.birth_place.value() == "Vakhsh"
    page.person.notice.action.click()
    bench.settle()
    identity = page.person.form.identity
    assert identity.occupation.value() == "повар"
    assert identity.birth_place.value() == "Vakhsh"
    assert identity.birth_place.problem == "Stored meanwhile: Вахш"
    page.person.save()
    bench.settle()
    assert (detail_of(bench).birth_place, detail_of(bench).occupation) == ("Vakhsh", "повар")


def test_a_change_of_a_colleague_is_shown_where_nothing_was_typed(bench: PeopleWindow) -> None:
    person_id = register(bench.desk)
    page = bench.open(person_id=person_id)
    change = correct_person(bench.desk, person_id, 1, form("Раҳмонзода"))
    bench.window.publish(change)
    bench.settle()
    assert page.person.form.identity.family.value() == "Раҳмонзода"


def test_the_history_is_read_when_asked_for(bench: PeopleWindow) -> None:
    page = bench.open(person_id=register(bench.desk))
    history = page.person.form.history
    assert "Registered: Раҳмонов Фирӯз Саидович" not in words(history)
    history.button.click()
    bench.settle()
    assert "Registered: Раҳмонов Фирӯз Саидович" in words(history)


def test_a_person_who_is_gone_is_told(bench: PeopleWindow) -> None:
    page = bench.open(person_id=bench.desk.new_id())
    assert page.person.notice.sentence == "This record is no longer there."
    press(bench, Key.Key_S, Control)
    bench.settle()
    assert page.is_on_person


def test_the_privacy_key_covers_the_page_of_a_person(bench: PeopleWindow) -> None:
    page = bench.open(person_id=register(bench.desk))
    Privacy.current().set_hidden(True)
    assert not page.person.isVisible()
    assert page.is_on_person
    Privacy.current().set_hidden(False)
    assert page.person.isVisible()


def test_the_movement_of_a_person_is_opened(bench: PeopleWindow) -> None:
    movement_id = plan(bench.desk, register(bench.desk))
    page = bench.open()
    page.list.details.movement_asked.emit(movement_id)
    assert bench.other.params == {"movement_id": movement_id}


def test_the_next_person_waits_until_the_first_is_stored(bench: PeopleWindow) -> None:
    page = bench.open(add=True)
    type_text(bench, "Раҳмонов")
    # No key: while one is pressed the first may be stored already.
    page.person.save()
    bench.window.go("people", add=True)
    assert page.person.is_saving
    assert not page.person.form.isEnabled()
    bench.settle()
    assert page.is_on_person
    assert page.person.form.isEnabled()
    assert page.person.form.identity.family.value() == ""
    type_text(bench, "Шарифов")
    press(bench, Key.Key_S, Control)
    bench.settle()
    assert not page.is_on_person
    with bench.desk.store.read() as reads:
        names = {reads.search_people(name, 5)[0].family_name for name in ("Раҳмонов", "Шарифов")}
    assert names == {"Раҳмонов", "Шарифов"}
