"""A register with a passphrase, opened in the window by keyboard."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Start
from desktop.bootstrap import open_desk
from desktop.cli.story import STORY_OFFICE
from desktop.storage.key_file import Cost, key_path, load_key_file
from desktop.storage.local_file import Outside, outside
from desktop.storage.sealing import seal
from desktop.ui.locked import LockedPanel
from desktop.ui.pages.today.page import TodayPage
from desktop.ui.setup import RecoveryPanel, SetupPanel
from desktop.ui.widgets.labels import Label

T = TypeVar("T", bound=QWidget)
PATIENCE_MS = 30_000
PASSPHRASE = "чор калимаи дароз"


@pytest.fixture
def _sealed(tmp_path: Path) -> None:
    """The register that `start` opens is there, and encrypted."""
    path = tmp_path / "homeward.db"
    open_desk(str(path), STORY_OFFICE, in_child=False).close()
    seal(path, PASSPHRASE, "saidov", Cost(m_kib=64, t=1, p=1))


def locked(qtbot: QtBot, start: Start, problem: str) -> LockedPanel:
    """The question for the passphrase, as soon as it stands there with this problem."""

    def there() -> LockedPanel | None:
        panels = [one for one in start.window.findChildren(LockedPanel) if one.isVisible()]
        fits = panels and panels[0].field.problem.startswith(problem)
        return panels[0] if fits and bool(panels[0].field.problem) == bool(problem) else None

    qtbot.waitUntil(lambda: there() is not None, timeout=PATIENCE_MS)
    found = there()
    assert found is not None
    return found


@pytest.mark.usefixtures("_sealed")
def test_the_passphrase_is_asked_for_until_it_is_right(qtbot: QtBot, start: Start) -> None:
    start.begin()
    panel = locked(qtbot, start, "")
    edit = panel.field.edit
    assert start.window.focusWidget() is edit
    assert edit.echoMode() is QLineEdit.EchoMode.Password
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert panel.isVisible()
    qtbot.keyClicks(edit, "something else")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    panel = locked(qtbot, start, "This passphrase does not open the register.")
    edit = panel.field.edit
    assert edit.text() == ""
    edit.setText(PASSPHRASE)
    panel.button.click()
    qtbot.waitUntil(lambda: isinstance(start.window.current_page, TodayPage), timeout=PATIENCE_MS)
    assert start.program is not None
    assert start.program.door._secret is None
    assert start.window.findChildren(LockedPanel) == []


def test_the_first_start_makes_a_register_with_a_passphrase(
    qtbot: QtBot, fresh_start: Start, tmp_path: Path
) -> None:
    start = fresh_start
    start.begin()

    def panel(kind: type[T]) -> T:
        found = [one for one in start.window.findChildren(kind) if one.isVisible()]  # type: ignore[attr-defined]
        assert len(found) == 1
        return found[0]

    def shows(kind: type[QWidget]) -> None:
        there = lambda: any(one.isVisible() for one in start.window.findChildren(kind))  # noqa: E731
        qtbot.waitUntil(there, timeout=PATIENCE_MS)

    shows(SetupPanel)
    assert not (tmp_path / "homeward.db").exists()
    setup = panel(SetupPanel)
    setup.first.edit.setText(PASSPHRASE)
    setup.second.edit.setText(PASSPHRASE)
    setup.button.click()
    shows(RecoveryPanel)
    assert outside(tmp_path / "homeward.db") is Outside.SEALED
    recovery = panel(RecoveryPanel)
    code = recovery.code.text()
    recovery.kept_box.set_value(True)
    recovery.kept_box.edited.emit()
    recovery.button.click()
    qtbot.waitUntil(lambda: isinstance(start.window.current_page, TodayPage), timeout=PATIENCE_MS)
    opened = load_key_file(key_path(tmp_path / "homeward.db"))
    assert opened.opened(PASSPHRASE)[0] == STORY_OFFICE.officer_name
    assert opened.opened(code)[0] == "recovery"


def test_the_first_start_without_a_passphrase_says_so_at_all_times(
    qtbot: QtBot, fresh_start: Start, tmp_path: Path
) -> None:
    start = fresh_start
    start.begin()
    panels = start.window.findChildren
    qtbot.waitUntil(lambda: bool(panels(SetupPanel)), timeout=PATIENCE_MS)
    panels(SetupPanel)[0].plain_chosen.emit()
    qtbot.waitUntil(lambda: isinstance(start.window.current_page, TodayPage), timeout=PATIENCE_MS)
    assert outside(tmp_path / "homeward.db") is Outside.PLAIN
    assert "Not encrypted" in [one.text() for one in panels(Label)]
