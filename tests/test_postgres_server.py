"""The PostgreSQL that other tests stand on."""

from pathlib import Path

import psutil
import psycopg
import pytest
from support import postgres
from support.postgres import PostgresServer


def connect(url: str) -> psycopg.Connection:
    return psycopg.connect(url.replace("+psycopg", ""), autocommit=True)


def tables(url: str) -> list[str]:
    with connect(url) as connection:
        rows = connection.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
        )
        return [name for (name,) in rows]


def test_every_test_has_a_database_of_its_own(
    postgres_server: PostgresServer, postgres_url: str
) -> None:
    with connect(postgres_url) as connection:
        connection.execute("CREATE TABLE traveller (name text)")
        encoding = connection.execute("SHOW server_encoding").fetchone()
    other = postgres_server.create_database()
    assert encoding == ("UTF8",)
    assert tables(postgres_url) == ["traveller"]
    assert tables(other) == []
    postgres_server.drop_database(other)


def test_a_prepared_database_is_copied(postgres_server: PostgresServer, postgres_url: str) -> None:
    with connect(postgres_url) as connection:
        connection.execute("CREATE TABLE convoy AS SELECT 102 AS travellers")
    copy = postgres_server.create_database(template=postgres_url)
    with connect(copy) as connection:
        assert connection.execute("SELECT travellers FROM convoy").fetchone() == (102,)
        postgres_server.drop_database(copy)
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        connect(copy)


def test_nobody_comes_in_without_the_password(
    postgres_server: PostgresServer, postgres_url: str
) -> None:
    database = postgres_url.rpartition("/")[2]
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        connect(postgres_server.url(database, password="guess"))


def test_the_wheel_serves_where_the_system_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(postgres.PROGRAMS_VARIABLE, raising=False)
    monkeypatch.setattr(postgres, "_system_folders", lambda: iter(()))
    server = PostgresServer.start()
    folder = server._folder
    with connect(server.create_database()) as connection:
        process_id = connection.info.backend_pid
        assert psutil.pid_exists(process_id)
    server.stop()
    assert not folder.exists()
    assert not psutil.pid_exists(process_id)


def test_no_server_is_a_failure_that_says_where_it_looked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(postgres.PROGRAMS_VARIABLE, raising=False)
    monkeypatch.setattr(postgres, "_system_folders", lambda: iter((tmp_path,)))
    monkeypatch.setattr(postgres, "_wheel_folders", list)
    with pytest.raises(RuntimeError, match="no PostgreSQL 15 or newer") as failure:
        PostgresServer.start()
    assert str(tmp_path) in str(failure.value)
