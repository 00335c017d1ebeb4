"""What can be said of the seats in one look, where a tall window has room for it."""

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.pages.movements.shown import MovementShown
from desktop.ui.theme import Mark, px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.panels import Panel
from desktop.ui.widgets.rows import MarkRow
from reports.texts import Texts


class SeatingPanel(Panel):
    """Groups together, who waits, wishes not met, seats fixed by hand.

    Signals:
        asked(object): show these travellers, given as a tuple of ids.
    """

    asked = Signal(object)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(texts.t("Seating check"), ruled=True, parent=parent)
        self._texts = texts
        self._people: dict[Button, tuple[UUID, ...]] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(8))
        self.body.addLayout(self._rows)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_movement(self, shown: MovementShown) -> None:
        """Look at the seats anew."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._people = {}
        for row in self._made(shown):
            self._rows.addWidget(row)

    def _made(self, shown: MovementShown) -> list[QWidget]:
        t, n = self._texts.t, self._texts.n
        waiting = tuple(one.id for one in shown.travellers if not one.vehicle_id)
        fixed = tuple(one.id for one in shown.travellers if one.fixed and one.vehicle_id)
        unhappy = tuple(dict.fromkeys(who for wish in shown.wishes for who in wish.travellers))
        rows: list[QWidget] = []
        if waiting:
            words = n("{n} traveller has no seat", "{n} travellers have no seat", len(waiting))
            rows.append(self._row(Mark.WARN, words, "", waiting))
        else:
            rows.append(MarkRow(Mark.OK, t("Everybody has a seat")))
        if shown.groups_divided:
            words = n("{n} group is divided", "{n} groups are divided", shown.groups_divided)
            rows.append(MarkRow(Mark.BLOCKED, words))
        elif shown.groups:
            words = n("{n} group rides together", "{n} groups ride together", shown.groups)
            rows.append(MarkRow(Mark.OK, words, t("no group is divided between vehicles")))
        if shown.wishes:
            words = n("{n} wish is not met", "{n} wishes are not met", len(shown.wishes))
            rows.append(self._row(Mark.WARN, words, "", unhappy))
        if fixed:
            words = n("{n} seat is fixed by hand", "{n} seats are fixed by hand", len(fixed))
            rows.append(self._row(Mark.INFO, words, t("auto-seat leaves them as they are"), fixed))
        return rows

    def _row(self, mark: Mark, words: str, detail: str, people: tuple[UUID, ...]) -> MarkRow:
        show = Button(self._texts.t("Show"), Kind.LINK, height=20)
        show.setAccessibleDescription(words)
        show.clicked.connect(self._on_show)
        self._people[show] = people
        return MarkRow(mark, words, detail, action=show)

    @Slot()
    def _on_show(self) -> None:
        button = self.sender()
        if isinstance(button, Button) and button in self._people:
            self.asked.emit(self._people[button])
