"""The main window with one real page in it, and others that note how they were opened."""

from collections.abc import Callable
from datetime import timedelta, timezone

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.shells import main_window
from ui_kept import kept

from desktop.settings import Settings
from desktop.ui.context import PageContext
from desktop.ui.jobs import JobRunner
from desktop.ui.page import Page, PageSpec, Params
from desktop.ui.shell.shown import LocalZone, Officer
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.usecases.ports import Desk
from desktop.usecases.reference_book import read_reference_book
from reports.texts import Texts

KEYS = ("today", "people", "import", "movements", "reports", "settings")
_PAUSE_MS = 500


class OtherPage(Page):
    """Another page of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.params: Params = {}

    def opened(self, params: Params) -> None:
        """Note what was asked for."""
        self.params = params


class PageWindow:
    """The window on a desk with the page `key`, made by `make` from the context."""

    def __init__(
        self,
        qtbot: QtBot,
        jobs: JobRunner,
        desk: Desk,
        theme: Theme,
        key: str,
        make: Callable[[PageContext], Page],
    ) -> None:
        self.desk = desk
        self.qtbot = qtbot
        self.jobs = jobs
        self._key = key
        self._make = make
        self.crashes: list[BaseException] = []
        jobs.crashed.connect(self.crashes.append)
        with desk.store.read() as reads:
            book = read_reference_book(reads, "en")
        texts = Texts()
        self.window = main_window(
            texts,
            jobs,
            [PageSpec(one, one, self._page if one == key else OtherPage, "home") for one in KEYS],
            office="Embassy",
            officer=Officer("F. Rahimzoda", "Consular officer", "ФР"),
            zone=LocalZone(timezone(timedelta(hours=6)), "Almaty"),
            now=desk.now,
        )
        qtbot.addWidget(self.window)
        settings = Settings(office_zone="Asia/Almaty")
        self.context = PageContext(desk, book, texts, jobs, theme, settings, self.window, **kept())
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def open(self, **params: object) -> Page:
        """Open the page and wait until it shows what was asked for."""
        self.window.go(self._key, **params)
        self.settle()
        found = self.window.current_page
        assert found is not None
        return found

    @property
    def other(self) -> tuple[str, Params]:
        """The other page that is shown, and what it was asked for."""
        found = self.window.current_page
        assert isinstance(found, OtherPage)
        pages = {page: key for key, page in self.window._pages.items()}
        return pages[found], found.params

    @property
    def said(self) -> str:
        """The last message."""
        last = self.window.messages.last
        return last.text if last else ""

    def settle(self) -> None:
        """Wait until no job runs and nothing waits for a pause."""
        self.qtbot.waitUntil(self._is_quiet, timeout=20_000)
        QApplication.sendPostedEvents()
        assert self.crashes == []

    def press(self, key: object, modifier: object = None) -> None:
        """Press a key where the keyboard is."""
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
        if modifier is None:
            self.qtbot.keyClick(target, key)
        else:
            self.qtbot.keyClick(target, key, modifier)

    def _is_quiet(self) -> bool:
        pauses = (
            timer
            for timer in self.window.findChildren(QTimer)
            if timer.isSingleShot() and timer.isActive() and timer.interval() <= _PAUSE_MS
        )
        down = (button for button in self.window.findChildren(QAbstractButton) if button.isDown())
        return self.jobs.busy == 0 and not any(pauses) and not any(down)

    def _page(self) -> Page:
        return self._make(self.context)


def words(widget: QWidget) -> list[str]:
    """Everything that can be read in a widget."""
    labels = [label.text() for label in widget.findChildren(Label) if label.isVisibleTo(widget)]
    buttons = [one.words for one in widget.findChildren(Button) if one.isVisibleTo(widget)]
    return labels + buttons
