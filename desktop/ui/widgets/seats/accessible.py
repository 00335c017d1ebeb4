"""Seats as cells for screen readers: a painted widget has no children of its own."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, QPointF, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class SeatsWidget(QWidget):
    """What the interfaces ask of a plan."""

    accessible_interface: QAccessibleInterface | None = None

    @property
    def seats(self) -> Sequence[str]:
        """Labels of all seats in reading order."""
        raise NotImplementedError

    @property
    def current(self) -> str:
        """Label of the seat that has the keyboard."""
        raise NotImplementedError

    def spoken(self, seat: str) -> str:
        """What is said about a seat."""
        raise NotImplementedError

    def box_of(self, seat: str) -> QRectF:
        """Box of a seat in the widget."""
        raise NotImplementedError

    def seat_at(self, position: QPointF) -> str | None:
        """Label of the seat at a point of the widget."""
        raise NotImplementedError

    def announce(self) -> None:
        """Tell screen readers that another seat has the keyboard."""
        if QAccessible.isActive() and self.current:
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(list(self.seats).index(self.current))
            QAccessible.updateAccessibility(event)


class _SeatCell(QAccessibleInterface):
    """One seat. It holds the number of its seat only, because plans change their shape."""

    def __init__(self, plan: SeatsWidget, number: int) -> None:
        super().__init__()
        self._plan = plan
        self.number = number

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        """Whether the seat is still there."""
        return self.number < len(self._plan.seats)

    def object(self) -> QObject | None:  # type: ignore[override]
        """A seat is not an object of Qt."""
        return None

    def parent(self) -> QAccessibleInterface:
        """The plan."""
        return QAccessible.queryAccessibleInterface(self._plan)

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A seat has no parts."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        """A seat has no parts."""
        return None

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """A seat has no parts."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        """A seat has no parts."""
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        """Seat, person and group in words."""
        if kind is QAccessible.Text.Name and self.isValid():
            return self._plan.spoken(self._plan.seats[self.number])
        return ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:  # noqa: N802 - Qt's name
        """Seats are not written to."""

    def rect(self) -> QRect:
        """Box of the seat on the screen."""
        if not self.isValid():
            return QRect()
        box = self._plan.box_of(self._plan.seats[self.number]).toRect()
        return QRect(self._plan.mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        """A cell of the plan."""
        return QAccessible.Role.Cell

    def state(self) -> QAccessible.State:
        """Whether it has the keyboard."""
        state = QAccessible.State()
        here = self.isValid() and self._plan.seats[self.number] == self._plan.current
        state.focusable = 1
        state.focused = int(here and self._plan.hasFocus())
        return state


class _PlanInterface(QAccessibleWidget):
    """A plan as a table of seats."""

    def __init__(self, plan: SeatsWidget) -> None:
        super().__init__(plan, QAccessible.Role.Table, plan.accessibleName())
        self._plan = plan
        self._cells: dict[int, _SeatCell] = {}

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """Number of seats."""
        return len(self._plan.seats)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """A seat by its number."""
        if not 0 <= index < len(self._plan.seats):
            return None
        if index not in self._cells:
            cell = _SeatCell(self._plan, index)
            QAccessible.registerAccessibleInterface(cell)
            self._cells[index] = cell
        return self._cells[index]

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802
        """The seat at a point of the screen."""
        at = self._plan.mapFromGlobal(QPointF(x, y))
        seat = self._plan.seat_at(at)
        return self.child(list(self._plan.seats).index(seat)) if seat else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        """Number of a seat."""
        return child.number if isinstance(child, _SeatCell) else -1


def _interface_of(_name: str, thing: Any) -> QAccessibleInterface | None:
    """Factory that Qt asks for the interface of every object."""
    if not isinstance(thing, SeatsWidget):
        return None
    made = _PlanInterface(thing)
    # Qt takes the interface over, and Python must not let go of it before the plan goes.
    thing.accessible_interface = made
    return made


@cache
def install_seat_interfaces() -> None:
    """Let Qt know, once, how plans are read."""
    QAccessible.installFactory(_interface_of)
