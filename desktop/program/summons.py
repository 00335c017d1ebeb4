"""One window for one register: the second start brings the first one's window to the front."""

import contextlib
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from desktop.files.summons import lay_down, summons_path, take_up
from desktop.ui.shell.window import MainWindow

_LOOK_MS = 400
_PATIENCE_MS = 3_000

if sys.platform == "win32":
    import ctypes


class Summoning(QObject):
    """Asks the other window, and waits a moment for it.

    Signals:
        answered: it comes.
        unanswered: nobody took the question up; it is not a window, or it hangs.
    """

    answered = Signal()
    unanswered = Signal()

    def __init__(
        self, database: Path, source: Path | None, holder: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._database, self._source, self._holder = database, source, holder
        self._left_ms = _PATIENCE_MS
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Ask."""
        if sys.platform == "win32":
            # Windows lets only the program that the officer has started just now give this away.
            ctypes.windll.user32.AllowSetForegroundWindow(self._holder)
        with contextlib.suppress(OSError):
            lay_down(self._database, self._source)
        self._timer.start(_LOOK_MS // 4)

    @Slot()
    def _look(self) -> None:
        if not summons_path(self._database).exists():
            self._timer.stop()
            self.answered.emit()
            return
        self._left_ms -= self._timer.interval()
        if self._left_ms <= 0:
            self._timer.stop()
            take_up(self._database)
            self.unanswered.emit()


class Listening(QObject):
    """Brings the window to the front when a second start asks for it.

    Signals:
        brought(Path): the second one was started with a list.
    """

    brought = Signal(object)

    def __init__(self, database: Path, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database, self._window = database, window
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)

    def stop(self) -> None:
        """Listen no more."""
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        asked = take_up(self._database)
        if asked is None:
            return
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if asked.source is not None:
            self.brought.emit(asked.source)
