"""Compiled modules, the same for the same source on every build machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from packing.product import PYTHON, BuildError
from packing.tools import run

# The code in a compiled module stands behind its head of 16 bytes.
_PACK = """
import marshal, sys
from pathlib import Path
top, *places = sys.argv[1:]
modules = {}
for path in sorted(path for place in places for path in Path(place).rglob("*.py")):
    compiled = path.parent / "__pycache__" / f"{path.stem}.{sys.implementation.cache_tag}.pyc"
    names = list(path.relative_to(top).with_suffix("").parts)
    package = names[-1] == "__init__"
    modules[".".join(names[:-1] if package else names)] = (package, compiled.read_bytes()[16:])
Path(top, "modules.pack").write_bytes(marshal.dumps((list(sys.version_info[:2]), modules)))
"""

# One process, one order, one seed: what is shared between constants depends on all three.
_SCRIPT = """
import sys, py_compile
from pathlib import Path
top, mode, *places = sys.argv[1:]
mode = getattr(py_compile.PycInvalidationMode, mode)
for place in map(Path, places):
    files = [place] if place.suffix == ".py" else sorted(place.rglob("*.py"))
    for path in files:
        name = path.relative_to(top).as_posix()
        py_compile.compile(str(path), dfile=name, doraise=True, invalidation_mode=mode, optimize=0)
"""


def compile_tree(top: Path, places: Sequence[Path], *, checked: bool) -> None:
    """Compile files and folders below `top`; `checked` modules compare themselves with the source.

    Raises BuildError without a Python of the runtime's version, or for a module that it refuses.
    """
    mode = "CHECKED_HASH" if checked else "UNCHECKED_HASH"
    wanted = [str(path) for path in places if path.is_dir() or path.suffix == ".py"]
    run(
        [*interpreter(), "-I", "-S", "-c", _SCRIPT, str(top), mode, *wanted],
        variables={"PYTHONHASHSEED": "0", "PYTHONUTF8": "1"},
    )


def pack_modules(top: Path, parts: Sequence[str]) -> None:
    """Put the code of all compiled modules of some folders of `top` into one file.

    What reads it is `launcher/start.py`. Raises BuildError as `compile_tree`.
    """
    places = [str(top / part) for part in parts]
    run([*interpreter(), "-I", "-S", "-c", _PACK, str(top), *places])


def interpreter() -> list[str]:
    """A Python whose compiled modules the runtime understands. Raises BuildError without one."""
    dotted = ".".join(map(str, PYTHON))
    if sys.version_info[:2] == PYTHON:
        return [sys.executable]
    for command in ([f"python{dotted}"], ["py", f"-{dotted}"]):
        if shutil.which(command[0]) is None:
            continue
        probe = subprocess.run(
            [*command, "-c", "import sys; print(sys.version_info[:2])"],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        if probe.stdout.strip() == str(PYTHON):
            return command
    raise BuildError(f"The modules must be compiled by Python {dotted}: install it beside yours.")
