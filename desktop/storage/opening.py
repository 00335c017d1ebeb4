"""A database opened, made on first start, brought up to date where the program may do that."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, select

from desktop.domain.names.folding import FOLD_VERSION
from desktop.domain.offices import Office, Officer
from desktop.errors import Corrupt, Unavailable, UserError
from desktop.storage.backup import back_up_before_migration
from desktop.storage.database import Database
from desktop.storage.engine import WRITES, is_server, make_engine
from desktop.storage.failures import known_failures
from desktop.storage.key_file import key_path, load_key_file, next_key_path, take_next_key
from desktop.storage.local_file import LocalFile, Outside, make_private, outside
from desktop.storage.mapping import map_domain
from desktop.storage.seeding import fold_version, is_seeded, seed
from desktop.storage.tables.people import office, officer
from desktop.storage.upgrading import SchemaState, schema_state, upgrade_schema
from desktop.usecases.ports import Actor

Secret = Callable[[], str]
"""Asks for a passphrase, or for the recovery code."""

DEFAULT_OFFICE = "HOME"
"""Code of an office that has not been given one yet."""


@dataclass(frozen=True)
class Identity:
    """Who opens the database, as the settings say."""

    office_code: str
    office_names: Mapping[str, str]
    letterhead: Mapping[str, str]
    zone: str
    officer_name: str
    officer_function: str
    device_id: UUID


def open_database(
    target: str,
    who: Identity,
    now: Callable[[], datetime],
    new_id: Callable[[], UUID],
    *,
    may_upgrade_server: bool = False,
    secret: Secret | None = None,
    only_read: bool = False,
) -> Database:
    """Open the file or server `target`; a file that is not there is made.

    `secret` is asked for the passphrase of a file that has one. A file made by an earlier program
    is copied aside and upgraded; a server is upgraded only with `may_upgrade_server` (the
    owner's command `homeward db upgrade`). With `only_read` nothing is written: somebody else
    works in the file.

    Raises:
        Corrupt: `storage.newer` for a database of a later program, `storage.foreign`,
            `storage.not_a_database`, `storage.damaged`, and as `local_file`.
        Unavailable: when it cannot be reached, or `storage.server_older`.
        UserError: `storage.folder` when the folder of a new file cannot be made; `key.needed`,
            `key.wrong`.
    """
    map_domain()
    server = is_server(target)
    file = None if server else local_file(Path(target), secret)
    engine = make_engine(target, file.key if file is not None else None, only_read=only_read)
    try:
        state = _state(engine, sealed=file is not None and file.key is not None)
        if state is not SchemaState.CURRENT:
            if only_read:
                raise Unavailable("storage.locked")
            if server and not may_upgrade_server:
                raise Unavailable("storage.server_older")
            if state is SchemaState.OLDER and file is not None:
                back_up_before_migration(engine, file, now())
            upgrade_schema(engine)
        seeds = not only_read and (not server or may_upgrade_server)
        actor = _settle(engine, who, now, new_id, seeds=seeds, only_read=only_read)
    except BaseException:
        engine.dispose()
        raise
    return Database(engine, actor, now, new_id, file)


def local_file(path: Path, secret: Secret | None = None) -> LocalFile:
    """The file with its key, for which `secret` is asked.

    Raises:
        UserError: `key.needed` when nobody can be asked, `key.wrong`, `storage.folder`.
        Corrupt, Unavailable: as `load_key_file`.
    """
    make_folder(path)
    looks = outside(path)
    if looks is Outside.NEW:
        try:
            make_private(path)
        except OSError as error:
            raise Unavailable("storage.cannot_open") from error
    # Without its key file an encrypted register looks like any file that is none.
    if looks is Outside.SEALED and not key_path(path).is_file():
        take_next_key(path)
    if looks is Outside.PLAIN or not key_path(path).is_file():
        return LocalFile(path)
    if secret is None:
        raise UserError("key.needed", file=path.name)
    given = secret()
    if next_key_path(path).is_file():
        _settle_keys(path, given)
    return LocalFile(path, load_key_file(key_path(path)).opened(given)[1])


def _settle_keys(path: Path, given: str) -> None:
    """A restore was broken off between file and key: the key that opens the file is the one."""
    with suppress(UserError, Corrupt):
        key = load_key_file(next_key_path(path)).opened(given)[1]
        connection = LocalFile(path, key).connect(only_read=True)
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema")
        except sqlcipher.DatabaseError:
            return
        finally:
            connection.close()
        take_next_key(path)


def _state(engine: Engine, *, sealed: bool) -> SchemaState:
    """A file that its own key does not open is damaged at its head."""
    try:
        return schema_state(engine)
    except Corrupt as error:
        if sealed and error.code == "storage.not_a_database":
            raise Corrupt("storage.damaged") from error
        raise


def make_folder(path: Path) -> None:
    """Make the folder of a register. Raises UserError: `storage.is_folder`, `storage.folder`."""
    if path.is_dir():
        raise UserError("storage.is_folder", file=path.name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise UserError("storage.folder", folder=path.parent.name) from error


def _settle(
    engine: Engine,
    who: Identity,
    now: Callable[[], datetime],
    new_id: Callable[[], UUID],
    *,
    seeds: bool,
    only_read: bool,
) -> Actor:
    """Reference data, office and officer are there, and who works is known."""
    with known_failures(), engine.connect() as connection:
        actor = _actor(connection, who)
        seeded = not seeds or is_seeded(connection)
        folded = fold_version(connection)
    if folded is not None and folded != str(FOLD_VERSION):
        raise Corrupt("storage.folding", version=folded, head=str(FOLD_VERSION))
    if not seeded:
        with known_failures(), engine.connect() as plain:
            connection = plain.execution_options(**{WRITES: True})
            with connection.begin():
                seed(connection, now())
    if actor is None and only_read:
        raise Unavailable("storage.locked")
    return actor or _introduce(engine, who, now, new_id)


def _actor(connection: Connection, who: Identity) -> Actor | None:
    """The office and officer that the settings name, as far as they are known here."""
    query = select(office.c.id).where(office.c.retired_at.is_(None)).order_by(office.c.id)
    if who.office_code:
        query = query.where(office.c.code == who.office_code)
    office_id = connection.scalar(query.limit(1))
    if office_id is None:
        return None
    officers = select(officer.c.id).where(
        officer.c.office_id == office_id, officer.c.retired_at.is_(None)
    )
    if who.officer_name:
        officers = officers.where(officer.c.name == who.officer_name)
    officer_id = connection.scalar(officers.order_by(officer.c.id).limit(1))
    if officer_id is None:
        return None
    return Actor(officer_id, office_id, who.device_id)


def _introduce(
    engine: Engine,
    who: Identity,
    now: Callable[[], datetime],
    new_id: Callable[[], UUID],
) -> Actor:
    """Enter the office and the officer of the settings, as an operation like any other."""
    code = who.office_code or DEFAULT_OFFICE
    with engine.connect() as connection:
        known = connection.scalar(select(office.c.id).where(office.c.code == code))
    actor = Actor(new_id(), known or new_id(), who.device_id)
    with Database(engine, actor, now, new_id).write("settings") as work:
        if known is None:
            work.add(
                Office(
                    id=actor.office_id,
                    code=code,
                    names=dict(who.office_names),
                    letterhead=dict(who.letterhead),
                    zone=who.zone,
                    created_at=now(),
                )
            )
        work.add(
            Officer(
                id=actor.officer_id,
                office_id=actor.office_id,
                name=who.officer_name,
                function=who.officer_function,
            )
        )
        work.commit()
    return actor
