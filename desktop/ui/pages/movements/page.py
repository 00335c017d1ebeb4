"""The page of movements: the list, and in its place a plan or one movement."""

from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop import paths
from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.context import PageContext
from desktop.ui.jobs import Progress
from desktop.ui.memory import WindowMemory
from desktop.ui.page import Changes, Page, Params
from desktop.ui.pages.movements.actions import Done
from desktop.ui.pages.movements.draft_file import DraftFiles
from desktop.ui.pages.movements.movement_list import MovementList
from desktop.ui.pages.movements.movement_view import MovementView
from desktop.ui.pages.movements.plan_desk import PlanDesk
from desktop.ui.pages.movements.plan_form import PlanForm
from desktop.ui.pages.movements.presenter import MovementListed, MovementsPresenter, Planned
from desktop.ui.waiting import Waiting

_LIST_MEMORY = "movements"
_SEATS_MEMORY = "travellers"


class MovementsPage(Page):
    """Lists movements, plans them, and shows one with its people and papers.

    `opened` takes `movement_id` with perhaps a `tab` ("seats", "documents"), or `new` with
    perhaps `people` (ids of those who shall travel).
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
        self._presenter = MovementsPresenter(
            context.desk, context.book, context.texts, context.settings.office_zone
        )
        files = DraftFiles(context.drawer)
        self._plans = PlanDesk(self._presenter, context.jobs, files, self)
        self._away = False
        self._waiting = Waiting(lambda: self.form is not None and self.form.is_saving)
        self.list = MovementList(self._texts)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()
        self.list.table.restore_layout(self._memory.recall(_LIST_MEMORY))

    @cached_property
    def movement(self) -> MovementView:
        """The view of one movement; made when needed, or while the program is at rest."""
        view = MovementView(self._presenter, self._context.jobs)
        self._stack.addWidget(view)
        view.left.connect(self.show_list)
        view.edit_asked.connect(self._edit_plan)
        view.done.connect(self._context.window.done)
        view.said.connect(self._context.window.say)
        view.gone.connect(self._on_gone)
        view.named.connect(self._on_named)
        view.person_asked.connect(self._on_person)
        view.reports_asked.connect(self._on_reports)
        view.seats.table.restore_layout(self._memory.recall(_SEATS_MEMORY))
        return view

    def prepare(self) -> Iterator[object]:
        """Make the page of one movement, and its second tab."""
        yield self.movement
        yield self.movement.documents

    @property
    def _shows_movement(self) -> bool:
        return isinstance(self._stack.currentWidget(), MovementView)

    @property
    def form(self) -> PlanForm | None:
        """The form of plans, once it was needed."""
        return self._plans.form

    def opened(self, params: Params) -> None:
        """Show a movement or a new plan; else what was here before, else the list."""
        away, self._away = self._away, False
        movement_id, people = params.get("movement_id"), params.get("people")
        if isinstance(movement_id, UUID):
            self.open_movement(movement_id, str(params.get("tab", "")))
        elif params.get("new") or people:
            ids = people if isinstance(people, list | tuple) else ()
            self.plan(tuple(one for one in ids if isinstance(one, UUID)))
        elif not away:
            self.show_list()

    def changed(self, changes: Changes) -> None:
        """Show what is stored now; what is being typed stays."""
        if not changes.touched.keys() & {"movement", "person", "import_batch"}:
            return
        self._read_list()
        if self._shows_movement:
            self.movement.reload()
        if self.form is None or self.form.is_saving:
            return
        if self._stack.currentWidget() is self.form:
            self.form.read_people()
            self._plans.refresh()

    def left(self) -> None:
        """Keep what was typed."""
        self._away = True
        self._plans.keep()

    def closing(self) -> None:
        """Keep what was typed, and how the tables stood."""
        self._plans.keep()
        self._memory.keep(_LIST_MEMORY, self.list.layout_state())
        if "movement" in self.__dict__:
            self._memory.keep(_SEATS_MEMORY, self.movement.seats.layout_state())

    def find_here(self) -> None:
        """Bring the cursor to the filter of the list or of the travellers."""
        if self._stack.currentWidget() is self.list:
            self.list.filter.take_focus()
        elif self._shows_movement:
            self.movement.find_here()

    def print_out(self) -> None:
        """Go to the lists of the movement that is shown."""
        if self._shows_movement:
            self.movement.ask_reports()

    def edit(self) -> None:
        """Change the plan of the movement that is shown."""
        if self._shows_movement:
            self.movement.ask_edit()

    def back(self) -> bool:
        """Leave the movement or the plan."""
        if self._stack.currentWidget() is self.list:
            return False
        if self._shows_movement:
            self.movement.back()
        else:
            self._leave_form()
        return True

    def event(self, event: QEvent) -> bool:
        """In the list Ctrl+N plans a movement, before the window takes it for a person."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_new(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+N in the list."""
        if self._is_new(event):
            self.plan()
        else:
            super().keyPressEvent(event)

    def _is_new(self, event: QKeyEvent) -> bool:
        here = self._stack.currentWidget() is self.list
        return here and event.matches(QKeySequence.StandardKey.New)

    @Slot()
    def show_list(self) -> None:
        """Show the list of movements."""
        self._plans.keep()
        self._read_list()
        self._stack.setCurrentWidget(self.list)
        self.list.take_keyboard()
        self.title_changed.emit(self._texts.t("Movements"))

    @Slot(object)
    def open_movement(self, movement_id: UUID, tab: str = "") -> None:
        """Show one movement."""
        self._plans.keep()
        self._stack.setCurrentWidget(self.movement)
        self.movement.open(movement_id, tab)
        self.movement.take_keyboard()
        self.title_changed.emit(self._texts.t("Movement"))

    @Slot()
    def plan(self, people: tuple[UUID, ...] = ()) -> None:
        """Show the plan that was begun, or a new one; `people` are who shall travel."""
        if not self._waiting.puts_off(partial(self.plan, people)):
            self._plans.plan(people)

    @Slot(object)
    def _edit_plan(self, movement_id: UUID) -> None:
        if not self._waiting.puts_off(partial(self._edit_plan, movement_id)):
            self._plans.edit(movement_id)

    @Slot(object)
    def _on_form_made(self, form: PlanForm) -> None:
        form.left.connect(self._leave_form)
        form.dropped.connect(self._on_dropped)
        form.stored_asked.connect(self._show_stored)
        form.planned.connect(self._on_planned)
        form.changed.connect(self._on_plan_changed)
        form.refused.connect(self._waiting.forget)
        self._stack.addWidget(form)

    @Slot()
    def _show_form(self) -> None:
        if self.form is None:
            return
        again = self._stack.currentWidget() is self.form
        self._stack.setCurrentWidget(self.form)
        if not again:
            self.form.take_keyboard()
        self.title_changed.emit(self.form.title)

    @Slot()
    def _leave_form(self) -> None:
        """Back to the movement whose plan is shown, else to the list."""
        if self._plans.movement_id is not None:
            self.open_movement(self._plans.movement_id)
        else:
            self.show_list()

    def _read_list(self) -> None:
        job = partial(_listed, self._presenter)
        self._context.jobs.run(job, self._on_listed, self._on_failed, owner=self)

    def _on_listed(self, rows: tuple[MovementListed, ...]) -> None:
        self.list.show_rows(rows)
        if self._stack.currentWidget() is self.list and self.isVisible() and not self._typing():
            self.list.take_keyboard()

    def _typing(self) -> bool:
        """Whether the keyboard is in something of the list already."""
        focused = self.window().focusWidget()
        return focused is not None and self.list.isAncestorOf(focused) and focused.isVisible()

    def _on_failed(self, error: AppError) -> None:
        self._context.window.say(error_sentence(self._texts, error))

    @Slot(object)
    def _on_no_plan(self, error: AppError) -> None:
        """The movement whose plan was asked for is gone, or cannot be read now."""
        self._on_failed(error)
        if self.form is not None and self._stack.currentWidget() is self.form:
            self.show_list()

    @Slot()
    def _on_dropped(self) -> None:
        self._plans.drop()
        if self._plans.movement_id is not None:
            self._leave_form()
        elif self.form is not None:
            self.form.take_keyboard()

    @Slot()
    def _show_stored(self) -> None:
        """Give up what was typed for what somebody else stored meanwhile."""
        movement_id = self._plans.movement_id
        self._plans.drop()
        if movement_id is not None:
            self._edit_plan(movement_id)

    @Slot(object)
    def _on_planned(self, planned: Planned) -> None:
        self._plans.drop()
        if not self._waiting.go_on():
            self.open_movement(planned.movement_id)
        self._context.window.done(self._presenter.planned_words(planned), planned.change)

    @Slot(object)
    def _on_plan_changed(self, done: Done) -> None:
        self._plans.drop()
        if not self._waiting.go_on():
            self._leave_form()
        self._context.window.done(done.words, done.change)

    @Slot()
    def _on_gone(self) -> None:
        if self._shows_movement:
            self.show_list()

    @Slot(str)
    def _on_named(self, name: str) -> None:
        if self._shows_movement:
            self.title_changed.emit(name)

    @Slot(object)
    def _on_person(self, person_id: UUID) -> None:
        self._context.window.go("people", person_id=person_id)

    @Slot(object)
    def _on_reports(self, params: Mapping[str, object]) -> None:
        self._context.window.go("reports", **params)

    @Slot()
    def _on_people(self) -> None:
        self._context.window.go("people")

    def _connect(self) -> None:
        self.list.open_asked.connect(self.open_movement)
        self.list.plan_asked.connect(self.plan)
        self.list.people_asked.connect(self._on_people)
        self._plans.made.connect(self._on_form_made)
        self._plans.ready.connect(self._show_form)
        self._plans.failed.connect(self._on_no_plan)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)


def _listed(presenter: MovementsPresenter, _progress: Progress) -> tuple[MovementListed, ...]:
    return presenter.listed()
