"""Wires the database, the worker and the clock into the use cases, for window and command line."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from desktop import paths
from desktop.atomic import replace_file
from desktop.clock import now
from desktop.errors import Unavailable, UserError
from desktop.files.locks import Hold
from desktop.ids import new_id
from desktop.settings import Settings, fixed_fields
from desktop.storage.database import Database
from desktop.storage.engine import is_server
from desktop.storage.holding import hold
from desktop.storage.key_file import key_path
from desktop.storage.local_file import Outside, outside
from desktop.storage.opening import Identity, Secret, make_folder, open_database
from desktop.storage.sealing import prepare_sealed
from desktop.storage.volumes import refuse_unsafe_place
from desktop.usecases.offices import change_office
from desktop.usecases.ports import Desk
from desktop.work import ChildWorker, InlineWorker
from desktop.work.workshop import FileWorkshop


@dataclass(frozen=True)
class Fresh:
    """How a register that is not there yet is made: with a passphrase, or open to everybody."""

    passphrase: str | None = field(repr=False)


PLAIN = Fresh(None)
DATABASE_VARIABLE = "HOMEWARD_DATABASE"
_DEVICE_FILE = "device-id"


@dataclass(frozen=True)
class OpenDesk:
    """A desk that is ready to work, with what has to be closed after it."""

    desk: Desk
    database: Database
    worker: ChildWorker | InlineWorker
    target: str
    hold: Hold | None
    """None for a server, and where somebody else writes in the file."""
    recovery_code: str = field(default="", repr=False)
    """Of a register that was made with a passphrase just now; told once."""

    def close(self) -> None:
        """End the child process and give the database back."""
        self.worker.close()
        self.database.close()
        if self.hold is not None:
            self.hold.release()


def chosen_database(given: str | None, settings: Settings) -> str:
    """The database to work with: as given, by environment, by settings, or the usual file."""
    if chosen := given or os.environ.get(DATABASE_VARIABLE) or settings.server:
        return chosen
    folder = Path(settings.data_folder) if settings.data_folder else None
    return str(paths.default_database_path(folder))


def open_desk(
    target: str,
    settings: Settings,
    *,
    in_child: bool,
    may_upgrade_server: bool = False,
    secret: Secret | None = None,
    fresh: Callable[[], Fresh] = lambda: PLAIN,
    wait_s: float = 0.0,
    may_only_read: bool = False,
) -> OpenDesk:
    """Open the database and everything around it; a file that is not there is made as `fresh` says.

    `secret` is asked for the passphrase of a file that has one. What an administrator has fixed
    of the office is entered where the register says otherwise.

    One program writes in a file. Another one waits for it at most `wait_s`, then it opens the
    file for reading where it `may_only_read`.

    Raises:
        Corrupt, Unavailable, UserError: as `storage.opening.open_database`; Unavailable
            `storage.in_use`; UserError as `storage.sealing.prepare_sealed`.
    """
    held = _held(target, wait_s, may_only_read=may_only_read)
    only_read = held is None and not is_server(target)
    code = ""
    try:
        if held is not None and outside(Path(target)) is Outside.NEW:
            code, secret = _made_ready(Path(target), fresh(), settings.officer_name, secret)
        database = open_database(
            target,
            identity(settings),
            now,
            new_id,
            may_upgrade_server=may_upgrade_server,
            secret=secret,
            only_read=only_read,
        )
    except BaseException:
        if code and outside(Path(target)) is Outside.NEW:
            # A key of no register would stand in the way of the next attempt.
            key_path(Path(target)).unlink(missing_ok=True)
        if held is not None:
            held.release()
        raise
    worker = ChildWorker() if in_child else InlineWorker()
    workshop = FileWorkshop(worker, now().date())
    opened = OpenDesk(Desk(database, workshop, now, new_id), database, worker, target, held, code)
    try:
        if not only_read:
            _keep_to_policy(opened.desk, settings, fixed_fields())
    except BaseException:
        opened.close()
        raise
    return opened


def _made_ready(
    path: Path, fresh: Fresh, login: str, secret: Secret | None
) -> tuple[str, Secret | None]:
    """Recovery code of a register that is about to be made with a key, and what opens it."""
    passphrase = fresh.passphrase
    if passphrase is None:
        if key_path(path).exists():
            raise UserError("key.lone", file=path.name, key=key_path(path).name)
        return "", secret
    return prepare_sealed(path, passphrase, login), lambda: passphrase


def _held(target: str, wait_s: float, *, may_only_read: bool) -> Hold | None:
    if is_server(target):
        return None
    refuse_unsafe_place(Path(target))
    make_folder(Path(target))
    try:
        return hold(Path(target), now, wait_s)
    except Unavailable as error:
        if may_only_read and error.code == "storage.in_use":
            return None
        raise


def _keep_to_policy(desk: Desk, settings: Settings, fixed: frozenset[str]) -> None:
    """Bring the office in the register to what an administrator has fixed."""
    if fixed.isdisjoint(("office_names", "letterhead", "office_zone")):
        return
    actor = desk.store.actor
    with desk.store.read() as reads:
        office = reads.office(actor.office_id)
        officer_name, officer_function = reads.officer_name(actor.officer_id)
    names = settings.office_names if "office_names" in fixed else office.names
    letterhead = _heads(settings) if "letterhead" in fixed else office.letterhead
    zone = settings.office_zone if "office_zone" in fixed else office.zone
    if (names, letterhead, zone) != (office.names, office.letterhead, office.zone):
        change_office(
            desk,
            names=names,
            letterhead=letterhead,
            zone=zone,
            officer_name=officer_name,
            officer_function=officer_function,
        )


def _heads(settings: Settings) -> dict[str, str]:
    """Letterhead by language, its lines parted by line ends."""
    return {language: "\n".join(lines) for language, lines in settings.letterhead.items()}


def identity(settings: Settings) -> Identity:
    """Who works, as the settings say."""
    return Identity(
        office_code=settings.office_code,
        office_names=settings.office_names,
        letterhead=_heads(settings),
        zone=settings.office_zone,
        officer_name=settings.officer_name,
        officer_function=settings.officer_function,
        device_id=device_id(),
    )


def device_id() -> UUID:
    """Id of this computer for the log of operations, made once.

    Raises:
        Unavailable: `settings.not_saved` when it cannot be kept.
    """
    file = paths.config_dir() / _DEVICE_FILE
    try:
        return UUID(file.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        made = new_id()
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        replace_file(file, str(made).encode())
    except OSError as error:
        raise Unavailable("settings.not_saved", file=file.name) from error
    return made
