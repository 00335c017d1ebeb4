"""A file that one program holds as long as it lives, whatever ends it."""

import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR = 2**30
"""Windows lets nobody read what is locked: the byte that is locked lies behind all that is."""


@dataclass(frozen=True)
class Holder:
    """Who holds a file: computer, process, and since when (ISO 8601, UTC)."""

    host: str
    pid: int
    since: str


class Hold:
    """A file that is held; the operating system lets go of it with the process."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path, self._handle = path, handle
        self._held = True

    def release(self) -> None:
        """Let go, and leave nothing behind; the second time does nothing."""
        if not self._held:
            return
        self._held = False
        if sys.platform == "win32":
            os.close(self._handle)
            _unlink(self._path)
        else:
            # The name goes first: whoever opens it meanwhile finds that it is no longer there.
            _unlink(self._path)
            os.close(self._handle)


def take(path: Path, now: datetime) -> Hold | None:
    """Hold a file, which is made where it is not there; None where another one holds it.

    Raises OSError where it can't be made.
    """
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if not _locked(handle):
                os.close(handle)
                return None
            if _is_at(path, handle):
                holder = Holder(socket.gethostname(), os.getpid(), now.isoformat())
                os.ftruncate(handle, 0)
                os.lseek(handle, 0, os.SEEK_SET)
                os.write(handle, json.dumps(asdict(holder)).encode())
                return Hold(path, handle)
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def holder(path: Path) -> Holder | None:
    """Who wrote that he holds a file; None where nothing of that can be read."""
    try:
        plain = json.loads(path.read_bytes())
        return Holder(str(plain["host"]), int(plain["pid"]), str(plain["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _locked(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_at(path: Path, handle: int) -> bool:
    """Whether the name still belongs to what was opened: its last holder may have removed it."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        # Another one holds it by now: it is his.
        return
