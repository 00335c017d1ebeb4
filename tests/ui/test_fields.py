import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget

from desktop.ui.theme import Mark, State
from desktop.ui.widgets.fields import (
    CheckField,
    Choice,
    ComboField,
    LineField,
    LookupField,
    ParsedField,
    PartialDateField,
    Reading,
    SegmentedField,
    TextField,
)

COUNTRIES = [Choice("UZ", "Uzbekistan"), Choice("TJ", "Tajikistan", "home")]
SEX = [Choice("F", "Female"), Choice("M", "Male"), Choice("X", "X")]


def year(text: str) -> Reading[int]:
    """Reads a year of birth."""
    if not text:
        return Reading(None)
    if text.isdigit() and len(text) == 4:
        return Reading(int(text), f"{text} (year only)", note="38 years", mark=Mark.OK)
    return Reading(None, problem="Write a year such as 1981.")


def test_a_field_has_a_label_a_hint_and_a_note(qtbot) -> None:
    field = LineField(
        "Family name", needed=True, hint="as the person writes it", note="from passport"
    )
    qtbot.addWidget(field)
    assert field.name == "Family name"
    assert field.edit.accessibleName() == "Family name"
    assert field.edit.accessibleDescription() == "as the person writes it"
    interface = QAccessible.queryAccessibleInterface(field.edit)
    assert interface.text(QAccessible.Text.Name) == "Family name"


def test_typing_is_told_and_setting_is_not(qtbot) -> None:
    field = LineField("Family name")
    qtbot.addWidget(field)
    field.show()
    with qtbot.assertNotEmitted(field.edited):
        field.set_value("Раҳмонов")
    assert field.value() == "Раҳмонов"
    field.edit.clear()
    with qtbot.waitSignals([field.edited, field.committed]):
        qtbot.keyClicks(field.edit, " Saidov ")
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == "Saidov"


def test_a_problem_is_said_below_and_to_screen_readers(qtbot) -> None:
    field = LineField("Number", note="from passport")
    qtbot.addWidget(field)
    field.show()
    before = field.sizeHint().height()
    field.set_problem("The third character is a Cyrillic letter.", State.WARN)
    assert field.problem == "The third character is a Cyrillic letter."
    assert field.edit.accessibleDescription() == field.problem
    assert field.sizeHint().height() > before
    field.set_problem("")
    assert field.problem == ""
    assert field.sizeHint().height() == before


def test_a_list_gives_codes(qtbot) -> None:
    field = ComboField("Country", COUNTRIES, placeholder="choose")
    qtbot.addWidget(field)
    field.show()
    assert field.value() == ""
    with qtbot.assertNotEmitted(field.edited):
        field.set_value("TJ")
    assert field.value() == "TJ"
    with qtbot.waitSignals([field.edited, field.committed]):
        field.combo.setFocus()
        qtbot.keyClick(field.combo, Qt.Key.Key_Up)
    assert field.value() == "UZ"
    field.set_choices([*COUNTRIES, Choice("KZ", "Kazakhstan")])
    assert field.value() == "UZ"
    field.set_value("XX")
    assert field.value() == ""


def test_segments_are_chosen_by_mouse_and_keys(qtbot) -> None:
    field = SegmentedField("Sex", SEX)
    qtbot.addWidget(field)
    field.show()
    assert field.value() == ""
    with qtbot.waitSignal(field.edited):
        qtbot.mouseClick(field._segments[1], Qt.MouseButton.LeftButton)
    assert field.value() == "M"
    qtbot.keyClick(field._segments[1], Qt.Key.Key_Left)
    qtbot.keyClick(field._segments[0], Qt.Key.Key_Space)
    assert field.value() == "F"
    field.set_value("")
    assert field.value() == ""
    assert [one.accessibleName() for one in field._segments] == ["Female", "Male", "X"]


def test_several_lines_are_left_with_tab(qtbot) -> None:
    ground = QWidget()
    column = QVBoxLayout(ground)
    said, after = TextField("What was said", rows=4), LineField("After")
    column.addWidget(said)
    column.addWidget(after)
    qtbot.addWidget(ground)
    with qtbot.waitActive(ground):
        ground.show()
        ground.activateWindow()
    with qtbot.assertNotEmitted(said.edited):
        said.set_value("Transit too")
    said.edit.setFocus()
    with qtbot.waitSignal(said.edited):
        qtbot.keyClicks(said.edit, "x")
    with qtbot.waitSignal(said.committed):
        qtbot.keyClick(said.edit, Qt.Key.Key_Tab)
    assert after.edit.hasFocus()
    assert said.value() == "xTransit too"


@pytest.mark.parametrize("kind", [ParsedField, PartialDateField])
def test_text_is_read_when_the_field_is_left(qtbot, kind) -> None:
    field = kind("Birth", year)
    qtbot.addWidget(field)
    field.show()
    values: list[int | None] = []
    field.committed.connect(lambda: values.append(field.parsed()))
    qtbot.keyClicks(field.edit, "1981")
    assert field.parsed() == 1981
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert values == [1981]
    assert field.value() == "1981 (year only)"
    assert field.parsed() == 1981


def test_text_that_cannot_be_read_stays_and_is_explained(qtbot) -> None:
    field = PartialDateField("Birth", year)
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.edit, "yesterday")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == "yesterday"
    assert field.problem == "Write a year such as 1981."
    assert field.parsed() is None
    field.set_value("1990")
    assert (field.problem, field.parsed()) == ("", 1990)
    field.set_value("")
    assert (field.problem, field.parsed()) == ("", None)


def test_a_long_word_is_shortened_and_told_in_the_tooltip(qtbot) -> None:
    long = "Everybody of an imported list of the consulate general"
    field = ComboField("From", [Choice("long", long), Choice("list", "List")])
    qtbot.addWidget(field)
    field.resize(160, 52)
    field.show()

    def told() -> str:
        at = field.combo.rect().center()
        QApplication.sendEvent(
            field.combo, QHelpEvent(QEvent.Type.ToolTip, at, field.combo.mapToGlobal(at))
        )
        return QToolTip.text()

    field.set_value("list")
    assert told() != "List"
    field.set_value("long")
    assert told() == long
    short = field.combo.grab().toImage()
    field.set_choices([Choice("long", f"{long} in Almaty")])
    assert field.combo.grab().toImage() == short


def test_a_place_is_found_while_one_types(qtbot) -> None:
    field = LookupField("Goes to", placeholder="region")
    qtbot.addWidget(field)
    field.show()
    field.edit.setFocus()
    asked: list[str] = []
    field.asked.connect(asked.append)
    qtbot.keyClicks(field.edit, "va")
    assert asked == ["v", "va"]
    assert field.value() == ""
    field.set_choices([Choice("vakhsh", "Vakhsh", "Khatlon"), Choice("varzob", "Varzob")])
    with qtbot.waitSignals([field.edited, field.committed]):
        field._completer.activated.emit("Vakhsh, Khatlon")
    assert (field.value(), field.text()) == ("vakhsh", "Vakhsh")
    qtbot.keyClicks(field.edit, "x")
    assert field.value() == ""
    field.set_value(Choice("varzob", "Varzob"))
    assert field.value() == "varzob"
    field.set_value(None)
    assert field.text() == ""


def test_leaving_a_field_sends_it_while_its_list_is_open(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field, following = LookupField("Goes to"), LineField("Street")
    column.addWidget(field)
    column.addWidget(following)
    field.asked.connect(lambda _text: field.set_choices([Choice("vakhsh", "Vakhsh")]))
    window.show()
    window.activateWindow()
    field.edit.setFocus()
    qtbot.waitUntil(field.edit.hasFocus)
    sent: list[str] = []
    field.committed.connect(lambda: sent.append(field.text()))
    qtbot.keyClicks(field.edit, "va")
    assert field._completer.popup().isVisible()
    following.edit.setFocus()
    assert sent == ["va"]
    assert not field._completer.popup().isVisible()


def test_a_check_box_tells_only_what_the_officer_did(qtbot) -> None:
    field = CheckField("Transit", note="changed")
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.edited):
        field.set_value(True)
    with qtbot.waitSignal(field.edited):
        field.box.click()
    assert field.value() is False


def test_the_frame_takes_the_sides_of_the_direction(qtbot) -> None:
    field = LineField("Phone", icon="call", note="from passport")
    qtbot.addWidget(field)
    left = field._frame._row.contentsMargins()
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field.show()
    right = field._frame._row.contentsMargins()
    assert (left.left(), left.right()) == (right.right(), right.left())
    assert not field.grab().isNull()
