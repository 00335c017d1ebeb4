"""Small questions about a movement: why somebody is taken off, and one more vehicle."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.movements.planning import PlanReader, VehicleDraft
from desktop.ui.pages.movements.shown import MovementShown, TravellerShown
from desktop.ui.pages.movements.vehicle_editor import VehicleFields
from desktop.ui.theme import Mark, Type, px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.dialogs import Dialog
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.rows import MarkRow
from reports.texts import Texts

_USUAL = "bus-49"


class RemoveDialog(Dialog):
    """Asks why a traveller does not go.

    Signals:
        agreed(object, str): id of the traveller, and the reason.
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
            t("The seat becomes free, and the person waits again."),
            parent,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._texts = texts
        self._traveller_id = one.id
        self.body.addWidget(Label(one.name, Type.BODY_STRONG, private=True))
        others = len(shown.with_group((one.id,))) - 1
        if others:
            words = texts.n(
                "{n} other member of group {group} stays on the movement.",
                "{n} other members of group {group} stay on the movement.",
                others,
                group=one.group,
            )
            self.body.addWidget(MarkRow(Mark.WARN, words))
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
        self.agreed.emit(self._traveller_id, self.reason.value())
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
