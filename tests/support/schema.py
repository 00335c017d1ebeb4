"""Registers as an earlier program has left them."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from desktop.storage import migrations
from desktop.storage.engine import WRITES


def downgrade(engine: Engine, revision: str) -> None:
    """Take the schema back to an earlier version, or away ("base")."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    with engine.connect() as plain:
        if engine.dialect.name == "sqlite":
            # Within a transaction it would not be heard.
            plain.connection.rollback()
            plain.connection.execute("PRAGMA foreign_keys = OFF")
        connection = plain.execution_options(**{WRITES: True})
        with connection.begin():
            config.attributes["connection"] = connection
            command.downgrade(config, revision)
        if engine.dialect.name == "sqlite":
            plain.connection.execute("PRAGMA foreign_keys = ON")
