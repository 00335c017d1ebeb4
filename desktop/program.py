"""The window with the database behind it: pages, jobs, and what the bars show.

Nothing of the database layer is loaded before the window has been seen; it is imported in the
job that opens the database.
"""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QScrollArea

from desktop import __version__, collector
from desktop.clock import now
from desktop.errors import AppError
from desktop.settings import Settings
from desktop.ui.crash import CrashWatch
from desktop.ui.dropping import ListDrop
from desktop.ui.jobs import JobRunner, Lane, Progress
from desktop.ui.loading import modules
from desktop.ui.page import Changes
from desktop.ui.page_list import page_specs, shortcuts
from desktop.ui.shell.shown import Connection, ConnectionKind, LocalZone, Officer
from desktop.ui.shell.window import MainWindow
from desktop.ui.startup import FailedPanel, opening_panel
from desktop.ui.style import install
from desktop.ui.theme import Mode
from reports.texts import Texts

if TYPE_CHECKING:
    from desktop.bootstrap import OpenDesk
    from desktop.storage.local_file import LocalFile
    from desktop.ui.context import PageContext
    from desktop.usecases.ports import ChangeSet
    from desktop.usecases.reference_book import ReferenceBook
    from desktop.usecases.views import OfficeRow

_CLOSING_S = 5.0
_SETTLED_MS = 2_000
_TIDYING_MS = 1_000
_AHEAD_MS = 1
"""The window's own events come first whatever it is."""
_IN_BARS = frozenset({"office", "officer"})


@dataclass(frozen=True)
class Opened:
    """What the opening job brings back to the window's thread."""

    desk: "OpenDesk"
    book: "ReferenceBook"
    office: "OfficeRow"
    officer: tuple[str, str]
    modules: list[str]
    """Those of the first page, in the order in which they are loaded."""


class Program(QObject):
    """The window with the database behind it, from the first paint to the last."""

    def __init__(
        self,
        app: QApplication,
        database: str | None,
        settings: Settings,
        words: Texts,
        window: MainWindow,
    ) -> None:
        super().__init__()
        self._database = database
        self._settings = settings
        self._passphrase: str | None = None
        self._texts = words
        self._opened: Opened | None = None
        self._context: PageContext | None = None
        self.theme = install(app, mode=Mode(settings.theme.value))
        self.jobs = JobRunner(self)
        self.crashes = CrashWatch(words, __version__)
        self.crashes.install()
        self._tidying = QTimer(self)
        self._tidying.timeout.connect(collector.look)
        self._brought: Path | None = None
        self._ahead: deque[Callable[[], object]] = deque()
        # Begun anew after each step: the window's own timers come between any two of them.
        self._at_rest = QTimer(self)
        self._at_rest.setSingleShot(True)
        self._at_rest.timeout.connect(self._make_ahead)
        self.jobs.crashed.connect(self.crashes.show)
        self._specs = page_specs(words, self.context, self.maintenance)
        self.window = window

    def bring(self, source: Path | None) -> None:
        """Remember a list that came with the start, if one did, until the register is open."""
        self._brought = source

    @Slot()
    def start(self) -> None:
        """Furnish the window, show that the register is being opened, and open it."""
        collector.rest()
        settings = self._settings
        self.window.furnish(
            self.jobs,
            self._specs,
            office=settings.office_names.get(self._texts.language, settings.office_code),
            officer=_officer(settings.officer_name, settings.officer_function),
            zone=_zone(settings.office_zone),
            now=now,
            shortcuts=shortcuts(),
        )
        self.window.show_waiting(opening_panel(self._texts))
        QTimer.singleShot(_AHEAD_MS, self, self.open)
        QTimer.singleShot(_SETTLED_MS, self, self._settle)

    @Slot()
    def _settle(self) -> None:
        """From now on garbage is looked for on this thread, now and then."""
        collector.settle()
        self._tidying.start(_TIDYING_MS)

    def close(self) -> None:
        """Stop the jobs, then give the database back."""
        self._tidying.stop()
        self._at_rest.stop()
        collector.resume()
        self.jobs.shutdown(_CLOSING_S)
        if self._opened is not None:
            self._opened.desk.close()

    def context(self) -> "PageContext":
        """What pages work with. Only after the database was opened."""
        assert self._context is not None  # noqa: S101 - the rail is off until then
        return self._context

    def maintenance(self) -> "LocalMaintenance":
        """Care of the database for the settings page."""
        assert self._opened is not None  # noqa: S101 - the rail is off until then
        return LocalMaintenance(self._opened.desk.target, self._opened.desk.database.file)

    @Slot()
    def open(self) -> None:
        """Open the database in a job."""
        # Known to this one job only.
        passphrase, self._passphrase = self._passphrase, None
        job = _Opening(self._database, self._settings, self._texts.language, passphrase)
        self.jobs.run(job, self._on_open, self._on_failed, owner=self, lane=Lane.WRITE)

    def _ask_passphrase(self, problem: str) -> None:
        from desktop.ui.locked import LockedPanel  # noqa: PLC0415 - only where it is needed

        panel = LockedPanel(self._texts, problem)
        panel.given.connect(self._unlock)
        self.window.show_waiting(panel)

    @Slot(str)
    def _unlock(self, passphrase: str) -> None:
        self._passphrase = passphrase
        self.window.show_waiting(opening_panel(self._texts))
        self.open()

    def _on_open(self, opened: Opened) -> None:
        from desktop.ui.context import PageContext  # noqa: PLC0415 - after the first paint
        from desktop.ui.finding import Finder  # noqa: PLC0415

        self._opened = opened
        self._context = PageContext(
            desk=opened.desk.desk,
            book=opened.book,
            texts=self._texts,
            jobs=self.jobs,
            theme=self.theme,
            settings=self._settings,
            window=self.window,
        )
        self._show_office((opened.office, opened.officer))
        self.window.set_connection(self._connection(opened.desk.target))
        self.window.set_undo(self._undo)
        self.window.set_search(Finder(self._context, self._specs))
        ListDrop(self.window).dropped.connect(self._take_list)
        self.window.changed.connect(self._on_changed)
        # Each by itself: together they are longer than a key may wait.
        self._load_ahead(opened.modules)
        self._ahead.append(partial(self.window.made_page, "today"))
        self._ahead.append(self._show_today)
        self._at_rest.start(_AHEAD_MS)

    def _show_today(self) -> None:
        """Show the first page; then make the others ahead, so that a visit only shows them."""
        self.window.go("today")
        if self._brought is not None:
            self._take_list(self._brought)
            self._brought = None
        self._ahead.append(self._ask_modules)
        self._at_rest.start(_AHEAD_MS)

    def _ask_modules(self) -> None:
        self.jobs.run(_every_module, self._load_pages, owner=self)

    def _load_pages(self, names: list[str]) -> None:
        # The first part of a widget that is asked for makes Qt's classes known, all at once.
        self._ahead.append(QScrollArea().viewport)
        self._load_ahead(names)
        for spec in self._specs:
            self._ahead.append(partial(self.window.made_page, spec.key))
            self._ahead.append(partial(self._prepare_page, spec.key))
        self._at_rest.start(_AHEAD_MS)

    def _load_ahead(self, names: Iterable[str]) -> None:
        self._ahead.extend(
            partial(import_module, name) for name in names if name not in sys.modules
        )

    def _prepare_page(self, key: str) -> None:
        self._prepare_part(self.window.made_page(key).prepare())

    def _prepare_part(self, parts: Iterator[object]) -> None:
        if next(parts, None) is not None:
            self._ahead.appendleft(partial(self._prepare_part, parts))

    @Slot()
    def _make_ahead(self) -> None:
        """The next step, unless jobs run: both would share one interpreter and be slow."""
        if self.jobs.busy:
            self._at_rest.start(_AHEAD_MS)
        elif self._ahead:
            try:
                self._ahead.popleft()()
            finally:
                self._at_rest.start(_AHEAD_MS)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        """The bars follow the office and the officer, whoever changed them."""
        if self._context is not None and not _IN_BARS.isdisjoint(changes.touched):
            job = partial(_office_and_officer, self._context)
            self.jobs.run(job, self._show_office, owner=self)

    def _show_office(self, known: "tuple[OfficeRow, tuple[str, str]]") -> None:
        office, officer = known
        name = office.names.get(self._texts.language) or office.code
        self.window.set_officer(name, _officer(*officer))
        self.window.set_zone(self._named(_zone(office.zone)))

    def _named(self, zone: LocalZone) -> LocalZone:
        """The city of the zone in the language of the screen, where we know the place."""
        book = self.context().book
        known = (one for one in book.places.values() if one.names.get("en") == zone.city)
        return next((replace(zone, city=book.place(one.id)) for one in known), zone)

    @Slot(object)
    def _take_list(self, file: Path) -> None:
        self.window.go("import", path=file)

    def _on_failed(self, error: AppError) -> None:
        if error.code in ("key.needed", "key.wrong"):
            self._ask_passphrase("" if error.code == "key.needed" else error.code)
            return
        panel = FailedPanel(self._texts, error)
        panel.again.connect(self.open)
        self.window.show_waiting(panel)

    def _connection(self, target: str) -> Connection:
        if "://" in target:
            server = target.rpartition("@")[2].partition("/")[0]
            return Connection(ConnectionKind.SHARED, self._texts.t("Shared"), server)
        return Connection(ConnectionKind.LOCAL, self._texts.t("Local file"), Path(target).name)

    def _undo(self, changes: Changes) -> None:
        job = _Undoing(self.context(), changes)
        self.jobs.run(job, self._on_undone, owner=self, lane=Lane.WRITE)

    def _on_undone(self, change: "ChangeSet") -> None:
        self.window.say(self._texts.t("Undone"))
        self.window.publish(change)


class _Opening:
    """Opens the database and reads what every page needs; runs off the window's thread."""

    def __init__(
        self,
        database: str | None,
        settings: Settings,
        language: str,
        passphrase: str | None,
    ) -> None:
        self._database, self._settings, self._language = database, settings, language
        self._passphrase = passphrase

    def __call__(self, _progress: Progress) -> Opened:
        from desktop.bootstrap import chosen_database, open_desk  # noqa: PLC0415 - heavy
        from desktop.usecases.reference_book import read_reference_book  # noqa: PLC0415

        target = chosen_database(self._database, self._settings)
        given = self._passphrase
        secret = None if given is None else lambda: given
        opened = open_desk(target, self._settings, in_child=True, secret=secret)
        actor = opened.desk.store.actor
        with opened.desk.store.read() as reads:
            return Opened(
                opened,
                read_reference_book(reads, self._language),
                reads.office(actor.office_id),
                reads.officer_name(actor.officer_id),
                modules("today"),
            )


def _every_module(_progress: Progress) -> list[str]:
    return modules()


def _office_and_officer(
    context: "PageContext", _progress: Progress
) -> "tuple[OfficeRow, tuple[str, str]]":
    actor = context.desk.store.actor
    with context.desk.store.read() as reads:
        return reads.office(actor.office_id), reads.officer_name(actor.officer_id)


class _Undoing:
    def __init__(self, context: "PageContext", changes: Changes) -> None:
        self._context, self._changes = context, changes

    def __call__(self, _progress: Progress) -> "ChangeSet":
        from desktop.usecases.undoing import undo  # noqa: PLC0415 - after the first paint

        return undo(self._context.desk, self._changes.operation_id)


@dataclass(frozen=True)
class LocalMaintenance:
    """Care of a database; a server is looked after where it runs."""

    target: str
    file: "LocalFile | None"

    @property
    def database_name(self) -> str:
        """File of the register, or address of the server without a password."""
        return self.target.rpartition("@")[2] if "://" in self.target else self.target

    @property
    def data_folder(self) -> Path | None:
        """Folder of the local file; None for a server."""
        return None if self.file is None else self.file.path.parent

    def back_up(self, path: Path) -> None:
        """Copy the local file, checked."""
        from desktop.storage.backup import back_up  # noqa: PLC0415 - after the first paint

        assert self.file is not None  # noqa: S101 - nobody is offered to copy a server
        back_up(self.file, path)


def _officer(name: str, function: str) -> Officer:
    initials = "".join(word[0] for word in name.split()[:2] if word).upper()
    return Officer(name, function, initials)


def _zone(name: str) -> LocalZone:
    try:
        zone = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = ZoneInfo("UTC")
    return LocalZone(zone, name.rpartition("/")[2].replace("_", " "))
