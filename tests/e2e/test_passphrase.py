"""`homeward db passphrase`, and every command on a register that has one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_cli import FINE, LISTS, REFUSED, SURROUNDINGS, answer, run

FIRST, SECOND = "чор калимаи дароз", "another long phrase"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with two passphrases and an encrypted register of a short list."""
    for name, text in (("first", FIRST), ("second", SECOND)):
        (tmp_path / name).write_text(f"{text}\n", encoding="utf-8")
    return tmp_path


def on(home: Path, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return run("--database", home / "a.db", *arguments, "--json", home=home, **environment)


def sealed(home: Path) -> str:
    answer(on(home, "db", "info"))
    done = on(home, "db", "passphrase", "--new-passphrase-file", home / "first")
    return str(answer(done)["recovery_code"])


def test_a_register_is_encrypted_and_opened_by_file_environment_and_recovery_code(
    home: Path,
) -> None:
    assert answer(on(home, "db", "info"))["encrypted"] is False
    code = sealed(home)
    assert answer(on(home, "db", "info"), REFUSED)["error"]["code"] == "key.needed"
    by_file = on(home, "--passphrase-file", home / "first", "db", "info")
    assert answer(by_file)["encrypted"] is True
    assert answer(on(home, "db", "info", HOMEWARD_PASSPHRASE=FIRST))["encrypted"] is True
    assert answer(on(home, "db", "check", HOMEWARD_PASSPHRASE=code)) == {"problems": []}
    wrong = on(home, "db", "info", HOMEWARD_PASSPHRASE="something else")
    assert answer(wrong, REFUSED)["error"]["code"] == "key.wrong"


def test_a_list_is_taken_in_and_found_behind_a_passphrase(home: Path) -> None:
    sealed(home)
    taken = on(home, "import", LISTS / "zhibek-zholy-102.xlsx", HOMEWARD_PASSPHRASE=FIRST)
    assert answer(taken, taken.returncode)["created"] == 102
    found = answer(on(home, "people", "Раҳмон", HOMEWARD_PASSPHRASE=FIRST))
    assert found["people"]
    assert FIRST not in taken.stdout + taken.stderr


def test_the_passphrase_is_changed_and_a_backup_keeps_the_former(home: Path) -> None:
    sealed(home)
    copy = home / "copy.db"
    assert answer(on(home, "db", "backup", copy, HOMEWARD_PASSPHRASE=FIRST))["encrypted"] is True
    change = ("db", "passphrase", "--new-passphrase-file", home / "second")
    assert answer(on(home, *change, HOMEWARD_PASSPHRASE=FIRST))["recovery_code"] is None
    assert answer(on(home, "db", "info", HOMEWARD_PASSPHRASE=FIRST), REFUSED)
    assert answer(on(home, "db", "info", HOMEWARD_PASSPHRASE=SECOND))["encrypted"] is True
    of_copy = run("--database", copy, "db", "check", "--json", home=home, HOMEWARD_PASSPHRASE=FIRST)
    assert answer(of_copy) == {"problems": []}


def test_a_short_passphrase_and_a_missing_file_are_refused(home: Path) -> None:
    answer(on(home, "db", "info"))
    (home / "short").write_text("abc\n", encoding="utf-8")
    for file, code in (("short", "key.short"), ("gone", "key.unread")):
        done = on(home, "db", "passphrase", "--new-passphrase-file", home / file)
        assert answer(done, REFUSED)["error"]["code"] == code
    nobody = on(home, "db", "passphrase")
    assert answer(nobody, REFUSED)["error"]["code"] == "key.nobody"
    assert answer(on(home, "db", "info"))["encrypted"] is False


def test_a_damaged_register_is_told_from_a_wrong_passphrase(home: Path) -> None:
    sealed(home)
    data = bytearray((home / "a.db").read_bytes())
    data[:100] = bytes(100)
    (home / "a.db").write_bytes(data)
    done = on(home, "db", "info", HOMEWARD_PASSPHRASE=FIRST)
    assert answer(done, SURROUNDINGS)["error"]["code"] == "storage.damaged"
    checked = answer(on(home, "db", "check", HOMEWARD_PASSPHRASE=FIRST), 1)
    assert checked["problems"]


def test_passphrases_come_through_a_pipe(home: Path) -> None:
    sealed(home)
    command = ["--database", home / "a.db", "--passphrase-file", "-", "db", "info", "--json"]
    done = subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, command)],
        cwd=LISTS.parent.parent.parent,
        input=f"{FIRST}\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "HOMEWARD_HOME": str(home)},
        check=False,
    )
    assert answer(done, FINE)["encrypted"] is True
