"""The main window: rail, top bar, pages, status bar, and the keys that work everywhere.

It is shown before its parts are loaded, so nothing is imported here that it does not need to
be seen.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from desktop.errors import AppError
from desktop.ui.messages import Message, MessageCentre, announce
from desktop.ui.shell.curtain import Curtain
from desktop.ui.tokens import Mark
from reports.texts import Texts

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from desktop.ui.jobs import JobRunner
    from desktop.ui.memory import WindowMemory
    from desktop.ui.page import Changes, Page, PageSpec, Params, Shortcut
    from desktop.ui.shell.hits import SearchHit
    from desktop.ui.shell.searching import SearchProvider
    from desktop.ui.shell.shown import Connection, LocalZone, Officer

    UndoOperation = Callable[[Changes], object]

_FIRST_SIZE = (1366, 768)
_SMALLEST = (1024, 640)
_GEOMETRY = "main"
_ICON_MS = 50
"""The window is painted first: drawing the icon in every size takes as long."""


class MainWindow(QMainWindow):
    """The window. Pages are made when they are first opened.

    It can be shown at once; `theme` is a choice of the settings, for its grounds. Until
    `furnish` it has nothing else. It is furnished before the database is open: `show_waiting`
    fills the place of the pages until the first `open_page`. `search` answers a text with
    sections; it runs in a job, off the window's thread. `undo` takes back an operation that
    `done` reported. The methods `go`, `done`, `say` and `badge` are what pages know of the
    window.

    Signals:
        seen: its grounds were painted.
        page_opened(str): the key of the page that is shown now.
        changed(object): the `Changes` that every page was told of.
        closed: the window was closed and pages kept their drafts.
        lock_asked: the officer leaves the computer.
    """

    seen = Signal()
    page_opened = Signal(str)
    changed = Signal(object)
    closed = Signal()
    lock_asked = Signal()

    def __init__(
        self, texts: Texts, *, theme: str = "system", memory: "WindowMemory | None" = None
    ) -> None:
        super().__init__()
        self._texts = texts
        self._memory = memory
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._waiting: QWidget | None = None
        self._was_maximised = False
        self._furnished = False
        self.messages = MessageCentre(texts, self)
        self.setWindowTitle("Homeward")
        curtain = Curtain(theme)
        curtain.seen.connect(self.seen)
        self.setCentralWidget(curtain)
        self._place()

    def furnish(
        self,
        jobs: "JobRunner",
        specs: "Sequence[PageSpec]",
        *,
        office: str,
        officer: "Officer",
        zone: "LocalZone",
        now: Callable[[], datetime],
        search: "SearchProvider | None" = None,
        undo: "UndoOperation | None" = None,
        shortcuts: "Sequence[Shortcut]" = (),
    ) -> None:
        """Put the parts where only their grounds were seen."""
        from desktop.ui.shell.parts import make_parts  # noqa: PLC0415 - after the first paint

        self._jobs = jobs
        self._specs = {spec.key: spec for spec in specs}
        self._undo = undo
        parts = make_parts(self._texts, jobs, self.messages, specs, office, officer, zone, now)
        self._rail, self._bar, self._stack = parts.rail, parts.bar, parts.stack
        self._status, self.searching = parts.status, parts.searching
        self.searching.provider = search
        self._furnished = True
        self.setCentralWidget(parts.ground)
        self._connect()
        self._make_keys(shortcuts)
        QTimer.singleShot(_ICON_MS, self, self._take_icon)

    # What the program does with the window

    def open_page(self, key: str, params: "Params | None" = None) -> None:
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
            self._give_keyboard(page)
        self.page_opened.emit(key)

    def made_page(self, key: str) -> "Page":
        """The page, made now if it is new, but not shown. Raises KeyError for an unknown key."""
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = self._specs[key].make()
            page.title_changed.connect(self._on_title_changed)
            self._stack.addWidget(page)
        return page

    @property
    def current_page(self) -> "Page | None":
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
        self._give_keyboard(widget)

    def forget_pages(self) -> None:
        """Let pages keep their drafts, and take them and what they have said from the screen."""
        for dialog in self.findChildren(QDialog):
            dialog.done(QDialog.DialogCode.Rejected)
        self._close_pages()
        for key, page in self._pages.items():
            self._stack.removeWidget(page)
            page.deleteLater()
            self._rail.set_badge(key, 0)
        self._pages.clear()
        self._current = ""
        self._undo = None
        self.searching.forget()
        self.messages.forget()
        self.setWindowTitle("Homeward")

    def go(self, page: str, **params: object) -> None:
        """Show another page, opened with `params`."""
        self.open_page(page, params)

    def done(self, message: str, change: "Changes | None" = None) -> None:
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

    def publish(self, changes: "Changes") -> None:
        """Tell every page that was made what has changed, here or by a colleague."""
        for page in tuple(self._pages.values()):
            page.changed(changes)
        self.changed.emit(changes)

    def badge(self, page: str, count: int) -> None:
        """Show how many things need action on a page; 0 takes the badge away."""
        self._rail.set_badge(page, count)

    def set_connection(self, connection: "Connection") -> None:
        """Show how the data is kept now."""
        self._bar.set_connection(connection)

    def set_officer(self, office: str, officer: "Officer") -> None:
        """Show who works, and where."""
        self._bar.set_officer(office, officer)

    def set_zone(self, zone: "LocalZone") -> None:
        """Show the time of another place."""
        self._status.set_zone(zone)

    def set_undo(self, undo: "UndoOperation") -> None:
        """Let messages offer to undo from now on."""
        self._undo = undo

    def set_search(self, search: "SearchProvider") -> None:
        """Let Ctrl+K find things from now on."""
        self.searching.provider = search

    # Events

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Esc that nobody has used leaves the innermost thing of the page; Enter presses."""
        if not self._furnished:
            # What the keys mean is not loaded yet.
            super().keyPressEvent(event)
            return
        from desktop.ui.widgets.buttons import pressed_by_enter  # noqa: PLC0415 - for parts

        if pressed_by_enter(event):
            return
        page = self.current_page
        if event.key() == QtCore.Qt.Key.Key_Escape and page is not None and page.back():
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """The list of hits would stand askew."""
        super().resizeEvent(event)
        if self._furnished:
            self.searching.hide()

    def closeEvent(self, event: "QCloseEvent") -> None:
        """Let pages keep their drafts and remember where the window stands."""
        self._close_pages()
        if self._memory is not None:
            self._memory.keep_geometry(_GEOMETRY, self)
        super().closeEvent(event)
        self.closed.emit()

    # Inside

    def _close_pages(self) -> None:
        for page in self._pages.values():
            page.closing()
            self._jobs.cancel_owner(page)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _former: QWidget | None, present: QWidget | None) -> None:
        if present is None and self.isActiveWindow():
            QTimer.singleShot(0, self._keep_keyboard)

    @Slot()
    def _keep_keyboard(self) -> None:
        """A view that is hidden takes the keyboard with it; the page listens then."""
        page = self.current_page
        if page is not None and self.isActiveWindow() and QApplication.focusWidget() is None:
            self._give_keyboard(page)

    @staticmethod
    def _give_keyboard(widget: QWidget) -> None:
        widget.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._rail.chosen.connect(self._on_rail)
        self.searching.chosen.connect(self._on_hit)
        self.searching.left.connect(self._on_search_left)
        self._status.undo_asked.connect(self.messages.undo)
        self.messages.said.connect(self._on_said)
        self._jobs.failed.connect(self._on_failed)

    def _make_keys(self, shortcuts: "Sequence[Shortcut]") -> None:
        from desktop.ui.shell.keys import WindowKeys  # noqa: PLC0415 - for parts

        keys = WindowKeys(self, self._texts, self.messages, lambda: self.current_page)
        keys.page_asked.connect(self._on_keyed)
        keys.add("Ctrl+K", self._bar.search.take_focus)
        keys.add("Ctrl+L", self.lock_asked.emit)
        for number, key in enumerate(self._rail.keys[:9], 1):
            keys.add_page(f"Alt+{number}", key, {})
        for one in shortcuts:
            keys.add_page(one.keys, one.page, one.params)

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
        from desktop.ui.theme import Theme  # noqa: PLC0415 - for parts

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
        from desktop.ui import icons  # noqa: PLC0415 - for parts

        self.setWindowIcon(icons.application_icon())

    @Slot(str)
    def _on_title_changed(self, title: str) -> None:
        self.setWindowTitle(f"{title} – Homeward")

    @Slot(str)
    def _on_rail(self, key: str) -> None:
        self.open_page(key)

    @Slot(str, object)
    def _on_keyed(self, page: str, params: "Params") -> None:
        if self._rail.isEnabled():
            self.open_page(page, params)

    @Slot(object)
    def _on_hit(self, hit: "SearchHit") -> None:
        self.open_page(hit.page, hit.params)
        self._on_search_left()

    @Slot()
    def _on_search_left(self) -> None:
        page = self.current_page
        if page is not None:
            self._give_keyboard(page)

    @Slot(object)
    def _on_said(self, message: Message) -> None:
        announce(self, message.text)

    @Slot(object)
    def _on_failed(self, error: AppError) -> None:
        self.messages.fail(error)
