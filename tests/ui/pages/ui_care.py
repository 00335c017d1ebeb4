"""Care of a register, as pages are given it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from desktop.errors import AppError, UserError
from desktop.usecases.care import BackupState, WouldLose


class Care:
    """Care of a local file that is not there."""

    def __init__(self, folder: Path | None) -> None:
        self.data_folder = folder
        self.database_name = str(folder / "homeward.db") if folder else "server/homeward"
        self.made: list[Path] = []
        self.state: BackupState | None = BackupState() if folder else None
        self.refusal: AppError | None = None
        self.lost: WouldLose | None = None
        self.asked: list[Path] = []
        self.passphrases: list[tuple[str, str]] = []
        self.minutes = 10
        self.restored: list[Path] = []

    has_key = True
    shortest_passphrase = 10

    def change_passphrase(self, present: str, fresh: str) -> None:
        """Remember it, or what the test wants to be refused."""
        if self.refusal is not None:
            raise self.refusal
        self.passphrases.append((present, fresh))

    def encrypt(self, passphrase: str) -> None:
        """Remember it."""
        self.passphrases.append(("", passphrase))

    def choose_lock(self, minutes: int) -> None:
        """Remember it."""
        self.minutes = minutes

    def backups(self) -> BackupState | None:
        """How the test says that they stand."""
        return self.state

    def keep_backup(self) -> BackupState:
        """One more, or what the test wants to be refused."""
        if self.refusal is not None:
            raise self.refusal
        assert self.state is not None
        self.state = replace(self.state, last=datetime(2020, 11, 11, 10, 30, tzinfo=UTC))
        return self.state

    def kept(self) -> list[tuple[Path, datetime]]:
        """One of yesterday."""
        return [(Path("register-20201110-103000.db"), datetime(2020, 11, 10, 10, 30, tzinfo=UTC))]

    def would_lose(self, backup: Path) -> WouldLose | None:
        """How the test says it."""
        if self.refusal is not None:
            raise self.refusal
        self.asked.append(backup)
        return self.lost

    def restore(self, backup: Path) -> None:
        """Remember it."""
        self.restored.append(backup)

    def choose_second(self, folder: Path | None) -> None:
        """Remember it."""
        assert self.state is not None
        self.state = replace(self.state, second=folder)

    def back_up(self, path: Path) -> None:
        """Note the file, and refuse one that is there."""
        if path.exists():
            raise UserError("backup.exists", file=path.name)
        path.write_bytes(b"copy")
        self.made.append(path)
