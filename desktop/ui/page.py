"""What a page is to the window: how it is made, opened, refreshed and worked with keys."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from uuid import UUID

Params = Mapping[str, object]


class Changes(Protocol):
    """What an operation changed; `desktop.usecases.ports.ChangeSet` is one."""

    @property
    def operation_id(self) -> "UUID":
        """Operation that can be undone."""

    @property
    def touched(self) -> "Mapping[str, frozenset[UUID]]":
        """Ids of roots by kind ("person", "movement")."""


class Page(QWidget):
    """A screen of the window. It is made when first opened or shortly before, and kept.

    The window gives it Ctrl+F, Ctrl+P, Ctrl+E, F2 and Esc through the methods below, so
    buttons for these only show the keys (`hint`), they don't own them.

    Signals:
        title_changed(str): what the title of the window shall say.
    """

    title_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A press on empty ground takes the keyboard away from the search.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def prepare(self) -> Iterator[object]:
        """Nothing else is done now: make what is not made yet, and yield each part."""
        yield from ()

    def opened(self, params: Params) -> None:
        """The officer came here; `params` say to what ("movement_id")."""

    def changed(self, changes: Changes) -> None:
        """Records were changed, here, by another page, or by a colleague."""

    def left(self) -> None:
        """Another page is shown now."""

    def closing(self) -> None:
        """The window closes: keep what is unsaved as a draft."""

    def find_here(self) -> None:
        """Ctrl+F: bring the cursor to the filter."""

    def print_out(self) -> None:
        """Ctrl+P: print what is shown."""

    def export(self) -> None:
        """Ctrl+E: export what is shown to Excel."""

    def edit(self) -> None:
        """F2: edit what is selected."""

    def back(self) -> bool:
        """Esc: leave the innermost thing that is open; answers whether there was one."""
        return False


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the window: its stable key, its translated word, and how it is made.

    Pages with an `icon` stand in the rail, those at the `foot` below the others. A
    `fills_screen` page (the roll-call) takes the whole screen, without rail and bars, in
    colours for bright light. `rail_key` is the rail item to light up for a page that has
    none ("people" for the import).
    """

    key: str
    word: str
    make: Callable[[], Page]
    icon: str = ""
    foot: bool = False
    fills_screen: bool = False
    rail_key: str = ""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Keys that open a page from anywhere, such as Ctrl+N for a new person."""

    keys: str
    page: str
    params: Params = field(default_factory=dict)
