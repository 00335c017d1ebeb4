"""Replacing a file so that after any failure either the old or the new one stands whole."""

import contextlib
import os
import time
from pathlib import Path

_TRIES, _PAUSE_S = (20, 0.05) if os.name == "nt" else (0, 0.0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def replace_file(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write `data` to `path` through a neighbour file that takes its name in one step.

    The folder must exist. What is `private` only its owner may read. Raises OSError; then
    `path` is as it was and the neighbour is gone.
    """
    neighbour = path.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        handle = os.open(neighbour, _NEW, 0o600 if private else 0o666)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _take_name(neighbour, path)
    except BaseException:
        with contextlib.suppress(OSError):
            neighbour.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _take_name(neighbour: Path, path: Path) -> None:
    """On Windows a scanner of viruses may hold what was written just now, for a moment."""
    for _ in range(_TRIES):
        try:
            neighbour.replace(path)
        except PermissionError:
            time.sleep(_PAUSE_S)
        else:
            return
    neighbour.replace(path)


def _sync_folder(folder: Path) -> None:
    """Let the new name itself survive a power cut, where the file system can promise that.

    The file is already in its place: a network folder that refuses is no failure.
    """
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
