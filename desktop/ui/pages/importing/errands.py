"""Runs the jobs of the import page and hands their outcomes to its presenter."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.intake.model import Overrides
from desktop.errors import AppError, Unavailable
from desktop.ui.jobs import Job, JobHandle, JobRunner, Lane, Progress
from desktop.ui.pages.importing.presenter import Busy, ImportPresenter
from desktop.ui.pages.importing.rehearsal import Rehearsal
from desktop.ui.pages.importing.sheet_shown import SheetShown
from desktop.ui.pages.importing.work import ImportWork
from desktop.ui.pages.importing.worklist import Reading, ReadOrder
from desktop.usecases.importing import ImportResult
from desktop.usecases.ports import ChangeSet, ReadList
from desktop.usecases.views import BatchRow

T = TypeVar("T")


class Errands(QObject):
    """What is done off the window's thread, one reading at a time.

    Signals:
        settled: the presenter knows something new.
        first_read: a file was read for the first time.
        staged(Stage): how far reading is.
        stored(ImportResult): a list was imported.
        undone(ChangeSet): an import was taken back.
        saved(Path): the problems were written into this file.
        not_saved(AppError): they could not be written.
        not_kept: the disk does not take the corrections.
    """

    settled = Signal()
    first_read = Signal()
    staged = Signal(object)
    stored = Signal(object)
    undone = Signal(object)
    saved = Signal(object)
    not_saved = Signal(object)
    not_kept = Signal()

    def __init__(
        self, presenter: ImportPresenter, jobs: JobRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._jobs = jobs
        self._reading: tuple[JobHandle[Any], ReadOrder] | None = None
        self._writing: JobHandle[Any] | None = None
        jobs.finished.connect(self._on_finished)

    def read(self, order: ReadOrder) -> None:
        """Read a list; what was being read is not wanted any more."""
        self._drop_reading()
        texts = self._presenter.texts
        first = order.overrides is None
        title = (
            texts.t("Reading {file}", file=order.path.name) if first else texts.t("Reading again")
        )
        handle = self._jobs.run(
            partial(_read, self._presenter.work, order),
            self._on_read,
            partial(self._on_not_read, order),
            self.staged.emit,
            owner=self,
            title=title,
        )
        self._reading = handle, order
        self.settled.emit()

    @Slot()
    def stop_reading(self) -> None:
        """Stop reading; what was read before stays."""
        self._drop_reading()
        self._presenter.list.stop()
        self.settled.emit()

    def rehearse(self) -> None:
        """Compare the list with the register."""
        read = self._presenter.list.read
        if read is None:
            return
        self._presenter.busy = Busy.COMPARING
        job = partial(_rehearse, self._presenter.work, read, self._presenter.place_id)
        # The comparison needs the lane that writes, because it is a transaction taken back.
        self._write(job, self._on_rehearsed)

    def store(self) -> None:
        """Import the list."""
        read = self._presenter.list.read
        if read is None:
            return
        self._presenter.busy = Busy.STORING
        job = partial(_store, self._presenter.work, read, self._presenter.place_id)
        self._write(job, self._on_stored)
        self.settled.emit()

    def undo(self, batch_id: UUID) -> None:
        """Take an import back."""
        self._presenter.busy = Busy.UNDOING
        self._presenter.failure = None
        job = partial(_undo, self._presenter.work, batch_id)
        self._write(job, self._on_undone)
        self.settled.emit()

    def read_batches(self) -> None:
        """Read the last imports."""
        job = partial(_batches, self._presenter.work)
        self._jobs.run(job, self._on_batches, owner=self)

    def keep(self) -> None:
        """Keep what was decided, for the case that the program ends before the import."""
        read = self._presenter.list.read
        if read is None:
            return
        corrections = self._presenter.list.corrections
        sheets = () if corrections.is_empty else corrections.sheets
        job = partial(_keep, self._presenter.work, read.file_hash, sheets)
        self._jobs.run(job, self._on_kept, owner=self, lane=Lane.DRAFT)

    def save_problems(self, path: Path) -> None:
        """Write the problems of the list into a workbook."""
        read = self._presenter.list.read
        if read is None:
            return
        job = partial(_save, self._presenter.work, path, read, self._presenter.list.shown)
        self._jobs.run(job, self.saved.emit, self.not_saved.emit, owner=self)

    # Outcomes

    def _drop_reading(self) -> None:
        dropped, self._reading = self._reading, None
        if dropped is not None:
            dropped[0].cancel()

    def _on_read(self, outcome: tuple[ReadOrder, Reading]) -> None:
        order, reading = outcome
        self._reading = None
        if self._presenter.take_reading(order, reading):
            if order.overrides is None:
                self.first_read.emit()
            self.settled.emit()

    def _on_not_read(self, order: ReadOrder, error: AppError) -> None:
        self._reading = None
        if self._presenter.list.fail(order, error):
            self.settled.emit()

    @Slot(object)
    def _on_finished(self, handle: JobHandle[Any]) -> None:
        """A job that ended without an outcome was stopped in the status bar, or has a bug."""
        if self._reading is not None and handle is self._reading[0]:
            order = self._reading[1]
            self._reading = None
            if handle.progress.cancelled():
                self._presenter.list.stop()
            else:
                self._presenter.list.fail(order, Unavailable("work.died"))
            self.settled.emit()
        elif handle is self._writing:
            self._on_failed(Unavailable("work.died"))

    def _write(self, job: Job[T], on_success: Callable[[T], object]) -> None:
        self._writing = self._jobs.run(
            job, on_success, self._on_failed, owner=self, lane=Lane.WRITE
        )

    def _on_rehearsed(self, outcome: tuple[ReadList, Rehearsal]) -> None:
        self._writing = None
        read, rehearsal = outcome
        self._presenter.take_rehearsal(read, rehearsal)
        self.settled.emit()

    def _on_stored(self, result: ImportResult) -> None:
        self._writing = None
        self._presenter.take_result(result)
        self.stored.emit(result)
        self.settled.emit()

    def _on_undone(self, change: ChangeSet) -> None:
        self._writing = None
        self._presenter.busy = Busy.NOTHING
        self.undone.emit(change)
        self.settled.emit()

    def _on_batches(self, batches: tuple[BatchRow, ...]) -> None:
        self._presenter.take_batches(batches)
        self.settled.emit()

    def _on_failed(self, error: AppError) -> None:
        self._writing = None
        self._presenter.take_failure(error)
        self.settled.emit()

    def _on_kept(self, kept: bool) -> None:
        if not kept:
            self.not_kept.emit()


def _read(work: ImportWork, order: ReadOrder, progress: Progress) -> tuple[ReadOrder, Reading]:
    return order, work.read(order, progress, progress.cancelled)


def _rehearse(
    work: ImportWork, read: ReadList, place_id: UUID | None, _progress: Progress
) -> tuple[ReadList, Rehearsal]:
    return read, work.rehearse(read, place_id)


def _store(
    work: ImportWork, read: ReadList, place_id: UUID | None, _progress: Progress
) -> ImportResult:
    return work.store(read, place_id)


def _undo(work: ImportWork, batch_id: UUID, _progress: Progress) -> ChangeSet:
    return work.undo(batch_id)


def _batches(work: ImportWork, _progress: Progress) -> tuple[BatchRow, ...]:
    return work.batches()


def _keep(
    work: ImportWork, file_hash: str, sheets: Sequence[Overrides], _progress: Progress
) -> bool:
    return work.keep(file_hash, sheets)


def _save(
    work: ImportWork, path: Path, read: ReadList, shown: SheetShown, _progress: Progress
) -> Path:
    work.save_problems(path, read, shown)
    return path
