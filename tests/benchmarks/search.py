"""Search as you type: the whole data layer beside its own statements raw, and beside LIKE."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import Any

import sqlcipher3.dbapi2 as sqlite
from benchmarks.queries import queries
from benchmarks.registers import filled_desk, filled_file
from benchmarks.rig import Call, Contest, Goal, Setting, Side
from benchmarks.statements import Statement, recorded
from support.desks import database_of

from desktop.ui.finding import MOST_PEOPLE

PAGE = 50
REPEATS = 7

Calls = AbstractContextManager[Sequence[Call]]

_COLUMNS = "id, reg_no, family_name, given_names, patronymic, latin_family_name, latin_given_names"
_NAMES = (
    "family_name || ' ' || given_names || ' ' || patronymic"
    " || ' ' || latin_family_name || ' ' || latin_given_names"
)
LIKE = f"SELECT {_COLUMNS} FROM person WHERE {_NAMES} LIKE ? LIMIT ?"
LIKE_IN_ORDER = LIKE.replace("LIMIT", "ORDER BY sort_key LIMIT")


def contests(setting: Setting) -> Iterator[Contest]:
    """Ours through all layers, in a register of the chosen size and in one of 1,000."""
    n = setting.people
    raw_rows, anyhow, in_order = "raw sqlite, same rows", "LIKE '%q%'", "LIKE '%q%' in order"
    typed, page = Side("", as_typed, n), Side("", layer, n)
    for what, ours, raws, likes, orders in (
        (f"search, {MOST_PEOPLE} rows", typed, raw_as_typed, like_as_typed, ordered_as_typed),
        (f"search, {PAGE} rows", page, raw, like, like_in_order),
    ):
        yield Contest(what, ours, Side(raw_rows, raws, n), Goal(7))
        yield Contest(what, ours, Side(anyhow, likes, n), Goal(1 / 100))
        yield Contest(what, ours, Side(in_order, orders, n), Goal(1 / 100))
        yield Contest(what, ours, Side("1,000 people", ours.measure, 1_000))


def as_typed(setting: Setting, n: int) -> Calls:
    """Each query as the window asks it at a key stroke."""
    return _layer(setting, n, MOST_PEOPLE)


def layer(setting: Setting, n: int) -> Calls:
    """The same for a whole page of people."""
    return _layer(setting, n, PAGE)


def raw_as_typed(setting: Setting, n: int) -> Calls:
    """The statements of `as_typed`, given to the driver as they are."""
    return _raw(setting, n, MOST_PEOPLE)


def raw(setting: Setting, n: int) -> Calls:
    """The statements of `layer`."""
    return _raw(setting, n, PAGE)


def like_as_typed(setting: Setting, n: int) -> Calls:
    """What a program without folded words would do: one spelling, whoever is met first."""
    return _like(setting, n, LIKE, MOST_PEOPLE)


def like(setting: Setting, n: int) -> Calls:
    """The same for a whole page."""
    return _like(setting, n, LIKE, PAGE)


def ordered_as_typed(setting: Setting, n: int) -> Calls:
    """The first by name, as ours are, and not whoever is met first."""
    return _like(setting, n, LIKE_IN_ORDER, MOST_PEOPLE)


def like_in_order(setting: Setting, n: int) -> Calls:
    """The same for a whole page."""
    return _like(setting, n, LIKE_IN_ORDER, PAGE)


@contextmanager
def _layer(setting: Setting, n: int, limit: int) -> Iterator[Sequence[Call]]:
    """A connection, a transaction and plain rows for each query."""
    with filled_desk(setting, n) as desk:

        def find(query: str) -> object:
            with desk.store.read() as reads:
                return reads.search_people(query, limit)

        yield [partial(typical, partial(find, query)) for query in queries()]


@contextmanager
def _raw(setting: Setting, n: int, limit: int) -> Iterator[Sequence[Call]]:
    asked: list[list[Statement]] = []
    with filled_desk(setting, n) as desk:
        for query in queries():
            with recorded(database_of(desk).engine) as statements, desk.store.read() as reads:
                reads.search_people(query, limit)
            asked.append(statements)
    with _connection(setting, n) as connection:

        def find(statements: list[Statement]) -> None:
            for statement, parameters in statements:
                connection.execute(statement, parameters).fetchall()

        yield [partial(typical, partial(find, statements)) for statements in asked]


@contextmanager
def _like(setting: Setting, n: int, statement: str, limit: int) -> Iterator[Sequence[Call]]:
    with _connection(setting, n) as connection:

        def find(query: str) -> None:
            connection.execute(statement, (f"%{query}%", limit)).fetchall()

        yield [partial(find, query) for query in queries()]


def typical(call: Callable[[], object]) -> float:
    """Median of some calls, in milliseconds."""
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


@contextmanager
def _connection(setting: Setting, n: int) -> Iterator[Any]:
    connection = sqlite.connect(str(filled_file(setting, n)))
    connection.execute("PRAGMA cache_size = -32000")
    try:
        yield connection
    finally:
        connection.close()
