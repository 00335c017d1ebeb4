"""What this program is: version, build, schema and libraries, told without loading any."""

import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from desktop import __version__, paths
from desktop.storage.migrations import HEAD

BUILD_FILE = "build.json"
"""Written by the packager into the resources: {"build": "commit or number"}."""
FROM_SOURCE = "source"

LIBRARIES = (
    "PySide6-Essentials",
    "shiboken6",
    "SQLAlchemy",
    "alembic",
    "sqlcipher3",
    "cryptography",
    "psycopg",
    "psycopg-binary",
    "reportlab",
    "openpyxl",
    "defusedxml",
    "python-calamine",
    "pypdfium2",
    "num2words",
    "segno",
    "platformdirs",
    "tomli-w",
    "tzdata",
    "uuid-utils",
)
"""Distributions that the program is built on."""
NOT_FOUND = "not found"


@dataclass(frozen=True)
class About:
    """Version and build of the program, its schema, and what it runs on."""

    version: str
    build: str
    schema: str
    python: str
    platform: str
    libraries: Mapping[str, str]

    def __str__(self) -> str:
        lines = [
            f"homeward {self.version}",
            f"build {self.build}",
            f"schema {self.schema}",
            f"Python {self.python}",
            self.platform,
            *(f"{name} {version}" for name, version in self.libraries.items()),
        ]
        return "\n".join(lines)


def about() -> About:
    """What is installed here."""
    return About(
        version=__version__,
        build=build(paths.resources_dir() / BUILD_FILE),
        schema=HEAD,
        python=platform.python_version(),
        platform=platform.platform(),
        libraries={name: library_version(name) for name in LIBRARIES},
    )


def build(file: Path) -> str:
    """Commit or number that the packager wrote down; `source` where nobody packaged it."""
    try:
        return str(json.loads(file.read_bytes())["build"])
    except (OSError, ValueError, KeyError, TypeError):
        return FROM_SOURCE


def library_version(distribution: str) -> str:
    """Version of an installed distribution."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return NOT_FOUND
