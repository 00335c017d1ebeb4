"""The People page in the window: finding, selecting, adding and editing with the keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from support.desks import Clock
from support.people import form, plan, register
from ui_people_register import fill_register
from ui_people_window import PeopleWindow

from desktop.domain.partial_dates import PartialDate
from desktop.domain.values import Sex
from desktop.ui.jobs import JobRunner
from desktop.ui.pages.people.links import Covered, PersonLink
from desktop.ui.pages.people.page import PeoplePage
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.usecases.people import correct_person
from desktop.usecases.ports import Desk
from desktop.usecases.views import PeopleFilter, PersonDetail

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bench(qtbot: QtBot, jobs: JobRunner, local_desk: Desk, theme: Theme) -> PeopleWindow:
    return PeopleWindow(qtbot, jobs, local_desk, theme)


def press(bench: PeopleWindow, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is; an open list of suggestions has it first."""
    target = QApplication.activePopupWidget() or QApplication.focusWidget() or bench.window
    bench.qtbot.keyClick(target, key, modifier)


def type_text(bench: PeopleWindow, text: str) -> None:
    """Type where the keyboard is; letters that have no key are put in as an input method does."""
    target = QApplication.focusWidget()
    assert target is not None
    if text.isascii():
        bench.qtbot.keyClicks(target, text)
        return
    target.insert(text)
    target.textEdited.emit(target.text())


def words(widget: QWidget) -> list[str]:
    """Everything that can be read in a widget."""
    labels = [label.text() for label in widget.findChildren(Label) if label.isVisibleTo(widget)]
    return labels + [button.words for button in widget.findChildren(Button)]


def detail_of(bench: PeopleWindow, number: int = 0) -> PersonDetail:
    with bench.desk.store.read() as reads:
        return reads.person_detail(reads.people_ids(PeopleFilter(), number, 1)[0])


def count(bench: PeopleWindow) -> int:
    with bench.desk.store.read() as reads:
        return reads.people_count(PeopleFilter())


# The list


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


# One person, by keyboard alone


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
