"""What the import page has done off the window's thread. Free of Qt and of the page's state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from desktop.domain.intake.model import ListDraft, Overrides
from desktop.errors import UserError
from desktop.files.problem_list import ProblemLine, problem_list
from desktop.files.writing import write_atomically
from desktop.ui.pages.importing.drafts import CorrectionFiles
from desktop.ui.pages.importing.findings import find
from desktop.ui.pages.importing.problem_groups import problem_sentence
from desktop.ui.pages.importing.rehearsal import Rehearsal, rehearse
from desktop.ui.pages.importing.sheet_shown import SheetShown
from desktop.ui.pages.importing.worklist import Reading, ReadOrder
from desktop.usecases.importing import ImportResult, import_list, undo_import
from desktop.usecases.ports import ChangeSet, Desk, Progress, ReadList
from desktop.usecases.views import BatchRow
from reports.texts import Texts

LAST_BATCHES = 8


@dataclass(frozen=True)
class ImportWork:
    """The jobs of the page: each may take long, and none touches a widget."""

    desk: Desk
    texts: Texts
    files: CorrectionFiles

    def read(self, order: ReadOrder, progress: Progress, cancelled: Callable[[], bool]) -> Reading:
        """Read a list; for the first time with what an earlier session mended in it.

        Raises:
            UserError, Unavailable, Cancelled: as `Workshop.read_list`.
        """
        shop = self.desk.workshop
        read = shop.read_list(order.path, order.overrides, progress, cancelled)
        if order.overrides is not None:
            return self._found(read)
        kept = _renamed(self.files.load(read.file_hash, self.desk.now()), read.draft)
        if not kept:
            return self._found(read)
        try:
            return self._found(shop.read_list(order.path, kept[0], progress, cancelled), kept)
        except UserError:
            return self._found(read)

    def _found(self, read: ReadList, kept: tuple[Overrides, ...] = ()) -> Reading:
        return Reading(read, find(self.texts, read), kept)

    def keep(self, file_hash: str, sheets: Sequence[Overrides]) -> bool:
        """Keep what was mended, or forget it if that is nothing.

        Answers whether the disk took it.
        """
        if not sheets:
            self.files.drop(file_hash)
            return True
        return self.files.keep(file_hash, sheets)

    def rehearse(self, read: ReadList, place_id: UUID | None) -> Rehearsal:
        """Compare a list with the register.

        Raises:
            UserError: `intake.nobody`.
        """
        return rehearse(self.desk, self.texts, read, place_id)

    def store(self, read: ReadList, place_id: UUID | None) -> ImportResult:
        """Take a list in, and forget its draft.

        Raises:
            UserError: `intake.nobody`.
        """
        result = import_list(self.desk, read, place_id=place_id)
        self.files.drop(read.file_hash)
        return result

    def undo(self, batch_id: UUID) -> ChangeSet:
        """Take an import back.

        Raises:
            Conflict: when later work depends on it, or it was undone already.
        """
        return undo_import(self.desk, batch_id)

    def batches(self) -> tuple[BatchRow, ...]:
        """The last imports."""
        with self.desk.store.read() as reads:
            return tuple(reads.import_batches(LAST_BATCHES))

    def save_problems(self, path: Path, read: ReadList, shown: SheetShown) -> None:
        """Write the problems of a list into a workbook.

        Raises:
            Unavailable: in the words of `files.writing`.
        """
        lines = problem_lines(self.texts, read, shown)
        data = problem_list(self.texts, read.file_name, read.draft.sheet, lines, self.desk.now())
        write_atomically(path, data)


def _renamed(kept: tuple[Overrides, ...], draft: ListDraft) -> tuple[Overrides, ...]:
    """The only sheet of a text file is called after the file, which may be another one now."""
    if len(kept) == 1 and len(draft.sheets) == 1:
        return (replace(kept[0], sheet=draft.sheet),)
    return kept


def problem_lines(texts: Texts, read: ReadList, shown: SheetShown) -> list[ProblemLine]:
    """Every problem of a list in words, in the order of the sheet."""
    headers = {one.index: one.header or one.letters for one in shown.columns}
    return [
        ProblemLine(
            row=problem.row,
            column=headers.get(problem.column, "") if problem.column is not None else "",
            value="" if problem.column is None else shown.text(problem.row, problem.column),
            problem=problem_sentence(texts, problem),
        )
        for problem in read.draft.problems
    ]
