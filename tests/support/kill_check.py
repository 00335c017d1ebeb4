"""What a register holds and whether it is whole: the log of operations is played again.

Every row of the register stands in the log as it was made, changed and put away, so the log says
what the tables must hold. An operation that is stored by half makes one differ from the other.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError
from support.desks import Clock, database_of, file_of, open_desk

from desktop.errors import AppError
from desktop.storage.local_file import LocalFile
from desktop.storage.mapping import TABLES
from desktop.storage.opening import Secret
from desktop.storage.prepared import Prepared
from desktop.storage.soundness import integrity_problems
from desktop.storage.tables import metadata
from desktop.storage.tables.log import change, number_series, operation
from desktop.storage.tables.people import person_token
from desktop.storage.types import plain
from desktop.usecases.views import PeopleFilter

LOST, HALF, DAMAGED = "lost", "half", "damaged"

Contents = dict[str, list[tuple[object, ...]]]
Row = dict[str, Any]
Rows = dict[tuple[object, ...], Row]
NUMBERED = {"registration": "person", "movement": "movement"}
"""Series of which every number that was taken is one record."""


@dataclass(frozen=True)
class Fault:
    """What is wrong, and of which kind it is."""

    kind: str
    what: str


@dataclass
class Examined:
    """A register as it was found: its operations, and how many roots each has touched."""

    operations: dict[UUID, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def contents(file: LocalFile) -> Contents:
    """Every value of every table, in the order of the file, and the schema."""
    connection = file.connect(only_read=True)
    try:
        schema = connection.execute(
            "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
        ).fetchall()
        tables = [name for kind, name, _ in schema if kind == "table"]
        found = {
            name: connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608
            for name in tables
        }
        return {**found, "": schema}
    finally:
        connection.close()


def examine(path: Path, known: Mapping[UUID, int], secret: Secret) -> Examined:
    """Open a register as the program does; `known` operations must be in it, all of them whole."""
    examined = Examined()
    try:
        desk = open_desk(str(path), Clock(), secret=secret)
        try:
            problems = integrity_problems(file_of(desk))
            examined.faults += [Fault(DAMAGED, f"{path.name}: {one}") for one in problems]
            with desk.store.read() as reads:
                shown = reads.people_count(PeopleFilter())
            with database_of(desk).engine.connect() as connection:
                book = _Book(connection)
                examined.operations = book.roots
                examined.faults += book.lost(known)
                examined.faults += [Fault(HALF, one) for one in book.halves(known, shown)]
        finally:
            database_of(desk).close()
    except (AppError, DBAPIError) as error:
        examined.faults.append(Fault(DAMAGED, f"{path.name}: {error}"))
    return examined


class _Book:
    """The log and the tables of a register, read into memory."""

    def __init__(self, connection: Connection) -> None:
        operations = sorted(read(connection, operation), key=itemgetter("device_seq"))
        self._changes: dict[UUID, list[Row]] = {row["id"]: [] for row in operations}
        self._numbers = [row["device_seq"] for row in operations]
        self._strays = 0
        for row in sorted(read(connection, change), key=itemgetter("position")):
            if row["operation_id"] in self._changes:
                self._changes[row["operation_id"]].append(row)
            else:
                self._strays += 1
        self._tables = {table.name: _rows(connection, table) for table in TABLES.values()}
        self._series: Counter[str] = Counter()
        for row in read(connection, number_series):
            self._series[row["kind"]] += row["last"]
        self._words: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for row in read(connection, person_token):
            self._words[str(row["person_id"])][row["token"]] = row["words"]
        self.roots = {
            key: len({row["root_id"] for row in rows}) for key, rows in self._changes.items()
        }

    def lost(self, known: Mapping[UUID, int]) -> Iterator[Fault]:
        """Operations that are no longer there, and gaps that they left."""
        for gone in known.keys() - self._changes.keys():
            yield Fault(LOST, f"operation {gone}")
        if self._numbers != list(range(1, len(self._numbers) + 1)):
            yield Fault(LOST, "the operations of the device have a gap")

    def halves(self, known: Mapping[UUID, int], shown: int) -> Iterator[str]:
        """Whatever says that an operation is there in part; `shown` people are counted."""
        if self._strays:
            yield f"{self._strays} changes of no operation"
        for key, rows in self._changes.items():
            if [row["position"] for row in rows] != list(range(len(rows))):
                yield f"operation {key} lacks changes"
            if known.get(key, self.roots[key]) != self.roots[key]:
                yield f"operation {key} touches other records than were acknowledged"
        yield from self._differences()
        yield from self._batches()
        yield from self._seats()
        people = self._tables["person"]
        live = [key for (key,), row in people.items() if row["retired_at"] is None]
        if len(live) != shown:
            yield f"{shown} people are counted, {len(live)} are there"
        for person_id in live:
            words = self._words[str(person_id)]
            if {f" {' '.join(sorted(words))} "} != set(words.values()):
                yield f"person {person_id} is not found by all words"
        for kind, name in NUMBERED.items():
            if self._series[kind] != len(self._tables[name]):
                yield f"numbers of the series {kind} are taken by nobody"

    def _differences(self) -> Iterator[str]:
        rebuilt, wrong = self._played()
        yield from wrong
        for name, rows in self._tables.items():
            played = rebuilt[name]
            if rows != played:
                differ = {key for key in rows | played if rows.get(key) != played.get(key)}
                yield f"{name}: {len(differ)} rows differ from the log"

    def _played(self) -> tuple[dict[str, Rows], list[str]]:
        """The tables as the log says that they are, and where it says what cannot have been."""
        rebuilt: defaultdict[str, Rows] = defaultdict(dict)
        wrong = []
        for key, rows in self._changes.items():
            for name, root_id in {(row["root_table"], row["root_id"]) for row in rows}:
                root = rebuilt[name].get((str(root_id),), {})
                if "version" in root:
                    root["version"] += 1
            for row in rows:
                name, old, new = row["table_name"], row["old"], row["new"]
                table = rebuilt[name]
                if row["field"] is not None:
                    changed = table.get((str(row["record_id"]),), {})
                    former = changed.get(row["field"])
                    changed[row["field"]] = new
                elif old is None:
                    former = table.get(_key(name, new))
                    table[_key(name, new)] = new
                else:
                    former = table.pop(_key(name, old), None)
                if former != old:
                    wrong.append(f"operation {key} changes what was not so in {name}")
        return rebuilt, wrong

    def _batches(self) -> Iterator[str]:
        counted = Counter(row["batch_id"] for row in self._tables["import_row"].values())
        for (key,), row in self._tables["import_batch"].items():
            if counted[key] != row["rows_read"]:
                yield f"import {key} has {counted[key]} of {row['rows_read']} rows"

    def _seats(self) -> Iterator[str]:
        seats = self._tables["seat_assignment"].values()
        for names in (("leg_id", "vehicle_id", "seat"), ("leg_id", "traveller_id")):
            if len({tuple(row[name] for name in names) for row in seats}) != len(seats):
                yield "a seat is taken twice"
        travellers = self._tables["traveller"]
        for row in seats:
            if not travellers.get((row["traveller_id"],), {}).get("active"):
                yield f"traveller {row['traveller_id']} has left and still has a seat"


def read(connection: Connection, table: Table) -> Iterator[Row]:
    """Every row of a table by column."""
    query, columns = _reading(table)
    for row in query.rows(connection, {}):
        yield {
            name: meant(value) if meant else value
            for (name, meant), value in zip(columns, row, strict=True)
        }


@cache
def _reading(table: Table) -> tuple[Prepared, Sequence[tuple[str, Callable[[Any], Any] | None]]]:
    """The query of a table and what its values mean; SQLAlchemy's way takes twice the time."""
    dialect = sqlite.dialect()
    meanings = [(column.name, column.type.result_processor(dialect, None)) for column in table.c]
    return Prepared(select(table)), meanings


def _rows(connection: Connection, table: Table) -> Rows:
    rows = ({name: plain(value) for name, value in row.items()} for row in read(connection, table))
    return {_key(table.name, row): row for row in rows}


def _key(table: str, row: Row) -> tuple[object, ...]:
    return tuple(row[name] for name in _key_columns(table))


@cache
def _key_columns(table: str) -> list[str]:
    return [column.name for column in metadata.tables[table].primary_key.columns]
