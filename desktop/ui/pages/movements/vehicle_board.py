"""The vehicles of a movement side by side, those chosen by chips that find room."""

from collections.abc import Collection, Iterable
from itertools import accumulate
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.pages.movements.occupants import occupants
from desktop.ui.pages.movements.shown import MovementShown, VehicleShown, conflicts
from desktop.ui.pages.movements.traveller_shown import TravellerShown
from desktop.ui.theme import Type, px
from desktop.ui.widgets.chips import Chip, ChipRow
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import Surface
from desktop.ui.widgets.scroll_bar import give_slim_bars
from desktop.ui.widgets.seats import (
    PlanShape,
    SeatAddress,
    SeatBoard,
    SeatLegend,
    SeatPlan,
    VehicleCard,
)
from reports.texts import Texts

_GAP = 12
_BAR = 12
_LEAST = 260
_WAITING = ""


class VehicleBoard(QWidget):
    """Seat plans, and which of them are shown.

    Signals:
        seat_chosen(object): id of the traveller in the seat that has the keyboard now, or None.
        move_asked(object, object, str): traveller, vehicle and seat.
        refused(str): why somebody can't be put there.
    """

    seat_chosen = Signal(object)
    move_asked = Signal(object, object, str)
    refused = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._shown: MovementShown | None = None
        self._roomy = False
        self._quiet = False
        self._recent: list[UUID] = []
        self.board = SeatBoard(self)
        self.cards: dict[UUID, VehicleCard] = {}
        self.chips: dict[UUID, Chip] = {}
        self._chip_row = ChipRow(texts.t("More"))
        self._note = Label("", Type.CAPTION, "text2")
        self._legend = SeatLegend(texts)
        self._hint = Label(
            texts.t("Arrows choose a seat, Tab another vehicle. Enter puts down, Esc puts back."),
            Type.LABEL,
            "accent_text",
            elide=True,
        )
        self._cards = QHBoxLayout()
        self._lay_out()
        self.board.seat_chosen.connect(self._on_seat)
        self.board.move_asked.connect(self._on_move)
        self.board.carried_changed.connect(self._on_carried)

    def widths(self) -> list[int]:
        """How wide the board is with one vehicle, with two, and so on, in convoy order."""
        gap = px(_GAP)
        cards = accumulate(_width(card) + gap for card in self.cards.values())
        return [width - gap + px(_BAR) for width in cards] or [px(_LEAST)]

    def set_roomy(self, roomy: bool) -> None:
        """Larger seats for a tall window."""
        if roomy != self._roomy:
            self._roomy = roomy
            if self._shown is not None:
                self._fill(self._shown)

    def show_movement(self, shown: MovementShown) -> None:
        """Show other seats; vehicles that are shown stay so."""
        former, self._shown = self._shown, shown
        same = former is not None and former.id == shown.id
        if not same:
            self._recent = []
            self.board.put_back()
        if not same or [one.id for one in shown.vehicles] != list(self.cards):
            self._make_cards(shown.vehicles)
        self._fill(shown)
        self._choose_shown()
        free = shown.seats - shown.seated
        self._note.set_text(self._texts.n("{n} seat free", "{n} seats free", free))

    def set_selected(self, ids: Collection[UUID]) -> None:
        """Light up these travellers in all vehicles."""
        for card in self.cards.values():
            card.plan.set_selected(ids)

    def reveal(self, one: TravellerShown) -> None:
        """Bring the seat of a traveller into sight, and the keyboard's seat there."""
        if one.vehicle_id not in self.cards:
            return
        self._show_vehicle(one.vehicle_id)
        plan = self.cards[one.vehicle_id].plan
        self._quiet = True
        plan.go_to(one.seat)
        self._quiet = False
        self._keep_in_sight(plan)

    def take(self, one: TravellerShown) -> None:
        """Take a traveller up with the keyboard; arrows and Enter put them into a seat."""
        if one.vehicle_id in self.cards:
            self.reveal(one)
            self.board.take(SeatAddress(str(one.vehicle_id), one.seat))
            self.cards[one.vehicle_id].plan.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        vehicle = self._first_with_room()
        if vehicle is None:
            return
        self._show_vehicle(vehicle)
        self.board.take(SeatAddress(_WAITING, str(one.id)))
        plan = self.cards[vehicle].plan
        free = next((seat for seat in plan.seats if plan.occupant(seat) is None), "")
        self._quiet = True
        plan.go_to(free)
        self._quiet = False
        plan.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_back(self) -> bool:
        """Leave whoever was taken up where they are; answers whether there was somebody."""
        if self.board.carried is None:
            return False
        self.board.put_back()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer or more vehicles find room."""
        super().resizeEvent(event)
        self._choose_shown()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(px(8))
        top.addWidget(self._chip_row, 1)
        top.addWidget(self._note)
        self._ground = Surface("window")
        self._cards.setContentsMargins(0, 0, px(2), 0)
        self._cards.setSpacing(px(_GAP))
        self._cards.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._ground.setLayout(self._cards)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        give_slim_bars(self.area, "window")
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(top)
        column.addWidget(self.area, 1)
        self._hint.hide()
        column.addWidget(self._legend)
        column.addWidget(self._hint)

    def _make_cards(self, vehicles: Iterable[VehicleShown]) -> None:
        for card in self.cards.values():
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards, self.chips = {}, {}
        for vehicle in vehicles:
            plan = SeatPlan(str(vehicle.id), vehicle.name, self.board, self._texts)
            card = VehicleCard(plan)
            self.cards[vehicle.id] = card
            self._cards.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
            chip = Chip(vehicle.name, toggles=True)
            chip.clicked.connect(self._on_chip)
            chip.cleared.connect(self._on_chip)
            self.chips[vehicle.id] = chip
        self._chip_row.set_chips(list(self.chips.values()))
        self._chip_row.setVisible(len(self.chips) > 1)

    def _fill(self, shown: MovementShown) -> None:
        number, t = self._texts.number, self._texts.t
        wrong = conflicts(shown)
        for vehicle in shown.vehicles:
            card = self.cards[vehicle.id]
            card.plan.set_shape(PlanShape.of_places(vehicle.places), roomy=self._roomy)
            card.plan.set_people(occupants(self._texts, shown, vehicle.id, wrong))
            count = t("{n} of {total}", n=number(vehicle.taken), total=number(vehicle.total))
            card.set_head(vehicle.name, vehicle.detail, vehicle.taken, vehicle.total, count)
            self.chips[vehicle.id].set_count(f"{number(vehicle.taken)}/{number(vehicle.total)}")
        self._chip_row.arrange()

    def _choose_shown(self) -> None:
        """The vehicles chosen last, then the first ones, as many as find room."""
        room = self.width() - px(_BAR)
        on: set[UUID] = set()
        for vehicle_id in [*self._recent, *(one for one in self.cards if one not in self._recent)]:
            room -= _width(self.cards[vehicle_id])
            if on and room < 0:
                break
            on.add(vehicle_id)
            room -= px(_GAP)
        for vehicle_id, card in self.cards.items():
            card.setVisible(vehicle_id in on)
            self.chips[vehicle_id].setChecked(vehicle_id in on)

    def _show_vehicle(self, vehicle_id: UUID) -> None:
        if self.cards[vehicle_id].isHidden():
            self._recent = [vehicle_id, *(one for one in self._recent if one != vehicle_id)]
            self._choose_shown()

    @Slot()
    def _on_chip(self) -> None:
        for vehicle_id, chip in self.chips.items():
            if chip is self.sender():
                self._recent = [one for one in self._recent if one != vehicle_id]
                if chip.isChecked():
                    self._recent.insert(0, vehicle_id)
                else:
                    others = [one for one in self.cards if one != vehicle_id]
                    self._recent += [one for one in others if one not in self._recent]
        self._choose_shown()

    def _first_with_room(self) -> UUID | None:
        if self._shown is None:
            return None
        free = [one.id for one in self._shown.vehicles if one.taken < one.total]
        seen = [one for one in free if not self.cards[one].isHidden()]
        return next(iter(seen or free or self.cards), None)

    def _keep_in_sight(self, plan: SeatPlan) -> None:
        box = plan.box_of(plan.current).toRect()
        at = plan.mapTo(self._ground, box.center())
        self.area.ensureVisible(at.x(), at.y(), 0, px(40))

    @Slot()
    def _on_carried(self) -> None:
        """Say which keys go on while somebody is taken up."""
        carrying = self.board.carried is not None
        if carrying and self._legend.isVisible():
            self._hint.setFixedHeight(self._legend.height())
        self._legend.setHidden(carrying)
        self._hint.setVisible(carrying)

    @Slot(object)
    def _on_seat(self, address: SeatAddress) -> None:
        if self._quiet or self._shown is None:
            return
        vehicle_id = UUID(address.vehicle)
        self._keep_in_sight(self.cards[vehicle_id].plan)
        if self.board.carried is None:
            one = self._shown.in_seat(vehicle_id, address.seat)
            self.seat_chosen.emit(one.id if one else None)

    @Slot(object, object)
    def _on_move(self, start: SeatAddress, end: SeatAddress) -> None:
        if self._shown is None:
            return
        vehicle_id = UUID(end.vehicle)
        if start.vehicle == _WAITING:
            one = self._shown.traveller(UUID(start.seat))
            if self._shown.in_seat(vehicle_id, end.seat) is not None:
                self.refused.emit(
                    self._texts.t("Seat {seat} is taken. Choose a free one.", seat=end.seat)
                )
                return
        else:
            one = self._shown.in_seat(UUID(start.vehicle), start.seat)
        if one is not None:
            self.move_asked.emit(one.id, vehicle_id, end.seat)


def _width(card: VehicleCard) -> int:
    """Width of a card; its layout hears of other seats only later unless it is told now."""
    layout = card.layout()
    if layout is not None:
        layout.activate()
    return card.sizeHint().width()
