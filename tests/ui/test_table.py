import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from test_models import Numbers, columns

from desktop.ui.jobs import JobRunner
from desktop.ui.models import Cell, Column, ListTableModel, PagedTableModel
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Mark, Mode, State, Theme
from desktop.ui.widgets.pills import pill_width
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.table.cell_paint import PAD
from desktop.ui.widgets.table.columns import fitting, pill_column_width

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def listed(qtbot) -> DataTable:
    """A table of ten rows."""
    table = DataTable("People")
    model = ListTableModel(columns(), lambda i: i, parent=table)
    table.show_model(model)
    model.set_items(list(range(10)))
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    return table


def point(table: DataTable, row: int, column: int) -> QPoint:
    return table.visualRect(table.model().index(row, column)).center()


def press(qtbot, table: DataTable, row: int, column: int = 1, keys=Qt.KeyboardModifier.NoModifier):
    qtbot.mouseClick(table.viewport(), Left, keys, point(table, row, column))


def long(qtbot, jobs: JobRunner, source: Numbers) -> tuple[DataTable, PagedTableModel[int]]:
    table = DataTable("People")
    model = PagedTableModel(columns(), lambda i: i, jobs, page_rows=50, parent=table)
    table.show_model(model)
    qtbot.addWidget(table)
    table.resize(700, 300)
    with qtbot.waitSignal(model.opened):
        model.set_source(source)
    table.show()
    return table, model


def test_a_press_selects_the_row_and_replaces_what_was(qtbot, listed: DataTable) -> None:
    press(qtbot, listed, 3)
    assert listed.selection().ids == {3}
    assert listed.current_id() == 3
    press(qtbot, listed, 5)
    assert listed.selection().ids == {5}
    press(qtbot, listed, 2, keys=Qt.KeyboardModifier.ControlModifier)
    assert listed.selection().ids == {2, 5}
    press(qtbot, listed, 4, keys=Qt.KeyboardModifier.ShiftModifier)
    assert listed.selection().ids == {2, 3, 4, 5}


def test_a_press_on_the_check_box_only_toggles(qtbot, listed: DataTable) -> None:
    for row in (1, 4, 6):
        press(qtbot, listed, row, 0)
    assert listed.selection().ids == {1, 4, 6}
    press(qtbot, listed, 4, 0)
    assert listed.selection().ids == {1, 6}


def test_the_keyboard_does_what_the_mouse_does(qtbot, listed: DataTable) -> None:
    opened: list[object] = []
    listed.row_opened.connect(opened.append)
    listed.setFocus()
    press(qtbot, listed, 0)
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert opened == [1]
    assert listed.selection().ids == {1}
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    assert listed.selection().count == 0
    qtbot.keyClick(listed, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert listed.selection().ids == {1, 2}
    qtbot.keyClick(listed, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert listed.selection().everything
    assert listed.selection().count == 10


def test_the_header_selects_all_and_nothing(qtbot, listed: DataTable) -> None:
    header = listed.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(0) + 16, 16)
    press(qtbot, listed, 1)
    assert header.selected is Qt.CheckState.PartiallyChecked
    qtbot.mouseClick(header.viewport(), Left, pos=at)
    assert listed.selection().everything
    assert header.selected is Qt.CheckState.Checked
    qtbot.mouseClick(header.viewport(), Left, pos=at)
    assert listed.selection().count == 0
    assert header.selected is Qt.CheckState.Unchecked


def test_one_press_after_select_all_selects_one(qtbot, listed: DataTable) -> None:
    listed.selectAll()
    press(qtbot, listed, 2)
    assert listed.selection() == listed.selection().__class__(frozenset({2}), False, 1)


def test_the_header_orders(qtbot, listed: DataTable) -> None:
    asked: list[tuple[str, bool]] = []
    listed.model().sort_asked.connect(lambda key, down: asked.append((key, down)))
    header = listed.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(1) + 20, 16)
    qtbot.mouseClick(header.viewport(), Left, pos=at)
    qtbot.mouseClick(header.viewport(), Left, pos=at)
    assert asked == [("name", False), ("name", True)]
    assert (header.sorted_section, header.descending) == (1, True)
    listed.show_order("", descending=False)
    assert header.sorted_section == -1


def test_selected_people_stay_selected_when_the_list_is_read_again(
    qtbot, listed: DataTable
) -> None:
    press(qtbot, listed, 2)
    press(qtbot, listed, 7, keys=Qt.KeyboardModifier.ControlModifier)
    listed.model().set_items([9, 7, 5, 2, 1])
    assert listed.selection().ids == {2, 7}
    assert listed.current_id() == 7
    rows = {index.row() for index in listed.selectionModel().selectedRows()}
    assert rows == {1, 3}


def test_people_of_other_pages_stay_selected_too(qtbot, jobs: JobRunner) -> None:
    table, model = long(qtbot, jobs, Numbers(1000))
    table.select_ids([3, 640])
    assert table.selection().count == 2
    with qtbot.waitSignal(model.opened):
        model.reload()
    assert table.selection().ids == {3, 640}
    model.require(640, 640)
    qtbot.waitUntil(lambda: table.selectionModel().isRowSelected(640))
    assert table.selection().ids == {3, 640}
    press(qtbot, table, 0)
    assert table.selection().ids == {0}


def test_a_long_range_learns_its_ids_page_by_page(qtbot, jobs: JobRunner) -> None:
    table, model = long(qtbot, jobs, Numbers(1000))
    press(qtbot, table, 0)
    table.scrollToBottom()
    qtbot.waitUntil(lambda: model.row_of(999) is not None)
    press(qtbot, table, 999, keys=Qt.KeyboardModifier.ShiftModifier)
    assert table.selection().count == 1000
    qtbot.waitUntil(lambda: table.selection().complete)
    assert table.selection().ids == frozenset(range(1000))


def test_the_current_row_is_told_when_it_has_come(qtbot, jobs: JobRunner) -> None:
    table, _ = long(qtbot, jobs, Numbers(1000))
    told: list[object] = []
    table.current_changed.connect(told.append)
    table.selectRow(800)
    assert told == []
    qtbot.waitUntil(lambda: told == [800])


def test_a_record_can_be_gone_to(listed: DataTable) -> None:
    assert listed.go_to(8)
    assert listed.current_id() == 8
    assert listed.selection().ids == {8}
    assert not listed.go_to("nobody")


def test_a_matrix_presses_its_cells(qtbot) -> None:
    pressed: list[tuple[object, str]] = []
    table = DataTable("Readiness", grid=True, row_height=36)
    model = ListTableModel(columns(), lambda i: i, parent=table)
    table.show_model(model)
    table.cell_pressed.connect(lambda row, key: pressed.append((row, key)))
    model.set_items([1, 2])
    qtbot.addWidget(table)
    table.show()
    table.setCurrentIndex(model.index(1, 3))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert pressed == [(2, "state")]


def test_columns_yield_to_the_width_and_come_back() -> None:
    def empty(_item: int) -> Cell:
        return Cell.plain("x")

    some = [
        Column("name", "Name", empty, 200, stretches=True),
        Column("reg", "Reg. no.", empty, 100, yields=1),
        Column("seat", "Seat", empty, 100, yields=2),
        Column("notes", "Notes", empty, 150, hidden=True),
        Column("state", "State", empty, 120),
    ]
    assert fitting(some, 600) == {"name": 280, "reg": 100, "seat": 100, "state": 120}
    assert fitting(some, 500) == {"name": 280, "reg": 100, "state": 120}
    assert fitting(some, 400) == {"name": 280, "state": 120}
    assert fitting(some, 100) == {"name": 200, "state": 120}
    by_hand = fitting(some, 400, shown={"seat": True, "notes": True})
    assert by_hand == {"name": 200, "seat": 100, "notes": 150, "state": 120}
    assert fitting(some, 400, widths={"state": 60})["name"] == 240
    assert fitting(some, 700, scale=1.5)["state"] == 180
    two = [some[0], some[4], Column("other", "Other", empty, 200, stretches=True)]
    assert fitting(two, 621) == {"name": 250, "state": 120, "other": 251}


def test_a_column_of_pills_is_as_wide_as_its_longest_word(theme: Theme) -> None:
    assert pill_column_width((), 104) == 104
    long = pill_column_width(("Joins", "Included in a movement"), 104)
    assert long >= pill_width("Included in a movement") + 2 * PAD - 1


def test_the_layout_of_columns_is_remembered(qtbot, listed: DataTable) -> None:
    listed.setColumnWidth(2, 90)
    listed.show_column("state", False)
    state = listed.layout_state()
    assert state == {"widths": {"age": 90}, "shown": {"state": False}}
    assert listed.columns_shown()["state"] is False
    other = DataTable("Other")
    qtbot.addWidget(other)
    other.show_model(listed.model())
    other.restore_layout(state)
    assert other.columns_shown() == listed.columns_shown()
    assert other.columnWidth(2) == 90


ALL_KINDS = [
    Cell.name("Раҳмонов Фирӯз Саидович", "RAHMONOV FIRUZ"),
    Cell.two_lines("402118843", "12 May 2029", state=State.WARN),
    Cell.plain("38"),
    Cell.pill(Mark.EXPIRES, "Test expires 20:15"),
    Cell.with_icon("people_team", "G-07"),
    Cell.marked(Mark.HELD, "Held", strong=True),
    Cell.finding(Mark.BLOCKED, "No test"),
    Cell.finding(Mark.OK, "Met"),
    Cell.finding(None, "Under 3"),
    Cell.check(True, "yes"),
    Cell.group("G-07", "4 people", opened=True),
    Cell.plain(""),
]


def picture(table: DataTable) -> QImage:
    return table.grab().toImage()


def test_every_kind_of_cell_is_painted_in_every_theme_and_direction(
    qtbot, theme: Theme, qapp
) -> None:
    table = DataTable("Kinds")
    kinds = [Column("kind", "Kind", ALL_KINDS.__getitem__, 60, stretches=True)]
    model = ListTableModel(kinds, lambda i: i, tinted=lambda i: i == 10, parent=table)
    table.show_model(model)
    model.set_items(list(range(len(ALL_KINDS))))
    qtbot.addWidget(table)
    table.resize(90, 600)
    table.show()
    seen: list[QImage] = []
    for mode in (Mode.LIGHT, Mode.DARK, Mode.CONTRAST):
        theme.set_mode(mode)
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            table.setLayoutDirection(direction)
            table.selectRow(3)
            seen.append(picture(table))
    assert all(one != other for i, one in enumerate(seen) for other in seen[:i])


def test_hidden_names_are_not_painted(qtbot, listed: DataTable) -> None:
    before = picture(listed)
    Privacy.current().set_hidden(True)
    covered = picture(listed)
    assert covered != before
    Privacy.current().set_hidden(False)
    assert picture(listed) == before
