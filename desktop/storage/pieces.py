"""Long lists of rows, taken piece by piece."""

from collections.abc import Iterator
from typing import TypeVar

T = TypeVar("T")

PIECE = 1_000


def taken(rows: list[T]) -> Iterator[list[T]]:
    """Pieces of a list, which is empty at the end.

    To let go of a hundred thousand rows at once holds the interpreter, and the window with it,
    for a tenth of a second.
    """
    while rows:
        piece = rows[:PIECE]
        del rows[:PIECE]
        yield piece
