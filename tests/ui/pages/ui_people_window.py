"""The window with the People page alone in it, as an officer sees it after the start."""

from datetime import timedelta, timezone
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.shells import main_window
from ui_kept import kept

from desktop.settings import Settings
from desktop.ui.context import PageContext
from desktop.ui.jobs import JobRunner, Lane, Progress
from desktop.ui.page import Changes, Page, PageSpec, Params, Shortcut
from desktop.ui.pages.people.page import PeoplePage
from desktop.ui.shell.shown import LocalZone, Officer
from desktop.ui.theme import Theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.usecases.ports import ChangeSet, Desk
from desktop.usecases.reference_book import read_reference_book
from desktop.usecases.undoing import undo
from desktop.usecases.views import PeopleFilter, PersonDetail
from reports.texts import Texts

_PAUSE_MS = 500
"""The longest pause in typing that something waits for; drafts take longer."""


class OtherPage(Page):
    """Another page of the window, which notes how it was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.params: Params = {}

    def opened(self, params: Params) -> None:
        """Note what was asked for."""
        self.params = params


class PeopleWindow:
    """The main window on a desk, and waiting until its jobs are done."""

    def __init__(self, qtbot: QtBot, jobs: JobRunner, desk: Desk, theme: Theme) -> None:
        self.desk = desk
        self.qtbot = qtbot
        self.jobs = jobs
        self.crashes: list[BaseException] = []
        jobs.crashed.connect(self.crashes.append)
        with desk.store.read() as reads:
            book = read_reference_book(reads, "en")
        texts = Texts()
        self.window = main_window(
            texts,
            jobs,
            [
                PageSpec("people", "People", self._people, "people"),
                PageSpec("movements", "Movements", OtherPage, "vehicle_bus"),
                PageSpec("import", "Import", OtherPage, rail_key="people"),
            ],
            office="Embassy",
            officer=Officer("F. Rahimzoda", "Consular officer", "ФР"),
            zone=LocalZone(timezone(timedelta(hours=6)), "Almaty"),
            now=desk.now,
            undo=self._undo,
            shortcuts=[Shortcut("Ctrl+N", "people", {"add": True})],
        )
        qtbot.addWidget(self.window)
        settings = Settings(office_zone="Asia/Almaty")
        self._context = PageContext(desk, book, texts, jobs, theme, settings, self.window, **kept())
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    @property
    def page(self) -> PeoplePage:
        """The page of people."""
        found = self.window.current_page
        assert isinstance(found, PeoplePage)
        return found

    @property
    def other(self) -> OtherPage:
        """The other page that is shown."""
        found = self.window.current_page
        assert isinstance(found, OtherPage)
        return found

    @property
    def said(self) -> str:
        """The last message."""
        last = self.window.messages.last
        return last.text if last else ""

    def open(self, **params: object) -> PeoplePage:
        """Open the page and wait until it shows what was asked for."""
        self.window.go("people", **params)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until no job runs and nothing waits for a pause in typing."""
        self.qtbot.waitUntil(self._is_quiet, timeout=20_000)
        # What was put into a layout is shown by an event of its own.
        QApplication.sendPostedEvents()
        assert self.crashes == []

    def _is_quiet(self) -> bool:
        pauses = (
            timer
            for timer in self.window.findChildren(QTimer)
            if timer.isSingleShot() and timer.isActive() and timer.interval() <= _PAUSE_MS
        )
        # A button that is pressed by its keys stays down for a moment before it acts.
        down = (button for button in self.window.findChildren(QAbstractButton) if button.isDown())
        return self.jobs.busy == 0 and not any(pauses) and not any(down)

    def _people(self) -> Page:
        return PeoplePage(self._context)

    def _undo(self, change: Changes) -> None:
        job = partial(_take_back, self.desk, change.operation_id)
        self.jobs.run(job, self._on_undone, lane=Lane.WRITE)

    def _on_undone(self, change: ChangeSet) -> None:
        self.window.done("Undone", change)


def _take_back(desk: Desk, operation_id: UUID, _progress: Progress) -> ChangeSet:
    return undo(desk, operation_id)


def press(bench: PeopleWindow, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is; an open list of suggestions has it first."""
    target = QApplication.activePopupWidget() or QApplication.focusWidget() or bench.window
    bench.qtbot.keyClick(target, key, modifier)


def type_text(bench: PeopleWindow, text: str) -> None:
    """Type where the keyboard is; letters that have no key are put in as an input method does."""
    target = QApplication.focusWidget()
    assert target is not None
    if text.isascii():
        bench.qtbot.keyClicks(target, text)
        return
    target.insert(text)
    target.textEdited.emit(target.text())


def words(widget: QWidget) -> list[str]:
    """Everything that can be read in a widget."""
    labels = [label.text() for label in widget.findChildren(Label) if label.isVisibleTo(widget)]
    return labels + [button.words for button in widget.findChildren(Button)]


def detail_of(bench: PeopleWindow, number: int = 0) -> PersonDetail:
    with bench.desk.store.read() as reads:
        return reads.person_detail(reads.people_ids(PeopleFilter(), number, 1)[0])


def count(bench: PeopleWindow) -> int:
    with bench.desk.store.read() as reads:
        return reads.people_count(PeopleFilter())
