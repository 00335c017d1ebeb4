"""Fields of a person's page: dates that are read, and long lists that are searched."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.partial_dates import PartialDate
from desktop.ui.lookups import Found, Lookup
from desktop.ui.pages.people.dates import TypedDate
from desktop.ui.pages.people.marks import state_mark
from desktop.ui.theme import State, px
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.fields import Choice, LookupField, PartialDateField, Reading

COLUMNS = 3


class DateField(PartialDateField[str]):
    """A date that is read when the officer goes on; its value is an ISO text."""

    def __init__(
        self,
        label: str,
        read: Callable[[str], TypedDate[PartialDate] | TypedDate[date]],
        *,
        placeholder: str = "",
    ) -> None:
        super().__init__(label, lambda text: _reading(read(text)), placeholder=placeholder)

    def entry(self) -> str:
        """The ISO text of what was understood, else what was typed."""
        return self.parsed() or self.value()


class ListField(LookupField):
    """A value of a long list; a text that is in no list stays as it was written."""

    def __init__(
        self, label: str, lookup: Lookup, *, placeholder: str = "", icon: str = "search"
    ) -> None:
        super().__init__(label, placeholder=placeholder, icon=icon)
        self._lookup = lookup
        self._taken = ("", "")
        self.asked.connect(self._on_asked)
        self.edit.editingFinished.connect(self._settle)

    def take(self, code: str, text: str = "") -> None:
        """Show the value of a code, else a text that is in no list."""
        self._taken = (code, text)
        found = self._lookup.of(code)
        self.set_value(Choice(found.code, found.word) if found else None)
        if found is None:
            self.edit.setText(text)

    def free_text(self) -> str:
        """What was written, if it is in no list.

        The words that came with a value (of an imported list) stay while the value does.
        """
        code, text = self._taken
        if self.value():
            return text if self.value() == code else ""
        return self.text()

    @Slot(str)
    def _on_asked(self, text: str) -> None:
        self.set_choices([_choice(found) for found in self._lookup.find(text)])

    @Slot()
    def _settle(self) -> None:
        """Whoever writes a name in full, or enough of it, has chosen it."""
        if self.value() or not self.text():
            return
        found = self._lookup.exact(self.text())
        if found is not None:
            self.set_value(_choice(found))
            self.edited.emit()


def columns_grid(fields: Sequence[QWidget | None]) -> QGridLayout:
    """Fields in three equal columns, in reading order; None leaves a place free."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(12))
    grid.setVerticalSpacing(px(8))
    for column in range(COLUMNS):
        grid.setColumnStretch(column, 1)
        # An empty column would not get its spacing.
        grid.addWidget(QWidget(), 0, column)
    for place, field in enumerate(fields):
        if field is not None:
            row, column = divmod(place, COLUMNS)
            grid.addWidget(field, row, column, Qt.AlignmentFlag.AlignTop)
    return grid


def add_remover(grid: QGridLayout, column: int, name: str) -> IconButton:
    """A button that takes something away, at the end of the line of a field's label."""
    button = IconButton("delete", name, height=18)
    grid.addWidget(button, 0, column, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
    return button


def _choice(found: Found) -> Choice:
    return Choice(found.code, found.word)


def _reading(typed: TypedDate[PartialDate] | TypedDate[date]) -> Reading[str]:
    value = typed.value
    iso = value.iso if isinstance(value, PartialDate) else value.isoformat() if value else None
    return Reading(
        value=iso,
        shown=typed.shown,
        problem=typed.problem or typed.doubt,
        state=State.BLOCKED if typed.problem else State.WARN,
        note=typed.note,
        mark=state_mark(typed.state) if typed.state else None,
    )
