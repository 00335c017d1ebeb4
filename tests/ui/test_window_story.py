"""The whole story in the real window, by keyboard alone, with a beat that tells of stops."""

import email
import email.policy
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from ui_program import running

from desktop.program import Program
from desktop.ui.heartbeat import Heartbeat
from desktop.ui.pages.reports.send_dialog import SendDialog
from desktop.ui.shell.search import SearchPopup
from desktop.usecases.views import PeopleFilter

LIST = Path(__file__).parent.parent / "data" / "lists" / "zhibek-zholy-102.xlsx"
PATIENCE_MS = 60_000
MOST_TABS = 250
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Officer:
    """Works with keys only, and waits as a person would: until the window is at rest."""

    def __init__(self, qtbot: QtBot, app: QApplication, database: Path) -> None:
        self.qtbot, self._app, self._database = qtbot, app, database
        self._open = ExitStack()
        self.program = self._started()

    def _started(self) -> Program:
        return self._open.enter_context(running(self.qtbot, self._app, self._database))

    def leave(self) -> None:
        """Close the program."""
        self._open.close()

    def return_next_day(self) -> None:
        """Close the program and open it again."""
        self.leave()
        self.program = self._started()
        self.rest()

    @property
    def page(self) -> QWidget:
        page = self.program.window.current_page
        assert page is not None
        return page

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def rest(self) -> None:
        self.until(lambda: not self.program.jobs.busy)
        if QApplication.activeWindow() is None:
            # Without a window manager nobody gives the keys back after a list of choices.
            self.program.window.activateWindow()
        self.until(lambda: QApplication.focusWidget() is not None)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        target = QApplication.focusWidget() or self.program.window
        QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)

    def type(self, text: str) -> None:
        """Type text of any script; the test library itself knows the keys of ASCII only."""
        target = QApplication.focusWidget()
        assert target is not None
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(target, event)

    def tab_to(self, widget: QWidget) -> None:
        """Reach a widget, or something inside it, with Tab alone."""
        for _ in range(MOST_TABS):
            if QApplication.focusWidget() is None:
                self.rest()
            focus = QApplication.focusWidget()
            if focus is not None and (focus is widget or widget.isAncestorOf(focus)):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"{widget.accessibleName() or widget} is not reached with Tab")

    def fill(self, widget: QWidget, text: str) -> None:
        self.tab_to(widget)
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit):
            focus.selectAll()
        self.type(text)

    def name_file(self, path: Path) -> None:
        """Type a file, or a folder, into the dialog that has opened, and wait until it is gone."""
        self.until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        self.fill_dialog(str(path))
        self.press(Qt.Key.Key_Return)
        self.until(lambda: QApplication.activeModalWidget() is None)
        self.rest()

    def fill_dialog(self, text: str) -> None:
        """Type over the name that the file dialog offers; that is where its cursor is."""
        self.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
        self.press(Qt.Key.Key_A, CONTROL)
        self.type(text)


@pytest.fixture
def officer(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, _prepared_file: Path
) -> Iterator[Officer]:
    """Somebody at the real program, on a register in which nobody is yet."""
    database = tmp_path / "homeward.db"
    shutil.copy(_prepared_file, database)
    worker = Officer(qtbot, qapp, database)
    worker.rest()
    yield worker
    worker.leave()


@pytest.fixture
def mail_program() -> Iterator[list[Path]]:
    """Files that were given to the system to open; no program is started."""
    opened = _Opened()
    QDesktopServices.setUrlHandler("file", opened, "open")
    yield opened.files
    QDesktopServices.unsetUrlHandler("file")


class _Opened(QObject):
    """Stands for the programs that open files."""

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.files.append(Path(url.toLocalFile()))


def test_the_whole_story_by_keyboard(
    officer: Officer, tmp_path: Path, mail_program: list[Path]
) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    with Heartbeat() as beat:
        take_in_the_list(officer)
        find_and_correct(officer)
        add_somebody(officer)
        plan_the_movement(officer)
        seat_everybody(officer)
        save_the_lists(officer, papers)
        save_and_send_the_summary(officer, papers, mail_program)
        find_everything_again(officer)
    assert beat.beats > 100


def take_in_the_list(officer: Officer) -> None:
    """A list is dropped on the window, looked through, and taken in."""
    officer.program.window.go("import", path=LIST)
    presenter = officer.page.presenter
    officer.until(lambda: presenter.list.read is not None and not presenter.busy)
    for _ in range(4):
        officer.rest()
        officer.press(Qt.Key.Key_Return, CONTROL)
    officer.until(lambda: people(officer) == 102)
    officer.rest()


def find_and_correct(officer: Officer) -> None:
    """Anyone is found by any spelling, opened and corrected."""
    officer.press(Qt.Key.Key_K, CONTROL)
    officer.type("sangin mohira")
    officer.until(lambda: hits_are_shown(officer))
    officer.rest()
    officer.press(Qt.Key.Key_Return)
    officer.rest()
    officer.until(lambda: officer.program.window._current == "people")
    officer.rest()
    officer.press(Qt.Key.Key_F2)
    officer.rest()
    form = officer.page.person.form
    officer.fill(form.identity.latin_family, "SANGINOVA")
    officer.press(Qt.Key.Key_S, CONTROL)
    officer.rest()
    officer.until(lambda: found(officer, "Сангинова Моҳира").latin_family_name == "SANGINOVA")
    officer.rest()


def add_somebody(officer: Officer) -> None:
    """Somebody who stands at the counter is added with what is known."""
    officer.press(Qt.Key.Key_N, CONTROL)
    officer.rest()
    form = officer.page.person.form
    officer.fill(form.identity.family, "Шарифов")
    officer.fill(form.identity.given, "Баҳром")
    officer.press(Qt.Key.Key_S, CONTROL)
    officer.until(lambda: people(officer) == 103)
    officer.rest()


def plan_the_movement(officer: Officer) -> None:
    """From Zhibek Zholy across Uzbekistan to Fotehobod, two buses of 49 and a minibus."""
    officer.press(Qt.Key.Key_3, ALT)
    officer.rest()
    officer.press(Qt.Key.Key_N, CONTROL)
    officer.rest()
    form = officer.page.form
    assert form is not None
    first, second = form.route.rows[:2]
    for row, name in ((first, "Zhibek"), (second, "Oybek")):
        officer.fill(row.place, name)
        officer.press(Qt.Key.Key_Return)
    officer.fill(first.times["exit"], "26.11.2020 23:30")
    officer.fill(second.times["exit"], "27.11.2020 02:40")
    for number in range(3):
        if number >= len(form.vehicles.rows):
            officer.tab_to(form.vehicles.add)
            officer.press(Qt.Key.Key_Space)
        row = form.vehicles.rows[number]
        officer.tab_to(row.fields.seats)
        officer.type("Minibus, 16" if number == 2 else "Bus, 49")
    officer.tab_to(form.who.source)
    officer.press(Qt.Key.Key_Down)
    officer.rest()
    officer.press(Qt.Key.Key_S, CONTROL)
    officer.rest()
    officer.until(lambda: travellers(officer) == 103)
    officer.rest()


def seat_everybody(officer: Officer) -> None:
    """Everybody gets a seat at one key, and no family is divided."""
    auto = officer.page.movement.seats.auto
    officer.until(lambda: auto.isVisible() and auto.isEnabled())
    officer.rest()
    officer.tab_to(auto)
    officer.press(Qt.Key.Key_Space)
    officer.until(lambda: seated(officer) == 103)
    officer.rest()


def save_the_lists(officer: Officer, folder: Path) -> None:
    """The lists of every vehicle are previewed, issued and kept as files, in each form."""
    officer.press(Qt.Key.Key_P, CONTROL)
    officer.until(lambda: officer.program.window._current == "reports")
    bar = officer.page.actions_bar
    for button in (bar.pdf_button, bar.excel_button):
        officer.until(lambda: bar.is_ready)
        officer.rest()
        officer.tab_to(button)
        officer.press(Qt.Key.Key_Space)
        officer.name_file(folder)
    lists = sorted(path.suffix for path in folder.iterdir() if path.suffix in {".pdf", ".xlsx"})
    assert lists == [".pdf"] * 3 + [".xlsx"] * 3


def save_and_send_the_summary(officer: Officer, folder: Path, opened: list[Path]) -> None:
    """The ministry's workbook is saved, and becomes a message in the mail program."""
    page = officer.page
    officer.tab_to(page.gallery)
    officer.press(Qt.Key.Key_Right)
    bar = page.actions_bar
    officer.until(lambda: bar.workbook_button.isVisible() and bar.is_ready)
    officer.rest()
    workbook = folder / "summary.xlsx"
    officer.press(Qt.Key.Key_E, CONTROL)
    officer.name_file(workbook)
    assert len(openpyxl.load_workbook(workbook).sheetnames) >= 6
    officer.until(lambda: bar.is_ready)
    officer.tab_to(bar.send_button)
    officer.press(Qt.Key.Key_Space)
    officer.until(lambda: isinstance(officer.page.outgoing.dialog, SendDialog))
    dialog = officer.page.outgoing.dialog
    officer.fill(dialog.to, "minister@example.org")
    officer.tab_to(dialog.make)
    officer.press(Qt.Key.Key_Space)
    officer.until(lambda: bool(opened))
    message = email.message_from_bytes(opened[0].read_bytes(), policy=email.policy.default)
    assert message["To"] == "minister@example.org"
    assert [part.get_filename().rpartition(".")[2] for part in message.iter_attachments()] == [
        "xlsx"
    ]
    officer.rest()


def find_everything_again(officer: Officer) -> None:
    """The next day everything is where it was."""
    officer.return_next_day()
    assert (people(officer), travellers(officer), seated(officer)) == (103, 103, 103)
    assert found(officer, "Сангинова Моҳира").latin_family_name == "SANGINOVA"
    officer.press(Qt.Key.Key_2, ALT)
    officer.until(lambda: officer.program.window._current == "people")
    officer.rest()
    officer.until(lambda: officer.page.list.people.model.rowCount() == 103)


def hits_are_shown(officer: Officer) -> bool:
    popup = officer.program.window.findChild(SearchPopup)
    return popup is not None and popup.isVisible()


def people(officer: Officer) -> int:
    with officer.program.context().desk.store.read() as reads:
        return reads.people_count(PeopleFilter())


def found(officer: Officer, text: str):
    with officer.program.context().desk.store.read() as reads:
        return reads.search_people(text, 1)[0]


def travellers(officer: Officer) -> int:
    with officer.program.context().desk.store.read() as reads:
        return sum(row.travellers for row in reads.movements())


def seated(officer: Officer) -> int:
    with officer.program.context().desk.store.read() as reads:
        return sum(row.seated for row in reads.movements())
