"""One writer per file: who works in a register holds the lock beside it."""

import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop.errors import Unavailable
from desktop.files.locks import Hold, Holder, holder, take

_EVERY_S = 0.05


def lock_path(database: Path) -> Path:
    """The lock of a register; it is there as long as somebody holds it."""
    return database.with_name(database.name + ".lock")


def hold(database: Path, now: Callable[[], datetime], wait_s: float = 0.0) -> Hold:
    """Hold a register, for which it is waited at most `wait_s`.

    Raises:
        Unavailable: `storage.in_use` while another program works in it, `storage.cannot_open`
            where the lock can't be made.
    """
    lock, until = lock_path(database), time.monotonic() + wait_s
    while True:
        try:
            taken = take(lock, now())
        except OSError as error:
            raise Unavailable("storage.cannot_open") from error
        if taken is not None:
            return taken
        if time.monotonic() >= until:
            raise Unavailable("storage.in_use", **_told(database, lock))
        time.sleep(_EVERY_S)


def _told(database: Path, lock: Path) -> dict[str, object]:
    known = holder(lock) or Holder("?", 0, "?")
    since = f"{known.since[:16].replace('T', ' ')} UTC"
    return {
        "file": database.name,
        "path": str(database),
        "host": known.host,
        "pid": known.pid,
        "since": since,
    }
