from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from movements_bench import import_sample, place_named, seated_story
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from support.people import form, plan, register
from ui_movements_bench import Bench

from desktop.errors import Conflict
from desktop.ui.jobs import JobRunner
from desktop.ui.pages.movements.add_people import AddPeopleDialog
from desktop.ui.pages.movements.dialogs import RemoveDialog, VehicleDialog
from desktop.ui.pages.movements.planning import AT_PLACE, CHOSEN, WhoDraft
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Mode, Theme
from desktop.usecases.movements import add_travellers
from desktop.usecases.ports import Desk
from desktop.usecases.seating import take_seat
from desktop.usecases.undoing import undo

SIZE = (1270, 614)  # of the page in a window of 1366 × 690


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


def test_an_empty_list_teaches(bench: Bench) -> None:
    bench.open()
    assert not bench.page.list.plan.isVisible()
    assert not bench.page.back()
    bench.page.find_here()
    people = next(
        one for one in bench.page.list.findChildren(type(bench.page.list.plan))
        if one.isVisible() and one.words == "Choose people first"
    )  # fmt: skip
    bench.click(people)
    assert bench.window.went == [("people", {})]


def test_the_list_is_narrowed_and_opened(bench: Bench, story: UUID) -> None:
    bench.open()
    listed = bench.page.list
    assert listed.model.rowCount() == 1
    assert listed.head.line.text().endswith("Every traveller has a seat.")
    listed.filter.set_text("moscow")
    listed.filter.searched.emit("moscow")
    assert listed.model.rowCount() == 0
    listed.filter.set_text("")
    listed.filter.searched.emit("")
    bench.page.find_here()
    assert listed.filter.edit.hasFocus()
    listed.filter.entered.emit()
    bench.qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    bench.settle()
    assert bench.page.movement.movement_id == story
    assert bench.page.back()
    assert listed.table.hasFocus()


def test_a_number_under_the_list_leads_to_its_movements(bench: Bench, story: UUID) -> None:
    waiting = [
        plan(bench.desk, register(bench.desk, form(document=number))) for number in ("1", "2")
    ]
    bench.open()
    listed = bench.page.list
    assert listed.head.line.text().endswith("2 travellers have no seat.")
    seen = []
    for _ in waiting:
        listed.sum.chosen.emit("waiting")
        seen.append(listed.table.current_id())
    assert sorted(seen) == sorted(waiting)
    listed.sum.chosen.emit("seated")
    assert listed.table.current_id() == story


def test_the_first_line_answers_and_the_next_step_follows(bench: Bench) -> None:
    movement_id = plan(bench.desk, layouts=())
    view = bench.open(movement_id=movement_id)
    assert view.head.line.text().endswith("Nobody is on this movement yet.")
    assert view.head.next_step.words == "Add travellers"
    assert not view.head.print_lists.isVisible()
    add_travellers(bench.desk, movement_id, [register(bench.desk)])
    view.reload()
    bench.settle()
    assert view.head.next_step.words == "Add a vehicle"
    bench.click(view.head.next_step)
    assert isinstance(view.doing.dialog, VehicleDialog)
    view.doing.dialog.fields.seats.set_value("")
    view.doing.dialog.accept()
    assert view.doing.dialog.fields.seats.problem
    view.doing.dialog.fields.seats.set_value("minibus-16")
    view.doing.dialog.fields.layout_chosen.emit()
    view.doing.dialog.accept()
    bench.settle()
    assert bench.window.told == ["Minibus 1 added"]
    assert view.head.next_step.words == "Seat everybody"
    bench.click(view.head.next_step)
    assert bench.window.told[-1] == "1 traveller seated"
    assert view.head.next_step.words == "Prepare lists"
    bench.click(view.head.next_step)
    assert view.tabs.current == "documents"
    assert not view.head.next_step.isVisible()


def test_a_family_lights_up_in_list_and_plan(bench: Bench, story: UUID) -> None:
    view = bench.open(movement_id=story)
    seats, shown = view.seats, view.shown
    child = next(one for one in shown.travellers if one.age == 2)
    family = shown.with_group([child.id])
    card = seats.board.cards[child.vehicle_id]
    box = card.plan.box_of(child.seat).center().toPoint()
    bench.qtbot.mouseClick(card.plan, Qt.MouseButton.LeftButton, pos=box)
    assert seats.table.selection().ids == family
    assert seats.current() == child
    assert seats.foot._count.text().startswith(f"{child.seat} · {child.group}, {len(family)}")
    other = next(one for one in shown.travellers if one.group and one.group != child.group)
    seats.table.setFocus()
    seats.table.go_to(other.id)
    assert seats.table.selection().ids == shown.with_group([other.id])
    assert seats.board.cards[other.vehicle_id].plan.current == other.seat


def test_a_filtered_list_opens_for_a_seat_that_is_pressed(bench: Bench, story: UUID) -> None:
    view = bench.open(movement_id=story)
    seats, shown = view.seats, view.shown
    view.find_here()
    seats.filter.set_text("1A")
    seats.filter.searched.emit("1A")
    assert 0 < seats.model.rowCount() < 102
    gone = next(one for one in shown.travellers if seats.model.row_of(one.id) is None)
    seats.select([gone.id])
    assert seats.model.rowCount() == 102
    assert gone.id in seats.table.selection().ids


def test_unmet_wishes_stay_in_sight_and_are_shown_one_by_one(bench: Bench, story: UUID) -> None:
    view = bench.open(movement_id=story)
    line = view.seats.wishes
    assert line.isVisible()
    first = line._notice.accessibleName()
    bench.click(line.button)
    one = view.seats.current()
    assert one.name in first
    bench.click(line.button)
    assert view.seats.current() != one
    Privacy.current().set_hidden(True)
    assert one.name not in line._notice.accessibleName()
    assert "•" in line._notice.accessibleName()


def test_vehicles_are_chosen_by_chips(bench: Bench, story: UUID) -> None:
    view = bench.open(movement_id=story)
    board = view.seats.board
    visible = [one for one, card in board.cards.items() if card.isVisible()]
    third = next(one for one in board.cards if one not in visible)
    assert len(visible) == 2
    bench.qtbot.mouseClick(board.chips[third], Qt.MouseButton.LeftButton)
    assert board.cards[third].isVisible()
    assert [board.chips[one].isChecked() for one in board.cards].count(True) == 2
    inside = next(one for one in view.shown.travellers if one.vehicle_id not in (third, visible[0]))
    board.reveal(inside)
    assert board.cards[inside.vehicle_id].isVisible()
    bench.page.resize(1900, 980)
    assert all(card.isVisible() for card in board.cards.values())
    assert view.seats.check.isVisible()


def test_somebody_without_a_seat_is_put_into_a_free_one(bench: Bench, story: UUID) -> None:
    view = bench.open(movement_id=story)
    seats = view.seats
    one, other = view.shown.travellers[:2]
    seats.select([one.id])
    bench.click(seats.foot.release)
    assert bench.window.told[-1] == "Seat given back"
    assert view.shown.waiting == 1
    assert seats.model.items[0].id == one.id
    seats.table.setFocus()
    seats.table.go_to(one.id)
    bench.qtbot.keyClick(seats.table, Qt.Key.Key_Return)
    board = seats.board
    plan_here = QApplication.focusWidget()
    assert board.board.carried is not None
    assert plan_here.occupant(plan_here.current) is None
    assert bench.page.back()
    assert board.board.carried is None
    board.take(view.shown.traveller(one.id))
    card = board.cards[other.vehicle_id]
    card.plan.go_to(other.seat)
    bench.qtbot.keyClick(card.plan, Qt.Key.Key_Return)
    bench.settle()
    assert view.failure.isVisible()
    assert view.shown.waiting == 1
    board.take(view.shown.traveller(one.id))
    bench.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    bench.settle()
    assert view.shown.waiting == 0
    assert not view.failure.isVisible()


def test_a_leader_is_named_and_a_person_opened(bench: Bench, story: UUID) -> None:
    view = bench.open(movement_id=story)
    one = view.seats.current()
    bench.click(view.seats.foot.lead)
    assert view.shown.traveller(one.id).leads
    assert not view.seats.foot.lead.isEnabled()
    bench.click(view.seats.foot.open)
    assert bench.window.went == [("people", {"person_id": one.person_id})]


def test_somebody_is_taken_off_with_a_reason(bench: Bench, story: UUID) -> None:
    view = bench.open(movement_id=story)
    one = next(one for one in view.shown.travellers if one.group)
    view.seats.select([one.id])
    bench.click(view.seats.foot.remove)
    dialog = view.doing.dialog
    assert isinstance(dialog, RemoveDialog)
    dialog.accept()
    assert dialog.reason.problem
    dialog.reason.set_value("ill")
    dialog.accept()
    bench.settle()
    assert len(view.shown.travellers) == 101
    bench.tell(undo(bench.desk, bench.window.changes[-1].operation_id))
    assert len(view.shown.travellers) == 102


def test_a_failure_is_said_and_taken_away_again(
    bench: Bench, story: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = bench.open(movement_id=story)

    def refuse(*_: object) -> None:
        raise Conflict("movement.not_changeable")

    monkeypatch.setattr("desktop.ui.pages.movements.actions.auto_seat", refuse)
    bench.click(view.seats.auto)
    assert view.failure.isVisible()
    assert "has left" in view.failure.accessibleName()
    bench.click(view._dismiss)
    assert not view.failure.isVisible()


def test_more_people_are_chosen_one_by_one_with_their_families(bench: Bench) -> None:
    import_sample(bench.desk)
    movement_id = plan(bench.desk)
    view = bench.open(movement_id=movement_id)
    bench.click(view.head.next_step)
    dialog = view.doing.dialog
    assert isinstance(dialog, AddPeopleDialog)
    bench.settle()
    assert dialog.model.rowCount() == 102
    assert not dialog.add.isEnabled()
    dialog.search.set_text("шодиева")
    dialog.search.searched.emit("шодиева")
    bench.settle()
    assert 0 < dialog.model.rowCount() < 102
    dialog.search.entered.emit()
    bench.qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    chosen = dialog.table.selection().ids
    dialog.search.searched.emit("")
    bench.settle()
    assert dialog.table.selection().ids == chosen
    bench.click(dialog.add)
    people = {one.group for one in view.shown.travellers}
    assert len(view.shown.travellers) > 1
    assert len(people) == 1


def test_everybody_of_a_place_is_chosen_at_once(bench: Bench) -> None:
    import_sample(bench.desk)
    movement_id = plan(bench.desk, register(bench.desk, form(document="1")))
    view = bench.open(movement_id=movement_id)
    view.doing.ask_people()
    bench.settle()
    dialog = view.doing.dialog
    assert isinstance(dialog, AddPeopleDialog)
    border = place_named(view._presenter.book, "cp-zhibek-zholy")
    dialog.origin.set_value(str(border))
    dialog.origin.committed.emit()
    bench.settle()
    dialog.table.selectAll()
    assert dialog.count.text() == "102 chosen · 48 seats left"
    bench.click(dialog.add)
    assert len(view.shown.travellers) == 103
    view.doing.ask_people()
    bench.settle()
    assert dialog is not view.doing.dialog
    assert view.doing.dialog.model.rowCount() == 0
    assert not view.doing.dialog.table.isVisible()


def test_lists_are_issued_and_shown_as_versions(bench: Bench, story: UUID) -> None:
    view = bench.open(movement_id=story, tab="documents")
    documents = view.documents
    assert [one.isChecked() for one in (tick.box for tick in documents._ticks.values())] == [
        True
    ] * 4
    assert not view.head.print_lists.isVisible()
    documents.recipient.set_value("carrier")
    documents.recipient.committed.emit()
    documents.language.set_value("en")
    documents.language.committed.emit()
    bench.settle()
    assert not documents._second.isVisible()
    first = next(iter(documents._ticks.values()))
    bench.qtbot.mouseClick(first.box, Qt.MouseButton.LeftButton, pos=QPoint(6, 10))
    assert None not in documents.order().only
    bench.click(documents.issue)
    assert bench.window.told == ["3 lists issued: carrier"]
    assert bench.window.went == [
        (
            "reports",
            {"movement_id": story, "kind": "list", "recipient": "carrier", "language": "en"},
        )
    ]
    assert documents.model.rowCount() == 3
    assert documents.order().only == {one.id for one in view.shown.vehicles}
    bench.click(documents.preview)
    bench.page.print_out()
    assert len(bench.window.went) == 3


def test_nothing_ticked_means_nothing_to_issue(bench: Bench) -> None:
    view = bench.open(movement_id=plan(bench.desk), tab="documents")
    assert not view.documents.issue.isEnabled()
    assert "Nobody" in view.documents._said.text()


def test_a_plan_is_made_for_people_chosen_elsewhere(bench: Bench) -> None:
    _, people = import_sample(bench.desk)
    bench.open(new=True, people=tuple(people[:3]))
    shown = bench.form()
    assert shown.who.draft().source == CHOSEN
    assert shown.who.companions is not None
    along = len(shown._company.travellers)
    assert along > 3
    shown.who.companions.set_value(False)
    shown.who.companions.edited.emit()
    bench.settle()
    assert len(shown._company.travellers) == 3


def test_a_plan_keeps_what_was_typed_through_a_failure_and_a_restart(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.open(new=True)
    shown = bench.form()
    row, last = shown.route.rows
    row.place.edit.setText("zhib")
    last.place.edit.setText("oyb")
    shown.who.source.set_value(AT_PLACE)
    shown.who.source.committed.emit()
    bench.click(shown.save)
    assert shown.who.place.problem
    border = place_named(bench.page._presenter.book, "cp-zhibek-zholy")
    shown.who.show_draft(WhoDraft())

    def refuse(*_: object) -> None:
        raise Conflict("storage.disk_full")

    monkeypatch.setattr("desktop.ui.pages.movements.presenter.plan_movement", refuse)
    bench.click(shown.save)
    assert shown.fields._said is not None
    assert shown.draft().stops[0].place_id == border
    assert shown.save.isEnabled()
    bench.page.closing()
    bench.settle()
    again = bench.make()
    again.opened({"new": True})
    bench.settle()
    assert again.form.draft().stops[0].place_id == border
    bench.page = again
    bench.click(again.form.clear)
    assert not again.form.draft().is_touched


def test_stops_and_vehicles_come_and_go(bench: Bench) -> None:
    bench.open(new=True)
    shown = bench.form()
    route, vehicles = shown.route, shown.vehicles
    first = route.rows[0]
    first.place.edit.setText("oybek")
    first.place.committed.emit()
    words = [action.text() for action in first.menu().actions()]
    assert words == ["Add a stop after this one", "Cross the other way", "Remove this stop"]
    assert first.place._hint.text() == "UZ → TJ"
    first.turn()
    assert first.place._hint.text() == "TJ → UZ"
    first._ask_more()
    assert route.rows[1].place.edit.hasFocus()
    route.rows[1]._ask_removal()
    assert len(route.rows) == 2
    route.remove(route.rows[0])
    assert len(route.rows) == 2
    assert route.rows[0].place.text() == ""
    bench.click(vehicles.add)
    bench.click(vehicles.add)
    assert [one.name for one in vehicles.draft()] == ["Bus 1", "Bus 2"]
    vehicles.rows[1].fields.seats.set_value("car-4")
    vehicles.rows[1].fields.layout_chosen.emit()
    assert vehicles.draft()[1].name == "Car 1"
    vehicles.remove(vehicles.rows[0])
    vehicles.remove(vehicles.rows[0])
    assert vehicles.add.hasFocus()


def test_an_undone_plan_leads_back_to_the_list(bench: Bench) -> None:
    movement_id = plan(bench.desk)
    bench.open(movement_id=movement_id)
    view = bench.open(movement_id=uuid4())
    assert view.movement_id is None
    assert bench.page._stack.currentWidget() is bench.page.list


def test_the_page_comes_back_as_it_was_left(bench: Bench, story: UUID) -> None:
    view = bench.open(movement_id=story)
    bench.page.left()
    bench.open()
    assert bench.page._stack.currentWidget() is view
    bench.open()
    assert bench.page._stack.currentWidget() is bench.page.list


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.CONTRAST])
def test_every_view_fits_the_smallest_window(
    bench: Bench, story: UUID, theme: Theme, mode: Mode
) -> None:
    theme.set_mode(mode)
    views: list[Callable[[], object]] = [
        lambda: bench.open(movement_id=story),
        lambda: bench.open(movement_id=story, tab="documents"),
        lambda: bench.open(new=True),
        bench.open,
    ]
    for show in views:
        show()
        least = bench.page.minimumSizeHint()
        assert least.width() <= 928
        assert least.height() <= 540
        assert not bench.page.grab().isNull()


def test_a_change_of_seats_elsewhere_is_seen(bench: Bench, story: UUID) -> None:
    view = bench.open(movement_id=story)
    one, other = view.shown.travellers[:2]
    bench.tell(take_seat(bench.desk, one.id, other.vehicle_id, other.seat))
    assert view.shown.traveller(one.id).seat == other.seat
    assert view.shown.traveller(one.id).fixed
