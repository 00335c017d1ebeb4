"""What must hold after a change of the schema; else it is taken back.

A table that is rebuilt (SQLite has no other way for many changes) has lost child rows, triggers
and checks in silence elsewhere: "ALTER TABLE", 7, in SQLite's documentation names the traps.
"""

from collections.abc import Callable

from sqlalchemy import Connection

from desktop.errors import Corrupt

_OWN_WORD = "alembic_version"


class Guard:
    """Remembers what a local file holds before its schema is changed."""

    def __init__(self, connection: Connection) -> None:
        self._rows = _rows(connection)

    def check(self, connection: Connection, expected: Callable[[], frozenset[str]]) -> None:
        """Compare; `expected` names every table, index and trigger of a register made anew.

        Raises:
            Corrupt: `storage.links_broken` when references do not hold, `storage.upgrade_wrong`
                when rows are gone, a part of the schema is missing, or pages are damaged.
        """
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise Corrupt("storage.links_broken")
        present = _rows(connection)
        gone = [name for name, count in self._rows.items() if present.get(name, -1) != count]
        if gone:
            raise Corrupt("storage.upgrade_wrong", what=", ".join(sorted(gone)))
        if not self._rows:
            # An empty file: nothing could be lost, and nobody knows better what belongs there.
            return
        differs = expected() ^ parts(connection)
        if differs:
            raise Corrupt("storage.upgrade_wrong", what=", ".join(sorted(differs)))
        if connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok":
            raise Corrupt("storage.upgrade_wrong", what="integrity_check")


def parts(connection: Connection) -> frozenset[str]:
    """Kind and name of everything that the schema consists of."""
    rows = connection.exec_driver_sql("SELECT type, name FROM sqlite_schema")
    return frozenset(f"{kind} {name}" for kind, name in rows if not name.startswith("sqlite_"))


def _rows(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    tables = (part.removeprefix("table ") for part in parts(connection) if part[:6] == "table ")
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608
        for name in tables
        if name != _OWN_WORD
    }
