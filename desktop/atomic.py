"""Replacing a file so that after any failure either the old or the new one stands whole."""

import contextlib
import os
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` to `path` through a neighbour file that takes its name in one step.

    The folder must exist. Raises OSError; then `path` is as it was and the neighbour is gone.
    """
    neighbour = path.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        with neighbour.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        neighbour.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            neighbour.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


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
