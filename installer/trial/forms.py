"""The two installers, driven without questions as an administrator's script does."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from typing import Protocol

from trial.checks import CheckError
from trial.prefix import Prefix

_UNINSTALL_S = 180.0


class Form(Protocol):
    """An installer in a prefix; every answer is the exit code."""

    name: str
    refuses_with: frozenset[int]
    """Codes that say that a newer version is there."""

    hive: str
    """Part of the registry that it writes into."""
    closes_windows: bool
    """Whether it closes an open program here."""

    @property
    def folder(self) -> Path:
        """Where the program is installed."""
        ...

    def install(self, file: Path) -> int:
        """Install, or upgrade, from a file on the drive."""
        ...

    def repair(self, file: Path) -> int:
        """Write the files of the installed version anew."""
        ...

    def uninstall(self, file: Path) -> int:
        """Remove the program."""
        ...


class Setup:
    """The setup program of one user."""

    name = "setup"
    hive = "HKCU"
    closes_windows = True
    refuses_with = frozenset({3})

    def __init__(self, prefix: Prefix) -> None:
        self._prefix = prefix

    @property
    def folder(self) -> Path:
        """Where the program is installed."""
        return self._prefix.local_data / "Programs" / "Homeward"

    def install(self, file: Path) -> int:
        """Install, or upgrade, from a file on the drive."""
        return self._prefix.run(self._prefix.name(file), "/S").returncode

    def repair(self, file: Path) -> int:
        """The same as installing: what is there is written anew."""
        return self.install(file)

    def uninstall(self, file: Path, *more: str) -> int:  # noqa: ARG002 - the package needs it
        """Remove the program; the uninstaller goes on in a copy of itself and is waited for."""
        uninstaller = self.folder / "Uninstall.exe"
        code = self._prefix.run(self._prefix.name(uninstaller), "/S", *more).returncode
        start = time.monotonic()
        while uninstaller.exists() or self.folder.exists():
            if time.monotonic() - start > _UNINSTALL_S:
                raise CheckError("the uninstaller did not end")
            time.sleep(0.5)
        return code


class Package:
    """The package of a whole computer."""

    name = "msi"
    hive = "HKLM"
    # Windows' Restart Manager does; Wine has none.
    closes_windows = False
    refuses_with = frozenset({1603 % 256, 1638 % 256})

    def __init__(self, prefix: Prefix) -> None:
        self._prefix = prefix

    @property
    def folder(self) -> Path:
        """Where the program is installed."""
        return self._prefix.drive / "Program Files" / "Homeward"

    def install(self, file: Path) -> int:
        """Install, or upgrade, from a file on the drive."""
        return self._installer("/i", file).returncode

    def repair(self, file: Path) -> int:
        """Write every file anew from the package."""
        return self._installer("/i", file, "REINSTALL=ALL", "REINSTALLMODE=amus").returncode

    def uninstall(self, file: Path) -> int:
        """Remove the program."""
        return self._installer("/x", file).returncode

    def _installer(self, task: str, file: Path, *more: str) -> subprocess.CompletedProcess[str]:
        return self._prefix.run("msiexec", task, self._prefix.name(file), *more, "/qn")
