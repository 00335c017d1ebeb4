"""A framed panel under a black bar, which may go on over several pages."""

from collections.abc import Callable
from dataclasses import dataclass

from reports.pdf.board import THIN_INK, Board, Box

_UNDER_CUT = 1.5


@dataclass(frozen=True)
class Strip:
    """A part of a panel that is not cut; `opens` where a rule stands above it."""

    board: Board
    opens: bool


@dataclass(frozen=True)
class Panel:
    """A bar and strips under it. `bar(again)` draws the bar, `again` on a further page."""

    x: float
    width: float
    bar: Callable[[bool], Board]
    strips: tuple[Strip, ...]

    @property
    def height(self) -> float:
        """Height on one page."""
        return self.bar(False).height + sum(strip.board.height for strip in self.strips)

    def least_height(self, start: int) -> float:
        """Height of the bar and the strip `start`, which stay together."""
        return self.bar(start > 0).height + self.strips[start].board.height + _UNDER_CUT

    def draw(self, board: Board, y: float, limit: float, start: int = 0) -> tuple[float, int]:
        """Draw from `y` what fits above `limit`, from the strip `start` on, which must fit.

        Return where the panel ends on this board, and the next strip.
        """
        bar = self.bar(start > 0)
        board.add(bar, y)
        top, y, place = y, y + bar.height, start
        while place < len(self.strips):
            strip = self.strips[place]
            if y + strip.board.height + _UNDER_CUT > limit:
                break
            if strip.opens and place > start:
                board.level(self.x, self.x + self.width, y, 0.3, THIN_INK)
            board.add(strip.board, y)
            y += strip.board.height
            place += 1
        if place < len(self.strips) and not self.strips[place].opens:
            y += _UNDER_CUT
        board.boxes.append(Box(self.x, top, self.width, y - top, 0.8))
        return y, place
