"""The page of people: the list, and in its place the page of one person."""

from collections.abc import Iterator
from functools import cached_property, partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop import paths
from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.context import PageContext
from desktop.ui.memory import WindowMemory
from desktop.ui.page import Changes, Page, Params
from desktop.ui.pages.people.draft_keeper import DraftKeeper
from desktop.ui.pages.people.drafts import DraftFiles
from desktop.ui.pages.people.form_presenter import FormPresenter, Saved
from desktop.ui.pages.people.form_sections import FormSections
from desktop.ui.pages.people.people_list import PeopleList
from desktop.ui.pages.people.person_page import PersonPage
from desktop.ui.pages.people.presenter import PeoplePresenter
from desktop.ui.privacy import Privacy
from desktop.ui.waiting import Waiting
from desktop.ui.widgets.states import EmptyState
from desktop.usecases.ports import ChangeSet
from desktop.usecases.views import PeopleFilter

_MEMORY = "people"


class PeoplePage(Page):
    """Finds people, shows what is missing for them, adds and edits them.

    `opened` takes `person_id` (open this person), `filter` (a `PeopleFilter` to narrow the
    list to) or `add` (begin with somebody new).
    """

    def __init__(
        self,
        context: PageContext,
        parent: QWidget | None = None,
        *,
        memory: WindowMemory | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._texts = context.texts
        self._memory = memory or WindowMemory(paths.config_dir() / "window.ini")
        self._people = PeoplePresenter(
            context.desk, context.book, context.texts, context.settings.office_zone
        )
        files = DraftFiles(context.drawer)
        self._forms = FormPresenter(self._people, files)
        self._sections = FormSections(self._forms, context.jobs)
        self._loaded = False
        self._away = False
        self._waiting = Waiting(lambda: self.is_on_person and self.person.is_saving)
        self.list = PeopleList(self._people, context.jobs)
        self._keeper = DraftKeeper(files, context.jobs, self)
        self._covered = EmptyState(
            "eye_off",
            self._texts.t("Names are hidden"),
            self._texts.t("Press Ctrl+Shift+H to go on with this person."),
        )
        self._stack = QStackedWidget()
        for view in (self.list, self._covered):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()

    @cached_property
    def person(self) -> PersonPage:
        """The page of one person; made when needed, or while the program is at rest."""
        page = PersonPage(self._forms, self._sections, self._keeper, self._context.jobs)
        page.left.connect(self._show_list)
        page.saved.connect(self._on_saved)
        page.not_saved.connect(self._on_not_saved)
        page.person_asked.connect(self._open_person)
        page.movement_asked.connect(self._on_movement)
        self._stack.addWidget(page)
        return page

    def prepare(self) -> Iterator[object]:
        """Make the page of one person."""
        yield from self._sections
        yield self.person

    @property
    def is_on_person(self) -> bool:
        """Whether the page of one person stands in the place of the list."""
        return self._stack.currentWidget() is not self.list

    # What the window asks

    def opened(self, params: Params) -> None:
        """Show a person, a narrowed list, or an empty form; else what was here before."""
        away, self._away = self._away, False
        person_id, where = params.get("person_id"), params.get("filter")
        if params.get("add"):
            self._add()
        elif isinstance(person_id, UUID):
            self._open_person(person_id, "")
        elif isinstance(where, PeopleFilter):
            self._show_list()
            self._load(where)
        elif not (away and self.is_on_person):
            self._show_list()

    def changed(self, changes: Changes) -> None:
        """Show what is stored now; what is being typed stays."""
        if self._loaded:
            self.list.reload()
        if not self.is_on_person:
            return
        person_id = self.person.person_id
        mine = person_id in changes.touched.get("person", frozenset())
        if mine and person_id and not self.person.is_changed and not self.person.is_saving:
            self.person.open(person_id)

    def left(self) -> None:
        """Keep what was typed."""
        self._away = True
        if self.is_on_person:
            self.person.keep()

    def closing(self) -> None:
        """Keep what was typed, and how the list stood."""
        self.left()
        if self._loaded:
            self._memory.keep(_MEMORY, self.list.state())

    def find_here(self) -> None:
        """Bring the cursor to the filter of the list."""
        if self.is_on_person:
            self.person.leave()
        self.list.find_here()

    def edit(self) -> None:
        """Edit who is selected."""
        if self.is_on_person:
            self.person.form.focus("identity")
        elif self.list.current_id is not None:
            self._open_person(self.list.current_id, "identity")

    def back(self) -> bool:
        """Leave the page of a person."""
        if not self.is_on_person:
            return False
        self.person.leave()
        return True

    # Inside

    def _load(self, where: PeopleFilter | None = None) -> None:
        if not self._loaded:
            remembered = self.list.restore(self._memory.recall(_MEMORY))
            where = where or remembered
        self._loaded = True
        if where is not None:
            self.list.show_people(where)

    @Slot()
    def _show_list(self) -> None:
        if self.is_on_person:
            self.person.keep()
        self._load()
        self._stack.setCurrentWidget(self.list)
        self.list.people.take_keyboard()
        self.title_changed.emit(self._texts.t("People"))

    @Slot()
    def _add(self) -> None:
        if self._waiting.puts_off(self._add):
            return
        self._turn_to_person()
        self.person.add()
        self.title_changed.emit(self._texts.t("Add person"))

    @Slot(object, str)
    def _open_person(self, person_id: UUID, section: str = "") -> None:
        if self._waiting.puts_off(partial(self._open_person, person_id, section)):
            return
        self._turn_to_person()
        self.person.open(person_id, section)
        self.title_changed.emit(self._texts.t("Person"))

    @Slot()
    def _on_not_saved(self) -> None:
        self._waiting.forget()

    def _turn_to_person(self) -> None:
        if self.is_on_person:
            self.person.keep()
        hidden = Privacy.current().hidden
        self._stack.setCurrentWidget(self._covered if hidden else self.person)

    @Slot()
    def _on_privacy(self) -> None:
        """Fields can't be covered letter by letter: the page of a person is covered whole."""
        if self.is_on_person:
            hidden = Privacy.current().hidden
            self._stack.setCurrentWidget(self._covered if hidden else self.person)

    @Slot(object, bool)
    def _on_saved(self, saved: Saved, add_next: bool) -> None:
        t = self._texts.t
        message = (
            t("{name} registered", name=saved.name)
            if saved.added
            else t("{name} saved", name=saved.name)
        )
        if self._waiting.go_on():
            pass
        elif add_next:
            self.person.add_next()
        else:
            self.list.people.prefer(saved.person_id)
            self._show_list()
        self._context.window.done(message, saved.change)

    @Slot(object, str, int)
    def _on_assigned(self, change: ChangeSet, code: str, number: int) -> None:
        message = self._texts.n(
            "{n} person assigned to {movement}",
            "{n} people assigned to {movement}",
            number,
            movement=code,
        )
        self._context.window.done(message, change)

    @Slot(object)
    def _on_movement(self, movement_id: UUID) -> None:
        self._context.window.go("movements", movement_id=movement_id)

    @Slot(object)
    def _on_movement_wanted(self, people: tuple[UUID, ...]) -> None:
        self._context.window.go("movements", new=True, people=people)

    @Slot()
    def _on_import(self) -> None:
        self._context.window.go("import")

    @Slot(object)
    def _on_failed(self, error: AppError) -> None:
        self._context.window.say(error_sentence(self._texts, error))

    def _connect(self) -> None:
        self.list.open_asked.connect(self._open_person)
        self.list.add_asked.connect(self._add)
        self.list.import_asked.connect(self._on_import)
        self.list.movement_asked.connect(self._on_movement)
        self.list.movement_wanted.connect(self._on_movement_wanted)
        self.list.assigned.connect(self._on_assigned)
        self.list.failed.connect(self._on_failed)
        Privacy.current().changed.connect(self._on_privacy)
