"""What several seat plans of one movement share: the seat that is being moved."""

from PySide6.QtCore import QObject, Signal

from desktop.ui.widgets.seats.model import SeatAddress


class SeatBoard(QObject):
    """Connects the plans of a movement, so that people can be moved between vehicles.

    Signals:
        seat_chosen(SeatAddress): a seat was pressed or reached with the keys.
        move_asked(SeatAddress, SeatAddress): put the person of the first seat into the
            second; who sits there changes places.
        carried_changed: another seat is being moved, or none.
    """

    seat_chosen = Signal(object)
    move_asked = Signal(object, object)
    carried_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._carried: SeatAddress | None = None

    @property
    def carried(self) -> SeatAddress | None:
        """The seat whose person has been taken up and not yet put down."""
        return self._carried

    def take(self, seat: SeatAddress) -> None:
        """Take up the person of a seat."""
        self._carried = seat
        self.carried_changed.emit()

    def put(self, seat: SeatAddress) -> None:
        """Put down who has been taken up; the same seat puts back."""
        carried, self._carried = self._carried, None
        self.carried_changed.emit()
        if carried is not None and carried != seat:
            self.move_asked.emit(carried, seat)

    def put_back(self) -> None:
        """Leave everybody where they are."""
        if self._carried is not None:
            self._carried = None
            self.carried_changed.emit()
