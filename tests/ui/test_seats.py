import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible

from desktop.ui.theme import Mode, Theme
from desktop.ui.widgets.seats import (
    Occupant,
    PlanRow,
    PlanShape,
    SeatAddress,
    SeatBoard,
    SeatLegend,
    SeatNeed,
    SeatPlan,
    VehicleCard,
)
from reports.texts import Texts

BUS = PlanShape(
    ("A", "B", "C", "D"),
    frozenset({1}),
    (
        PlanRow("1", ("1A", "1B", "1C", "1D")),
        PlanRow("2", ("2A", "2B", None, None)),
        PlanRow("3", ("3A", "3B", "3C", "3D", "3E"), spread=True),
    ),
)
PEOPLE = {
    "1A": Occupant(1, "РФ", "Раҳмонов Фирӯз", "G-07"),
    "1B": Occupant(2, "РД", "Раҳмонов Далер", "G-07", age=9),
    "1C": Occupant(3, "ШБ", "Шарифов Баҳром", fixed=True),
    "2A": Occupant(4, "МГ", "Мирзоева Гулрухсор", need=SeatNeed.WHEELCHAIR),
    "3E": Occupant(5, "ҚИ", "Қурбонов Исмоил", "G-14", age=1, conflict="no guardian beside"),
}


@pytest.fixture
def board() -> SeatBoard:
    """What plans share."""
    return SeatBoard()


@pytest.fixture
def plan(qtbot, board: SeatBoard, texts: Texts) -> SeatPlan:
    """A small bus."""
    made = SeatPlan("bus-1", "Bus 1", board, texts)
    made.set_shape(BUS)
    made.set_people(PEOPLE)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def centre(plan: SeatPlan, seat: str):
    return plan.box_of(seat).center().toPoint()


def test_seats_stand_as_in_the_design(plan: SeatPlan) -> None:
    first, second = plan.box_of("1A"), plan.box_of("1B")
    assert (first.width(), first.height()) == (42, 22)
    assert second.left() - first.right() == 4
    assert plan.box_of("1C").left() - second.right() == 4 + 18
    assert plan.box_of("2A").top() - first.bottom() == 4
    assert plan.box_of("3A").left() == first.left()
    assert plan.box_of("3E").right() == plan.box_of("1D").right()
    plan.set_shape(BUS, roomy=True)
    assert plan.box_of("1A").height() == 34


def test_seats_are_found_under_the_pointer_in_both_directions(plan: SeatPlan) -> None:
    for seat in BUS.labels:
        assert plan.seat_at(plan.box_of(seat).center()) == seat
    assert plan.seat_at(QPointF(2, 2)) is None
    left = plan.box_of("1A")
    plan.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert plan.box_of("1A") != left
    for seat in BUS.labels:
        assert plan.seat_at(plan.box_of(seat).center()) == seat


def test_a_reference_layout_becomes_a_shape() -> None:
    places = [
        *((f"{row}{letter}", row, column) for row in (1, 2) for letter, column in
          zip("ABCD", (0, 1, 3, 4), strict=True)),
        *((f"3{letter}", 3, column) for column, letter in enumerate("ABCDE")),
        ("W1", 0, 0),
    ]  # fmt: skip
    shape = PlanShape.of_places(places)
    assert shape.letters == ("A", "B", "C", "D")
    assert shape.aisles_after == {1}
    assert [row.number for row in shape.rows] == ["", "1", "2", "3"]
    assert shape.rows[1].seats == ("1A", "1B", "1C", "1D")
    assert shape.rows[3].spread
    assert shape.rows[3].seats == ("3A", "3B", "3C", "3D", "3E")
    assert shape.labels[0] == "W1"


def test_a_layout_with_a_door_keeps_its_gap() -> None:
    places = [("1A", 1, 0), ("1B", 1, 1), ("1C", 1, 3), ("2A", 2, 0), ("2B", 2, 1), ("3A", 3, 0),
              ("3B", 3, 1), ("3C", 3, 3)]  # fmt: skip
    shape = PlanShape.of_places(places)
    assert shape.rows[1].seats == ("2A", "2B", None)
    assert shape.aisles_after == {1}


def test_arrows_walk_enter_takes_and_puts(qtbot, plan: SeatPlan, board: SeatBoard) -> None:
    moves: list[tuple[SeatAddress, SeatAddress]] = []
    chosen: list[str] = []
    board.move_asked.connect(lambda one, other: moves.append((one, other)))
    board.seat_chosen.connect(lambda seat: chosen.append(seat.seat))
    plan.setFocus()
    assert plan.current == "1A"
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(plan, key)
    assert chosen[:2] == ["1B", "1C"]
    assert chosen[2] == "2B"
    assert plan.current.startswith("3")
    plan.go_to("1C")
    qtbot.keyClick(plan, Qt.Key.Key_Return)
    assert board.carried == SeatAddress("bus-1", "1C")
    qtbot.keyClick(plan, Qt.Key.Key_Right)
    qtbot.keyClick(plan, Qt.Key.Key_Return)
    assert moves == [(SeatAddress("bus-1", "1C"), SeatAddress("bus-1", "1D"))]
    assert board.carried is None


def test_esc_puts_back_and_nobody_is_taken_from_a_free_seat(
    qtbot, plan: SeatPlan, board: SeatBoard
) -> None:
    with qtbot.assertNotEmitted(board.move_asked):
        plan.go_to("1D")
        qtbot.keyClick(plan, Qt.Key.Key_Return)
        assert board.carried is None
        plan.go_to("1A")
        qtbot.keyClick(plan, Qt.Key.Key_Return)
        qtbot.keyClick(plan, Qt.Key.Key_Escape)
        assert board.carried is None
        qtbot.keyClick(plan, Qt.Key.Key_Return)
        qtbot.keyClick(plan, Qt.Key.Key_Return)
        assert board.carried is None


def test_walking_stops_at_the_walls(qtbot, plan: SeatPlan) -> None:
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(plan, key)
        assert plan.current == "1A"
    plan.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.keyClick(plan, Qt.Key.Key_Left)
    assert plan.current == "1B"


def test_the_mouse_drags_a_person_to_another_seat(qtbot, plan: SeatPlan, board: SeatBoard) -> None:
    moves: list[tuple[str, str]] = []
    board.move_asked.connect(lambda one, other: moves.append((one.seat, other.seat)))
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(plan, left, pos=centre(plan, "1A"))
    qtbot.mouseMove(plan, centre(plan, "1B"))
    qtbot.mouseMove(plan, centre(plan, "2B"))
    assert board.carried == SeatAddress("bus-1", "1A")
    qtbot.mouseRelease(plan, left, pos=centre(plan, "2B"))
    assert moves == [("1A", "2B")]
    qtbot.mouseClick(plan, left, pos=centre(plan, "1C"))
    assert moves == [("1A", "2B")]
    assert plan.current == "1C"


def test_every_seat_says_who_sits_there(plan: SeatPlan) -> None:
    assert plan.spoken("1D") == "Seat 1D, free"
    assert plan.spoken("1C") == "Seat 1C, Шарифов Баҳром"
    assert plan.spoken("1A") == "Seat 1A, Раҳмонов Фирӯз, group G-07"
    assert plan.spoken("3E") == "Seat 3E, Қурбонов Исмоил: no guardian beside"


def test_screen_readers_find_every_seat_as_a_cell(qtbot, plan: SeatPlan) -> None:
    table = QAccessible.queryAccessibleInterface(plan)
    assert table.role() is QAccessible.Role.Table
    assert table.childCount() == len(BUS.labels)
    cells = [table.child(i) for i in range(table.childCount())]
    names = [cell.text(QAccessible.Text.Name) for cell in cells]
    assert names == [plan.spoken(seat) for seat in BUS.labels]
    assert {cell.role() for cell in cells} == {QAccessible.Role.Cell}
    at = cells[5].rect().center()
    assert table.indexOfChild(table.childAt(at.x(), at.y())) == 5
    assert table.child(99) is None
    plan.set_shape(PlanShape(("A",), frozenset(), (PlanRow("1", ("1A",)),)))
    assert not cells[5].isValid()
    assert cells[5].text(QAccessible.Text.Name) == ""


def test_plans_that_were_read_can_be_destroyed(qtbot, board: SeatBoard, texts: Texts) -> None:
    for _ in range(20):
        plan = SeatPlan("bus", "Bus", board, texts)
        plan.set_shape(BUS)
        table = QAccessible.queryAccessibleInterface(plan)
        assert table.child(0).text(QAccessible.Text.Name) == "Seat 1A, free"
        plan.deleteLater()
        del plan, table
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.CONTRAST])
def test_plans_are_painted(qtbot, theme: Theme, plan: SeatPlan, mode: Mode) -> None:
    theme.set_mode(mode)
    plain = plan.grab().toImage()
    plan.set_selected({1, 2})
    lit = plan.grab().toImage()
    assert lit != plain
    plan.show_target("2A")
    assert plan.grab().toImage() != lit


def test_a_card_and_the_legend_are_painted(qtbot, board: SeatBoard, texts: Texts) -> None:
    plan = SeatPlan("bus", "Bus 1", board, texts)
    plan.set_shape(BUS)
    card, legend = VehicleCard(plan), SeatLegend(texts)
    card.set_head("Bus 1", "01 AK 4471 · Seitov B.", 5, 11, "5 of 11")
    qtbot.addWidget(card)
    qtbot.addWidget(legend)
    assert card.sizeHint().width() > plan.sizeHint().width()
    assert not card.grab().isNull()
    assert not legend.grab().isNull()
    assert "travels alone" in legend.accessibleName()


def test_the_legend_goes_on_in_the_next_line(qtbot, texts: Texts) -> None:
    legend = SeatLegend(texts)
    qtbot.addWidget(legend)
    whole = legend.sizeHint().width()
    (line,) = legend.lines(whole)
    assert [sign for sign, _ in line][-1] == "accessibility"
    narrow = legend.lines(whole / 2)
    assert len(narrow) > 1
    assert [entry for line in narrow for entry in line] == line
    assert legend.heightForWidth(whole // 2) == len(narrow) * legend.heightForWidth(whole)
    legend.resize(whole // 2, legend.heightForWidth(whole // 2))
    assert not legend.grab().isNull()
