"""Pickles of large results in pieces.

Opening one pickle holds the interpreter until it is done, and with it the window: a quarter of a
second for ten thousand rows. Between two pieces the window gets its turn.
"""

import io
import pickle
from itertools import chain, islice
from typing import Any

MANY = 300
"""Elements of a container that still travel in one piece."""


def in_pieces(value: object) -> tuple[bytes, ...]:
    """Pickles of `value`: containers of more than `MANY` elements in several, the rest last."""
    stream = io.BytesIO()
    pickler = _Pickler(stream)
    pickler.dump(value)
    return (*pickler.pieces, stream.getvalue())


def from_pieces(pieces: tuple[bytes, ...]) -> object:
    """Inverse of `in_pieces`."""
    return _Unpickler(pieces).load()


class _Pickler(pickle.Pickler):
    def __init__(self, stream: io.BytesIO) -> None:
        super().__init__(stream)
        self.pieces: list[bytes] = []

    def persistent_id(self, value: Any) -> tuple[type, int, int] | None:
        """Where the elements of a long container are to be found."""
        if type(value) not in (tuple, list, dict) or len(value) <= MANY:
            return None
        first = len(self.pieces)
        elements = iter(value.items() if type(value) is dict else value)
        while piece := tuple(islice(elements, MANY)):
            self.pieces.append(pickle.dumps(piece))
        return type(value), first, len(self.pieces)


class _Unpickler(pickle.Unpickler):
    def __init__(self, pieces: tuple[bytes, ...]) -> None:
        super().__init__(io.BytesIO(pieces[-1]))
        self._pieces = pieces

    def persistent_load(self, place: tuple[type, int, int]) -> object:
        """The container whose elements lie in these pieces."""
        kind, first, end = place
        opened = (pickle.loads(piece) for piece in self._pieces[first:end])  # noqa: S301 - ours
        return kind(chain.from_iterable(opened))
