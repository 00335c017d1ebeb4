"""A list of 10,000 people taken in: recognised, compared, stored; beside the floor of each."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from benchmarks.generate import write_xlsx
from benchmarks.registers import filled_file, fresh_desk
from benchmarks.rig import Call, Contest, Setting, Side
from openpyxl import load_workbook
from sqlalchemy import select

from desktop.storage.tables import metadata
from desktop.usecases.importing import import_list

ROWS = 10_000
FEW = 1_000
SEED = 7
"""Other people than those in the registers."""


def contests(setting: Setting) -> Iterator[Contest]:
    """The parts of an import, and the import into a register that is full."""
    yield Contest(
        "list recognised",
        Side("", recognised, ROWS),
        Side("openpyxl reads its cells", cells_read, ROWS),
    )
    yield Contest(
        "list stored",
        Side("", stored, ROWS),
        Side("raw executemany, same rows", rows_stored, ROWS),
    )
    yield Contest("list stored", Side("", stored, ROWS), Side("1,000 rows", stored, FEW))
    yield Contest(
        f"list stored among {setting.people:,}",
        Side("", stored_among_many, FEW),
        Side("in an empty register", stored, FEW),
    )


@contextmanager
def recognised(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """What the child process does with a file."""
    path = listed(setting, n)
    with fresh_desk(setting) as desk:
        yield [partial(desk.workshop.read_list, path)]


@contextmanager
def cells_read(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """The file read by openpyxl row by row; nothing is understood."""
    yield [partial(_read_cells, listed(setting, n))]


@contextmanager
def stored(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """A recognised list compared, stored, logged, in an empty register."""
    path = listed(setting, n)
    with fresh_desk(setting) as desk:
        yield [partial(import_list, desk, desk.workshop.read_list(path))]


@contextmanager
def stored_among_many(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """The same where every row is compared with those already there."""
    path = listed(setting, n)
    with fresh_desk(setting, setting.people) as desk:
        yield [partial(import_list, desk, desk.workshop.read_list(path))]


@contextmanager
def rows_stored(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """The rows that such an import leaves in all tables, put there by the driver alone."""
    empty = setting.folder / f"floor-{n}.db"
    rows = _rows_of_import(setting, n)
    shutil.copy(filled_file(setting, 0), empty)
    connection = sqlite.connect(str(empty))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    try:
        yield [partial(_put, connection, rows)]
    finally:
        connection.close()
        empty.unlink()


def listed(setting: Setting, n: int) -> Path:
    """A list of `n` people as a workbook, made where it is not there yet."""
    path = setting.folder / f"list-{n}.xlsx"
    if not path.exists():
        write_xlsx(path, n, SEED)
    return path


def _read_cells(path: Path) -> None:
    workbook = load_workbook(path, read_only=True)
    for _ in workbook.worksheets[0].iter_rows(values_only=True):
        pass
    workbook.close()


def _rows_of_import(setting: Setting, n: int) -> dict[str, list[Any]]:
    """Rows by statement, in the order in which tables refer to each other."""
    path = setting.folder / f"imported-{n}.db"
    if not path.exists():
        _import_to(setting, path, n)
    found: dict[str, list[Any]] = {}
    with sqlite.connect(str(path)) as full, sqlite.connect(str(filled_file(setting, 0))) as empty:
        for table in metadata.sorted_tables:
            everything = str(select(table))
            before = set(empty.execute(everything))
            rows = [row for row in full.execute(everything) if row not in before]
            marks = ", ".join("?" * len(table.columns))
            found[f"INSERT OR REPLACE INTO {table.name} VALUES ({marks})"] = rows
    return found


def _import_to(setting: Setting, path: Path, n: int) -> None:
    with fresh_desk(setting, keep_as=path) as desk:
        import_list(desk, desk.workshop.read_list(listed(setting, n)))


def _put(connection: Any, rows: dict[str, list[Any]]) -> None:
    for statement, values in rows.items():
        connection.executemany(statement, values)
    connection.commit()
