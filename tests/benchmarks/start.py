"""From nothing to the first paint of the window; nothing of Qt is loaded before."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from benchmarks.rig import Call, Contest, Goal, Setting, Side

_shown: list[Any] = []
"""The program that was started; it is closed when the time has been taken."""

EVERYTHING = ("sqlalchemy.orm", "alembic.command", "reportlab.platypus", "openpyxl", "psycopg")


def contests(setting: Setting) -> Iterator[Contest]:
    """Beside the least that Qt can do, and beside a program that loads everything first."""
    ours = Side("", shell, 1)
    empty = Side("empty QMainWindow", empty_window, 1)
    yield Contest("window, first paint", ours, empty, Goal(1.5), cold=True)
    eager = Side("all libraries loaded first", eager_shell, 1)
    yield Contest("window, first paint", ours, eager, cold=True)


@contextmanager
def shell(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """The program as it starts, without a database yet."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["HOMEWARD_HOME"] = str(setting.folder / "home")
    yield [_show_shell]
    for program in _shown:
        program.close()


@contextmanager
def eager_shell(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """The same with the libraries of the database and of papers loaded at the start."""
    with shell(setting, n):
        yield [_show_shell_late]


@contextmanager
def empty_window(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """A window of Qt with an empty table."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    yield [_show_empty]


def _show_shell() -> None:
    from desktop import collector  # noqa: PLC0415 - loading is measured too

    collector.rest()
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from desktop.app import Program  # noqa: PLC0415
    from desktop.catalogue import texts  # noqa: PLC0415
    from desktop.settings import Settings  # noqa: PLC0415

    program = Program(QApplication([]), None, Settings(), texts("en"))
    program.window.show()
    program.window.grab()
    _shown.append(program)


def _show_shell_late() -> None:
    for name in EVERYTHING:
        import_module(name)
    _show_shell()


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
