"""The main window: rail, top bar, pages, status bar, and the keys that work everywhere."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import AppError
from desktop.ui import icons
from desktop.ui.jobs import JobHandle, JobRunner, Progress
from desktop.ui.messages import Message, MessageCentre, announce
from desktop.ui.page import Changes, Page, PageSpec, Params, Shortcut
from desktop.ui.privacy import Privacy
from desktop.ui.shell.hits import SearchHit, SearchSection
from desktop.ui.shell.rail import Rail, RailItem
from desktop.ui.shell.statusbar import LocalZone, StatusBar
from desktop.ui.shell.topbar import Connection, Officer, TopBar
from desktop.ui.theme import Mark, Theme
from desktop.ui.widgets.buttons import pressed_by_enter
from desktop.ui.widgets.panels import Surface
from reports.texts import Texts

if TYPE_CHECKING:
    from desktop.ui.memory import WindowMemory
    from desktop.ui.shell.search import SearchPopup

SearchProvider = Callable[[str], Sequence[SearchSection]]
UndoOperation = Callable[[Changes], object]

_FIRST_SIZE = (1366, 768)
_SMALLEST = (1024, 640)
_GEOMETRY = "main"


class MainWindow(QMainWindow):
    """The window. Pages are made when they are first opened.

    It is shown before the database is open: `show_waiting` fills the place of the pages
    until the first `open_page`. `search` answers a text with sections; it runs in a job, off
    the window's thread. `undo` takes back an operation that `done` reported. The methods
    `go`, `done`, `say` and `badge` are what pages know of the window.

    Signals:
        page_opened(str): the key of the page that is shown now.
        changed(object): the `Changes` that every page was told of.
        closed: the window was closed and pages kept their drafts.
    """

    page_opened = Signal(str)
    changed = Signal(object)
    closed = Signal()

    def __init__(
        self,
        texts: Texts,
        jobs: JobRunner,
        specs: Sequence[PageSpec],
        *,
        office: str,
        officer: Officer,
        zone: LocalZone,
        now: Callable[[], datetime],
        search: SearchProvider | None = None,
        undo: UndoOperation | None = None,
        shortcuts: Sequence[Shortcut] = (),
        memory: "WindowMemory | None" = None,
    ) -> None:
        super().__init__()
        self._texts = texts
        self._jobs = jobs
        self._specs = {spec.key: spec for spec in specs}
        self._search = search
        self._undo = undo
        self._memory = memory
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._searching: JobHandle[Any] | None = None
        self._waiting: QWidget | None = None
        self._was_maximised = False
        self.messages = MessageCentre(texts, self)
        self.setWindowTitle("Homeward")
        self._rail = Rail(_rail_items(specs), texts)
        self._bar = TopBar(texts, office, officer)
        self._stack = QStackedWidget()
        self._status = StatusBar(texts, jobs, self.messages, zone, now)
        self._ground = Surface("window")
        self._lay_out()
        self._popup: SearchPopup | None = None
        self._connect()
        self._make_keys(shortcuts)
        self._place()

    # What the program does with the window

    def open_page(self, key: str, params: Params | None = None) -> None:
        """Show a page, made now if it is new. Raises KeyError for an unknown key."""
        spec = self._specs[key]
        page = self.made_page(key)
        if self._current and self._current != key:
            self._pages[self._current].left()
        self._drop_waiting()
        self._current = key
        self._fill_screen(spec.fills_screen)
        self._stack.setCurrentWidget(page)
        self._rail.show_current(spec.rail_key or key)
        self._on_title_changed(spec.word)
        page.opened(params or {})
        focus = QApplication.focusWidget()
        if focus is None or not page.isAncestorOf(focus):
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page_opened.emit(key)

    def made_page(self, key: str) -> Page:
        """The page, made now if it is new, but not shown. Raises KeyError for an unknown key."""
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self._specs[key].make()
            page.title_changed.connect(self._on_title_changed)
            self._stack.addWidget(page)
        return page

    @property
    def current_page(self) -> Page | None:
        """The page that is shown."""
        return self._pages.get(self._current)

    def show_waiting(self, widget: QWidget) -> None:
        """Fill the place of the pages with something else: an opening, a failure.

        Rail and search are off until the next `open_page`; the window owns the widget.
        """
        self._drop_waiting()
        self._waiting = widget
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self._set_open(False)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, page: str, **params: object) -> None:
        """Show another page, opened with `params`."""
        self.open_page(page, params)

    def done(self, message: str, change: Changes | None = None) -> None:
        """Say what was done, offer to undo it, and let every page know what changed."""
        undo = None
        if change is not None and self._undo is not None:
            undo = partial(self._undo, change)
        self.messages.say(message, undo=undo)
        if change is not None:
            self.publish(change)

    def say(self, message: str) -> None:
        """Say something that changed nothing."""
        self.messages.say(message, mark=Mark.INFO)

    def publish(self, changes: Changes) -> None:
        """Tell every page that was made what has changed, here or by a colleague."""
        for page in tuple(self._pages.values()):
            page.changed(changes)
        self.changed.emit(changes)

    def badge(self, page: str, count: int) -> None:
        """Show how many things need action on a page; 0 takes the badge away."""
        self._rail.set_badge(page, count)

    def set_connection(self, connection: Connection) -> None:
        """Show how the data is kept now."""
        self._bar.set_connection(connection)

    def set_officer(self, office: str, officer: Officer) -> None:
        """Show who works, and where."""
        self._bar.set_officer(office, officer)

    def set_zone(self, zone: LocalZone) -> None:
        """Show the time of another place."""
        self._status.set_zone(zone)

    def set_undo(self, undo: UndoOperation) -> None:
        """Let messages offer to undo from now on."""
        self._undo = undo

    def set_search(self, search: SearchProvider) -> None:
        """Let Ctrl+K find things from now on."""
        self._search = search

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nobody has used leaves the innermost thing of the page; Enter presses."""
        if pressed_by_enter(event):
            return
        page = self.current_page
        if event.key() == Qt.Key.Key_Escape and page is not None and page.back():
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The icon of the task bar waits until the window has been painted."""
        super().showEvent(event)
        if self.windowIcon().isNull():
            QTimer.singleShot(0, self._take_icon)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list of hits would stand askew."""
        super().resizeEvent(event)
        self._hide_hits()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let pages keep their drafts and remember where the window stands."""
        for page in self._pages.values():
            page.closing()
            self._jobs.cancel_owner(page)
        if self._memory is not None:
            self._memory.keep_geometry(_GEOMETRY, self)
        super().closeEvent(event)
        self.closed.emit()

    # Inside

    def _lay_out(self) -> None:
        self._ground.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row = QHBoxLayout(self._ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self._status)
        row.addLayout(column, 1)
        self.setCentralWidget(self._ground)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _former: QWidget | None, present: QWidget | None) -> None:
        if present is None and self.isActiveWindow():
            QTimer.singleShot(0, self._keep_keyboard)

    @Slot()
    def _keep_keyboard(self) -> None:
        """A view that is hidden takes the keyboard with it; the page listens then."""
        page = self.current_page
        if page is not None and self.isActiveWindow() and QApplication.focusWidget() is None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._rail.chosen.connect(self._on_rail)
        self._bar.search.searched.connect(self._on_searched)
        self._bar.search.moved.connect(self._on_moved)
        self._bar.search.entered.connect(self._on_entered)
        self._bar.search.left.connect(self._leave_search)
        self._bar.search.unfocused.connect(self._hide_hits)
        self._status.undo_asked.connect(self.messages.undo)
        self.messages.said.connect(self._on_said)
        self._jobs.failed.connect(self._on_failed)

    def _make_keys(self, shortcuts: Sequence[Shortcut]) -> None:
        self._keyed: dict[QShortcut, tuple[str, Params]] = {}
        fixed: dict[str, Callable[[], None]] = {
            "Ctrl+K": self._bar.search.take_focus,
            "Ctrl+F": self._on_find,
            "Ctrl+P": self._on_print,
            "Ctrl+E": self._on_export,
            "F2": self._on_edit,
            "Ctrl+Z": self.messages.undo,
            "Ctrl+Shift+H": self._on_privacy,
        }
        for keys, slot in fixed.items():
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        opened: dict[str, tuple[str, Params]] = {
            f"Alt+{n}": (key, {}) for n, key in enumerate(self._rail.keys[:9], 1)
        }
        opened |= {one.keys: (one.page, one.params) for one in shortcuts}
        for keys, target in opened.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self._on_keyed)
            self._keyed[shortcut] = target

    def _place(self) -> None:
        self.setMinimumSize(*_SMALLEST)
        if self._memory is None or not self._memory.restore_geometry(_GEOMETRY, self):
            self.resize(*_FIRST_SIZE)

    def _set_open(self, is_open: bool) -> None:
        self._rail.setEnabled(is_open)
        self._bar.search.setEnabled(is_open)

    def _drop_waiting(self) -> None:
        self._set_open(True)
        if self._waiting is not None:
            self._stack.removeWidget(self._waiting)
            self._waiting.deleteLater()
            self._waiting = None

    def _fill_screen(self, fill: bool) -> None:
        if fill == self._rail.isHidden():
            return
        for part in (self._rail, self._bar, self._status):
            part.setVisible(not fill)
        Theme.current().set_rollcall(fill)
        if fill:
            self._was_maximised = self.isMaximized()
            self.showFullScreen()
        elif self._was_maximised:
            self.showMaximized()
        else:
            self.showNormal()

    @Slot()
    def _take_icon(self) -> None:
        self.setWindowIcon(icons.application_icon())

    @Slot(str)
    def _on_title_changed(self, title: str) -> None:
        self.setWindowTitle(f"{title} – Homeward")

    @Slot(str)
    def _on_rail(self, key: str) -> None:
        self.open_page(key)

    @Slot()
    def _on_keyed(self) -> None:
        shortcut = self.sender()
        if isinstance(shortcut, QShortcut) and self._rail.isEnabled():
            self.open_page(*self._keyed[shortcut])

    @Slot(str)
    def _on_searched(self, text: str) -> None:
        if self._searching is not None:
            self._searching.cancel()
            self._searching = None
        if not text or self._search is None:
            self._hide_hits()
            return
        job = partial(_run_search, self._search, text)
        self._searching = self._jobs.run(job, self._on_found, owner=self)

    def _on_found(self, sections: Sequence[SearchSection]) -> None:
        self._searching = None
        self._hits().show_sections(sections, self._bar.search)

    def _hits(self) -> "SearchPopup":
        """The list of hits, made when it is first needed."""
        if self._popup is None:
            from desktop.ui.shell.search import SearchPopup  # noqa: PLC0415 - when needed

            self._popup = SearchPopup(self._texts, self._ground)
            self._popup.chosen.connect(self._on_hit)
        return self._popup

    @Slot()
    def _hide_hits(self) -> None:
        if self._popup is not None:
            self._popup.hide()

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
        self._bar.search.set_text("")
        self.open_page(hit.page, hit.params)
        page = self.current_page
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _leave_search(self) -> None:
        self._hide_hits()
        page = self.current_page
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_said(self, message: Message) -> None:
        announce(self, message.text)

    @Slot(object)
    def _on_failed(self, error: AppError) -> None:
        self.messages.fail(error)

    @Slot()
    def _on_find(self) -> None:
        if (page := self.current_page) is not None:
            page.find_here()

    @Slot()
    def _on_print(self) -> None:
        if (page := self.current_page) is not None:
            page.print_out()

    @Slot()
    def _on_export(self) -> None:
        if (page := self.current_page) is not None:
            page.export()

    @Slot()
    def _on_edit(self) -> None:
        if (page := self.current_page) is not None:
            page.edit()

    @Slot()
    def _on_privacy(self) -> None:
        privacy = Privacy.current()
        privacy.set_hidden(not privacy.hidden)
        text = self._texts.t("Names are hidden") if privacy.hidden else ""
        self.messages.say(text or self._texts.t("Names are shown"))


def _rail_items(specs: Sequence[PageSpec]) -> list[RailItem]:
    return [RailItem(one.key, one.word, one.icon, one.foot) for one in specs if one.icon]


def _run_search(search: SearchProvider, text: str, progress: Progress) -> Sequence[SearchSection]:
    progress.check()
    return search(text)
