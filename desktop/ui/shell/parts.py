"""The parts around the pages, laid out; loaded when the window has been seen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from desktop.ui.jobs import JobRunner
from desktop.ui.messages import MessageCentre
from desktop.ui.page import PageSpec
from desktop.ui.shell.rail import Rail, RailItem
from desktop.ui.shell.searching import Searching
from desktop.ui.shell.shown import LocalZone, Officer
from desktop.ui.shell.statusbar import StatusBar
from desktop.ui.shell.topbar import TopBar
from desktop.ui.widgets.panels import Surface
from reports.texts import Texts


@dataclass(frozen=True, slots=True)
class Parts:
    """Rail, bars and the place of the pages on one ground, and what searches."""

    ground: Surface
    rail: Rail
    bar: TopBar
    stack: QStackedWidget
    status: StatusBar
    searching: Searching


def make_parts(
    texts: Texts,
    jobs: JobRunner,
    messages: MessageCentre,
    specs: Sequence[PageSpec],
    office: str,
    officer: Officer,
    zone: LocalZone,
    now: Callable[[], datetime],
) -> Parts:
    """Everything around the pages; `now` tells the time of the status bar."""
    ground = Surface("window")
    ground.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    items = [RailItem(one.key, one.word, one.icon, one.foot) for one in specs if one.icon]
    rail, stack = Rail(items, texts), QStackedWidget()
    bar = TopBar(texts, office, officer)
    status = StatusBar(texts, jobs, messages, zone, now)
    row = QHBoxLayout(ground)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(rail)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(bar)
    column.addWidget(stack, 1)
    column.addWidget(status)
    row.addLayout(column, 1)
    return Parts(ground, rail, bar, stack, status, Searching(texts, jobs, bar.search, ground))
