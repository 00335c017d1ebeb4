"""Copies of the local file: made while it is in use, checked before they count."""

import os
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine

from desktop.errors import Corrupt, Unavailable, UserError
from desktop.storage.engine import make_engine
from desktop.storage.upgrading import schema_state


def back_up(source: Path, target: Path) -> None:
    """Copy the database of `source` to `target` and check the copy.

    Raises:
        UserError: `backup.exists` when `target` is there already.
        Unavailable: `backup.failed` when it cannot be written.
        Corrupt: `backup.damaged` when the copy does not pass its check.
    """
    if target.exists():
        raise UserError("backup.exists", file=target.name)
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _copy(source, part)
        _check(part)
        with part.open("r+b") as file:
            # Windows flushes only what it may write.
            os.fsync(file.fileno())
        part.replace(target)
    except (sqlcipher.OperationalError, OSError) as error:
        part.unlink(missing_ok=True)
        raise Unavailable("backup.failed", file=target.name) from error
    except sqlcipher.DatabaseError as error:
        part.unlink(missing_ok=True)
        raise Corrupt("backup.damaged", file=source.name) from error


def restore(backup: Path, database: Path, now: datetime) -> Path | None:
    """Put `backup` in the place of `database`; the present one is kept beside it.

    Returns the file in which the present database was kept, or None when there was none.

    Raises:
        UserError: `backup.missing`.
        Corrupt: `backup.damaged`, or `storage.newer` and the like for another kind of file.
    """
    if not backup.is_file():
        raise UserError("backup.missing", file=backup.name)
    engine = make_engine(str(backup))
    try:
        schema_state(engine)
        _check(backup)
    except sqlcipher.DatabaseError as error:
        raise Corrupt("backup.damaged", file=backup.name) from error
    finally:
        engine.dispose()
    kept = None
    if database.exists():
        kept = database.with_name(f"{database.stem}-before-restore-{stamp(now)}{database.suffix}")
        back_up(database, kept)
    fresh = database.with_name(database.name + ".restored")
    fresh.unlink(missing_ok=True)
    back_up(backup, fresh)
    for name in (database.name + "-wal", database.name + "-shm"):
        database.with_name(name).unlink(missing_ok=True)
    fresh.replace(database)
    return kept


def back_up_before_migration(engine: Engine, database: Path, now: datetime) -> Path:
    """Copy the database aside before its schema is changed."""
    engine.dispose()
    target = database.parent / "backups" / f"{database.stem}-before-upgrade-{stamp(now)}.db"
    back_up(database, target)
    return target


def integrity_problems(path: Path) -> list[str]:
    """What SQLite finds wrong with the file: empty when it is sound."""
    connection = sqlcipher.connect(str(path))
    try:
        rows = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        found = [row for row in rows if row != "ok"]
        found += [f"{row[0]} {row[1]}" for row in connection.execute("PRAGMA foreign_key_check")]
        return found
    finally:
        connection.close()


def stamp(now: datetime) -> str:
    """Instant as part of a file name."""
    return now.strftime("%Y%m%d-%H%M%S")


def _copy(source: Path, target: Path) -> None:
    origin = sqlcipher.connect(f"{sqlite_address(source)}?mode=ro", uri=True)
    copy = sqlcipher.connect(str(target))
    try:
        origin.backup(copy)
    finally:
        copy.close()
        origin.close()


def sqlite_address(path: Path) -> str:
    """The file as SQLite's address of it: any letter, a drive of Windows, a share of a network.

    Source: SQLite, "Uniform Resource Identifiers", 3.1 (a share stands behind an empty host).
    """
    place = path.absolute().as_posix()
    return "file://" + quote(place if place.startswith("/") else f"/{place}", safe="/:")


def _check(path: Path) -> None:
    if integrity_problems(path):
        raise Corrupt("backup.damaged", file=path.name)
