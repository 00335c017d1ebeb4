"""Saving: all or nothing, and said in the officer's words."""

import errno
import os
from pathlib import Path

import pytest

from desktop.errors import Unavailable
from desktop.files.writing import write_atomically
from desktop.messages.files import SENTENCES


def test_a_file_is_written_and_replaced(tmp_path):
    path = tmp_path / "list.pdf"
    write_atomically(path, b"one")
    write_atomically(path, b"two" * 100_000)
    assert path.read_bytes() == b"two" * 100_000
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "files.disk_full"),
        (errno.EDQUOT, "files.disk_full"),
        (errno.EACCES, "files.denied"),
        (errno.EROFS, "files.denied"),
        (errno.ENOENT, "files.folder_missing"),
        (errno.EIO, "files.not_written"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_at_any_step_leaves_the_former_file(tmp_path, monkeypatch, step, number, code):
    path = tmp_path / "list.pdf"
    path.write_bytes(b"former")

    def fail(*args: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(Unavailable) as caught:
        write_atomically(path, b"new")
    assert (caught.value.code, caught.value.params) == (code, {"file": "list.pdf"})
    assert path.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(Unavailable) as caught:
        write_atomically(tmp_path / "gone" / "list.pdf", b"new")
    assert caught.value.code == "files.folder_missing"


def test_a_folder_of_that_name_is_kept(tmp_path):
    path = tmp_path / "list.pdf"
    path.mkdir()
    with pytest.raises(Unavailable) as caught:
        write_atomically(path, b"new")
    assert caught.value.code == "files.denied"
    assert path.is_dir()
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupt_leaves_nothing_behind(tmp_path, monkeypatch):
    def interrupt(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "list.pdf", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_synced_is_no_failure(tmp_path, monkeypatch):
    real = os.open

    def refuse(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_dir():
            raise OSError(errno.EACCES, "no reading")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    write_atomically(tmp_path / "list.pdf", b"new")
    assert (tmp_path / "list.pdf").read_bytes() == b"new"


def test_every_code_has_a_sentence_that_names_the_file():
    for code in ("disk_full", "denied", "folder_missing", "not_written"):
        assert "list.pdf" in SENTENCES[f"files.{code}"].format(file="list.pdf")
