"""The window is seen at once, and is the one that the program then fills."""

import sys

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import Start
from desktop.paths import resources_dir
from desktop.program import Program
from desktop.ui.pages.importing.page import ImportPage

PATIENCE_MS = 30_000


def opened(qtbot: QtBot, start: Start) -> Program:
    """The program, when its first page is there and nothing is under way."""
    qtbot.waitUntil(lambda: start.window.current_page is not None, timeout=PATIENCE_MS)
    program = start.program
    assert program is not None
    qtbot.waitUntil(lambda: not program.jobs.busy, timeout=PATIENCE_MS)
    return program


def test_the_window_that_is_seen_first_is_furnished(qtbot: QtBot, start: Start) -> None:
    window = start.window
    with qtbot.waitSignal(window.seen, timeout=PATIENCE_MS):
        start.begin()
    assert window.isVisible()
    assert window.current_page is None
    assert opened(qtbot, start).window is window


def test_a_list_that_came_with_the_start_is_shown_at_once(qtbot: QtBot, start: Start) -> None:
    start._source = resources_dir() / "samples" / "zhibek-zholy-102.xlsx"
    start.begin()
    page = opened(qtbot, start).window.current_page
    assert isinstance(page, ImportPage)
    assert page.head.title == "Import: zhibek-zholy-102.xlsx"


def test_it_is_loaded_once_however_often_it_is_painted(qtbot: QtBot, start: Start) -> None:
    furnished: list[Program | None] = []
    start.begun.connect(lambda: furnished.append(start.program))
    start.begin()
    start.load()
    start.window.grab()
    assert furnished == [opened(qtbot, start)]


def test_a_window_that_nobody_sees_is_filled_too(qtbot: QtBot, start: Start) -> None:
    start.window.showMinimized()
    start.begin()
    assert opened(qtbot, start).window.isMinimized()


def test_a_broken_program_ends_instead_of_staying_empty(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = []
    monkeypatch.setattr(start, "_app", type("App", (), {"exit": staticmethod(ended.append)}))
    monkeypatch.setitem(sys.modules, "desktop.ui.shell.parts", None)
    with qtbot.captureExceptions() as raised:
        start.begin()
        qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE_MS)
    assert ended == [1]
    assert [kind for kind, _, _ in raised] == [ModuleNotFoundError]


def test_it_can_be_closed_before_it_is_filled(start: Start) -> None:
    start.window.show()
    assert start.window.close()
    assert start.program is None
