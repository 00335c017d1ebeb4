"""Drafts on the disk: sealed with the key of the register, back when they are asked for."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop.files.drawer import Drawer

KEY, OTHER = bytes(range(32)), bytes(32)
CANARY = "Zzyzxquist Әбдіғаппар"


def test_what_was_kept_comes_back_and_nobody_else_reads_it(tmp_path: Path) -> None:
    Drawer(tmp_path, KEY).write("person-new", {"name": CANARY})
    assert Drawer(tmp_path, KEY).read("person-new") == {"name": CANARY}
    assert Drawer(tmp_path, KEY).names("person-") == ["person-new"]
    (file,) = tmp_path.iterdir()
    raw = file.read_bytes()
    for coding in ("utf-8", "utf-16-le", "utf-16-be"):
        assert CANARY.encode(coding) not in raw
        assert CANARY[:10].encode(coding) not in raw
    assert json.dumps(CANARY)[1:10].encode() not in raw


def test_another_key_and_a_file_under_another_name_open_nothing(tmp_path: Path) -> None:
    Drawer(tmp_path, KEY).write("person-new", {"name": CANARY})
    with pytest.raises(ValueError, match="person-new"):
        Drawer(tmp_path, OTHER).read("person-new")
    (tmp_path / "person-new.sealed").rename(tmp_path / "person-1.sealed")
    with pytest.raises(ValueError, match="person-1"):
        Drawer(tmp_path, KEY).read("person-1")
    with pytest.raises(FileNotFoundError):
        Drawer(tmp_path).read("person-1")


def test_what_was_kept_before_the_register_had_its_key_is_sealed(tmp_path: Path) -> None:
    Drawer(tmp_path).write("person-new", {"name": CANARY})
    Drawer(tmp_path).write("settings", {"zone": "UTC"})
    (tmp_path / "person-bad.json").write_bytes(b"{")
    sealed = Drawer(tmp_path, KEY)
    assert sealed.read("person-new") == {"name": CANARY}
    sealed.seal_all()
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left == ["person-bad.json", "person-new.sealed", "settings.sealed"]
    assert sealed.read("person-new") == {"name": CANARY}
    sealed.remove("person-new")
    with pytest.raises(FileNotFoundError):
        sealed.read("person-new")


@pytest.mark.parametrize("key", [None, KEY])
def test_old_ones_of_a_kind_are_put_away(tmp_path: Path, key: bytes | None) -> None:
    drawer = Drawer(tmp_path, key)
    drawer.write("import-a", 1)
    drawer.write("person-a", 1)
    now = datetime.now().astimezone()
    drawer.forget_older("import-", now - timedelta(days=1))
    assert drawer.names("") == ["import-a", "person-a"]
    drawer.forget_older("import-", now + timedelta(days=1))
    assert drawer.names("") == ["person-a"]
