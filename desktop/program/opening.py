"""The jobs of the program itself. They run off the window's thread, and load what they need."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.clock import now
from desktop.errors import UserError
from desktop.settings import Settings
from desktop.ui.jobs import Progress
from desktop.ui.loading import modules
from desktop.ui.page import Changes
from desktop.ui.shell.shown import Connection, ConnectionKind
from reports.texts import Texts

if TYPE_CHECKING:
    from desktop.bootstrap import Fresh, OpenDesk
    from desktop.files.drawer import Drawer
    from desktop.files.private import PrivateFolder
    from desktop.maintenance import LocalMaintenance
    from desktop.ui.context import PageContext
    from desktop.usecases.ports import ChangeSet
    from desktop.usecases.reference_book import ReferenceBook
    from desktop.usecases.views import OfficeRow

_DRAFTS, _PRIVATE = "drafts", "temp"


@dataclass(frozen=True)
class Opened:
    """What the opening job brings back to the window's thread."""

    desk: "OpenDesk"
    book: "ReferenceBook"
    office: "OfficeRow"
    officer: tuple[str, str]
    drawer: "Drawer"
    private: "PrivateFolder"
    maintenance: "LocalMaintenance"
    modules: list[str]
    """Those of the first page, in the order in which they are loaded."""


class Opening:
    """Opens the database and reads what every page needs; runs off the window's thread.

    A register that is not there is made with the passphrase `fresh`, or where `plain` says so
    without one.
    """

    def __init__(
        self,
        database: str | None,
        settings: Settings,
        language: str,
        passphrase: str | None,
        fresh: str | None = None,
        *,
        plain: bool = False,
    ) -> None:
        self._database, self._settings, self._language = database, settings, language
        self._passphrase, self._fresh, self._plain = passphrase, fresh, plain

    def __call__(self, _progress: Progress) -> Opened:
        from desktop.bootstrap import chosen_database, open_desk  # noqa: PLC0415 - heavy

        target = chosen_database(self._database, self._settings)
        given = self._passphrase
        secret = None if given is None else lambda: given
        opened = open_desk(
            target,
            self._settings,
            in_child=True,
            secret=secret,
            fresh=partial(self._way_to_make, target),
        )
        try:
            return self._read(opened)
        except BaseException:
            # Nobody else would give back what is held.
            opened.close()
            raise

    def _read(self, opened: "OpenDesk") -> Opened:
        """Everything that the first page and the bars need."""
        from desktop.files.drawer import Drawer  # noqa: PLC0415
        from desktop.files.private import PrivateFolder  # noqa: PLC0415
        from desktop.maintenance import LocalMaintenance  # noqa: PLC0415
        from desktop.usecases.reference_book import read_reference_book  # noqa: PLC0415

        actor, file = opened.desk.store.actor, opened.database.file
        drawer = Drawer(paths.data_dir() / _DRAFTS, None if file is None else file.key)
        drawer.seal_all()
        private = PrivateFolder(paths.data_dir() / _PRIVATE, now())
        private.tidy()
        with opened.desk.store.read() as reads:
            return Opened(
                opened,
                read_reference_book(reads, self._language),
                reads.office(actor.office_id),
                reads.officer_name(actor.officer_id),
                drawer,
                private,
                LocalMaintenance(opened.target, file, opened.desk),
                modules("today"),
            )

    def _way_to_make(self, target: str) -> "Fresh":
        from desktop.bootstrap import PLAIN, Fresh  # noqa: PLC0415

        if self._fresh is not None:
            return Fresh(self._fresh)
        if self._plain:
            return PLAIN
        raise UserError("key.undecided", file=Path(target).name)


def leave(opened: Opened) -> None:
    """Keep a backup of what was done, and give everything back."""
    opened.maintenance.keep_what_was_done()
    opened.private.close()
    opened.desk.close()


def left(opened: Opened, _progress: Progress) -> bool:
    """Close it; answers whether a passphrase opens it again."""
    leave(opened)
    file = opened.desk.database.file
    return file is not None and file.key is not None


def restored(opened: Opened, _progress: Progress, *, backup: Path) -> bool:
    """Close it, and put a backup in its place; the answer is that of `left`.

    Raises:
        AppError: as `storage.backup.restore`; the register is then as it was.
    """
    from desktop.storage.backup import restore  # noqa: PLC0415 - once in its life
    from desktop.storage.holding import hold  # noqa: PLC0415
    from desktop.storage.restoring import with_key_of  # noqa: PLC0415

    has_key = left(opened, _progress)
    file = opened.desk.database.file
    assert file is not None  # noqa: S101 - nobody is offered to restore a server
    held = hold(file.path, now)
    try:
        restore(with_key_of(file, backup), file, now())
    finally:
        held.release()
    return has_key


def sealed(opened: Opened, _progress: Progress, *, passphrase: str) -> tuple[Opened, str]:
    """Close it, and encrypt it; returns what was closed, and the recovery code.

    Raises:
        AppError: as `storage.sealing.seal`; the register is then as it was.
    """
    from desktop.storage.holding import hold  # noqa: PLC0415 - once in its life
    from desktop.storage.sealing import seal  # noqa: PLC0415

    left(opened, _progress)
    file = opened.desk.database.file
    assert file is not None  # noqa: S101 - nobody is offered that for a server
    held = hold(file.path, now)
    try:
        return opened, seal(file.path, passphrase, opened.officer[0])
    finally:
        held.release()


def connection(texts: Texts, opened: Opened) -> Connection:
    """How the data is kept, as the bar shows it; a file without a key is never passed over."""
    target, file = opened.desk.target, opened.desk.database.file
    if file is None:
        server = target.rpartition("@")[2].partition("/")[0]
        return Connection(ConnectionKind.SHARED, texts.t("Shared"), server)
    if file.key is None:
        return Connection(ConnectionKind.PLAIN, texts.t("Not encrypted"), file.path.name)
    return Connection(ConnectionKind.LOCAL, texts.t("Local file"), file.path.name)


def every_module(_progress: Progress) -> list[str]:
    return modules()


def office_and_officer(
    context: "PageContext", _progress: Progress
) -> "tuple[OfficeRow, tuple[str, str]]":
    actor = context.desk.store.actor
    with context.desk.store.read() as reads:
        return reads.office(actor.office_id), reads.officer_name(actor.officer_id)


class Undoing:
    def __init__(self, context: "PageContext", changes: Changes) -> None:
        self._context, self._changes = context, changes

    def __call__(self, _progress: Progress) -> "ChangeSet":
        from desktop.usecases.undoing import undo  # noqa: PLC0415 - after the first paint

        return undo(self._context.desk, self._changes.operation_id)
