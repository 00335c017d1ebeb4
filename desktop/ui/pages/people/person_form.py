"""All fields of a person's page as one form over an entry."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.jobs import JobRunner
from desktop.ui.lookups import areas, countries, places
from desktop.ui.pages.people.entry import PersonEntry
from desktop.ui.pages.people.form_documents import DocumentsSection
from desktop.ui.pages.people.form_family import FamilyPanel
from desktop.ui.pages.people.form_history import HistoryPanel
from desktop.ui.pages.people.form_identity import IdentitySection
from desktop.ui.pages.people.form_presenter import FormPresenter
from desktop.ui.pages.people.form_situation import ContactSection, SituationSection
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

    def __init__(
        self, presenter: FormPresenter, jobs: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__("window", parent=parent)
        # The bar stands in the gap to the side column, whether it is needed or not.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.body.setContentsMargins(px(16), 0, px(6), px(16))
        people = presenter.people
        texts, book, today = people.texts, people.book, people.today
        lands = countries(book)
        self.identity = IdentitySection(texts, book, lands, today)
        self.documents = DocumentsSection(texts, book, lands, today)
        self.contact = ContactSection(texts)
        self.family = FamilyPanel(texts)
        self.situation = SituationSection(texts, book, places(book), areas(book), today)
        self.history = HistoryPanel(presenter, jobs)
        self._sections = (self.identity, self.documents, self.contact, self.situation)
        order = (
            self.identity,
            self.documents,
            self.family,
            self.contact,
            self.situation,
            self.history,
        )
        for part in order:
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
