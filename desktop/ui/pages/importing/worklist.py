"""The list that is worked on: what was read, what was decided, and what has to be read again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.domain.intake.fields import Field
from desktop.domain.intake.model import Overrides, Problem, Remedy
from desktop.errors import AppError, UserError
from desktop.ui.pages.importing.corrections import Corrections
from desktop.ui.pages.importing.field_words import field_word
from desktop.ui.pages.importing.findings import Findings
from desktop.ui.pages.importing.mending import (
    mended,
    mended_words,
    with_cells,
    with_field,
    with_row_left_out,
)
from desktop.ui.pages.importing.sheet_shown import SheetShown
from desktop.usecases.ports import ReadList
from reports.texts import Texts


@dataclass(frozen=True)
class ReadOrder:
    """A list that shall be read: with these decisions, or for the first time without any."""

    number: int
    path: Path
    overrides: Overrides | None = None


@dataclass(frozen=True)
class Reading:
    """A list that was read; `kept` are decisions of an earlier session, taken up again."""

    read: ReadList
    findings: Findings
    kept: tuple[Overrides, ...] = ()


class WorkList:
    """One file from its choice to its import.

    Every decision answers a `ReadOrder`, to be read off the window's thread; the outcome goes
    to `take` or `fail`. Outcomes of older orders are dropped. Until the outcome comes, what was
    read last stays, with the officer's own texts in it.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._number = 0
        self._awaited = 0
        self._read_with = Overrides()
        self._clear(None)

    def _clear(self, path: Path | None) -> None:
        self.path = path
        self.read: ReadList | None = None
        self.findings = Findings()
        self.corrections = Corrections()
        self.failure: AppError | None = None
        self.was_taken_up = False

    @property
    def is_reading(self) -> bool:
        """Whether an order was not answered yet."""
        return self._awaited > 0

    @property
    def shown(self) -> SheetShown:
        """What the grid shows."""
        return self.findings.sheet

    @property
    def file_name(self) -> str:
        """Name of the file."""
        return self.path.name if self.path else ""

    @property
    def may_correct(self) -> bool:
        """Whether the sheet that is shown is the one that decisions are about."""
        return self.read is not None and self.corrections.present.sheet == self.read.draft.sheet

    @property
    def is_current(self) -> bool:
        """Whether what was read goes by everything that was decided."""
        present = self.corrections.present
        return self.read is not None and not self.is_reading and self._read_with == present

    # Reading

    def begin(self, path: Path) -> ReadOrder:
        """Begin with a file."""
        self._clear(path)
        return self._order(None)

    def let_go(self) -> None:
        """Be without a file."""
        self._awaited = 0
        self._clear(None)

    def again(self) -> ReadOrder:
        """Read once more, with everything that was decided."""
        return self._order(self.corrections.present if self.read else None)

    def stop(self) -> None:
        """Nobody waits for the outcome any more; a file that was never read is let go."""
        self._awaited = 0
        if self.read is None:
            self.let_go()

    def take(self, order: ReadOrder, reading: Reading) -> bool:
        """Take what was read; answers whether it was still wanted."""
        if order.number != self._awaited:
            return False
        self._awaited = 0
        self.failure = None
        if reading.kept:
            others = {one.sheet: one for one in reading.kept[1:]}
            self.corrections = Corrections(reading.kept[0], others)
            self.was_taken_up = True
        elif order.overrides is None:
            self.corrections.name_sheet(reading.read.draft.sheet)
        self.read = reading.read
        self.findings = reading.findings
        self._read_with = self.corrections.present
        self._show_texts()
        return True

    def fail(self, order: ReadOrder, error: AppError) -> bool:
        """Take a failure; answers whether it was still wanted.

        Where a sheet, a heading or a meaning was refused, the last one that could be read
        counts again; what the officer typed is never given up.
        """
        if order.number != self._awaited:
            return False
        self._awaited = 0
        self.failure = error
        if self.read is not None and isinstance(error, UserError):
            self.corrections.fall_back(self._read_with)
            self._show_texts()
        return True

    # Decisions

    def choose_sheet(self, name: str) -> ReadOrder:
        """Read another sheet of the file."""
        self.corrections.choose_sheet(name, self._texts.t("Sheet “{sheet}” chosen", sheet=name))
        return self.again()

    def set_heading(self, first: int, last: int) -> ReadOrder:
        """Say in which rows the heading stands; 0, 0 for a list without one."""
        t = self._texts.t
        words = t("Heading in row {row}", row=last) if last else t("A list without a heading")
        return self._decide(replace(self._present, header_rows=(first, last)), words)

    def set_field(self, column: int, field: Field) -> ReadOrder:
        """Say what a column means."""
        words = self._texts.t(
            "“{column}” means: {meaning}",
            column=self.header_of(column),
            meaning=field_word(self._texts, field),
        )
        return self._decide(with_field(self._present, column, field), words)

    def mend(self, problems: Sequence[Problem], remedy: Remedy) -> ReadOrder:
        """Apply a remedy to some problems, or to all of a code."""
        headers = {column.index: column.header for column in self.shown.columns}
        words = mended_words(self._texts, problems, remedy, headers)
        return self._decide(mended(self._present, problems, remedy), words)

    def edit_cell(self, row: int, column: int, text: str) -> ReadOrder | None:
        """Write another text into a cell; None where it stood there already."""
        if text == self.shown.text(row, column):
            return None
        words = self._texts.t(
            "“{column}” in row {row} corrected", column=self.header_of(column), row=row
        )
        return self._decide(with_cells(self._present, {(row, column): text}), words)

    def leave_out(self, row: int, *, out: bool) -> ReadOrder:
        """Leave a row out of the import, or take it in again."""
        t = self._texts.t
        words = t("Row {row} is left out", row=row) if out else t("Row {row} is taken in", row=row)
        return self._decide(with_row_left_out(self._present, row, out=out), words)

    def begin_anew(self) -> ReadOrder:
        """Take out everything that was decided about the sheet; that can be undone as well."""
        sheet = self._present.sheet
        return self._decide(Overrides(sheet=sheet), self._texts.t("Corrections taken out"))

    def undo(self) -> tuple[str, ReadOrder] | None:
        """Take the last decision back; what it was, in words."""
        words = self.corrections.undo()
        if not words:
            return None
        self._show_texts()
        return words, self.again()

    def header_of(self, column: int) -> str:
        """The sheet's own heading of a column, else its letters."""
        for one in self.shown.columns:
            if one.index == column:
                return one.header or one.letters
        return ""

    # Inside

    @property
    def _present(self) -> Overrides:
        return self.corrections.present

    def _decide(self, after: Overrides, words: str) -> ReadOrder:
        self.corrections.decide(after, words)
        self.was_taken_up = False
        self._show_texts()
        return self.again()

    def _order(self, overrides: Overrides | None) -> ReadOrder:
        if self.path is None:
            raise RuntimeError("no file was chosen")
        self.failure = None
        self._number += 1
        self._awaited = self._number
        return ReadOrder(self._number, self.path, overrides)

    def _show_texts(self) -> None:
        """Show what the officer wrote at once, before it was read."""
        if self.read is not None:
            sheet = self.read.draft.sheet
            self.findings = self.findings.with_texts(self.corrections.present, sheet)
