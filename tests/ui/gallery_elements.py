"""The board of elements, as in the pictures of the design."""

from gallery_parts import bus, clock, line, people_columns, route, sized
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.models import (
    ListTableModel,
)
from desktop.ui.theme import Mark, Type
from desktop.ui.widgets.alerts import AlertRow, ErrorPanel
from desktop.ui.widgets.buttons import Button, IconButton, Kind
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.fields import (
    CheckField,
    Choice,
    ComboField,
    LineField,
    SegmentedField,
)
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import Panel, Surface
from desktop.ui.widgets.pills import Pill
from desktop.ui.widgets.seats import (
    SeatBoard,
)
from desktop.ui.widgets.states import EmptyState, ProgressPanel
from desktop.ui.widgets.table import DataTable


def elements() -> QWidget:
    """The board of elements, as in the pictures."""
    board = Surface("window")
    column = QVBoxLayout(board)
    column.setContentsMargins(20, 12, 20, 12)
    column.setSpacing(11)
    column.addLayout(
        line(
            Label("Title 15 pt", Type.TITLE),
            Label("Section 10.5 pt", Type.SECTION),
            Label("Body strong 9 pt", Type.BODY_STRONG),
            Label("Body 9 pt: Раҳмонов Фирӯз 0123456789"),
            Label("Caption 8.25 pt: RAHMONOV FIRUZ", Type.CAPTION, "text2"),
            Label("102", Type.FIGURE, "accent_text"),
            spacing=20,
        )
    )
    column.addLayout(
        line(
            Pill(Mark.OK, "Ready"),
            Pill(Mark.WARN, "At risk"),
            Pill(Mark.EXPIRES, "Test expires 20:15"),
            Pill(Mark.BLOCKED, "No test"),
            Pill(Mark.HELD, "Held, 5 h 15 min"),
            Pill(Mark.UNKNOWN, "Not known"),
            Pill(Mark.WAIVED, "Waived"),
            Pill(Mark.UNDER_WAY, "Under way"),
            Pill(Mark.RESTRICTED, "Restricted"),
            Pill(Mark.EXEMPT, "Exempt"),
            label="States",
        )
    )
    off = Button("Save", Kind.PRIMARY, icon="save")
    off.setEnabled(False)
    column.addLayout(
        line(
            Button("Save", Kind.PRIMARY, icon="save", shortcut="Ctrl+S"),
            Button("Import list", icon="document_arrow_up"),
            Button("Hide names", Kind.SUBTLE, icon="eye_off"),
            Button("Show the 9 people", Kind.LINK),
            Button("Refuse entry", Kind.DANGER, icon="dismiss_circle"),
            IconButton("more_horizontal", "More", framed=True),
            IconButton("pin", "Pin"),
            off,
            label="Buttons",
        )
    )
    movement = Chip("Movement")
    movement.set_value("TJ-TAS-2026-014")
    expires = Chip("Expires before crossing", mark=Mark.EXPIRES, toggles=True)
    expires.set_count("3")
    blocks = Chip("What blocks", toggles=True)
    blocks.set_count("90")
    blocks.setChecked(True)
    column.addLayout(line(movement, Chip("Readiness"), expires, blocks, label="Chips"))
    name = LineField("")
    name.set_value("Раҳмонов")
    hours = LineField("", note="hours")
    hours.set_value("72")
    number = LineField("")
    number.set_value("400773105")
    number.set_problem(" ")
    country = ComboField("", [Choice("UZ", "Uzbekistan")])
    country.set_value("UZ")
    sure = SegmentedField(
        "",
        [Choice("r", "Reported"), Choice("c", "Confirmed"), Choice("x", "Contested")],
    )
    sure.set_value("r")
    same = QRadioButton("Same")
    same.setChecked(True)
    column.addLayout(
        line(
            sized(name, 160),
            sized(hours, 140),
            sized(number, 150),
            sized(country, 150),
            CheckField("Transit", checked=True),
            CheckField("Exit"),
            same,
            sure,
            label="Fields",
        )
    )
    column.addWidget(
        AlertRow(
            Mark.HELD,
            "102 people are held at Zhibek Zholy, for 5 h 15 min",
            "Convoy TJ-TAS-2026-014. Uzbekistan asks for a PCR test.",
            [Button("Call Zhibek Zholy", icon="call", height=28)],
            top=True,
            last=True,
        )
    )
    way = QHBoxLayout()
    way.setSpacing(20)
    way.addWidget(route(held=False), 1)
    way.addWidget(clock(entered=True))
    column.addLayout(way)
    column.addLayout(_lower_half(), 1)
    hours.edit.setFocus()
    return board


def _lower_half() -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(12)
    frame = Panel(flush=True)
    table = DataTable("People")
    columns = people_columns()
    columns = [one for one in columns if one.key in ("select", "name", "age", "group", "ready")]
    model = ListTableModel(columns, int, parent=table)
    table.show_model(model)
    model.set_items([3, 4, 7, 11])
    table.go_to(4)
    table.show_order("name", descending=False)
    frame.body.addWidget(table)
    frame.setFixedHeight(194)
    grid.addWidget(frame, 0, 0, 1, 2)
    card = bus(SeatBoard(table))
    grid.addWidget(card, 0, 2, 2, 1, Qt.AlignmentFlag.AlignTop)
    empty = Panel()
    empty.body.addWidget(
        EmptyState(
            "people",
            "No people here yet",
            "Everyone awaiting return belongs in this list.",
            [
                Button("Import list", icon="document_arrow_up"),
                Button("Add person", Kind.PRIMARY, icon="person_add", hint="Ctrl+N"),
            ],
        )
    )
    grid.addWidget(empty, 1, 0)
    work = Panel()
    progress = ProgressPanel("Reading 1,240 rows", "You can go on working. Results appear.")
    progress.set_progress(612, 1240, "612 of 1,240")
    work.body.addWidget(progress)
    work.body.addWidget(
        ErrorPanel(
            "The server did not answer for 20 s",
            "Your 3 changes are kept here and sent when it is back.",
            Button("Try again now", Kind.LINK, height=18),
        )
    )
    grid.addWidget(work, 1, 1)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid
