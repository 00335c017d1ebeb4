"""The programs that a build or its test calls, and how to come by those that are missing."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO

import machine

from packing.product import BuildError

DEBIAN_PACKAGES = {
    "makensis": "nsis",
    "wixl": "wixl",
    "wixl-heat": "wixl",
    "osslsigncode": "osslsigncode",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "x86_64-w64-mingw32-windres": "binutils-mingw-w64-x86-64",
    "openssl": "openssl",
    "wine": "wine",
    "wineserver": "wine64",
    "Xvfb": "xvfb",
    "import": "imagemagick",
    "identify": "imagemagick",
    "xdotool": "xdotool",
}
"""Program to the Debian package that has it."""

_WINE_FOLDERS = ("/usr/lib/wine", "/usr/lib/x86_64-linux-gnu/wine")


def find(program: str) -> str | None:
    """Path of a program; Debian keeps the server of Wine out of the usual folders."""
    folders = os.pathsep.join((os.environ.get("PATH", ""), *_WINE_FOLDERS))
    return shutil.which(program, path=folders) or shutil.which(program + "64", path=folders)


def ensure(programs: Iterable[str]) -> None:
    """Install what is missing where that needs no password; raise BuildError where it does."""
    wanted = list(programs)
    missing = [program for program in wanted if find(program) is None]
    if missing and machine.may_install():
        machine.install_packages(sorted({DEBIAN_PACKAGES[program] for program in missing}))
        missing = [program for program in wanted if find(program) is None]
    if missing:
        packages = " ".join(sorted({DEBIAN_PACKAGES[program] for program in missing}))
        raise BuildError(
            f"These programs are missing: {', '.join(missing)}. Put them on the PATH; on Debian "
            f"and Ubuntu: sudo apt-get install {packages}"
        )


def run(
    command: Sequence[str | Path],
    *,
    folder: Path | None = None,
    given: IO[bytes] | None = None,
    variables: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a program and answer what it printed; raise BuildError with that where it fails.

    It starts in `folder`, reads `given`, and has `variables` besides those of this process.
    """
    first, *rest = map(str, command)
    environment = {**os.environ, **(variables or {})}
    done = subprocess.run(
        [find(first) or first, *rest],
        cwd=folder,
        env=environment,
        stdin=given or subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        last = "\n".join(done.stdout.splitlines()[-40:])
        raise BuildError(f"{Path(first).name} failed with {done.returncode}:\n{last}")
    return done
