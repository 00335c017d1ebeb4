"""From nothing to the first paint of the window; nothing of Qt is loaded before."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from benchmarks.rig import Call, Contest, Goal, Setting, Side

_shown: list[Any] = []
"""What was started; it is closed when the time has been taken."""

EVERYTHING = ("sqlalchemy.orm", "alembic.command", "reportlab.platypus", "openpyxl", "psycopg")


def contests(setting: Setting) -> Iterator[Contest]:
    """Beside the least that Qt can do, and beside a program that loads everything first."""
    empty = Side("empty QMainWindow", empty_window, 1)
    late = Side("all libraries loaded first", eager, 1)
    seen, words = (Side("", one, 1) for one in (shell, furnished))
    yield Contest("window, first paint", seen, empty, Goal(1.5), cold=True)
    yield Contest("window, all its words", words, empty, cold=True)
    yield Contest("window, all its words", words, late, cold=True)


@contextmanager
def shell(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """The window as it is first seen: its grounds, still without words."""
    with _started(setting):
        yield [_show_shell]


@contextmanager
def furnished(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """The window with its parts, without a database yet."""
    with _started(setting):
        yield [_furnish_shell]


@contextmanager
def eager(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """The same with the libraries of the database and of papers loaded at the start."""
    with _started(setting):
        yield [_furnish_shell_late]


@contextmanager
def _started(setting: Setting) -> Iterator[None]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["HOMEWARD_HOME"] = str(setting.folder / "home")
    yield
    for start in _shown:
        start.close()


@contextmanager
def empty_window(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """A window of Qt with an empty table."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    yield [_show_empty]


def _show_shell() -> None:
    _begin()
    _shown[-1].window.grab()


def _furnish_shell() -> None:
    """Until every word of the window, but not yet of a page, has been painted."""
    _begin()
    from benchmarks.windows import wait_for  # noqa: PLC0415 - loading is measured too

    start = _shown[-1]
    wait_for(start.begun, start.load)
    start.program.start()
    start.window.grab()


def _begin() -> None:
    from desktop import collector  # noqa: PLC0415 - loading is measured too

    collector.rest()
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from desktop.app import Start  # noqa: PLC0415
    from desktop.catalogue import texts  # noqa: PLC0415
    from desktop.settings import Settings  # noqa: PLC0415

    start = Start(QApplication([]), None, Settings(), texts("en"), plain=True)
    start.window.show()
    _shown.append(start)


def _furnish_shell_late() -> None:
    for name in EVERYTHING:
        import_module(name)
    _furnish_shell()


def _show_empty() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView  # noqa: PLC0415

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QTableView())
    window.resize(1366, 768)
    window.show()
    window.grab()
    window.close()
    del app
