"""Draws every element of the kit, and a mock window, into pictures to be looked at.

Run `python tests/ui/gallery.py FOLDER [RATIO]` from the project's folder.
"""

import os
import sys
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if len(sys.argv) > 2:
    os.environ["QT_SCALE_FACTOR"] = sys.argv[2]
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gallery_elements import elements
from gallery_pages import FormsPage, PeoplePage
from gallery_parts import (
    NOW,
    PEOPLE,
    TASHKENT,
    TEXTS,
)
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
)
from support.shells import main_window

from desktop.ui.jobs import JobRunner
from desktop.ui.page import Page, PageSpec
from desktop.ui.shell.hits import SearchHit, SearchSection
from desktop.ui.shell.shown import Connection, ConnectionKind, LocalZone, Officer
from desktop.ui.shell.window import MainWindow
from desktop.ui.style import install
from desktop.ui.theme import Mode


def window(jobs: JobRunner) -> MainWindow:
    """The mock window."""
    words = [
        ("today", "Today", "home"), ("people", "People", "people"),
        ("movements", "Movements", "vehicle_bus"),
        ("requirements", "Requirements", "clipboard_task_list_ltr"),
        ("assistance", "Assistance", "hand_open_heart"),
        ("reports", "Reports", "document_multiple"),
        ("directory", "Directory", "book_contacts"),
    ]  # fmt: skip
    specs = [
        PageSpec(key, word, FormsPage if key == "movements" else partial(PeoplePage, jobs), icon)
        for key, word, icon in words
    ]
    specs.append(PageSpec("settings", "Settings", Page, "settings", foot=True))
    shown = main_window(
        TEXTS,
        jobs,
        specs,
        office="Embassy of Tajikistan, Tashkent",
        officer=Officer("Z. Nazarova", "Consular officer", "ЗН"),
        zone=LocalZone(TASHKENT, "Tashkent"),
        now=lambda: NOW,
        search=lambda text: [
            SearchSection(
                "People", [SearchHit(one[0], one[1], "person", "people") for one in PEOPLE[:4]]
            ),
            SearchSection("Commands", [SearchHit("Add person", "Ctrl+N", "add", "people")]),
        ],
    )
    shown.set_connection(Connection(ConnectionKind.SHARED, "Shared", "hw-tashkent"))
    for key, count in (("today", 6), ("people", 3), ("movements", 1), ("requirements", 1)):
        shown.badge(key, count)
    shown.messages.say("Place of 102 people changed to Zhibek Zholy", undo=shown.update)
    return shown


def settle(app: QApplication, jobs: JobRunner) -> None:
    """Let jobs and layouts come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(150, loop.quit)
    loop.exec()
    while jobs.busy:
        app.processEvents()
    app.processEvents()


def main(folder: Path) -> None:
    """Write all pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv)
    theme = install(app, mode=Mode.LIGHT)
    jobs = JobRunner(app)
    ratio = sys.argv[2] if len(sys.argv) > 2 else "1"
    board = elements()
    board.resize(1366, 768)
    board.show()
    shell = window(jobs)
    shell.show()
    for mode in (Mode.LIGHT, Mode.DARK, Mode.CONTRAST):
        theme.set_mode(mode)
        settle(app, jobs)
        board.grab().save(str(folder / f"elements-{mode}-{ratio}.png"))
        for width, height in ((1366, 768), (1920, 1080), (1280, 690)):
            shell.resize(width, height)
            for key in ("people", "movements"):
                shell.open_page(key)
                page = shell.current_page
                if isinstance(page, PeoplePage):
                    settle(app, jobs)
                    page.table.go_to(0)
                settle(app, jobs)
                shell.grab().save(str(folder / f"{key}-{mode}-{width}-{ratio}.png"))
    theme.set_mode(Mode.LIGHT)
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shell.resize(1366, 768)
    for key in ("people", "movements"):
        shell.open_page(key)
        settle(app, jobs)
        shell.grab().save(str(folder / f"{key}-rtl-1366-{ratio}.png"))
    board.grab().save(str(folder / f"elements-rtl-{ratio}.png"))
    jobs.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
