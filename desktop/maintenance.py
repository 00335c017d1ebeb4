"""Care of the register, as pages and the program itself ask for it. Runs in jobs."""

import logging
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desktop import settings
from desktop.errors import AppError
from desktop.usecases.care import BackupState, WouldLose

if TYPE_CHECKING:
    from desktop.storage.local_file import LocalFile
    from desktop.usecases.ports import Desk


logger = logging.getLogger(__name__)


class WholeProgram(Protocol):
    """What only the program can do, because every page is closed for it."""

    def restore(self, backup: Path) -> None:
        """Put a backup in the place of the register."""

    def encrypt(self, passphrase: str) -> None:
        """Give the register its first passphrase."""

    def lock_after(self, minutes: int) -> None:
        """Close the register after so many minutes without work. On any thread."""


class LocalMaintenance:
    """Care of a local file; a server is looked after where it runs."""

    def __init__(self, target: str, file: "LocalFile | None", desk: "Desk") -> None:
        self._target, self._file, self._desk = target, file, desk
        self._failed: AppError | None = None
        self.program: WholeProgram | None = None

    @property
    def database_name(self) -> str:
        """File of the register, or address of the server without a password."""
        return self._target.rpartition("@")[2] if "://" in self._target else self._target

    @property
    def data_folder(self) -> Path | None:
        """Folder of the local file; None for a server."""
        return None if self._file is None else self._file.path.parent

    def back_up(self, path: Path) -> None:
        """See `Maintenance.back_up`."""
        from desktop.storage.backup import back_up  # noqa: PLC0415 - after the first paint

        assert self._file is not None  # noqa: S101 - nobody is offered to copy a server
        back_up(self._file, path)

    def backups(self) -> BackupState | None:
        """See `Maintenance.backups`."""
        from desktop.storage.kept_backups import kept_backups  # noqa: PLC0415

        if self._file is None:
            return None
        with self._desk.store.read() as reads:
            worked = reads.worked()
        second = _second()
        here = kept_backups(self._file.path)
        there = kept_backups(self._file.path, second) if second is not None else []
        return BackupState(
            since=worked.first if worked is not None else None,
            last=here[0].made_at if here else None,
            second=second,
            last_in_second=there[0].made_at if there else None,
            failed=self._failed,
        )

    def keep_backup(self) -> BackupState:
        """See `Maintenance.keep_backup`."""
        from desktop.storage.kept_backups import copy_to, keep_backup  # noqa: PLC0415

        assert self._file is not None  # noqa: S101 - nobody is offered to copy a server
        try:
            made = keep_backup(self._file, self._desk.now())
            second = _second()
            if second is not None:
                copy_to(made, self._file.path, second)
            self._failed = None
        except AppError as error:
            self._failed = error
            raise
        state = self.backups()
        assert state is not None  # noqa: S101 - there is a file
        return state

    def kept(self) -> list[tuple[Path, datetime]]:
        """See `Maintenance.kept`."""
        from desktop.storage.kept_backups import kept_backups  # noqa: PLC0415

        assert self._file is not None  # noqa: S101 - nobody is offered to restore a server
        return [(one.path, one.made_at) for one in kept_backups(self._file.path)]

    def would_lose(self, backup: Path) -> WouldLose | None:
        """See `Maintenance.would_lose`."""
        from desktop.storage.restoring import what_is_lost, with_key_of  # noqa: PLC0415

        assert self._file is not None  # noqa: S101 - nobody is offered to restore a server
        lost = what_is_lost(with_key_of(self._file, backup), self._file)
        if lost is None:
            return None
        return WouldLose(lost.operations, lost.since, lost.people_now, lost.people_then)

    def restore(self, backup: Path) -> None:
        """See `Maintenance.restore`."""
        assert self.program is not None  # noqa: S101 - known as soon as a page is there
        self.program.restore(backup)

    @property
    def has_key(self) -> bool:
        """See `Maintenance.has_key`."""
        return self._file is not None and self._file.key is not None

    @property
    def shortest_passphrase(self) -> int:
        """See `Maintenance.shortest_passphrase`."""
        from desktop.storage.key_file import SHORTEST_PASSPHRASE  # noqa: PLC0415

        return SHORTEST_PASSPHRASE

    def change_passphrase(self, present: str, fresh: str) -> None:
        """See `Maintenance.change_passphrase`."""
        from desktop.storage.sealing import change_passphrase  # noqa: PLC0415

        assert self._file is not None  # noqa: S101 - nobody is offered that for a server
        login = settings.load().officer_name
        change_passphrase(self._file.path, lambda: present, fresh, login)

    def encrypt(self, passphrase: str) -> None:
        """See `Maintenance.encrypt`."""
        assert self.program is not None  # noqa: S101 - known as soon as a page is there
        self.program.encrypt(passphrase)

    def choose_lock(self, minutes: int) -> None:
        """See `Maintenance.choose_lock`."""
        settings.save(replace(settings.load(), lock_minutes=minutes))
        if self.program is not None:
            self.program.lock_after(minutes)

    def choose_second(self, folder: Path | None) -> None:
        """See `Maintenance.choose_second`."""
        chosen = "" if folder is None else str(folder)
        settings.save(replace(settings.load(), second_backups=chosen))

    def keep_what_was_done(self) -> None:
        """Make a backup at the end, if something was changed since the last one."""
        try:
            if self._is_behind():
                self.keep_backup()
        except AppError as error:
            # Today says so in the officer's words when it lasts.
            logger.warning("No backup at the end: %s", error.code)

    def is_due(self) -> bool:
        """Whether the backup of the day is still to be made."""
        from desktop.storage.kept_backups import is_due  # noqa: PLC0415

        return self._file is not None and is_due(self._file.path, self._desk.now())

    def _is_behind(self) -> bool:
        """Whether something was changed since the last backup."""
        state = self.backups()
        if state is None or state.since is None:
            return False
        with self._desk.store.read() as reads:
            worked = reads.worked()
        return state.last is None or (worked is not None and worked.last > state.last)


def _second() -> Path | None:
    chosen = settings.load().second_backups
    return Path(chosen) if chosen else None
