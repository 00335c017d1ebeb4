"""A window without a screen, and waiting for what it does."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, SignalInstance
from PySide6.QtWidgets import QApplication

from desktop.ui.jobs import JobRunner
from desktop.ui.style import install
from desktop.ui.theme import Mode

WINDOW = (1366, 768)


@contextmanager
def workplace() -> Iterator[JobRunner]:
    """An application with the style of the program, and its jobs."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    install(app, mode=Mode.LIGHT, text_scale=1.0)
    jobs = JobRunner()
    try:
        yield jobs
    finally:
        jobs.shutdown()
        for window in app.topLevelWidgets():
            window.close()
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def wait_for(signal: SignalInstance, begin: Callable[[], object]) -> None:
    """Do something and serve events until the signal comes."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    begin()
    loop.exec()
