"""The house rules about who may know whom, so that a change stays in its room.

The layers stand in `pyproject.toml` under `tool.importlinter`; what a layer cannot say
(third-party packages, SQL, size) is read from the source here. Every rule holds for modules
that are not written yet.
"""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
OURS = ("desktop", "reports")
LONGEST_MODULE = 500

# Third-party packages that have one place in the house.
ONLY_IN = {
    "PySide6": ("desktop/ui/", "desktop/app.py", "desktop/program/", "desktop/selftest/screen/"),
    "shiboken6": ("desktop/ui/", "desktop/app.py", "desktop/program/"),
    "sqlalchemy": ("desktop/storage/",),
    "alembic": ("desktop/storage/",),
    "psycopg": ("desktop/storage/",),
    "sqlcipher3": ("desktop/storage/",),
    "reportlab": ("reports/",),
    "segno": ("reports/",),
    "openpyxl": ("reports/", "desktop/files/"),
    "python_calamine": ("desktop/files/",),
}

# Parts of the standard library through which a rule of the trade would reach the world.
IMPURE = frozenset({
    "asyncio", "concurrent", "ctypes", "http", "io", "locale", "logging", "multiprocessing",
    "os", "pathlib", "platform", "random", "secrets", "shutil", "socket", "sqlite3", "ssl",
    "subprocess", "sys", "tempfile", "threading", "time", "urllib",
})  # fmt: skip
CLOCKS = frozenset({"today", "now", "utcnow"})

SQL = re.compile(
    r"\s*(SELECT\b.+\bFROM\b|INSERT INTO\b|UPDATE \w+ SET\b|DELETE FROM\b|PRAGMA\b|GRANT\b"
    r"|(CREATE|ALTER|DROP) (TABLE|INDEX|UNIQUE|VIEW|POLICY|ROLE|TRIGGER|DATABASE)\b)",
    re.DOTALL,
)


def sources(*folders: str) -> list[Path]:
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


@cache
def imports(path: Path) -> list[tuple[str, str]]:
    """Place and dotted name of everything that a module imports, at its top or later."""
    found: list[tuple[str, str]] = []
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found += [(f"{place(path)}:{node.lineno}", alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            name = "." * node.level + (node.module or "")
            found.append((f"{place(path)}:{node.lineno}", name))
    return found


def third_party(*folders: str) -> Iterator[tuple[str, str]]:
    """Place and name of every imported package that is not ours and not Python's."""
    for path in sources(*folders):
        for where, name in imports(path):
            package = name.partition(".")[0]
            if package not in {*sys.stdlib_module_names, *OURS}:
                yield where, package


def strings(path: Path) -> Iterator[tuple[str, str]]:
    """Place and value of every string literal that is not a docstring."""
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(parsed(path)):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and id(node) not in docstrings:
            yield f"{place(path)}:{node.lineno}", node.value


def configuration() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_imports_run_down_and_in_no_circle() -> None:
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports("
    done = subprocess.run(
        [sys.executable, "-c", program + "no_cache=True, no_logo=True))"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_room_has_a_layer() -> None:
    contracts = configuration()["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["id"] == "down")
    named = set(re.findall(r"desktop\.(\w+)", " ".join(layers)))
    rooms = {
        path.stem
        for path in (ROOT / "desktop").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    unplaced = rooms - named - {"__init__"}
    assert not unplaced, f"give these a layer in pyproject.toml: {sorted(unplaced)}"


def test_every_folder_is_a_package() -> None:
    """A folder without `__init__.py` would be invisible to the contracts."""
    folders = {path.parent for path in sources(*OURS)}
    assert [place(f) for f in sorted(folders) if not (f / "__init__.py").exists()] == []


def test_imports_are_absolute() -> None:
    relative = [where for path in sources(*OURS) for where, name in imports(path) if name[0] == "."]
    assert relative == []


@pytest.mark.parametrize("package", ONLY_IN)
def test_package_stays_in_its_place(package: str) -> None:
    strays = [
        where
        for where, name in third_party(*OURS)
        if name == package and not where.startswith(ONLY_IN[package])
    ]
    assert strays == []


def test_rules_of_the_trade_need_nothing_but_python() -> None:
    assert list(third_party("desktop/domain")) == []


def test_rules_of_the_trade_are_pure() -> None:
    reached = [
        (where, name)
        for path in sources("desktop/domain")
        for where, name in imports(path)
        if name.partition(".")[0] in IMPURE
    ]
    clocks = [
        f"{place(path)}:{node.lineno}"
        for path in sources("desktop/domain")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
    ]
    assert (reached, clocks) == ([], [])


def test_only_storage_speaks_sql() -> None:
    spoken = [
        (where, text)
        for path in sources(*OURS)
        if not place(path).startswith("desktop/storage/")
        for where, text in strings(path)
        if SQL.match(text)
    ]
    assert spoken == []


def test_modules_are_short() -> None:
    lengths = {
        place(path): path.read_text("utf-8").count("\n")
        for path in sources(*OURS, "installer", "tests")
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_every_imported_package_is_a_dependency() -> None:
    distributions = metadata.packages_distributions()
    declared = {
        re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-")
        for requirement in configuration()["project"]["dependencies"]
    }
    undeclared = {
        (where, package)
        for where, package in third_party(*OURS)
        if not {name.lower().replace("_", "-") for name in distributions.get(package, ())}
        & declared
    }
    assert undeclared == set()
