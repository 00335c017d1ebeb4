"""What is made while nobody waits for it: one short step after the other, between events."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.ui.jobs import JobRunner

_STEP_MS = 1
"""The window's own events come first whatever it is."""


class Ahead(QObject):
    """Steps that wait for a moment in which no job runs: both would share one interpreter."""

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._steps: deque[Callable[[], object]] = deque()
        # Begun anew after each step: the window's own timers come between any two of them.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take_next)

    def add(self, steps: Iterable[Callable[[], object]]) -> None:
        """Take these after the others."""
        self._steps.extend(steps)
        self._timer.start(_STEP_MS)

    def add_parts(self, make: Callable[[], Iterator[object]]) -> None:
        """Take the parts that `make` yields, each as a step of its own."""
        self.add([lambda: self._take_part(make())])

    @property
    def is_done(self) -> bool:
        """Whether no step waits."""
        return not self._timer.isActive()

    def clear(self) -> None:
        """Forget what was not taken yet."""
        self._steps.clear()
        self._timer.stop()

    def _take_part(self, parts: Iterator[object]) -> None:
        if next(parts, None) is not None:
            self._steps.appendleft(partial(self._take_part, parts))

    @Slot()
    def _take_next(self) -> None:
        if self._jobs.busy:
            self._timer.start(_STEP_MS)
        elif self._steps:
            try:
                self._steps.popleft()()
            finally:
                self._timer.start(_STEP_MS)
