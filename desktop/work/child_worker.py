"""The worker of the desktop program: one warm child that can be killed."""

import logging
import pickle
import threading
import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import cast

from desktop import collector
from desktop.errors import Cancelled, Unavailable
from desktop.log import describe
from desktop.work.channel import (
    Answer,
    Failure,
    KnownError,
    LastMessage,
    Order,
    OutOfMemory,
    Report,
    Started,
)
from desktop.work.child_process import ChildProcess, Died, usual_command
from desktop.work.pieces import from_pieces
from desktop.work.tasks import Asked, Progress, Result, WorkerFailure

logger = logging.getLogger(__name__)

POLL_S = 0.05


class ChildWorker:
    """Runs tasks in a child process, one at a time, from whatever thread asks.

    The child starts at the first task, stays warm for the next and is replaced when it died
    or was stopped. `close` (or leaving the `with` block) ends it; it also ends by itself when
    this process does.
    """

    def __init__(
        self,
        *,
        memory_limit_mb: int = 1024,
        time_limit_s: float = 300.0,
        command: Sequence[str] | None = None,
    ) -> None:
        """`command` starts a child that calls `freeze_support`; usually it is found out."""
        self._memory_limit_bytes = memory_limit_mb * 1024 * 1024
        self._time_limit_s = time_limit_s
        self._command = command or usual_command()
        self._turn = threading.Lock()
        self._closed = threading.Event()
        self._child: ChildProcess | None = None

    def warm_up(self) -> None:
        """Start the child before it is needed, so that the first task need not wait."""
        with self._turn:
            if not self._closed.is_set():
                self._ready()

    def run(
        self,
        task: Callable[..., Result],
        *args: object,
        progress: Progress | None = None,
        cancelled: Asked | None = None,
        time_limit_s: float | None = None,
    ) -> Result:
        """See `Worker.run`. A `progress` that raises stops the task."""
        limit_s = self._time_limit_s if time_limit_s is None else time_limit_s
        order = Order(_pickled(task, args), limit_s)
        self._wait_for_turn(cancelled)
        try:
            message = self._outcome(order, progress, cancelled)
        except Died:
            raise Unavailable("work.died") from None
        finally:
            self._turn.release()
        return cast(Result, _opened(message))

    def close(self) -> None:
        """Stop the task under way, which raises Cancelled, and end the child."""
        self._closed.set()
        with self._turn:
            if self._child is not None:
                self._child.stop()
                self._child = None

    def __enter__(self) -> "ChildWorker":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _wait_for_turn(self, cancelled: Asked | None) -> None:
        while not self._turn.acquire(timeout=POLL_S):
            self._check(cancelled)

    def _check(self, cancelled: Asked | None) -> None:
        if self._closed.is_set() or (cancelled is not None and cancelled()):
            raise Cancelled

    def _ready(self) -> ChildProcess:
        """A living child; a dead one is cleared away first."""
        if self._child is not None and not self._child.is_alive():
            self._drop()
        if self._child is None:
            try:
                self._child = ChildProcess(self._command, self._memory_limit_bytes)
            except OSError as error:
                raise Unavailable("work.not_started") from error
        return self._child

    def _drop(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child = None

    def _outcome(
        self, order: Order, progress: Progress | None, cancelled: Asked | None
    ) -> LastMessage:
        """What the task ended with. Raises Died."""
        self._check(cancelled)
        try:
            return self._attempt(order, progress, cancelled)
        except _DiedIdle:
            logger.info("the child had died while it was idle")
        return self._attempt(order, progress, cancelled)

    def _attempt(
        self, order: Order, progress: Progress | None, cancelled: Asked | None
    ) -> LastMessage:
        """One try with one child, which is only kept if it is fit for the next task."""
        child = self._ready()
        try:
            message = self._last_message(child, order, progress, cancelled)
        except BaseException:
            self._drop()
            raise
        if isinstance(message, OutOfMemory):
            self._drop()
        return message

    def _last_message(
        self,
        child: ChildProcess,
        order: Order,
        progress: Progress | None,
        cancelled: Asked | None,
    ) -> LastMessage:
        started = False
        end_at = time.monotonic() + order.time_limit_s
        try:
            child.give(order)
            while True:
                self._check(cancelled)
                if time.monotonic() > end_at:
                    raise Unavailable("work.too_long", seconds=round(order.time_limit_s))
                message = child.next_message(POLL_S)
                if isinstance(message, Started):
                    started = True
                elif isinstance(message, Report):
                    if progress is not None:
                        progress(message.done, message.total, message.text_code)
                elif message is not None:
                    return message
        except Died as error:
            if started:
                raise
            raise _DiedIdle from error


class _DiedIdle(Died):
    """The child died before it had taken the task up."""


def _pickled(task: Callable[..., object], args: tuple[object, ...]) -> bytes:
    try:
        return pickle.dumps((task, args))
    except Exception as error:
        raise WorkerFailure(type(error).__name__, describe(error)) from None


def _opened(message: LastMessage) -> object:
    """Result of the task, or raise what its last message says."""
    match message:
        case Answer(pieces):
            with collector.resting():
                return _unpickled(pieces)
        case KnownError(error):
            raise cast(Exception, _unpickled((error,)))
        case Failure(kind, trace):
            raise WorkerFailure(kind, trace)
        case OutOfMemory():
            raise Unavailable("work.too_large")


def _unpickled(pieces: tuple[bytes, ...]) -> object:
    try:
        return from_pieces(pieces)
    except Exception as error:
        raise WorkerFailure(type(error).__name__, describe(error)) from None
