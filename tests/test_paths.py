"""Places on the disk: local, overridable, never created by asking."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop import paths

PLACES = [paths.data_dir, paths.config_dir, paths.log_dir, paths.machine_config_dir]


@pytest.mark.parametrize("place", PLACES)
def test_one_variable_moves_everything(place, tmp_path, monkeypatch):
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    assert place().parent == tmp_path
    assert not place().exists()


def test_places_differ_under_one_home(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    assert len({place() for place in PLACES}) == len(PLACES)


@pytest.mark.parametrize("place", PLACES)
def test_usual_places_are_absolute_and_named_after_the_program(place, monkeypatch):
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    assert place().is_absolute()
    assert paths.APPLICATION in place().parts


def test_default_database_lies_in_the_data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    assert paths.default_database_path() == paths.data_dir() / "homeward.db"


def test_default_database_follows_a_chosen_folder(tmp_path):
    assert paths.default_database_path(tmp_path) == tmp_path / "homeward.db"


def test_resources_stand_beside_the_package():
    assert paths.resources_dir() == Path(paths.__file__).parents[1] / "resources"


def test_data_is_where_qt_keeps_local_data(monkeypatch):
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    program = (
        "from PySide6.QtCore import QCoreApplication, QStandardPaths as S\n"
        f"QCoreApplication.setApplicationName({paths.APPLICATION!r})\n"
        "print(S.writableLocation(S.StandardLocation.AppLocalDataLocation))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert Path(answer.stdout.strip()) == paths.data_dir()
