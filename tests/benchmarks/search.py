"""Search as you type: the whole data layer beside its own statements raw, and beside LIKE."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from benchmarks.queries import queries
from benchmarks.registers import filled_desk, filled_file
from benchmarks.rig import Call, Contest, Goal, Setting, Side
from benchmarks.statements import Statement, recorded
from support.desks import database_of

LIMIT = 50
REPEATS = 7

_COLUMNS = "id, reg_no, family_name, given_names, patronymic, latin_family_name, latin_given_names"
_NAMES = (
    "family_name || ' ' || given_names || ' ' || patronymic"
    " || ' ' || latin_family_name || ' ' || latin_given_names"
)
LIKE = f"SELECT {_COLUMNS} FROM person WHERE {_NAMES} LIKE ? LIMIT {LIMIT}"
LIKE_IN_ORDER = LIKE.replace("LIMIT", "ORDER BY sort_key LIMIT")


def contests(setting: Setting) -> Iterator[Contest]:
    """Ours through all layers, in a register of the chosen size and in one of 1,000."""
    n = setting.people
    ours = Side("", layer, n)
    yield Contest("search", ours, Side("raw sqlite, same rows", raw, n), Goal(7))
    yield Contest("search", ours, Side("LIKE '%q%'", like, n), Goal(1 / 100))
    yield Contest("search", ours, Side("LIKE '%q%' in order", like_in_order, n), Goal(1 / 100))
    yield Contest("search", ours, Side("1,000 people", layer, 1_000))


@contextmanager
def layer(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """Each query as a key stroke asks it: a connection, a transaction, plain rows."""
    with filled_desk(setting, n) as desk:

        def find(query: str) -> object:
            with desk.store.read() as reads:
                return reads.search_people(query, LIMIT)

        yield [partial(typical, partial(find, query)) for query in queries()]


@contextmanager
def raw(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """The statements of the layer, given to the driver as they are."""
    asked: list[list[Statement]] = []
    with filled_desk(setting, n) as desk:
        for query in queries():
            with recorded(database_of(desk).engine) as statements, desk.store.read() as reads:
                reads.search_people(query, LIMIT)
            asked.append(statements)
    with _connection(setting, n) as connection:

        def find(statements: list[Statement]) -> None:
            for statement, parameters in statements:
                connection.execute(statement, parameters).fetchall()

        yield [partial(typical, partial(find, statements)) for statements in asked]


@contextmanager
def like(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """What a program without folded words would do; it finds one spelling only."""
    with _connection(setting, n) as connection:
        yield [partial(_find_like, connection, LIKE, query) for query in queries()]


@contextmanager
def like_in_order(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """The same by name."""
    with _connection(setting, n) as connection:
        yield [partial(_find_like, connection, LIKE_IN_ORDER, query) for query in queries()]


def typical(call: Callable[[], object]) -> float:
    """Median of some calls, in milliseconds."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def _find_like(connection: Any, statement: str, query: str) -> None:
    connection.execute(statement, (f"%{query}%",)).fetchall()


@contextmanager
def _connection(setting: Setting, n: int) -> Iterator[Any]:
    connection = sqlite.connect(str(filled_file(setting, n)))
    connection.execute("PRAGMA cache_size = -32000")
    try:
        yield connection
    finally:
        connection.close()
