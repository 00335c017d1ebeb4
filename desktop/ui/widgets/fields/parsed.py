"""Fields whose text means something: it is read when the officer goes on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from desktop.ui.theme import Mark, State
from desktop.ui.widgets.fields.line import LineField

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What a text was understood as.

    `value` is None for an empty or unreadable text. `shown` is how the value is written
    back; `problem` is a sentence for a text that can't be read or is in doubt (`state`);
    `note` is shown at the end of the field ("38 years").
    """

    value: T | None
    shown: str = ""
    problem: str = ""
    state: State = State.BLOCKED
    note: str = ""
    mark: Mark | None = None


class ParsedField(LineField, Generic[T]):
    """A line whose text is read by `read` when it is committed; what can't be read stays.

    `read` gets the text without outer blanks and never raises.
    """

    def __init__(
        self,
        label: str,
        read: Callable[[str], Reading[T]],
        *,
        placeholder: str = "",
        hint: str = "",
        needed: bool = False,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            label, placeholder=placeholder, hint=hint, needed=needed, icon=icon, parent=parent
        )
        self._read = read
        self._reading: Reading[T] = read("")
        # Read before anybody who listens to `committed` asks for the value.
        self.edit.editingFinished.disconnect(self.committed)
        self.edit.editingFinished.connect(self._on_finished)

    def reading(self) -> Reading[T]:
        """What the present text is understood as."""
        text = super().value()
        return self._reading if text == self._reading.shown else self._read(text)

    def parsed(self) -> T | None:
        """The value, or None if there is none or the text can't be read."""
        return self.reading().value

    def set_value(self, value: str) -> None:
        """Write a text, read it, and send nothing."""
        super().set_value(value)
        self._take()

    def _on_finished(self) -> None:
        self._take()
        self.committed.emit()

    def _take(self) -> None:
        reading = self._read(super().value())
        if not reading.problem and reading.shown:
            self.edit.setText(reading.shown)
        self._reading = reading
        self.set_note(reading.note, mark=reading.mark)
        self.set_problem(reading.problem, reading.state)


class PartialDateField(ParsedField[T]):
    """A date of which only the year, or the month, may be known; typed as text.

    There is no calendar: a birth date is quicker typed in any of the usual forms, and a
    calendar can't hold "1981". `read` turns the text into the application's partial date.
    """

    def __init__(
        self,
        label: str,
        read: Callable[[str], Reading[T]],
        *,
        placeholder: str = "",
        hint: str = "",
        needed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            label,
            read,
            placeholder=placeholder,
            hint=hint,
            needed=needed,
            icon="calendar_clock",
            parent=parent,
        )
