"""Which files a payload holds, with their hashes: its own list, and one hash for all of it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from packing.locks import sha256

BILL = "sbom.cdx.json"
LIST = "FILES.sha256"
"""The list lies in the payload; `sha256sum -c FILES.sha256` checks an installed program."""


def files(folder: Path) -> Iterator[str]:
    """Names of all files below a folder with "/", in one order on every system."""
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    return iter(sorted(names))


def listing(folder: Path, without: frozenset[str] = frozenset({LIST})) -> str:
    """The list of a payload in the form that `sha256sum` reads; the list itself is left out."""
    return "".join(
        f"{sha256(folder / name)}  {name}\n" for name in files(folder) if name not in without
    )


def payload_hash(folder: Path) -> str:
    """One hash of all names and contents; times and rights do not count, nor do the lists."""
    return hashlib.sha256(listing(folder, frozenset({LIST, BILL})).encode()).hexdigest()


def write_list(folder: Path) -> None:
    """Write the list of files into the payload."""
    (folder / LIST).write_text(listing(folder), "utf-8", newline="\n")


def set_times(folder: Path, time_s: int) -> None:
    """Give every file and folder one time, so that archives of equal payloads are equal."""
    for path in (*folder.rglob("*"), folder):
        os.utime(path, (time_s, time_s))


def size(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
