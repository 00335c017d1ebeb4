"""A window without a screen, and waiting for what it does."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from desktop.ui.jobs import JobRunner
from desktop.ui.style import install
from desktop.ui.theme import Mode

WINDOW = (1366, 768)
_WATCH_MS = 50
_QUIET_LOOKS = 10


def application() -> QApplication:
    """The one application of this process."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    return app


@contextmanager
def workplace() -> Iterator[JobRunner]:
    """The style of the program, and its jobs."""
    app = application()
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


def settled(jobs: JobRunner) -> None:
    """Serve events until no job runs and what the jobs brought has been shown."""
    loop = QEventLoop()
    watch = QTimer()
    watch.setInterval(_WATCH_MS)
    quiet = 0

    def look() -> None:
        nonlocal quiet
        quiet = 0 if jobs.busy else quiet + 1
        if quiet == _QUIET_LOOKS:
            loop.quit()

    watch.timeout.connect(look)
    watch.start()
    loop.exec()
