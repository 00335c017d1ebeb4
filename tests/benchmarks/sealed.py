"""What encryption costs: the same work on a register with a key and on one without."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial

from benchmarks.import_list import listed
from benchmarks.queries import queries
from benchmarks.registers import sealed_desk
from benchmarks.rig import Call, Contest, Goal, Setting, Side
from benchmarks.search import typical

from desktop.ui.finding import MOST_PEOPLE
from desktop.usecases.importing import import_list

ROWS = 10_000
Calls = AbstractContextManager[Sequence[Call]]


def contests(setting: Setting) -> Iterator[Contest]:
    """Goals of the issue: an import at most 1.2 times, a search at most 2 times the plain file."""
    n = setting.people
    yield Contest(
        "list stored, encrypted",
        Side("", take_in, ROWS),
        Side("plain file", take_in_plain, ROWS),
        Goal(1.2),
    )
    yield Contest(
        "search, encrypted", Side("", find, n), Side("plain file", find_plain, n), Goal(2)
    )


def take_in(setting: Setting, n: int) -> Calls:
    """A list stored in an empty register with a key."""
    return _take_in(setting, n, sealed=True)


def take_in_plain(setting: Setting, n: int) -> Calls:
    """The same without a key."""
    return _take_in(setting, n, sealed=False)


def find(setting: Setting, n: int) -> Calls:
    """Queries as they are typed, in a register with a key."""
    return _find(setting, n, sealed=True)


def find_plain(setting: Setting, n: int) -> Calls:
    """The same without a key."""
    return _find(setting, n, sealed=False)


@contextmanager
def _take_in(setting: Setting, n: int, *, sealed: bool) -> Iterator[Sequence[Call]]:
    with sealed_desk(setting, 0, sealed=sealed) as desk:
        yield [partial(import_list, desk, desk.workshop.read_list(listed(setting, n)))]


@contextmanager
def _find(setting: Setting, n: int, *, sealed: bool) -> Iterator[Sequence[Call]]:
    with sealed_desk(setting, n, sealed=sealed) as desk:

        def find_one(query: str) -> object:
            with desk.store.read() as reads:
                return reads.search_people(query, MOST_PEOPLE)

        yield [partial(typical, partial(find_one, query)) for query in queries()]
