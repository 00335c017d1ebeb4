"""A change of the schema that would lose something in silence is taken back."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection
from support.desks import open_desk
from support.people import register

from desktop.errors import Corrupt
from desktop.storage import upgrading
from desktop.storage.engine import make_engine
from desktop.storage.guarding import parts
from desktop.storage.migrations import REVISIONS
from desktop.storage.upgrading import upgrade_schema

LOSSES = {
    "a person": (
        "DELETE FROM person_token",
        "DELETE FROM match_key",
        "DELETE FROM phone",
    ),
    "an index": ("DROP INDEX ix_change_root",),
    "a table": ("DROP TABLE dispatch",),
    "a link": ("UPDATE phone SET person_id = x'00000000000000000000000000000001'",),
}


@pytest.fixture
def register_file(tmp_path: Path, _prepared_file: Path) -> Path:
    """A register with one person, as an earlier version has left it."""
    path = tmp_path / "register.db"
    shutil.copy(_prepared_file, path)
    desk = open_desk(str(path))
    register(desk)
    desk.store.close()  # type: ignore[attr-defined]
    return path


def contents(path: Path) -> tuple[frozenset[str], dict[str, int]]:
    """Parts of the schema, and rows of every table."""
    engine = make_engine(str(path))
    with engine.connect() as connection:
        there = parts(connection)
        rows = {
            one: connection.exec_driver_sql(f'SELECT count(*) FROM "{one[6:]}"').scalar_one()  # noqa: S608
            for one in there
            if one.startswith("table ")
        }
    engine.dispose()
    return there, rows


@pytest.mark.parametrize("loss", LOSSES)
def test_nothing_is_lost_in_silence(
    register_file: Path, monkeypatch: pytest.MonkeyPatch, loss: str
) -> None:
    before = contents(register_file)
    real: Callable[[Connection, str], None] = upgrading._apply

    def harmful(connection: Connection, revision: str) -> None:
        real(connection, revision)
        if connection.engine.url.database != ":memory:":
            for statement in LOSSES[loss]:
                connection.exec_driver_sql(statement)

    monkeypatch.setattr(upgrading, "_apply", harmful)
    engine = make_engine(str(register_file))
    with pytest.raises(Corrupt) as caught:
        upgrade_schema(engine)
    engine.dispose()
    wrong = "storage.links_broken" if loss == "a link" else "storage.upgrade_wrong"
    assert caught.value.code == wrong
    assert contents(register_file) == before


def test_a_harmless_change_is_kept(register_file: Path) -> None:
    before = contents(register_file)
    engine = make_engine(str(register_file))
    upgrade_schema(engine, REVISIONS[-1])
    engine.dispose()
    assert contents(register_file) == before
