"""Python's search for cycles of garbage, kept from where it costs much and finds nothing.

It looks through all that was made lately, again and again; while libraries are loaded or ten
thousand rows are read, nearly everything that was made stays. A third of such times went there,
and each look stopped every thread.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def rest() -> None:
    """Look for nothing until `settle`."""
    gc.disable()


def settle() -> None:
    """Look again, and leave out what is there by now: it stays as long as the program runs."""
    gc.enable()
    gc.collect()
    gc.freeze()


@contextmanager
def resting() -> Iterator[None]:
    """Look for nothing within the block."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
