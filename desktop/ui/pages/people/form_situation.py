"""How to reach a person, where the person is and goes, and what is needed on the way."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.intake.dates import Purpose
from desktop.ui.lookups import Lookup
from desktop.ui.pages.people.dates import read_day
from desktop.ui.pages.people.entry import PersonEntry
from desktop.ui.pages.people.form_fields import (
    COLUMNS,
    DateField,
    ListField,
    add_remover,
    columns_grid,
)
from desktop.ui.pages.people.form_section import Section
from desktop.ui.pages.people.links import Covered
from desktop.ui.pages.people.shown import PersonShown
from desktop.ui.theme import Type
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.fields import CheckField, Field, LineField, TextField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.rows import KeyValues
from desktop.ui.wording import capital
from desktop.usecases.reference_book import ReferenceBook
from reports.texts import Texts


class PhoneRow(QWidget):
    """One telephone number, which can be taken away.

    Signals:
        removed: the officer takes the number away.
    """

    removed = Signal()

    def __init__(self, texts: Texts, number: str) -> None:
        super().__init__()
        self.field = LineField(texts.t("Phone"), icon="call")
        self.field.set_value(number)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.field, 0, 0)
        add_remover(grid, 0, texts.t("Remove this number")).clicked.connect(self.removed)


class ContactSection(Section):
    """Telephone numbers and e-mail."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts.t("Contact"))
        self._texts = texts
        self.rows: list[PhoneRow] = []
        self.email = LineField(texts.t("E-mail"), icon="mail")
        self.watch(self.email)
        self.add_button = Button(texts.t("Add phone"), Kind.LINK, icon="add", height=24)
        self.add_button.clicked.connect(self._on_add)
        self.head.addWidget(self.add_button)
        self._grid = columns_grid(())
        self.body.addLayout(self._grid)

    def take(self, entry: PersonEntry) -> None:
        """Show an entry without sending it."""
        for row in self.rows[len(entry.phones) :]:
            self._drop(row)
        for row, number in zip(self.rows, entry.phones, strict=False):
            row.field.set_value(number)
        for number in entry.phones[len(self.rows) :]:
            self._append(number)
        self.email.set_value(entry.email)
        self._arrange()

    def give(self, entry: PersonEntry) -> PersonEntry:
        """The entry with what stands here."""
        phones = tuple(row.field.value() for row in self.rows)
        return replace(entry, phones=phones, email=self.email.value())

    def all_fields(self) -> Mapping[str, Field]:
        """Fields by name; the first telephone number is `phones`."""
        found: dict[str, Field] = {"phones": self.rows[0].field} if self.rows else {}
        return {**found, "email": self.email}

    def focus(self, name: str) -> bool:
        """Bring the cursor to a field; a first telephone number is made."""
        if name == "phones" and not self.rows:
            self._on_add()
            return True
        return super().focus(name)

    def _append(self, number: str) -> PhoneRow:
        row = PhoneRow(self._texts, number)
        row.field.edited.connect(self.edited)
        row.removed.connect(self._on_removed)
        self.rows.append(row)
        return row

    def _drop(self, row: PhoneRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()

    def _arrange(self) -> None:
        for place, widget in enumerate([*self.rows, self.email]):
            row, column = divmod(place, COLUMNS)
            self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)
            before = self.rows[place - 1].field if place else None
            if before is not None:
                QWidget.setTabOrder(before, widget)

    @Slot()
    def _on_add(self) -> None:
        row = self._append("")
        self._arrange()
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    @Slot()
    def _on_removed(self) -> None:
        row = self.sender()
        if isinstance(row, PhoneRow):
            self._drop(row)
            self._arrange()
            self.email.setFocus(Qt.FocusReason.OtherFocusReason)
            self.edited.emit()


class SituationSection(Section):
    """Where now, since when, where to, needs on the way, notes; and the movement.

    Signals:
        movement_asked(object): open the movement.
    """

    movement_asked = Signal(object)

    def __init__(
        self,
        texts: Texts,
        book: ReferenceBook,
        places: Lookup,
        areas: Lookup,
        today: Callable[[], date],
    ) -> None:
        t = texts.t
        super().__init__(t("Situation and journey"))
        self._texts = texts
        self._shown: PersonShown | None = None
        self.place = ListField(
            t("Where now"), places, placeholder=t("place, or in words"), icon="location"
        )
        self.since = DateField(
            t("There since"), lambda text: read_day(texts, text, today(), Purpose.ISSUED)
        )
        self.destination = ListField(
            t("Goes to"), areas, placeholder=t("region, district, or in words"), icon="home"
        )
        self.notes = TextField(t("Notes"))
        self.notes.hide_label()
        self.fields = {
            "place_id": self.place,
            "since": self.since,
            "destination": self.destination,
            "notes": self.notes,
        }
        self.watch(*self.fields.values())
        self.body.addLayout(columns_grid((self.place, self.since, self.destination)))
        labels = book.lists.get("travel_need", {})
        self.needs = {code: CheckField(capital(label)) for code, label in labels.items()}
        self.body.addWidget(Label(t("Needs on the way"), Type.LABEL, "text2"))
        self.body.addLayout(self._needs_grid())
        self._journey = QGridLayout()
        self._values: KeyValues | None = None
        self.body.addLayout(self._journey)
        self.covered = Covered(texts, t("Notes"), self.notes)
        self.body.addWidget(self.covered)

    def take(self, entry: PersonEntry) -> None:
        """Show an entry without sending it."""
        self.place.take(entry.place_id, entry.place_text)
        self.since.set_value(entry.since)
        self.destination.take(entry.destination_area, entry.destination_text)
        self.notes.set_value(entry.notes)
        for code, box in self.needs.items():
            box.set_value(code in entry.needs)

    def give(self, entry: PersonEntry) -> PersonEntry:
        """The entry with what stands here."""
        return replace(
            entry,
            place_id=self.place.value(),
            place_text=self.place.free_text(),
            since=self.since.entry(),
            destination_area=self.destination.value(),
            destination_text=self.destination.free_text(),
            notes=self.notes.value(),
            needs=tuple(sorted(code for code, box in self.needs.items() if box.value())),
        )

    def show_journey(self, person: PersonShown | None) -> None:
        """Show the movement of a stored person."""
        self._shown = person
        if self._values is not None:
            self._values.hide()
            self._values.deleteLater()
            self._values = None
        if person is None:
            return
        t = self._texts.t
        self._values = KeyValues()
        link = None
        if person.movement_id is not None:
            link = Button(t("Open"), Kind.LINK, height=20)
            link.setAccessibleName(t("Open movement {code}", code=person.movement_code))
            link.clicked.connect(self._on_movement)
        self._values.add(t("Movement"), person.movement_code or None, action=link)
        if person.seat:
            self._values.add(t("Seat"), person.seat)
        self._journey.addWidget(self._values, 0, 0)

    def _needs_grid(self) -> QGridLayout:
        grid = columns_grid(())
        for place, box in enumerate(self.needs.values()):
            grid.addWidget(box, place // COLUMNS, place % COLUMNS)
            box.edited.connect(self.edited)
        return grid

    @Slot()
    def _on_movement(self) -> None:
        if self._shown is not None:
            self.movement_asked.emit(self._shown.movement_id)
