"""The window with the database behind it: pages, jobs, and what the bars show.

Nothing of the database layer is loaded before the window has been seen; it is imported in the
job that opens the database.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QScrollArea

from desktop import __version__, collector
from desktop.clock import now
from desktop.program.ahead import Ahead
from desktop.program.door import Door
from desktop.program.opening import (
    Opened,
    Undoing,
    connection,
    every_module,
    leave,
    left,
    office_and_officer,
    restored,
    sealed,
)
from desktop.settings import Settings
from desktop.ui.crash import CrashWatch
from desktop.ui.dropping import ListDrop
from desktop.ui.jobs import JobRunner, Lane, Progress
from desktop.ui.page import Changes
from desktop.ui.page_list import page_specs, shortcuts
from desktop.ui.shell.shown import LocalZone, Officer
from desktop.ui.shell.window import MainWindow
from desktop.ui.startup import opening_panel
from desktop.ui.style import install
from desktop.ui.theme import Mode
from reports.texts import Texts

if TYPE_CHECKING:
    from desktop.maintenance import LocalMaintenance
    from desktop.program.watches import Watches
    from desktop.ui.context import PageContext
    from desktop.usecases.ports import ChangeSet
    from desktop.usecases.views import OfficeRow

_CLOSING_S = 5.0
_SETTLED_MS = 2_000
_TIDYING_MS = 1_000
_STEP_MS = 1
_IN_BARS = frozenset({"office", "officer"})

T = TypeVar("T")


class Program(QObject):
    """The window with the database behind it, from the first paint to the last.

    With `plain` a register that is not there is made without a key, and nobody is asked.
    """

    def __init__(
        self,
        app: QApplication,
        database: str | None,
        settings: Settings,
        words: Texts,
        window: MainWindow,
        *,
        plain: bool = False,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._texts = words
        self._opened: Opened | None = None
        self._context: PageContext | None = None
        self._watches: Watches | None = None
        self._drop: ListDrop | None = None
        self.theme = install(app, mode=Mode(settings.theme.value))
        self.jobs = JobRunner(self)
        self.crashes = CrashWatch(words, __version__)
        self.crashes.install()
        self._tidying = QTimer(self)
        self._tidying.timeout.connect(collector.look)
        self._ahead = Ahead(self.jobs, self)
        self.jobs.crashed.connect(self.crashes.show)
        self._specs = page_specs(words, self.context, self.maintenance)
        self.window = window
        self.door = Door(database, settings, words, window, self.jobs, plain=plain, parent=self)
        self.door.opened.connect(self._on_open)

    def bring(self, source: Path | None) -> None:
        """Remember a list that came with the start, if one did, until the register is open."""
        self.door.source = source

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
        self.window.lock_asked.connect(self.lock)
        self.window.changed.connect(self._on_changed)
        self.window.show_waiting(opening_panel(self._texts))
        QTimer.singleShot(_STEP_MS, self.door, self.door.open)
        QTimer.singleShot(_SETTLED_MS, self, self._settle)

    @Slot()
    def _settle(self) -> None:
        """From now on garbage is looked for on this thread, now and then."""
        collector.settle()
        self._tidying.start(_TIDYING_MS)

    def close(self) -> None:
        """Stop the jobs, then give the database back."""
        self._tidying.stop()
        self._rest()
        collector.resume()
        self.jobs.shutdown(_CLOSING_S)
        if self._opened is not None:
            leave(self._opened)

    @Slot()
    def lock(self) -> None:
        """Take every name from the screen, keep what was typed, and close the register."""
        self._leave_for(left, self._on_left)

    def restore(self, backup: Path) -> None:
        """Close the register, put a backup in its place, and open it."""
        self._leave_for(partial(restored, backup=backup), self._on_restored)

    def encrypt(self, passphrase: str) -> None:
        """Close the register, give it its first passphrase, and open it."""
        self._leave_for(partial(sealed, passphrase=passphrase), self._on_sealed)

    def lock_after(self, minutes: int) -> None:
        """Close the register after so many minutes without work."""
        self._settings = replace(self._settings, lock_minutes=minutes)
        if self._watches is not None:
            self._watches.lock_after(minutes)

    def _on_left(self, has_key: bool) -> None:
        self.door.show_closed(has_key)
        # With the next turn: by then nothing of what was left is held by this one.
        QTimer.singleShot(_STEP_MS, collector.clear_out)

    def _on_sealed(self, done: tuple[Opened, str]) -> None:
        opened, code = done
        self.door.show_code(code, opened, self.door.open)

    def _leave_for(
        self, then: Callable[[Opened, Progress], T], on_done: Callable[[T], object]
    ) -> None:
        """Take every page from the screen, and do something with the register that is left."""
        opened, self._opened, self._context = self._opened, None, None
        if opened is None:
            return
        self._rest()
        self.window.forget_pages()
        self.window.show_waiting(opening_panel(self._texts))

        def leave_it(_nothing: None) -> None:
            job = partial(then, opened)
            self.jobs.run(job, on_done, self.door.show_failure, owner=self, lane=Lane.WRITE)

        # What pages keep is written first: it needs the key.
        self.jobs.run(lambda _progress: None, leave_it, owner=self, lane=Lane.DRAFT)

    def _on_restored(self, _has_key: bool) -> None:
        self.door.open()

    def _rest(self) -> None:
        self._ahead.clear()
        if self._watches is not None:
            self._watches.stop()
            self._watches = None

    def context(self) -> "PageContext":
        """What pages work with. Only after the database was opened."""
        assert self._context is not None  # noqa: S101 - the rail is off until then
        return self._context

    def maintenance(self) -> "LocalMaintenance":
        """Care of the database for the settings page."""
        assert self._opened is not None  # noqa: S101 - the rail is off until then
        return self._opened.maintenance

    def _on_open(self, opened: Opened) -> None:
        self._opened = opened
        opened.maintenance.program = self
        code = opened.desk.recovery_code
        if code:
            self.door.show_code(code, opened, partial(self._enter, opened))
        else:
            self._enter(opened)

    def _enter(self, opened: Opened) -> None:
        from desktop.ui.context import PageContext  # noqa: PLC0415 - after the first paint
        from desktop.ui.finding import Finder  # noqa: PLC0415

        self._context = PageContext(
            desk=opened.desk.desk,
            book=opened.book,
            texts=self._texts,
            jobs=self.jobs,
            theme=self.theme,
            settings=self._settings,
            window=self.window,
            drawer=opened.drawer,
            private=opened.private,
        )
        self._show_office((opened.office, opened.officer))
        self.window.set_connection(connection(self._texts, opened))
        self.window.set_undo(self._undo)
        self.window.set_search(Finder(self._context, self._specs))
        if self._drop is None:
            self._drop = ListDrop(self.window)
            self._drop.dropped.connect(self._take_list)
        # Each by itself: together they are longer than a key may wait.
        self._load_ahead(opened.modules)
        self._ahead.add([partial(self.window.made_page, "today"), self._show_today])

    def _show_today(self) -> None:
        """Show the first page; then make the others ahead, so that a visit only shows them."""
        self.window.go("today")
        if self.door.source is not None:
            self._take_list(self.door.source)
            self.door.source = None
        self._ahead.add([self._watch, self._ask_modules])

    def _watch(self) -> None:
        """Look after backups, after other starts, and whether anybody is there."""
        from desktop.program.watches import Watches  # noqa: PLC0415 - after the first page

        assert self._opened is not None  # noqa: S101 - steps are forgotten when it closes
        self._watches = Watches(self._opened, self.jobs, self.window, self._settings, self)
        self._watches.idle.connect(self.lock)
        self._watches.brought.connect(self._take_list)

    def _ask_modules(self) -> None:
        self.jobs.run(every_module, self._load_pages, owner=self)

    def _load_pages(self, names: list[str]) -> None:
        if self._context is None:
            # The register was closed meanwhile.
            return
        # The first part of a widget that is asked for makes Qt's classes known, all at once.
        self._ahead.add([QScrollArea().viewport])
        self._load_ahead(names)
        for spec in self._specs:
            self._ahead.add([partial(self.window.made_page, spec.key)])
            self._ahead.add_parts(partial(_parts, self.window, spec.key))

    def _load_ahead(self, names: Iterable[str]) -> None:
        self._ahead.add(partial(import_module, name) for name in names if name not in sys.modules)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        """The bars follow the office and the officer, whoever changed them."""
        if self._context is not None and not _IN_BARS.isdisjoint(changes.touched):
            job = partial(office_and_officer, self._context)
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

    def _undo(self, changes: Changes) -> None:
        job = Undoing(self.context(), changes)
        self.jobs.run(job, self._on_undone, owner=self, lane=Lane.WRITE)

    def _on_undone(self, change: "ChangeSet") -> None:
        self.window.say(self._texts.t("Undone"))
        self.window.publish(change)


def _parts(window: MainWindow, key: str) -> Iterator[object]:
    return window.made_page(key).prepare()


def _officer(name: str, function: str) -> Officer:
    initials = "".join(word[0] for word in name.split()[:2] if word).upper()
    return Officer(name, function, initials)


def _zone(name: str) -> LocalZone:
    try:
        zone = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = ZoneInfo("UTC")
    return LocalZone(zone, name.rpartition("/")[2].replace("_", " "))
