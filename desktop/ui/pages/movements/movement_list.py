"""The list of movements."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.models import Align, Cell, Column, ListTableModel
from desktop.ui.pages.movements.marks import status_mark
from desktop.ui.pages.movements.presenter import MovementListed, narrowed
from desktop.ui.theme import Mark, State, px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.panels import Surface
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.states import EmptyState
from desktop.ui.widgets.summary import SummaryLine, SummaryPart
from desktop.ui.widgets.table import DataTable
from reports.texts import Texts

_FILTER = 300


class MovementList(QWidget):
    """All movements, the latest first; one line of numbers that add up.

    Signals:
        open_asked(object): open the movement of this id.
        plan_asked: plan a new movement.
        people_asked: go to the people who wait.
    """

    open_asked = Signal(object)
    plan_asked = Signal()
    people_asked = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._rows: Sequence[MovementListed] = ()
        t = texts.t
        self.plan = Button(t("Plan a movement"), Kind.PRIMARY, icon="add", hint="Ctrl+N")
        self.head = PageHead(t("Movements"), t("Which journeys are planned?"), (self.plan,))
        self.filter = SearchField(t("Filter by code, title or place"), hint="Ctrl+F")
        self.filter.setMaximumWidth(px(_FILTER))
        self._bar = QWidget()
        self.table = DataTable(t("Movements"))
        self.model = ListTableModel(_columns(texts), _row_id, parent=self)
        self.table.show_model(self.model)
        self.sum = SummaryLine()
        self._stack = QStackedWidget()
        self._lay_out()
        self.plan.clicked.connect(self.plan_asked)
        self.filter.searched.connect(self._on_filtered)
        self.filter.entered.connect(self._take_keyboard)
        self.filter.moved.connect(self._take_keyboard)
        self.filter.left.connect(self._take_keyboard)
        self.table.row_opened.connect(self.open_asked)
        self.sum.chosen.connect(self._on_part)

    def show_rows(self, rows: Sequence[MovementListed]) -> None:
        """Show what was read."""
        first = not self._rows
        self._rows = rows
        self._on_filtered()
        self._bar.setVisible(bool(rows))
        self._stack.setCurrentIndex(1 if rows else 2)
        self.plan.setVisible(bool(rows))
        self.head.set_answer(
            self._texts.t("Which journeys are planned, and who still needs a seat?"), self._answer()
        )
        if first and rows:
            self.table.go_to(rows[0].id)

    def take_keyboard(self) -> None:
        """Give the table the keyboard, or the first way to put something here."""
        if self._rows:
            self._take_keyboard()
        else:
            self._plan_first.setFocus(Qt.FocusReason.OtherFocusReason)

    def layout_state(self) -> dict[str, Any]:
        """How the officer has laid out the columns."""
        return self.table.layout_state()

    def _lay_out(self) -> None:
        t = self._texts.t
        self._plan_first = Button(t("Plan a movement"), Kind.PRIMARY, icon="add", hint="Ctrl+N")
        people = Button(t("Choose people first"), icon="people")
        self._plan_first.clicked.connect(self.plan_asked)
        people.clicked.connect(self.people_asked)
        empty = EmptyState(
            "vehicle_bus",
            t("No movements here yet"),
            t("A movement is one journey of many people: its route, its vehicles, and who sits "
              "where."),
            (people, self._plan_first),
        )  # fmt: skip
        reading = EmptyState("vehicle_bus", t("Reading the movements"), t("One moment."))
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.sum)
        for one in (reading, filled, empty):
            self._stack.addWidget(one)
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(px(16), 0, px(16), px(8))
        bar.addWidget(self.filter, 1)
        bar.addStretch(1)
        self._bar.hide()
        self.plan.hide()
        ground = Surface("surface")
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.head)
        inner.addWidget(self._bar)
        inner.addWidget(self._stack, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)

    def _answer(self) -> str:
        waiting = sum(row.waiting for row in self._rows)
        if waiting:
            return self._texts.n(
                "{n} traveller has no seat.", "{n} travellers have no seat.", waiting
            )
        return self._texts.t("Every traveller has a seat.") if self._rows else ""

    @Slot()
    def _on_filtered(self) -> None:
        rows = narrowed(self._rows, self.filter.text())
        self.model.set_items(rows)
        texts = self._texts
        seated = sum(row.seated for row in rows)
        waiting = sum(row.waiting for row in rows)
        parts = [SummaryPart("seated", Mark.OK, texts.t("{n} seated", n=texts.number(seated)))]
        if waiting:
            words = texts.t("{n} without a seat", n=texts.number(waiting))
            parts.append(SummaryPart("waiting", Mark.WARN, words))
        total = texts.n("{n} traveller", "{n} travellers", seated + waiting)
        note = texts.n("{n} movement", "{n} movements", len(rows))
        self.sum.set_sum(total, parts, note)

    @Slot(str)
    def _on_part(self, key: str) -> None:
        """A number leads to the next movement with such travellers."""
        rows = [
            row for row in self.model.items if (row.waiting if key == "waiting" else row.seated)
        ]
        ids = [row.id for row in rows]
        here = self.table.current_id()
        following = next((n for n, one in enumerate(ids, 1) if one == here), 0)
        if ids:
            self.table.go_to(ids[following % len(ids)])
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _take_keyboard(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.table.current_id() is None and self.model.rowCount():
            self.table.go_to(self.model.items[0].id)


def _columns(texts: Texts) -> Sequence[Column[MovementListed]]:
    def code(row: MovementListed) -> Cell:
        return Cell.two_lines(row.code, row.title, strong=True, tip=row.title)

    def route(row: MovementListed) -> Cell:
        return Cell.plain(row.route, tip=row.route)

    def status(row: MovementListed) -> Cell:
        return Cell.pill(status_mark(row.status), row.status_word)

    def departure(row: MovementListed) -> Cell:
        return Cell.two_lines(row.departure, row.zone)

    def travellers(row: MovementListed) -> Cell:
        return Cell.plain(texts.number(row.travellers))

    def seated(row: MovementListed) -> Cell:
        words = texts.t(
            "{seated} of {seats}", seated=texts.number(row.seated), seats=texts.number(row.seats)
        )
        if not row.waiting:
            return Cell.plain(words)
        waiting = texts.t("{n} without a seat", n=texts.number(row.waiting))
        return Cell.two_lines(words, waiting, state=State.WARN)

    def vehicles(row: MovementListed) -> Cell:
        return Cell.plain(texts.number(row.vehicles))

    return (
        Column("code", texts.t("Movement"), code, 220),
        Column("route", texts.t("Route"), route, 240, stretches=True),
        Column("status", texts.t("Status"), status, 150),
        Column("departure", texts.t("Departure"), departure, 170),
        Column("travellers", texts.t("Travellers"), travellers, 90, Align.TRAILING),
        Column("seated", texts.t("Seats taken"), seated, 130, Align.TRAILING),
        Column("vehicles", texts.t("Vehicles"), vehicles, 84, Align.TRAILING, yields=1),
    )


def _row_id(row: MovementListed) -> object:
    return row.id
