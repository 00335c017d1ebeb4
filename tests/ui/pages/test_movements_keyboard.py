"""The story of the movements pages from the first key to the last, without a mouse."""

from collections.abc import Callable, Iterator
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from movements_bench import SETTINGS, book_of, import_sample
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from support.shells import main_window
from ui_kept import kept

from desktop.catalogue import texts
from desktop.ui.context import PageContext
from desktop.ui.jobs import JobRunner, Lane
from desktop.ui.page import Changes, Page, PageSpec, Shortcut
from desktop.ui.pages.movements.page import MovementsPage
from desktop.ui.shell.shown import LocalZone, Officer
from desktop.ui.theme import Theme
from desktop.ui.widgets.seats import SeatPlan
from desktop.usecases.ports import Desk
from desktop.usecases.undoing import undo

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Desktop:
    """A whole window worked by its keys."""

    def __init__(self, qtbot, desk: Desk, jobs: JobRunner, theme: Theme) -> None:
        self.qtbot, self.jobs = qtbot, jobs
        self.crashed: list[BaseException] = []
        jobs.crashed.connect(self.crashed.append)
        words = texts("en")
        self.window = main_window(
            words,
            jobs,
            [
                PageSpec("people", "People", Page, icon="people"),
                PageSpec("movements", "Movements", self._make, icon="vehicle_bus"),
                PageSpec("reports", "Reports", Page, icon="document_multiple"),
            ],
            office="ALA",
            officer=Officer("", "", ""),
            zone=LocalZone(ZoneInfo("Asia/Almaty"), "Almaty"),
            now=desk.now,
            undo=partial(self._undo, desk),
            shortcuts=[Shortcut("Ctrl+N", "people")],
        )
        self._context = PageContext(
            desk, book_of(desk), words, jobs, theme, SETTINGS, self.window, **kept()
        )
        qtbot.addWidget(self.window)
        self.window.resize(1366, 690)
        self.window.show()
        self.window.activateWindow()
        self.window.open_page("movements")
        self.settle()

    @property
    def page(self) -> MovementsPage:
        page = self.window.current_page
        assert isinstance(page, MovementsPage)
        return page

    @property
    def focused(self):
        return QApplication.focusWidget()

    def settle(self) -> None:
        """Let jobs and what follows them come to rest."""
        self.qtbot.waitUntil(lambda: self.jobs.busy == 0, timeout=20_000)
        QApplication.processEvents()
        assert not self.crashed

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        for key in keys:
            self.qtbot.keyClick(self.focused, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focused, text)
        self.settle()

    def tab_to(self, name: str, kind: type = QLineEdit) -> None:
        """Tab on to the next field of a name; far away means that it can't be reached."""
        for _ in range(12):
            self.press(Key.Key_Tab)
            if isinstance(self.focused, kind) and self.focused.accessibleName() == name:
                return
        raise AssertionError(f"{name} is not reached with Tab")

    def until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=20_000)
        self.settle()

    def _make(self) -> MovementsPage:
        return MovementsPage(self._context)

    def _undo(self, desk: Desk, changes: Changes) -> None:
        self.jobs.run(
            lambda _: undo(desk, changes.operation_id), self.window.publish, lane=Lane.WRITE
        )


@pytest.fixture
def desktop(qtbot, local_desk: Desk, jobs: JobRunner, theme: Theme) -> Iterator[Desktop]:
    import_sample(local_desk)
    made = Desktop(qtbot, local_desk, jobs, theme)
    yield made
    made.settle()


def type_route(desktop: Desktop) -> None:
    desktop.type("zhib")
    for name, text in (("Exit", "12.11 23:30"), ("Entry", "+10"), ("To next stop", "118"),
                       ("Corridor", "240"), ("Place or crossing point", "fote"),
                       ("Exit", "+240"), ("Entry", "+20")):  # fmt: skip
        desktop.tab_to(name)
        desktop.type(text)


def add_vehicle(desktop: Desktop, seats: str, plate: str) -> None:
    desktop.tab_to("Add a vehicle", QPushButton)
    desktop.press(Key.Key_Space)
    assert isinstance(desktop.focused, QComboBox)
    desktop.type(seats)
    desktop.tab_to("Number plate")
    desktop.type(plate)


def test_a_movement_is_planned_seated_and_corrected_by_keys(desktop: Desktop) -> None:
    # Ctrl+N means a movement here, a person everywhere else.
    desktop.press(Key.Key_N, modifier=CONTROL)
    form = desktop.page.form
    assert form is not None
    assert desktop.focused is form.route.rows[0].place.edit
    type_route(desktop)
    for plate in ("401 KZA 02", "402 KZA 02"):
        add_vehicle(desktop, "", plate)
    add_vehicle(desktop, "minibus", "403 KZA 02")
    desktop.tab_to("From", QComboBox)
    desktop.type("everybody")
    assert form.head.line.text().endswith("102 travellers · 114 seats")
    movement = desktop.page.movement
    desktop.press(Key.Key_S, modifier=CONTROL)
    desktop.until(lambda: movement.shown is not None)
    assert movement.shown is not None
    assert movement.shown.code == "ALA-2020-0001"
    assert [one.name for one in movement.shown.vehicles] == ["Bus 1", "Bus 2", "Minibus 1"]
    assert movement.shown.waiting == 102
    assert desktop.focused is movement.seats.table

    # Seat everybody from the toolbar.
    desktop.press(Key.Key_F, modifier=CONTROL)
    desktop.tab_to("Auto-seat", QPushButton)
    desktop.press(Key.Key_Space)
    assert movement.shown.seated == 102
    assert movement.shown.groups_divided == 0
    assert movement.seats.wishes.isVisible() == bool(movement.shown.wishes)

    # Look at a family: it lights up in the list and in the plan.
    desktop.press(Key.Key_F, modifier=CONTROL)
    desktop.type("4B")
    desktop.press(Key.Key_Return)
    one = movement.seats.current()
    assert one is not None
    assert one.seat == "4B"

    # Take that traveller up, walk, put down.
    desktop.press(Key.Key_Return)
    assert isinstance(desktop.focused, SeatPlan)
    assert desktop.focused.current == "4B"
    desktop.press(Key.Key_Down, Key.Key_Right, Key.Key_Return)
    moved = movement.shown.traveller(one.id)
    assert moved is not None
    assert (moved.seat, moved.vehicle_id, moved.fixed) == ("5C", one.vehicle_id, True)
    assert isinstance(desktop.focused, SeatPlan)

    desktop.press(Key.Key_Z, modifier=CONTROL)
    back = movement.shown.traveller(one.id)
    assert back is not None
    assert (back.seat, back.fixed) == ("4B", False)

    # Esc leads back to the list.
    desktop.press(Key.Key_Escape)
    assert desktop.focused is desktop.page.list.table


def test_ctrl_n_is_a_person_again_inside_a_movement(desktop: Desktop) -> None:
    desktop.press(Key.Key_N, modifier=CONTROL)
    desktop.press(Key.Key_N, modifier=CONTROL)
    assert desktop.window.current_page is not None
    assert not isinstance(desktop.window.current_page, MovementsPage)


def test_typed_text_stays_with_its_problem(desktop: Desktop) -> None:
    desktop.press(Key.Key_N, modifier=CONTROL)
    form = desktop.page.form
    assert form is not None
    desktop.type("zhib")
    desktop.tab_to("Exit")
    desktop.type("soon")
    desktop.tab_to("Entry")
    exit_field = form.route.rows[0].times["exit"]
    assert exit_field.value() == "soon"
    assert exit_field.problem.startswith("Not a time")
    desktop.press(Key.Key_S, modifier=CONTROL)
    desktop.until(lambda: bool(form.route.rows[1].place.problem))
    assert desktop.focused is exit_field.edit
    assert exit_field.value() == "soon"
