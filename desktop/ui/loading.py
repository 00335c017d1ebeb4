"""In which order modules are loaded ahead, so that the window answers between any two of them."""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_IMPORTED = re.compile(r"^(?:from|import) ((?:desktop|reports)\.[\w.]+)", re.MULTILINE)
"""What is imported as soon as a module is loaded; lines of functions are indented."""


def modules(page: str = "") -> list[str]:
    """Every module of a page, or of everything that has to do with Qt, and all that they import.

    Each stands behind those that it imports. Reads files: for jobs. To be loaded on the window's
    thread only: see `desktop.app`.
    """
    below = _ROOT.joinpath("desktop", "ui", *(("pages", page) if page else ()))
    found = (path.relative_to(_ROOT).with_suffix("") for path in sorted(below.rglob("*.py")))
    return in_order(".".join(path.parts) for path in found if path.name != "__init__")


def in_order(names: Iterable[str]) -> list[str]:
    """Modules and what they import, each behind those that it imports itself."""
    order: dict[str, None] = {}
    begun: set[str] = set()

    def take(name: str) -> None:
        if name in begun:
            return
        begun.add(name)
        for imported in _imported(name):
            take(imported)
        order[name] = None

    for name in names:
        take(name)
    return list(order)


def spare_sources() -> None:
    """Qt reads the source of every module that is loaded, to see whether it is named in it.

    It asks because of a choice of names that none of ours makes, and the lines of every
    source stay in memory. Without the function that asks, nothing is changed.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", _is_ours)  # noqa: B010 - no name that types know


def _is_ours(module: object) -> bool:
    return getattr(module, "__name__", "").startswith("desktop.")


def _imported(name: str) -> list[str]:
    path = _ROOT.joinpath(*name.split("."))
    for file in (path.with_suffix(".py"), path / "__init__.py"):
        if file.is_file():
            return _IMPORTED.findall(file.read_text(encoding="utf-8"))
    return []
