"""The schema brought up to date, and what version a database has.

Alembic is imported only where a version is applied: opening a current database reads one row.
"""

from enum import Enum, auto
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from desktop.errors import Corrupt
from desktop.storage.engine import WRITES, make_engine
from desktop.storage.failures import known_failures
from desktop.storage.guarding import Guard, parts
from desktop.storage.migrations import HEAD, REVISIONS


class SchemaState(Enum):
    """How a database stands to this program."""

    EMPTY = auto()
    CURRENT = auto()
    OLDER = auto()


def schema_version(connection: Connection) -> str | None:
    """Version that the database says it has; None for an empty one.

    Raises:
        Corrupt: `storage.foreign` when it holds something else than a register.
    """
    names = set(inspect(connection).get_table_names())
    if "alembic_version" in names:
        version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return version
    if names:
        raise Corrupt("storage.foreign")
    return None


def schema_state(engine: Engine) -> SchemaState:
    """How the database stands to this program.

    Raises:
        Corrupt: `storage.newer` when it was made by a later program.
    """
    with known_failures(), engine.connect() as connection:
        version = schema_version(connection)
    if version is None:
        return SchemaState.EMPTY
    if version not in REVISIONS:
        raise Corrupt("storage.newer", version=version, head=HEAD)
    return SchemaState.CURRENT if version == HEAD else SchemaState.OLDER


def upgrade_schema(engine: Engine, revision: str = HEAD) -> None:
    """Apply the missing versions in one transaction; all of them or none.

    Raises:
        Corrupt: as `Guard.check`, when a local file does not hold afterwards what it held; the
            file is then as it was.
    """
    with known_failures(), engine.connect() as plain:
        sqlite = engine.dialect.name == "sqlite"
        if sqlite:
            plain.exec_driver_sql("PRAGMA foreign_keys = OFF")
            plain.rollback()
            plain.connection.execute("PRAGMA foreign_keys = OFF")
        connection = plain.execution_options(**{WRITES: True})
        with connection.begin():
            guard = Guard(connection) if sqlite else None
            _apply(connection, revision)
            if guard is not None:
                guard.check(connection, partial(_expected, revision))
        if sqlite:
            plain.connection.execute("PRAGMA foreign_keys = ON")


def _expected(revision: str) -> frozenset[str]:
    """The parts of a register that is made anew."""
    engine = make_engine(":memory:")
    try:
        with engine.connect() as connection, connection.begin():
            _apply(connection, revision)
            return parts(connection)
    finally:
        engine.dispose()


def _apply(connection: Connection, revision: str) -> None:
    from alembic import command  # noqa: PLC0415 - only where a version is applied
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
