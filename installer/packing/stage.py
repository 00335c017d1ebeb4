"""The payload: every file that an installed Homeward has, the same for the same inputs.

Homeward.exe  homeward-cli.exe     launchers
runtime/                           Python as python.org made it
site/                              the locked packages, each a folder that can be replaced
app/                               the program
licences/                          licences and notices of every part
sbom.cdx.json  FILES.sha256        what it is made of, and the hash of every file
"""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from packing.compiling import compile_tree, pack_modules
from packing.product import INSTALLER, PROJECT, BuildError, build_number, python_name
from packing.prune import is_kept

PATH_FILE = f"python{python_name()}._pth"
APP, SITE, RUNTIME, LICENCES = "app", "site", "runtime", "licences"
START = "start.py"

_APP_PARTS = ("desktop", "reports", "resources")
# Sources of translations and pictures of the README are of no use to the program.
_NOT_SHIPPED = re.compile(r".*\.(po|pyc)|(.*/)?__pycache__/.*|resources/pictures/.*|(.*/)?\.[^/]*")
# Modules of the LGPL look at their source: a changed one counts without being compiled.
REPLACEABLE = ("PySide6", "shiboken6", "psycopg", "psycopg_binary", "num2words")


@dataclass(frozen=True)
class Inputs:
    """What a payload is made of; `version` stands in place of the source's where a test asks."""

    project: Path
    version: str
    time_s: int


def path_file() -> str:
    """Where the runtime looks for modules; nothing else, no variable and no folder of the user.

    The first lines are those of the embeddable Python; ours follow.
    """
    lines = (f"python{python_name()}.zip", ".", rf"..\{SITE}", rf"..\{APP}")
    return "".join(f"{line}\r\n" for line in lines)


def unpack_wheels(wheels: Iterable[Path], folder: Path) -> None:
    """Unpack what is kept of the wheels. Raises BuildError for a wheel with a strange path."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for name in sorted(archive.namelist()):
                parts = PurePosixPath(name).parts
                if not parts or name.startswith("/") or ".." in parts or "\\" in name:
                    raise BuildError(f"{wheel.name} holds a path that leads outside: {name}")
                if is_kept(name):
                    target = folder / name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(archive.read(name))


def copy_app(inputs: Inputs, folder: Path) -> None:
    """Copy the program with what it reads, and write down which build this is."""
    for part in _APP_PARTS:
        for source in sorted((inputs.project / part).rglob("*")):
            name = source.relative_to(inputs.project).as_posix()
            if source.is_file() and not _NOT_SHIPPED.fullmatch(name):
                target = folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
    entry = folder / "desktop" / "__init__.py"
    text = entry.read_text("utf-8")
    line = f'__version__ = "{inputs.version}"'
    entry.write_text(re.sub(r'^__version__ = ".*"$', line, text, flags=re.MULTILINE), "utf-8")
    shutil.copyfile(INSTALLER / "launcher" / START, folder / START)
    document = {"build": build_number(inputs.project)}
    (folder / "resources" / "build.json").write_text(json.dumps(document) + "\n", "utf-8")


def compile_payload(folder: Path) -> None:
    """Compile the program and the packages, so that no start has to.

    Compiled modules are taken without a look at their source, but for those that everybody may
    replace by a version of their own.
    """
    replaceable = [folder / SITE / name for name in REPLACEABLE]
    others = [path for path in sorted((folder / SITE).iterdir()) if path not in replaceable]
    compile_tree(folder, replaceable, checked=True)
    compile_tree(folder, [*others, folder / APP], checked=False)
    pack_modules(folder / APP, [part for part in _APP_PARTS if part != "resources"])


def copy_licences(folder: Path, project: Path = PROJECT) -> None:
    """Bring the licence of the program and of every part together in one folder."""
    target = folder / LICENCES
    target.mkdir()
    shutil.copyfile(project / "LICENSE", target / "Homeward.txt")
    for source in sorted((project / "resources" / "licences").iterdir()):
        shutil.copyfile(source, target / source.name)
    runtime = folder / RUNTIME / "LICENSE.txt"
    if runtime.is_file():
        shutil.copyfile(runtime, target / "Python.txt")
    for information in sorted((folder / SITE).glob("*.dist-info")):
        package = information.name.removesuffix(".dist-info")
        for path in sorted(information.rglob("*")):
            if path.is_file() and re.match(r"(?i)(licen[cs]e|copying|notice)", path.name):
                inner = path.relative_to(information).as_posix().replace("/", "-")
                name = f"{package}-{inner.removeprefix('licenses-')}"
                shutil.copyfile(path, target / (name if path.suffix else f"{name}.txt"))
