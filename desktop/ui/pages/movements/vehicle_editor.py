"""The vehicles of a movement as rows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.pages.movements.planning import PlanReader, VehicleDraft
from desktop.ui.theme import Type, px
from desktop.ui.widgets.buttons import Button, IconButton, Kind
from desktop.ui.widgets.fields import Choice, ComboField, Field, LineField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import Panel
from desktop.usecases.reference_book import ReferenceBook
from reports.texts import Texts

_USUAL = "bus-49"
_UNDER_LABEL = 20
_SHARES = (30, 17, 19, 16, 28, 22)
"""Of the width: seats, name, number plate, make, driver, telephone."""


class VehicleFields(QWidget):
    """What is asked of one vehicle.

    Signals:
        edited: something was typed or chosen.
        committed: a field was left.
        layout_chosen: other seats were chosen.
    """

    edited = Signal()
    committed = Signal()
    layout_chosen = Signal()

    def __init__(
        self, texts: Texts, book: ReferenceBook, *, wide: bool, parent: QWidget | None = None
    ) -> None:
        """`wide` puts everything into one line, else it takes three."""
        super().__init__(parent)
        t = texts.t
        self._shown = VehicleDraft()
        self.seats = ComboField(
            t("Seats"),
            [Choice(code, book.layout(code)) for code in book.layouts],
            placeholder=t("choose"),
            needed=not wide,
        )
        self.lines = {
            "name": LineField(t("Called")),
            "registration": LineField(t("Number plate")),
            "model": LineField(t("Make")),
            "driver": LineField(t("Driver")),
            "phone": LineField(t("Driver’s telephone")),
        }
        lines: list[list[Field]] = [[self.seats, *self.lines.values()]]
        if not wide:
            name, *rest = self.lines.values()
            lines = [[self.seats, name], [*rest[:2]], [*rest[2:]]]
        shares = dict(zip((self.seats, *self.lines.values()), _SHARES, strict=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for fields in lines:
            row = QHBoxLayout()
            row.setSpacing(px(12))
            for field in fields:
                row.addWidget(field, shares[field], Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        for field in (self.seats, *self.lines.values()):
            field.edited.connect(self.edited)
            field.committed.connect(self.committed)
        for field in self.lines.values():
            field.committed.connect(self._show_beginnings)
        self.seats.committed.connect(self.layout_chosen)

    def draft(self) -> VehicleDraft:
        """What is typed."""
        typed = {name: field.value() for name, field in self.lines.items()}
        return replace(self._shown, layout=self.seats.value(), **typed)  # type: ignore[arg-type]

    def show_draft(self, draft: VehicleDraft) -> None:
        """Write what was typed before."""
        self._shown = draft
        self.seats.set_value(draft.layout)
        for name, field in self.lines.items():
            field.set_value(getattr(draft, name))
        self._show_beginnings()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say beside each field what is wrong with it."""
        self.seats.set_problem(problems.get("layout", ""))
        for name, field in self.lines.items():
            field.set_problem(problems.get(name, ""))

    @Slot()
    def _show_beginnings(self) -> None:
        """Of a name that is too long its beginning is seen once the field is left."""
        for field in self.lines.values():
            if not field.edit.hasFocus():
                field.edit.setCursorPosition(0)


class VehicleRow(QWidget):
    """A vehicle in the list of them, with a way to take it out.

    Signals:
        removed(VehicleRow): this vehicle goes.
    """

    removed = Signal(object)

    def __init__(self, texts: Texts, book: ReferenceBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = VehicleFields(texts, book, wide=True)
        self.given_name = ""
        self.remove = remove = IconButton("dismiss", texts.t("Remove this vehicle"))
        remove.clicked.connect(self._on_removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.fields, 1)
        column = QVBoxLayout()
        column.setContentsMargins(0, px(_UNDER_LABEL), 0, 0)
        column.addWidget(remove)
        column.addStretch(1)
        row.addLayout(column)

    def editors(self) -> list[QWidget]:
        """What has the keyboard, in reading order."""
        lines = (field.edit for field in self.fields.lines.values())
        return [self.fields.seats.combo, *lines, self.remove]

    @Slot()
    def _on_removed(self) -> None:
        self.removed.emit(self)


class VehicleEditor(Panel):
    """All vehicles in convoy order.

    Signals:
        edited: something was typed or chosen.
        committed: a field was left, or a vehicle came or went.
        arranged: vehicles came or went; Tab has to find its way anew.
    """

    edited = Signal()
    committed = Signal()
    arranged = Signal()

    def __init__(
        self, texts: Texts, reader: PlanReader, book: ReferenceBook, parent: QWidget | None = None
    ) -> None:
        super().__init__(texts.t("Vehicles"), parent=parent)
        self._texts = texts
        self._reader = reader
        self._book = book
        self.rows: list[VehicleRow] = []
        self._note = self.set_note("")
        self._none = Label(
            texts.t("No vehicle yet. Seats can be given once there is one."), Type.BODY, "text2"
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(10))
        self.add = Button(texts.t("Add a vehicle"), Kind.SUBTLE, icon="add", height=28)
        self.add.clicked.connect(self.add_usual)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self.body.addWidget(self._none)
        self.body.addLayout(self._rows)
        self.body.addLayout(foot)
        self.body.addStretch(1)

    def draft(self) -> tuple[VehicleDraft, ...]:
        """What is typed for all vehicles."""
        return tuple(row.fields.draft() for row in self.rows)

    def show_draft(self, vehicles: Sequence[VehicleDraft]) -> None:
        """Show the rows of an earlier draft, or none."""
        while self.rows:
            self._take_out(self.rows[-1])
        for vehicle in vehicles:
            self._put_in(vehicle)
        self._order()

    def editors(self) -> list[QWidget]:
        """What has the keyboard, in reading order."""
        return [*(one for row in self.rows for one in row.editors()), self.add]

    def show_read(self, problems: Mapping[tuple[int, str], str], note: str) -> None:
        """Say what is wrong with each vehicle; the note counts the seats."""
        self._note.set_text(note)
        for number, row in enumerate(self.rows):
            row.fields.show_problems(
                {name: words for (of, name), words in problems.items() if of == number}
            )

    @Slot()
    def add_usual(self) -> None:
        """A further vehicle like the last one, with the cursor on its seats."""
        layout = self.rows[-1].fields.seats.value() if self.rows else ""
        layout = layout or (_USUAL if _USUAL in self._book.layouts else "")
        row = self._put_in(VehicleDraft(layout=layout))
        self._order()
        self._name(row)
        self.committed.emit()
        row.fields.seats.combo.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def remove(self, row: VehicleRow) -> None:
        """Take a vehicle out."""
        number = self.rows.index(row)
        self._take_out(row)
        self._order()
        self.committed.emit()
        if self.rows:
            self.rows[min(number, len(self.rows) - 1)].fields.seats.combo.setFocus()
        else:
            self.add.setFocus()

    def _put_in(self, vehicle: VehicleDraft) -> VehicleRow:
        row = VehicleRow(self._texts, self._book)
        row.fields.show_draft(vehicle)
        row.fields.edited.connect(self.edited)
        row.fields.committed.connect(self.committed)
        row.fields.layout_chosen.connect(self._on_layout)
        row.removed.connect(self.remove)
        self.rows.append(row)
        self._rows.addWidget(row)
        return row

    def _take_out(self, row: VehicleRow) -> None:
        self.rows.remove(row)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _order(self) -> None:
        self._none.setVisible(not self.rows)
        self.arranged.emit()

    @Slot()
    def _on_layout(self) -> None:
        """Other seats, another name, unless the officer gave one."""
        for row in self.rows:
            if row.fields is self.sender():
                self._name(row)

    def _name(self, row: VehicleRow) -> None:
        field = row.fields.lines["name"]
        if row.fields.seats.value() and field.value() in ("", row.given_name):
            others = [one.fields.draft() for one in self.rows if one is not row]
            row.given_name = self._reader.vehicle_name(row.fields.seats.value(), others)
            field.set_value(row.given_name)
            self.edited.emit()
