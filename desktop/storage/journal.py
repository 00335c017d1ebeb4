"""The one log of operations: rows of `operation` and `change`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, func, insert, select

from desktop.storage.mapping import root_column, root_table
from desktop.storage.tables.log import change, operation
from desktop.storage.types import plain


def record_key(table: Table, row: Mapping[Any, Any]) -> UUID:
    """Id that the log names a row by: its own, or for a linking row the thing it links."""
    if "id" in table.c:
        return row["id"]  # type: ignore[no-any-return]
    return row["traveller_id" if "traveller_id" in table.c else "vehicle_id"]  # type: ignore[no-any-return]


@dataclass
class Journal:
    """Changes of one operation, in the order in which they happened."""

    changes: list[dict[str, Any]] = field(default_factory=list)
    touched: dict[str, set[UUID]] = field(default_factory=dict)

    def created(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Log rows that were made, one change each."""
        for row in rows:
            self._add(table, row, None, None, {k: plain(v) for k, v in row.items()}, None)

    def removed(self, table: Table, row: Mapping[str, Any]) -> None:
        """Log a linking row that was taken away."""
        self._add(table, row, None, {k: plain(v) for k, v in row.items()}, None, None)

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
        root = root_table(table)
        root_id = row[root_column(table)]
        self.touched.setdefault(root.name, set()).add(root_id)
        self.changes.append(
            {
                "position": len(self.changes),
                "root_table": root.name,
                "root_id": root_id,
                "table_name": table.name,
                "record_id": record_key(table, row),
                "field": name,
                "old": old,
                "new": new,
                "base_version": base,
            }
        )

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
        """Store the operation with its changes in the running transaction."""
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
        if self.changes:
            connection.execute(
                insert(change), [{"operation_id": operation_id, **row} for row in self.changes]
            )
