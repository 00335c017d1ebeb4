"""The page on which a movement is planned: route, times, vehicles, and who travels."""

from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import AppError, UserError
from desktop.messages.sentences import error_sentence, sentence
from desktop.ui.jobs import JobHandle, JobRunner, Lane, Progress
from desktop.ui.messages import announce
from desktop.ui.pages.movements.company import (
    MOST_TRAVELLERS,
    Company,
    Origins,
    company,
    is_open,
    origins,
)
from desktop.ui.pages.movements.place_finder import PlaceFinder
from desktop.ui.pages.movements.planning import PlanDraft, PlanRead, WhoDraft
from desktop.ui.pages.movements.presenter import MovementsPresenter, Planned
from desktop.ui.pages.movements.route_editor import RouteEditor
from desktop.ui.pages.movements.vehicle_editor import VehicleEditor
from desktop.ui.pages.movements.who_panel import WhoPanel
from desktop.ui.pages.people.presenter import PeoplePresenter
from desktop.ui.pages.people.wording import capital
from desktop.ui.theme import px
from desktop.ui.widgets.alerts import ErrorPanel
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.fields import Choice, ComboField, LineField
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.panels import Panel
from desktop.ui.widgets.scroll_column import ScrollColumn
from desktop.usecases.movements import MovementForm

_WHO_WIDTH = 316
_WIDE = 1_080


class PlanForm(QWidget):
    """Asks what is needed to plan a movement; what was typed stays through every failure.

    Signals:
        planned(Planned): the movement is stored.
        left: the officer goes back; the draft is kept.
        dropped: the officer throws the draft away.
    """

    planned = Signal(object)
    left = Signal()
    dropped = Signal()

    def __init__(
        self,
        presenter: MovementsPresenter,
        jobs: JobRunner,
        finder: PlaceFinder,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._texts = texts = presenter.texts
        self._jobs = jobs
        self._reader = presenter.reader()
        self._company = Company(WhoDraft())
        self._asking: JobHandle[Company] | None = None
        self._failure: ErrorPanel | None = None
        self._tried = False
        t = texts.t
        self.clear = Button(t("Clear the form"), Kind.SUBTLE)
        self.save = Button(t("Plan movement"), Kind.PRIMARY, icon="checkmark", shortcut="Ctrl+S")
        self.head = PageHead(
            t("Plan a movement"), actions=(self.clear, self.save), back_name=t("Back")
        )
        self.name = LineField(t("Title"))
        self.mode = ComboField(
            t("Travels by"),
            [
                Choice(code, capital(word))
                for code, word in presenter.book.lists.get("movement_mode", {}).items()
            ],
        )
        self.coordinator = LineField(t("Coordinator"))
        self.notes = LineField(t("Notes"))
        self.route = RouteEditor(texts, finder, today)
        self.vehicles = VehicleEditor(texts, self._reader, presenter.book)
        self.who = WhoPanel(texts)
        self._lay_out()
        self._connect()
        self.show_draft(PlanDraft())

    def draft(self) -> PlanDraft:
        """Everything that is typed and chosen."""
        return PlanDraft(
            title=self.name.value(),
            mode=self.mode.value(),
            coordinator=self.coordinator.value(),
            notes=self.notes.value(),
            stops=self.route.draft(),
            vehicles=self.vehicles.draft(),
            who=self.who.draft(),
        )

    def show_draft(self, draft: PlanDraft) -> None:
        """Show a new form, or what was typed before."""
        self._tried = False
        self.name.set_value(draft.title)
        self.mode.set_value(draft.mode)
        self.coordinator.set_value(draft.coordinator)
        self.notes.set_value(draft.notes)
        self.route.show_draft(draft.stops)
        self.vehicles.show_draft(draft.vehicles)
        self.who.show_draft(draft.who)
        self._drop_failure()
        self._read()
        self.read_people()

    def read_people(self) -> None:
        """Ask again from where people can come, and who is meant."""
        job = partial(_origins, self._presenter.people)
        self._jobs.run(job, self.who.show_origins, owner=self)
        self._ask_company()

    def take_keyboard(self) -> None:
        """Bring the cursor to the first field."""
        self.route.take_keyboard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Who travels stands beside the vehicles, in a narrow window under them."""
        super().resizeEvent(event)
        wide = self.width() >= px(_WIDE)
        self._lower.setDirection(
            QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        )
        self.who.setMaximumWidth(px(_WHO_WIDTH) if wide else self.maximumWidth())
        self.who.setMinimumWidth(px(_WHO_WIDTH) if wide else 0)

    def _lay_out(self) -> None:
        self._area = column = ScrollColumn()
        top = Panel()
        line = QHBoxLayout()
        line.setSpacing(px(12))
        for field, stretch in (
            (self.name, 4), (self.mode, 2), (self.coordinator, 3), (self.notes, 4),
        ):  # fmt: skip
            line.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        top.body.addLayout(line)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.setSpacing(px(12))
        self._lower.addWidget(self.vehicles, 1)
        self._lower.addWidget(self.who)
        self._column = column.body
        column.body.addWidget(top)
        column.body.addWidget(self.route)
        column.body.addLayout(self._lower)
        column.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(column, 1)

    def _connect(self) -> None:
        self.head.back_asked.connect(self.left)
        self.clear.clicked.connect(self._on_clear)
        self.save.clicked.connect(self._on_save)
        self.route.committed.connect(self._read)
        self.route.arranged.connect(self._order_tabs)
        self.vehicles.arranged.connect(self._order_tabs)
        self.vehicles.committed.connect(self._read)
        self.vehicles.edited.connect(self._read)
        self.who.changed.connect(self._ask_company)

    @Slot()
    def _order_tabs(self) -> None:
        """Tab goes in reading order, whenever rows were made."""
        order = [
            self.name.edit, self.mode.combo, self.coordinator.edit, self.notes.edit,
            *self.route.editors(), *self.vehicles.editors(),
            self.who.source.combo, self.who.place.combo, self.who.batch.combo,
        ]  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    @Slot()
    def _on_clear(self) -> None:
        self.dropped.emit()
        self.show_draft(PlanDraft())
        self.take_keyboard()

    @Slot()
    def _read(self) -> None:
        self._show_read(self._reader.read(self.draft(), complete=self._tried))

    def _show_read(self, read: PlanRead) -> None:
        texts = self._texts
        seats = texts.n("{n} seat", "{n} seats", read.seats)
        self.route.show_read(read.stops)
        self.vehicles.show_read(read.vehicles, seats if read.seats else "")
        self.name.edit.setPlaceholderText(read.title)
        self.who.show_company(self._company, read.seats)
        people = texts.n("{n} traveller", "{n} travellers", len(self._company.travellers))
        self.head.set_answer(
            texts.t("Which way, when, in which vehicles, and with whom?"), f"{people} · {seats}"
        )

    @Slot()
    def _ask_company(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
        job = partial(_company, self._presenter.people, self.who.draft())
        self._asking = self._jobs.run(job, self._on_company, self._on_failed, owner=self)

    def _on_company(self, found: Company) -> None:
        self._asking = None
        self._company = found
        self._read()

    @Slot()
    def _on_save(self) -> None:
        self._tried = True
        draft = self.draft()
        read = self._reader.read(draft, complete=True)
        self._show_read(read)
        self._drop_failure()
        if is_open(draft.who):
            self.who.show_problem(sentence(self._texts, "movement.origin_open"))
        if read.form is None or is_open(draft.who):
            self._go_to_problem()
            return
        self._set_busy(True)
        job = partial(_plan, self._presenter, read.form, draft.who)
        self._jobs.run(
            job,
            self._on_planned,
            self._on_failed,
            owner=self,
            lane=Lane.WRITE,
            title=self._texts.t("Planning the movement"),
        )

    def _on_planned(self, planned: Planned) -> None:
        self._set_busy(False)
        self.planned.emit(planned)

    def _on_failed(self, error: AppError) -> None:
        self._set_busy(False)
        self._drop_failure()
        words = error_sentence(self._texts, error)
        self._failure = ErrorPanel(words, self._texts.t("What you typed is still here."))
        self._column.insertWidget(0, self._failure)
        announce(self, words, urgent=True)

    def _set_busy(self, busy: bool) -> None:
        t = self._texts.t
        self.save.setEnabled(not busy)
        self.save.set_words(t("Planning…") if busy else t("Plan movement"))

    def _go_to_problem(self) -> None:
        """Bring the cursor to the first field with a problem, and tell how many there are."""
        fields = [field for row in self.route.rows for field in (row.place, *row.times.values(),
                                                                *row.way.values())]  # fmt: skip
        fields += [
            field
            for row in self.vehicles.rows
            for field in (row.fields.seats, *row.fields.lines.values())
        ]
        fields += [self.who.source, self.who.place, self.who.batch]
        wrong = [field for field in fields if field.problem and not field.isHidden()]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(wrong[0])
            announce(self, self._texts.n("{n} problem", "{n} problems", len(wrong)), urgent=True)

    def _drop_failure(self) -> None:
        if self._failure is not None:
            self._failure.hide()
            self._failure.deleteLater()
            self._failure = None


def _origins(people: PeoplePresenter, progress: Progress) -> Origins:
    return origins(people, progress.check)


def _company(people: PeoplePresenter, who: WhoDraft, progress: Progress) -> Company:
    return company(people, who, progress.check)


def _plan(
    presenter: MovementsPresenter, form: MovementForm, who: WhoDraft, progress: Progress
) -> Planned:
    found = company(presenter.people, who, progress.check)
    if found.is_too_large:
        raise UserError("movement.too_many", count=found.count, most=MOST_TRAVELLERS)
    return presenter.plan(form, found.travellers, progress)
