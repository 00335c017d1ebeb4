"""Python's search for cycles of garbage, kept from where it harms or costs much.

It looks through all that was made lately, on whichever thread happens to make something: there
it would also destroy a part of the window that a cycle held, which Qt does not survive. And
while libraries are loaded or ten thousand rows are read, nearly everything stays: a third of
such times went there.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_blocks = 0
_by_hand = False


def rest() -> None:
    """Look for nothing but in `look`, on any thread, until `resume`."""
    _change(by_hand=True)


def resume() -> None:
    """Look by itself again."""
    _change(by_hand=False)


def settle() -> None:
    """Leave out of every later look what is there by now: it stays as long as the program."""
    gc.freeze()


def clear_out() -> None:
    """Look through all there is, also what was left out: a key must not stay in memory.

    It takes some tenths of a second; nobody may be working.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def look() -> None:
    """Look on this thread, as far as it is due; not while a block rests."""
    if _blocks:
        return
    counts, due = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > due[generation]:
            gc.collect(generation)
            return


@contextmanager
def resting() -> Iterator[None]:
    """Look for nothing within the block, nor in others that run at the same time.

    What it made stays out of later looks of the window's thread: it is much, and goes by itself.
    """
    _change(blocks=1)
    try:
        yield
    finally:
        if _by_hand:
            settle()
        _change(blocks=-1)


def _change(*, blocks: int = 0, by_hand: bool | None = None) -> None:
    global _blocks, _by_hand  # noqa: PLW0603 - the collector too is one for the whole process
    with _lock:
        _blocks += blocks
        _by_hand = _by_hand if by_hand is None else by_hand
        if _blocks or _by_hand:
            gc.disable()
        else:
            gc.enable()
