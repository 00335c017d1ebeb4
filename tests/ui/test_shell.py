from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget
from support.shells import main_window

from desktop.errors import Cancelled, Unavailable
from desktop.ui.jobs import JobRunner, Progress
from desktop.ui.memory import WindowMemory
from desktop.ui.messages import Message
from desktop.ui.page import Page, PageSpec, Shortcut
from desktop.ui.privacy import Privacy
from desktop.ui.shell.hits import SearchHit, SearchSection
from desktop.ui.shell.rail import Rail
from desktop.ui.shell.shown import Connection, ConnectionKind, LocalZone, Officer
from desktop.ui.shell.statusbar import JobPart, LocalTime, utc_offset
from desktop.ui.shell.window import MainWindow
from desktop.ui.theme import Mark, Theme, color
from desktop.ui.widgets.labels import Label
from reports.texts import Texts

NOW = datetime(2026, 11, 23, 11, 20, 30, tzinfo=UTC)
Control = Qt.KeyboardModifier.ControlModifier
Alt = Qt.KeyboardModifier.AltModifier


@dataclass
class Change:
    operation_id: UUID = field(default_factory=uuid4)
    touched: dict[str, frozenset[UUID]] = field(default_factory=dict)


class Noting(Page):
    """A page that notes what the window does with it."""

    def __init__(self) -> None:
        super().__init__()
        self.notes: list[object] = []
        self.edit_line = QLineEdit()
        self.edit_line.setAccessibleName("Line")
        QVBoxLayout(self).addWidget(self.edit_line)
        self.has_something_open = False

    def opened(self, params):
        self.notes.append(dict(params))

    def changed(self, changes):
        self.notes.append(changes)

    def left(self):
        self.notes.append("left")

    def closing(self):
        self.notes.append("closing")

    def find_here(self):
        self.notes.append("find")

    def print_out(self):
        self.notes.append("print")

    def export(self):
        self.notes.append("export")

    def edit(self):
        self.notes.append("edit")

    def back(self):
        self.notes.append("back")
        return self.has_something_open


def specs() -> list[PageSpec]:
    return [
        PageSpec("today", "Today", Noting, "home"),
        PageSpec("people", "People", Noting, "people"),
        PageSpec("import", "Import", Noting, rail_key="people"),
        PageSpec("rollcall", "Roll-call", Noting, fills_screen=True),
        PageSpec("settings", "Settings", Noting, "settings", foot=True),
    ]


def make(texts: Texts, jobs: JobRunner, **options) -> MainWindow:
    return main_window(
        texts,
        jobs,
        specs(),
        office="Embassy of Tajikistan, Tashkent",
        officer=Officer("Z. Nazarova", "Consular officer", "ЗН"),
        zone=LocalZone(timezone(timedelta(hours=5)), "Tashkent"),
        now=lambda: NOW,
        shortcuts=[Shortcut("Ctrl+N", "people", {"new": True})],
        **options,
    )


@pytest.fixture
def window(qtbot, texts: Texts, jobs: JobRunner) -> MainWindow:
    """The window, active, on its first page."""
    made = make(texts, jobs)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open_page("today")
    return made


def noted(window: MainWindow) -> list[object]:
    page = window.current_page
    assert isinstance(page, Noting)
    return page.notes


def test_pages_are_made_when_they_are_first_opened(qtbot, window: MainWindow) -> None:
    first = window.current_page
    assert noted(window) == [{}]
    with qtbot.waitSignal(window.page_opened) as blocker:
        window.go("people", person_id=7)
    assert blocker.args == ["people"]
    assert noted(window) == [{"person_id": 7}]
    window.open_page("today")
    assert window.current_page is first
    assert noted(window) == [{}, "left", {}]
    assert window.windowTitle() == "Today – Homeward"
    with pytest.raises(KeyError):
        window.open_page("assistance")


def test_only_pages_that_exist_stand_in_the_rail(window: MainWindow) -> None:
    assert window._rail.keys == ["today", "people", "settings"]
    window.open_page("import")
    assert window._rail._buttons["people"].isChecked()
    assert not window._rail._buttons["today"].isChecked()


def test_alt_and_a_number_open_pages(qtbot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, Alt)
    assert window._current == "people"
    qtbot.keyClick(window, Qt.Key.Key_3, Alt)
    assert window._current == "settings"
    qtbot.mouseClick(window._rail._buttons["today"], Qt.MouseButton.LeftButton)
    assert window._current == "today"


def test_the_rail_is_walked_with_arrows_and_opened_with_enter(qtbot, window: MainWindow) -> None:
    rail = window.findChild(Rail)
    assert rail is not None
    today, people, settings = rail.findChildren(QAbstractButton)
    today.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(today, Qt.Key.Key_Up)
    assert today.hasFocus()
    qtbot.keyClick(today, Qt.Key.Key_Down)
    qtbot.keyClick(people, Qt.Key.Key_Down)
    assert settings.hasFocus()
    assert today.isChecked()
    qtbot.keyClick(settings, Qt.Key.Key_Return)
    assert settings.isChecked()
    assert not today.isChecked()
    assert noted(window) == [{}]


def test_a_badge_is_spoken_with_the_page(window: MainWindow) -> None:
    window.badge("people", 3)
    window.badge("nowhere", 3)
    assert window._rail._buttons["people"].accessibleName() == "People, 3 need action"
    window.badge("people", 1)
    assert window._rail._buttons["people"].accessibleName() == "People, 1 needs action"
    window.badge("people", 0)
    assert window._rail._buttons["people"].accessibleName() == "People"


def test_the_keys_of_pages_reach_the_page_that_is_shown(qtbot, window: MainWindow) -> None:
    page = window.current_page
    page.edit_line.setFocus()
    for key in (Qt.Key.Key_F, Qt.Key.Key_P, Qt.Key.Key_E):
        qtbot.keyClick(page.edit_line, key, Control)
    qtbot.keyClick(page.edit_line, Qt.Key.Key_F2)
    qtbot.keyClick(page.edit_line, Qt.Key.Key_Escape)
    assert noted(window)[1:] == ["find", "print", "export", "edit", "back"]
    qtbot.keyClick(window, Qt.Key.Key_N, Control)
    assert noted(window) == [{"new": True}]


def test_what_was_done_is_said_and_can_be_undone(qtbot, texts, jobs) -> None:
    undone: list[Change] = []
    window = make(texts, jobs, undo=undone.append)
    qtbot.addWidget(window)
    window.open_page("today")
    change = Change()
    window.done("Place of 102 people changed", change)
    assert window._status.text == "Place of 102 people changed"
    assert noted(window)[-1] is change
    window.messages.undo()
    window.messages.undo()
    assert undone == [change]
    window.say("Draft kept")
    window.messages.undo()
    assert undone == [change]
    assert window.messages.last == Message("Draft kept", Mark.INFO)


def test_failures_are_said_in_words_of_the_trade(qtbot, window: MainWindow) -> None:
    again: list[str] = []
    window.messages.fail(Unavailable("no.such.code"), again=lambda: again.append("again"))
    assert window._status.text == "no.such.code"
    assert window._status._action.isVisible()
    window._status._action.click()
    assert again == ["again"]
    window.messages.fail(Cancelled())
    assert window._status.text == "no.such.code"


def test_a_failure_that_nobody_took_is_said(qtbot, window: MainWindow, jobs: JobRunner) -> None:
    def failing(_progress: Progress) -> None:
        raise Unavailable("other.code")

    jobs.run(failing)
    qtbot.waitUntil(lambda: window._status.text == "other.code")


def test_work_is_shown_after_a_while_with_its_count_and_can_be_stopped(
    qtbot, window: MainWindow, jobs: JobRunner
) -> None:
    stages: list[object] = []

    def work(progress: Progress) -> None:
        while not progress.cancelled():
            progress(612, 612_000)

    handle = jobs.run(work, title="Reading 1,240 rows", on_progress=stages.append)
    shown = window._status.findChild(JobPart)
    assert shown.isHidden()
    qtbot.waitUntil(shown.isVisible)
    qtbot.waitUntil(lambda: "612 of 612,000" in [one.text() for one in shown.findChildren(Label)])
    shown._cancel.click()
    assert handle.progress.cancelled()
    qtbot.waitUntil(shown.isHidden)


def found(text: str) -> list[SearchSection]:
    if text == "none":
        return []
    return [
        SearchSection("People", [SearchHit(text, "RAHMONOV", "person", "people", {"id": 1}),
                                 SearchHit("Other", "", "person", "people", {"id": 2})]),
        SearchSection("Nothing here", []),
        SearchSection("Commands", [SearchHit("Settings", "", "settings", "settings")]),
    ]  # fmt: skip


def test_search_finds_and_opens(qtbot, window: MainWindow) -> None:
    window.set_search(found)
    qtbot.keyClick(window, Qt.Key.Key_K, Control)
    line = window._bar.search.edit
    assert line.hasFocus()
    qtbot.keyClicks(line, "rahm")
    qtbot.waitUntil(window.searching.popup.isVisible)
    entries = window.searching.popup._model.entries
    assert [entry if isinstance(entry, str) else entry.title for entry in entries] == [
        "People", "rahm", "Other", "Commands", "Settings",
    ]  # fmt: skip
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert noted(window) == [{"id": 2}]
    assert not window.searching.popup.isVisible()
    assert line.text() == ""
    assert not window.grab().isNull()


def test_search_that_finds_nothing_says_so(qtbot, window: MainWindow) -> None:
    window.set_search(found)
    window._bar.search.take_focus()
    qtbot.keyClicks(window._bar.search.edit, "none")
    qtbot.waitUntil(window.searching.popup.isVisible)
    assert window.searching.popup._model.entries == ["Nothing was found"]
    window.searching.popup.take_choice()
    assert window._current == "today"
    window.grab()
    qtbot.keyClick(window._bar.search.edit, Qt.Key.Key_Escape)
    qtbot.keyClick(window._bar.search.edit, Qt.Key.Key_Escape)
    assert not window.searching.popup.isVisible()


def test_choices_go_round(qtbot, window: MainWindow) -> None:
    window.searching.popup.show_sections(found("x"), window._bar.search)
    rows = []
    for step in (-1, -1, -1, 1):
        window.searching.popup.move_choice(step)
        rows.append(window.searching.popup._view.currentIndex().row())
    assert rows == [4, 2, 1, 2]


def test_names_are_hidden_by_a_key(qtbot, window: MainWindow) -> None:
    both = Control | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_H, both)
    assert Privacy.current().hidden
    assert window._status.text == "Names are hidden"
    qtbot.keyClick(window, Qt.Key.Key_H, both)
    assert not Privacy.current().hidden


def test_the_roll_call_fills_the_screen(window: MainWindow, theme: Theme) -> None:
    window.open_page("rollcall")
    assert window.isFullScreen()
    assert not window._rail.isVisible()
    assert color("text").name() == "#000000"
    window.open_page("people")
    assert not window.isFullScreen()
    assert window._rail.isVisible()
    assert color("text").name() != "#000000"


def test_the_place_of_pages_can_wait(qtbot, texts: Texts, jobs: JobRunner) -> None:
    window = make(texts, jobs)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    waiting = QWidget()
    window.show_waiting(waiting)
    assert window._stack.currentWidget() is waiting
    assert not window._bar.search.isEnabled()
    assert not window._bar._connection.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_2, Alt)
    assert window.current_page is None
    window.open_page("today")
    assert window._rail.isEnabled()
    assert window._bar.search.isEnabled()
    assert window._stack.count() == 1


def test_how_the_data_is_kept_is_shown(window: MainWindow) -> None:
    assert not window._bar._connection.isVisible()
    for kind in ConnectionKind:
        window.set_connection(Connection(kind, kind.value, "hw-tashkent"))
        assert window._bar._word.text() == kind.value
    window.set_officer("Consulate, Almaty", Officer("A. B.", "Registrar", "АБ"))
    assert window._bar._connection.isVisible()
    assert window._bar._name.text() == "A. B."
    assert window._bar._role.isVisible()
    window.set_officer("Consulate, Almaty", Officer("A. B.", "", "АБ"))
    assert not window._bar._role.isVisible()
    assert not window.grab().isNull()


def test_the_time_carries_its_zone(qtbot, texts: Texts) -> None:
    label = LocalTime(texts, LocalZone(timezone(timedelta(hours=5)), "Tashkent"), lambda: NOW)
    qtbot.addWidget(label)
    assert label.text() == "Mon 23 Nov 2026, 16:20 Tashkent (UTC+5)"
    assert label._timer.interval() == 30_000
    assert utc_offset(timedelta(0)) == "UTC"
    assert utc_offset(timedelta(hours=-3, minutes=-30)) == "UTC−3:30"


def test_drafts_are_kept_and_the_place_is_remembered(
    qtbot, texts: Texts, jobs: JobRunner, tmp_path: Path
) -> None:
    path = tmp_path / "window.ini"
    window = make(texts, jobs, memory=WindowMemory(path))
    qtbot.addWidget(window)
    window.resize(1200, 700)
    window.show()
    window.open_page("people")
    notes = noted(window)
    with qtbot.waitSignal(window.closed):
        window.close()
    assert notes[-1] == "closing"
    again = make(texts, jobs, memory=WindowMemory(path))
    qtbot.addWidget(again)
    assert again.height() == 700


def test_layouts_are_remembered_and_damage_counts_as_none(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    memory = WindowMemory(path)
    memory.keep("people", {"widths": {"age": 90}})
    memory._settings.setValue("layout/broken", "{no")
    memory._settings.setValue("layout/list", "[1]")
    memory._settings.sync()
    again = WindowMemory(path)
    assert again.recall("people") == {"widths": {"age": 90}}
    assert again.recall("broken") == again.recall("list") == again.recall("nothing") == {}
    assert not again.restore_geometry("nothing", QWidget())


def test_every_control_of_the_window_has_a_name(window: MainWindow) -> None:
    window.open_page("people")
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(window)
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_the_window_owns_its_parts(window: MainWindow) -> None:
    assert isinstance(window.messages, QObject)
    assert window.messages.parent() is window
