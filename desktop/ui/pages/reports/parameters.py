"""What a document is made of: movement, recipient, language, which lists, and for what."""

from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.reports.orders import Kind, ListOrder, Option, Order, SummaryOrder
from desktop.ui.pages.reports.presenter import Offers
from desktop.ui.theme import Type, px
from desktop.ui.widgets.fields import Choice, ComboField, LineField, SegmentedField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.scroll_column import ScrollColumn
from reports.texts import Texts

VEHICLE, MOVEMENT = "vehicle", "movement"
EVERY = "every"


class Parameters(ScrollColumn):
    """The fields at the side. Movement, recipient and vehicles belong to travel lists only.

    Signals:
        changed: another document is meant; ask `order`.
        movement_changed: another movement was chosen; its vehicles are wanted.
        recipient_changed(str): another recipient was chosen.
    """

    changed = Signal()
    movement_changed = Signal()
    recipient_changed = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._texts = texts
        self._kind = Kind.LIST
        self._paper = "A4"
        self._titles: dict[str, str] = {}
        self._languages: dict[Kind, tuple[Option, ...]] = {}
        t = texts.t
        self.heading = Label("", Type.SECTION)
        self.movement = ComboField(t("Movement"), placeholder=t("No movement yet"))
        self.recipient = ComboField(t("For whom"))
        self.language = ComboField(t("Language of the document"))
        self.per = SegmentedField(
            t("One list per"), (Choice(VEHICLE, t("Vehicle")), Choice(MOVEMENT, t("Movement")))
        )
        self.per.set_value(VEHICLE)
        self.vehicle = ComboField(t("Which vehicle"))
        self._unseated = Label(
            t("Nobody has a seat yet, so there is one list of the whole movement."),
            Type.CAPTION,
            "text2",
            wrap=True,
        )
        self.purpose = LineField(t("Purpose"), hint=t("is recorded"), needed=True)
        self._of_lists: tuple[QWidget, ...] = (self.movement, self.recipient)
        self.body.setSpacing(px(9))
        for part in (
            self.heading,
            self.movement,
            self.recipient,
            self.language,
            self.per,
            self.vehicle,
            self._unseated,
            self.purpose,
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.set_vehicles(())
        self._connect()

    def set_offers(self, offers: Offers) -> None:
        """Offer what can be chosen now; what is chosen stays where it is still there."""
        self._paper = offers.paper
        self._titles = {one.code: one.detail for one in offers.movements}
        self.movement.set_choices(_choices(offers.movements))
        self.recipient.set_choices(_choices(offers.recipients))
        self._languages = {
            Kind.LIST: offers.list_languages,
            Kind.SUMMARY: offers.summary_languages,
        }
        self._show_languages()
        _choose_first(self.recipient)

    def set_movement(self, movement_id: UUID | None) -> None:
        """Choose a movement without telling it."""
        code = str(movement_id) if movement_id else ""
        self.movement.set_value(code)
        self.movement.set_hint(self._titles.get(code, ""))

    def set_vehicles(self, vehicles: tuple[Option, ...]) -> None:
        """Offer the vehicles in which somebody sits."""
        every = self._texts.n("All {n} vehicle", "All {n} vehicles", len(vehicles))
        first = [Choice(EVERY, every)] if len(vehicles) > 1 else []
        self.vehicle.set_choices([*first, *_choices(vehicles)])
        _choose_first(self.vehicle)
        self._show_fields()

    def show_kind(self, kind: Kind, heading: str) -> None:
        """Ask for what a document needs."""
        self._kind = kind
        self.heading.set_text(heading)
        self._show_languages()
        self._show_fields()

    @property
    def movement_id(self) -> UUID | None:
        """The chosen movement."""
        code = self.movement.value()
        return UUID(code) if code else None

    def order(self) -> Order | None:
        """What is ordered, or None while something is not chosen."""
        language = self.language.value()
        if self._kind is Kind.SUMMARY:
            return SummaryOrder(language) if language else None
        movement_id, recipient = self.movement_id, self.recipient.value()
        if movement_id is None or not recipient or not language:
            return None
        return ListOrder(movement_id, recipient, language, self._vehicle_ids(), self._paper)

    def _vehicle_ids(self) -> frozenset[UUID]:
        if self.per.value() == MOVEMENT:
            return frozenset()
        combo = self.vehicle.combo
        codes = {str(combo.itemData(i)) for i in range(combo.count())}
        chosen = self.vehicle.value()
        return frozenset(UUID(one) for one in codes - {EVERY} if chosen in (EVERY, one))

    def _show_fields(self) -> None:
        of_list = self._kind is Kind.LIST
        seated = self.vehicle.combo.count() > 0
        for field in self._of_lists:
            field.setVisible(of_list)
        self.per.setVisible(of_list and seated)
        self.vehicle.setVisible(of_list and seated and self.per.value() == VEHICLE)
        self._unseated.setVisible(of_list and not seated and self.movement_id is not None)

    def _show_languages(self) -> None:
        self.language.set_choices(_choices(self._languages.get(self._kind, ())))
        _choose_first(self.language)

    def _connect(self) -> None:
        self.movement.committed.connect(self.movement_changed)
        self.recipient.committed.connect(self._on_recipient)
        self.per.committed.connect(self._on_per)
        for field in (self.language, self.vehicle):
            field.committed.connect(self.changed)

    @Slot()
    def _on_recipient(self) -> None:
        self.recipient_changed.emit(self.recipient.value())
        self.changed.emit()

    @Slot()
    def _on_per(self) -> None:
        self._show_fields()
        self.changed.emit()


def _choices(options: tuple[Option, ...]) -> list[Choice]:
    return [Choice(one.code, one.word, one.detail) for one in options]


def _choose_first(field: ComboField) -> None:
    """Choose the first value where none is."""
    if not field.value() and field.combo.count():
        field.set_value(str(field.combo.itemData(0)))
