"""Ctrl+K: what is typed in the top bar, the job that looks for it, and the list of hits."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.ui.jobs import JobHandle, JobRunner, Progress
from desktop.ui.shell.hits import SearchHit, SearchSection
from desktop.ui.shell.search import SearchPopup
from desktop.ui.widgets.search_field import SearchField
from reports.texts import Texts

SearchProvider = Callable[[str], Sequence[SearchSection]]


class Searching(QObject):
    """Asks `provider` in a job, off the window's thread, and shows what it found.

    Signals:
        chosen(SearchHit): the officer wants to go there.
        left: the officer wants back to the page.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, texts: Texts, jobs: JobRunner, field: SearchField, ground: QWidget) -> None:
        super().__init__(ground)
        self.provider: SearchProvider | None = None
        self._texts, self._jobs, self._field, self._ground = texts, jobs, field, ground
        self._popup: SearchPopup | None = None
        self._asked: JobHandle[Any] | None = None
        field.searched.connect(self._on_searched)
        field.moved.connect(self._on_moved)
        field.entered.connect(self._on_entered)
        field.left.connect(self._on_left)
        field.unfocused.connect(self.hide)

    @property
    def popup(self) -> SearchPopup:
        """The list of hits, made when it is first needed."""
        if self._popup is None:
            self._popup = SearchPopup(self._texts, self._ground)
            self._popup.chosen.connect(self._on_hit)
        return self._popup

    @Slot()
    def hide(self) -> None:
        """Put the list of hits away."""
        if self._popup is not None:
            self._popup.hide()

    def forget(self) -> None:
        """Forget what was asked and found; nothing answers any more."""
        self.provider = None
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        self._field.set_text("")
        if self._popup is not None:
            self._popup.hide()
            self._popup.deleteLater()
            self._popup = None

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None
        if not text or self.provider is None:
            self.hide()
            return
        job = partial(_look_for, self.provider, text)
        self._asked = self._jobs.run(job, self._on_found, owner=self)

    def _on_found(self, sections: Sequence[SearchSection]) -> None:
        self._asked = None
        self.popup.show_sections(sections, self._field)

    @Slot(int)
    def _on_moved(self, step: int) -> None:
        if self._popup is not None:
            self._popup.move_choice(step)

    @Slot()
    def _on_entered(self) -> None:
        if self._popup is not None:
            self._popup.take_choice()

    @Slot(object)
    def _on_hit(self, hit: SearchHit) -> None:
        self._field.set_text("")
        self.chosen.emit(hit)

    @Slot()
    def _on_left(self) -> None:
        self.hide()
        self.left.emit()


def _look_for(provider: SearchProvider, text: str, progress: Progress) -> Sequence[SearchSection]:
    progress.check()
    return provider(text)
