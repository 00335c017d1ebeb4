"""All fields of a person's page as one form over an entry."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.people.entry import PersonEntry
from desktop.ui.pages.people.form_sections import FormSections
from desktop.ui.pages.people.shown import PersonShown
from desktop.ui.theme import State, px
from desktop.ui.widgets.scroll_column import ScrollColumn

_FIELDS = {
    "identity": "family_name",
    "latin": "latin_family_name",
    "place_text": "place_id",
    "destination_area": "destination",
    "destination_text": "destination",
    "sex_inferred": "sex",
}
"""Field that a section, or a part of the entry without a field of its own, leads to."""


class PersonForm(ScrollColumn):
    """The sections of the page in reading order, with what is only shown between them.

    Signals:
        edited: the officer changed something.
    """

    edited = Signal()

    def __init__(self, sections: FormSections, parent: QWidget | None = None) -> None:
        super().__init__("window", parent=parent)
        # The bar stands in the gap to the side column, whether it is needed or not.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.body.setContentsMargins(px(16), 0, px(6), px(16))
        self.identity = sections.identity
        self.documents = sections.documents
        self.contact = sections.contact
        self.family = sections.family
        self.situation = sections.situation
        self.history = sections.history
        self._sections = (self.identity, self.documents, self.contact, self.situation)
        for part in sections:
            self.body.addWidget(part)
        self.body.addStretch(1)
        for section in self._sections:
            section.edited.connect(self.edited)

    def take(self, entry: PersonEntry) -> None:
        """Show an entry without sending it."""
        for section in self._sections:
            section.take(entry)
        self.ensureVisible(0, 0)

    def give(self) -> PersonEntry:
        """What stands in the fields."""
        entry = PersonEntry()
        for section in self._sections:
            entry = section.give(entry)
        return entry

    def show_record(self, person: PersonShown | None) -> None:
        """Show what a stored person has besides the fields; None for a new one."""
        self.identity.note.setVisible(person is None)
        self.family.setVisible(person is not None)
        self.history.begin(person.id if person is not None else None)
        self.situation.show_journey(person)
        if person is not None:
            self.family.show_person(person)

    def show_problems(self, problems: Mapping[str, str], state: State) -> None:
        """Say beside the fields what is wrong."""
        named = {_FIELDS.get(name, name): sentence for name, sentence in problems.items()}
        for section in self._sections:
            section.show_problems(named, state)

    def focus(self, name: str) -> None:
        """Bring the cursor to a section or a field."""
        target = _FIELDS.get(name, name)
        for section in self._sections:
            if section.focus(target):
                break
