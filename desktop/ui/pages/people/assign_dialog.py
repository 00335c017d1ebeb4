"""Choosing the movement that selected people are put on."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.jobs import JobRunner, Lane, Progress
from desktop.ui.models import Align, Cell, Column, ListTableModel
from desktop.ui.models.listed import LARGEST
from desktop.ui.pages.people.assigning import Assignment, assign, prepare
from desktop.ui.pages.people.presenter import PeoplePresenter
from desktop.ui.theme import Mark, px
from desktop.ui.widgets.alerts import ErrorPanel
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.dialogs import Dialog
from desktop.ui.widgets.fields import CheckField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import framed
from desktop.ui.widgets.rows import MarkRow
from desktop.ui.widgets.table import DataTable
from desktop.usecases.ports import ChangeSet
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.views import MovementRow
from reports.texts import Texts

People = Callable[[Callable[[], None]], Sequence[UUID]]
"""Answers the ids of the selection; runs in a job and may take long for a whole list."""


class AssignDialog(Dialog):
    """Says who can go, takes their group members along, and asks for the movement.

    Signals:
        assigned(object, str, int): the change, code of the movement, number of people.
        new_asked(object): plan a new movement for these people.
    """

    assigned = Signal(object, str, int)
    new_asked = Signal(object)

    def __init__(
        self,
        presenter: PeoplePresenter,
        jobs: JobRunner,
        people: People,
        parent: QWidget | None = None,
    ) -> None:
        t = presenter.texts.t
        super().__init__(t("Assign to movement"), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._presenter = presenter
        self._jobs = jobs
        self._found: Assignment | None = None
        self._model = ListTableModel(
            _columns(presenter.texts, presenter.book), _row_id, parent=self
        )
        self.table = DataTable(t("Movements"))
        self.table.setMinimumSize(px(620), px(240))
        self.table.show_model(self._model)
        self.table.current_changed.connect(self._on_current)
        self.table.row_opened.connect(self._assign)
        self._who = Label(t("Reading the movements…"), key="text2", wrap=True)
        self._none = Label("", key="text2", wrap=True)
        self._seats: MarkRow | None = None
        self.body.addWidget(self._who)
        self._frame = framed(self.table)
        self.body.addWidget(self._frame, 1)
        self.body.addWidget(self._none)
        self._none.hide()
        self._problem: QWidget | None = None
        self.companions: CheckField | None = None
        new = Button(t("New movement"), icon="add")
        new.clicked.connect(self._on_new)
        cancel = Button(t("Cancel"))
        cancel.clicked.connect(self.reject)
        self.button = Button(t("Assign"), Kind.PRIMARY)
        self.button.setEnabled(False)
        self.button.clicked.connect(self._assign)
        self.add_buttons(new, cancel, self.button)
        job = partial(_prepare, presenter, people)
        jobs.run(job, self._on_prepared, self._on_failed, owner=self)

    def people(self) -> tuple[UUID, ...]:
        """Who goes: the selected, and their group members unless that was unticked."""
        if self._found is None:
            return ()
        along = self.companions is not None and self.companions.value()
        return self._found.free + (self._found.companions if along else ())

    def _on_prepared(self, found: Assignment) -> None:
        texts = self._presenter.texts
        self._found = found
        free = len(found.free)
        self._who.set_text(texts.n("{n} person can go.", "{n} people can go.", free))
        place = self.body.indexOf(self._who) + 1
        if found.taken:
            words = texts.n(
                "{n} person is on a movement already and stays there.",
                "{n} people are on a movement already and stay there.",
                found.taken,
            )
            self.body.insertWidget(place, MarkRow(Mark.INFO, words))
        if found.companions:
            words = texts.n(
                "Take {n} member of their groups along",
                "Take {n} members of their groups along",
                len(found.companions),
            )
            self.companions = CheckField(words, checked=True)
            self.companions.edited.connect(self._on_current)
            self.body.insertWidget(place, self.companions)
        self._model.set_items(found.movements[:LARGEST])
        if found.movements:
            self.table.go_to(found.movements[0].id)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._frame.hide()
            self._none.set_text(texts.t("No movement is being planned. Plan a new one for them."))
            self._none.show()
        self._on_current()

    @Slot()
    def _on_current(self) -> None:
        self._say_seats()
        self.button.setEnabled(bool(self.people()) and self.table.current_id() is not None)

    def _say_seats(self) -> None:
        """Say it when more people are chosen than the movement has seats left."""
        if self._seats is not None:
            self._seats.hide()
            self._seats.deleteLater()
            self._seats = None
        chosen = self.table.current_id()
        row = next((one for one in self._model.items if one.id == chosen), None)
        going = len(self.people())
        left = max(row.seats - row.travellers, 0) if row else going
        if going > left:
            words = self._presenter.texts.n(
                "{n} person will have no seat yet: {left} seats are left.",
                "{n} people will have no seat yet: {left} seats are left.",
                going - left,
                left=left,
            )
            self._seats = MarkRow(Mark.WARN, words)
            self.body.addWidget(self._seats)

    @Slot()
    def _assign(self) -> None:
        movement_id = self.table.current_id()
        people = self.people()
        if not isinstance(movement_id, UUID) or not people or not self.button.isEnabled():
            return
        self.button.setEnabled(False)
        job = partial(_assign, self._presenter, movement_id, people)
        self._jobs.run(job, self._on_assigned, self._on_failed, owner=self, lane=Lane.WRITE)

    def _on_assigned(self, done: tuple[ChangeSet, UUID, int]) -> None:
        change, movement_id, number = done
        code = next(row.code for row in self._model.items if row.id == movement_id)
        self.assigned.emit(change, code, number)
        self.accept()

    def _on_failed(self, error: AppError) -> None:
        if self._problem is not None:
            self._problem.deleteLater()
        kept = self._presenter.texts.t("Nobody was assigned.")
        self._problem = ErrorPanel(error_sentence(self._presenter.texts, error), kept)
        self.body.addWidget(self._problem)
        self._on_current()

    @Slot()
    def _on_new(self) -> None:
        self.new_asked.emit(self.people())
        self.accept()


def _columns(texts: Texts, book: ReferenceBook) -> Sequence[Column[MovementRow]]:
    def code(row: MovementRow) -> Cell:
        return Cell.two_lines(row.code, row.title, strong=True)

    def route(row: MovementRow) -> Cell:
        return Cell.two_lines(book.place(row.from_place_id), book.place(row.to_place_id))

    def departure(row: MovementRow) -> Cell:
        if not row.departure_local:
            return Cell.plain("")
        moment = datetime.fromisoformat(row.departure_local)
        return Cell.two_lines(texts.day(moment.date()), f"{moment:%H:%M}")

    def free(row: MovementRow) -> Cell:
        left = texts.number(max(row.seats - row.travellers, 0))
        total = texts.number(row.seats)
        return Cell.plain(texts.t("{left} of {total}", left=left, total=total))

    return (
        Column("code", texts.t("Movement"), code, 180, stretches=True),
        Column("route", texts.t("From, to"), route, 200),
        Column("departure", texts.t("Departure"), departure, 110),
        Column("free", texts.t("Seats left"), free, 96, Align.TRAILING),
    )


def _row_id(row: MovementRow) -> UUID:
    return row.id


def _prepare(presenter: PeoplePresenter, people: People, progress: Progress) -> Assignment:
    return prepare(presenter, people(progress.check), progress.check)


def _assign(
    presenter: PeoplePresenter, movement_id: UUID, people: Sequence[UUID], _progress: Progress
) -> tuple[ChangeSet, UUID, int]:
    return assign(presenter, movement_id, people), movement_id, len(people)
