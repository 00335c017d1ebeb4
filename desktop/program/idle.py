"""Notices that nobody sits before the computer: no key, no mouse, a locked session, a sleep."""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

_LOOK_MS = 5_000
_SLEEP_S = 60.0
"""A look that comes so much too late: the computer slept."""
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)

if sys.platform == "win32":
    import ctypes

    _SWITCH_DESKTOP = 0x0100

    def _is_session_locked() -> bool:
        """The desktop that takes input can't be opened while the session is locked."""
        user = ctypes.windll.user32
        desktop = user.OpenInputDesktop(0, False, _SWITCH_DESKTOP)
        if not desktop:
            return True
        user.CloseDesktop(desktop)
        return False

else:

    def _is_session_locked() -> bool:
        return False


class IdleWatch(QObject):
    """Watches the windows of the program.

    Signals:
        idle: nobody has worked for the minutes that were given, or the session is locked, or
            the computer slept.
    """

    idle = Signal()

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.limit(minutes)
        self._last = self._looked = time.monotonic()
        self._watched: QWindow | None = None
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # noqa: S101 - windows are what is watched
        app.focusWindowChanged.connect(self._on_window)
        self._on_window(QGuiApplication.focusWindow())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def limit(self, minutes: int) -> None:
        """Wait so long; 0 minutes watch only session and sleep."""
        self._limit_s = minutes * 60.0

    def start(self) -> None:
        """Watch, from now on."""
        self._last = self._looked = time.monotonic()
        self._timer.start(_LOOK_MS)

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """See whether anybody is there."""
        now = time.monotonic()
        slept = now - self._looked > _SLEEP_S
        self._looked = now
        waited = self._limit_s and now - self._last >= self._limit_s
        if slept or waited or _is_session_locked():
            self.stop()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember when something was done; every event goes on."""
        if event.type() in _SIGNS:
            self._last = time.monotonic()
        return super().eventFilter(watched, event)

    @Slot(QWindow)
    def _on_window(self, window: QWindow | None) -> None:
        """A window that gets the keyboard is watched: its native events are few."""
        self._last = time.monotonic()
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)
