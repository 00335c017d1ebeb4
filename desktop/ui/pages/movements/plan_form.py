"""The page on which a movement is planned, and on which the plan of a stored one is changed."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import AppError, UserError
from desktop.messages.sentences import error_sentence, sentence
from desktop.ui.jobs import JobHandle, JobRunner, Lane, Progress
from desktop.ui.messages import announce
from desktop.ui.pages.movements.actions import Done
from desktop.ui.pages.movements.company import (
    MOST_TRAVELLERS,
    Company,
    Origins,
    company,
    is_open,
    origins,
)
from desktop.ui.pages.movements.dialogs import SeatsLostDialog
from desktop.ui.pages.movements.place_finder import PlaceFinder
from desktop.ui.pages.movements.plan_fields import PlanFields
from desktop.ui.pages.movements.planning import PlanDraft, PlanRead, WhoDraft
from desktop.ui.pages.movements.presenter import MovementsPresenter, Planned
from desktop.ui.pages.movements.replanning import Replanning, Unseated
from desktop.ui.pages.movements.stored_plan import StoredPlan
from desktop.ui.pages.people.presenter import PeoplePresenter
from desktop.ui.theme import Mark
from desktop.ui.waiting import Held
from desktop.ui.widgets.alerts import ErrorPanel, Notice
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.page_head import PageHead
from desktop.usecases.movements import MovementForm


class PlanForm(QWidget):
    """Asks what is needed of a plan; what was typed stays through every failure.

    Signals:
        planned(Planned): a new movement is stored.
        changed(Done): the plan of a stored movement is changed.
        left: the officer goes back; the draft is kept.
        dropped: the officer throws away what was typed.
        refused: what was typed is not stored, and why is told or asked.
        stored_asked: the officer wants to see what is stored now instead of what was typed.
    """

    planned = Signal(object)
    changed = Signal(object)
    left = Signal()
    dropped = Signal()
    refused = Signal()
    stored_asked = Signal()

    def __init__(
        self,
        presenter: MovementsPresenter,
        jobs: JobRunner,
        finder: PlaceFinder,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._texts = presenter.texts
        self._jobs = jobs
        self._reader = presenter.reader()
        self._company = Company(WhoDraft())
        self._asking: JobHandle[Company] | None = None
        self._tried = False
        self.stored: StoredPlan | None = None
        self.dialog: SeatsLostDialog | None = None
        self.clear = Button("", Kind.SUBTLE)
        self.save = Button("", Kind.PRIMARY, icon="checkmark", shortcut="Ctrl+S")
        back = self._texts.t("Back")
        self.head = PageHead("", actions=(self.clear, self.save), back_name=back)
        self.fields = PlanFields(self._texts, self._reader, finder, today)
        self._saving = Held(self.fields)
        self.route = self.fields.route
        self.vehicles = self.fields.vehicles
        self.who = self.fields.who
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.fields, 1)
        self.head.back_asked.connect(self.left)
        self.clear.clicked.connect(self._on_clear)
        self.save.clicked.connect(self._on_save)
        self.fields.committed.connect(self._read)
        self.fields.who_changed.connect(self._ask_company)
        self.show_draft(PlanDraft())

    def draft(self) -> PlanDraft:
        """Everything that is typed and chosen."""
        return self.fields.draft()

    @property
    def title(self) -> str:
        """What the form is about."""
        t = self._texts.t
        if self.stored is None:
            return t("Plan a movement")
        return t("Plan of {code}", code=self.stored.code)

    @property
    def is_saving(self) -> bool:
        """Whether what was typed is being stored just now."""
        return bool(self._saving)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that would be missed."""
        if self.stored is None:
            return self.draft().is_touched
        return self.draft() != self.stored.draft

    def show_draft(self, draft: PlanDraft) -> None:
        """Show a new plan, or what was typed of it before."""
        self.stored = None
        self._show(draft)
        self.read_people()

    def show_plan(self, stored: StoredPlan, draft: PlanDraft) -> None:
        """Show the plan of a stored movement, with what was typed of it before."""
        self.stored = stored
        self._company = Company(WhoDraft())
        self._show(draft)
        if draft != stored.draft:
            words = self._texts.t("Changes that you did not save are shown.")
            self.fields.say(Notice(Mark.INFO, words))

    def read_people(self) -> None:
        """Ask again from where people can come, and who is meant."""
        if self.stored is None:
            job = partial(_origins, self._presenter.people)
            self._jobs.run(job, self.who.show_origins, owner=self)
            self._ask_company()

    def take_keyboard(self) -> None:
        """Bring the cursor to the first field."""
        self.fields.take_keyboard()

    def _show(self, draft: PlanDraft) -> None:
        t, stored = self._texts.t, self.stored
        self._tried = False
        self.head.set_title(self.title)
        self.clear.set_words(t("Clear the form") if stored is None else t("Discard changes"))
        self.fields.say(None)
        self.fields.show_draft(draft, with_people=stored is None)
        self._show_saving()
        self._read()

    @Slot()
    def _on_clear(self) -> None:
        self.dropped.emit()

    @Slot()
    def _read(self) -> None:
        self._show_read(self._reader.read(self.draft(), complete=self._tried))

    def _show_read(self, read: PlanRead) -> None:
        texts, stored = self._texts, self.stored
        self.fields.show_read(read, self._company)
        if stored is None:
            question = texts.t("Which way, when, in which vehicles, and with whom?")
            number = len(self._company.travellers)
        else:
            question = texts.t("Which way, when, and in which vehicles?")
            number = stored.travellers
        people = texts.n("{n} traveller", "{n} travellers", number)
        seats = texts.n("{n} seat", "{n} seats", read.seats)
        self.head.set_answer(question, f"{people} · {seats}")

    @Slot()
    def _ask_company(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
        job = partial(_company, self._presenter.people, self.who.draft())
        self._asking = self._jobs.run(job, self._on_company, self._tell, owner=self)

    def _on_company(self, found: Company) -> None:
        self._asking = None
        if self.stored is None:
            self._company = found
            self._read()

    @Slot()
    def _on_save(self) -> None:
        self._save(frozenset())

    @Slot(object)
    def _save(self, told: frozenset[UUID]) -> None:
        """Store what was typed; `told` are travellers of whom is known that they lose a seat."""
        if self.stored is not None and not self.is_changed:
            self.left.emit()
            return
        self._tried = True
        draft = self.draft()
        read = self._reader.read(draft, complete=True)
        self._show_read(read)
        self.fields.say(None)
        open_end = self.stored is None and is_open(draft.who)
        if open_end:
            self.who.show_problem(sentence(self._texts, "movement.origin_open"))
        if read.form is None or open_end:
            if wrong := self.fields.go_to_problem():
                announce(self, self._texts.n("{n} problem", "{n} problems", wrong), urgent=True)
            return
        self._saving.hold()
        self._show_saving()
        if self.stored is None:
            self._plan(read.form, draft.who)
        else:
            self._change(self.stored, read.form, told)

    def _plan(self, form: MovementForm, who: WhoDraft) -> None:
        self._jobs.run(
            partial(_plan, self._presenter, form, who),
            self._on_planned,
            self._on_not_saved,
            owner=self,
            lane=Lane.WRITE,
            title=self._texts.t("Planning the movement"),
        )

    def _change(self, stored: StoredPlan, form: MovementForm, told: frozenset[UUID]) -> None:
        self._jobs.run(
            partial(_change, self._presenter.replanning(), stored, form, told),
            self._on_changed,
            self._on_not_saved,
            owner=self,
            lane=Lane.WRITE,
            title=self._texts.t("Saving the plan"),
        )

    def _on_planned(self, planned: Planned) -> None:
        self._release()
        self.planned.emit(planned)

    def _on_changed(self, answer: Done | tuple[Unseated, ...]) -> None:
        self._release()
        if isinstance(answer, Done):
            self.changed.emit(answer)
            return
        self.refused.emit()
        self.dialog = SeatsLostDialog(self._texts, answer, self.window())
        self.dialog.agreed.connect(self._save)
        self.dialog.open()

    def _on_not_saved(self, error: AppError) -> None:
        self._release()
        self.refused.emit()
        self._tell(error)

    def _tell(self, error: AppError) -> None:
        again = None
        if error.code == "record.changed_meanwhile":
            again = Button(self._texts.t("Show what is stored now"), Kind.LINK, height=24)
            again.clicked.connect(self.stored_asked)
        words = error_sentence(self._texts, error)
        self.fields.say(ErrorPanel(words, self._texts.t("What you typed is still here."), again))
        announce(self, words, urgent=True)

    def _release(self) -> None:
        self._saving.release()
        self._show_saving()

    def _show_saving(self) -> None:
        t, busy = self._texts.t, self.is_saving
        for button in (self.save, self.clear):
            button.setDisabled(busy)
        if self.stored is None:
            self.save.set_words(t("Planning…") if busy else t("Plan movement"))
        else:
            self.save.set_words(t("Saving…") if busy else t("Save changes"))


def _origins(people: PeoplePresenter, progress: Progress) -> Origins:
    return origins(people, progress.check)


def _company(people: PeoplePresenter, who: WhoDraft, progress: Progress) -> Company:
    return company(people, who, progress.check)


def _plan(
    presenter: MovementsPresenter, form: MovementForm, who: WhoDraft, progress: Progress
) -> Planned:
    found = company(presenter.people, who, progress.check)
    if found.is_too_large:
        raise UserError("movement.too_many", count=found.count, most=MOST_TRAVELLERS)
    return presenter.plan(form, found.travellers)


def _change(
    replanning: Replanning,
    stored: StoredPlan,
    form: MovementForm,
    told: frozenset[UUID],
    _progress: Progress,
) -> Done | tuple[Unseated, ...]:
    return replanning.change(stored, form, told)
