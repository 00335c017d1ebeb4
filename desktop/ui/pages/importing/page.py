"""The Import page: five steps that can be walked back, from a file to people in the register."""

from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
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

from desktop import paths
from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.context import PageContext
from desktop.ui.dropping import dropped_file
from desktop.ui.page import Changes, Page, Params
from desktop.ui.pages.importing.columns_step import ColumnsStep
from desktop.ui.pages.importing.decisions import Decisions
from desktop.ui.pages.importing.drafts import CorrectionFiles
from desktop.ui.pages.importing.duplicates_step import DuplicatesStep
from desktop.ui.pages.importing.errands import Errands
from desktop.ui.pages.importing.file_step import FileStep
from desktop.ui.pages.importing.presenter import ImportPresenter, Step
from desktop.ui.pages.importing.problem_workbook import ProblemWorkbook
from desktop.ui.pages.importing.result_step import ResultStep
from desktop.ui.pages.importing.values_step import ValuesStep
from desktop.ui.pages.importing.wording import go_on_words, head, step_words
from desktop.ui.pages.importing.work import ImportWork
from desktop.ui.pages.people.notice_slot import NoticeSlot
from desktop.ui.theme import Mark, px
from desktop.ui.widgets import steps
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.labels import Rule
from desktop.ui.widgets.page_head import PageHead
from desktop.usecases.importing import ImportResult
from desktop.usecases.ports import ChangeSet
from desktop.usecases.views import PeopleFilter

_LISTS = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt"


class ImportPage(Page):
    """Takes a list in. `opened` takes `path`, a file to begin with."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._texts = context.texts
        work = ImportWork(context.desk, context.texts, CorrectionFiles(paths.data_dir() / "drafts"))
        self.presenter = ImportPresenter(work, context.book)
        self.errands = Errands(self.presenter, context.jobs, self)
        self.workbook = ProblemWorkbook(self.presenter, self.errands, context.window, self)
        self._said: object = None
        t = context.texts.t
        self.save_button = Button(
            t("Save problems as Excel"), Kind.SUBTLE, icon="arrow_export", hint="Ctrl+E"
        )
        self.back_button = Button(t("Back"), hint="Alt+Left")
        self.next_button = Button("", Kind.PRIMARY, icon="arrow_right", hint="Ctrl+Enter")
        self.head = PageHead("", actions=(self.save_button, self.back_button, self.next_button))
        self.steps = steps.StepsHeader(self._steps())
        self.notice = NoticeSlot()
        self.notice.setContentsMargins(0, px(10), 0, px(8))
        self.file = FileStep(self.presenter, ZoneInfo(context.settings.office_zone))
        self.columns = ColumnsStep(self.presenter)
        self.values = ValuesStep(self.presenter)
        self.duplicates = DuplicatesStep(self.presenter)
        self.result = ResultStep(self.presenter)
        self.decisions = Decisions(self.presenter, self.errands, context.window, self)
        self.decisions.listen(self.columns, self.values)
        self._views: dict[Step, FileStep | ColumnsStep | ValuesStep | DuplicatesStep | ResultStep]
        self._views = {
            Step.FILE: self.file,
            Step.COLUMNS: self.columns,
            Step.VALUES: self.values,
            Step.DUPLICATES: self.duplicates,
            Step.RESULT: self.result,
        }
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.refresh()

    # What the window asks

    def opened(self, params: Params) -> None:
        """Begin with a file, or show what was here before."""
        self.errands.read_batches()
        path = params.get("path")
        if isinstance(path, str | Path):
            self.take_file(Path(path))
        self.title_changed.emit(head(self.presenter).title)

    def changed(self, changes: Changes) -> None:
        """An import may have been taken back, here or elsewhere."""
        if "import_batch" in changes.touched or "person" in changes.touched:
            self.errands.read_batches()

    def left(self) -> None:
        """Take what is being typed into a cell."""
        self.values.grid.finish_editing()

    def closing(self) -> None:
        """Keep what is being typed; everything else is in the draft already."""
        self.left()

    def find_here(self) -> None:
        """Bring the keyboard to what is worked on."""
        self._take_keyboard()

    def export(self) -> None:
        """Save the problems as a workbook."""
        if self.save_button.isVisibleTo(self) and self.save_button.isEnabled():
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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that a file would be taken."""
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()
            self.file.area.set_aimed(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The file goes elsewhere."""
        super().dragLeaveEvent(event)
        self.file.area.set_aimed(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin with the file."""
        self.file.area.set_aimed(False)
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.take_file(path)

    # Shown

    @Slot()
    def refresh(self) -> None:
        """Show what the presenter knows."""
        presenter = self.presenter
        step = presenter.step
        if presenter.wants_rehearsal and presenter.failure is None and presenter.list.is_current:
            self.errands.rehearse()
        said = head(presenter)
        self.head.set_title(said.title)
        self.head.set_answer(said.question, said.answer)
        self.steps.set_steps(self._steps(), step)
        self.next_button.set_words(go_on_words(presenter))
        self.next_button.setVisible(step is not Step.FILE or presenter.list.read is not None)
        self.next_button.setEnabled(presenter.may_go_on)
        self.back_button.setVisible(step is not Step.FILE)
        self.back_button.setEnabled(not presenter.busy)
        read = presenter.list.read
        has_problems = read is not None and bool(read.draft.problems)
        self.save_button.setVisible(step in (Step.VALUES, Step.RESULT) and has_problems)
        self._say_what_failed()
        self._views[step].refresh()
        if step is Step.FILE:
            self.file.refresh_batches()
        self._stack.setCurrentWidget(self._views[step])

    def _steps(self) -> list[steps.Step]:
        return [steps.Step(word, note) for word, note in step_words(self.presenter)]

    def _say_what_failed(self) -> None:
        """What failed, or what has to be known, above the step; said once."""
        presenter = self.presenter
        work = presenter.list
        said: object = None
        if presenter.step is not Step.FILE:
            said = work.failure or presenter.failure
            if said is None and work.read is not None and not work.is_reading:
                said = "stale" if not work.is_current else "kept" if work.was_taken_up else None
        if said == self._said:
            return
        self._said = said
        t = self._texts.t
        match said:
            case AppError() if said is work.failure:
                sentence = error_sentence(self._texts, said)
                kept = t("What you corrected is kept.")
                self.notice.say(
                    Mark.WARN, sentence, kept, t("Try again"), self.decisions.read_again
                )
            case AppError():
                sentence = error_sentence(self._texts, said)
                again = t("Try again") if presenter.step is Step.DUPLICATES else ""
                self.notice.say(Mark.WARN, sentence, "", again, self._try_again if again else None)
            case "stale":
                sentence = t("The list was not read again after your last corrections.")
                kept = t("What you corrected is kept.")
                self.notice.say(
                    Mark.WARN, sentence, kept, t("Read again"), self.decisions.read_again
                )
            case "kept":
                sentence = t("Your earlier corrections of this list are in it again.")
                word = t("Begin without them")
                self.notice.say(Mark.INFO, sentence, "", word, self.decisions.begin_anew)
            case _:
                self.notice.clear()

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
                self.next_button.setFocus(reason)
            case _:
                self.file.setFocus(reason)

    # Going on and back

    @Slot()
    def _go_on(self) -> None:
        self.values.grid.finish_editing()
        if not self.presenter.may_go_on:
            return
        match self.presenter.step:
            case Step.DUPLICATES:
                self.errands.store()
            case Step.RESULT:
                self._show_people(self.presenter.result.batch_id if self.presenter.result else None)
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
        self.values.grid.finish_editing()
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
        self.title_changed.emit(head(self.presenter).title)
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
    def _try_again(self) -> None:
        """Compare or store once more, whichever failed."""
        self.presenter.failure = None
        if self.presenter.rehearsal is not None:
            self.errands.store()
        else:
            self.refresh()

    @Slot()
    def _to_columns(self) -> None:
        self._go_to(Step.COLUMNS)

    # What was imported

    @Slot(object)
    def _on_stored(self, result: ImportResult) -> None:
        read = self.presenter.list.read
        file = read.file_name if read else ""
        message = self._texts.n(
            "{n} row of {file} imported",
            "{n} rows of {file} imported",
            result.rows_read - result.rejected,
            file=file,
        )
        self._context.window.done(message, result.change)
        self.refresh()
        self._take_keyboard()

    @Slot(object)
    def _on_undone(self, change: ChangeSet) -> None:
        self._context.window.done(self._texts.t("The import was undone"), change)
        self.errands.read_batches()

    @Slot()
    def _undo_this(self) -> None:
        result = self.presenter.result
        if result is not None and result.batch_id is not None:
            self.errands.undo(result.batch_id)

    @Slot(object)
    def _undo_batch(self, batch_id: UUID) -> None:
        self.errands.undo(batch_id)

    @Slot(object)
    def _show_people(self, batch_id: UUID | None) -> None:
        self._context.window.go("people", filter=PeopleFilter(batch_id=batch_id))

    @Slot(object)
    def _show_person(self, person_id: UUID) -> None:
        self._context.window.go("people", person_id=person_id)

    @Slot()
    def _on_not_kept(self) -> None:
        self._context.window.say(
            self._texts.t("The disk does not take your corrections. Import before you close.")
        )

    # Inside

    def _lay_out(self) -> None:
        for view in self._views.values():
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.steps)
        column.addWidget(Rule())
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        errands = self.errands
        errands.settled.connect(self.refresh)
        errands.first_read.connect(self._on_first_read)
        errands.staged.connect(self.file.show_stage)
        errands.stored.connect(self._on_stored)
        errands.undone.connect(self._on_undone)
        errands.not_kept.connect(self._on_not_kept)
        self.steps.chosen.connect(self._on_step)
        self.next_button.clicked.connect(self._go_on)
        self.back_button.clicked.connect(self._go_back)
        self.save_button.clicked.connect(self.workbook.ask_where)
        self.file.choose_asked.connect(self._choose_file)
        self.file.cancel_asked.connect(errands.stop_reading)
        self.file.batches.undo_asked.connect(self._undo_batch)
        self.file.batches.people_asked.connect(self._show_people)
        self.values.sheet_asked.connect(self._to_columns)
        self.result.undo_asked.connect(self._undo_this)
        self.result.another_asked.connect(self._another)
        self.result.person_asked.connect(self._show_person)
        keys = {
            "Ctrl+Return": self._go_on,
            "Ctrl+Enter": self._go_on,
            "Alt+Left": self._go_back,
            "F8": self._next_problem,
        }
        for sequence, slot in keys.items():
            QShortcut(QKeySequence(sequence), self).activated.connect(slot)
