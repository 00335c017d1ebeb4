"""How long the window was deaf: the longest gap of a timer that beats every 10 ms."""

import time

from PySide6.QtCore import QObject, Qt, QTimer, Slot

BEAT_MS = 10


class Heartbeat(QObject):
    """Measures the longest time in which the window's thread served no event.

    Used as a context manager around work that must not freeze the window.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._on_beat)
        self._last = 0.0
        self.beats = 0
        self.longest_gap_ms = 0.0

    def __enter__(self) -> "Heartbeat":
        self._last = time.perf_counter()
        self.beats = 0
        self.longest_gap_ms = 0.0
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()
        self._measure()

    @Slot()
    def _on_beat(self) -> None:
        self.beats += 1
        self._measure()

    def _measure(self) -> None:
        now = time.perf_counter()
        self.longest_gap_ms = max(self.longest_gap_ms, (now - self._last) * 1000)
        self._last = now
