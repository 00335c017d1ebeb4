"""The list of people: its count and a page of it, beside the same in a register of 1,000."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from benchmarks.registers import filled_desk
from benchmarks.rig import Call, Contest, Setting, Side

from desktop.usecases.ports import Desk
from desktop.usecases.views import PeopleFilter

PAGE = 100
REPEATS = 15
SMALL = 1_000
EVERYBODY = PeopleFilter()


def contests(setting: Setting) -> Iterator[Contest]:
    """Pages and count as the list asks for them."""
    n = setting.people
    for what, measure in (
        ("first page", first_page),
        ("page in the middle", middle_page),
        ("page of a word typed", page_of_word),
        ("page of a status", page_of_status),
    ):
        yield Contest(what, Side("", measure, n), Side("1,000 people", measure, SMALL))
    yield Contest("count", Side("", count, n), Side("1,000 people", count, SMALL))


@contextmanager
def first_page(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """What is read when the list is opened, but for the count."""
    with filled_desk(setting, n) as desk:
        yield [partial(_page, desk, EVERYBODY, 0)] * REPEATS


@contextmanager
def middle_page(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """What is read when the scroll bar is dragged to the middle."""
    with filled_desk(setting, n) as desk:
        yield [partial(_page, desk, EVERYBODY, n // 2)] * REPEATS


@contextmanager
def page_of_word(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """The filter's field: a letter, a beginning, a whole name, two words."""
    with filled_desk(setting, n) as desk:
        texts = ("м", "рах", "Каримов", "саид мур")
        filters = [PeopleFilter(text=text) for text in texts]
        yield [partial(_page, desk, one, 0) for one in filters] * (REPEATS // len(texts))


@contextmanager
def page_of_status(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """A status that everybody has, and one that nobody has."""
    with filled_desk(setting, n) as desk:
        filters = [PeopleFilter(status=status) for status in ("registered", "held")]
        yield [partial(_page, desk, one, 0) for one in filters] * (REPEATS // 2)


@contextmanager
def count(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """How many there are."""
    with filled_desk(setting, n) as desk:

        def counted() -> None:
            with desk.store.read() as reads:
                reads.people_count(EVERYBODY)

        yield [counted] * REPEATS


def _page(desk: Desk, where: PeopleFilter, offset: int) -> None:
    with desk.store.read() as reads:
        reads.people_page(where, offset, PAGE)
