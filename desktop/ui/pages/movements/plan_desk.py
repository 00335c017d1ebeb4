"""Keeps the one form of plans: what it shows, and what was typed in it and not saved."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from desktop.errors import AppError
from desktop.ui.jobs import JobRunner, Lane, Progress
from desktop.ui.pages.movements.draft_file import DraftFiles, KeptPlan
from desktop.ui.pages.movements.place_finder import PlaceFinder
from desktop.ui.pages.movements.plan_form import PlanForm
from desktop.ui.pages.movements.planning import CHOSEN, PlanDraft, WhoDraft
from desktop.ui.pages.movements.presenter import MovementsPresenter
from desktop.ui.pages.movements.stored_plan import StoredPlan


@dataclass(frozen=True)
class _Prepared:
    """What the form needs: letters of countries, the stored plan, and what was typed before."""

    letters: Mapping[str, str]
    stored: StoredPlan | None
    kept: KeptPlan | None


class PlanDesk(QObject):
    """Makes the form when it is first needed, and writes drafts behind the officer's back.

    Signals:
        made(PlanForm): the form is there and can be connected.
        ready: the form shows what was asked for.
        failed(AppError): the stored plan could not be read.
    """

    made = Signal(object)
    ready = Signal()
    failed = Signal(object)

    def __init__(
        self, presenter: MovementsPresenter, jobs: JobRunner, files: DraftFiles, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._jobs = jobs
        self._files = files
        self._kept: dict[UUID | None, KeptPlan | None] = {}
        self._wanted: tuple[UUID | None, tuple[UUID, ...]] = (None, ())
        self._reading = False
        self.form: PlanForm | None = None

    @property
    def movement_id(self) -> UUID | None:
        """The stored movement whose plan the form shows; None for a new one."""
        stored = self.form.stored if self.form is not None else None
        return stored.movement_id if stored is not None else None

    def plan(self, people: tuple[UUID, ...]) -> None:
        """Show the plan that was begun, or a new one; `people` are who shall travel."""
        self._prepare(None, people)

    def edit(self, movement_id: UUID) -> None:
        """Show the plan of a stored movement."""
        self._prepare(movement_id, ())

    def refresh(self) -> None:
        """Show what is stored now of a plan in which nothing was typed."""
        form, movement_id = self.form, self.movement_id
        if form is None or movement_id is None or form.is_changed or self._reading:
            return
        self.edit(movement_id)

    def keep(self) -> None:
        """Write what was typed, if it is not what the file holds."""
        if self.form is None:
            return
        key, stored = self.movement_id, self.form.stored
        kept = KeptPlan(self.form.draft(), stored.draft if stored else None)
        former = self._kept.get(key)
        if kept != former and (former is not None or kept.is_touched):
            self._kept[key] = kept
            self._jobs.run(partial(_keep, self._files, key, kept), lane=Lane.DRAFT)

    @Slot()
    def drop(self) -> None:
        """Throw away what was typed in the form; it shows what it began with."""
        if self.form is None:
            return
        key, stored = self.movement_id, self.form.stored
        self._kept[key] = None
        if stored is None:
            self.form.show_draft(PlanDraft())
        else:
            self.form.show_plan(stored, stored.draft)
        self._jobs.run(partial(_drop, self._files, key), lane=Lane.DRAFT)

    def _prepare(self, movement_id: UUID | None, people: tuple[UUID, ...]) -> None:
        self.keep()
        self._wanted = (movement_id, people)
        self._reading = True
        job = partial(_prepare, self._presenter, self._files, movement_id)
        self._jobs.run(job, self._on_prepared, self._on_failed, owner=self)

    def _on_failed(self, error: AppError) -> None:
        self._reading = False
        self.failed.emit(error)

    def _on_prepared(self, prepared: _Prepared) -> None:
        """What was typed in this session, even since it was asked, is newer than the file."""
        key, people = self._wanted
        stored = prepared.stored
        if key != (stored.movement_id if stored else None):
            return
        self._reading = False
        self.keep()
        form = self._form(prepared.letters)
        kept = self._kept.setdefault(key, prepared.kept)
        if stored is None:
            draft = kept.draft if kept else PlanDraft()
            form.show_draft(
                replace(draft, who=WhoDraft(CHOSEN, people=people)) if people else draft
            )
        elif kept is None or kept.stored is None or not kept.is_touched:
            form.show_plan(stored, stored.draft)
        else:
            # The plan from which typing began: saving is refused if it is another one now.
            form.show_plan(replace(stored, draft=kept.stored), kept.draft)
        self.ready.emit()

    def _form(self, letters: Mapping[str, str]) -> PlanForm:
        if self.form is None:
            presenter = self._presenter
            finder = PlaceFinder(presenter.book, presenter.texts, letters)
            self.form = PlanForm(presenter, self._jobs, finder, presenter.people.today())
            self.made.emit(self.form)
        return self.form


def _prepare(
    presenter: MovementsPresenter, files: DraftFiles, movement_id: UUID | None, _progress: Progress
) -> _Prepared:
    stored = presenter.replanning().stored(movement_id) if movement_id else None
    return _Prepared(presenter.letters(), stored, files.load(movement_id))


def _keep(files: DraftFiles, movement_id: UUID | None, kept: KeptPlan, _progress: Progress) -> None:
    """Write a draft; nothing is kept of an untouched one."""
    if kept.is_touched:
        files.keep(movement_id, kept)
    else:
        files.drop(movement_id)


def _drop(files: DraftFiles, movement_id: UUID | None, _progress: Progress) -> None:
    files.drop(movement_id)
