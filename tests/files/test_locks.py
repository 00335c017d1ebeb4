"""A file held by one program at a time, and the folder that goes with the program."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from desktop.files.locks import holder, take
from desktop.files.private import PrivateFolder

NOW = datetime(2020, 11, 12, 8, 30, tzinfo=UTC)
HOLDING = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from desktop.files.locks import take
from desktop.files.private import PrivateFolder
hold = take(Path(sys.argv[1]), datetime.now(UTC))
private = PrivateFolder(Path(sys.argv[2]), datetime.now(UTC))
(private.path() / "letter.eml").write_text("Zzyzxquist")
print(private.path(), flush=True)
time.sleep(60)
"""


def started(lock: Path, parent: Path) -> tuple[subprocess.Popen[str], Path]:
    """Another program that holds `lock` and has a private folder, and that folder."""
    command = [sys.executable, "-c", HOLDING, str(lock), str(parent)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    return child, Path(child.stdout.readline().strip())


def test_one_holds_and_the_other_learns_who(tmp_path: Path) -> None:
    lock = tmp_path / "register.lock"
    first = take(lock, NOW)
    assert first is not None
    assert take(lock, NOW) is None
    known = holder(lock)
    assert known is not None
    assert known.since == "2020-11-12T08:30:00+00:00"
    first.release()
    first.release()
    assert not lock.exists()
    second = take(lock, NOW)
    assert second is not None
    second.release()


def test_a_killed_program_holds_nothing_and_its_letters_go(tmp_path: Path) -> None:
    lock, parent = tmp_path / "register.lock", tmp_path / "temp"
    child, folder = started(lock, parent)
    try:
        assert take(lock, NOW) is None
        mine = PrivateFolder(parent, NOW)
        mine.tidy()
        assert (folder / "letter.eml").exists()
    finally:
        child.kill()
        child.wait()
        assert child.stdout is not None
        child.stdout.close()
    hold = take(lock, NOW)
    assert hold is not None
    hold.release()
    mine.tidy()
    assert list(parent.iterdir()) == []


def test_a_private_folder_goes_at_the_end_and_is_not_made_for_nothing(tmp_path: Path) -> None:
    folder = PrivateFolder(tmp_path / "temp", NOW)
    folder.tidy()
    folder.close()
    assert not (tmp_path / "temp").exists()
    (folder.path() / "letter.eml").write_text("a")
    assert folder.path().stat().st_mode & 0o077 == 0
    folder.tidy()
    assert (folder.path() / "letter.eml").exists()
    folder.close()
    assert list((tmp_path / "temp").iterdir()) == []


def test_a_name_of_no_holder_is_unknown(tmp_path: Path) -> None:
    assert holder(tmp_path / "none") is None
    (tmp_path / "some").write_text("[]")
    assert holder(tmp_path / "some") is None
