"""Runs an installed Homeward: packages and program of its own folder, nothing of the user's.

Each module of the program would be four small files to look for and to read; on Windows, where a
virus guard looks at every one, that is most of the time until the window. So the code of all
modules comes from one file, `modules.pack`; sources stay beside it for tracebacks, and a program
without the pack works as well.
"""

import marshal
import runpy
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType

PACK = "modules.pack"


class PackedLoader(SourceFileLoader):
    """Loads a module whose code is known; everything else is as for its source file."""

    def __init__(self, name: str, path: str, code: bytes) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - one loader, one module
        """The code object of the module."""
        code: CodeType = marshal.loads(self._code)  # noqa: S302 - our own
        return code


class PackedFinder:
    """Finds the modules of a pack: name to whether it is a package, and its code."""

    def __init__(self, folder: Path, modules: dict[str, tuple[bool, bytes]]) -> None:
        self._folder = str(folder)
        self._modules = modules

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None = None,  # noqa: ARG002 - as importlib calls it
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """The specification of a module of the pack; None for every other."""
        known = self._modules.get(name)
        if known is None:
            return None
        is_package, code = known
        parts = [self._folder, *name.split(".")]
        # No Path: hundreds of them cost as much as they save.
        place = "\\".join(parts) if sys.platform == "win32" else "/".join(parts)
        file = place + ("\\__init__.py" if sys.platform == "win32" else "/__init__.py")
        if not is_package:
            file = f"{place}.py"
        loader = PackedLoader(name, file, code)
        folders = [place] if is_package else None
        return spec_from_file_location(
            name, file, loader=loader, submodule_search_locations=folders
        )


def use_pack(folder: Path) -> None:
    """Take modules from the pack of this version of Python, if there is one."""
    try:
        version, modules = marshal.loads((folder / PACK).read_bytes())  # noqa: S302 - our own
    except (OSError, ValueError, EOFError, TypeError):
        return
    if version == list(sys.version_info[:2]):
        sys.meta_path.insert(0, PackedFinder(folder, modules))


def main() -> None:
    """Find the packages, then be the program."""
    here = Path(__file__).resolve().parent
    for folder in (str(here), str(here.parent / "site")):
        if folder not in sys.path:
            sys.path.insert(0, folder)
    use_pack(here)
    runpy.run_module("desktop", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
