"""A folder for what other programs must read in clear: emptied at the start and at the end."""

import contextlib
import shutil
import uuid
from datetime import datetime
from pathlib import Path

from desktop.files.locks import Hold, take

_LOCK = ".held"


class PrivateFolder:
    """A folder of this process below `parent`, that only the officer may read.

    What other processes left there when they were killed goes as well. Its methods touch the
    disk; `path` raises OSError.
    """

    def __init__(self, parent: Path, now: datetime) -> None:
        self._parent, self._now = parent, now
        self._hold: Hold | None = None
        self._path = parent / uuid.uuid4().hex

    def path(self) -> Path:
        """The folder; it is made when it is needed for the first time."""
        if self._hold is None:
            self._path.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._hold = take(self._path / _LOCK, self._now)
        return self._path

    def tidy(self) -> None:
        """Remove what is left of processes that have ended, as far as the disk lets us."""
        with contextlib.suppress(OSError):
            for folder in self._parent.iterdir():
                if folder != self._path:
                    _remove_unheld(folder, self._now)

    def close(self) -> None:
        """Remove the folder; what another program still has open goes at the next start."""
        if self._hold is not None:
            self._hold.release()
            self._hold = None
            shutil.rmtree(self._path, ignore_errors=True)


def _remove_unheld(folder: Path, now: datetime) -> None:
    with contextlib.suppress(OSError):
        hold = take(folder / _LOCK, now)
        if hold is not None:
            hold.release()
            shutil.rmtree(folder, ignore_errors=True)
