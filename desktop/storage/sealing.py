"""A register gets a key, or another passphrase for the key that it has."""

from collections.abc import Callable
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from desktop.errors import Corrupt, Unavailable, UserError
from desktop.storage.failures import is_damage
from desktop.storage.key_file import (
    RECOVERY,
    Cost,
    check_passphrase,
    fresh_key_file,
    key_path,
    load_key_file,
    save_key_file,
)
from desktop.storage.local_file import LocalFile, Outside, outside
from desktop.storage.soundness import counts, integrity_problems


def prepare_sealed(path: Path, passphrase: str, login: str, cost: Cost | None = None) -> str:
    """Lay the key of a register that is not there yet beside its place; returns its recovery code.

    Whoever opens the register next, with this passphrase, makes it.

    Raises:
        UserError: `key.short`; `key.there_already` for a register that is there, `key.lone` where
            the key of one that is gone lies: it may be all that opens the backups.
        Unavailable: `key.not_saved`.
    """
    if outside(path) is not Outside.NEW:
        raise UserError("key.there_already", file=path.name)
    if key_path(path).exists():
        raise UserError("key.lone", file=path.name, key=key_path(path).name)
    keys, _, code = fresh_key_file(passphrase, login, cost)
    save_key_file(key_path(path), keys)
    return code


def seal(path: Path, passphrase: str, login: str, cost: Cost | None = None) -> str:
    """Encrypt the register in a file that has no key; returns its recovery code.

    The encrypted copy is checked against what it was made of before it takes its place. Copies
    made earlier stay as they are.

    Raises:
        UserError: `key.short`, `key.there_already`.
        Unavailable: `storage.locked` while somebody works in the file, `storage.cannot_open`,
            `key.not_sealed` when there is no room for the copy; the file is as it was.
        Corrupt: `storage.damaged`.
    """
    if outside(path) is not Outside.PLAIN:
        raise UserError("key.there_already", file=path.name)
    keys, key, code = fresh_key_file(passphrase, login, cost)
    plain, sealed = LocalFile(path), LocalFile(path.with_name(path.name + ".sealed"), key)
    sealed.path.unlink(missing_ok=True)
    try:
        _export(plain, sealed)
        save_key_file(key_path(path), keys)
        sealed.path.replace(path)
    except (sqlcipher.DatabaseError, OSError) as error:
        raise _told(error) from error
    finally:
        sealed.path.unlink(missing_ok=True)
    return code


def change_passphrase(path: Path, secret: Callable[[], str], fresh: str, login: str) -> None:
    """Let the file be opened by another passphrase instead of the one that `secret` answers.

    Whoever comes with the recovery code sets the passphrase of `login`. The file itself is not
    written.

    Raises:
        UserError: `key.short`, `key.wrong`, `key.none` for a file without a key.
        Unavailable: `key.unreadable`, `key.not_saved`; Corrupt: `key.damaged`.
    """
    if not key_path(path).is_file():
        raise UserError("key.none", file=path.name)
    check_passphrase(fresh)
    keys = load_key_file(key_path(path))
    whose, key = keys.opened(secret())
    save_key_file(
        key_path(path), keys.with_secret(key, login if whose == RECOVERY else whose, fresh)
    )


def _export(plain: LocalFile, sealed: LocalFile) -> None:
    """Copy everything, while nobody else writes; checked."""
    connection = plain.connect()
    try:
        # The lock of the first transaction is kept until the connection is closed.
        for statement in ("PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE", "COMMIT"):
            connection.execute(statement)
        key = sealed.key.hex() if sealed.key is not None else ""
        connection.execute(f"ATTACH DATABASE ? AS sealed KEY \"x'{key}'\"", (str(sealed.path),))
        connection.execute("SELECT sqlcipher_export('sealed')")
        counted = counts(connection, "main")
        if counted != counts(connection, "sealed"):
            raise Corrupt("storage.damaged")
        connection.execute("DETACH DATABASE sealed")
        if integrity_problems(sealed):
            raise Corrupt("storage.damaged")
        # What lies beside the file belongs to the plain one and must not be taken for the new.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()


def _told(error: Exception) -> Exception:
    if "locked" in str(error).lower():
        return Unavailable("storage.locked")
    return Corrupt("storage.damaged") if is_damage(error) else Unavailable("key.not_sealed")
