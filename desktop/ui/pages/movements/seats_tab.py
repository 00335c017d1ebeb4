"""People and seats: the list of travellers beside the plans of the vehicles."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.models import ListTableModel
from desktop.ui.pages.movements.seating_panel import SeatingPanel
from desktop.ui.pages.movements.shown import MovementShown
from desktop.ui.pages.movements.traveller_bar import TravellerBar
from desktop.ui.pages.movements.traveller_columns import ordered, traveller_columns
from desktop.ui.pages.movements.traveller_shown import TravellerShown
from desktop.ui.pages.movements.vehicle_board import VehicleBoard
from desktop.ui.pages.movements.wish_line import WishLine
from desktop.ui.theme import Type, px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import Panel
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.states import EmptyState
from desktop.ui.widgets.table import DataTable
from reports.texts import Texts

_LIST_WIDTH = 560
_FILTER = 230
_TALL = 700


class _Side(QWidget):
    """As wide as is wanted, and narrower before the window would be too wide to shrink."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = 0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def want(self, width: int) -> None:
        self._wanted = width
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._wanted, super().sizeHint().height())


class SeatsTab(QWidget):
    """List and plans show the same selection, so a family lights up in both.

    Enter on a traveller takes them up; in the plan arrows and Enter give them a seat.

    Signals:
        seat_all_asked, people_asked, vehicle_asked: a button was pressed.
        move_asked(object, object, str): traveller, vehicle and seat.
        release_asked(object), remove_asked(object), lead_asked(object),
        person_asked(object): for the traveller who has the focus.
        refused(str): why somebody can't be put there.
    """

    seat_all_asked = Signal()
    people_asked = Signal()
    vehicle_asked = Signal()
    move_asked = Signal(object, object, str)
    release_asked = Signal(object)
    remove_asked = Signal(object)
    lead_asked = Signal(object)
    person_asked = Signal(object)
    refused = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._shown: MovementShown | None = None
        self._order = ("seat", False)
        self._expanding = False
        t = texts.t
        self.filter = SearchField(t("Filter by name or seat"), hint="Ctrl+F")
        self.filter.setMaximumWidth(px(_FILTER))
        self.auto = Button(t("Auto-seat"), icon="wand", height=28)
        self.add_people = Button(t("Add travellers"), Kind.SUBTLE, icon="person_add", height=28)
        self.count = Label("", Type.BODY_STRONG)
        self.wishes = WishLine(texts)
        self.model = ListTableModel(traveller_columns(texts), _row_id, parent=self)
        self.table = DataTable(t("Travellers"))
        self.table.show_model(self.model)
        self.table.show_order("seat", descending=False)
        self.foot = TravellerBar(texts)
        self.board = VehicleBoard(texts)
        self.check = SeatingPanel(texts)
        self._lay_out()
        self._connect()

    def show_movement(self, shown: MovementShown) -> None:
        """Show what is stored now; selection, filter and order stay for the same movement."""
        same = self._shown is not None and self._shown.id == shown.id
        self._shown = shown
        if not same:
            self.table.clear_selection()
            self.filter.set_text("")
        self._fill()
        self.board.show_movement(shown)
        self.wishes.show_movement(shown)
        self.check.show_movement(shown)
        number = len(shown.travellers)
        self.count.set_text(self._texts.n("{n} traveller", "{n} travellers", number))
        self._list.setCurrentIndex(0 if number else 1)
        self._plans.setCurrentIndex(0 if shown.vehicles else 1)
        self.auto.setEnabled(shown.changeable and bool(number and shown.vehicles))
        for button in (self.add_people, self._add_people, self._add_vehicle):
            button.setEnabled(shown.changeable)
        self._arrange()
        self._show_selection()

    def take_keyboard(self) -> None:
        """Give the list the keyboard, or what fills it."""
        if self.model.rowCount() == 0:
            self._add_people.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.table.selection().count:
            self.table.go_to(self.model.items[0].id)

    def back(self) -> bool:
        """Put back who was taken up; answers whether there was somebody."""
        return self.board.put_back()

    def layout_state(self) -> dict[str, Any]:
        """How the officer has laid out the columns."""
        return self.table.layout_state()

    def current(self) -> TravellerShown | None:
        """The traveller whose row has the focus."""
        if self._shown is None:
            return None
        return self._shown.traveller(self.table.current_id())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer or more vehicles beside the list, larger seats where there is height."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The plans get as many vehicles as leave the list its width."""
        roomy = self.height() >= px(_TALL)
        self.board.set_roomy(roomy)
        widths = self.board.widths()
        room = self.width() - px(_LIST_WIDTH)
        self._right.want(max((width for width in widths if width <= room), default=widths[0]))
        self.check.setVisible(roomy and self._shown is not None and bool(self._shown.travellers))

    def _lay_out(self) -> None:
        t = self._texts.t
        bar = QHBoxLayout()
        bar.setSpacing(px(8))
        bar.addWidget(self.filter, 6)
        bar.addWidget(self.auto)
        bar.addWidget(self.add_people)
        bar.addStretch(1)
        bar.addWidget(self.count)
        frame = Panel(flush=True)
        frame.body.setSpacing(0)
        frame.body.addWidget(self.table, 1)
        frame.body.addWidget(self.foot)
        self._add_people = Button(t("Add travellers"), Kind.PRIMARY, icon="person_add")
        nobody = EmptyState(
            "people",
            t("Nobody is on this movement yet"),
            t("Choose from the people who are on no movement: all at a place, of a list, or "
              "one by one."),
            (self._add_people,),
        )  # fmt: skip
        self._list = QStackedWidget()
        self._list.addWidget(frame)
        self._list.addWidget(nobody)
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addLayout(bar)
        left.addWidget(self.wishes)
        left.addWidget(self._list, 1)
        self._add_vehicle = Button(t("Add a vehicle"), icon="add")
        none = EmptyState(
            "vehicle_bus",
            t("No vehicle yet"),
            t("Seats can be given once there is one."),
            (self._add_vehicle,),
        )
        self._plans = QStackedWidget()
        self._plans.addWidget(self.board)
        self._plans.addWidget(none)
        self._right = _Side()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(px(12))
        right.addWidget(self._plans, 1)
        right.addWidget(self.check)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(10), px(16), px(8))
        row.setSpacing(px(16))
        row.addLayout(left, 1)
        row.addWidget(self._right)

    def _connect(self) -> None:
        self.filter.searched.connect(self._fill)
        self.filter.entered.connect(self.take_keyboard)
        self.filter.moved.connect(self.take_keyboard)
        self.filter.left.connect(self.take_keyboard)
        self.auto.clicked.connect(self.seat_all_asked)
        self.add_people.clicked.connect(self.people_asked)
        self._add_people.clicked.connect(self.people_asked)
        self._add_vehicle.clicked.connect(self.vehicle_asked)
        self.wishes.asked.connect(self.select)
        self.check.asked.connect(self.select)
        self.model.sort_asked.connect(self._on_sorted)
        self.table.selection_changed.connect(self._on_selected)
        self.table.current_changed.connect(self._show_selection)
        self.table.row_opened.connect(self.foot.move_current)
        self.foot.move_asked.connect(self._on_move)
        self.foot.release_asked.connect(self.release_asked)
        self.foot.lead_asked.connect(self.lead_asked)
        self.foot.remove_asked.connect(self.remove_asked)
        self.foot.person_asked.connect(self.person_asked)
        self.board.seat_chosen.connect(self._on_seat)
        self.board.move_asked.connect(self.move_asked)
        self.board.refused.connect(self.refused)

    @Slot()
    def _fill(self) -> None:
        if self._shown is None:
            return
        key, descending = self._order
        found = self._shown.found(self.filter.text())
        self.model.set_items(ordered(found, key, descending=descending, texts=self._texts))

    @Slot(str, bool)
    def _on_sorted(self, key: str, descending: bool) -> None:
        self._order = (key, descending)
        self._fill()

    @Slot(object)
    def select(self, ids: Iterable[UUID]) -> None:
        """Show these travellers in the list and in their seats, also those filtered away."""
        wanted = tuple(ids)
        if not wanted:
            return
        if any(self.model.row_of(one) is None for one in wanted):
            self.filter.set_text("")
            self._fill()
        self.table.go_to(wanted[0])
        self.table.select_ids(wanted)

    @Slot()
    def _on_selected(self) -> None:
        """Whoever is selected brings the members of the group along."""
        if self._shown is None or self._expanding:
            return
        selection = self.table.selection()
        whole = self._shown.with_group(selection.ids)
        if not selection.everything and whole != selection.ids:
            self._expanding = True
            self.table.select_ids(whole)
            self._expanding = False
        self._show_selection()

    @Slot()
    def _show_selection(self) -> None:
        """Light up the selected in the plans, and say what can be done with the current one."""
        if self._shown is None:
            return
        shown, one = self._shown, self.current()
        selected = self._shown.with_group(self.table.selection().ids)
        self.board.set_selected(selected)
        if one is not None and self.table.hasFocus():
            self.board.reveal(one)
        self.foot.show_traveller(shown, one, len(selected))

    @Slot(object)
    def _on_seat(self, traveller_id: UUID | None) -> None:
        """The keyboard reached a seat of the plan: the list follows."""
        if traveller_id is None:
            self.table.clear_selection()
            return
        if self.model.row_of(traveller_id) is None:
            self.filter.set_text("")
            self._fill()
        self.table.go_to(traveller_id)

    @Slot(object)
    def _on_move(self, one: TravellerShown) -> None:
        self.board.take(one)


def _row_id(one: TravellerShown) -> UUID:
    return one.id
