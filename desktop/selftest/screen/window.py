"""The check of the window: the real program, opened until Today is there, page after page."""

import shutil
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.app import first_window
from desktop.catalogue import texts
from desktop.program import Program
from desktop.selftest.bench import Bench, Failed, need
from desktop.selftest.register import MADE, OFFICE, open_register
from desktop.selftest.screen.application import application
from desktop.ui.page_list import page_specs
from desktop.ui.startup import FailedPanel
from desktop.ui.widgets.labels import Label

_LANGUAGE = "ru"
_WIDTH, _HEIGHT = 1366, 768
_LOOK_MS = 50
_LOOKS = 2_400
"""Two minutes, for a computer without a screen of its own."""
_AT_REST = 4
"""Looks in a row without a job that make a page ready."""
_LEAST_COLOURS = 24
_STEP = 3


def window(bench: Bench) -> str:
    """The window opens on a register, shows every page, and is painted."""
    app, hook = application(bench), sys.excepthook
    words = texts(_LANGUAGE)
    program = Program(app, str(_register(bench)), OFFICE, words, first_window(OFFICE, words))
    try:
        program.window.resize(_WIDTH, _HEIGHT)
        program.window.show()
        program.start()
        _wait(app, program, lambda: program.window.current_page is not None)
        for spec in reversed(page_specs(words, program.context, program.maintenance)):
            program.window.go(spec.key)
            _wait(app, program, lambda: True)
        picture = program.window.grab()
    finally:
        _destroy(program)
        sys.excepthook = hook
    need(picture.save(str(bench.picture), "PNG"), f"{bench.picture} could not be written")
    colours = _colours(picture.toImage())
    need(colours >= _LEAST_COLOURS, f"the picture has {colours} colours")
    size = picture.size()
    return f"{QApplication.platformName()}, {size.width()} × {size.height()}, {colours} colours"


def _register(bench: Bench) -> Path:
    """A copy of what the check of the database made, or a register in which nobody is."""
    path = bench.folder / "window" / "homeward.db"
    made = bench.folder / MADE
    if made.is_file():
        path.parent.mkdir()
        shutil.copy(made, path)
    else:
        open_register(path).close()
    return path


def _wait(app: QApplication, program: Program, holds: Callable[[], bool]) -> None:
    """Run the application until the condition holds and no job has run for a while."""
    rest = looks = 0
    timer = QTimer()
    timer.setInterval(_LOOK_MS)

    def look() -> None:
        nonlocal rest, looks
        looks += 1
        rest = rest + 1 if holds() and not program.jobs.busy else 0
        if rest >= _AT_REST or looks >= _LOOKS or _trouble(program):
            app.quit()

    timer.timeout.connect(look)
    timer.start()
    app.exec()
    timer.stop()
    if trouble := _trouble(program):
        raise Failed(trouble)
    need(rest >= _AT_REST, "the window was not ready in time")


def _trouble(program: Program) -> str:
    """What the window says instead of going on."""
    if program.crashes.dialog is not None:
        return program.crashes.dialog.report
    panels = program.window.findChildren(FailedPanel)
    return " ".join(label.text() for panel in panels for label in panel.findChildren(Label))


def _colours(image: QImage) -> int:
    """Colours of a grid of points."""
    points = product(range(0, image.width(), _STEP), range(0, image.height(), _STEP))
    return len({image.pixel(x, y) for x, y in points})


def _destroy(program: Program) -> None:
    program.window.close()
    program.close()
    program.window.deleteLater()
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
