"""The plan of one vehicle."""

from collections.abc import Collection, Hashable
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from desktop.ui import paint
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Theme, Type, color, px
from desktop.ui.widgets.seats.accessible import SeatsWidget, install_seat_interfaces
from desktop.ui.widgets.seats.board import SeatBoard
from desktop.ui.widgets.seats.model import (
    COMPACT,
    ROOMY,
    Occupant,
    Occupants,
    PlanGeometry,
    PlanShape,
    SeatAddress,
)
from desktop.ui.widgets.seats.seat_paint import (
    SeatLook,
    paint_bridge,
    paint_free,
    paint_taken,
)
from reports.texts import Texts

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SeatPlan(SeatsWidget):
    """Seats of a vehicle and who sits in them.

    Arrow keys walk, Enter takes a person up and puts them down, Esc puts them back; the
    mouse drags, also to a plan of another vehicle on the same board. `name` is the name of
    the vehicle for screen readers, which find each seat as a cell.
    """

    def __init__(
        self,
        vehicle: str,
        name: str,
        board: SeatBoard,
        texts: Texts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        install_seat_interfaces()
        self.vehicle = vehicle
        self._board = board
        self._texts = texts
        self._size = COMPACT
        self._shape = PlanShape((), frozenset(), ())
        self._geometry = PlanGeometry(self._shape, self._size, 1.0)
        self._people: Occupants = {}
        self._selected: frozenset[Hashable] = frozenset()
        self._current = ""
        self._target = ""
        self._pressed_at: QPoint | None = None
        self._dropping_on: SeatPlan | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        board.carried_changed.connect(self._repaint)
        Privacy.current().changed.connect(self._repaint)

    def set_shape(self, shape: PlanShape, *, roomy: bool = False) -> None:
        """Show another vehicle; `roomy` seats are for tall windows."""
        self._shape = shape
        self._size = ROOMY if roomy else COMPACT
        self._geometry = PlanGeometry(shape, self._size, Theme.current().fonts.scale)
        if self._current not in self._geometry.boxes:
            self._current = shape.labels[0] if shape.labels else ""
        self.updateGeometry()
        self.update()

    def set_people(self, people: Occupants) -> None:
        """Show who sits where, by the label of the seat."""
        self._people = dict(people)
        self.update()

    def set_selected(self, ids: Collection[Hashable]) -> None:
        """Light up these people, as the list beside the plan does."""
        self._selected = frozenset(ids)
        self.update()

    @property
    def seats(self) -> tuple[str, ...]:
        """Labels of all seats in reading order."""
        return self._shape.labels

    @property
    def current(self) -> str:
        """Label of the seat that has the keyboard."""
        return self._current

    def occupant(self, seat: str) -> Occupant | None:
        """Who sits in a seat."""
        return self._people.get(seat)

    def go_to(self, seat: str) -> None:
        """Give a seat the keyboard and tell it."""
        if seat not in self._geometry.boxes:
            return
        self._current = seat
        self.update()
        self.announce()
        self._board.seat_chosen.emit(SeatAddress(self.vehicle, seat))

    def seat_at(self, position: QPointF) -> str | None:
        """Label of the seat at a point of the widget."""
        x = self.width() - position.x() if self.isRightToLeft() else position.x()
        return self._geometry.seat_at(x, position.y())

    def box_of(self, seat: str) -> QRectF:
        """Box of a seat in the widget."""
        box = self._geometry.boxes[seat]
        lead = paint.Lead.of(self)
        return lead.box(box.left(), box.top(), box.width(), box.height())

    def spoken(self, seat: str) -> str:
        """What a screen reader and the tooltip say about a seat."""
        who = self._people.get(seat)
        if who is None:
            return self._texts.t("Seat {seat}, free", seat=seat)
        name = Privacy.current().cover(who.name)
        if who.conflict:
            said = self._texts.t(
                "Seat {seat}, {name}: {problem}", seat=seat, name=name, problem=who.conflict
            )
        elif who.group:
            said = self._texts.t(
                "Seat {seat}, {name}, group {group}", seat=seat, name=name, group=who.group
            )
        else:
            said = self._texts.t("Seat {seat}, {name}", seat=seat, name=name)
        return said

    def show_target(self, seat: str) -> None:
        """Mark the seat on which a person would be put down; empty marks none."""
        if seat != self._target:
            self._target = seat
            self.update()

    def sizeHint(self) -> QSize:
        """As large as the vehicle."""
        return QSize(round(self._geometry.width + 1), round(self._geometry.height + 1))

    def minimumSizeHint(self) -> QSize:
        """A plan is never squeezed; it scrolls."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw letters, numbers, bridges and seats."""
        painter = QPainter(self)
        lead = paint.Lead.of(self)
        soft = color("text2")
        for letter, centre in zip(self._shape.letters, self._geometry.column_centres, strict=True):
            place = lead.box(centre - px(12), 0, px(24), px(16))
            paint.write(painter, place, letter, Type.CAPTION, soft, paint.CENTRE)
        for row, centre in zip(self._shape.rows, self._geometry.row_centres, strict=True):
            place = lead.box(0, centre - px(8), self._geometry.numbers_right, px(16))
            paint.write(painter, place, row.number, Type.CAPTION, soft, paint.TRAILING)
        self._paint_bridges(painter)
        for seat in self._geometry.boxes:
            self._paint_seat(painter, seat)

    def _paint_seat(self, painter: QPainter, seat: str) -> None:
        who = self._people.get(seat)
        look = SeatLook(
            selected=who is not None and who.id in self._selected,
            target=seat == self._target,
            carried=self._board.carried == SeatAddress(self.vehicle, seat),
            focused=seat == self._current and paint.has_keyboard(self),
        )
        box = self.box_of(seat)
        if who is None:
            paint_free(painter, box, self._texts.t("free"), look)
        else:
            paint_taken(painter, box, who, look)

    def _paint_bridges(self, painter: QPainter) -> None:
        for row in self._shape.rows:
            seats = [seat for seat in row.seats if seat is not None]
            for one, other in pairwise(seats):
                here, there = self._people.get(one), self._people.get(other)
                if here is None or there is None or not here.group:
                    continue
                if here.group == there.group:
                    lit = here.id in self._selected and there.id in self._selected
                    paint_bridge(painter, self.box_of(one), self.box_of(other), selected=lit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, take up, put down, put back."""
        key = Qt.Key(event.key())
        here = SeatAddress(self.vehicle, self._current)
        if key in _ARROWS and self._current:
            across, down = _ARROWS[key]
            if self.isRightToLeft():
                across = -across
            self.go_to(self._geometry.neighbour(self._current, across, down))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current:
            if self._board.carried is not None:
                self._board.put(here)
            elif self._current in self._people:
                self._board.take(here)
        elif key == Qt.Key.Key_Escape and self._board.carried is not None:
            self._board.put_back()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a seat, and perhaps begin to drag its person."""
        seat = self.seat_at(event.position())
        if seat is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed_at = event.position().toPoint()
        self.go_to(seat)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the person over this or another plan."""
        if self._pressed_at is None or self._current not in self._people:
            return
        moved = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if self._board.carried is None:
            if moved < QApplication.startDragDistance():
                return
            self._board.take(SeatAddress(self.vehicle, self._current))
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        under, seat = self._under(event)
        if self._dropping_on is not None and self._dropping_on is not under:
            self._dropping_on.show_target("")
        self._dropping_on = under
        if under is not None:
            under.show_target(seat)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the person down, or back where they were."""
        dragging = self._pressed_at is not None and self._board.carried is not None
        self._pressed_at = None
        self.unsetCursor()
        if self._dropping_on is not None:
            self._dropping_on.show_target("")
            self._dropping_on = None
        if not dragging:
            super().mouseReleaseEvent(event)
            return
        under, seat = self._under(event)
        if under is not None and seat:
            self._board.put(SeatAddress(under.vehicle, seat))
        else:
            self._board.put_back()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show and tell the current seat."""
        super().focusInEvent(event)
        self.update()
        self.announce()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Show who sits under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            seat = self.seat_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.spoken(seat) if seat else "", self)
            return True
        return super().event(event)

    def _under(self, event: QMouseEvent) -> "tuple[SeatPlan | None, str]":
        """The plan of this board under the pointer, and its seat."""
        at = event.globalPosition()
        widget = self if self.seat_at(event.position()) else QApplication.widgetAt(at.toPoint())
        if not isinstance(widget, SeatPlan) or widget._board is not self._board:
            return None, ""
        return widget, widget.seat_at(widget.mapFromGlobal(at)) or ""

    @Slot()
    def _repaint(self) -> None:
        self.update()
