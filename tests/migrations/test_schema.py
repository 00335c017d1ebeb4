"""The versions of the schema lead to the tables that the program uses, on both databases."""

import re
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect
from support.desks import database_of
from support.people import register
from support.schema import downgrade

from desktop.storage import migrations
from desktop.storage.engine import make_engine
from desktop.storage.migrations import HEAD, REVISIONS
from desktop.storage.seeding import seed
from desktop.storage.tables import metadata
from desktop.storage.upgrading import upgrade_schema
from desktop.usecases.ports import Desk


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """An empty database of each kind."""
    url = (
        str(tmp_path / "empty.db")
        if request.param == "sqlite"
        else request.getfixturevalue("postgres_url")
    )
    engine = make_engine(url)
    request.addfinalizer(engine.dispose)
    return engine


def test_the_list_of_versions_is_that_of_the_files() -> None:
    folder = Path(migrations.__file__).parent / "versions"
    found = {}
    for file in folder.glob("v*.py"):
        text = file.read_text(encoding="utf-8")
        revision = re.search(r'^revision = "(\d+)"', text, re.MULTILINE)
        down = re.search(r'^down_revision = (?:"(\d+)"|None)', text, re.MULTILINE)
        assert revision and down
        found[revision[1]] = down[1]
    assert tuple(sorted(found)) == REVISIONS
    assert [found[revision] for revision in REVISIONS] == [None, *REVISIONS[:-1]]


def test_the_versions_make_the_tables_of_the_program(empty: Engine) -> None:
    upgrade_schema(empty)
    with empty.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, metadata) == []


def test_every_version_can_be_reached_with_data_in_it(empty: Engine) -> None:
    from support.desks import START  # noqa: PLC0415

    for revision in REVISIONS:
        upgrade_schema(empty, revision)
        if revision == REVISIONS[0]:
            with empty.begin() as connection:
                seed(connection, START)
    with empty.connect() as connection:
        rows = connection.exec_driver_sql("SELECT count(*) FROM value_item").scalar()
    assert rows is not None
    assert rows > 50


def test_down_and_up_again_leaves_the_same_schema(empty: Engine) -> None:
    upgrade_schema(empty)
    before = _schema(empty)
    downgrade(empty, "base")
    with empty.connect() as connection:
        assert set(inspect(connection).get_table_names()) == {"alembic_version"}
    upgrade_schema(empty, HEAD)
    assert _schema(empty) == before


def test_the_words_of_people_come_through_a_change_of_their_table(desk: Desk) -> None:
    register(desk)
    engine = database_of(desk).engine
    words = _rows(engine, "SELECT token, words FROM person_token ORDER BY token")
    assert words
    downgrade(engine, "0003")
    assert _rows(engine, "SELECT search_text FROM person") == [(words[0][1].rstrip(),)]
    assert _rows(engine, "SELECT token FROM person_token ORDER BY token") == [
        (token,) for token, _ in words
    ]
    upgrade_schema(engine)
    assert _rows(engine, "SELECT token, words FROM person_token ORDER BY token") == words
    with desk.store.read() as reads:
        assert [row.family_name for row in reads.search_people("firuz rahm", 5)] == ["Раҳмонов"]


def test_every_table_is_strict_on_sqlite(tmp_path: Path) -> None:
    engine = make_engine(str(tmp_path / "strict.db"))
    upgrade_schema(engine)
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("PRAGMA table_list").all()
    loose = [row.name for row in rows if not row.strict and not row.name.startswith("sqlite_")]
    assert loose == ["alembic_version"]
    engine.dispose()


def _rows(engine: Engine, query: str) -> list[tuple[str, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(query)]


def _schema(engine: Engine) -> dict[str, object]:
    with engine.connect() as connection:
        inspector = inspect(connection)
        return {
            name: (
                [(column["name"], str(column["type"])) for column in inspector.get_columns(name)],
                sorted(str(index["name"]) for index in inspector.get_indexes(name)),
            )
            for name in inspector.get_table_names()
        }
