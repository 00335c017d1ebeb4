"""A copy of the register is on the disk before it counts, on every system."""

import os
from pathlib import Path

import pytest

from desktop.storage import backup
from desktop.storage.local_file import LocalFile
from desktop.storage.soundness import integrity_problems


def test_the_copy_is_flushed_through_a_file_that_may_be_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, _prepared_file: Path
) -> None:
    flushed: list[int] = []

    def fsync(file: int) -> None:
        # Windows flushes no file that is open for reading only; Linux writes nothing to it.
        flushed.append(os.write(file, b""))

    monkeypatch.setattr(backup.os, "fsync", fsync)
    backup.back_up(LocalFile(_prepared_file), tmp_path / "copy.db")
    assert flushed == [0]
    assert integrity_problems(LocalFile(tmp_path / "copy.db")) == []
