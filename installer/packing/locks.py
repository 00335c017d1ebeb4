"""The locked packages: names, versions and the hashes that a download must have."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from packing.product import BuildError


@dataclass(frozen=True)
class Locked:
    """One package of a lock; `hashes` are the SHA-256 of every file that may stand for it."""

    name: str
    version: str
    hashes: frozenset[str]


def read_lock(lock: Path) -> list[Locked]:
    """The packages of a lock file, in its order; markers of other interpreters are not looked at.

    Raises BuildError for a line that is no exact version with hashes.
    """
    text = re.sub(r"^#.*\n", "", lock.read_text("utf-8"), flags=re.MULTILINE)
    return [_entry(entry, lock) for entry in re.split(r"\n(?=\S)", text.strip())]


def _entry(entry: str, lock: Path) -> Locked:
    found = re.match(r"([a-z0-9-]+)==([\w.]+)", entry)
    hashes = frozenset(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))
    if found is None or not hashes:
        raise BuildError(f"{lock.name} holds a package without version or hash: {entry[:60]}")
    return Locked(found[1], found[2], hashes)


def find_files(packages: list[Locked], folder: Path) -> dict[str, Path]:
    """Name of each package to a file in `folder` that has one of its hashes."""
    by_hash = {sha256(path): path for path in sorted(folder.glob("*")) if path.is_file()}
    return {
        package.name: by_hash[known]
        for package in packages
        for known in sorted(package.hashes & by_hash.keys())[:1]
    }


def sha256(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
