"""Engines: SQLite always through sqlcipher3, PostgreSQL through psycopg 3."""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from desktop.errors import UserError
from desktop.storage.local_file import give_key

BUSY_TIMEOUT_MS = 10_000
WRITES = "homeward_writes"


def is_server(target: str) -> bool:
    """Whether `target` is the address of a PostgreSQL database rather than a file."""
    return target.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))


def shown_target(target: str) -> str:
    """The target as it may be shown: without a password."""
    return make_url(target).render_as_string(hide_password=True) if is_server(target) else target


def make_engine(target: str, key: bytes | None = None, *, only_read: bool = False) -> Engine:
    """Engine for a file path, of which `key` is the key if it has one, or a PostgreSQL address.

    With `only_read` a file refuses what would change it.

    Raises:
        UserError: `storage.bad_address` when the address cannot be read.
    """
    if is_server(target):
        return _server_engine(target)
    return _file_engine(Path(target), key, only_read=only_read)


def _server_engine(address: str) -> Engine:
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
        return create_engine(
            url,
            pool_pre_ping=True,
            pool_size=4,
            hide_parameters=True,
            connect_args={"connect_timeout": 10, "application_name": "homeward"},
        )
    except ArgumentError as error:
        raise UserError("storage.bad_address") from error


def _file_engine(path: Path, key: bytes | None, *, only_read: bool) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=sqlcipher,
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT_MS / 1000},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        give_key(connection, key)
        connection.isolation_level = None
        for pragma in (
            "foreign_keys = ON",
            "journal_mode = WAL",
            "synchronous = FULL",
            f"busy_timeout = {BUSY_TIMEOUT_MS}",
            "cache_size = -32000",
            "temp_store = MEMORY",
            f"query_only = {int(only_read)}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITES, False):
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            # It takes no lock yet and cannot fail: a search need not pay for more.
            connection.connection.cursor().execute("BEGIN")

    return engine
