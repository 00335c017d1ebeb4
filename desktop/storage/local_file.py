"""A register in a file: where it lies, with which key it is read, and how it is opened."""

import os
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlcipher

from desktop.errors import Unavailable

_PLAIN_HEAD = b"SQLite format 3\x00"


class Outside(Enum):
    """What a file looks like before anybody opens it."""

    NEW = auto()
    PLAIN = auto()
    SEALED = auto()
    """Encrypted, or no database at all: nobody sees that without the key."""


@dataclass(frozen=True)
class LocalFile:
    """A file and its key, 32 bytes; without one it lies there for everybody to read."""

    path: Path
    key: bytes | None = field(default=None, repr=False)

    def connect(self, *, only_read: bool = False) -> Any:
        """A connection of the driver; of a file that is not there a new one, unless it is only
        read.

        Raises what the driver raises, and OSError.
        """
        if not only_read and not self.path.exists():
            make_private(self.path)
        address = sqlite_address(self.path)
        connection = sqlcipher.connect(f"{address}?mode=ro" if only_read else address, uri=True)
        give_key(connection, self.key)
        return connection

    def at(self, path: Path) -> "LocalFile":
        """Another file with the same key: a copy."""
        return LocalFile(path, self.key)


def make_private(path: Path) -> None:
    """Make a file that is not there yet, so that only its owner may read it; the driver would
    let everybody. Raises OSError."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def give_key(connection: Any, key: bytes | None) -> None:
    """The first that a connection is told; nothing is read before."""
    if key is not None:
        # It would write its own words about a wrong key to where nobody reads.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")


def outside(path: Path) -> Outside:
    """What a file looks like.

    Raises:
        Unavailable: `storage.cannot_open`.
    """
    try:
        with path.open("rb") as file:
            head = file.read(len(_PLAIN_HEAD))
    except FileNotFoundError:
        return Outside.NEW
    except OSError as error:
        raise Unavailable("storage.cannot_open") from error
    if not head:
        return Outside.NEW
    return Outside.PLAIN if head == _PLAIN_HEAD else Outside.SEALED


def sqlite_address(path: Path) -> str:
    """The file as SQLite's address of it: any letter, a drive of Windows, a share of a network.

    Source: SQLite, "Uniform Resource Identifiers", 3.1 (a share stands behind an empty host).
    """
    place = path.absolute().as_posix()
    return "file://" + quote(place if place.startswith("/") else f"/{place}", safe="/:")
