"""The tools of the trial themselves: what they compare, what they tell."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from packing import launcher, making, tools
from packing.product import BuildError
from trial import TOOLS, story
from trial.checks import CheckError, Checks, require


def workbook(folder: Path, value: str) -> Path:
    folder.mkdir()
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = value
    book.save(folder / "list.xlsx")
    book.close()
    return folder


def test_papers_that_differ_in_the_minute_of_printing_are_the_same(tmp_path: Path) -> None:
    since = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    clock = story._clock(since, since + timedelta(minutes=3))
    assert clock.sub("hh:mm", "09:02 and 15:01:59 and 23:30") == "hh:mm and hh:mm and 23:30"


def test_equal_workbooks_are_equal(tmp_path: Path) -> None:
    ours, theirs = workbook(tmp_path / "1", "Шодиева"), workbook(tmp_path / "2", "Шодиева")
    assert "1 files" in story.compare(ours, theirs, datetime.now(UTC))


def test_the_first_difference_is_named(tmp_path: Path) -> None:
    ours, theirs = workbook(tmp_path / "1", "Шодиева"), workbook(tmp_path / "2", "Шодиев")
    with pytest.raises(CheckError, match=r"Шодиева.*Шодиев "):
        story.compare(ours, theirs, datetime.now(UTC))
    (theirs / "list.xlsx").rename(theirs / "other.xlsx")
    with pytest.raises(CheckError, match="other files"):
        story.compare(ours, theirs, datetime.now(UTC))


def test_a_failure_is_noted_and_the_rest_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    checks, lines = Checks(), ["a line"]
    assert not checks.passed
    with checks.check("first"):
        require(not lines, "one is not more")
    with checks.check("second"):
        raise BuildError("no tool")
    with checks.check("third") as note:
        note.detail = "fine"
    assert [result.passed for result in checks.results] == [False, False, True]
    assert not checks.passed
    lines = capsys.readouterr().out.splitlines()
    details = [re.split(r"\s{2,}", line)[-1] for line in lines]
    assert details == ["one is not more", "no tool", "fine"]


def test_every_program_that_is_called_has_a_package_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wanted = {*TOOLS, launcher.COMPILER, launcher.RESOURCES, "osslsigncode", "openssl"}
    wanted |= {tool for needed in making._TOOLS.values() for tool in needed}
    assert wanted <= tools.DEBIAN_PACKAGES.keys()
    monkeypatch.setattr(tools, "find", lambda _program: None)
    monkeypatch.setattr(tools.machine, "may_install", lambda: False)
    with pytest.raises(BuildError, match="sudo apt-get install nsis wine"):
        tools.ensure(["wine", "makensis"])
