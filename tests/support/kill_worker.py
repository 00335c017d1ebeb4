"""A process that works in a register until it is killed; `kill_run` kills it.

What it says, a line each: `pid N`; `open`; `begin ACT` and `end` around every act, and between
them, as soon as the program calls it done, `done OPERATION ROOTS`, `saved FILE` for a backup and
`migrated FILE` for a register of the schema before. Afterwards its parent says `ended CODE`.
"""

import gc
import os
import pickle
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import NoReturn
from unittest import mock

import alembic.command  # noqa: F401 - a migration needs it: loaded before it is killed
from support.days import ACTS, Day
from support.desks import database_of, file_of, open_desk

from desktop.storage import database
from desktop.storage.backup import back_up
from desktop.storage.key_file import key_path
from desktop.storage.mapping import map_domain
from desktop.storage.unit_of_work import StoredUnitOfWork
from desktop.usecases.ports import ChangeSet, Desk, ReadList

PASSPHRASE = "чор калимаи дароз"
REGISTER, OLDER, LISTS = "homeward.db", "older.db", "lists.pickle"
BACKUPS, MIGRATED = "backups", "migrated"
OFTEN = {"import": 3, "backup": 2}
"""Acts that fall more often than the others: to be killed in them needs their time."""


class Telling(StoredUnitOfWork):
    """Acknowledges an operation at the earliest moment at which a screen could."""

    def commit(self) -> ChangeSet:
        """As the program's own, which then says so."""
        change = super().commit()
        say("done", change.operation_id, sum(map(len, change.touched.values())))
        return change


def say(*words: object) -> None:
    """One line in one piece: a process that is killed has said all of it or nothing."""
    os.write(sys.stdout.fileno(), f"{' '.join(map(str, words))}\n".encode())


def secret() -> str:
    """The passphrase, where the register has one."""
    return PASSPHRASE


def main() -> None:
    """Begin to work for each line `SEED FOLDER` that comes in, in a process of its own.

    Loading everything takes longer than the work does: the process is forked from this one.
    """
    prepared = Path(sys.argv[1])
    lists = pickle.loads((prepared / LISTS).read_bytes())  # noqa: S301 - our own file
    map_domain()
    gc.freeze()
    say("ready")
    for line in sys.stdin:
        seed, folder = line.rstrip("\n").split(" ", 1)
        # Where there is no fork, this process works itself and is killed.
        child = os.fork() if hasattr(os, "fork") else 0
        if not child:
            say("pid", os.getpid())
            with mock.patch.object(database, "StoredUnitOfWork", Telling):
                work(prepared, Path(folder), Random(int(seed)), lists)
        say("ended", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def work(prepared: Path, folder: Path, chance: Random, lists: list[ReadList]) -> NoReturn:
    """Work in the register in `folder`, without end."""
    desk = open_desk(str(folder / REGISTER), secret=secret)
    say("open")
    day = Day(desk, chance, lists)
    acts: dict[str, Callable[[], None]] = {name: partial(act, day) for name, act in ACTS.items()}
    acts["backup"] = lambda: save(desk, folder / BACKUPS / f"{chance.getrandbits(64):x}.db")
    acts["migrate"] = lambda: migrate(
        prepared, folder / MIGRATED / f"{chance.getrandbits(64):x}.db"
    )
    weights = [OFTEN.get(name, 1) for name in acts]
    while True:
        (name,) = chance.choices(list(acts), weights)
        say("begin", name)
        acts[name]()
        say("end")


def save(desk: Desk, target: Path) -> None:
    """Make a backup."""
    back_up(file_of(desk), target)
    say("saved", target.name)


def migrate(prepared: Path, target: Path) -> None:
    """Open a register of the schema before; the copy counts from the moment it has its name."""
    older = prepared / OLDER
    if key_path(older).is_file():
        shutil.copy(key_path(older), key_path(target))
    copying = target.with_suffix(".copying")
    shutil.copy(older, copying)
    copying.rename(target)
    database_of(open_desk(str(target), secret=secret)).close()
    say("migrated", target.name)
