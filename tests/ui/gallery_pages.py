"""Mock pages for the gallery: a table with its details, and forms, matrix and paper."""

from gallery_parts import TEXTS, Numbers, clock, line, people_columns, person, route
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.jobs import JobRunner
from desktop.ui.models import (
    Align,
    Cell,
    Column,
    ListTableModel,
    PagedTableModel,
)
from desktop.ui.page import Page
from desktop.ui.theme import Mark, State, Type
from desktop.ui.widgets.alerts import Notice
from desktop.ui.widgets.bars import Bar, BarPart
from desktop.ui.widgets.buttons import Button, IconButton, Kind
from desktop.ui.widgets.chips import Chip, ChipRow
from desktop.ui.widgets.fields import (
    ComboField,
    LineField,
    LookupField,
    PartialDateField,
    Reading,
    TextField,
)
from desktop.ui.widgets.labels import Label, Rule
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.panels import Panel, Surface
from desktop.ui.widgets.paper import PaperView
from desktop.ui.widgets.pills import Pill
from desktop.ui.widgets.rows import KeyValues, MarkRow
from desktop.ui.widgets.scroll_column import ScrollColumn
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.seats import (
    SeatLegend,
)
from desktop.ui.widgets.steps import Step, StepsHeader
from desktop.ui.widgets.summary import BulkBar, SummaryLine, SummaryPart
from desktop.ui.widgets.table import DataTable
from desktop.ui.widgets.tabs import TabBar, TabSpec


class PeoplePage(Page):
    """A mock of the People page."""

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        main = Surface("surface")
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = PageHead(
            "People",
            "Who of convoy TJ-TAS-2026-014 can cross, and what is missing for the others?",
            [
                Button("Import list", icon="document_arrow_up"),
                Button("Add person", Kind.PRIMARY, icon="person_add", hint="Ctrl+N"),
            ],
        )
        column.addWidget(head)
        column.addLayout(self._filters())
        column.addWidget(self._bulk_bar())
        self.table = DataTable("People")
        self.model = PagedTableModel(people_columns(), int, jobs, parent=self)
        self.table.show_model(self.model)
        self.model.set_source(Numbers(102))
        column.addWidget(self.table, 1)
        total = SummaryLine()
        total.set_sum(
            "102 people",
            [
                SummaryPart("ready", Mark.OK, "6 personally ready"),
                SummaryPart("exempt", Mark.EXEMPT, "6 exempt"),
                SummaryPart("expire", Mark.EXPIRES, "3 tests expire"),
                SummaryPart("none", Mark.BLOCKED, "87 no test"),
            ],
        )
        column.addWidget(total)
        row.addWidget(main, 1)
        row.addWidget(_details())

    @staticmethod
    def _filters() -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 8)
        row.setSpacing(6)
        field = SearchField("Filter this list", hint="Ctrl+F")
        field.setFixedWidth(210)
        row.addWidget(field)
        chips = ChipRow("More")
        movement, status = Chip("Movement"), Chip("Status")
        movement.set_value("TJ-TAS-2026-014")
        status.set_value("Held")
        chips.set_chips([movement, status, Chip("Readiness"), Chip("Needs"), Chip("Place"),
                         Chip("Age"), Chip("Waiting since")])  # fmt: skip
        row.addWidget(chips, 1)
        row.addWidget(IconButton("column_triple", "Columns", height=28))
        return row

    @staticmethod
    def _bulk_bar() -> BulkBar:
        bar = BulkBar(
            [
                Button("Add test", Kind.SUBTLE, icon="syringe", height=28),
                Button("Change place", Kind.SUBTLE, icon="location", height=28),
                Button("Print", Kind.SUBTLE, icon="print", hint="Ctrl+P", height=28),
                Button("Excel", Kind.SUBTLE, icon="arrow_export", hint="Ctrl+E", height=28),
            ]
        )
        bar.set_count("1 of 102 selected")
        bar.end.addWidget(Label("View:", Type.BODY, "text2"))
        view = Button("Convoy, groups together", Kind.SUBTLE, height=28)
        view.setMenu(QMenu(view))
        bar.end.addWidget(view)
        return bar


def _details() -> ScrollColumn:
    side = ScrollColumn("surface", lined=True)
    side.setFixedWidth(352)
    body = side.body
    body.setSpacing(8)
    head = QHBoxLayout()
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Label("Раҳмонов Фирӯз Саидович", Type.SECTION, private=True))
    second = line(Label("RAHMONOV FIRUZ", Type.BODY, "text2", private=True),
                  Pill(Mark.HELD, "Held"))  # fmt: skip
    words.addLayout(second)
    words.addWidget(Label("M · 38 years · 14 Mar 1988 · TJK", Type.CAPTION))
    head.addLayout(words, 1)
    head.addWidget(IconButton("pin", "Pin", height=28), 0, Qt.AlignmentFlag.AlignTop)
    body.addLayout(head)
    body.addLayout(
        line(
            Button("Open", icon="open", hint="Enter", height=28),
            Button("Edit", icon="edit", hint="F2", height=28),
        )
    )
    step = Panel()
    step.set_action_state(State.BLOCKED)
    step.body.addWidget(MarkRow(Mark.BLOCKED, "Next step: test by Tue 24 Nov, 10:40", strong=True))
    step.body.addWidget(
        Label("Result takes 12 h; crossing 22:40 Tashkent. 25.00 USD, Swiss fund.", Type.CAPTION,
              "text2", wrap=True)
    )  # fmt: skip
    step.body.addLayout(
        line(
            Button("Add test", icon="add", height=28),
            Button("Call laboratory", Kind.SUBTLE, icon="call", height=28),
        )
    )
    body.addWidget(step)
    body.addLayout(line(Label("Readiness at the crossing", Type.BODY_STRONG)))
    for mark, text, detail in (
        (Mark.BLOCKED, "PCR test, 72 h, transit too", "no test recorded"),
        (Mark.OK, "Passport valid at crossing", "402118843, until 12 May 2029"),
        (Mark.OK, "Voluntary return", "declared 20 Nov, written"),
        (Mark.UNKNOWN, "Transit clearance UZ", "asked 22 Nov, no answer yet"),
    ):
        key = "blocked" if mark is Mark.BLOCKED else "text2"
        action = Button("Call", Kind.LINK, height=20) if mark is Mark.UNKNOWN else None
        body.addWidget(MarkRow(mark, text, detail, detail_key=key, action=action))
    body.addWidget(Rule())
    facts = KeyValues()
    facts.add("Phone", "+7 701 555 01 42")
    facts.add("Last contact", "23 Nov, 14:10, by phone")
    facts.add("Open needs", None)
    body.addWidget(facts)
    body.addWidget(Rule())
    body.addWidget(
        MarkRow(Mark.RESTRICTED, "Protection: 1 record covered",
                action=Button("Uncover", Kind.LINK, height=20))
    )  # fmt: skip
    body.addStretch(1)
    return side


class FormsPage(Page):
    """A mock of pages with forms, steps, matrix and paper."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = PageHead("TJ-TAS-2026-014", "Can this convoy leave? No: 90 have no valid test.",
                        [Button("Print the departure pack", icon="print", hint="Ctrl+P"),
                         Button("Ask for waiver", Kind.PRIMARY, icon="shield_checkmark")],
                        back_name="Back")  # fmt: skip
        head.set_pill(Mark.HELD, "Held, 5 h 15 min")
        column.addWidget(head)
        way = QHBoxLayout()
        way.setContentsMargins(32, 0, 16, 8)
        way.setSpacing(40)
        way.addWidget(route(held=True), 1)
        way.addWidget(clock(entered=False))
        column.addLayout(way)
        tabs = TabBar(
            [TabSpec("seats", "People and seats"), TabSpec("ready", "Readiness"),
             TabSpec("clear", "Clearances"), TabSpec("log", "Log")]
        )  # fmt: skip
        tabs.set_counter("seats", "102 of 114", State.INFO)
        tabs.set_counter("ready", "90 blocked", State.BLOCKED)
        tabs.set_counter("clear", "1 open", State.WARN)
        tabs.set_counter("log", "14")
        column.addWidget(tabs)
        steps = StepsHeader([Step("File"), Step("Sheet"), Step("Values")])
        steps.set_steps(
            [Step("File", "102 rows"), Step("Sheet and columns", "8 of 9"), Step("Values", "24")],
            2,
        )
        column.addWidget(steps)
        notice = Notice(Mark.WARN, "1 wish not met.", "Давлатова Моҳира: front seat, all taken.",
                        Button("Show", Kind.LINK, height=24))  # fmt: skip
        body = QHBoxLayout()
        body.setContentsMargins(16, 8, 16, 8)
        body.setSpacing(12)
        left = QVBoxLayout()
        left.addWidget(notice)
        left.addWidget(_matrix(self), 1)
        legend = SeatLegend(TEXTS)
        left.addWidget(legend)
        body.addLayout(left, 3)
        body.addWidget(_form(), 2)
        body.addWidget(_paper(), 2)
        column.addLayout(body, 1)


def _matrix(parent: QWidget) -> QWidget:
    finding = {
        0: Cell.finding(Mark.OK, "Met"),
        1: Cell.finding(Mark.BLOCKED, "No test"),
        2: Cell.finding(Mark.UNKNOWN, "No answer"),
        3: Cell.finding(Mark.WAIVED, "Waived"),
        4: Cell.finding(Mark.WARN, "Added later"),
        5: Cell.finding(None, "Under 3"),
        6: Cell.finding(None, ""),
    }

    def first(i: int) -> Cell:
        if i % 5 == 0:
            return Cell.group("G-07  Раҳмонов", "4 people · Bus 1, 1A–1D", opened=True)
        one = person(i)
        return Cell.two_lines(f"     {one[0]}", f"       {one[1]}", strong=True)

    columns = [Column("who", "Group, person", first, 240, stretches=True)]
    for number, title in enumerate(("Passport", "PCR, 72 h", "Clearance", "Exit KZ")):
        columns.append(
            Column(str(number), title, lambda i, n=number: finding[(i * 3 + n * 5) % 7], 104,
                   Align.CENTRE)
        )  # fmt: skip
    table = DataTable("Readiness", row_height=36, grid=True)
    model = ListTableModel(columns, int, tinted=lambda i: i % 5 == 0, parent=parent)
    table.show_model(model)
    model.set_items(list(range(30)))
    frame = Panel(flush=True)
    frame.body.addWidget(table)
    return frame


def _form() -> Panel:
    panel = Panel("Identity")
    panel.set_note("* needed; everything else can come later")
    name = LineField("Family name", needed=True, hint="as the person writes it")
    name.set_value("Раҳмонов")
    passport = LineField("Family name in passport", note="from passport")
    passport.set_value("RAHMONOV")
    birth = PartialDateField(
        "Birth date", lambda text: Reading(text or None, text, note="38 years" if text else "")
    )
    birth.set_value("14 Mar 1988")
    expires = LineField("Expires")
    expires.set_value("12 May 2029")
    expires.set_note("valid", key="ok", mark=Mark.OK)
    number = LineField("Number")
    number.set_value("400773105")
    number.set_problem("The third character is a Cyrillic letter.")
    said = TextField("What was said", rows=2)
    said.set_value("“Transit too, from today.”")
    for field in (name, passport, birth, expires, number,
                  ComboField("Nationality", placeholder="choose"),
                  LookupField("Where now", placeholder="region, district"), said):  # fmt: skip
        panel.body.addWidget(field)
    bar = Bar(8)
    bar.set_parts([BarPart(6, "unknown"), BarPart(6, "ok"), BarPart(3, "warn"),
                   BarPart(87, "blocked")], 102, "102")  # fmt: skip
    panel.body.addWidget(bar)
    panel.body.addStretch(1)
    return panel


def _paper() -> PaperView:
    view = PaperView(TEXTS)
    page = QImage(595, 421, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawText(40, 60, "List of travellers")
    painter.end()
    view.pages.page_wanted.connect(lambda number, _width: view.pages.set_image(number, page))
    view.pages.set_pages([QSizeF(595, 595 * page.height() / page.width())] * 3)
    return view
