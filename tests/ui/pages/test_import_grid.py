"""The grid of the import: any number of rows, cells that are written into, meanings above."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.intake.fields import Field
from desktop.domain.intake.model import Severity
from desktop.ui.models import Cell, Column, LazyTableModel
from desktop.ui.pages.importing.meaning_header import MeaningChoice
from desktop.ui.pages.importing.sheet_delegate import CellEditor
from desktop.ui.pages.importing.sheet_grid import SheetGrid
from desktop.ui.pages.importing.sheet_shown import CellMark, ColumnShown, SheetShown, Trust
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Mode, Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.flow import FlowLayout
from reports.texts import Texts

Key = Qt.Key
ROWS = 10_000


def column(index: int, field: Field, trust: Trust = Trust.SURE, doubt: str = "") -> ColumnShown:
    letters = "ABCDEFGH"[index]
    return ColumnShown(index, letters, f"Head {letters}", field, field.value, trust, doubt, 12)


def sheet(rows: int = ROWS, **corrected: str) -> SheetShown:
    """A sheet whose cells say where they stand; row 5 is doubtful, row 7 no person."""
    columns = (
        column(0, Field.FULL_NAME),
        column(1, Field.BIRTH_DATE, Trust.DOUBTFUL, "The heading is not quite clear."),
        column(3, Field.SKIP, Trust.ASIDE),
    )
    cells = {row: tuple(f"{letter}{row}" for letter in "ABCD") for row in range(1, rows + 1)}
    cells[6] = ("A6", "", "C6", "D6")
    return SheetShown(
        columns=columns,
        cells=cells,
        corrected={(int(key[1:]), "abcd".index(key[0])): text for key, text in corrected.items()},
        marks={
            (5, 1): CellMark(Severity.DOUBT, "Day first?"),
            (6, 1): CellMark(Severity.UNKNOWN, "Missing."),
            (9, 0): CellMark(Severity.WRONG, "No name."),
        },
        aside={1: "Heading", 7: "Note"},
        header_rows=(1, 1),
        last_row=rows,
    )


@pytest.fixture
def grid(qtbot: QtBot) -> SheetGrid:
    made = SheetGrid(Texts(), "Rows", editable=True)
    qtbot.addWidget(made)
    made.resize(640, 480)
    shown = sheet()
    made.show_sheet(shown, shown.body)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def editor(grid: SheetGrid) -> CellEditor:
    (found,) = grid.viewport().findChildren(CellEditor)
    return found


def is_editing(grid: SheetGrid) -> bool:
    return bool(grid.viewport().findChildren(CellEditor))


def test_ten_thousand_rows_are_made_when_they_are_looked_at(grid: SheetGrid) -> None:
    grid.grab()
    assert grid.cells.rowCount() == ROWS - 1
    assert len(grid.cells._rows) < 60
    grid.go_to(ROWS, 0)
    grid.grab()
    assert len(grid.cells._rows) < 120
    assert grid.current_cell() == (ROWS, 0)
    assert grid.cells.data(grid.currentIndex()) == f"A{ROWS}"


def test_cells_say_what_is_wrong_with_them(grid: SheetGrid) -> None:
    index = grid.cells.place_of(5, 1)
    assert grid.cells.data(index, int(Qt.ItemDataRole.ToolTipRole)) == "Day first?"
    assert grid.cells.data(grid.cells.place_of(6, 1)) == "missing"
    assert grid.cells.data(grid.cells.place_of(6, 1), int(Qt.ItemDataRole.EditRole)) == ""
    assert grid.cells.data(grid.cells.place_of(7, 0), int(Qt.ItemDataRole.ToolTipRole)) == "Note"
    assert not grid.cells.place_of(5, 2).isValid()
    assert not grid.cells.place_of(1, 0).isValid()
    assert not grid.go_to(1, 0)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.CONTRAST])
def test_a_doubtful_cell_has_a_ground_of_its_own(grid: SheetGrid, theme: Theme, mode: Mode) -> None:
    theme.set_mode(mode)
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        grid.setLayoutDirection(direction)
        picture = grid.viewport().grab().toImage()
        doubtful = grid.visualRect(grid.cells.place_of(5, 1))
        plain = grid.visualRect(grid.cells.place_of(8, 1))
        end = doubtful.right() - 1 if grid.isRightToLeft() else doubtful.left()
        beside = plain.right() - 1 if grid.isRightToLeft() else plain.left()
        at, other = QPoint(end, doubtful.center().y()), QPoint(beside, plain.center().y())
        assert picture.pixelColor(at) != picture.pixelColor(other)


def test_f2_writes_into_a_cell_and_enter_hands_it_over(qtbot: QtBot, grid: SheetGrid) -> None:
    edits: list[tuple[int, int, str]] = []
    grid.cell_edited.connect(lambda *edit: edits.append(edit))
    grid.go_to(5, 1)
    qtbot.keyClick(grid, Key.Key_F2)
    assert editor(grid).text() == "B5"
    assert editor(grid).accessibleName() == "Head B"
    qtbot.keyClicks(editor(grid), " 09.04.2017 ")
    qtbot.keyClick(editor(grid), Key.Key_Return)
    qtbot.waitUntil(lambda: not is_editing(grid))
    assert edits == [(5, 1, "09.04.2017")]
    qtbot.keyClick(grid, Key.Key_Return)
    qtbot.keyClicks(editor(grid), "x")
    qtbot.keyClick(editor(grid), Key.Key_Escape)
    qtbot.waitUntil(lambda: not is_editing(grid))
    assert len(edits) == 1


def test_a_text_that_was_not_changed_is_not_handed_over(qtbot: QtBot, grid: SheetGrid) -> None:
    edits: list[object] = []
    grid.cell_edited.connect(lambda *edit: edits.append(edit))
    grid.go_to(5, 0)
    grid.edit_at(grid.currentIndex())
    grid.edit_at(grid.currentIndex())
    qtbot.keyClick(editor(grid), Key.Key_Return)
    qtbot.waitUntil(lambda: not is_editing(grid))
    assert edits == []


def test_what_is_read_meanwhile_does_not_touch_what_is_typed(qtbot: QtBot, grid: SheetGrid) -> None:
    grid.go_to(8, 0)
    qtbot.keyClick(grid, Key.Key_F2)
    qtbot.keyClicks(editor(grid), "Kar")
    shown = sheet(a5="corrected")
    grid.show_sheet(shown, shown.body)
    assert editor(grid).text() == "Kar"
    assert grid.cells.data(grid.cells.place_of(5, 0)) == "corrected"


def test_rows_that_go_take_what_is_typed_with_them(qtbot: QtBot, grid: SheetGrid) -> None:
    edits: list[object] = []
    grid.cell_edited.connect(lambda *edit: edits.append(edit))
    grid.go_to(8, 0)
    qtbot.keyClick(grid, Key.Key_F2)
    qtbot.keyClicks(editor(grid), "Kar")
    grid.show_sheet(sheet(), (8, 9))
    assert edits == [(8, 0, "Kar")]
    assert grid.current_cell() == (8, 0)


def test_nothing_is_written_above_the_heading_or_while_locked(
    qtbot: QtBot, grid: SheetGrid
) -> None:
    grid.show_sheet(sheet(), sheet().top)
    grid.go_to(1, 0)
    qtbot.keyClick(grid, Key.Key_F2)
    assert not grid.viewport().findChildren(QLineEdit)
    grid.set_unlocked(False)
    grid.go_to(5, 0)
    qtbot.keyClick(grid, Key.Key_F2)
    assert not grid.viewport().findChildren(QLineEdit)
    assert not any(choice.isEnabled() for choice in grid.head.choices)


def test_hidden_names_are_neither_seen_nor_written(qtbot: QtBot, grid: SheetGrid) -> None:
    before = grid.viewport().grab().toImage()
    Privacy.current().set_hidden(True)
    assert grid.viewport().grab().toImage() != before
    grid.go_to(5, 0)
    qtbot.keyClick(grid, Key.Key_F2)
    assert not grid.viewport().findChildren(QLineEdit)


def test_a_meaning_is_chosen_with_the_keyboard(qtbot: QtBot, grid: SheetGrid) -> None:
    chosen: list[tuple[int, Field]] = []
    grid.head.meaning_chosen.connect(lambda *choice: chosen.append(choice))
    choice = grid.head.choices[0]
    assert choice.accessibleName() == "Meaning of column “Head A”"
    assert choice.currentText() == "Full name"
    choice.setFocus()
    qtbot.keyClick(choice, Key.Key_Down)
    assert chosen == [(0, Field.FAMILY_NAME)]
    doubtful = grid.head.choices[1]
    assert doubtful.accessibleDescription() == "The heading is not quite clear."


def test_scrolling_past_a_meaning_changes_nothing(qtbot: QtBot, grid: SheetGrid) -> None:
    chosen: list[object] = []
    grid.head.meaning_chosen.connect(lambda *choice: chosen.append(choice))
    choice = grid.head.choices[0]
    wheel = QWheelEvent(
        QPoint(5, 5), choice.mapToGlobal(QPoint(5, 5)), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(choice, wheel)
    assert chosen == []
    assert not wheel.isAccepted()


def test_a_choice_out_of_sight_comes_into_sight_with_the_keyboard(grid: SheetGrid) -> None:
    grid.resize(220, 300)
    grid.horizontalScrollBar().setValue(0)
    last = grid.head.choices[-1]
    assert last.geometry().left() > grid.viewport().width() - 20
    last.setFocus(Qt.FocusReason.TabFocusReason)
    assert grid.horizontalScrollBar().value() > 0
    assert last.geometry().right() <= grid.viewport().width() + 2


def test_the_list_of_meanings_has_lines_between_its_parts(qtbot: QtBot, grid: SheetGrid) -> None:
    choice = grid.head.choices[0]
    words = [choice.itemText(i) for i in range(choice.count()) if choice.itemText(i)]
    assert words[0] == "Full name"
    assert words[-1] == "Skip"
    assert len(words) == len(Field)
    choice.showPopup()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert choice.view().minimumWidth() >= choice.view().sizeHintForColumn(0)
    choice.hidePopup()


def test_other_columns_have_other_choices(grid: SheetGrid) -> None:
    made: list[object] = []
    grid.head.choices_made.connect(lambda: made.append(1))
    shown = sheet(20)
    fewer = SheetShown(
        shown.columns[:2], shown.cells, {}, {}, {}, shown.header_rows, shown.last_row
    )
    grid.show_sheet(fewer, fewer.body)
    assert len(grid.head.choices) == 2
    grid.show_sheet(shown, shown.body)
    assert len(grid.head.choices) == 3
    assert made == [1, 1]
    assert len(grid.head.viewport().findChildren(MeaningChoice)) >= 3


def test_the_menu_key_asks_for_the_cell_that_has_the_keyboard(grid: SheetGrid) -> None:
    asked: list[tuple[int, int]] = []
    grid.menu_asked.connect(lambda row, column, _at: asked.append((row, column)))
    grid.go_to(5, 1)
    key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(grid, key)
    at = grid.viewport().mapToGlobal(grid.visualRect(grid.cells.place_of(8, 0)).center())
    mouse = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(1, 1), at)
    QApplication.sendEvent(grid.viewport(), mouse)
    assert asked == [(5, 1), (8, 0)]


def test_a_column_that_was_pulled_stays_as_wide(grid: SheetGrid) -> None:
    grid.head.resizeSection(0, 333)
    grid.resize(700, 480)
    assert grid.columnWidth(0) == 333
    assert grid.columnWidth(1) != 333


def test_a_lazy_table_holds_any_number_of_records() -> None:
    model: LazyTableModel[int] = LazyTableModel(
        [Column("n", "Number", lambda n: Cell.plain(str(n)))], lambda n: n
    )
    model.set_items(range(20_000))
    assert model.rowCount() == 20_000
    assert model.row_of(19_999) == 19_999
    row = model.row_at(19_999)
    assert row is not None
    assert row.cells[0].text == "19999"
    assert model.row_at(20_000) is None
    for number in range(5_000):
        model.row_at(number)
    assert len(model._rows) < 5_000


def test_buttons_that_do_not_fit_go_on_in_the_next_line(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout(6, widget)
    buttons = [Button("Take the suggestion"), Button("Keep as it is"), Button("Show")]
    for button in buttons:
        flow.addWidget(button)
    wide = flow.heightForWidth(2_000)
    narrow = flow.heightForWidth(buttons[0].sizeHint().width())
    assert narrow == 3 * wide + 12
    widget.resize(buttons[0].sizeHint().width() + 10, 200)
    widget.show()
    assert [button.y() for button in buttons] == sorted(button.y() for button in buttons)
    assert buttons[0].x() == 0
    widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.sendPostedEvents()
    assert buttons[0].geometry().right() == widget.width() - 1
    assert flow.count() == 3
    assert flow.takeAt(9) is None
    assert flow.itemAt(9) is None


def test_keys_that_mean_nothing_here_go_on(grid: SheetGrid) -> None:
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    grid.keyPressEvent(event)
    assert not event.isAccepted()
