"""What can be done with the traveller who has the focus, under the list of travellers."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.movements.shown import MovementShown
from desktop.ui.pages.movements.traveller_shown import TravellerShown
from desktop.ui.widgets.buttons import Button, IconButton, Kind
from desktop.ui.widgets.summary import BulkBar
from reports.texts import Texts


class TravellerBar(BulkBar):
    """Says who is meant and offers what can be done.

    Signals:
        move_asked(TravellerShown): take the traveller up.
        release_asked(object), remove_asked(object): with the id of the traveller.
        lead_asked(object), person_asked(object): with the id of the person.
    """

    move_asked = Signal(object)
    release_asked = Signal(object)
    remove_asked = Signal(object)
    lead_asked = Signal(object)
    person_asked = Signal(object)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        t = texts.t
        self.move_seat = Button(t("Move"), Kind.SUBTLE, icon="seat", height=28)
        self.release = Button(t("Release seat"), Kind.SUBTLE, icon="pin", height=28)
        self.lead = Button(t("Make leader"), Kind.SUBTLE, icon="flag", height=28)
        self.remove = Button(t("Take off"), Kind.SUBTLE, icon="dismiss", height=28)
        super().__init__((self.move_seat, self.release, self.lead, self.remove), parent)
        self._texts = texts
        self._one: TravellerShown | None = None
        self.open = IconButton("open", t("Open person"), height=28)
        self.end.addWidget(self.open)
        self.move_seat.clicked.connect(self.move_current)
        self.release.clicked.connect(self._on_release)
        self.lead.clicked.connect(self._on_lead)
        self.remove.clicked.connect(self._on_remove)
        self.open.clicked.connect(self._on_open)

    def show_traveller(
        self, shown: MovementShown, one: TravellerShown | None, selected: int
    ) -> None:
        """Offer what can be done with a traveller; `selected` counts the whole group."""
        self._one = one
        self.set_count(self._words(one, selected))
        able = one is not None and shown.changeable
        self.move_seat.setEnabled(able and bool(shown.vehicles))
        self.release.setEnabled(able and one is not None and bool(one.seat))
        self.lead.setEnabled(one is not None and not one.leads)
        self.remove.setEnabled(able)
        self.open.setEnabled(one is not None)

    @Slot()
    def move_current(self) -> None:
        """Take up the traveller, while that can be done."""
        if self._one is not None and self.move_seat.isEnabled():
            self.move_asked.emit(self._one)

    def _words(self, one: TravellerShown | None, selected: int) -> str:
        if one is None:
            return self._texts.t("Nobody chosen")
        who = one.seat or one.initials
        if not one.group:
            return who
        words = self._texts.n(
            "{group}, {n} person", "{group}, {n} people", selected, group=one.group
        )
        return f"{who} · {words}"

    @Slot()
    def _on_release(self) -> None:
        if self._one is not None:
            self.release_asked.emit(self._one.id)

    @Slot()
    def _on_lead(self) -> None:
        if self._one is not None:
            self.lead_asked.emit(self._one.person_id)

    @Slot()
    def _on_remove(self) -> None:
        if self._one is not None:
            self.remove_asked.emit(self._one.id)

    @Slot()
    def _on_open(self) -> None:
        if self._one is not None:
            self.person_asked.emit(self._one.person_id)
