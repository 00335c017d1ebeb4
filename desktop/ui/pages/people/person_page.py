"""The page of one person, for adding and for editing: one form, its checks and its draft."""

from collections.abc import Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import AppError, Conflict
from desktop.messages.sentences import error_sentence
from desktop.ui.jobs import JobRunner, Lane, Progress
from desktop.ui.pages.people.draft_keeper import DraftKeeper
from desktop.ui.pages.people.drafts import Draft, draft_key
from desktop.ui.pages.people.entry import PersonEntry, merge
from desktop.ui.pages.people.form_check import FormCheck
from desktop.ui.pages.people.form_presenter import (
    BLANK,
    FormPresenter,
    OpenedPerson,
    Saved,
    added_again,
)
from desktop.ui.pages.people.form_sections import FormSections
from desktop.ui.pages.people.person_form import PersonForm
from desktop.ui.pages.people.person_head import PersonHead
from desktop.ui.pages.people.person_notice import PersonNotice
from desktop.ui.pages.people.side_column import SideColumn
from desktop.ui.theme import State
from desktop.ui.waiting import Held
from desktop.usecases.person_forms import PersonForm as Form

_DRAFT_MS = 900


class PersonPage(QWidget):
    """Adds a person, or shows one for editing. What is typed is kept as a draft until saved.

    Signals:
        left: the officer goes back to the list.
        saved(object, bool): a `Saved`, and whether another person is added next.
        not_saved: it could not be stored, and why is told.
        person_asked(object), movement_asked(object): open this person, this movement.
    """

    left = Signal()
    saved = Signal(object, bool)
    not_saved = Signal()
    person_asked = Signal(object)
    movement_asked = Signal(object)

    def __init__(
        self,
        presenter: FormPresenter,
        sections: FormSections,
        keeper: DraftKeeper,
        jobs: JobRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._texts = presenter.people.texts
        self._keeper = keeper
        self._jobs = jobs
        self._person_id: UUID | None = None
        self._opened: OpenedPerson | None = None
        self._base = PersonEntry()
        self._next = False
        self._focus = ""
        self._loading = False
        self.head = PersonHead(self._texts)
        self.notice = PersonNotice(self._texts)
        self.form = PersonForm(sections)
        self._saving = Held(self.form)
        self.side = SideColumn(self._texts)
        self._check = FormCheck(presenter, jobs, self.form, self.side, self)
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(_DRAFT_MS)
        self._draft_timer.timeout.connect(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.form, 1)
        row.addWidget(self.side)
        column.addLayout(row, 1)
        self._connect()

    @property
    def person_id(self) -> UUID | None:
        """Who is on the page; None while somebody is added."""
        return self._person_id

    @property
    def is_changed(self) -> bool:
        """Whether anything was typed that is not stored."""
        return not self._loading and self.form.give() != self._base

    @property
    def is_saving(self) -> bool:
        """Whether what was typed is being stored just now."""
        return bool(self._saving)

    def add(self) -> None:
        """Begin with somebody new, or go on with the draft of one."""
        self._begin_new(BLANK)
        draft = self._keeper.get(draft_key(None))
        if draft is not None:
            self.form.take(draft.entry)
            self._say_draft(draft)
            self._check.now()

    def add_next(self) -> None:
        """Begin with the next person of the same place."""
        self._begin_new(added_again(self.form.give()))

    def open(self, person_id: UUID, section: str = "") -> None:
        """Show a stored person; the cursor goes to `section` of the form."""
        self._begin(person_id)
        self._focus = section
        self._loading = True
        self.form.setEnabled(False)
        job = partial(_load, self._presenter, person_id)
        self._jobs.run(job, self._on_loaded, self._on_not_loaded, owner=self)

    @Slot()
    def keep(self) -> None:
        """Keep what was typed as a draft."""
        self._draft_timer.stop()
        if self._saving or self._loading:
            return
        entry = self.form.give()
        if entry == self._base:
            self._keeper.drop(draft_key(self._person_id))
            self.head.show_draft("")
            return
        draft = self._presenter.draft(self._person_id, entry, self._base, self._version)
        self._keeper.put(draft)

    @Slot()
    def leave(self) -> None:
        """Go back to the list; what was typed is kept."""
        if not self._saving:
            self.keep()
            self._check.stop()
            self.left.emit()

    @Slot()
    def save(self) -> None:
        """Store what is known, unless a value can't be read, and go back."""
        self._save(add_next=False)

    @Slot()
    def save_and_add(self) -> None:
        """Store what is known, and add another person."""
        self._save(add_next=True)

    # Opening

    @property
    def _version(self) -> int:
        return self._opened.detail.version if self._opened else 0

    def _begin(self, person_id: UUID | None) -> None:
        self._draft_timer.stop()
        self._person_id = person_id
        self._opened = None
        self.notice.clear()
        self._check.begin(None)
        self.head.show_draft("")
        self.head.set_adding(person_id is None)

    def _begin_new(self, entry: PersonEntry) -> None:
        self._begin(None)
        self.form.show_record(None)
        self._take(entry)
        self.form.focus("identity")
        self._check.now()

    def _take(self, entry: PersonEntry) -> None:
        """The fields may write an entry otherwise than it came: compare with what they give."""
        self._loading = False
        self.form.setEnabled(True)
        self.form.take(entry)
        self._base = self.form.give()

    def _on_loaded(self, opened: OpenedPerson) -> None:
        if opened.detail.row.id != self._person_id:
            return
        self._show_stored(opened)
        draft = self._keeper.get(draft_key(self._person_id))
        if draft is not None:
            self._say_draft(draft)
            self._bring(draft.base, draft.entry)
        self.form.focus(self._focus)
        self._check.now()

    def _show_stored(self, opened: OpenedPerson) -> None:
        self._opened = opened
        self._check.begin(opened.detail)
        self.head.show_person(opened.shown)
        self.form.show_record(opened.shown)
        self._take(opened.entry)

    def _bring(self, base: PersonEntry, typed: PersonEntry) -> None:
        """Show what was typed on `base` on the record as it is stored now."""
        merged = merge(base, typed, self._base)
        self.form.take(merged.entry)
        if merged.clashes:
            self.form.show_problems(self._presenter.clash_words(merged.clashes), State.WARN)
            self.notice.say_changed_meanwhile()

    def _on_not_loaded(self, error: AppError) -> None:
        self.notice.say_not_loaded(error)

    # Drafts

    def _say_draft(self, draft: Draft) -> None:
        self.notice.say_draft(self._presenter.moment(draft.at), self._discard)

    @Slot()
    def _discard(self) -> None:
        """Show what is stored; what was typed can be brought back while the page is open."""
        typed = self.form.give()
        self.form.take(self._base)
        self.keep()
        self.notice.say_discarded(partial(self._bring_back, typed))
        self._check.now()

    def _bring_back(self, typed: PersonEntry, _checked: bool = False) -> None:
        self.notice.clear()
        self.form.take(typed)
        self._on_edited()

    @Slot(object, bool)
    def _on_kept(self, draft: Draft, kept: bool) -> None:
        if self._saving or draft.key != draft_key(self._person_id):
            return
        if kept:
            moment = self._presenter.moment(draft.at)
            self.head.show_draft(self._texts.t("Draft kept {moment}", moment=moment))
        else:
            self.head.show_draft(self._texts.t("Draft kept in memory only"))

    @Slot()
    def _on_edited(self) -> None:
        self._check.soon()
        self._draft_timer.start()

    # Saving

    def _save(self, *, add_next: bool) -> None:
        if self._saving or self._loading:
            return
        entry = self.form.give()
        if entry == self._base and self._person_id is not None:
            self.leave()
            return
        read = self._presenter.read(entry, self._opened.detail if self._opened else None)
        if read.problems:
            self._show_problems(read.problems)
            return
        self._next = add_next
        self.keep()
        self._saving.hold()
        self.head.set_saving(True)
        job = partial(_save, self._presenter, self._person_id, self._version, read.form)
        self._jobs.run(job, self._on_saved, self._on_not_saved, owner=self, lane=Lane.WRITE)

    def _release(self) -> None:
        self._saving.release()
        self.head.set_saving(False)

    def _show_problems(self, problems: Mapping[str, str]) -> None:
        self.form.show_problems(problems, State.BLOCKED)
        self.form.focus(next(iter(problems)))
        self.notice.say_problems(len(problems))

    def _on_saved(self, saved: Saved) -> None:
        self._release()
        self._keeper.forget(draft_key(None if saved.added else saved.person_id))
        self._base = self.form.give()
        self.saved.emit(saved, self._next)

    def _on_not_saved(self, error: AppError) -> None:
        self._release()
        self.not_saved.emit()
        self.keep()
        if error.code == "person.no_name":
            self._show_problems({"family_name": error_sentence(self._texts, error)})
        elif isinstance(error, Conflict) and self._person_id is not None:
            word = self._texts.t("Reload and compare")
            self.notice.say_not_saved(error, word, self._compare)
        else:
            self.notice.say_not_saved(error, self._texts.t("Try again"), self.save)

    @Slot()
    def _compare(self) -> None:
        """Bring what was typed onto the record as it is now."""
        if self._person_id is not None:
            job = partial(_load, self._presenter, self._person_id)
            self._jobs.run(job, self._on_compared, self._on_not_loaded, owner=self)

    def _on_compared(self, opened: OpenedPerson) -> None:
        if opened.detail.row.id != self._person_id:
            return
        base, typed = self._base, self.form.give()
        self.notice.clear()
        self._show_stored(opened)
        self._bring(base, typed)
        self._check.now()
        self.keep()

    def _connect(self) -> None:
        self.head.left.connect(self.leave)
        self.head.save_asked.connect(self.save)
        self.head.save_next_asked.connect(self.save_and_add)
        self.form.edited.connect(self._on_edited)
        self.form.family.chosen.connect(self.person_asked)
        self.form.situation.movement_asked.connect(self.movement_asked)
        self.side.person_asked.connect(self.person_asked)
        self._keeper.kept.connect(self._on_kept)


def _load(presenter: FormPresenter, person_id: UUID, _progress: Progress) -> OpenedPerson:
    return presenter.load(person_id)


def _save(
    presenter: FormPresenter, person_id: UUID | None, version: int, form: Form, _progress: Progress
) -> Saved:
    return presenter.save(person_id, version, form)
