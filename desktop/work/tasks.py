"""What a task is, how it reports, and what it may raise."""

import inspect
import time
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

Result = TypeVar("Result")
Progress = Callable[[int, int, str], None]
"""Called with how much is done, of how much, and the code of what is being done."""
Asked = Callable[[], bool]
"""Answers whether the officer wants the work to stop."""

REPORTS_PER_SECOND = 10


class WorkerFailure(RuntimeError):
    """A task failed in a way that nobody foresaw: a bug.

    `kind` is the type of the exception, `trace` its way through the program; neither holds
    a value of the data, so both may be logged and shown.
    """

    def __init__(self, kind: str, trace: str) -> None:
        super().__init__(f"{kind} in a task\n{trace}")
        self.kind = kind
        self.trace = trace


class Worker(Protocol):
    """Runs one task at a time, away from the window or here."""

    def run(
        self,
        task: Callable[..., Result],
        *args: object,
        progress: Progress | None = None,
        cancelled: Asked | None = None,
        time_limit_s: float | None = None,
    ) -> Result:
        """Answer `task(*args)`.

        A task is a function at the top of a module; it, its arguments and its result can be
        pickled. A task that names a parameter `report_progress` is given a `Progress`.

        Raises whatever `AppError` the task raised; Cancelled where `cancelled` answered True;
        Unavailable `work.too_large`, `work.too_long`, `work.died`; WorkerFailure otherwise.
        """

    def close(self) -> None:
        """Stop what is under way and give everything back; may be called twice."""


class Throttle:
    """Lets a report through at most ten times a second, the first one at once."""

    def __init__(self, report: Progress, clock: Callable[[], float] = time.monotonic) -> None:
        self._report = report
        self._clock = clock
        self._next_at = float("-inf")

    def __call__(self, done: int, total: int, text_code: str) -> None:
        moment = self._clock()
        if moment >= self._next_at:
            self._next_at = moment + 1 / REPORTS_PER_SECOND
            self._report(done, total, text_code)


def call(task: Callable[..., Any], args: tuple[object, ...], report: Progress) -> Any:
    """Answer `task(*args)`, with `report` where the task asks for it."""
    if "report_progress" in inspect.signature(task).parameters:
        return task(*args, report_progress=report)
    return task(*args)
