"""Who changed what, on the page of a person, read when it is asked for."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.jobs import JobRunner, Progress
from desktop.ui.pages.people.form_presenter import FormPresenter
from desktop.ui.pages.people.history import Change, HistoryEntry
from desktop.ui.theme import Type, px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.emptying import empty
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import Panel

Found = tuple[UUID, tuple[HistoryEntry, ...]]


class HistoryPanel(Panel):
    """The history of one record; names in it may be covered."""

    def __init__(self, presenter: FormPresenter, jobs: JobRunner) -> None:
        texts = presenter.people.texts
        super().__init__(texts.t("History"))
        self._presenter = presenter
        self._texts = texts
        self._jobs = jobs
        self._person_id: UUID | None = None
        self._note = self.set_note("")
        self.button = Button(texts.t("Show"), Kind.LINK, height=24)
        self.button.setAccessibleDescription(texts.t("History"))
        self.button.clicked.connect(self._on_asked)
        self.head.addWidget(self.button)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(3))
        self.body.addLayout(self._rows)
        self.begin(None)

    def begin(self, person_id: UUID | None) -> None:
        """Be ready to show the history of a person; there is none for somebody new."""
        self._person_id = person_id
        self.setVisible(person_id is not None)
        empty(self._rows)
        self._note.set_text("")
        self.button.show()

    @Slot()
    def _on_asked(self) -> None:
        if self._person_id is not None:
            job = partial(_read, self._presenter, self._person_id)
            self._jobs.run(job, self._on_read, self._on_failed, owner=self)

    def _on_read(self, found: Found) -> None:
        if found[0] == self._person_id:
            self._show_entries(found[1])

    def _on_failed(self, error: AppError) -> None:
        empty(self._rows)
        sentence = error_sentence(self._texts, error)
        self._rows.addWidget(Label(sentence, key="text2", wrap=True))

    def _show_entries(self, entries: Sequence[HistoryEntry]) -> None:
        empty(self._rows)
        self.button.hide()
        zone = self._presenter.people.zone.key
        self._note.set_text(self._texts.t("times of {zone}", zone=zone))
        for place, entry in enumerate(entries):
            if place:
                self._rows.addSpacing(px(6))
            head = self._texts.t("{when} · {what}", when=entry.at, what=entry.kind)
            self._rows.addWidget(Label(head, Type.CAPTION, "text2"))
            for change in entry.changes:
                line = Label(self._line(change), wrap=True, selectable=True, private=True)
                self._rows.addWidget(line)

    def _line(self, change: Change) -> str:
        fields = {"what": change.what, "old": change.old, "new": change.new}
        if change.old:
            return self._texts.t("{what}: {old} → {new}", **fields)
        return self._texts.t("{what}: {new}", **fields) if change.new else change.what


def _read(presenter: FormPresenter, person_id: UUID, _progress: Progress) -> Found:
    return person_id, presenter.history(person_id)
