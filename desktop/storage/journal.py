"""The one log of operations: rows of `operation` and `change`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, func, insert, select

from desktop.storage.mapping import root_column, root_table
from desktop.storage.pieces import taken
from desktop.storage.tables.log import change, operation
from desktop.storage.types import plain

_PLAIN = frozenset({str, int, bool, type(None)})


def record_key(table: Table, row: Mapping[Any, Any]) -> UUID:
    """Id that the log names a row by: its own, or for a linking row the thing it links."""
    if "id" in table.c:
        return row["id"]  # type: ignore[no-any-return]
    return row["traveller_id" if "traveller_id" in table.c else "vehicle_id"]  # type: ignore[no-any-return]


@dataclass
class Journal:
    """Changes of one operation, in the order in which they happened.

    What has been written is forgotten, but for the ids of the roots that were touched.
    """

    touched: dict[str, set[UUID]] = field(default_factory=dict)
    _unwritten: list[dict[str, Any]] = field(default_factory=list)
    _count: int = 0

    def created(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Log rows that were made, one change each."""
        for row in rows:
            self._add(table, row, None, None, _plain_row(row), None)

    def removed(self, table: Table, row: Mapping[str, Any]) -> None:
        """Log a linking row that was taken away."""
        self._add(table, row, None, _plain_row(row), None, None)

    def updated(
        self, table: Table, row: Mapping[str, Any], name: str, old: Any, base: int | None
    ) -> None:
        """Log one field that has another value now; `row` holds the new values."""
        self._add(table, row, name, plain(old), plain(row[name]), base)

    def _add(
        self,
        table: Table,
        row: Mapping[str, Any],
        name: str | None,
        old: Any,
        new: Any,
        base: int | None,
    ) -> None:
        root, column = _root(table)
        root_id = row[column]
        self.touched.setdefault(root, set()).add(root_id)
        self._unwritten.append(
            {
                "position": self._count,
                "root_table": root,
                "root_id": root_id,
                "table_name": table.name,
                "record_id": record_key(table, row),
                "field": name,
                "old": old,
                "new": new,
                "base_version": base,
            }
        )
        self._count += 1

    def write_changes(self, connection: Connection, operation_id: UUID) -> None:
        """Store the changes that are not stored yet in the running transaction."""
        for piece in taken(self._unwritten):
            for row in piece:
                row["operation_id"] = operation_id
            connection.execute(insert(change), piece)

    def write(
        self,
        connection: Connection,
        *,
        operation_id: UUID,
        device_id: UUID,
        officer_id: UUID | None,
        at: datetime,
        kind: str,
        reason: str,
        undoes: UUID | None = None,
    ) -> None:
        """Store the operation with all its changes in the running transaction."""
        last = connection.scalar(
            select(func.max(operation.c.device_seq)).where(operation.c.device_id == device_id)
        )
        connection.execute(
            insert(operation).values(
                id=operation_id,
                device_id=device_id,
                device_seq=(last or 0) + 1,
                officer_id=officer_id,
                at=at,
                kind=kind,
                reason=reason,
                undoes=undoes,
            )
        )
        self.write_changes(connection, operation_id)


@cache
def _root(table: Table) -> tuple[str, str]:
    """Name of the root's table, and of the column of `table` that leads there."""
    return root_table(table).name, root_column(table)


def _plain_row(row: Mapping[str, Any]) -> dict[str, object]:
    # Most values are texts and nothing has to be done to them.
    return {name: value if type(value) in _PLAIN else plain(value) for name, value in row.items()}
