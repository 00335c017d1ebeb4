"""The window around the pages: rail, top bar, search, status bar."""

from desktop.ui.shell.hits import SearchHit, SearchSection
from desktop.ui.shell.statusbar import LocalZone
from desktop.ui.shell.topbar import Connection, ConnectionKind, Officer
from desktop.ui.shell.window import MainWindow

__all__ = [
    "Connection",
    "ConnectionKind",
    "LocalZone",
    "MainWindow",
    "Officer",
    "SearchHit",
    "SearchSection",
]
