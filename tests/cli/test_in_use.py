"""One program writes in a register; another one waits, reads, or says who works there."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import cli
from desktop.bootstrap import OpenDesk, open_desk
from desktop.cli import commands
from desktop.cli.story import STORY_OFFICE
from desktop.storage import volumes
from desktop.storage.holding import lock_path
from desktop.storage.volumes import Volume

LIST = Path(__file__).resolve().parents[2] / "resources/samples/zhibek-zholy-102.xlsx"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "register.db"


@pytest.fixture
def window(database: Path) -> Iterator[OpenDesk]:
    """Somebody who works in the register."""
    opened = open_desk(str(database), STORY_OFFICE, in_child=False)
    yield opened
    opened.close()


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, object]]:
    code = cli.main([*arguments, "--json"])
    return code, json.loads(capsys.readouterr().out)


def test_a_second_writer_is_told_who_works_there(
    window: OpenDesk,
    database: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert window.hold is not None
    monkeypatch.setattr(commands, "WAIT_S", 0.2)
    code, document = told(capsys, "--database", str(database), "import", str(LIST))
    assert code == 4
    assert document["error"]["code"] == "storage.in_use"  # type: ignore[index]
    code, document = told(capsys, "--database", str(database), "db", "restore", str(LIST))
    assert document["error"]["code"] != ""  # type: ignore[index]
    assert code != 0


def test_whoever_only_reads_may_read_beside_the_writer(
    window: OpenDesk, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert window.hold is not None
    assert told(capsys, "--database", str(database), "people") == (0, {"count": 0, "people": []})
    code, document = told(capsys, "--database", str(database), "db", "info")
    assert (code, document["people"]) == (0, 0)


def test_the_lock_goes_with_the_program(window: OpenDesk, database: Path) -> None:
    assert lock_path(database).exists()
    window.close()
    assert not lock_path(database).exists()
    open_desk(str(database), STORY_OFFICE, in_child=False).close()


@pytest.mark.parametrize(
    ("volume", "code"), [(Volume.NETWORK, "storage.network"), (Volume.SYNCED, "storage.synced")]
)
def test_a_register_is_not_worked_in_where_it_does_not_survive(
    database: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    volume: Volume,
    code: str,
) -> None:
    monkeypatch.setattr(volumes, "volume_of", lambda _path: volume)
    for arguments in (["import", str(LIST)], ["people"], ["db", "info"]):
        answer, document = told(capsys, "--database", str(database), *arguments)
        assert answer == 3
        assert document["error"]["code"] == code  # type: ignore[index]
    assert list(database.parent.iterdir()) == []


def test_a_register_in_a_synced_folder_can_be_copied_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    synced = tmp_path / "box"
    database = synced / "register.db"
    open_desk(str(database), STORY_OFFICE, in_child=False).close()
    (synced / ".stfolder").mkdir()
    assert told(capsys, "--database", str(database), "people")[0] == 3
    copy = tmp_path / "here" / "register.db"
    assert told(capsys, "--database", str(database), "db", "backup", str(copy))[0] == 0
    assert told(capsys, "--database", str(copy), "people")[0] == 0
