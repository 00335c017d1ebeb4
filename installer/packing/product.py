"""What the shipped program is called, which numbers it has, and where its source lies."""

from __future__ import annotations

import os
import re
import subprocess
import uuid
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
INSTALLER = PROJECT / "installer"

NAME = "Homeward"
PUBLISHER = "Homeward project"
WINDOW, CONSOLE = "Homeward.exe", "homeward-cli.exe"
"""Launchers of the window and of the command line, which has standard output."""
PORTABLE_MARK = "portable.txt"
"""Where this file stands beside the launchers, data stays in the folder of the program."""

PYTHON = (3, 11)
"""Version of the Windows runtime, whose wheels and compiled modules are taken."""

UPGRADE_CODE = "5f0c3b36-6f2d-4b0e-9d0b-5a3c2f4e7b11"
"""The same for every version: by it Windows Installer knows that a package is Homeward."""
SHORTCUT_GUID = "5f0c3b36-6f2d-4b0e-9d0b-5a3c2f4e7b12"
FILE_TYPES_GUID = "5f0c3b36-6f2d-4b0e-9d0b-5a3c2f4e7b13"
PACKAGES = uuid.UUID("5f0c3b36-6f2d-4b0e-9d0b-5a3c2f4e7b10")
"""Namespace of the numbers that are made from the contents of a package."""

LARGEST_SETUP = 60_000_000
LARGEST_INSTALLED = 200_000_000

_OLDEST_TIME = 315_619_200
"""1 January 1980 and a day: archives know no earlier one, in any time zone."""


class BuildError(Exception):
    """The build cannot go on; the text says why and what to do."""


def version(project: Path = PROJECT) -> str:
    """The one version of the program, as `desktop/__init__.py` says it."""
    text = (project / "desktop" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', text, re.MULTILINE)
    if found is None:
        raise BuildError("desktop/__init__.py does not say the version as three numbers.")
    return found[1]


def build_number(project: Path = PROJECT) -> str:
    """The commit that is built, marked where files differ from it; `unknown` outside git."""
    commit = _git(project, "rev-parse", "--short=12", "HEAD")
    if not commit:
        return "unknown"
    return f"{commit}+changes" if _git(project, "status", "--porcelain") else commit


def build_time(project: Path = PROJECT) -> int:
    """Seconds since 1970 that every file of the payload gets: the commit's, never the clock's."""
    given = os.environ.get("SOURCE_DATE_EPOCH") or _git(project, "log", "-1", "--format=%ct")
    return max(int(given), _OLDEST_TIME) if given else _OLDEST_TIME


def python_name() -> str:
    """The runtime's version as it stands in names: `311`."""
    return "".join(map(str, PYTHON))


def _git(project: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-C", str(project), *arguments], capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
