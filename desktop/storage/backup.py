"""Copies of the local file: made while it is in use, checked before they count."""

import contextlib
import os
import shutil
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine

from desktop.errors import Corrupt, Unavailable, UserError
from desktop.storage.engine import make_engine
from desktop.storage.failures import is_damage
from desktop.storage.key_file import (
    key_path,
    load_key_file,
    next_key_path,
    save_key_file,
    take_next_key,
)
from desktop.storage.local_file import LocalFile
from desktop.storage.soundness import counts, integrity_problems
from desktop.storage.upgrading import schema_state


def back_up(source: LocalFile, target: Path) -> None:
    """Copy the database of `source` to `target` and check the copy.

    Of an encrypted one the copy has the same key, and its key file lies beside it.

    Raises:
        UserError: `backup.exists` when `target` is there already.
        Unavailable: `backup.failed` when it cannot be written.
        Corrupt: `backup.damaged` when the copy does not pass its check; `key.damaged`.
    """
    if target.exists():
        raise UserError("backup.exists", file=target.name)
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        copy = source.at(part)
        _copy(source, copy)
        _check(copy)
        _copy_key(source.path, target)
        with part.open("r+b") as file:
            # Windows flushes only what it may write.
            os.fsync(file.fileno())
        part.replace(target)
    except (sqlcipher.DatabaseError, OSError) as error:
        if is_damage(error):
            raise Corrupt("backup.damaged", file=source.path.name) from error
        raise Unavailable("backup.failed", file=target.name) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def restore(backup: LocalFile, database: LocalFile, now: datetime) -> Path | None:
    """Put `backup` in the place of `database`; the present one is kept beside it.

    Returns the file in which the present database was kept, or None when there was none.

    Raises:
        UserError: `backup.missing`; `backup.plain` where it would take an encryption away.
        Corrupt: `backup.damaged`, or `storage.newer` and the like for another kind of file.
    """
    path = database.path
    if not backup.path.is_file():
        raise UserError("backup.missing", file=backup.path.name)
    if database.key is not None and backup.key is None:
        raise UserError("backup.plain", file=backup.path.name)
    engine = make_engine(str(backup.path), backup.key)
    try:
        schema_state(engine)
        _check(backup)
    except sqlcipher.DatabaseError as error:
        raise Corrupt("backup.damaged", file=backup.path.name) from error
    finally:
        engine.dispose()
    kept = None
    if path.exists():
        kept = path.with_name(f"{path.stem}-before-restore-{stamp(now)}{path.suffix}")
        _keep(database, kept)
    fresh = path.with_name(path.name + ".restored")
    fresh.unlink(missing_ok=True)
    back_up(backup, fresh)
    _empty_log(database)
    for name in (path.name + "-wal", path.name + "-shm"):
        path.with_name(name).unlink(missing_ok=True)
    _lay_key_ready(fresh, path)
    fresh.replace(path)
    take_next_key(path)
    return kept


def back_up_before_migration(engine: Engine, database: LocalFile, now: datetime) -> Path:
    """Copy the database aside before its schema is changed."""
    engine.dispose()
    path = database.path
    name = f"{path.stem}-before-upgrade-{stamp(now)}"
    # A program that was ended while it upgraded is started again within the second.
    names = (name, *(f"{name}-{number}" for number in range(2, 100)))
    folder = path.parent / "backups"
    target = next(one for part in names if not (one := folder / f"{part}.db").exists())
    back_up(database, target)
    return target


def stamp(now: datetime) -> str:
    """Instant as part of a file name."""
    return now.strftime("%Y%m%d-%H%M%S")


def _copy(source: LocalFile, target: LocalFile) -> None:
    """Copy, and compare what was counted in the moment that was copied."""
    origin, copy = source.connect(only_read=True), target.connect()
    try:
        # The whole copy is made of the state that the first question sees.
        origin.execute("BEGIN")
        counted = counts(origin)
        origin.backup(copy)
        if counts(copy) != counted:
            raise Corrupt("backup.damaged", file=target.path.name)
    finally:
        copy.close()
        origin.close()


def _copy_key(source: Path, target: Path) -> None:
    """Of a register with a key the copy opens with the secrets that open it today."""
    if key_path(source).is_file():
        save_key_file(key_path(target), load_key_file(key_path(source)))


def _keep(database: LocalFile, kept: Path) -> None:
    """Put aside what is there, as it is where it is too damaged for a checked copy."""
    try:
        back_up(database, kept)
    except Corrupt:
        for ending in ("", "-wal", ".key"):
            part = database.path.with_name(database.path.name + ending)
            if part.is_file():
                shutil.copyfile(part, kept.with_name(kept.name + ending))


def _empty_log(database: LocalFile) -> None:
    """Put what stands in the write-ahead log into the file: whatever ends us, nothing is lost."""
    with contextlib.suppress(sqlcipher.DatabaseError):
        connection = database.connect()
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()


def _lay_key_ready(fresh: Path, path: Path) -> None:
    """The key of what is restored lies ready; for the same key the secrets of today stay."""
    mine, theirs = key_path(path), key_path(fresh)
    if not theirs.is_file():
        return
    same = mine.is_file() and load_key_file(mine).database == load_key_file(theirs).database
    if same:
        theirs.unlink()
    else:
        theirs.replace(next_key_path(path))


def _check(file: LocalFile) -> None:
    if integrity_problems(file):
        raise Corrupt("backup.damaged", file=file.path.name)
