"""The version, and a command line that nobody listens to."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __version__, cli
from desktop.about import FROM_SOURCE, LIBRARIES, NOT_FOUND, build, library_version
from desktop.storage.migrations import HEAD

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"PySide6", "sqlalchemy", "sqlcipher3", "psycopg", "reportlab", "openpyxl"}


def test_the_version_says_build_schema_and_libraries(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [f"homeward {__version__}", f"build {FROM_SOURCE}", f"schema {HEAD}"]
    assert cli.main(["--version", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["version"], document["schema"]) == (__version__, HEAD)
    assert list(document["libraries"]) == list(LIBRARIES)
    assert NOT_FOUND not in document["libraries"].values()


def test_the_version_loads_no_library() -> None:
    program = (
        "import sys; from desktop import cli; cli.main(['--version']); "
        "sys.stderr.write(' '.join({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert HEAVY.isdisjoint(done.stderr.split())


def test_the_package_has_the_version_of_the_program() -> None:
    assert 'version = { attr = "desktop.__version__" }' in (ROOT / "pyproject.toml").read_text()


def test_the_build_is_what_the_packager_wrote(tmp_path: Path) -> None:
    file = tmp_path / "build.json"
    assert build(file) == FROM_SOURCE
    file.write_text('{"build": "8516c8c"}', "utf-8")
    assert build(file) == "8516c8c"
    file.write_text('{"build": 17}', "utf-8")
    assert build(file) == "17"
    for damaged in ("", "[]", "{}", "\xff"):
        file.write_text(damaged, "latin-1")
        assert build(file) == FROM_SOURCE


def test_a_library_that_is_not_there_is_told() -> None:
    assert library_version("no-such-library-of-ours") == NOT_FOUND


@pytest.mark.parametrize(("arguments", "code"), [(["--version"], 0), (["people"], 0), (["?"], 2)])
def test_a_program_without_streams_does_its_work(
    tmp_path: Path, arguments: list[str], code: int
) -> None:
    """As a windowed program of Windows, which has none unless somebody redirects them."""
    shell = 'exec "$0" -m desktop "$@" <&- >&- 2>&-'
    done = subprocess.run(
        ["sh", "-c", shell, sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "HOMEWARD_HOME": str(tmp_path)},
        check=False,
    )
    assert done.returncode == code


def test_a_mistake_without_streams_has_its_exit_code(tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("[", "utf-8")
    shell = 'exec "$0" -m desktop people >&- 2>&-'
    done = subprocess.run(
        ["sh", "-c", shell, sys.executable],
        cwd=ROOT,
        env={**os.environ, "HOMEWARD_POLICY": str(policy)},
        check=False,
    )
    assert done.returncode == 3


@pytest.mark.parametrize("option", [["--picture", "x.png"], ["--platform", "offscreen"]])
def test_options_of_the_self_test_stand_with_it(
    option: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(option)
    assert caught.value.code == 2
    assert "--selftest" in capsys.readouterr().err


def test_a_result_that_cannot_be_written_is_the_surroundings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--selftest", str(tmp_path / "no" / "file.json")]) == 4
    assert "could not be written" in capsys.readouterr().err
