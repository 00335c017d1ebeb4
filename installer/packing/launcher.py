"""The two programs that start Homeward on Windows: small, with icon, version and manifest."""

from __future__ import annotations

import tempfile
from pathlib import Path

from packing.product import CONSOLE, INSTALLER, PORTABLE_MARK, PUBLISHER, WINDOW, python_name
from packing.tools import find, run

_SOURCE = INSTALLER / "launcher"
_CROSS = "x86_64-w64-mingw32-"
COMPILER, RESOURCES = f"{_CROSS}gcc", f"{_CROSS}windres"
ICON = _SOURCE / "homeward.ico"

_DESCRIPTIONS = {WINDOW: "Homeward", CONSOLE: "Homeward on the command line"}


def programs() -> tuple[str, str]:
    """Compiler and resource compiler; a Windows build machine has them without a prefix."""
    native = find(COMPILER) is None and find("gcc") is not None and find("windres") is not None
    return ("gcc", "windres") if native else (COMPILER, RESOURCES)


def make_launchers(folder: Path, version: str) -> list[Path]:
    """Compile both launchers into `folder`. The same source gives the same bytes.

    Raises BuildError with the compiler's words.
    """
    return [_make(folder / name, version, console=name == CONSOLE) for name in (WINDOW, CONSOLE)]


def _make(target: Path, version: str, *, console: bool) -> Path:
    compiler, resource_compiler = programs()
    with tempfile.TemporaryDirectory(prefix="homeward-") as scratch:
        work = Path(scratch)
        manifest = (_SOURCE / "launcher.manifest").read_text("utf-8")
        (work / "launcher.manifest").write_text(manifest.replace("@VERSION@", version), "utf-8")
        texts = {
            "ICON_FILE": ICON.as_posix(),
            "MANIFEST_FILE": (work / "launcher.manifest").as_posix(),
            "PUBLISHER": PUBLISHER,
            "DESCRIPTION": _DESCRIPTIONS[target.name],
            "VERSION_TEXT": version,
            "FILE_NAME": target.name,
        }
        head = [f'#define {name} "{text}"' for name, text in texts.items()]
        head.append(f"#define VERSION_NUMBERS {version.replace('.', ',')},0")
        script = (_SOURCE / "launcher.rc").read_text("utf-8")
        (work / "launcher.rc").write_text("\n".join([*head, script]), "utf-8")
        run([resource_compiler, "-c", "65001", "launcher.rc", "launcher.o"], folder=work)
        command = [compiler, "-O2", "-Wall", "-Wextra", "-Werror", "-municode", "-s"]
        command += ["-finput-charset=UTF-8", "-mconsole" if console else "-mwindows"]
        command += ["-DCONSOLE"] if console else []
        command += [f'-DPYTHON_LIBRARY=L"python{python_name()}.dll"']
        command += [f'-DPORTABLE_MARK=L"{PORTABLE_MARK}"']
        command += ["-Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va"]
        source = str(_SOURCE / "launcher.c")
        run([*command, "-o", str(target), source, str(work / "launcher.o"), "-lshell32"])
    return target
