"""The officer leaves the computer: names go, what was typed stays, the register is closed."""

import shutil
import time
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from support.people import form, register
from ui_program import PATIENCE_MS, running, settle

from desktop import collector, paths
from desktop.files.summons import lay_down, summons_path, take_up
from desktop.program import Program, idle
from desktop.program.idle import IdleWatch
from desktop.program.summons import Summoning
from desktop.storage.holding import lock_path
from desktop.storage.local_file import Outside, outside
from desktop.ui.locked import LockedPanel
from desktop.ui.pages.people.page import PeoplePage
from desktop.ui.pages.today.page import TodayPage
from desktop.ui.setup import RecoveryPanel
from desktop.ui.startup import ClosedPanel
from desktop.ui.widgets.labels import Label
from desktop.usecases.views import PeopleFilter

NAME = "Zzyzxquist"


@pytest.fixture
def database(tmp_path: Path, _prepared_file: Path) -> Path:
    path = tmp_path / "homeward.db"
    shutil.copy(_prepared_file, path)
    return path


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, database: Path) -> Iterator[Program]:
    """The real program on a register in which nobody is yet."""
    with running(qtbot, qapp, database) as made:
        yield made


def shown(window: QWidget) -> str:
    """Every word of the window."""
    parts = [*window.findChildren(Label), *window.findChildren(QLineEdit)]
    return "\n".join([window.windowTitle(), *(part.text() for part in parts)])


def locked(qtbot: QtBot, program: Program) -> ClosedPanel:
    """Leave by the keys, and wait until the register is closed."""
    qtbot.keyClick(program.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    def panels() -> list[ClosedPanel]:
        return [one for one in program.window.findChildren(ClosedPanel) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(panels()), timeout=PATIENCE_MS)
    return panels()[0]


def test_names_leave_the_screen_and_what_was_typed_comes_back(
    qtbot: QtBot, program: Program, database: Path
) -> None:
    person = register(program.context().desk, form(NAME))
    program.window.go("people", person_id=person)
    settle(qtbot, program)
    page = program.window.current_page
    assert isinstance(page, PeoplePage)
    assert NAME in shown(program.window)
    page.person.form.identity.family.set_value(f"{NAME} the Second")
    panel = locked(qtbot, program)
    assert NAME not in shown(program.window)
    assert not lock_path(database).exists()
    assert len(list((database.parent / "backups").glob("*.db"))) == 1
    panel.button.click()
    qtbot.waitUntil(lambda: isinstance(program.window.current_page, TodayPage), timeout=PATIENCE_MS)
    settle(qtbot, program)
    assert lock_path(database).exists()
    program.window.go("people", person_id=person)
    settle(qtbot, program)
    page = program.window.current_page
    assert isinstance(page, PeoplePage)
    assert page.person.form.identity.family.value() == f"{NAME} the Second"


def test_nothing_of_the_register_stays_in_memory(qtbot: QtBot, program: Program) -> None:
    assert program._opened is not None
    database = program._opened.desk.database
    known = [weakref.ref(database), weakref.ref(database.engine), weakref.ref(database.file)]
    del database
    # As the program does two seconds after its start.
    collector.settle()
    locked(qtbot, program)
    qtbot.waitUntil(lambda: not any(one() for one in known), timeout=PATIENCE_MS)


def test_a_second_start_brings_the_window_to_the_front(
    qtbot: QtBot, program: Program, database: Path, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: program._watches is not None, timeout=PATIENCE_MS)
    program.window.showMinimized()
    second = Summoning(database, tmp_path / "list.xlsx", 0)
    with qtbot.waitSignal(second.answered, timeout=PATIENCE_MS):
        second.begin()
    assert not program.window.isMinimized()
    settle(qtbot, program)
    assert program.window.current_page is program.window.made_page("import")


def test_nobody_answers_where_no_window_is(qtbot: QtBot, tmp_path: Path) -> None:
    asking = Summoning(tmp_path / "homeward.db", None, 0)
    asking._left_ms = 300
    with qtbot.waitSignal(asking.unanswered, timeout=PATIENCE_MS):
        asking.begin()
    assert not summons_path(tmp_path / "homeward.db").exists()


def test_a_summons_that_cannot_be_read_asks_for_the_window(tmp_path: Path) -> None:
    database = tmp_path / "homeward.db"
    assert take_up(database) is None
    lay_down(database, Path("list.xlsx"))
    asked = take_up(database)
    assert asked is not None
    assert asked.source == Path("list.xlsx").absolute()
    summons_path(database).write_bytes(b"{")
    asked = take_up(database)
    assert asked is not None
    assert asked.source is None


class Clock:
    """Seconds that the test lets pass."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = time.monotonic()
        monkeypatch.setattr(idle.time, "monotonic", lambda: self.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def waited(watch: IdleWatch, clock: Clock, seconds: float) -> bool:
    """Let time pass as the timer would; whether nobody was there."""
    gone: list[bool] = []
    watch.idle.connect(lambda: gone.append(True))
    for _ in range(int(seconds // 5)):
        clock.now += 5
        watch.look()
        if gone:
            break
    return bool(gone)


def test_keys_and_mouse_keep_it_open(qtbot: QtBot, clock: Clock) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    watch = IdleWatch(10, widget)
    watch._on_window(widget.windowHandle())
    watch.start()
    assert not waited(watch, clock, 590)
    qtbot.keyClick(widget.windowHandle(), Qt.Key.Key_A)
    assert not waited(watch, clock, 590)
    point = QPoint(1, 1)
    wheel = QWheelEvent(
        point,
        point,
        point,
        point,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    assert wheel.type() is QEvent.Type.Wheel
    QApplication.sendEvent(widget.windowHandle(), wheel)
    assert not waited(watch, clock, 590)
    assert waited(watch, clock, 60)


def test_a_computer_that_slept_is_locked_when_it_wakes(qtbot: QtBot, clock: Clock) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    watch = IdleWatch(0, widget)
    watch.start()
    assert not waited(watch, clock, 7200)
    clock.now += 3600
    assert waited(watch, clock, 5)


def test_a_locked_session_locks_the_register(
    qtbot: QtBot, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    watch = IdleWatch(10, widget)
    monkeypatch.setattr(idle, "_is_session_locked", lambda: True)
    watch.start()
    assert waited(watch, clock, 5)


def test_the_private_folder_is_gone_after_the_window(qtbot: QtBot, program: Program) -> None:
    (program.context().private.path() / "letter.eml").write_text(NAME)
    locked(qtbot, program)
    assert list((paths.data_dir() / "temp").iterdir()) == []
    assert not program.window.findChildren(LockedPanel)


def test_a_restore_puts_the_former_register_in_its_place(
    qtbot: QtBot, program: Program, database: Path
) -> None:
    register(program.context().desk, form("Before"))
    program.maintenance().keep_backup()
    (kept,) = (database.parent / "backups").glob("*.db")
    register(program.context().desk, form("After"))
    lost = program.maintenance().would_lose(kept)
    assert lost is not None
    assert (lost.operations, lost.people_now, lost.people_then) == (1, 2, 1)
    program.restore(kept)
    qtbot.waitUntil(lambda: program.window.current_page is not None, timeout=PATIENCE_MS)
    settle(qtbot, program)
    with program.context().desk.store.read() as reads:
        names = [row.family_name for row in reads.people_page(PeopleFilter(), 0, 9)]
    assert names == ["Before"]
    assert list(database.parent.glob("homeward-before-restore-*.db"))


def test_a_register_gets_its_passphrase_while_the_program_runs(
    qtbot: QtBot, program: Program, database: Path
) -> None:
    register(program.context().desk, form(NAME))
    program.encrypt("four words nobody guesses")

    def there(kind: type[QWidget]) -> bool:
        return any(one.isVisible() for one in program.window.findChildren(kind))

    qtbot.waitUntil(lambda: there(RecoveryPanel), timeout=PATIENCE_MS)
    (code,) = program.window.findChildren(RecoveryPanel)
    code.done.emit()
    qtbot.waitUntil(lambda: there(LockedPanel), timeout=PATIENCE_MS)
    (panel,) = program.window.findChildren(LockedPanel)
    panel.given.emit("four words nobody guesses")
    qtbot.waitUntil(lambda: program.window.current_page is not None, timeout=PATIENCE_MS)
    settle(qtbot, program)
    assert outside(database) is Outside.SEALED
    assert program.maintenance().has_key
    with program.context().desk.store.read() as reads:
        assert reads.people_count(PeopleFilter()) == 1
