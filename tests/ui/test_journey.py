from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage

from desktop.ui.theme import Mark, Mode, State, Theme
from desktop.ui.widgets.paper import PaperPages, PaperView, Zoom
from desktop.ui.widgets.route_strip import Reached, RouteLeg, RouteNode, RouteStrip
from desktop.ui.widgets.transit_clock import Transit, TransitClock
from reports.texts import Texts

NODES = [
    RouteNode("Shymkent", "", "Sun 22 Nov 19:00", "left 19:20", State.OK, Reached.DONE),
    RouteNode("Zhibek Zholy", "KZ → UZ", "Tue 24 Nov 22:40", "held", State.HELD, Reached.HELD),
    RouteNode("Oybek", "UZ → TJ", "Wed 25 Nov 02:40"),
    RouteNode("Khujand", "", "Wed 25 Nov 04:30"),
]
LEGS = [
    RouteLeg("118 km", reached=Reached.DONE),
    RouteLeg("Corridor 240 min", corridor=True, reached=Reached.NOW, share=0.4),
    RouteLeg("62 km", reached=Reached.NOW, share=0.5),
]
BEGAN = datetime(2026, 11, 24, 17, 34, tzinfo=UTC)


def test_a_way_is_spoken_node_by_node(qtbot) -> None:
    strip = RouteStrip()
    qtbot.addWidget(strip)
    strip.set_route(NODES, LEGS)
    assert strip.accessibleName().split("; ")[1] == "Zhibek Zholy, KZ → UZ, Tue 24 Nov 22:40, held"
    with pytest.raises(ValueError, match="leg"):
        strip.set_route(NODES, LEGS[:1])
    strip.set_route([], [])
    assert not strip.grab().isNull()


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.CONTRAST])
def test_a_way_is_painted_wide_and_narrow(qtbot, theme: Theme, mode: Mode) -> None:
    theme.set_mode(mode)
    strip = RouteStrip()
    qtbot.addWidget(strip)
    strip.set_route(NODES, LEGS)
    pictures = []
    for width in (1000, 500):
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            strip.setLayoutDirection(direction)
            strip.resize(width, 92)
            pictures.append(strip.grab().toImage())
    assert pictures[0] != pictures[1]
    assert pictures[0].pixelColor(16, 31) == pictures[1].pixelColor(983, 31)


@pytest.fixture
def clock(qtbot, texts: Texts) -> TransitClock:
    """A clock whose present time the tests set."""
    made = TransitClock(texts, lambda: made.moment)
    made.moment = BEGAN
    qtbot.addWidget(made)
    made.set_transit(
        Transit(timedelta(minutes=240), timedelta(minutes=30), ZoneInfo("Asia/Tashkent"), BEGAN)
    )
    return made


@pytest.mark.parametrize(
    ("minutes", "state", "timer"),
    [
        (98, (Mark.OK, "Running"), 60_000),
        (210, (Mark.EXPIRES, "Warning"), 60_000),
        (235, (Mark.EXPIRES, "Warning"), 1000),
        (240, (Mark.EXPIRES, "Warning"), 1000),
        (241, (Mark.BLOCKED, "Overrun"), 1000),
    ],
)
def test_the_clock_runs_warns_and_is_overrun(clock, minutes, state, timer) -> None:
    clock.moment = BEGAN + timedelta(minutes=minutes)
    clock._on_tick()
    assert clock.state() == state
    assert clock._timer.interval() == timer
    assert "exit by 02:34 · warns at 02:04" in clock.accessibleName()
    assert not clock.grab().isNull()


def test_a_clock_that_has_not_begun_does_not_tick(clock, texts: Texts) -> None:
    zone = ZoneInfo("Asia/Tashkent")
    clock._timer.stop()
    clock.set_transit(Transit(timedelta(minutes=240), timedelta(minutes=30), zone))
    assert clock.state() is None
    assert not clock._timer.isActive()
    assert "starts at entry · warns 30 min before" in clock.accessibleName()
    left = BEGAN + timedelta(minutes=200)
    clock.set_transit(Transit(timedelta(minutes=240), timedelta(minutes=30), zone, BEGAN, left))
    assert clock.state() == (Mark.OK, "Left in time")
    clock.set_transit(None)
    assert clock.state() is None
    assert not clock.grab().isNull()


def page(width: int) -> QImage:
    image = QImage(width, width * 421 // 595, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


def test_pages_are_asked_for_when_they_come_into_sight(qtbot) -> None:
    pages = PaperPages()
    qtbot.addWidget(pages)
    asked: list[tuple[int, int]] = []
    pages.page_wanted.connect(lambda number, width: asked.append((number, width)))
    pages.resize(400, 300)
    pages.set_pages([QSizeF(595, 842)] * 40)
    pages.show()
    qtbot.waitUntil(lambda: bool(asked))
    assert [number for number, _ in asked] == [0]
    pages.set_image(0, page(asked[0][1]))
    pages.grab()
    assert len(asked) == 1
    pages.go_to(20)
    qtbot.waitUntil(lambda: asked[-1][0] in (20, 21))
    assert pages.current_page == 20
    assert len(asked) <= 3
    pages.set_zoom(Zoom.FULL)
    pages.grab()
    assert asked[-1][1] == round(595 * 96 / 72)
    assert pages.current_page == 20


def test_only_pictures_near_the_sight_are_kept(qtbot) -> None:
    pages = PaperPages()
    qtbot.addWidget(pages)
    asked: list[int] = []

    def answer(number: int, width: int) -> None:
        asked.append(number)
        pages.set_image(number, page(width))

    pages.page_wanted.connect(answer)
    pages.resize(400, 300)
    pages.set_pages([QSizeF(595, 421)] * 60)
    pages.show()
    pages.grab()
    assert 0 in pages.kept
    for number in range(60):
        pages.go_to(number)
        pages.grab()
        assert number in pages.kept
        assert len(pages.kept) <= 6
    assert set(asked) == set(range(60))
    pages.go_to(0)
    pages.grab()
    assert asked.count(0) == 2
    pages.set_image(59, page(10))
    assert 59 not in pages.kept


def test_the_head_says_which_page_is_in_sight(qtbot, texts: Texts) -> None:
    view = PaperView(texts)
    qtbot.addWidget(view)
    view.resize(500, 400)
    assert view._where.text() == ""
    view.pages.set_pages([QSizeF(842, 595)] * 3)
    view.show()
    assert view._where.text() == "Page 1 of 3"
    assert not view._back.isEnabled()
    view._on.click()
    assert view._where.text() == "Page 2 of 3"
    view._back.click()
    assert view._where.text() == "Page 1 of 3"
    whole = next(action for action in view._zooms if view._zooms[action] is Zoom.PAGE)
    whole.trigger()
    assert view._zoom.words == "Whole page"
