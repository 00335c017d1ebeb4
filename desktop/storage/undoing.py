"""Undo as the inverse operation, read from the log.

A record that the operation made is put away, a field gets its old value back, a link that was
taken away comes back. It is refused where the present value is no longer the one that the
operation made, or where something else has come to stand on a record that it made.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, RowMapping, Table, and_, delete, insert, select, update

from desktop.errors import Conflict, UserError
from desktop.storage.journal import Journal, record_key
from desktop.storage.mapping import root_table
from desktop.storage.tables import metadata
from desktop.storage.tables.log import change, operation
from desktop.storage.types import plain, restored

_BATCH = 400


def undo_operation(
    connection: Connection, operation_id: UUID, journal: Journal, at: datetime
) -> dict[Table, frozenset[UUID]]:
    """Take back one operation inside the running transaction; its inverse goes to `journal`.

    Answers, for each table with a changed record, the roots that were not put away.

    Raises:
        UserError: `undo.unknown` when there is no such operation.
        Conflict: `undo.already` when it was undone, `undo.stands_on` when later work depends
            on it, `undo.changed_since` when a value was changed again.
    """
    known = connection.execute(
        select(operation.c.id, operation.c.device_seq).where(operation.c.id == operation_id)
    ).first()
    if known is None:
        raise UserError("undo.unknown")
    if connection.scalar(select(operation.c.id).where(operation.c.undoes == operation_id)):
        raise Conflict("undo.already")
    rows = (
        connection.execute(
            select(change)
            .where(change.c.operation_id == operation_id)
            .order_by(change.c.position.desc())
        )
        .mappings()
        .all()
    )
    _refuse_when_stood_on(connection, rows)
    bumped: set[UUID] = set()
    roots: defaultdict[Table, set[UUID]] = defaultdict(set)
    put_away: set[UUID] = set()
    for row in rows:
        table = metadata.tables[row["table_name"]]
        if row["field"] is not None and row["field"] not in table.c:
            # A later version of the schema took it away.
            continue
        if row["field"] is not None:
            _restore_field(connection, table, row, journal)
        elif row["old"] is None:
            _put_away(connection, table, row["new"], journal, at)
            put_away.add(row["record_id"])
        else:
            link = _decoded(table, row["old"])
            connection.execute(insert(table).values(**link))
            journal.created(table, [link])
        roots[table].add(row["root_id"])
        root = root_table(table)
        if "version" in root.c and row["root_id"] not in bumped:
            bumped.add(row["root_id"])
            connection.execute(
                update(root).where(root.c.id == row["root_id"]).values(version=root.c.version + 1)
            )
    return {table: frozenset(ids - put_away) for table, ids in roots.items()}


def _decoded(table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """A row from the log, without what a later version of the schema took away."""
    return {
        name: restored(table.c[name].type, value)
        for name, value in values.items()
        if name in table.c
    }


def _restore_field(connection: Connection, table: Table, row: RowMapping, journal: Journal) -> None:
    name = row["field"]
    here = table.c.id == row["record_id"]
    present = connection.execute(select(table).where(here)).mappings().one()
    if plain(present[name]) != row["new"]:
        raise Conflict("undo.changed_since")
    old = restored(table.c[name].type, row["old"])
    connection.execute(update(table).where(here).values({name: old}))
    base = present.get("version")
    journal.updated(table, {**present, name: old}, name, present[name], base)


def _put_away(
    connection: Connection, table: Table, made: Mapping[str, Any], journal: Journal, at: datetime
) -> None:
    row = _decoded(table, made)
    if "retired_at" not in table.c:
        # The same place may hold something else by now, such as a seat another traveller.
        same = and_(*(table.c[name] == value for name, value in row.items()))
        if connection.execute(delete(table).where(same)).rowcount != 1:
            raise Conflict("undo.changed_since")
        journal.removed(table, row)
        return
    here = and_(*(c == row[c.name] for c in table.primary_key.columns))
    present = connection.execute(select(table).where(here)).mappings().one()
    if present["retired_at"] is not None:
        return
    connection.execute(update(table).where(here).values(retired_at=at))
    journal.updated(
        table, {**present, "retired_at": at}, "retired_at", None, present.get("version")
    )


def _refuse_when_stood_on(connection: Connection, rows: Iterable[RowMapping]) -> None:
    """Refuse when a record made by the operation was changed later or is pointed at by others."""
    made: dict[Table, set[UUID]] = defaultdict(set)
    operation_id = None
    for row in rows:
        if row["field"] is None and row["old"] is None:
            table = metadata.tables[row["table_name"]]
            made[table].add(record_key(table, _decoded(table, row["new"])))
            operation_id = row["operation_id"]
    for table, ids in made.items():
        if "id" not in table.c:
            continue
        for batch in _batches(sorted(ids)):
            if _changed_later(connection, table, batch, operation_id):
                raise Conflict("undo.changed_since")
            for pointing, column in _pointing_at(table):
                ours = made.get(pointing, set())
                query = select(pointing).where(pointing.c[column].in_(batch))
                if "retired_at" in pointing.c:
                    query = query.where(pointing.c.retired_at.is_(None))
                for found in connection.execute(query).mappings():
                    if record_key(pointing, found) not in ours:
                        raise Conflict("undo.stands_on", what=pointing.name)


def _changed_later(
    connection: Connection, table: Table, ids: list[UUID], operation_id: UUID | None
) -> bool:
    """Whether a field of one of these records was changed and that change was not undone."""
    undone = select(operation.c.undoes).where(operation.c.undoes.is_not(None))
    found = connection.scalar(
        select(change.c.record_id)
        .join(operation, operation.c.id == change.c.operation_id)
        .where(
            change.c.table_name == table.name,
            change.c.record_id.in_(ids),
            change.c.operation_id != operation_id,
            operation.c.undoes.is_(None),
            change.c.operation_id.not_in(undone),
        )
        .limit(1)
    )
    return found is not None


def _pointing_at(table: Table) -> list[tuple[Table, str]]:
    """Columns of logged tables that name a record of `table`."""
    return [
        (other, column.name)
        for other in metadata.sorted_tables
        if other is not table and ("retired_at" in other.c or other.name == "seat_assignment")
        for column in other.c
        for foreign_key in column.foreign_keys
        if foreign_key.column.table is table
    ]


def _batches(ids: list[UUID]) -> list[list[UUID]]:
    return [ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH)]
