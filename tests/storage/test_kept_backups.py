"""Backups made by themselves: how many stay, which is the last, and the second place."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.errors import Unavailable
from desktop.storage import kept_backups as kept
from desktop.storage.local_file import LocalFile
from desktop.storage.soundness import integrity_problems

NOON = datetime(2020, 11, 12, 12, tzinfo=UTC)


def pretend(folder: Path, *moments: datetime) -> None:
    folder.mkdir(exist_ok=True)
    for moment in moments:
        path = folder / f"register-{moment:%Y%m%d-%H%M%S}.db"
        path.write_bytes(b"")
        path.with_name(path.name + ".key").write_bytes(b"")


def days_of(folder: Path) -> list[str]:
    return sorted(path.name[9:-3] for path in folder.glob("register-2*.db"))


@pytest.fixture
def register(tmp_path: Path, _prepared_file: Path) -> LocalFile:
    path = tmp_path / "register.db"
    path.write_bytes(_prepared_file.read_bytes())
    return LocalFile(path)


def test_a_backup_is_kept_checked_and_found_again(register: LocalFile) -> None:
    assert kept.is_due(register.path, NOON)
    made = kept.keep_backup(register, NOON)
    assert integrity_problems(register.at(made.path)) == []
    assert kept.kept_backups(register.path) == [made]
    assert not kept.is_due(register.path, NOON + timedelta(hours=11))
    assert kept.is_due(register.path, NOON + timedelta(hours=12))


def test_a_clock_that_was_set_back_stops_no_backup(register: LocalFile) -> None:
    kept.keep_backup(register, NOON + timedelta(days=400))
    assert kept.is_due(register.path, NOON)
    made = kept.keep_backup(register, NOON)
    assert made.path.exists()


def test_the_last_of_seven_days_and_of_four_weeks_stay(register: LocalFile) -> None:
    folder = kept.backup_folder(register.path)
    pretend(folder, *(NOON - timedelta(hours=6 * one) for one in range(1, 4 * 60)))
    kept.keep_backup(register, NOON)
    assert days_of(folder) == [
        "20201025-180000",
        "20201101-180000",
        *(f"202011{day:02}-180000" for day in range(6, 12)),
        "20201112-120000",
    ]
    assert len(list(folder.glob("*.key"))) == 8


def test_three_copies_made_before_an_upgrade_stay(register: LocalFile) -> None:
    folder = kept.backup_folder(register.path)
    folder.mkdir()
    for year in range(2010, 2016):
        (folder / f"register-before-upgrade-{year}0101-000000.db").touch()
    (folder / "register-before-restore-20100101-000000.db").touch()
    (folder / "another-20100101-000000.db").touch()
    kept.keep_backup(register, NOON)
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "another-20100101-000000.db",
        "register-20201112-120000.db",
        "register-before-restore-20100101-000000.db",
        *(f"register-before-upgrade-{year}0101-000000.db" for year in (2013, 2014, 2015)),
    ]


def test_a_second_place_has_the_same_bytes(register: LocalFile, tmp_path: Path) -> None:
    made = kept.keep_backup(register, NOON)
    stick = tmp_path / "stick"
    with pytest.raises(Unavailable, match=r"backup\.second_missing"):
        kept.copy_to(made, register.path, stick)
    stick.mkdir()
    copy = kept.copy_to(made, register.path, stick)
    assert copy.read_bytes() == made.path.read_bytes()
    assert kept.kept_backups(register.path, stick)[0].made_at == made.made_at
    assert list(stick.glob("*.part")) == []


def test_what_a_killed_program_has_left_goes_after_a_day(register: LocalFile) -> None:
    folder = kept.backup_folder(register.path)
    folder.mkdir()
    names = ("20201101-120000.db.part", "20201101-120000.db.part-wal", "20201101-120000.db.key")
    for name in names:
        (folder / f"register-{name}").touch()
    kept.keep_backup(register, NOON)
    assert len(list(folder.iterdir())) == 4
    for name in names:
        moment = (NOON - timedelta(days=2)).timestamp()
        os.utime(folder / f"register-{name}", (moment, moment))
    kept.keep_backup(register, NOON + timedelta(seconds=1))
    assert not list(folder.glob("*2020110*"))
