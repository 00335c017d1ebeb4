"""The plan of a stored movement changed in the window, and whole groups taken off."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from movements_bench import seated_story
from PySide6.QtCore import Qt
from support.people import plan, register
from ui_movements_bench import Bench

from desktop.domain.movements import Movement
from desktop.domain.values import MovementStatus
from desktop.ui.jobs import JobRunner
from desktop.ui.pages.movements.dialogs import RemoveDialog, SeatsLostDialog
from desktop.ui.pages.movements.movement_head import Step
from desktop.ui.theme import Theme
from desktop.usecases.movements import MovementForm
from desktop.usecases.ports import Desk
from desktop.usecases.replanning import change_plan
from desktop.usecases.undoing import undo


@pytest.fixture
def bench(
    qtbot, local_desk: Desk, jobs: JobRunner, theme: Theme, tmp_path: Path
) -> Iterator[Bench]:
    made = Bench(qtbot, local_desk, jobs, theme, tmp_path)
    yield made
    made.settle()


@pytest.fixture
def story(bench: Bench) -> UUID:
    return seated_story(bench.desk)


def edit(bench: Bench, movement_id: UUID):
    """The form with the plan of a movement, opened as an officer does."""
    view = bench.open(movement_id=movement_id)
    bench.click(view.head.edit_plan)
    assert bench.page._stack.currentWidget() is bench.form()
    return bench.form()


def test_the_plan_is_changed_in_the_form_it_was_made_in(bench: Bench, story: UUID) -> None:
    form = edit(bench, story)
    assert form.head.title.text() == "Plan of ALA-2020-0001"
    assert form.save.words == "Save changes"
    assert not form.who.isVisible()
    assert form.head.line.text().endswith("102 travellers · 114 seats")
    assert [row.fields.draft().name for row in form.vehicles.rows] == ["Bus 1", "Bus 2", "Bus 3"]
    assert not form.is_changed
    form.fields.name.edit.setText("Back home")
    form.route.rows[0].times["exit"].edit.setText("12.11.2020 23:00")
    form.route.rows[0].times["exit"].committed.emit()
    bench.click(form.save)
    view = bench.page.movement
    assert bench.page._stack.currentWidget() is view
    assert bench.window.told[-1] == "Plan of ALA-2020-0001 changed"
    assert view.shown.title == "Back home"
    assert view.shown.strip.nodes[0].first == "exit Thu 12 Nov 23:00 UTC+6"
    assert view.shown.seated == 102
    bench.tell(undo(bench.desk, bench.window.changes[-1].operation_id))
    assert view.shown.title == "Home"
    assert not edit(bench, story).is_changed


def test_saving_nothing_leads_back(bench: Bench, story: UUID) -> None:
    form = edit(bench, story)
    bench.click(form.save)
    assert bench.page._stack.currentWidget() is bench.page.movement
    assert bench.window.changes == []


def test_who_loses_a_seat_is_told_before_a_bus_is_taken_out(bench: Bench, story: UUID) -> None:
    form = edit(bench, story)
    form.vehicles.remove(form.vehicles.rows[2])
    bench.click(form.save)
    dialog = form.dialog
    assert isinstance(dialog, SeatsLostDialog)
    assert dialog.windowTitle() == "14 travellers lose their seats"
    dialog.reject()
    assert bench.window.changes == []
    bench.click(form.save)
    form.dialog.accept()
    bench.settle()
    assert bench.page.movement.shown.waiting == 14
    assert len(bench.page.movement.shown.vehicles) == 2
    bench.tell(undo(bench.desk, bench.window.changes[-1].operation_id))
    assert bench.page.movement.shown.waiting == 0


def test_typed_changes_are_kept_until_they_are_discarded(bench: Bench, story: UUID) -> None:
    form = edit(bench, story)
    form.fields.notes.edit.setText("two spare wheels")
    assert bench.page.back()
    assert bench.page._stack.currentWidget() is bench.page.movement
    bench.open(new=True)
    assert bench.form().draft().notes == ""
    assert bench.form().who.isVisible()
    bench.form().fields.notes.edit.setText("of the new one")
    assert edit(bench, story).draft().notes == "two spare wheels"
    assert form.fields._said is not None
    bench.page.closing()
    bench.settle()
    bench.page = bench.make()
    form = edit(bench, story)
    assert form.draft().notes == "two spare wheels"
    bench.click(form.clear)
    assert bench.page._stack.currentWidget() is bench.page.movement
    assert edit(bench, story).draft().notes == ""
    bench.open(new=True)
    assert bench.form().draft().notes == "of the new one"


def test_a_plan_that_somebody_else_changed_is_not_overwritten(bench: Bench, story: UUID) -> None:
    form = edit(bench, story)
    form.fields.name.edit.setText("Mine")
    with bench.desk.store.read() as reads:
        movement = reads.movement_detail(story)
    read = form._reader.read(form.stored.draft, complete=True)
    assert isinstance(read.form, MovementForm)
    bench.tell(change_plan(bench.desk, story, movement.version, read.form))
    bench.tell(_titled(bench, story, "Theirs"))
    bench.click(form.save)
    said = form.fields._said
    assert "Somebody else changed" in said.accessibleName()
    assert form.draft().title == "Mine"
    form.stored_asked.emit()
    bench.settle()
    assert form.draft().title == "Theirs"
    assert form.fields._said is None
    assert not form.is_changed


def _titled(bench: Bench, movement_id: UUID, title: str):
    with bench.desk.store.write("plan") as work:
        work.get(Movement, movement_id).title = title
        return work.commit()


def test_an_untouched_form_follows_what_is_stored(bench: Bench, story: UUID) -> None:
    form = edit(bench, story)
    bench.tell(_titled(bench, story, "Theirs"))
    assert form.draft().title == "Theirs"
    assert bench.page._stack.currentWidget() is form


def test_f2_edits_the_plan_while_that_can_be_done(bench: Bench) -> None:
    movement_id = plan(bench.desk, register(bench.desk))
    view = bench.open(movement_id=movement_id)
    bench.page.edit()
    bench.settle()
    assert bench.page._stack.currentWidget() is bench.form()
    bench.page.back()
    with bench.desk.store.write("plan") as work:
        work.get(Movement, movement_id).status = MovementStatus.UNDER_WAY
        change = work.commit()
    bench.tell(change)
    assert not view.head.edit_plan.isVisible()
    bench.page.edit()
    bench.settle()
    assert bench.page._stack.currentWidget() is view


def test_more_offers_the_same_steps(bench: Bench) -> None:
    view = bench.open(movement_id=plan(bench.desk))
    asked: list[Step] = []
    view.head.asked.connect(asked.append)
    menu = view.head.menu()
    words = [action.text() for action in menu.actions()]
    assert words == ["Add travellers", "Add a vehicle", "Seat everybody", "Edit plan"]
    menu.actions()[3].trigger()
    bench.settle()
    assert asked == [Step.EDIT]
    assert bench.page._stack.currentWidget() is bench.form()


def test_a_whole_group_is_taken_off_at_once(bench: Bench, story: UUID) -> None:
    view = bench.open(movement_id=story)
    one = next(one for one in view.shown.travellers if one.group)
    group = view.shown.with_group([one.id])
    view.seats.select([one.id])
    bench.click(view.seats.foot.remove)
    dialog = view.doing.dialog
    assert isinstance(dialog, RemoveDialog)
    assert dialog._staying.isVisible()
    whole = dialog.who._segments[1]
    assert whole.accessibleName() == f"Whole group, {len(group)} people"
    bench.qtbot.mouseClick(whole, Qt.MouseButton.LeftButton)
    assert not dialog._staying.isVisible()
    dialog.reason.set_value("not reached")
    dialog.accept()
    bench.settle()
    assert bench.window.told[-1] == f"{len(group)} travellers taken off the movement"
    assert len(view.shown.travellers) == 102 - len(group)
    bench.tell(undo(bench.desk, bench.window.changes[-1].operation_id))
    assert view.shown.with_group([one.id]) == group


def test_whoever_travels_alone_is_asked_for_a_reason_only(bench: Bench, story: UUID) -> None:
    view = bench.open(movement_id=story)
    one = next(one for one in view.shown.travellers if not one.group)
    view.seats.select([one.id])
    bench.click(view.seats.foot.remove)
    assert view.doing.dialog.who is None
    view.doing.dialog.reject()


def test_the_next_plan_waits_until_the_first_is_stored(bench: Bench, story: UUID) -> None:
    person = register(bench.desk)
    form = edit(bench, story)
    form.fields.name.edit.setText("Back home")
    form.fields.name.edit.setFocus()
    # No key: while one is pressed the first may be stored already.
    form.save.click()
    bench.page.opened({"people": (person,)})
    assert form.is_saving
    assert not form.fields.isEnabled()
    bench.settle()
    with bench.desk.store.read() as reads:
        assert reads.movement_detail(story).title == "Back home"
    assert bench.page._stack.currentWidget() is form
    assert form.stored is None
    assert form.draft().who.people == (person,)
    assert form.fields.isEnabled()


def test_what_is_typed_while_the_stored_plan_is_read_again_stays(bench: Bench, story: UUID) -> None:
    form = edit(bench, story)
    bench.page._edit_plan(story)
    form.fields.name.edit.setText("Back home")
    bench.settle()
    assert form.fields.name.edit.text() == "Back home"
    assert form.is_changed
