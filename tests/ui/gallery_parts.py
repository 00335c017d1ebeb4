"""Mock people, a mock vehicle and a mock way for the gallery."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import (
    QHBoxLayout,
    QWidget,
)

from desktop.ui.models import (
    Align,
    Cell,
    Column,
    selector,
)
from desktop.ui.theme import Mark, State, Type, px
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.route_strip import Reached, RouteLeg, RouteNode, RouteStrip
from desktop.ui.widgets.seats import (
    Occupant,
    PlanRow,
    PlanShape,
    SeatBoard,
    SeatNeed,
    SeatPlan,
    VehicleCard,
)
from desktop.ui.widgets.transit_clock import Transit, TransitClock
from reports.texts import Texts

TEXTS = Texts()
NOW = datetime(2026, 11, 23, 11, 20, tzinfo=UTC)
TASHKENT = ZoneInfo("Asia/Tashkent")

PEOPLE = [
    ("Раҳмонов Фирӯз Саидович", "RAHMONOV FIRUZ", 38, "402118843", "12 May 2029", "G-07", "none"),
    ("Раҳмонова Зулайхо", "RAHMONOVA ZULAIKHO", 34, "402118844", "12 May 2029", "G-07", "none"),
    ("Раҳмонов Далер Фирӯзович", "RAHMONOV DALER", 9, "TAS-0412", "certificate of return",
     "G-07", "none"),
    ("Раҳмонова Мадина", "RAHMONOVA MADINA", 2, "402118844", "in mother’s passport", "G-07",
     "exempt"),
    ("Шарифов Баҳром Қодирович", "SHARIFOV BAHROM", 45, "400773105", "3 Feb 2027", "", "expires"),
    ("Ғаниева Нилуфар", "GHANIEVA NILUFAR", 29, "401556702", "30 Aug 2028", "G-11", "ready"),
    ("Ғаниев Сомон", "GHANIEV SOMON", 4, "II-KH 220417", "birth certificate", "G-11", "ready"),
    ("Ҳакимов Ҷамшед Раҷабович", "HAKIMOV JAMSHED", 27, "402990311", "19 Jan 2030", "", "none"),
    ("Мирзоев Умед", "MIRZOEV UMED", 31, "401002286", "7 Oct 2027", "G-03", "none"),
    ("Мирзоева Гулрухсор", "MIRZOEVA GULRUKHSOR", 61, "400116590", "24 Dec 2026 · 31 days",
     "G-03", "none"),
    ("Назаров Толибҷон Ӯрунович", "NAZAROV TOLIBJON", 52, "401871230", "16 Jun 2028", "", "none"),
    ("Қурбонова Сабоҳат", "KURBONOVA SABOHAT", 23, "402430077", "1 Mar 2030", "G-14", "ready"),
]  # fmt: skip

READINESS = {
    "none": Cell.pill(Mark.BLOCKED, "No test"),
    "exempt": Cell.pill(Mark.EXEMPT, "Exempt, under 3"),
    "expires": Cell.pill(Mark.EXPIRES, "Test expires 20:15"),
    "ready": Cell.pill(Mark.OK, "Personally ready"),
}


def person(number: int) -> tuple[str, str, int, str, str, str, str]:
    """A mock person."""
    return PEOPLE[number % len(PEOPLE)]


def people_columns() -> list[Column[int]]:
    """Columns of the People page."""

    def document(i: int) -> Cell:
        one = person(i)
        state = State.WARN if "31 days" in one[4] else None
        return Cell.two_lines(one[3], one[4], state=state)

    return [
        selector("Selected"),
        Column("name", "Name", lambda i: Cell.name(*person(i)[:2]), 190, stretches=True,
               sortable=True),
        Column("age", "Age", lambda i: Cell.plain(str(person(i)[2])), 60, Align.TRAILING,
               sortable=True),
        Column("reg", "Reg. no.", lambda i: Cell.plain(f"TAS-26-{311 + 3 * i:04}", key="text2"),
               104, yields=5),
        Column("doc", "Document, expires", document, 144),
        Column("place", "Place", lambda i: Cell.two_lines("Zhibek Zholy", "since 23 Nov 11:05"),
               144, yields=9),
        Column("seat", "Seat", lambda i: Cell.plain(f"Bus 1 · {i // 4 + 1}{'ABCD'[i % 4]}"), 100,
               yields=8),
        Column("dest", "Destination", lambda i: Cell.two_lines("Khatlon", "Vakhsh"), 100),
        Column("days", "Days waiting", lambda i: Cell.plain(str(61 - i % 50)), 90, Align.TRAILING,
               yields=7),
        Column("group", "Group", lambda i: Cell.with_icon("people_team", person(i)[5]), 76),
        Column("ready", "Readiness", lambda i: READINESS[person(i)[6]], 166),
    ]  # fmt: skip


class Numbers:
    """A page source of `count` mock people."""

    def __init__(self, count: int) -> None:
        self._count = count

    def count(self) -> int:
        """Number of people."""
        return self._count

    def page(self, offset: int, limit: int) -> list[int]:
        """Numbers of people."""
        return list(range(offset, min(offset + limit, self._count)))


def line(*widgets: QWidget, label: str = "", spacing: int = 10) -> QHBoxLayout:
    """Widgets in a row behind a label."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    if label:
        name = Label(label, Type.CAPTION, "text2")
        name.setFixedWidth(px(112))
        row.addWidget(name)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def sized(widget: QWidget, width: int) -> QWidget:
    """The widget with a fixed width."""
    widget.setFixedWidth(width)
    return widget


def bus(board: SeatBoard) -> VehicleCard:
    """A minibus as in the pictures."""
    shape = PlanShape(
        ("A", "B", "C"),
        frozenset({0}),
        (
            *(PlanRow(str(n), (f"{n}A", f"{n}B", f"{n}C")) for n in range(1, 5)),
            PlanRow("5", ("5A", "5B", "5C", "5D"), spread=True),
        ),
    )
    plan = SeatPlan("minibus", "Minibus", board, TEXTS)
    plan.set_shape(shape)
    plan.set_people(
        {
            "1A": Occupant(1, "РФ", "Раҳмонов Фирӯз", "G-07"),
            "1B": Occupant(2, "РЗ", "Раҳмонова Зулайхо", "G-07"),
            "1C": Occupant(3, "РД", "Раҳмонов Далер", "G-07", age=9),
            "2A": Occupant(4, "РМ", "Раҳмонова Мадина", "G-07", age=2),
            "2B": Occupant(5, "ШБ", "Шарифов Баҳром"),
            "2C": Occupant(6, "ҒН", "Ғаниева Нилуфар", "G-11"),
            "3A": Occupant(7, "ҒС", "Ғаниев Сомон", "G-11", age=4),
            "3B": Occupant(8, "ҲҶ", "Ҳакимов Ҷамшед"),
            "3C": Occupant(9, "МУ", "Мирзоев Умед", "G-03", fixed=True),
            "4A": Occupant(10, "МГ", "Мирзоева Гулрухсор", "G-03", need=SeatNeed.WHEELCHAIR),
            "4B": Occupant(11, "ҚС", "Қурбонова Сабоҳат", "G-14"),
            "4C": Occupant(12, "ҚИ", "Қурбонов Исмоил", "G-14", age=1, conflict="no guardian"),
        }
    )
    plan.set_selected({1, 2, 3, 4})
    card = VehicleCard(plan)
    card.set_head("Minibus", "01 KP 3308 · Li V.", 12, 16, "12 of 16")
    return card


def route(held: bool) -> RouteStrip:
    """The way of the story."""
    strip = RouteStrip()
    crossing = (
        RouteNode("Zhibek Zholy", "KZ → UZ", "Tue 24 Nov 22:40 planned",
                  "held since Mon 23 Nov 11:05", State.HELD, Reached.HELD)
        if held
        else RouteNode("Zhibek Zholy", "KZ → UZ", "Tue 24 Nov 22:40 planned",
                       "in at 22:34, −6 min", State.OK, Reached.DONE)
    )  # fmt: skip
    strip.set_route(
        [
            RouteNode("Shymkent", "", "Sun 22 Nov 19:00", "left 19:20, +20 min", State.OK,
                      Reached.DONE),
            crossing,
            RouteNode("Oybek – Fotehobod", "UZ → TJ", "Wed 25 Nov 02:40", "expected 01:12"),
            RouteNode("Khujand", "", "Wed 25 Nov 04:30", "reception centre"),
        ],
        [
            RouteLeg("leg 1 · 118 km", reached=Reached.DONE),
            RouteLeg("Corridor 240 min · no stops · escort", corridor=True,
                     reached=Reached.PLANNED if held else Reached.NOW, share=0 if held else 0.41),
            RouteLeg("leg 3 · 62 km"),
        ],
    )  # fmt: skip
    return strip


def clock(entered: bool) -> TransitClock:
    """The clock of the corridor."""
    shown = TransitClock(TEXTS, lambda: NOW)
    began = NOW - timedelta(minutes=98) if entered else None
    shown.set_transit(
        Transit(timedelta(minutes=240), timedelta(minutes=30), TASHKENT, entered_at=began)
    )
    return shown
