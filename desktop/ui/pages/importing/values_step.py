"""Step 3: the rows of the sheet with their doubts, mended in place or all of a kind at once."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.domain.intake.model import Problem, Remedy, Severity
from desktop.ui.messages import announce
from desktop.ui.pages.importing.findings import Findings
from desktop.ui.pages.importing.presenter import ImportPresenter
from desktop.ui.pages.importing.problem_groups import (
    ASIDE,
    ProblemGroup,
    heading_of,
    problem_sentence,
    remedy_words,
)
from desktop.ui.pages.importing.problems_panel import ProblemsPanel
from desktop.ui.pages.importing.sheet_grid import SheetGrid
from desktop.ui.pages.importing.sheet_model import MARKS
from desktop.ui.pages.importing.wording import value_sums
from desktop.ui.theme import Mark, px
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.summary import SummaryLine, SummaryPart

_SUM_MARKS = {"": Mark.OK, **{severity.value: mark for severity, mark in MARKS.items()}}


class ValuesStep(QWidget):
    """The grid, the problems at its side, and the sum of the rows beneath.

    Signals:
        cell_edited(int, int, str): row and column of the sheet, and what was written there.
        meaning_chosen(int, Field): column of the sheet, and what it shall mean.
        mended(object, Remedy): problems, and what shall mend them.
        left_out(int, bool): a row shall be left out, or taken in again.
        sheet_asked: go back to the sheet and its columns.
        undo_asked: take the last decision back.
    """

    cell_edited = Signal(int, int, str)
    meaning_chosen = Signal(int, object)
    mended = Signal(object, object)
    left_out = Signal(int, bool)
    sheet_asked = Signal()
    undo_asked = Signal()

    def __init__(self, presenter: ImportPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        t = presenter.texts.t
        self._shown_groups: tuple[ProblemGroup, ...] | None = None
        self._only: tuple[str, tuple[int, ...]] | None = None
        self._fresh = True
        self.grid = SheetGrid(presenter.texts, t("Rows of the list"), editable=True)
        self.panel = ProblemsPanel(presenter.texts)
        self.sum_line = SummaryLine()
        self.chip = Chip(t("Only"))
        self._filter = QWidget()
        self._lay_out()
        self._connect()

    @property
    def _found(self) -> Findings:
        return self._presenter.list.findings

    @property
    def is_filtered(self) -> bool:
        """Whether only some rows are shown."""
        return self._only is not None

    def refresh(self) -> None:
        """Show what the presenter knows; the keyboard and what is being typed stay."""
        work = self._presenter.list
        if work.read is None:
            return
        found = work.findings
        if found.groups is not self._shown_groups:
            self._shown_groups = found.groups
            self.panel.show_problems(found.groups, found.aside)
        self.panel.show_last(work.corrections.last)
        self._show_rows()
        self.grid.set_unlocked(work.may_correct)
        self._light_up()
        self._show_sum()

    def begin(self) -> None:
        """Another list will be shown, from its first problem."""
        self._only = None
        self._fresh = True
        self.grid.leave_cell()

    def start(self) -> None:
        """Show all rows, at the first problem or where the officer was."""
        self._only = None
        self.refresh()
        fresh, self._fresh = self._fresh, False
        if fresh and self._found.cells:
            self.grid.go_to(*self._found.cells[0])

    def show_all(self) -> None:
        """Show every row again."""
        self._only = None
        self._show_rows()

    @Slot()
    def next_problem(self) -> None:
        """Go to the next cell with a problem, after the last one to the first."""
        shown = set(self._numbers())
        cells = [cell for cell in self._found.cells if cell[0] in shown]
        if not cells:
            return
        here = self.grid.current_cell() or (0, -1)
        cell = next((one for one in cells if one > here), cells[0])
        self.grid.go_to(*cell)
        said = [problem_sentence(self._presenter.texts, one) for one in self._found.by_cell[cell]]
        announce(self.grid, " ".join(said))

    def edit(self) -> None:
        """Write into the cell that has the keyboard."""
        self.grid.edit_at(self.grid.currentIndex())

    # Inside

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._filter)
        row.setContentsMargins(px(16), px(6), px(16), px(8))
        row.addWidget(self.chip)
        row.addStretch(1)
        self._filter.hide()
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self._filter)
        left.addWidget(self.grid, 1)
        left.addWidget(self.sum_line)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(left, 1)
        body.addWidget(self.panel)

    def _connect(self) -> None:
        self.grid.cell_edited.connect(self.cell_edited)
        self.grid.cell_reached.connect(self._on_cell)
        self.grid.menu_asked.connect(self._on_menu)
        self.grid.head.meaning_chosen.connect(self.meaning_chosen)
        self.grid.head.choices_made.connect(self._order_tabs)
        self.panel.remedy_asked.connect(self._on_remedy)
        self.panel.shown_asked.connect(self._on_show)
        self.panel.sheet_asked.connect(self.sheet_asked)
        self.panel.undo_asked.connect(self.undo_asked)
        self.sum_line.chosen.connect(self._on_sum)
        self.chip.cleared.connect(self.show_all)
        self.chip.clicked.connect(self.show_all)

    def _numbers(self) -> Sequence[int]:
        return self._only[1] if self._only is not None else self._presenter.list.shown.body

    def _show_rows(self) -> None:
        self._filter.setVisible(self._only is not None)
        if self._only is not None:
            self.chip.set_value(self._only[0])
        self.grid.show_sheet(self._presenter.list.shown, self._numbers())

    def _show_only(self, words: str, rows: Sequence[int]) -> None:
        self._only = (words, tuple(sorted(rows)))
        self._show_rows()
        shown = set(rows)
        first = next((cell for cell in self._found.cells if cell[0] in shown), None)
        columns = self._presenter.list.shown.columns
        if first is not None:
            self.grid.go_to(*first)
        elif rows and columns:
            self.grid.go_to(min(rows), columns[0].index)

    def _show_sum(self) -> None:
        texts = self._presenter.texts
        total, sums = value_sums(texts, self._found)
        parts = [SummaryPart(one.key, _SUM_MARKS[one.key], one.words) for one in sums]
        if self._presenter.list.is_reading:
            note = texts.t("Reading again…")
        elif self._found.cells:
            note = texts.t("F8 next problem")
        else:
            note = ""
        self.sum_line.set_sum(total, parts, note)

    def _light_up(self) -> None:
        cell = self.grid.current_cell()
        problems = self._found.by_cell.get(cell, ()) if cell is not None else ()
        self.panel.set_current(frozenset(problem.code for problem in problems))
        for problem in problems:
            said = problem_sentence(self._presenter.texts, problem)
            self.panel.rows[problem.code].sentence.set_text(said)

    @Slot()
    def _order_tabs(self) -> None:
        """The choices of meanings come before the cells, the problems behind them."""
        choices = self.grid.head.choices
        for before, choice in pairwise(choices):
            self.setTabOrder(before, choice)
        if choices:
            self.setTabOrder(choices[-1], self.grid)

    @Slot(int, int)
    def _on_cell(self, _row: int, _column: int) -> None:
        self._light_up()

    @Slot(str, object)
    def _on_remedy(self, code: str, remedy: Remedy) -> None:
        group = next((one for one in self._found.groups if one.code == code), None)
        if group is not None and self._presenter.list.may_correct:
            self.mended.emit(group.problems, remedy)

    @Slot(str)
    def _on_show(self, key: str) -> None:
        t = self._presenter.texts.t
        if key == ASIDE:
            self._show_only(
                t("rows that are not people"), [row.row for row in self._found.aside.rows]
            )
            return
        group = next((one for one in self._found.groups if one.code == key), None)
        if group is not None:
            self._show_only(heading_of(self._presenter.texts, key), sorted(group.rows))

    @Slot(str)
    def _on_sum(self, key: str) -> None:
        rows = self._found.rows[Severity(key) if key else None]
        sums = value_sums(self._presenter.texts, self._found)[1]
        words = next((one.words for one in sums if one.key == key), "")
        if rows and words:
            self._show_only(words, rows)

    @Slot(int, int, QPoint)
    def _on_menu(self, row: int, column: int, at: QPoint) -> None:
        """What can be done with a cell and with its row."""
        if self._presenter.list.may_correct:
            menu = self.cell_menu(row, column)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(at)

    def cell_menu(self, row: int, column: int) -> QMenu:
        """A menu of the remedies of a cell, and of what can be done with its row."""
        texts = self._presenter.texts
        shown = self._presenter.list.shown
        menu = QMenu(self)
        for problem in self._found.by_cell.get((row, column), ()):
            for remedy in problem.remedies:
                if remedy is Remedy.EDIT:
                    continue
                words = remedy_words(texts, remedy)
                wanted = {
                    Remedy.SUGGESTION: problem.suggestion,
                    Remedy.ALTERNATIVE: problem.alternative,
                }.get(remedy, "")
                text = f"{words}: {wanted}" if wanted else words
                action = menu.addAction(text.replace("&", "&&"))
                action.triggered.connect(partial(self._mend_one, problem, remedy))
        if shown.is_under_heading(row):
            correct = menu.addAction(texts.t("Correct") + "\tF2")
            correct.triggered.connect(partial(self._edit_one, row, column))
            menu.addSeparator()
            out = row in self._presenter.list.corrections.present.left_out
            words = texts.t("Take this row in again") if out else texts.t("Leave this row out")
            leave = menu.addAction(words)
            leave.triggered.connect(partial(self._leave_out, row, not out))
        return menu

    def _mend_one(self, problem: Problem, remedy: Remedy, _checked: bool = False) -> None:
        self.mended.emit((problem,), remedy)

    def _edit_one(self, row: int, column: int, _checked: bool = False) -> None:
        if self.grid.go_to(row, column):
            self.edit()

    def _leave_out(self, row: int, out: bool, _checked: bool = False) -> None:
        self.left_out.emit(row, out)
