"""One transaction, one operation: every write of the program goes through here."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Table, delete, insert, inspect, select, update
from sqlalchemy.orm import Session

from desktop.errors import Conflict, UserError
from desktop.storage.journal import Journal
from desktop.storage.mapping import TABLES, map_domain, root_column, root_table
from desktop.storage.pieces import taken
from desktop.storage.reads import StoredReads
from desktop.storage.tables import metadata
from desktop.storage.tables.log import number_series
from desktop.storage.tables.people import match_key, person_token
from desktop.storage.undoing import undo_operation
from desktop.usecases.ports import Actor, ChangeSet, IndexEntry

T = TypeVar("T")
_ORDER = {table: place for place, table in enumerate(metadata.sorted_tables)}


class StoredUnitOfWork:
    """Collects what a use case makes and changes, and stores it as one operation.

    New records go in through Core in batches, loaded ones are followed by the mapper. Nothing
    is stored before `commit`; leaving without it drops everything.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        kind: str,
        reason: str,
        actor: Actor,
        now: Callable[[], datetime],
        new_id: Callable[[], UUID],
    ) -> None:
        map_domain()
        self._connection = connection
        self._session = Session(connection, autoflush=False, expire_on_commit=False)
        self._pending: dict[Table, list[dict[str, Any]]] = defaultdict(list)
        self._pending_roots: set[UUID] = set()
        self._bumped: set[UUID] = set()
        self._journal = Journal()
        self._kind, self._reason, self._actor = kind, reason, actor
        self._now, self._new_id = now, new_id
        self.operation_id = new_id()
        self._undoes: UUID | None = None
        self.reads = StoredReads(connection)

    def add(self, *entities: object) -> None:
        """Take new records; they are stored in batches, parents first."""
        for entity in entities:
            table = TABLES[type(entity)]
            row = _row(entity, table)
            self._pending[table].append(row)
            if "version" in table.c:
                self._pending_roots.add(row["id"])

    def get(self, kind: type[T], record_id: UUID) -> T:
        """Load one record that can then be changed.

        Raises:
            UserError: `record.gone` when there is none.
        """
        self.flush()
        found = self._session.get(kind, record_id)
        if found is None:
            raise UserError("record.gone")
        return found

    def find(self, kind: type[T], **equal: object) -> list[T]:
        """Load the records whose attributes equal the given values, oldest first."""
        self.flush()
        table = TABLES[kind]
        query = select(kind).where(*(table.c[name] == value for name, value in equal.items()))
        return list(self._session.scalars(query.order_by(*table.primary_key.columns)))

    def unlink(self, *entities: object) -> None:
        """Take away linking rows (a seat that is given up); the log keeps them."""
        self.flush()
        for entity in entities:
            table = TABLES[type(entity)]
            row = _row(entity, table)
            self._session.expunge(entity)
            self._connection.execute(
                delete(table).where(*(c == row[c.name] for c in table.primary_key.columns))
            )
            self._journal.removed(table, row)
            self._bump(table, [row])

    def index_person(self, entry: IndexEntry) -> None:
        """Replace the words by which a person is found and the keys by which one is compared."""
        self.flush()
        for table in (person_token, match_key):
            self._connection.execute(delete(table).where(table.c.person_id == entry.person_id))
        self.index_new_people([entry])

    def index_new_people(self, entries: Sequence[IndexEntry]) -> None:
        """Store words and keys of people who were just added, in one batch each."""
        self.flush()
        words = [
            {"token": token, "person_id": entry.person_id, "words": entry.words}
            for entry in entries
            for token in sorted(entry.tokens)
        ]
        keys = [
            {"key": key, "person_id": entry.person_id}
            for entry in entries
            for key in sorted(entry.keys)
        ]
        for table, rows in ((person_token, words), (match_key, keys)):
            for piece in taken(rows):
                self._connection.execute(insert(table), piece)

    def next_numbers(self, office_id: UUID, kind: str, year: int, count: int = 1) -> range:
        """Take the next `count` numbers of a printed series; a number is never given twice."""
        series = number_series
        here = (series.c.office_id == office_id) & (series.c.kind == kind) & (series.c.year == year)
        last = self._connection.scalar(select(series.c.last).where(here).with_for_update())
        if last is None:
            self._connection.execute(
                insert(series).values(office_id=office_id, kind=kind, year=year, last=count)
            )
        else:
            self._connection.execute(update(series).where(here).values(last=last + count))
        first = (last or 0) + 1
        return range(first, first + count)

    def undo(self, operation_id: UUID) -> Mapping[type, frozenset[UUID]]:
        """Do the inverse of an earlier operation.

        Answers, for each kind of record that changed, the roots that are still there.

        Raises:
            Conflict: when something later stands on what it made.
        """
        self.flush()
        self._undoes = operation_id
        roots = undo_operation(self._connection, operation_id, self._journal, self._now())
        return {kind: roots[table] for kind, table in TABLES.items() if table in roots}

    def flush(self) -> None:
        """Write what is pending to the transaction."""
        for table in sorted(self._pending, key=_ORDER.__getitem__):
            for piece in taken(self._pending.pop(table)):
                self._connection.execute(insert(table), piece)
                self._journal.created(table, piece)
                self._bump(table, piece)
        changed = [obj for obj in self._session.dirty if self._session.is_modified(obj)]
        for obj in changed:
            self._log_update(obj)
        self._session.flush()
        self._journal.write_changes(self._connection, self.operation_id)

    def commit(self) -> ChangeSet:
        """Store everything as one operation and say what changed."""
        self.flush()
        self._journal.write(
            self._connection,
            operation_id=self.operation_id,
            device_id=self._actor.device_id,
            officer_id=self._actor.officer_id,
            at=self._now(),
            kind=self._kind,
            reason=self._reason,
            undoes=self._undoes,
        )
        self._connection.commit()
        touched = {kind: frozenset(ids) for kind, ids in self._journal.touched.items()}
        return ChangeSet(self.operation_id, self._kind, touched)

    def close(self) -> None:
        """Drop what was not committed."""
        self._session.close()

    def _log_update(self, obj: object) -> None:
        table = TABLES[type(obj)]
        row = {column.name: getattr(obj, column.name) for column in table.c}
        base = row.get("version")
        state = inspect(obj)
        assert state is not None  # noqa: S101 - every loaded record is mapped
        for attribute in state.attrs:
            history = attribute.history
            if attribute.key != "version" and history.has_changes() and history.deleted:
                self._journal.updated(table, row, attribute.key, history.deleted[0], base)
        self._bump(table, [row])

    def _bump(self, table: Table, rows: Iterable[dict[str, Any]]) -> None:
        """Count a change of the roots that `rows` belong to, once an operation."""
        root = root_table(table)
        if "version" not in root.c:
            return
        leads = root_column(table)
        for root_id in {row[leads] for row in rows} - self._pending_roots - self._bumped:
            self._bumped.add(root_id)
            entity: Any = self._session.get(map_domain()[root], root_id)
            if entity is None:
                raise Conflict("record.changed_meanwhile")
            entity.version += 1


@cache
def _names(table: Table) -> tuple[str, ...]:
    return tuple(table.c.keys())


def _row(entity: object, table: Table) -> dict[str, Any]:
    """Values of a record by column."""
    values = vars(entity)
    return {name: values[name] for name in _names(table)}
