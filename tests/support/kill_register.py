"""Registers for processes that are killed: made once, copied, and looked at after every kill."""

import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError
from support.days import begun_register
from support.desks import Clock, database_of, open_desk
from support.kill_check import DAMAGED, HALF, LOST, Contents, Fault, contents, examine
from support.kill_worker import BACKUPS, LISTS, MIGRATED, OLDER, PASSPHRASE, REGISTER, secret
from support.schema import downgrade

from desktop.errors import AppError
from desktop.storage.engine import make_engine
from desktop.storage.key_file import Cost, key_path
from desktop.storage.migrations import REVISIONS
from desktop.storage.opening import local_file
from desktop.storage.sealing import seal
from desktop.storage.soundness import integrity_problems

CHEAP = Cost(m_kib=64, t=1, p=1)


class Prepared:
    """What every run begins with: a register of today, one of the schema before, and lists."""

    def __init__(self, folder: Path, *, sealed: bool) -> None:
        folder.mkdir(parents=True)
        self.folder, self.register, older = folder, folder / REGISTER, folder / OLDER
        lists = begun_register(self.register)
        (folder / LISTS).write_bytes(pickle.dumps(lists))
        shutil.copy(self.register, older)
        engine = make_engine(str(older))
        downgrade(engine, REVISIONS[-2])
        engine.dispose()
        if sealed:
            for path in (self.register, older):
                seal(path, PASSPHRASE, "saidov", CHEAP)
        self.operations = examine(self.register, {}, secret).operations
        self.before = contents(local_file(older, secret))
        upgraded = folder / "upgraded.db"
        copy_register(older, upgraded)
        database_of(open_desk(str(upgraded), secret=secret)).close()
        self.after = contents(local_file(upgraded, secret))


class KilledRegister:
    """A register in which processes are killed, and everything that they acknowledged."""

    def __init__(self, prepared: Prepared, folder: Path) -> None:
        self.folder, self._prepared = folder, prepared
        for name in (BACKUPS, MIGRATED):
            (folder / name).mkdir(parents=True)
        self._path = folder / REGISTER
        copy_register(prepared.register, self._path)
        self._known = dict(prepared.operations)
        self._saved: dict[str, dict[UUID, int]] = {}
        self._migrated: set[str] = set()

    def hear(self, said: list[str]) -> None:
        """Remember what a process acknowledged."""
        for line in said:
            word, *more = line.split()
            if word == "done":
                self._known[UUID(more[0])] = int(more[1])
            elif word == "saved":
                self._saved[more[0]] = dict(self._known)
            elif word == "migrated":
                self._migrated.add(more[0])

    def faults(self) -> Iterator[Fault]:
        """What is wrong since the last look; backups and migrated registers are cleared away."""
        yield from self._of_register()
        yield from self._of_backups()
        yield from self._of_migrated()
        for name in (BACKUPS, MIGRATED):
            shutil.rmtree(self.folder / name)
            (self.folder / name).mkdir()
        self._saved.clear()
        self._migrated.clear()

    def _of_register(self) -> Iterator[Fault]:
        found = examine(self._path, self._known, secret)
        yield from found.faults
        untold = found.operations.keys() - self._known.keys()
        # It may have been killed between the operation and the word.
        if len(untold) > 1:
            yield Fault(HALF, f"{len(untold)} operations of which nobody was told")
        self._known |= found.operations

    def _of_backups(self) -> Iterator[Fault]:
        found = {path.name: path for path in (self.folder / BACKUPS).glob("*.db")}
        for name in self._saved.keys() - found.keys():
            yield Fault(LOST, f"backup {name}")
        for name, path in found.items():
            # One that was not acknowledged was the last thing that the process was at.
            yield from examine(path, self._saved.get(name, self._known), secret).faults

    def _of_migrated(self) -> Iterator[Fault]:
        before, after = self._prepared.before, self._prepared.after
        folder = self.folder / MIGRATED
        for path in folder.glob("*.db"):
            done = path.name in self._migrated
            yield from _unlike(path, (after,) if done else (before, after))
            try:
                # A moment later, or the copy made by the killed process would be in its way.
                clock = Clock()
                clock.forward(seconds=1)
                database_of(open_desk(str(path), clock, secret=secret)).close()
            except (AppError, DBAPIError) as error:
                yield Fault(DAMAGED, f"{path.name} does not open: {error}")
            yield from _unlike(path, (after,))
        for path in folder.glob("backups/*.db"):
            yield from _unlike(path, (before,))


def copy_register(path: Path, target: Path) -> None:
    """Copy a register that nobody works in, with its key."""
    shutil.copy(path, target)
    if key_path(path).is_file():
        shutil.copy(key_path(path), key_path(target))


def _unlike(path: Path, wanted: tuple[Contents, ...]) -> Iterator[Fault]:
    """A fault where a register is damaged or holds something else than one of `wanted`."""
    try:
        file = local_file(path, secret)
        for problem in integrity_problems(file):
            yield Fault(DAMAGED, f"{path.name}: {problem}")
        if contents(file) not in wanted:
            yield Fault(HALF, f"{path.name} is neither the register before nor the one after")
    except (AppError, sqlcipher.DatabaseError) as error:
        yield Fault(DAMAGED, f"{path.name}: {error}")
