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
_rests = 0


def rest() -> None:
    """Look for nothing by itself any more, on any thread, until `resume`."""
    gc.disable()


def resume() -> None:
    """Look by itself again."""
    gc.enable()


def settle() -> None:
    """Leave out of every later look what is there by now: it stays as long as the program."""
    gc.freeze()


def look() -> None:
    """Look on this thread, as far as it is due; not while a block rests."""
    with _lock:
        if _rests:
            return
    counts, due = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > due[generation]:
            gc.collect(generation)
            return


@contextmanager
def resting() -> Iterator[None]:
    """Look for nothing within the block."""
    global _rests  # noqa: PLW0603 - the collector is one for the whole process too
    was_enabled = gc.isenabled()
    with _lock:
        _rests += 1
    gc.disable()
    try:
        yield
    finally:
        with _lock:
            _rests -= 1
        if was_enabled:
            gc.enable()
