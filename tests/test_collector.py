"""Garbage is looked for where it is asked for, and by itself again afterwards."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest

from desktop import collector


class Ring:
    """Something that only the search for cycles can take away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    collector.resume()


def dropped() -> "weakref.ref[Ring]":
    return weakref.ref(Ring())


def make_look_due() -> list[list[int]]:
    return [[number] for number in range(gc.get_threshold()[0] + 1)]


def test_a_block_rests_and_ends_however_it_is_left() -> None:
    with pytest.raises(ZeroDivisionError), collector.resting():
        assert not gc.isenabled()
        raise ZeroDivisionError
    assert gc.isenabled()


def test_the_last_of_several_blocks_ends_the_rest() -> None:
    within, leave = threading.Event(), threading.Event()

    def other() -> None:
        with collector.resting():
            within.set()
            leave.wait()

    thread = threading.Thread(target=other)
    with collector.resting():
        thread.start()
        within.wait()
    assert not gc.isenabled()
    leave.set()
    thread.join()
    assert gc.isenabled()


def test_a_block_within_a_rest_does_not_end_it() -> None:
    collector.rest()
    with collector.resting():
        assert not gc.isenabled()
    assert not gc.isenabled()
    collector.resume()
    assert gc.isenabled()


def test_looking_takes_garbage_away_while_the_rest_goes_on() -> None:
    collector.rest()
    gc.collect()
    ring = dropped()
    kept = make_look_due()
    collector.look()
    assert ring() is None
    assert kept
    assert not gc.isenabled()


def test_nobody_looks_while_a_block_rests() -> None:
    with collector.resting():
        gc.collect()
        ring = dropped()
        kept = make_look_due()
        collector.look()
        assert ring() is not None
        assert kept
