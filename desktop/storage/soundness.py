"""Whether a file is sound: its pages, its links, and what must hold in every register."""

from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from desktop.storage.failures import is_damage
from desktop.storage.local_file import LocalFile

_NEVER = {
    "a seat on a vehicle of another movement": """
        SELECT 1 FROM seat_assignment s JOIN traveller t ON t.id = s.traveller_id
        JOIN vehicle v ON v.id = s.vehicle_id JOIN leg l ON l.id = s.leg_id
        WHERE t.movement_id <> s.movement_id OR v.movement_id <> s.movement_id
           OR l.movement_id <> s.movement_id""",
    "a person whom no search finds": """
        SELECT 1 FROM person p WHERE p.retired_at IS NULL AND NOT EXISTS
            (SELECT 1 FROM person_token t WHERE t.person_id = p.id)""",
    "a change of no operation": """
        SELECT 1 FROM change c WHERE NOT EXISTS
            (SELECT 1 FROM operation o WHERE o.id = c.operation_id)""",
}
"""What no transaction of ours leaves behind, and the rows that would show it."""


def integrity_problems(file: LocalFile) -> list[str]:
    """What is wrong with the file: empty when it is sound."""
    connection = file.connect()
    try:
        rows = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        found = [row for row in rows if row != "ok"]
        found += [f"{row[0]} {row[1]}" for row in connection.execute("PRAGMA foreign_key_check")]
        if not found and _is_register(connection):
            found += [what for what, rows in _NEVER.items() if connection.execute(rows).fetchone()]
        return found
    except sqlcipher.DatabaseError as error:
        if not is_damage(error):
            raise
        return [str(error)]
    finally:
        connection.close()


def counts(connection: Any, schema: str = "main") -> dict[str, int]:
    """Rows of each table, and how many other things of a name there are."""
    everything = f"SELECT type, name FROM {schema}.sqlite_schema"  # noqa: S608 - our own words
    named = connection.execute(everything).fetchall()
    tables = sorted(name for kind, name in named if kind == "table")
    counted = {
        name: connection.execute(f'SELECT count(*) FROM {schema}."{name}"').fetchone()[0]  # noqa: S608
        for name in tables
    }
    return counted | {"": len(named)}


def _is_register(connection: Any) -> bool:
    """Whether it holds what is asked about; an earlier schema may not."""
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    return {"seat_assignment", "person_token", "change", "operation"} <= there
