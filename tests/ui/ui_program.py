"""The real program on a local file, and the keyboard's way through its window."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

import desktop.program
from desktop.app import first_window
from desktop.cli.story import STORY_OFFICE
from desktop.program import Program
from desktop.ui.theme import Theme
from reports.texts import Texts

PATIENCE_MS = 30_000
_PAUSE_MS = 500
_MOST_TABS = 300


@contextmanager
def running(qtbot: QtBot, app: QApplication, database: Path) -> Iterator[Program]:
    """The program with its window open on its first page."""
    theme = Theme.current()
    with pytest.MonkeyPatch.context() as patch:
        # One process has one theme; the next test goes on with this one.
        patch.setattr(desktop.program, "install", lambda _app, **_choice: theme)
        settings, words = replace(STORY_OFFICE, language="en"), Texts()
        window = first_window(settings, words)
        program = Program(app, str(database), settings, words, window, plain=True)
    program.window.resize(1366, 768)
    with qtbot.waitActive(program.window):
        program.window.show()
        program.start()
        program.window.activateWindow()
    qtbot.waitUntil(lambda: program.window.current_page is not None, timeout=PATIENCE_MS)
    settle(qtbot, program)
    yield program
    program.window.close()
    program.close()
    program.window.deleteLater()
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def settle(qtbot: QtBot, program: Program) -> None:
    """Wait until no job runs and nothing waits for a pause."""

    def is_quiet() -> bool:
        pauses = (
            timer.isSingleShot() and timer.isActive() and timer.interval() <= _PAUSE_MS
            for timer in program.window.findChildren(QTimer)
        )
        return not program.jobs.busy and not any(pauses)

    qtbot.waitUntil(is_quiet, timeout=PATIENCE_MS)
    QApplication.sendPostedEvents()


def focusable(root: QWidget) -> list[QWidget]:
    """Everything below `root` that the Tab key should lead to now.

    Of buttons that exclude each other it leads to the chosen one, or to the first while none
    is chosen; arrows go to the others.
    """
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(root)
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not _is_for_arrows(widget)
    ]


def _is_for_arrows(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive():
        return False
    return widget is not (group.checkedButton() or group.buttons()[0])


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def walked(window: QWidget) -> list[QWidget]:
    """Where Tab leads, from the present place once around."""
    found: list[QWidget] = []
    for _ in range(_MOST_TABS):
        focus = QApplication.focusWidget()
        if focus is None or focus in found:
            break
        found.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return found
