"""Options of the timed tests; they run only when their folder is named.

python -m pytest tests/benchmarks --people 20000 --benchmark-columns=median,iqr,ops
"""

import tempfile
from pathlib import Path

import pytest
from benchmarks.rig import Setting


def pytest_addoption(parser: pytest.Parser) -> None:
    """How many people, and where their registers are kept."""
    parser.addoption("--people", type=int, default=5_000, help="size of the register")
    folder = Path(tempfile.gettempdir()) / "homeward-benchmarks"
    parser.addoption("--registers", type=Path, default=folder, help="where registers are kept")


@pytest.fixture
def setting(pytestconfig: pytest.Config) -> Setting:
    """What the measures are given."""
    folder: Path = pytestconfig.getoption("--registers")
    folder.mkdir(parents=True, exist_ok=True)
    return Setting(folder, people=pytestconfig.getoption("--people"))
