"""The page of people from nothing to its first rows on the screen."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from benchmarks.registers import filled_desk
from benchmarks.rig import Call, Contest, Goal, Setting, Side
from benchmarks.windows import WINDOW, wait_for, workplace

from desktop.catalogue import texts
from desktop.ui.jobs import JobRunner
from desktop.ui.pages.people.people_list import PeopleList
from desktop.ui.pages.people.presenter import PeoplePresenter
from desktop.usecases.reference_book import read_reference_book
from desktop.usecases.views import PeopleFilter

SMALL = 1_000


def contests(setting: Setting) -> Iterator[Contest]:
    """However many people there are, the officer waits as long."""
    ours, small = (
        Side(word, page, n) for word, n in (("", setting.people), ("1,000 people", SMALL))
    )
    yield Contest("people page, first paint", ours, small, Goal(1.5), cold=True)


@contextmanager
def page(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """Widgets are made, count and rows are read off the window's thread, rows are painted."""
    with filled_desk(setting, n) as desk, workplace() as jobs:
        with desk.store.read() as reads:
            book = read_reference_book(reads, "en")
        presenter = PeoplePresenter(desk, book, texts("en"), "Asia/Almaty")
        yield [partial(_paint, presenter, jobs)]


def _paint(presenter: PeoplePresenter, jobs: JobRunner) -> None:
    people = PeopleList(presenter, jobs)
    people.resize(*WINDOW)
    people.show()
    wait_for(people.people.shown, partial(people.show_people, PeopleFilter()))
    people.grab()
