"""Small questions about a movement: who is taken off and why, who loses a seat, one vehicle."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.pages.movements.planning import PlanReader, VehicleDraft
from desktop.ui.pages.movements.replanning import Unseated
from desktop.ui.pages.movements.shown import MovementShown
from desktop.ui.pages.movements.traveller_shown import TravellerShown
from desktop.ui.pages.movements.vehicle_editor import VehicleFields
from desktop.ui.theme import Mark, Type, px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.dialogs import Dialog
from desktop.ui.widgets.fields import Choice, LineField, SegmentedField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.rows import MarkRow
from reports.texts import Texts

_USUAL = "bus-49"
_PERSON, _GROUP = "person", "group"
_MOST_NAMED = 12


class RemoveDialog(Dialog):
    """Asks why a traveller does not go, and whether the whole group stays behind.

    Signals:
        agreed(object, str): ids of the travellers as a tuple, and the reason.
    """

    agreed = Signal(object, str)

    def __init__(
        self,
        texts: Texts,
        shown: MovementShown,
        one: TravellerShown,
        parent: QWidget | None = None,
    ) -> None:
        t = texts.t
        super().__init__(
            t("Take off the movement"),
            t("The seats become free, and whoever is taken off waits again."),
            parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._texts = texts
        self._one = one
        group = shown.with_group((one.id,))
        self._group = tuple(who.id for who in shown.travellers if who.id in group)
        self.body.addWidget(Label(one.name, Type.BODY_STRONG, private=True))
        self.who: SegmentedField | None = None
        if len(group) > 1:
            self._ask_who()
        self.reason = LineField(t("Reason"), needed=True, placeholder=t("ill, not reached …"))
        self.body.addWidget(self.reason)
        stay = Button(t("Cancel"))
        stay.clicked.connect(self.reject)
        do = Button(t("Take off"), Kind.PRIMARY)
        do.clicked.connect(self.accept)
        self.add_buttons(stay, do)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def accept(self) -> None:
        """Only with a reason: it stands in the history."""
        if not self.reason.value():
            self.reason.set_problem(self._texts.t("Say why. It is kept in the history."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        travellers = self._group if self._whole_group() else (self._one.id,)
        self.agreed.emit(travellers, self.reason.value())
        super().accept()

    def _ask_who(self) -> None:
        """Ask whether the group goes with the person; say who stays if it does not."""
        texts, count = self._texts, len(self._group)
        self.who = SegmentedField(
            texts.t("Who is taken off"),
            [
                Choice(_PERSON, texts.t("This person")),
                Choice(
                    _GROUP, texts.n("Whole group, {n} person", "Whole group, {n} people", count)
                ),
            ],
        )
        self.who.set_value(_PERSON)
        words = texts.n(
            "{n} other member of group {group} stays on the movement.",
            "{n} other members of group {group} stay on the movement.",
            count - 1,
            group=self._one.group,
        )
        self._staying = MarkRow(Mark.WARN, words)
        policy = self._staying.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._staying.setSizePolicy(policy)
        self.who.committed.connect(self._show_staying)
        self.body.addWidget(self.who)
        self.body.addWidget(self._staying)

    @Slot()
    def _show_staying(self) -> None:
        self._staying.setHidden(self._whole_group())

    def _whole_group(self) -> bool:
        return self.who is not None and self.who.value() == _GROUP


class SeatsLostDialog(Dialog):
    """Tells who loses a seat before a plan is saved.

    Signals:
        agreed(object): ids of those who lose it, as a frozenset.
    """

    agreed = Signal(object)

    def __init__(
        self, texts: Texts, losing: Sequence[Unseated], parent: QWidget | None = None
    ) -> None:
        t = texts.t
        super().__init__(
            texts.n("{n} traveller loses the seat", "{n} travellers lose their seats", len(losing)),
            t("They stay on the movement and can be seated anew."),
            parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ids = frozenset(one.id for one in losing)
        for one in losing[:_MOST_NAMED]:
            row = QHBoxLayout()
            row.setSpacing(px(12))
            row.addWidget(Label(one.name, Type.BODY_STRONG, private=True))
            row.addStretch(1)
            row.addWidget(Label(f"{one.vehicle} · {one.seat}", Type.BODY, "text2"))
            self.body.addLayout(row)
        more = len(losing) - _MOST_NAMED
        if more > 0:
            self.body.addWidget(Label(texts.n("and {n} more", "and {n} more", more), Type.BODY))
        stay = Button(t("Cancel"))
        stay.clicked.connect(self.reject)
        do = Button(t("Save all the same"), Kind.PRIMARY)
        do.clicked.connect(self.accept)
        self.add_buttons(stay, do)
        stay.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def accept(self) -> None:
        """Whoever was named may lose the seat."""
        self.agreed.emit(self._ids)
        super().accept()


class VehicleDialog(Dialog):
    """Asks for one more vehicle.

    Signals:
        agreed(VehicleDraft): the vehicle.
    """

    agreed = Signal(object)

    def __init__(
        self,
        texts: Texts,
        reader: PlanReader,
        shown: MovementShown,
        parent: QWidget | None = None,
    ) -> None:
        t = texts.t
        super().__init__(t("Add a vehicle"), t("It drives at the end of the convoy."), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._texts = texts
        self._reader = reader
        self._others = [VehicleDraft(name=vehicle.name) for vehicle in shown.vehicles]
        self._given_name = ""
        self.fields = VehicleFields(texts, reader.book, wide=False)
        self.fields.setMinimumWidth(px(520))
        self.fields.seats.set_value(_USUAL)
        self.fields.layout_chosen.connect(self._name)
        self.body.addWidget(self.fields)
        stay = Button(t("Cancel"))
        stay.clicked.connect(self.reject)
        do = Button(t("Add vehicle"), Kind.PRIMARY)
        do.clicked.connect(self.accept)
        self.add_buttons(stay, do)
        self._name()
        self.fields.seats.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def accept(self) -> None:
        """Only with seats."""
        draft = self.fields.draft()
        problems = self._reader.vehicle_problems(draft, complete=True)
        self.fields.show_problems(problems)
        if not problems:
            self.agreed.emit(draft)
            super().accept()

    @Slot()
    def _name(self) -> None:
        field = self.fields.lines["name"]
        layout = self.fields.seats.value()
        if layout and field.value() in ("", self._given_name):
            self._given_name = self._reader.vehicle_name(layout, self._others)
            field.set_value(self._given_name)
