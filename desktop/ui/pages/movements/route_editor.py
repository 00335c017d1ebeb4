"""The route of a movement: all its stops in order."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.pages.movements.place_finder import PlaceFinder
from desktop.ui.pages.movements.routes import StopDraft, StopRead
from desktop.ui.pages.movements.stop_row import StopRow
from desktop.ui.theme import px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.panels import Panel
from reports.texts import Texts

_FEWEST = 2


class RouteEditor(Panel):
    """All stops in order.

    Signals:
        committed: a field was left, or a stop came or went.
        arranged: stops came or went; Tab has to find its way anew.
    """

    committed = Signal()
    arranged = Signal()

    def __init__(
        self, texts: Texts, finder: PlaceFinder, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(texts.t("Route and times"), parent=parent)
        self._texts = texts
        self._finder = finder
        self._today = today
        self.rows: list[StopRow] = []
        self.set_note(
            texts.t("Local time of each place. “+20” is 20 minutes after the time before.")
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(10))
        self.add = Button(texts.t("Add a stop"), Kind.SUBTLE, icon="add", height=28)
        self.add.clicked.connect(self._on_add)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(16), 0, 0, 0)
        foot.addWidget(self.add)
        foot.addStretch(1)
        self.body.addLayout(self._rows)
        self.body.addLayout(foot)

    def draft(self) -> tuple[StopDraft, ...]:
        """What is typed in all rows."""
        return tuple(row.draft() for row in self.rows)

    def show_draft(self, stops: Sequence[StopDraft]) -> None:
        """Show the rows of an earlier draft, or of a new one."""
        while self.rows:
            self._take_out(self.rows[-1])
        for number, stop in enumerate(stops):
            self._put_in(number).show_draft(stop)
        self._number_rows()

    def show_read(self, stops: Sequence[StopRead]) -> None:
        """Show what was understood in every row."""
        for row, read in zip(self.rows, stops, strict=True):
            row.show_read(read)

    def editors(self) -> list[QWidget]:
        """What has the keyboard, in reading order."""
        return [*(one for row in self.rows for one in row.editors()), self.add]

    def take_keyboard(self) -> None:
        """Bring the cursor to the first place."""
        self.rows[0].place.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_add(self) -> None:
        self.add_after(self.rows[-1])

    @Slot(object)
    def add_after(self, row: StopRow) -> None:
        """A further stop, with the cursor in it."""
        made = self._put_in(self.rows.index(row) + 1)
        self._number_rows()
        self.committed.emit()
        made.place.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def remove(self, row: StopRow) -> None:
        """Take a stop out; of the last two one is emptied instead."""
        number = self.rows.index(row)
        if len(self.rows) > _FEWEST:
            self._take_out(row)
            self._number_rows()
        else:
            row.show_draft(StopDraft())
        self.committed.emit()
        following = self.rows[min(number, len(self.rows) - 1)]
        following.place.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_in(self, number: int) -> StopRow:
        row = StopRow(self._texts, self._finder, self._today)
        row.committed.connect(self.committed)
        row.more_asked.connect(self.add_after)
        row.removed.connect(self.remove)
        self.rows.insert(number, row)
        self._rows.insertWidget(number, row)
        return row

    def _take_out(self, row: StopRow) -> None:
        self.rows.remove(row)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _number_rows(self) -> None:
        last = len(self.rows) - 1
        for number, row in enumerate(self.rows):
            row.show_place_in_route(number + 1, last=number == last)
        self.arranged.emit()
