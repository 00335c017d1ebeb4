"""Care of a register: backups, passphrase, closing. What pages ask, and what they are told."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from desktop.errors import AppError


@dataclass(frozen=True)
class BackupState:
    """How the backups of a local file stand; moments are aware.

    `since` is from when on there is something to lose; None while nothing was ever stored.
    `failed` is why the last attempt came to nothing.
    """

    since: datetime | None = None
    last: datetime | None = None
    second: Path | None = None
    last_in_second: datetime | None = None
    failed: AppError | None = None


@dataclass(frozen=True)
class WouldLose:
    """What a restore would take away: operations since a moment, and people now and then."""

    operations: int
    since: datetime | None
    people_now: int
    people_then: int


class Maintenance(Protocol):
    """Care of the database, given from above to the pages that show it. Ask it in jobs."""

    @property
    def database_name(self) -> str:
        """File of the register, or name of the server."""

    @property
    def data_folder(self) -> Path | None:
        """Folder of the local file; None for a server."""

    @property
    def has_key(self) -> bool:
        """Whether the local file is encrypted."""

    @property
    def shortest_passphrase(self) -> int:
        """How many characters a passphrase has at least."""

    def change_passphrase(self, present: str, fresh: str) -> None:
        """Let the register be opened by another passphrase.

        Raises:
            UserError, Unavailable, Corrupt: as `storage.sealing.change_passphrase`.
        """

    def encrypt(self, passphrase: str) -> None:
        """Close the register, give it a passphrase, and open it. On the window's thread."""

    def choose_lock(self, minutes: int) -> None:
        """Close the register by itself after so many minutes without work; 0 for never.

        Raises:
            Unavailable: `settings.not_saved`; UserError: as `settings.save`.
        """

    def backups(self) -> BackupState | None:
        """How its backups stand; None for a server, which is backed up where it runs."""

    def keep_backup(self) -> BackupState:
        """Make one now, beside the register and in the second place.

        Raises:
            Unavailable, Corrupt: as `storage.kept_backups.keep_backup` and `copy_to`.
        """

    def kept(self) -> list[tuple[Path, datetime]]:
        """The good backups beside the register, the newest first."""

    def would_lose(self, backup: Path) -> WouldLose | None:
        """What a restore would take away; None where that can't be found out.

        Raises:
            UserError: `backup.missing`, `backup.plain`, `backup.other_key`.
        """

    def restore(self, backup: Path) -> None:
        """Close the register, put the backup in its place, and open it. On the window's thread."""

    def choose_second(self, folder: Path | None) -> None:
        """Copy every backup to this folder too from now on, or to none.

        Raises:
            Unavailable: `settings.not_saved`; UserError: as `settings.save`.
        """

    def back_up(self, path: Path) -> None:
        """Copy the local file, checked.

        Raises:
            UserError, Unavailable, Corrupt: as `storage.backup.back_up`.
        """
