"""What the import page decides: which step comes next, and what each step has to say."""

from enum import IntEnum
from pathlib import Path
from uuid import UUID

from desktop.errors import AppError
from desktop.ui.pages.importing.places import guess_place
from desktop.ui.pages.importing.rehearsal import Rehearsal
from desktop.ui.pages.importing.work import ImportWork
from desktop.ui.pages.importing.worklist import Reading, ReadOrder, WorkList
from desktop.usecases.importing import ImportResult
from desktop.usecases.ports import ReadList
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.views import BatchRow


class Step(IntEnum):
    """The steps of the page, in their order."""

    FILE = 0
    COLUMNS = 1
    VALUES = 2
    DUPLICATES = 3
    RESULT = 4


class Busy(IntEnum):
    """What is done besides reading."""

    NOTHING = 0
    COMPARING = 1
    STORING = 2
    UNDOING = 3


class ImportPresenter:
    """State of one import after the other. No widgets; jobs are in `work`, the list in `list`."""

    def __init__(self, work: ImportWork, book: ReferenceBook) -> None:
        self.work = work
        self.book = book
        self.texts = work.texts
        self.list = WorkList(work.texts)
        self.step = Step.FILE
        self.busy = Busy.NOTHING
        self.place_id: UUID | None = None
        self.rehearsal: Rehearsal | None = None
        self.result: ImportResult | None = None
        self.was_undone = False
        self.failure: AppError | None = None
        self.batches: tuple[BatchRow, ...] | None = None

    # The file

    def take_file(self, path: Path) -> ReadOrder:
        """Begin with a file; what was mended in another one stays in its draft."""
        self.step = Step.FILE
        self._forget()
        return self.list.begin(path)

    def start_over(self) -> None:
        """Be ready for another list."""
        self.step = Step.FILE
        self._forget()
        self.list.let_go()

    def take_reading(self, order: ReadOrder, reading: Reading) -> bool:
        """Take a list that was read; answers whether it was still wanted."""
        if not self.list.take(order, reading):
            return False
        self.rehearsal = None
        if order.overrides is None:
            title = reading.read.draft.title
            self.place_id = guess_place(title, self.book.places.values())
            self.step = Step.COLUMNS
        return True

    # Going on and back

    @property
    def may_go_on(self) -> bool:
        """Whether the next step can be taken now."""
        if self.busy or not self.list.is_current or self.list.read is None:
            return False
        match self.step:
            case Step.COLUMNS | Step.VALUES:
                return bool(self.list.read.draft.people)
            case Step.DUPLICATES:
                return self.rehearsal is not None and self.rehearsal.stored > 0
            case Step.RESULT:
                return not self.was_undone
        return True

    @property
    def may_undo_decision(self) -> bool:
        """Whether Ctrl+Z takes a decision about the list back."""
        at_work = self.step in (Step.COLUMNS, Step.VALUES)
        return at_work and self.list.read is not None and bool(self.list.corrections.last)

    def go_to(self, step: Step) -> None:
        """Show a step; the rehearsal of the duplicates is asked for by whoever shows it."""
        if self.step is Step.RESULT and step is not Step.RESULT:
            # The register is another one now.
            self.rehearsal = None
        self.step = step
        self.failure = None

    @property
    def is_storing(self) -> bool:
        """Whether the register is being written to."""
        return self.busy in (Busy.STORING, Busy.UNDOING)

    @property
    def wants_rehearsal(self) -> bool:
        """Whether the list has to be compared with the register."""
        return self.step is Step.DUPLICATES and self.rehearsal is None and self.busy is Busy.NOTHING

    def take_rehearsal(self, read: ReadList, rehearsal: Rehearsal) -> None:
        """Take what the comparison found, if the list is still the one that was compared."""
        self.busy = Busy.NOTHING
        if read is self.list.read:
            self.rehearsal = rehearsal

    def take_result(self, result: ImportResult) -> None:
        """The list was imported."""
        self.busy = Busy.NOTHING
        self.result = result
        self.was_undone = False
        self.step = Step.RESULT

    def take_batches(self, batches: tuple[BatchRow, ...]) -> None:
        """Take the last imports, and see whether the present one was taken back."""
        self.batches = batches
        if self.result is None:
            return
        undone = {batch.id for batch in batches if batch.undone}
        if self.result.batch_id in undone and not self.was_undone:
            self.was_undone = True
            self.rehearsal = None

    def take_failure(self, error: AppError) -> None:
        """A comparison, an import or an undo failed; everything else stays as it is."""
        self.busy = Busy.NOTHING
        self.failure = error

    def _forget(self) -> None:
        self.place_id = None
        self.rehearsal = None
        self.result = None
        self.was_undone = False
        self.failure = None
