"""Where the pages of a list end: pure arithmetic on heights.

Rules of a border list: a group that fits on a page is never cut; where a longer one, or the
single travellers, go on, at least three rows stand before and after the cut; what closes
the list stays together with the last three rows, or with fewer where a group would be cut.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

KEPT_ROWS = 3


@dataclass(frozen=True)
class Block:
    """Heights of a group: its rows, its band, and the band where it is repeated.

    A whole block is not cut if it fits on a page.
    """

    rows: tuple[float, ...]
    band: float
    band_again: float
    whole: bool


@dataclass(frozen=True)
class Piece:
    """Rows `start` up to `stop` of a block that stand together on a page."""

    block: int
    start: int
    stop: int


def paginate(
    blocks: Sequence[Block], first_room: float, room: float, closing: float
) -> tuple[tuple[Piece, ...], ...]:
    """Return the pieces of each page.

    `first_room` is the height for bands and rows on the first page, `room` on the others,
    `closing` what the end of the list needs beneath the rows of the last one. The first page
    stays without rows where nothing fits. Linear in the number of rows.
    """
    return _Pager(blocks, first_room, room, closing).pages()


class _Pager:
    """Cuts are indices into all rows; a cut stands before the row of that index."""

    def __init__(
        self, blocks: Sequence[Block], first_room: float, room: float, closing: float
    ) -> None:
        self._blocks = blocks
        self._first_room = first_room
        self._room = room
        self._closing = closing
        self._starts = list(accumulate((len(block.rows) for block in blocks), initial=0))
        self._count = self._starts[-1]
        self._is_uncut = [block.whole and block.band + sum(block.rows) <= room for block in blocks]
        heights = (
            height + (block.band if place == 0 else 0.0)
            for block in blocks
            for place, height in enumerate(block.rows)
        )
        self._sums = list(accumulate(heights, initial=0.0))

    def pages(self) -> tuple[tuple[Piece, ...], ...]:
        """Cut greedily, then move what the end of the list has to take along."""
        cuts = [0, self._fill(0, self._first_room, is_first=True)]
        while cuts[-1] < self._count:
            cuts.append(self._fill(cuts[-1], self._room, is_first=False))
        self._close(cuts)
        return tuple(self._pieces(cuts[page], cuts[page + 1]) for page in range(len(cuts) - 1))

    def _fill(self, start: int, room: float, *, is_first: bool) -> int:
        """Last permitted cut that fits; without one, the last that fits at all."""
        best, stop = start, start
        while stop < self._count and self._height(start, stop + 1) <= room:
            stop += 1
            if self._is_permitted(stop):
                best = stop
        if best > start or is_first:
            return best
        return max(stop, start + 1)

    def _close(self, cuts: list[int]) -> None:
        start, is_first = cuts[-2], len(cuts) == 2
        room = self._first_room if is_first else self._room
        kept = min(KEPT_ROWS, self._count)
        fits = self._height(start, self._count) + self._closing <= room
        if fits and (is_first or self._count - start >= kept):
            return
        # The last page is too full, or has too few rows: its first row moves, or rows of the
        # page before come to it.
        lowest = start if not fits else cuts[-3]
        if fits:
            cuts.pop()
            cuts[-1] = self._count
        cut = self._closing_cut(lowest, kept, is_first=len(cuts) == 2)
        cuts.insert(-1, cut)

    def _closing_cut(self, lowest: int, kept: int, *, is_first: bool) -> int:
        """Where the last page begins, after the row `lowest` that begins the page before."""
        least = lowest if is_first else lowest + 1
        for cut in range(self._count - kept, least - 1, -1):
            if self._height(cut, self._count) + self._closing > self._room:
                break
            if self._is_permitted(cut):
                return cut
        # Fewer rows are better than a family that is cut. A group nearly as long as a page is
        # cut all the same: signatures on a sheet without names would be worse.
        fewer = range(max(self._count - kept + 1, least), self._count)
        some = range(max(self._count - kept, least), self._count)
        last_resorts = [cut for cut in fewer if self._is_permitted(cut)]
        last_resorts.extend(some)
        for cut in last_resorts:
            if self._height(cut, self._count) + self._closing <= self._room:
                return cut
        return self._count

    def _is_permitted(self, cut: int) -> bool:
        if cut == self._count:
            return True
        place = self._block_of(cut)
        before, after = cut - self._starts[place], self._starts[place + 1] - cut
        if before == 0:
            return True
        return not self._is_uncut[place] and before >= KEPT_ROWS and after >= KEPT_ROWS

    def _block_of(self, row: int) -> int:
        return bisect_right(self._starts, row) - 1

    def _height(self, start: int, stop: int) -> float:
        height = self._sums[stop] - self._sums[start]
        if start < stop:
            place = self._block_of(start)
            if start > self._starts[place]:
                height += self._blocks[place].band_again
        return height

    def _pieces(self, start: int, stop: int) -> tuple[Piece, ...]:
        pieces = []
        while start < stop:
            place = self._block_of(start)
            offset = self._starts[place]
            end = min(stop, self._starts[place + 1])
            pieces.append(Piece(place, start - offset, end - offset))
            start = end
        return tuple(pieces)
