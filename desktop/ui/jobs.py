"""Work off the window's thread: lanes that write and one that reads, one signal back.

Threads wait for the database and the network only; what computes for long belongs into the
child process of `desktop.work`, which a job may call. No Qt object is made or destroyed in
a worker: jobs return plain values, and the runner calls back on the window's thread if the
page that asked is still there.
"""

import contextlib
import inspect
import threading
import time
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from desktop.errors import AppError, Cancelled

T = TypeVar("T")

READERS = 2
REPORTS_PER_SECOND = 10


class Lane(StrEnum):
    """Where a job runs: everything that writes the register goes through one lane."""

    READ = "read"
    WRITE = "write"
    DRAFT = "draft"
    """Keeps what was typed and is not saved: it does not wait until an import has ended."""


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a job is: how much is done, of how much, and the code of what is being done."""

    done: int
    total: int
    code: str = ""


class Progress:
    """What a job reports to, and by which it learns that it shall stop. Free of Qt.

    It is itself a `desktop.work.Progress`: call it with done, total and a code. Both that
    and `check` raise Cancelled when the officer has asked to stop.
    """

    def __init__(self, report: Callable[[Stage], None]) -> None:
        self._report = report
        self._asked = threading.Event()
        self._interrupts: list[Callable[[], None]] = []
        self._lock = threading.Lock()
        self._next_at = float("-inf")

    def __call__(self, done: int, total: int = 0, code: str = "") -> None:
        """Report a stage, at most ten times a second but always the last."""
        self.check()
        moment = time.monotonic()
        if moment >= self._next_at or (total and done >= total):
            self._next_at = moment + 1 / REPORTS_PER_SECOND
            self._report(Stage(done, total, code))

    def cancelled(self) -> bool:
        """Whether the job shall stop."""
        return self._asked.is_set()

    def check(self) -> None:
        """Raise Cancelled if the job shall stop."""
        if self._asked.is_set():
            raise Cancelled

    def on_cancel(self, interrupt: Callable[[], None]) -> None:
        """Call `interrupt` when asked to stop, to break off a statement under way.

        It is called on the window's thread and must not wait.
        """
        with self._lock:
            if not self._asked.is_set():
                self._interrupts.append(interrupt)
                return
        interrupt()

    def cancel(self) -> None:
        """Ask the job to stop."""
        with self._lock:
            self._asked.set()
            interrupts, self._interrupts = self._interrupts, []
        for interrupt in interrupts:
            interrupt()


Job = Callable[[Progress], T]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """How a job ended; at most one is set, none for a cancelled one."""

    result: Any = None
    error: AppError | None = None
    bug: BaseException | None = None
    cancelled: bool = False


class JobHandle(Generic[T]):
    """A job that was given to a runner."""

    def __init__(
        self,
        title: str,
        lane: Lane,
        owner: QObject | None,
        on_success: Callable[[T], object] | None,
        on_error: Callable[[AppError], object] | None,
        on_progress: Callable[[Stage], object] | None,
        report: Callable[["JobHandle[Any]", Stage], None],
    ) -> None:
        self.title = title
        self.lane = lane
        self.stage: Stage | None = None
        self.progress = Progress(self._relay_stage)
        self._report = report
        self._owner = weakref.ref(owner) if owner is not None else None
        self._on_success = _weakly(on_success)
        self._on_error = _weakly(on_error)
        self._on_progress = _weakly(on_progress)
        self._over = False

    @property
    def running(self) -> bool:
        """Whether its end has not been told yet."""
        return not self._over

    def cancel(self) -> None:
        """Ask the job to stop; its callbacks are not called any more."""
        self.progress.cancel()

    def is_owned_by(self, owner: QObject) -> bool:
        """Whether `owner` asked for it."""
        return self._owner is not None and self._owner() is owner

    def is_orphan(self) -> bool:
        """Whether whoever asked for it is gone."""
        if self._owner is None:
            return False
        owner = self._owner()
        return owner is None or not shiboken6.isValid(owner)

    def _relay_stage(self, stage: Stage) -> None:
        self._report(self, stage)


class JobRunner(QObject):
    """Runs jobs and calls back on the window's thread.

    Signals:
        started(JobHandle): a job with a title was given; it is shown in the status bar.
        progressed(JobHandle): its `stage` changed.
        finished(JobHandle): it ended, in whatever way.
        failed(AppError): a known failure that no callback took.
        crashed(BaseException): a bug in a job.
    """

    started = Signal(object)
    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    crashed = Signal(object)

    _relayed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {
            Lane.READ: ThreadPoolExecutor(READERS, thread_name_prefix="read"),
            Lane.WRITE: ThreadPoolExecutor(1, thread_name_prefix="write"),
            Lane.DRAFT: ThreadPoolExecutor(1, thread_name_prefix="draft"),
        }
        self._accepting = True
        self._handles: dict[JobHandle[Any], Future[None]] = {}
        self._watched: weakref.WeakSet[QObject] = weakref.WeakSet()
        self._relayed.connect(self._on_relayed)

    def run(
        self,
        job: Job[T],
        on_success: Callable[[T], object] | None = None,
        on_error: Callable[[AppError], object] | None = None,
        on_progress: Callable[[Stage], object] | None = None,
        *,
        owner: QObject | None = None,
        lane: Lane = Lane.READ,
        title: str = "",
    ) -> JobHandle[T]:
        """Run `job` in a lane and call back when it has ended.

        Bound methods are held weakly, and nothing is called once `owner` is gone; a job
        that was cancelled calls nothing. A known failure without `on_error` is sent by
        `failed`. A `title` makes the job visible to the officer, with a way to cancel.

        Raises RuntimeError after `shutdown`, TypeError for a method of a Qt object: a job
        may be the last to let go of it, and would then destroy it on the worker's thread.
        """
        if isinstance(getattr(job, "__self__", None), QObject):
            raise TypeError("a job must not belong to a Qt object")
        if not self._accepting:
            raise RuntimeError("the runner is shut down")
        handle: JobHandle[T] = JobHandle(
            title, lane, owner, on_success, on_error, on_progress, self._relay
        )
        if owner is not None and owner not in self._watched:
            self._watched.add(owner)
            owner.destroyed.connect(self._cancel_orphans)
        self._handles[handle] = self._pools[lane].submit(self._work, handle, job)
        if title:
            self.started.emit(handle)
        return handle

    def cancel_owner(self, owner: QObject) -> None:
        """Cancel the reading jobs of a page that is being closed; what is written is written."""
        for handle in list(self._handles):
            if handle.is_owned_by(owner) and handle.lane is Lane.READ:
                handle.cancel()

    @property
    def busy(self) -> int:
        """How many jobs have not ended."""
        return len(self._handles)

    def shutdown(self, deadline_s: float = 10.0) -> bool:
        """Stop accepting, cancel what reads, and wait for what writes.

        Jobs that write are never broken off. Answers whether all had ended within
        `deadline_s`; the database may be closed then.
        """
        self._accepting = False
        for handle in list(self._handles):
            if handle.lane is Lane.READ:
                handle.cancel()
        # Pages die after this runner when a window goes, and must not call what is half gone.
        for owner in list(self._watched):
            if shiboken6.isValid(owner):
                owner.destroyed.disconnect(self._cancel_orphans)
        self._watched.clear()
        self._pools[Lane.READ].shutdown(wait=False, cancel_futures=True)
        for lane in (Lane.WRITE, Lane.DRAFT):
            self._pools[lane].shutdown(wait=False)
        # `wait` would sit out the deadline for what was cancelled before it began.
        begun = [future for future in self._handles.values() if not future.cancelled()]
        return not wait(begun, timeout=deadline_s).not_done

    def _work(self, handle: JobHandle[Any], job: Job[Any]) -> None:
        """On the worker's thread: the one place, with its like, that catches everything."""
        try:
            handle.progress.check()
            outcome = _Outcome(result=job(handle.progress))
        except Cancelled:
            outcome = _Outcome(cancelled=True)
        except AppError as error:
            outcome = _Outcome(error=error)
        except Exception as bug:
            outcome = _Outcome(bug=bug)
        self._relay(handle, outcome)

    def _relay(self, handle: JobHandle[Any], message: object) -> None:
        """From any thread to the window's thread; too late once the program is ending."""
        with contextlib.suppress(RuntimeError):
            self._relayed.emit((handle, message))

    @Slot(object)
    def _on_relayed(self, relayed: tuple[JobHandle[Any], Stage | _Outcome]) -> None:
        handle, message = relayed
        deaf = handle.progress.cancelled() or handle.is_orphan()
        if isinstance(message, Stage):
            handle.stage = message
            if not deaf:
                _call(handle._on_progress, message)
            self.progressed.emit(handle)
            return
        self._handles.pop(handle, None)
        handle._over = True
        try:
            self._deliver(handle, message, deaf)
        finally:
            self.finished.emit(handle)

    def _deliver(self, handle: JobHandle[Any], outcome: _Outcome, deaf: bool) -> None:
        if outcome.bug is not None:
            self.crashed.emit(outcome.bug)
        elif outcome.cancelled or deaf:
            return
        elif outcome.error is None:
            _call(handle._on_success, outcome.result)
        elif handle._on_error is not None:
            _call(handle._on_error, outcome.error)
        else:
            self.failed.emit(outcome.error)

    @Slot()
    def _cancel_orphans(self) -> None:
        for handle in list(self._handles):
            if handle.lane is Lane.READ and handle.is_orphan():
                handle.cancel()


_Callback = Callable[[], Callable[[Any], object] | None]


def _weakly(callback: Callable[[Any], object] | None) -> _Callback | None:
    """A way to `callback` that does not keep the object of a bound method alive."""
    if callback is None:
        return None
    if inspect.ismethod(callback):
        return weakref.WeakMethod(callback)
    return lambda: callback


def _call(way: _Callback | None, value: object) -> None:
    callback = way() if way is not None else None
    if callback is not None:
        callback(value)
