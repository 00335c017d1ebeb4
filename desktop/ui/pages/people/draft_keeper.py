"""Drafts in memory, written to their files behind the officer's back."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.ui.jobs import JobRunner, Lane, Progress
from desktop.ui.pages.people.drafts import Draft, DraftFiles


class DraftKeeper(QObject):
    """Knows every draft; the files are written one after the other in the lane of the drafts.

    What is in memory is offered at once, so a slow disk loses nothing while the program
    lives, and the lane is waited for when it ends.

    Signals:
        loaded: drafts of an earlier session are known now.
        kept(Draft, bool): a draft was written, or the disk refused.
    """

    loaded = Signal()
    kept = Signal(object, bool)

    def __init__(self, files: DraftFiles, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self._jobs = jobs
        self._drafts: dict[str, Draft] = {}
        self._touched: set[str] = set()
        jobs.run(partial(_load, files), self._on_loaded, owner=self)

    def get(self, key: str) -> Draft | None:
        """The draft of a key."""
        return self._drafts.get(key)

    def put(self, draft: Draft) -> None:
        """Keep a draft."""
        self._drafts[draft.key] = draft
        self._touched.add(draft.key)
        self._jobs.run(
            partial(_keep, self._files, draft), self._on_kept, owner=self, lane=Lane.DRAFT
        )

    def drop(self, key: str) -> None:
        """Forget a draft."""
        self._touched.add(key)
        if self._drafts.pop(key, None) is not None:
            self._jobs.run(partial(_drop, self._files, key), lane=Lane.DRAFT)

    def forget(self, key: str) -> None:
        """A draft whose record was saved; a file that was just being written goes after all."""
        self._touched.add(key)
        self._drafts.pop(key, None)
        self._jobs.run(partial(_drop, self._files, key), lane=Lane.DRAFT)

    def _on_loaded(self, found: dict[str, Draft]) -> None:
        """What was kept or dropped since is newer than the files."""
        for key, draft in found.items():
            if key not in self._touched:
                self._drafts[key] = draft
        self.loaded.emit()

    def _on_kept(self, outcome: tuple[Draft, bool]) -> None:
        self.kept.emit(*outcome)


def _load(files: DraftFiles, _progress: Progress) -> dict[str, Draft]:
    return files.load()


def _keep(files: DraftFiles, draft: Draft, _progress: Progress) -> tuple[Draft, bool]:
    return draft, files.keep(draft)


def _drop(files: DraftFiles, key: str, _progress: Progress) -> None:
    files.drop(key)
