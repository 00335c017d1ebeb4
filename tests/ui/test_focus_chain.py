"""Every control of every page can be reached with Tab, and has a name for screen readers."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from support.people import form, plan, register
from ui_program import focusable, running, settle, spoken_name, walked

from desktop.program import Program
from desktop.ui.pages.people.form_history import HistoryPanel
from desktop.ui.widgets.buttons import Button
from desktop.usecases.ports import Desk
from desktop.usecases.views import PeopleFilter

LIST = Path(__file__).parent.parent / "data" / "lists" / "zhibek-zholy-102.xlsx"
Open = Callable[[Program, QtBot], None]


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, local_desk: Desk
) -> Iterator[Program]:
    """The program on a register with two people and their movement."""
    first = register(local_desk)
    second = register(local_desk, form("Назарова", "Гулнора", "Одиловна", None, "", None, ""))
    plan(local_desk, first, second)
    with running(qtbot, qapp, tmp_path / "homeward.db") as made:
        yield made


def press(root: QWidget, words: str) -> None:
    """Press the button with these words."""
    [button] = [
        one for one in root.findChildren(Button) if one.words == words and one.isVisibleTo(root)
    ]
    button.click()


def only_person(program: Program) -> object:
    """Id of the first person of the register."""
    with program.context().desk.store.read() as reads:
        return reads.people_page(PeopleFilter(), 0, 1)[0].id


def page(key: str, **params: object) -> Open:
    """Opens a page."""

    def opening(program: Program, qtbot: QtBot) -> None:
        program.window.go(key, **params)
        settle(qtbot, program)

    return opening


def stored_person(program: Program, qtbot: QtBot) -> None:
    program.window.go("people", person_id=only_person(program))
    settle(qtbot, program)
    shown = program.window.findChild(HistoryPanel)
    assert shown is not None
    press(shown, "Show")


def import_step(number: int) -> Open:
    """Opens the import of a list at a step."""

    def opening(program: Program, qtbot: QtBot) -> None:
        program.window.go("import", path=LIST)
        settle(qtbot, program)
        for _ in range(number - 2):
            QTest.keyClick(
                program.window.current_page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
            )
            settle(qtbot, program)

    return opening


OPENINGS: dict[str, Open] = {
    "today": page("today"),
    "people": page("people"),
    "person": stored_person,
    "adding": page("people", add=True),
    "file": page("import"),
    "columns": import_step(2),
    "values": import_step(3),
    "duplicates": import_step(4),
    "result": import_step(5),
    "movements": page("movements"),
    "list": page("reports"),
    "summary": page("reports", kind="summary"),
    "settings": page("settings"),
}


@pytest.mark.parametrize("name", OPENINGS)
def test_tab_leads_to_every_control_and_each_has_a_name(
    program: Program, qtbot: QtBot, name: str
) -> None:
    OPENINGS[name](program, qtbot)
    window = program.window
    settle(qtbot, program)
    controls = focusable(window)
    assert [repr(one) for one in controls if not spoken_name(one)] == []
    reached = walked(window)
    missed = [f"{type(one).__name__} {spoken_name(one)}" for one in controls if one not in reached]
    assert missed == []


@pytest.mark.parametrize(("key", "words"), [("people", "Assign to movement"), ("reports", "Send")])
def test_dialogs_are_walked_as_well(program: Program, qtbot: QtBot, key: str, words: str) -> None:
    OPENINGS["people" if key == "people" else "list"](program, qtbot)
    press(program.window, words)
    settle(qtbot, program)
    [dialog] = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
    qtbot.waitUntil(dialog.isVisible)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or program.window))
    settle(qtbot, program)
    controls = focusable(dialog)
    assert [repr(one) for one in controls if not spoken_name(one)] == []
    reached = walked(dialog)
    assert [spoken_name(one) for one in controls if one not in reached] == []
    QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
