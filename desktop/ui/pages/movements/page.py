"""The page of movements: the list, and in its place a plan or one movement."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop import paths
from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.context import PageContext
from desktop.ui.jobs import Lane, Progress
from desktop.ui.memory import WindowMemory
from desktop.ui.page import Changes, Page, Params
from desktop.ui.pages.movements.draft_file import DraftFile
from desktop.ui.pages.movements.movement_list import MovementList
from desktop.ui.pages.movements.movement_view import MovementView
from desktop.ui.pages.movements.place_finder import PlaceFinder
from desktop.ui.pages.movements.plan_form import PlanForm
from desktop.ui.pages.movements.planning import CHOSEN, PlanDraft, WhoDraft
from desktop.ui.pages.movements.presenter import MovementListed, MovementsPresenter, Planned
from desktop.usecases.ports import ChangeSet

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
        self._file = DraftFile(paths.data_dir() / "drafts")
        self._wanted: PlanDraft | None = None
        self._kept = PlanDraft()
        self._away = False
        self.form: PlanForm | None = None
        self.list = MovementList(self._texts)
        self.movement = MovementView(self._presenter, context.jobs)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.movement)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._connect()
        self.list.table.restore_layout(self._memory.recall(_LIST_MEMORY))
        self.movement.seats.table.restore_layout(self._memory.recall(_SEATS_MEMORY))
        self._read_list()

    # What the window asks

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
        if self._stack.currentWidget() is self.movement:
            self.movement.reload()
        if self.form is not None and self._stack.currentWidget() is self.form:
            self.form.read_people()

    def left(self) -> None:
        """Keep what was typed."""
        self._away = True
        self._keep()

    def closing(self) -> None:
        """Keep what was typed, and how the tables stood."""
        self._keep()
        self._memory.keep(_LIST_MEMORY, self.list.layout_state())
        self._memory.keep(_SEATS_MEMORY, self.movement.seats.layout_state())

    def find_here(self) -> None:
        """Bring the cursor to the filter of the list or of the travellers."""
        if self._stack.currentWidget() is self.list:
            self.list.filter.take_focus()
        elif self._stack.currentWidget() is self.movement:
            self.movement.find_here()

    def print_out(self) -> None:
        """Go to the lists of the movement that is shown."""
        if self._stack.currentWidget() is self.movement:
            self.movement.ask_reports()

    def back(self) -> bool:
        """Leave the movement or the plan."""
        if self._stack.currentWidget() is self.list:
            return False
        if self._stack.currentWidget() is self.movement:
            self.movement.back()
        else:
            self.show_list()
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

    # What is shown

    @Slot()
    def show_list(self) -> None:
        """Show the list of movements."""
        self._keep()
        self._read_list()
        self._stack.setCurrentWidget(self.list)
        self.list.take_keyboard()
        self.title_changed.emit(self._texts.t("Movements"))

    @Slot(object)
    def open_movement(self, movement_id: UUID, tab: str = "") -> None:
        """Show one movement."""
        self._keep()
        self._stack.setCurrentWidget(self.movement)
        self.movement.open(movement_id, tab)
        self.movement.take_keyboard()
        self.title_changed.emit(self._texts.t("Movement"))

    @Slot()
    def plan(self, people: tuple[UUID, ...] = ()) -> None:
        """Show the plan that was begun, or a new one; `people` are who shall travel."""
        if self.form is not None:
            draft = self.form.draft()
            if people:
                draft = _with_people(draft, people)
            self._show_form(draft)
            return
        self._wanted = _with_people(PlanDraft(), people) if people else PlanDraft()
        job = partial(_prepare, self._presenter, self._file)
        self._context.jobs.run(job, self._on_prepared, owner=self)

    def _on_prepared(self, prepared: tuple[Mapping[str, str], PlanDraft | None]) -> None:
        """The form needs the letters of countries, and what was typed in an earlier session."""
        letters, kept = prepared
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        if self.form is None:
            finder = PlaceFinder(self._context.book, self._texts, letters)
            today = self._presenter.people.today()
            self.form = PlanForm(self._presenter, self._context.jobs, finder, today)
            self.form.left.connect(self.show_list)
            self.form.dropped.connect(self._on_dropped)
            self.form.planned.connect(self._on_planned)
            self._stack.addWidget(self.form)
        if kept is not None:
            self._kept = kept
            wanted = _with_people(kept, wanted.who.people) if wanted.who.people else kept
        self._show_form(wanted)

    def _show_form(self, draft: PlanDraft) -> None:
        if self.form is None:
            return
        self.form.show_draft(draft)
        self._stack.setCurrentWidget(self.form)
        self.form.take_keyboard()
        self.title_changed.emit(self._texts.t("Plan a movement"))

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

    # Drafts

    def _keep(self) -> None:
        """Write what was typed, if it is not what the file holds."""
        if self.form is None:
            return
        draft = self.form.draft()
        if draft != self._kept:
            self._kept = draft
            job = partial(_keep, self._file, draft)
            self._context.jobs.run(job, lane=Lane.WRITE)

    @Slot()
    def _on_dropped(self) -> None:
        self._kept = PlanDraft()
        self._context.jobs.run(partial(_keep, self._file, self._kept), lane=Lane.WRITE)

    # What was done

    @Slot(object)
    def _on_planned(self, planned: Planned) -> None:
        if self.form is not None:
            self.form.show_draft(PlanDraft())
        self._on_dropped()
        self.open_movement(planned.movement_id)
        self._context.window.done(self._presenter.planned_words(planned), planned.change)
        if planned.failure is not None:
            self.movement.say_failure(planned.failure)

    @Slot(str, object)
    def _on_done(self, words: str, change: ChangeSet) -> None:
        self._context.window.done(words, change)

    @Slot()
    def _on_gone(self) -> None:
        if self._stack.currentWidget() is self.movement:
            self.show_list()

    @Slot(str)
    def _on_named(self, name: str) -> None:
        if self._stack.currentWidget() is self.movement:
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

    @Slot(str)
    def _on_said(self, words: str) -> None:
        self._context.window.say(words)

    def _connect(self) -> None:
        self.list.open_asked.connect(self.open_movement)
        self.list.plan_asked.connect(self.plan)
        self.list.people_asked.connect(self._on_people)
        self.movement.left.connect(self.show_list)
        self.movement.done.connect(self._on_done)
        self.movement.said.connect(self._on_said)
        self.movement.gone.connect(self._on_gone)
        self.movement.named.connect(self._on_named)
        self.movement.person_asked.connect(self._on_person)
        self.movement.reports_asked.connect(self._on_reports)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)


def _with_people(draft: PlanDraft, people: tuple[UUID, ...]) -> PlanDraft:
    return replace(draft, who=WhoDraft(CHOSEN, people=people))


def _listed(presenter: MovementsPresenter, _progress: Progress) -> tuple[MovementListed, ...]:
    return presenter.listed()


def _prepare(
    presenter: MovementsPresenter, file: DraftFile, _progress: Progress
) -> tuple[Mapping[str, str], PlanDraft | None]:
    return presenter.letters(), file.load()


def _keep(file: DraftFile, draft: PlanDraft, _progress: Progress) -> None:
    """Write a draft; nothing is kept of an untouched one."""
    if draft.is_touched:
        file.keep(draft)
    else:
        file.drop()
