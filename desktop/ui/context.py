"""What every page works with, once a database is open."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from desktop.files.drawer import Drawer
from desktop.files.private import PrivateFolder
from desktop.settings import Settings
from desktop.ui.jobs import JobRunner
from desktop.ui.theme import Theme
from desktop.usecases.ports import ChangeSet, Desk
from desktop.usecases.reference_book import ReferenceBook
from reports.texts import Texts


class Surroundings(Protocol):
    """The main window as a page sees it."""

    def go(self, page: str, **params: object) -> None:
        """Show another page ("people", "import", "movements" …) opened with `params`."""

    def done(self, message: str, change: ChangeSet | None = None) -> None:
        """Say what was done, offer to undo it, and let every page know what changed."""

    def say(self, message: str) -> None:
        """Say something that changed nothing."""

    def publish(self, change: ChangeSet) -> None:
        """Let every page and the bars know what changed, without a message of its own."""

    def badge(self, page: str, count: int) -> None:
        """Show how many things of a page need action."""


@dataclass(frozen=True)
class PageContext:
    """Everything that a page may use; made once, after the database was opened."""

    desk: Desk
    book: ReferenceBook
    texts: Texts
    jobs: JobRunner
    theme: Theme
    settings: Settings
    window: Surroundings
    drawer: Drawer
    """What was typed and not saved."""
    private: PrivateFolder
    """What other programs must read in clear."""

    @property
    def officer_id(self) -> UUID:
        """Who works."""
        return self.desk.store.actor.officer_id
