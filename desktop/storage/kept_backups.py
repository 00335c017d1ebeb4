"""The backups that the program makes by itself: when, where, how many, and which is the last.

A copy has its name only after it was checked, so whatever is found under such a name is good.
"""

import contextlib
import hashlib
import os
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.errors import Corrupt, Unavailable
from desktop.storage.backup import back_up, stamp
from desktop.storage.key_file import key_path, load_key_file, save_key_file
from desktop.storage.local_file import LocalFile

DAYS, WEEKS = 7, 4
"""Of so many days the last backup is kept, and of so many weeks."""
UPGRADES = 3
"""So many copies made before an upgrade are kept."""

_MOMENT = "%Y%m%d-%H%M%S"


@dataclass(frozen=True)
class Kept:
    """A good backup, and when it was made (aware, UTC)."""

    path: Path
    made_at: datetime


def backup_folder(database: Path) -> Path:
    """Where the backups of a register lie."""
    return database.parent / "backups"


def kept_backups(database: Path, folder: Path | None = None) -> list[Kept]:
    """Good backups of a register in its folder, or in a second place, the newest first."""
    named = re.compile(re.escape(database.stem) + r"-(\d{8}-\d{6})\.db")
    found = []
    with contextlib.suppress(OSError):
        for path in (folder or backup_folder(database)).iterdir():
            match = named.fullmatch(path.name)
            if match is not None:
                with contextlib.suppress(ValueError):
                    made = datetime.strptime(match[1], _MOMENT).replace(tzinfo=UTC)
                    found.append(Kept(path, made))
    return sorted(found, key=lambda one: one.made_at, reverse=True)


def is_due(database: Path, now: datetime) -> bool:
    """Whether none was made today; one from a day to come says that a clock was set back."""
    made = [one.made_at.date() for one in kept_backups(database)]
    return now.astimezone(UTC).date() not in made


def keep_backup(file: LocalFile, now: datetime) -> Kept:
    """Make a backup in the register's folder, and put away those that are not needed any more.

    Raises:
        Unavailable, Corrupt: as `back_up`; what was there stays.
    """
    folder, moment = backup_folder(file.path), now.astimezone(UTC)
    made = Kept(folder / f"{file.path.stem}-{stamp(moment)}.db", moment.replace(microsecond=0))
    if not made.path.exists():
        back_up(file, made.path)
    _rotate(file.path, folder, moment)
    return made


def copy_to(made: Kept, database: Path, second: Path) -> Path:
    """Copy a good backup to a second place, a stick or a share, and read it back.

    Raises:
        Unavailable: `backup.second_missing` where the place is not there, `backup.failed`.
        Corrupt: `backup.damaged` when what is read back is something else.
    """
    if not second.is_dir():
        raise Unavailable("backup.second_missing", folder=str(second))
    target = second / made.path.name
    part = target.with_name(target.name + ".part")
    try:
        if key_path(made.path).is_file():
            save_key_file(key_path(target), load_key_file(key_path(made.path)))
        shutil.copyfile(made.path, part)
        with part.open("r+b") as file:
            # A stick that is pulled out now has it; Windows flushes only what it may write.
            os.fsync(file.fileno())
        if _sum(part) != _sum(made.path):
            raise Corrupt("backup.damaged", file=target.name)
        part.replace(target)
    except OSError as error:
        raise Unavailable("backup.failed", file=target.name) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    _rotate(database, second, made.made_at)
    return target


def _rotate(database: Path, folder: Path, now: datetime) -> None:
    """Put away what is too old. What can't be removed now goes another day."""
    kept = kept_backups(database, folder)
    wanted = {one.path for one in (*_last_of_days(kept), *_last_of_weeks(kept))}
    upgrades = sorted(folder.glob(f"{database.stem}-before-upgrade-*.db"), reverse=True)
    old = [one.path for one in kept if one.path not in wanted]
    for path in (*old, *upgrades[UPGRADES:], *_left_over(database, folder, now)):
        for gone in (path, key_path(path)):
            with contextlib.suppress(OSError):
                gone.unlink(missing_ok=True)


def _left_over(database: Path, folder: Path, now: datetime) -> list[Path]:
    """What a program that was ended while it copied has left: no backup, and a day old."""
    found = [*folder.glob(f"{database.stem}-*.db.part*")]
    found += [
        key for key in folder.glob(f"{database.stem}-*.db.key") if not key.with_suffix("").exists()
    ]
    day_ago = (now - timedelta(days=1)).timestamp()
    old = []
    for path in found:
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < day_ago:
                old.append(path)
    return old


def _last_of_days(kept: Iterable[Kept]) -> list[Kept]:
    days = {one.made_at.date(): one for one in reversed(list(kept))}
    return [days[day] for day in sorted(days, reverse=True)[:DAYS]]


def _last_of_weeks(kept: Iterable[Kept]) -> list[Kept]:
    weeks = {one.made_at.isocalendar()[:2]: one for one in reversed(list(kept))}
    return [weeks[week] for week in sorted(weeks, reverse=True)[:WEEKS]]


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
