"""The fields of a plan: title, route and times, vehicles, and who travels."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop.ui.pages.movements.company import Company
from desktop.ui.pages.movements.place_finder import PlaceFinder
from desktop.ui.pages.movements.planning import PlanDraft, PlanRead, PlanReader
from desktop.ui.pages.movements.route_editor import RouteEditor
from desktop.ui.pages.movements.vehicle_editor import VehicleEditor
from desktop.ui.pages.movements.who_panel import WhoPanel
from desktop.ui.theme import px
from desktop.ui.widgets.fields import Choice, ComboField, Field, LineField
from desktop.ui.widgets.panels import Panel
from desktop.ui.widgets.scroll_column import ScrollColumn
from desktop.ui.wording import capital
from reports.texts import Texts

_WHO_WIDTH = 316
_WIDE = 1_080


class PlanFields(ScrollColumn):
    """Everything that is asked of a plan; what was typed stays until it is taken away.

    Signals:
        committed: something was typed or chosen that has to be understood anew.
        who_changed: others are meant to travel.
    """

    committed = Signal()
    who_changed = Signal()

    def __init__(
        self,
        texts: Texts,
        reader: PlanReader,
        finder: PlaceFinder,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._texts = texts
        self._said: QWidget | None = None
        self._filling = False
        t, book = texts.t, reader.book
        self.name = LineField(t("Title"))
        modes = book.lists.get("movement_mode", {})
        self.mode = ComboField(
            t("Travels by"), [Choice(code, capital(word)) for code, word in modes.items()]
        )
        self.coordinator = LineField(t("Coordinator"))
        self.notes = LineField(t("Notes"))
        self.route = RouteEditor(texts, finder, today)
        self.vehicles = VehicleEditor(texts, reader, book)
        self.who = WhoPanel(texts)
        self._lay_out()
        self.route.committed.connect(self._on_committed)
        self.route.arranged.connect(self._order_tabs)
        self.vehicles.arranged.connect(self._order_tabs)
        self.vehicles.committed.connect(self._on_committed)
        self.vehicles.edited.connect(self._on_committed)
        self.who.changed.connect(self.who_changed)

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

    def show_draft(self, draft: PlanDraft, *, with_people: bool) -> None:
        """Show what was typed before; who travels is asked only `with_people`."""
        self._filling = True
        self.name.set_value(draft.title)
        self.mode.set_value(draft.mode)
        self.coordinator.set_value(draft.coordinator)
        self.notes.set_value(draft.notes)
        self.route.show_draft(draft.stops)
        self.vehicles.show_draft(draft.vehicles)
        self.who.show_draft(draft.who)
        self.who.setVisible(with_people)
        self._filling = False

    def show_read(self, read: PlanRead, company: Company) -> None:
        """Show what was understood, with the problems beside the fields."""
        seats = self._texts.n("{n} seat", "{n} seats", read.seats) if read.seats else ""
        self.route.show_read(read.stops)
        self.vehicles.show_read(read.vehicles, seats)
        self.name.edit.setPlaceholderText(read.title)
        self.who.show_company(company, read.seats)

    def say(self, words: QWidget | None) -> None:
        """Show something above the fields in place of what was said there, or nothing."""
        if self._said is not None:
            self._said.hide()
            self._said.deleteLater()
        self._said = words
        if words is not None:
            self.body.insertWidget(0, words)
            self.verticalScrollBar().setValue(0)

    def go_to_problem(self) -> int:
        """Bring the cursor to the first field with a problem; answers how many there are."""
        fields: list[Field] = []
        for row in self.route.rows:
            fields += [row.place, *row.times.values(), *row.way.values()]
        for vehicle in self.vehicles.rows:
            fields += [vehicle.fields.seats, *vehicle.fields.lines.values()]
        fields += [self.who.source, self.who.place, self.who.batch]
        wrong = [field for field in fields if field.problem and field.isVisibleTo(self)]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(wrong[0])
        return len(wrong)

    def take_keyboard(self) -> None:
        """Bring the cursor to the first place."""
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
        self.body.addWidget(top)
        self.body.addWidget(self.route)
        self.body.addLayout(self._lower)
        self.body.addStretch(1)

    @Slot()
    def _on_committed(self) -> None:
        """Rows that are taken out while others are shown send what was typed in them last."""
        if not self._filling:
            self.committed.emit()

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
