"""A register with a passphrase, opened in the window by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.app import Start
from desktop.bootstrap import open_desk
from desktop.cli.story import STORY_OFFICE
from desktop.storage.key_file import Cost
from desktop.storage.sealing import seal
from desktop.ui.locked import LockedPanel
from desktop.ui.pages.today.page import TodayPage

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
    assert start.program._passphrase is None
    assert start.window.findChildren(LockedPanel) == []
