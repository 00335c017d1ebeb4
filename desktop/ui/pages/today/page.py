"""Today: what needs the officer now, counts and places beside it, movements below."""

from collections.abc import Sequence
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.context import PageContext
from desktop.ui.jobs import JobHandle, Progress
from desktop.ui.page import Changes, Page, Params
from desktop.ui.pages.today.alerts import REVIEW, Alert
from desktop.ui.pages.today.chooser import PersonChooser, children_chooser, review_chooser
from desktop.ui.pages.today.movements_panel import MovementsPanel
from desktop.ui.pages.today.needs_panel import NeedsPanel
from desktop.ui.pages.today.presenter import Overview, ReviewRow, TodayPresenter
from desktop.ui.pages.today.tiles import PlaceBars, StatusTiles
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Mark, px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.emptying import empty
from desktop.ui.widgets.notice_slot import NoticeSlot
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.panels import Panel, Surface
from desktop.ui.widgets.rows import MarkRow
from desktop.ui.widgets.scroll_bar import give_slim_bars
from desktop.ui.widgets.states import EmptyState
from desktop.usecases.care import Maintenance
from desktop.usecases.views import PeopleFilter, PersonRow

T = TypeVar("T")

_SETTLE_MS = 200
_REREAD_MS = 60_000
_SIDE = 432


class TodayPage(Page):
    """The first page. It also keeps the badges of the rail."""

    def __init__(
        self, context: PageContext, parent: QWidget | None = None, *, maintenance: Maintenance
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._texts = context.texts
        self.presenter = TodayPresenter(context.desk, context.book, context.texts, maintenance)
        self.overview: Overview | None = None
        self._reading: JobHandle[Overview] | None = None
        self.dialog: PersonChooser[Any] | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._read)
        self._clock = QTimer(self)
        self._clock.setInterval(_REREAD_MS)
        self._clock.timeout.connect(self._read)
        t = self._texts.t
        self._hide = Button("", Kind.SUBTLE, icon="eye_off", hint="Ctrl+Shift+H")
        self.head = PageHead(t("Today"), t("What needs you now?"), (self._hide,))
        self.problem = NoticeSlot()
        self.problem.setContentsMargins(0, 0, 0, px(12))
        self.needs = NeedsPanel(self._texts)
        self.tiles = StatusTiles(self._texts)
        self.places = PlaceBars(self._texts)
        self.movements = MovementsPanel(self._texts)
        self.empty = self._made_empty()
        self._lay_out()
        self._connect()
        self._name_privacy()

    # The window

    def opened(self, params: Params) -> None:  # noqa: ARG002 - one thing only is shown here
        """Read everything anew."""
        self._clock.start()
        self._read()

    def left(self) -> None:
        """Nobody looks at the clock of the time line."""
        self._clock.stop()

    def changed(self, changes: Changes) -> None:  # noqa: ARG002 - every number may be another
        """Read everything anew, also for the badges while another page is shown."""
        self._settle.start()

    # What is shown

    @Slot()
    def _read(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        job = partial(_overview, self.presenter)
        self._reading = self._context.jobs.run(job, self._on_read, self._on_failed, owner=self)

    def _on_read(self, overview: Overview) -> None:
        self._reading = None
        window = self._context.window
        window.badge("people", overview.to_review)
        window.badge("movements", overview.movements_unseated)
        self.problem.clear()
        if overview == self.overview:
            return
        self.overview = overview
        self._stack.setCurrentWidget(self.empty if overview.is_empty else self._full)
        self._show_head(overview)
        self.needs.show_alerts(overview.alerts)
        self.tiles.show_counts(overview.statuses)
        self._show_sum(overview)
        self.places.show_counts(overview.places)
        self._show_backup(overview)
        self.movements.show_overview(overview)

    def _show_head(self, overview: Overview) -> None:
        t, n = self._texts.t, self._texts.n
        count = len(overview.alerts)
        if overview.is_empty:
            answer = t("The register is empty: begin with a list or with one person.")
        elif not count:
            answer = t(
                "Nothing. What is known is complete, and everybody on a movement has a seat."
            )
        else:
            answer = n("{n} thing.", "{n} things, the most urgent first.", count)
        self.head.set_answer(t("What needs you now?"), answer)

    def _show_sum(self, overview: Overview) -> None:
        texts = self._texts
        people = texts.n("{n} open case", "{n} open cases", overview.counted)
        self._sum.set_text(people)
        wait = overview.longest_wait
        self._sum.setToolTip(
            texts.n("Longest wait: {n} day", "Longest wait: {n} days", wait) if wait else ""
        )

    def _show_backup(self, overview: Overview) -> None:
        line = overview.backup
        self._backup.setVisible(line is not None)
        empty(self._backup.body)
        if line is not None:
            mark = Mark.OK if line.is_good else Mark.WARN
            row = MarkRow(mark, line.text, line.detail)
            row.setContentsMargins(px(15), px(8), px(15), px(10))
            self._backup.body.addWidget(row)

    def _on_failed(self, error: AppError) -> None:
        self._reading = None
        sentence = error_sentence(self._texts, error)
        self.problem.say(Mark.WARN, sentence, "", self._texts.t("Try again"), self._read)

    # Ways on

    @Slot(object)
    def _follow(self, alert: Alert) -> None:
        """Go where an alert is mended."""
        run = self._context.jobs.run
        if alert.key == REVIEW:
            run(partial(_rows, self.presenter), self._on_rows, self._on_failed, owner=self)
        elif len(alert.people) == 1:
            self._open_person(alert.people[0])
        elif alert.people:
            job = partial(_children, self.presenter, alert.people)
            run(job, self._on_children, self._on_failed, owner=self)
        else:
            self._context.window.go(alert.page, **alert.params)

    def _on_children(self, rows: list[PersonRow]) -> None:
        if self.overview is not None:
            today = self.overview.now.date()
            self._choose(children_chooser(self._texts, self._context.book, today, self), rows)

    def _on_rows(self, rows: list[ReviewRow]) -> None:
        self._choose(review_chooser(self._texts, self), rows)

    def _choose(self, dialog: PersonChooser[T], rows: Sequence[T]) -> None:
        self.dialog = dialog
        dialog.show_rows(rows)
        dialog.chosen.connect(self._open_person)
        dialog.open()

    @Slot(object)
    def _open_person(self, person_id: UUID) -> None:
        self._context.window.go("people", person_id=person_id)

    @Slot(str)
    def _on_status(self, status: str) -> None:
        self._context.window.go("people", filter=PeopleFilter(status=status))

    @Slot(object)
    def _on_place(self, place_id: UUID) -> None:
        self._context.window.go("people", filter=PeopleFilter(place_id=place_id))

    @Slot(object)
    def _on_movement(self, movement_id: UUID) -> None:
        self._context.window.go("movements", movement_id=movement_id)

    @Slot()
    def _open_movements(self) -> None:
        self._context.window.go("movements")

    @Slot()
    def _import(self) -> None:
        self._context.window.go("import")

    @Slot()
    def _add(self) -> None:
        self._context.window.go("people", add=True)

    @Slot()
    def _toggle_names(self) -> None:
        privacy = Privacy.current()
        privacy.set_hidden(not privacy.hidden)

    @Slot()
    def _name_privacy(self) -> None:
        hidden = Privacy.current().hidden
        self._hide.set_words(self._texts.t("Show names") if hidden else self._texts.t("Hide names"))
        self._hide.set_icon_name("eye" if hidden else "eye_off")

    # Layout

    def _lay_out(self) -> None:
        self._full = self._made_full()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._full)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.problem)
        column.addWidget(self._stack, 1)

    def _made_full(self) -> QWidget:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(px(12))
        left.addWidget(self.needs)
        left.addWidget(self.movements)
        left.addStretch(1)
        side = QWidget()
        side.setFixedWidth(px(_SIDE))
        side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self._made_people())
        right.addWidget(self._made_places())
        self._backup = Panel(self._texts.t("Backup"), ruled=True, flush=True)
        right.addWidget(self._backup)
        right.addStretch(1)
        ground = Surface("window")
        row = QHBoxLayout(ground)
        row.setContentsMargins(px(16), 0, px(16), px(12))
        row.setSpacing(px(12))
        row.addLayout(left, 1)
        row.addWidget(side)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        give_slim_bars(area, "window")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(ground)
        return area

    def _made_people(self) -> Panel:
        panel = Panel(self._texts.t("People"), ruled=True, flush=True)
        self._sum = panel.set_note("")
        panel.body.addWidget(self.tiles)
        return panel

    def _made_places(self) -> Panel:
        panel = Panel(self._texts.t("Where they are"), ruled=True, flush=True)
        panel.body.addWidget(self.places)
        return panel

    def _made_empty(self) -> EmptyState:
        t = self._texts.t
        bring = Button(t("Import list"), Kind.PRIMARY, icon="document_arrow_up")
        add = Button(t("Add person"), icon="person_add", hint="Ctrl+N")
        bring.clicked.connect(self._import)
        add.clicked.connect(self._add)
        return EmptyState(
            "people",
            t("No people here yet"),
            t("Bring in a list that somebody sent, or register the first person."),
            (add, bring),
        )

    def _connect(self) -> None:
        self._hide.clicked.connect(self._toggle_names)
        Privacy.current().changed.connect(self._name_privacy)
        self.tiles.chosen.connect(self._on_status)
        self.places.chosen.connect(self._on_place)
        self.needs.followed.connect(self._follow)
        self.movements.chosen.connect(self._on_movement)
        self.movements.all_asked.connect(self._open_movements)


def _overview(presenter: TodayPresenter, _progress: Progress) -> Overview:
    return presenter.overview()


def _children(
    presenter: TodayPresenter, ids: Sequence[UUID], _progress: Progress
) -> list[PersonRow]:
    return presenter.people(ids)


def _rows(presenter: TodayPresenter, _progress: Progress) -> list[ReviewRow]:
    return presenter.review_rows()
