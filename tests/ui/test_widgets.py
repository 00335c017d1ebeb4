import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from desktop.ui import paint
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Mark, Mode, State, Theme, Type, width_of
from desktop.ui.widgets.alerts import AlertRow, ErrorPanel, Notice
from desktop.ui.widgets.bars import Bar, BarPart
from desktop.ui.widgets.buttons import Button, IconButton, Kind
from desktop.ui.widgets.chips import Chip, ChipRow
from desktop.ui.widgets.dialogs import Dialog
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.panels import Panel, Surface
from desktop.ui.widgets.pills import Pill
from desktop.ui.widgets.rows import KeyValues, MarkRow
from desktop.ui.widgets.scroll_column import ScrollColumn
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.states import EmptyState, ProgressPanel
from desktop.ui.widgets.steps import Step, StepsHeader
from desktop.ui.widgets.summary import BulkBar, SummaryLine, SummaryPart
from desktop.ui.widgets.tabs import TabBar, TabSpec

Left = Qt.MouseButton.LeftButton


def test_boxes_are_placed_from_the_leading_edge() -> None:
    area = QRectF(10, 20, 100, 50)
    left, right = paint.Lead(area, False), paint.Lead(area, True)
    assert left.box(5, 2, 20, 10) == QRectF(15, 22, 20, 10)
    assert right.box(5, 2, 20, 10) == QRectF(85, 22, 20, 10)
    assert left.trail(5, 0, 20, 10) == left.box(75, 0, 20, 10)
    assert right.trail(5, 0, 20, 10) == left.box(5, 0, 20, 10)
    assert (left.at(5), right.at(5)) == (15, 105)


def test_a_button_grows_with_its_words_and_shows_its_keys(qtbot) -> None:
    short, long = Button("Save"), Button("Сохранить и добавить ещё", shortcut="Ctrl+S")
    qtbot.addWidget(long)
    assert long.sizeHint().width() > width_of("Сохранить и добавить ещё", Type.CONTROL)
    assert long.minimumSizeHint() == long.sizeHint()
    assert short.sizeHint().height() == 32
    assert long.accessibleName() == "Сохранить и добавить ещё"
    with qtbot.waitActive(long):
        long.show()
        long.activateWindow()
    with qtbot.waitSignal(long.clicked):
        qtbot.keyClick(long, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_an_ampersand_is_no_accelerator(qtbot) -> None:
    button = Button("Save & close")
    qtbot.addWidget(button)
    assert button.words == "Save & close"
    assert button.shortcut().isEmpty()


def test_a_hint_is_shown_but_not_owned(qtbot) -> None:
    button = Button("Print", hint="Ctrl+P")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert button.sizeHint().width() > Button("Print").sizeHint().width()


def test_only_the_primary_button_is_the_default(qtbot) -> None:
    buttons = [Button("Go", kind) for kind in Kind]
    assert [button.isDefault() for button in buttons] == [kind is Kind.PRIMARY for kind in Kind]


def test_an_icon_button_has_a_name(qtbot) -> None:
    button = IconButton("pin", "Pin", shortcut="Ctrl+L")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Pin", "Pin (Ctrl+L)")
    assert button.sizeHint().width() == button.sizeHint().height()


def test_a_menu_is_told_by_a_chevron(qtbot) -> None:
    button = Button("View")
    qtbot.addWidget(button)
    before = button.sizeHint().width()
    button.setMenu(QMenu(button))
    assert button.sizeHint().width() > before


def test_a_chip_is_on_while_it_has_a_value(qtbot) -> None:
    chip = Chip("Status")
    qtbot.addWidget(chip)
    assert not chip.is_on
    chip.set_value("Held")
    assert chip.is_on
    assert chip.accessibleName() == "Status Held"
    with qtbot.waitSignal(chip.cleared):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    assert not chip.is_on
    with qtbot.assertNotEmitted(chip.cleared):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)


def test_the_cross_of_a_chip_clears_and_its_body_presses(qtbot) -> None:
    chip = Chip("Status")
    chip.set_value("Held")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show()
    pressed: list[str] = []
    chip.clicked.connect(lambda: pressed.append("pressed"))
    qtbot.mouseClick(chip, Left, pos=QPoint(20, 14))
    assert len(pressed) == 1
    with qtbot.waitSignal(chip.cleared):
        qtbot.mouseClick(chip, Left, pos=QPoint(chip.width() - 10, 14))
    assert len(pressed) == 1


def test_a_quick_chip_toggles(qtbot) -> None:
    chip = Chip("What blocks", toggles=True, mark=Mark.BLOCKED)
    chip.set_count("90")
    qtbot.addWidget(chip)
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    assert chip.is_on
    chip.clear()
    assert not chip.is_on


def test_chips_that_do_not_fit_go_behind_more(qtbot) -> None:
    row = ChipRow("More")
    chips = [Chip(name) for name in ("Movement", "Status", "Readiness", "Needs", "Place")]
    row.set_chips(chips)
    qtbot.addWidget(row)
    row.resize(row.sizeHint())
    row.show()
    assert [chip.isVisible() for chip in chips] == [True] * 5
    chips[4].set_value("Zhibek Zholy")
    row.resize(330, 28)
    row.arrange()
    shown = [chip.field for chip in chips if chip.isVisible()]
    assert "Place" in shown, "a filter that is on is never hidden first"
    assert len(shown) < 5
    assert all(chip.geometry().right() <= row.width() for chip in chips if chip.isVisible())


def test_a_hidden_chip_is_reached_through_more(qtbot) -> None:
    row = ChipRow("More")
    chips = [Chip(name) for name in ("Movement", "Readiness")]
    row.set_chips(chips)
    qtbot.addWidget(row)
    row.resize(120, 28)
    row.show()
    pressed: list[str] = []
    chips[1].clicked.connect(lambda: pressed.append("Readiness"))
    row._more.click()
    menu = row.findChild(QMenu)
    assert menu is not None
    action = next(one for one in menu.actions() if one.text() == "Readiness")
    action.trigger()
    assert pressed == ["Readiness"]


def test_a_search_waits_for_the_last_keystroke(qtbot) -> None:
    field = SearchField("Filter", hint="Ctrl+F", delay_ms=20)
    qtbot.addWidget(field)
    field.show()
    asked: list[str] = []
    field.searched.connect(asked.append)
    qtbot.keyClicks(field.edit, " rahm ")
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["rahm"]
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.moved) as blocker:
        qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    assert blocker.args == [1]
    qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    assert asked == ["rahm", ""]
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field.edit, Qt.Key.Key_Escape)


def test_enter_does_not_wait(qtbot) -> None:
    field = SearchField("Find", delay_ms=60_000)
    qtbot.addWidget(field)
    asked: list[str] = []
    field.searched.connect(asked.append)
    qtbot.keyClicks(field.edit, "402118843")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert asked == ["402118843"]


def test_tabs_are_walked_with_the_arrows(qtbot) -> None:
    bar = TabBar([TabSpec("a", "People"), TabSpec("b", "Readiness"), TabSpec("c", "Log")])
    qtbot.addWidget(bar)
    bar.show()
    assert bar.current == "a"
    told: list[str] = []
    bar.changed.connect(told.append)
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    qtbot.keyClick(bar, Qt.Key.Key_Left)
    qtbot.keyClick(bar, Qt.Key.Key_Left)
    assert told == ["b", "a", "c"]
    bar.choose("c")
    assert told == ["b", "a", "c"]
    bar.set_counter("b", "90 blocked", State.BLOCKED)
    assert bar._tabs["b"].accessibleName() == "Readiness, 90 blocked"


def test_steps_that_are_done_can_be_gone_back_to(qtbot) -> None:
    steps = [Step("File"), Step("Columns"), Step("Values")]
    header = StepsHeader(steps)
    qtbot.addWidget(header)
    header.set_steps([Step("File", "102 rows"), *steps[1:]], 1)
    header.resize(600, 48)
    header.show()
    gone: list[int] = []
    header.chosen.connect(gone.append)
    for button in header._buttons:
        qtbot.mouseClick(button, Left)
    assert gone == [0]


def test_the_parts_of_a_sum_are_links(qtbot) -> None:
    line = SummaryLine()
    qtbot.addWidget(line)
    line.set_sum("5 people", [SummaryPart("old", Mark.OK, "5 ready")])
    line.set_sum("102 people", [SummaryPart("ready", Mark.OK, "6 ready")], "F8 next problem")
    line.show()
    assert line.findChild(Label).text() == "102 people"
    with qtbot.waitSignal(line.chosen) as blocker:
        buttons = [one for one in line.children() if getattr(one, "part", None)]
        qtbot.mouseClick(buttons[-1], Left)
    assert blocker.args == ["ready"]


def test_progress_says_how_far_it_is(qtbot) -> None:
    panel = ProgressPanel("Reading", "You can go on working.", "Cancel")
    qtbot.addWidget(panel)
    panel.set_progress(612, 1240, "612 of 1,240")
    assert panel.findChild(Bar).accessibleName() == "612 of 1,240"
    with qtbot.waitSignal(panel.cancelled):
        panel.findChild(Button).click()


def test_unknown_is_shown_as_unknown(qtbot) -> None:
    facts = KeyValues()
    qtbot.addWidget(facts)
    assert facts.add("Phone", None).text() == "–"
    assert facts.add("Name", "<b>Раҳмонов</b>").text() == "<b>Раҳмонов</b>"
    facts.clear()


def test_markup_in_a_name_is_shown_as_it_is(qtbot) -> None:
    assert Label("<b>x</b>").textFormat() is Qt.TextFormat.PlainText


def test_a_label_that_is_cut_tells_all_in_its_tooltip(qtbot) -> None:
    label = Label("Раҳмонов Фирӯз Саидович", Type.BODY_STRONG, elide=True)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.toolTip() == "Раҳмонов Фирӯз Саидович"
    label.resize(600, 20)
    assert label.toolTip() == ""
    assert label.minimumSizeHint().width() == 0


def test_private_labels_are_covered(qtbot) -> None:
    label = Label("Раҳмонов Фирӯз", private=True)
    qtbot.addWidget(label)
    Privacy.current().set_hidden(True)
    assert label.text() == "•••••••• •••••"
    assert label.accessibleName() == label.text()
    label.set_text("Саидов")
    assert label.text() == "••••••"
    Privacy.current().set_hidden(False)
    assert label.text() == "Саидов"


def test_the_back_of_a_head_is_told(qtbot) -> None:
    head = PageHead("TJ-TAS-2026-014", "Can it leave?", [Button("Print")], back_name="Back")
    qtbot.addWidget(head)
    head.set_pill(Mark.HELD, "Held")
    head.set_pill(Mark.OK, "Cleared")
    head.set_answer("Can it leave?", "No.")
    assert head.line.text() == "Can it leave?  No."
    head.set_title("TJ-ALA-2026-031")
    assert head.title.text() == "TJ-ALA-2026-031"
    with qtbot.waitSignal(head.back_asked):
        head.findChild(IconButton).click()


def everything() -> QWidget:
    """One of each painted element."""
    ground = Surface("window", edge=Qt.Edge.LeftEdge)
    column = QVBoxLayout(ground)
    bar = Bar(8)
    bar.set_parts([BarPart(6, "ok"), BarPart(96, "blocked")], 102, "6 of 102")
    tabs = TabBar([TabSpec("a", "People"), TabSpec("b", "Log")])
    tabs.set_counter("a", "102", State.INFO)
    chip = Chip("Expires", mark=Mark.EXPIRES, toggles=True)
    chip.setChecked(True)
    panel = Panel("Next step", ruled=True)
    panel.set_note("today")
    panel.set_action_state(State.BLOCKED)
    panel.body.addWidget(MarkRow(Mark.OK, "Passport", "valid", note="24 Nov"))
    side = ScrollColumn("surface", lined=True)
    side.body.addWidget(Label("Details"))
    bulk = BulkBar([Button("Add test", Kind.SUBTLE, icon="syringe")])
    bulk.set_count("1 of 102 selected")
    for widget in (
        *(Button(kind, kind, icon="add", hint="F2") for kind in Kind),
        bar, tabs, chip, panel, side, bulk, Pill(Mark.WAIVED, "Waived"),
        AlertRow(Mark.HELD, "102 people are held", "Convoy", [Button("Call")], top=True),
        Notice(Mark.WARN, "1 wish not met.", "Front seat", Button("Show", Kind.LINK)),
        ErrorPanel("No answer", "Kept", Button("Again", Kind.LINK)),
        EmptyState("people", "Nobody", "Sentence", [Button("Add", Kind.PRIMARY)]),
        StepsHeader([Step("File"), Step("Values")]),
    ):  # fmt: skip
        column.addWidget(widget)
    return ground


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.CONTRAST])
@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
def test_everything_is_painted(qtbot, theme: Theme, mode, direction) -> None:
    theme.set_mode(mode)
    ground = everything()
    ground.setLayoutDirection(direction)
    qtbot.addWidget(ground)
    ground.resize(600, 900)
    ground.show()
    image = ground.grab().toImage()
    colours = {image.pixelColor(x, y).rgb() for x in range(0, 600, 7) for y in range(0, 900, 7)}
    assert len(colours) > 8


def test_enter_presses_the_button_that_has_the_keyboard(qtbot) -> None:
    """Qt would press the default button, whatever has the keyboard."""
    dialog = Dialog("Send")
    cancel, send = Button("Cancel"), Button("Send", Kind.PRIMARY)
    line = QLineEdit()
    dialog.body.addWidget(line)
    dialog.add_buttons(cancel, send)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    cancel.setFocus()
    with qtbot.assertNotEmitted(send.clicked), qtbot.waitSignal(cancel.clicked):
        qtbot.keyClick(cancel, Qt.Key.Key_Return)
    line.setFocus()
    with qtbot.waitSignal(send.clicked):
        qtbot.keyClick(line, Qt.Key.Key_Return)
