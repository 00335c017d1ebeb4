"""`homeward db passphrase`, and every command on a register that has one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from test_cli import FINE, LISTS, PROBLEMS, REFUSED, SURROUNDINGS, answer, run

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


def test_a_new_register_is_encrypted_where_a_passphrase_is_given(home: Path) -> None:
    made = on(home, "people", HOMEWARD_PASSPHRASE=FIRST)
    assert answer(made) == {"count": 0, "people": []}
    assert "Recovery code: " in made.stderr
    code = made.stderr.partition("Recovery code: ")[2].split()[0]
    again = on(home, "db", "info", HOMEWARD_PASSPHRASE=code)
    assert answer(again)["encrypted"] is True
    assert again.stderr == ""
    assert answer(on(home, "people"), REFUSED)["error"]["code"] == "key.needed"


def test_a_register_without_a_key_is_told_each_time(home: Path) -> None:
    for _ in range(2):
        told = on(home, "--plain", "people", HOMEWARD_PASSPHRASE=FIRST)
        assert answer(told) == {"count": 0, "people": []}
        assert told.stderr == "This file is not encrypted: whoever has it can read it.\n"


def test_a_register_that_is_gone_is_not_made_anew_beside_its_key(home: Path) -> None:
    answer(on(home, "people", HOMEWARD_PASSPHRASE=FIRST))
    (home / "a.db").unlink()
    for secret in (FIRST, SECOND):
        gone = on(home, "people", HOMEWARD_PASSPHRASE=secret)
        assert answer(gone, REFUSED)["error"]["code"] == "key.lone"
    assert (home / "a.db.key").exists()


def test_a_backup_without_a_name_is_kept_with_the_others(home: Path) -> None:
    answer(on(home, "people", HOMEWARD_PASSPHRASE=FIRST))
    made = answer(on(home, "db", "backup", HOMEWARD_PASSPHRASE=FIRST))
    copy = Path(str(made["file"]))
    assert copy.parent == home / "backups"
    assert copy.with_name(copy.name + ".key").exists()
    info = answer(on(home, "db", "info", HOMEWARD_PASSPHRASE=FIRST))
    assert str(info["last_backup"]).startswith("20")
    answer(on(home, "import", LISTS / "zhibek-zholy-102.xlsx", HOMEWARD_PASSPHRASE=FIRST), PROBLEMS)
    back = on(home, "db", "restore", copy, HOMEWARD_PASSPHRASE=FIRST)
    assert answer(back)["lost"] == 1
    assert answer(on(home, "people", HOMEWARD_PASSPHRASE=FIRST))["count"] == 0
