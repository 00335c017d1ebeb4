"""The Import page: five steps that can be walked back, from a file to people in the register."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.context import PageContext
from desktop.ui.dropping import ListDrop
from desktop.ui.page import Changes, Page, Params
from desktop.ui.pages.importing.columns_step import ColumnsStep
from desktop.ui.pages.importing.decisions import Decisions
from desktop.ui.pages.importing.drafts import CorrectionFiles
from desktop.ui.pages.importing.duplicates_step import DuplicatesStep
from desktop.ui.pages.importing.errands import Errands
from desktop.ui.pages.importing.file_step import FileStep
from desktop.ui.pages.importing.import_head import ImportHead
from desktop.ui.pages.importing.list_notice import ListNotice
from desktop.ui.pages.importing.outcome import Outcome
from desktop.ui.pages.importing.presenter import ImportPresenter, Step
from desktop.ui.pages.importing.problem_workbook import ProblemWorkbook
from desktop.ui.pages.importing.result_step import ResultStep
from desktop.ui.pages.importing.values_step import ValuesStep
from desktop.ui.pages.importing.work import ImportWork

_LISTS = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt"


class ImportPage(Page):
    """Takes a list in. `opened` takes `path`, a file to begin with."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._texts = context.texts
        work = ImportWork(context.desk, context.texts, CorrectionFiles(context.drawer))
        self.presenter = ImportPresenter(work, context.book)
        self.errands = Errands(self.presenter, context.jobs, self)
        self.workbook = ProblemWorkbook(self.presenter, self.errands, context.window, self)
        self.head = ImportHead(self.presenter)
        self.file = FileStep(self.presenter, ZoneInfo(context.settings.office_zone))
        self.decisions = Decisions(self.presenter, self.errands, context.window, self)
        self.outcome = Outcome(self.presenter, self.errands, context.window, self)
        self.outcome.listen_to_batches(self.file.batches)
        self.notice = ListNotice(self.presenter, self.errands, self.decisions)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.refresh()

    # Steps that are made when they are needed, or while the program is at rest

    @cached_property
    def columns(self) -> ColumnsStep:
        """Which column is what."""
        step = ColumnsStep(self.presenter)
        self.decisions.listen_to_columns(step)
        self._stack.addWidget(step)
        return step

    @cached_property
    def values(self) -> ValuesStep:
        """What the rows say."""
        step = ValuesStep(self.presenter)
        self.decisions.listen_to_values(step)
        step.sheet_asked.connect(self._to_columns)
        self._stack.addWidget(step)
        return step

    @cached_property
    def duplicates(self) -> DuplicatesStep:
        """Who may be in the register already."""
        step = DuplicatesStep(self.presenter)
        self._stack.addWidget(step)
        return step

    @cached_property
    def result(self) -> ResultStep:
        """What became of each row."""
        step = ResultStep(self.presenter)
        self.outcome.listen_to_result(step)
        step.another_asked.connect(self._another)
        self._stack.addWidget(step)
        return step

    def prepare(self) -> Iterator[object]:
        """Make the steps behind the first."""
        yield self.columns
        yield self.values
        yield self.duplicates
        yield self.result

    # What the window asks

    def opened(self, params: Params) -> None:
        """Begin with a file, or show what was here before."""
        self.errands.read_batches()
        path = params.get("path")
        if isinstance(path, str | Path):
            self.take_file(Path(path))
        self.title_changed.emit(self.head.title)

    def changed(self, changes: Changes) -> None:
        """An import may have been taken back, here or elsewhere."""
        if "import_batch" in changes.touched or "person" in changes.touched:
            self.errands.read_batches()

    def left(self) -> None:
        """Take what is being typed into a cell."""
        self._take_typed()

    def _take_typed(self) -> None:
        if "values" in self.__dict__:
            self.values.grid.finish_editing()

    def closing(self) -> None:
        """Keep what is being typed; everything else is in the draft already."""
        self.left()

    def find_here(self) -> None:
        """Bring the keyboard to what is worked on."""
        self._take_keyboard()

    def export(self) -> None:
        """Save the problems as a workbook."""
        if self.head.save_button.isVisibleTo(self) and self.head.save_button.isEnabled():
            self.workbook.ask_where()

    def edit(self) -> None:
        """Write into the cell with the keyboard."""
        if self.presenter.step is Step.VALUES:
            self.values.edit()

    def back(self) -> bool:
        """Leave a filter, then a step."""
        if self.presenter.step is Step.VALUES and self.values.is_filtered:
            self.values.show_all()
            return True
        return self._go_back()

    @Slot(object)
    def take_file(self, path: Path) -> None:
        """Begin with a file, unless another one is being stored just now."""
        if self.presenter.is_storing:
            words = self._texts.t("One moment: the last list is still being stored.")
            self._context.window.say(words)
            return
        self.left()
        self.workbook.folder = path.parent
        self.errands.read(self.presenter.take_file(path))

    # Events

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z takes a decision about the list back, before the window takes back anything."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and self.presenter.may_undo_decision
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z that no field has used."""
        if event.matches(QKeySequence.StandardKey.Undo) and self.presenter.may_undo_decision:
            self.decisions.undo()
        else:
            super().keyPressEvent(event)

    # Shown

    @Slot()
    def refresh(self) -> None:
        """Show what the presenter knows."""
        presenter = self.presenter
        step = presenter.step
        if presenter.wants_rehearsal and presenter.failure is None and presenter.list.is_current:
            self.errands.rehearse()
        self.head.refresh()
        self.notice.refresh()
        view = self._view(step)
        view.refresh()
        if step is Step.FILE:
            self.file.refresh_batches()
        self._stack.setCurrentWidget(view)

    def _view(
        self, step: Step
    ) -> FileStep | ColumnsStep | ValuesStep | DuplicatesStep | ResultStep:
        match step:
            case Step.COLUMNS:
                return self.columns
            case Step.VALUES:
                return self.values
            case Step.DUPLICATES:
                return self.duplicates
            case Step.RESULT:
                return self.result
            case _:
                return self.file

    def _take_keyboard(self) -> None:
        """Give the keyboard to the step, unless the officer types elsewhere in the window."""
        focus = QApplication.focusWidget()
        types_elsewhere = isinstance(focus, QLineEdit) and not self.isAncestorOf(focus)
        if not self.isVisible() or types_elsewhere:
            return
        reason = Qt.FocusReason.OtherFocusReason
        match self.presenter.step:
            case Step.COLUMNS:
                self.columns.take_keyboard()
            case Step.VALUES:
                self.values.grid.setFocus(reason)
            case Step.DUPLICATES:
                # Nothing is chosen there; the page itself listens for the keys.
                self.setFocus(reason)
            case Step.RESULT:
                self.head.next_button.setFocus(reason)
            case _:
                self.file.setFocus(reason)

    # Going on and back

    @Slot()
    def _go_on(self) -> None:
        self._take_typed()
        if not self.presenter.may_go_on:
            return
        match self.presenter.step:
            case Step.DUPLICATES:
                self.errands.store()
            case Step.RESULT:
                self.outcome.show_people()
            case step:
                self._go_to(Step(step + 1))

    @Slot()
    def _go_back(self) -> bool:
        if self.presenter.step is Step.FILE or self.presenter.busy:
            return False
        self._go_to(Step(self.presenter.step - 1))
        return True

    @Slot()
    def _next_problem(self) -> None:
        if self.presenter.step is Step.VALUES:
            self.values.next_problem()

    @Slot(int)
    def _on_step(self, number: int) -> None:
        if not self.presenter.busy:
            self._go_to(Step(number))

    def _go_to(self, step: Step) -> None:
        self._take_typed()
        self.presenter.go_to(step)
        self.refresh()
        if step is Step.VALUES:
            self.values.start()
        self._take_keyboard()

    @Slot()
    def _on_first_read(self) -> None:
        self.columns.show_place(self.presenter.place_id)
        self.columns.grid.leave_cell()
        self.values.begin()
        self.title_changed.emit(self.head.title)
        self.refresh()
        self._take_keyboard()

    # The file

    @Slot()
    def _choose_file(self) -> None:
        t = self._texts.t
        dialog = QFileDialog(self, t("Choose a list"), str(self.workbook.folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"{t('Lists')} ({_LISTS})", f"{t('All files')} (*)"])
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    @Slot(str)
    def _on_file(self, text: str) -> None:
        if text:
            self.take_file(Path(text))

    @Slot()
    def _another(self) -> None:
        self.presenter.start_over()
        self.refresh()
        self._take_keyboard()

    @Slot()
    def _to_columns(self) -> None:
        self._go_to(Step.COLUMNS)

    @Slot()
    def _on_stored(self) -> None:
        self.refresh()
        self._take_keyboard()

    # Inside

    def _lay_out(self) -> None:
        self._stack.addWidget(self.file)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        drop = ListDrop(self)
        drop.aimed.connect(self.file.area.set_aimed)
        drop.dropped.connect(self.take_file)
        errands = self.errands
        errands.settled.connect(self.refresh)
        errands.first_read.connect(self._on_first_read)
        errands.staged.connect(self.file.show_stage)
        errands.stored.connect(self._on_stored)
        self.head.steps.chosen.connect(self._on_step)
        self.head.next_button.clicked.connect(self._go_on)
        self.head.back_button.clicked.connect(self._go_back)
        self.head.save_button.clicked.connect(self.workbook.ask_where)
        self.file.choose_asked.connect(self._choose_file)
        self.file.cancel_asked.connect(errands.stop_reading)
        keys = {
            "Ctrl+Return": self._go_on,
            "Ctrl+Enter": self._go_on,
            "Alt+Left": self._go_back,
            "F8": self._next_problem,
        }
        for sequence, slot in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(slot)
