"""What the parts of a person's page have in common."""

from abc import abstractmethod
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.people.entry import PersonEntry
from desktop.ui.theme import State
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.panels import Panel


class Section(Panel):
    """A part of the page over some fields of the entry, by the names of these.

    Signals:
        edited: the officer changed something here.
    """

    edited = Signal()

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent=parent)
        self.fields: dict[str, Field] = {}

    @abstractmethod
    def take(self, entry: PersonEntry) -> None:
        """Show an entry without sending it."""

    @abstractmethod
    def give(self, entry: PersonEntry) -> PersonEntry:
        """The entry with what stands in the fields of this part."""

    def all_fields(self) -> Mapping[str, Field]:
        """Fields by name, in reading order."""
        return self.fields

    def show_problems(self, problems: Mapping[str, str], state: State) -> None:
        """Say beside the fields what is wrong; fields without a problem stay as they are."""
        for name, field in self.all_fields().items():
            if name in problems:
                field.set_problem(problems[name], state)

    def clear_problems(self) -> None:
        """Take away what was said beside the fields."""
        for field in self.all_fields().values():
            field.set_problem("")

    def focus(self, name: str) -> bool:
        """Bring the cursor to a field; answers whether it is here."""
        field = self.all_fields().get(name)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        return field is not None

    def watch(self, *fields: Field) -> None:
        """Tell when one of these is changed."""
        for field in fields:
            field.edited.connect(self.edited)
