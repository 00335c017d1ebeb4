"""A Windows of its own for a test: a fresh Wine prefix, with what Wine 8 lacks of Windows 10."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath

from packing.launcher import programs
from packing.product import INSTALLER, BuildError
from packing.tools import find, run

_STAND_INS = {"icuuc": [], "mscms": [], "bcryptprimitives": ["-ladvapi32"]}
"""Libraries in `wine/` that are put into the prefix, never into what is shipped."""

_OWN = ("mscms",)
"""Those that Wine has too, but not whole."""

PATIENCE_S = 300.0


class Prefix:
    """A Wine prefix. Programs get no input, and their output goes through a pipe."""

    def __init__(self, folder: Path, display: str) -> None:
        """Make it in an empty folder. Raises BuildError where Wine does not start."""
        self.folder = folder
        self._environment = {
            **os.environ,
            "WINEPREFIX": str(folder),
            "WINEDEBUG": "-all",
            # Wine would put entries into the menu of this system.
            "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=d",
            "DISPLAY": display,
            "LC_ALL": "C.UTF-8",
            "LANG": "C.UTF-8",
        }
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.run("wineboot", "-i")
        self.run("winecfg", "-v", "win10")
        for name, libraries in _STAND_INS.items():
            source = INSTALLER / "wine" / f"{name}.c"
            target = self.drive / "windows" / "system32" / f"{name}.dll"
            run([programs()[0], "-O2", "-shared", "-o", target, source, *libraries])
        for name in _OWN:
            key = r"HKCU\Software\Wine\DllOverrides"
            self.run("reg", "add", key, "/v", name, "/d", "native", "/f")

    @property
    def drive(self) -> Path:
        """The folder that is C:."""
        return self.folder / "drive_c"

    @property
    def user(self) -> Path:
        """The folder of the only user."""
        public = {"Public", "Default"}
        return next(path for path in (self.drive / "users").iterdir() if path.name not in public)

    @property
    def local_data(self) -> Path:
        """%LOCALAPPDATA% of the user."""
        return self.user / "AppData" / "Local"

    def name(self, path: Path) -> str:
        """The Windows name of a path in the drive."""
        inner = PurePosixPath(path.relative_to(self.drive))
        return str(PureWindowsPath("C:\\", *inner.parts))

    def run(
        self, *command: str, variables: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a program to its end; its code is its own. Raises BuildError where it hangs."""
        try:
            return subprocess.run(
                [find("wine") or "wine", *command],
                env={**self._environment, **(variables or {})},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                timeout=PATIENCE_S,
                check=False,
            )
        except subprocess.TimeoutExpired as failure:
            raise BuildError(f"{command[0]} did not end within {PATIENCE_S:.0f} s") from failure

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Start a program and leave it running."""
        return subprocess.Popen(
            [find("wine") or "wine", *command],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def end(self, program: str) -> None:
        """End a program of this prefix by its name."""
        self.run("taskkill", "/F", "/IM", program)

    def registry(self) -> str:
        """The whole registry as it is stored; every program that still runs is ended for it."""
        self.close()
        files = ("user.reg", "system.reg")
        return "".join((self.folder / name).read_text("utf-8", "replace") for name in files)

    def close(self) -> None:
        """End what still runs in this prefix, and nothing else; its registry is written."""
        for option in ("-k", "-w"):
            subprocess.run(
                [find("wineserver") or "wineserver", option],
                env=self._environment,
                check=False,
                timeout=PATIENCE_S,
            )

    def files(self) -> frozenset[str]:
        """Names of all files and folders on the drive; links are not followed."""
        found: set[str] = set()
        for folder, folders, names in os.walk(self.drive):
            inner = Path(folder).relative_to(self.drive)
            found.update((inner / name).as_posix() for name in (*folders, *names))
        return frozenset(found)
