"""What a restore would take away: the work that the backup does not know."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from desktop.errors import UserError
from desktop.storage.key_file import key_path, load_key_file
from desktop.storage.local_file import LocalFile, Outside, outside
from desktop.storage.types import EPOCH


@dataclass(frozen=True)
class Loss:
    """Operations of the register that are not in the backup, and how many people each holds.

    `since` is when the first of them was done (aware, UTC).
    """

    operations: int
    since: datetime | None
    people_now: int
    people_then: int


def what_is_lost(backup: LocalFile, database: LocalFile) -> Loss | None:
    """Compare both; None where one of them can't be read: the restore itself says why."""
    try:
        then, now = _Known(backup), _Known(database)
    except sqlcipher.DatabaseError:
        return None
    gone = now.operations.keys() - then.operations.keys()
    moments = [now.operations[one] for one in gone]
    since = EPOCH + timedelta(microseconds=min(moments)) if moments else None
    return Loss(len(gone), since, now.people, then.people)


def with_key_of(database: LocalFile, backup: Path) -> LocalFile:
    """A backup that opens with the key of the register, or with none.

    Raises:
        UserError: `backup.missing`; `backup.plain` for one without a key beside a register that
            has one, `backup.other_key` where another passphrase belongs to it.
    """
    if not backup.is_file():
        raise UserError("backup.missing", file=backup.name)
    if outside(backup) is Outside.PLAIN:
        if database.key is not None:
            raise UserError("backup.plain", file=backup.name)
        return LocalFile(backup)
    mine, theirs = key_path(database.path), key_path(backup)
    same = (
        database.key is not None
        and theirs.is_file()
        and load_key_file(theirs).database == load_key_file(mine).database
    )
    if not same:
        raise UserError("backup.other_key", file=backup.name)
    return database.at(backup)


class _Known:
    """Which operations a file knows, by id with their moments in microseconds."""

    def __init__(self, file: LocalFile) -> None:
        connection: Any = file.connect(only_read=True)
        try:
            rows = connection.execute("SELECT id, at FROM operation").fetchall()
            people = "SELECT count(*) FROM person WHERE retired_at IS NULL"
            self.operations: dict[bytes, int] = dict(rows)
            self.people: int = connection.execute(people).fetchone()[0]
        finally:
            connection.close()
