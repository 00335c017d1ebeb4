"""The table of people with its sum line, and what stands there when it has nothing to show."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.jobs import JobHandle, JobRunner, Progress
from desktop.ui.models import PagedTableModel
from desktop.ui.pages.people.columns import PeopleCells
from desktop.ui.pages.people.marks import status_mark
from desktop.ui.pages.people.presenter import PeoplePresenter, Sums
from desktop.ui.theme import px
from desktop.ui.widgets.alerts import ErrorPanel
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.emptying import empty
from desktop.ui.widgets.states import EmptyState
from desktop.ui.widgets.summary import SummaryLine, SummaryPart
from desktop.ui.widgets.table import DataTable
from desktop.ui.wording import capital
from desktop.usecases.views import PeopleFilter, PersonRow

_WITHOUT_CASE = "none"
_PAGE_ROWS = 50
_COUNT_AFTER_MS = 150
"""Counting by status waits until the list is painted and the officer pauses."""


class PeopleTable(QWidget):
    """Shows the people of a filter.

    Signals:
        current(object): id of the person whose row has the focus, or None.
        opened(object): Enter or a double click on a person.
        selected: what is selected has changed.
        shown(int): a list is shown; the number of its people.
        status_asked(str): a part of the sum was pressed.
        import_asked, add_asked, clear_asked: a way out of an empty list was pressed.
    """

    current = Signal(object)
    opened = Signal(object)
    selected = Signal()
    shown = Signal(int)
    status_asked = Signal(str)
    import_asked = Signal()
    add_asked = Signal()
    clear_asked = Signal()

    def __init__(
        self, presenter: PeoplePresenter, jobs: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._jobs = jobs
        self._where = PeopleFilter()
        self._wanted: UUID | None = None
        self._counting: JobHandle[Sums] | None = None
        self._count_soon = QTimer(self)
        self._count_soon.setSingleShot(True)
        self._count_soon.setInterval(_COUNT_AFTER_MS)
        self._count_soon.timeout.connect(self._count)
        t = presenter.texts.t
        cells = PeopleCells(presenter.texts, presenter.book, presenter.today)
        self.model: PagedTableModel[PersonRow] = PagedTableModel(
            cells.columns(), _row_id, jobs, page_rows=_PAGE_ROWS, parent=self
        )
        self.table = DataTable(t("People"))
        self.table.show_model(self.model)
        self.sum_line = SummaryLine()
        self._failure = QWidget()
        self._failure_column = QVBoxLayout(self._failure)
        self._nobody = self._empty_register()
        self._no_match = self._empty_answer()
        self._stack = QStackedWidget()
        for page in (self.table, self._nobody, self._no_match, self._failure):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.sum_line)
        self.setFocusProxy(self.table)
        self.model.opened.connect(self._on_opened)
        self.model.failed.connect(self._on_failed)
        self.table.current_changed.connect(self.current)
        self.table.row_opened.connect(self.opened)
        self.table.selection_changed.connect(self.selected)
        self.sum_line.chosen.connect(self._on_part)

    @property
    def where(self) -> PeopleFilter:
        """What is shown."""
        return self._where

    @property
    def is_empty_register(self) -> bool:
        """Whether nobody was registered yet."""
        return self._stack.currentWidget() is self._nobody

    def show_people(self, where: PeopleFilter) -> None:
        """Show the people of a filter; what was selected in another list is not any more."""
        if where != self._where:
            self.table.clear_selection()
        self._where = where
        self._stop_counting()
        self.model.set_source(self._presenter.source(where))

    def reload(self) -> None:
        """Read the list again; what is selected stays so."""
        self.model.reload()

    def prefer(self, person_id: UUID) -> None:
        """Select this person when the list is shown next."""
        self._wanted = person_id

    def take_keyboard(self) -> None:
        """Give the keyboard to the list."""
        shown = self._stack.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _on_opened(self, count: int) -> None:
        if count:
            self._stack.setCurrentWidget(self.table)
            self._take_a_row()
        else:
            everybody = self._where == PeopleFilter()
            self._stack.setCurrentWidget(self._nobody if everybody else self._no_match)
            self.current.emit(None)
        self._count_soon.start()
        self.shown.emit(count)

    def _take_a_row(self) -> None:
        """Somebody is always selected, so that Enter and F2 mean a person."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None and self.table.go_to(wanted):
            return
        if self.table.current_id() is None:
            first = self.model.id_at(0)
            if self.table.selection().count == 0 and first is not None:
                self.table.go_to(first)
            else:
                flag = QItemSelectionModel.SelectionFlag.NoUpdate
                self.table.selectionModel().setCurrentIndex(self.model.index(0, 0), flag)
        if wanted is not None:
            self.current.emit(wanted)

    @Slot()
    def _count(self) -> None:
        self._stop_counting()
        job = partial(_sums, self._presenter, self._where)
        self._counting = self._jobs.run(job, self._on_sums, self._on_uncounted, owner=self)

    def _stop_counting(self) -> None:
        self._count_soon.stop()
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None

    def _on_sums(self, sums: Sums) -> None:
        texts, label = self._presenter.texts, self._presenter.book.label
        total = texts.n("{n} person", "{n} people", sums.total)
        parts = []
        for status, number in sums.parts:
            word = capital(label("case_status", status)) if status else texts.t("No open case")
            words = texts.t("{what}: {n}", what=word, n=texts.number(number))
            parts.append(SummaryPart(status or _WITHOUT_CASE, status_mark(status), words))
        self.sum_line.set_sum(total, parts)

    def _on_uncounted(self, error: AppError) -> None:
        self.sum_line.set_sum("", note=error_sentence(self._presenter.texts, error))

    @Slot(str)
    def _on_part(self, key: str) -> None:
        if key != _WITHOUT_CASE:
            self.status_asked.emit(key)

    def _on_failed(self, error: AppError) -> None:
        texts = self._presenter.texts
        empty(self._failure_column)
        again = Button(texts.t("Try again"), Kind.LINK, height=24)
        again.clicked.connect(self.model.reload)
        panel = ErrorPanel(error_sentence(texts, error), texts.t("Nothing was changed."), again)
        margin = px(16)
        self._failure_column.setContentsMargins(margin, margin, margin, margin)
        self._failure_column.addWidget(panel)
        self._failure_column.addStretch(1)
        self._stack.setCurrentWidget(self._failure)
        self.current.emit(None)

    def _empty_register(self) -> EmptyState:
        t = self._presenter.texts.t
        add = Button(t("Add person"), icon="person_add", hint="Ctrl+N")
        add.clicked.connect(self.add_asked)
        take = Button(t("Import list"), Kind.PRIMARY, icon="document_arrow_up")
        take.clicked.connect(self.import_asked)
        sentence = t("Everyone awaiting return belongs in this list.")
        return EmptyState("people", t("No people here yet"), sentence, (add, take))

    def _empty_answer(self) -> EmptyState:
        t = self._presenter.texts.t
        add = Button(t("Add person"), icon="person_add", hint="Ctrl+N")
        add.clicked.connect(self.add_asked)
        clear = Button(t("Show everybody"), icon="dismiss")
        clear.clicked.connect(self.clear_asked)
        sentence = t("Try fewer letters or another spelling, or take a filter away.")
        return EmptyState("search", t("Nobody fits"), sentence, (add, clear))


def _row_id(row: PersonRow) -> UUID:
    return row.id


def _sums(presenter: PeoplePresenter, where: PeopleFilter, progress: Progress) -> Sums:
    return presenter.sums(where, progress.check)
