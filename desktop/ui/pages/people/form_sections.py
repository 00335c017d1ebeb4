"""The sections of a person's page, each made when it is needed or while the program is at rest."""

from collections.abc import Iterator
from functools import cached_property

from desktop.ui.jobs import JobRunner
from desktop.ui.lookups import Lookup, areas, countries, places
from desktop.ui.pages.people.form_documents import DocumentsSection
from desktop.ui.pages.people.form_family import FamilyPanel
from desktop.ui.pages.people.form_history import HistoryPanel
from desktop.ui.pages.people.form_identity import IdentitySection
from desktop.ui.pages.people.form_presenter import FormPresenter
from desktop.ui.pages.people.form_situation import ContactSection, SituationSection
from desktop.ui.widgets.panels import Panel


class FormSections:
    """All that stands below each other on the page of one person."""

    def __init__(self, presenter: FormPresenter, jobs: JobRunner) -> None:
        self._presenter, self._jobs = presenter, jobs
        self._people = presenter.people

    @cached_property
    def identity(self) -> IdentitySection:
        """Who it is."""
        people = self._people
        return IdentitySection(people.texts, people.book, self._lands, people.today)

    @cached_property
    def documents(self) -> DocumentsSection:
        """What proves it."""
        people = self._people
        return DocumentsSection(people.texts, people.book, self._lands, people.today)

    @cached_property
    def family(self) -> FamilyPanel:
        """Who travels with this person."""
        return FamilyPanel(self._people.texts)

    @cached_property
    def contact(self) -> ContactSection:
        """How to reach this person."""
        return ContactSection(self._people.texts)

    @cached_property
    def situation(self) -> SituationSection:
        """Where this person is, and wants to go."""
        book, texts = self._people.book, self._people.texts
        return SituationSection(texts, book, places(book), areas(book), self._people.today)

    @cached_property
    def history(self) -> HistoryPanel:
        """What was changed, when and by whom."""
        return HistoryPanel(self._presenter, self._jobs)

    def __iter__(self) -> Iterator[Panel]:
        """In reading order; what is not made yet is made now."""
        yield self.identity
        yield self.documents
        yield self.family
        yield self.contact
        yield self.situation
        yield self.history

    @cached_property
    def _lands(self) -> Lookup:
        return countries(self._people.book)
