"""The self-test itself: one failure stops no other check, and the file is always true."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sample_checks

from desktop import __version__
from desktop.errors import Unavailable
from desktop.selftest import run
from desktop.selftest.checks import CHECKS
from desktop.selftest.runner import _check
from desktop.storage.migrations import HEAD

ROOT = Path(__file__).resolve().parents[2]


def named(*names: str) -> list[tuple[str, str]]:
    return [(name, f"sample_checks:{name}") for name in names]


def read(file: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return document


def test_what_passes_is_written_with_what_the_program_is(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    home = os.environ["HOMEWARD_HOME"]
    assert run(file, checks=named("passes"))
    document = read(file)
    assert (document["ok"], document["version"], document["schema"]) == (True, __version__, HEAD)
    assert document["build"] == "source"
    assert document["libraries"]["SQLAlchemy"].startswith("2.")
    (check,) = document["checks"]
    assert (check["name"], check["ok"], check["detail"]) == ("passes", True, "fine")
    assert check["ms"] >= 0
    assert [path.name for path in tmp_path.iterdir()] == ["result.json"]
    assert not sample_checks.SEEN[-1].exists()
    assert os.environ["HOMEWARD_HOME"] == home


def test_nothing_is_made_in_the_home_of_the_officer(tmp_path: Path) -> None:
    home = Path(os.environ["HOMEWARD_HOME"])
    database = [check for check in CHECKS if check[0] == "migration"]
    assert run(tmp_path / "result.json", checks=database)
    assert not home.exists()


def test_a_failure_stops_no_other_check(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    missing = ("missing", "desktop.selftest.no_such_part:check")
    checks = [*named("fails", "refuses", "breaks", "leaves"), missing, *named("passes")]
    assert not run(file, checks=checks)
    document = read(file)
    assert document["ok"] is False
    details = {check["name"]: check["detail"] for check in document["checks"] if not check["ok"]}
    assert list(details) == ["fails", "refuses", "breaks", "leaves", "missing"]
    assert details["fails"] == "two and two are five"
    assert "intake.no_header" in details["refuses"]
    assert "ZeroDivisionError: in the middle" in details["breaks"]
    assert "SystemExit: 3" in details["leaves"]
    assert "ModuleNotFoundError" in details["missing"]
    assert document["checks"][-1]["ok"] is True


def test_a_crash_leaves_the_name_of_the_check(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    program = (
        "import sys; from pathlib import Path; from desktop.selftest import run; "
        f"sys.path.append({str(ROOT / 'tests' / 'selftest')!r}); "
        f"run(Path({str(file)!r}), checks={named('passes', 'dies', 'passes')!r})"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert done.returncode == 9
    document = read(file)
    assert document["ok"] is False
    assert [(one["name"], one["ok"], one["detail"]) for one in document["checks"]] == [
        ("passes", True, "fine"),
        ("dies", False, "did not end"),
    ]


def test_qt_ends_a_program_without_its_platform_and_the_file_says_so(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    fonts = [check for check in CHECKS if check[0] == "fonts"]
    program = (
        "from pathlib import Path; from desktop.selftest import run; "
        f"run(Path({str(file)!r}), None, 'nowhere', {fonts!r})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode != 0
    assert read(file)["checks"] == [
        {"name": "fonts", "ok": False, "detail": "did not end", "ms": 0}
    ]


def test_a_file_that_cannot_be_written_is_said_before_anything_is_tried(tmp_path: Path) -> None:
    tried = len(sample_checks.SEEN)
    with pytest.raises(Unavailable) as caught:
        run(tmp_path / "no" / "folder.json", checks=named("passes"))
    assert caught.value.code == "selftest.not_written"
    assert len(sample_checks.SEEN) == tried


def test_every_check_has_a_name_of_its_own_and_is_there() -> None:
    assert len({name for name, _ in CHECKS}) == len(CHECKS)
    assert all(callable(_check(place)) for _, place in CHECKS)
