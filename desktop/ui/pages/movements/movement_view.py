"""The page of one movement: a head that stays, and under it people and seats, or documents."""

from collections.abc import Mapping
from functools import cached_property, partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.jobs import JobHandle, JobRunner, Progress
from desktop.ui.messages import announce
from desktop.ui.pages.movements.documents_tab import DocumentsTab
from desktop.ui.pages.movements.doing import MovementDoing
from desktop.ui.pages.movements.movement_head import MovementHead, Step
from desktop.ui.pages.movements.papers import PapersPresenter
from desktop.ui.pages.movements.presenter import MovementsPresenter
from desktop.ui.pages.movements.seats_tab import SeatsTab
from desktop.ui.pages.movements.shown import MovementShown
from desktop.ui.theme import Mark, State, px
from desktop.ui.widgets.alerts import Notice
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.panels import Surface
from desktop.ui.widgets.tabs import TabBar, TabSpec

SEATS, DOCUMENTS = "seats", "documents"


class MovementView(QWidget):
    """Shows one movement and does what is asked of it.

    Signals:
        left: back to the list.
        done(str, object): what was done, and the change that can be undone.
        said(str): something that changed nothing.
        gone: the movement is no longer there.
        named(str): code and title of the movement that is shown.
        person_asked(object): open this person.
        reports_asked(object): open the reports with these parameters.
        edit_asked(object): change the plan of the movement of this id.
    """

    left = Signal()
    done = Signal(str, object)
    said = Signal(str)
    gone = Signal()
    named = Signal(str)
    person_asked = Signal(object)
    reports_asked = Signal(object)
    edit_asked = Signal(object)

    def __init__(
        self, presenter: MovementsPresenter, jobs: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._texts = presenter.texts
        self._jobs = jobs
        self._id: UUID | None = None
        self._shown: MovementShown | None = None
        self._reading: JobHandle[MovementShown] | None = None
        t = self._texts.t
        self.head = MovementHead(self._texts)
        self.tabs = TabBar(
            [TabSpec(SEATS, t("People and seats")), TabSpec(DOCUMENTS, t("Documents"))]
        )
        self._dismiss = Button(t("Close"), Kind.LINK, height=24)
        self.failure = Notice(Mark.WARN, "", "", self._dismiss)
        self.seats = SeatsTab(self._texts)
        self.doing = MovementDoing(presenter, jobs, self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @cached_property
    def documents(self) -> DocumentsTab:
        """The second tab; made when needed, or while the program is at rest."""
        presenter = self._presenter
        papers = PapersPresenter(presenter.desk, presenter.book, presenter.texts)
        tab = DocumentsTab(papers, self._jobs)
        tab.issued.connect(self._on_issued)
        tab.preview_asked.connect(self._on_preview)
        tab.counted.connect(self._on_counted)
        self._stack.addWidget(tab)
        return tab

    @property
    def movement_id(self) -> UUID | None:
        """The movement that is shown or being read."""
        return self._id

    @property
    def shown(self) -> MovementShown | None:
        """What is shown; None while a movement is read for the first time."""
        return self._shown

    def open(self, movement_id: UUID, tab: str = "") -> None:
        """Show a movement, and perhaps one of its tabs."""
        if movement_id != self._id:
            self._id, self._shown = movement_id, None
            self.doing.shown = None
            self._say_failure("")
            self._show_tab(SEATS)
        if tab in (SEATS, DOCUMENTS):
            self._show_tab(tab)
        self.reload()

    def reload(self) -> None:
        """Read the movement again."""
        if self._id is None:
            return
        if self._reading is not None:
            self._reading.cancel()
        job = partial(_shown, self._presenter, self._id)
        self._reading = self._jobs.run(job, self._on_read, self._on_not_read, owner=self)

    def take_keyboard(self) -> None:
        """Give the tab that is shown the keyboard."""
        if self.tabs.current == DOCUMENTS:
            self.documents.take_keyboard()
        else:
            self.seats.take_keyboard()

    def find_here(self) -> None:
        """Bring the cursor to the filter of the travellers."""
        self._show_tab(SEATS)
        self.seats.filter.take_focus()

    def back(self) -> None:
        """Put back who was taken up, else leave."""
        if not self.seats.back():
            self.left.emit()

    @Slot(object)
    def say_failure(self, error: AppError) -> None:
        """Say what failed, under the tabs."""
        self._say_failure(error_sentence(self._texts, error))

    @Slot()
    def ask_reports(self) -> None:
        """Open the reports with the lists of this movement."""
        if self._id is not None:
            self.reports_asked.emit(self._report_params())

    @Slot()
    def ask_edit(self) -> None:
        """Change the plan, while that can be done."""
        if self._shown is not None and self._shown.changeable:
            self.edit_asked.emit(self._shown.id)

    def _lay_out(self) -> None:
        ground = Surface("surface")
        top = QVBoxLayout(ground)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self.head)
        top.addWidget(self.tabs)
        self.failure.hide()
        notice = QVBoxLayout()
        notice.setContentsMargins(px(16), px(8), px(16), 0)
        notice.addWidget(self.failure)
        self._stack.addWidget(self.seats)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ground)
        column.addLayout(notice)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.head.back_asked.connect(self.left)
        self.head.asked.connect(self._on_asked)
        self.tabs.changed.connect(self._on_tab)
        self._dismiss.clicked.connect(self._on_dismissed)
        self.doing.begun.connect(self._on_begun)
        self.doing.done.connect(self.done)
        self.doing.failed.connect(self.say_failure)
        self.seats.seat_all_asked.connect(self.doing.seat_all)
        self.seats.people_asked.connect(self.doing.ask_people)
        self.seats.vehicle_asked.connect(self.doing.ask_vehicle)
        self.seats.move_asked.connect(self.doing.move)
        self.seats.release_asked.connect(self.doing.release)
        self.seats.remove_asked.connect(self.doing.ask_removal)
        self.seats.lead_asked.connect(self.doing.lead)
        self.seats.person_asked.connect(self.person_asked)
        self.seats.refused.connect(self._say_failure)

    # What is read

    def _on_read(self, shown: MovementShown) -> None:
        self._reading = None
        if shown.id != self._id:
            return
        first = self._shown is None
        self._shown = self.doing.shown = shown
        self._show_head(shown)
        self.seats.show_movement(shown)
        if self.tabs.current == DOCUMENTS:
            self.documents.show_movement(shown)
        if first:
            self.take_keyboard()

    def _on_not_read(self, error: AppError) -> None:
        self._reading = None
        if error.code == "record.gone":
            self._id = self._shown = self.doing.shown = None
            self.gone.emit()
        else:
            self.say_failure(error)

    def _show_head(self, shown: MovementShown) -> None:
        t, number = self._texts.t, self._texts.number
        self.head.show_movement(shown)
        self.named.emit(f"{shown.code} {shown.title}".strip())
        seated = t("{n} of {total}", n=number(shown.seated), total=number(shown.seats))
        self.tabs.set_counter(SEATS, seated, State.WARN if shown.waiting else State.INFO)
        self._on_counted(shown.lists)

    @Slot(int)
    def _on_counted(self, lists: int) -> None:
        words = self._texts.n("{n} version", "{n} versions", lists) if lists else ""
        self.tabs.set_counter(DOCUMENTS, words)

    # Tabs

    def _show_tab(self, tab: str) -> None:
        self.tabs.choose(tab)

    @Slot(str)
    def _on_tab(self, tab: str) -> None:
        documents = tab == DOCUMENTS
        self._stack.setCurrentWidget(self.documents if documents else self.seats)
        self.head.show_tab(documents=documents)
        if documents and self._shown is not None:
            self.documents.show_movement(self._shown)

    @Slot()
    def _open_documents(self) -> None:
        self._show_tab(DOCUMENTS)
        self.documents.take_keyboard()

    @Slot(object)
    def _on_asked(self, step: Step) -> None:
        match step:
            case Step.PEOPLE:
                self.doing.ask_people()
            case Step.VEHICLE:
                self.doing.ask_vehicle()
            case Step.SEATS:
                self.doing.seat_all()
            case Step.LISTS:
                self._open_documents()
            case Step.EDIT:
                self.ask_edit()
            case Step.PRINT:
                self.ask_reports()

    # What went wrong

    @Slot()
    def _on_begun(self) -> None:
        self._say_failure("")

    @Slot(str)
    def _say_failure(self, words: str) -> None:
        self.failure.setVisible(bool(words))
        if words:
            self.failure.set_words(Mark.WARN, words)
            announce(self, words, urgent=True)

    @Slot()
    def _on_dismissed(self) -> None:
        self._say_failure("")
        self.take_keyboard()

    # Papers

    @Slot(object, str)
    def _on_issued(self, _order: object, words: str) -> None:
        self.said.emit(words)
        self.reports_asked.emit(self._report_params())

    @Slot()
    def _on_preview(self) -> None:
        self.ask_reports()

    def _report_params(self) -> Mapping[str, object]:
        order = self.documents.order()
        return {
            "movement_id": self._id,
            "kind": "list",
            "recipient": order.recipient,
            "language": order.language,
        }


def _shown(presenter: MovementsPresenter, movement_id: UUID, _progress: Progress) -> MovementShown:
    return presenter.shown(movement_id)
