"""Drawn signs and small parts that several papers share."""

from reports.model import Mark, Pair
from reports.pdf.board import Board, Box, Fill, Rule
from reports.pdf.typeset import GREY, Style, italic, regular
from reports.wording import joined

SIGN_SIZE = 3.8
TICK_SIZE = 5.2

_WHITE = 1.0
_STROKE_PT = 1.1
_CAPTION = regular(7.5, GREY)
_CAPTION_SECOND = italic(7.5)
_CAPTION_GAP = 1.2
_CAPTION_STEP = 3.2

# Strokes from the middle of the sign, in millimetres: the font has none of these characters.
_STROKES: dict[Mark | None, tuple[tuple[float, float, float, float], ...]] = {
    Mark.ADDED: ((-1.1, 0, 1.1, 0), (0, -1.1, 0, 1.1)),
    Mark.CHANGED: ((-1.1, -0.5, 1.1, -0.5), (-1.1, 0.5, 1.1, 0.5), (-0.6, 1.2, 0.6, -1.2)),
    Mark.MOVED: (
        (-1.2, 0, 1.2, 0),
        (-1.2, 0, -0.5, -0.7),
        (-1.2, 0, -0.5, 0.7),
        (1.2, 0, 0.5, -0.7),
        (1.2, 0, 0.5, 0.7),
    ),
    None: ((-1.1, 0, 1.1, 0),),
}


def sign(board: Board, x: float, y: float, mark: Mark | None) -> None:
    """Draw a sign of change, white on a black square; None is the sign of the removed."""
    board.fills.append(Fill(x, y, SIGN_SIZE, SIGN_SIZE, 0.0, 0.5))
    middle_x, middle_y = x + SIGN_SIZE / 2, y + SIGN_SIZE / 2
    board.rules.extend(
        Rule(middle_x + a, middle_y + b, middle_x + c, middle_y + d, _STROKE_PT, _WHITE)
        for a, b, c, d in _STROKES[mark]
    )


def tick_box(board: Board, middle_x: float, y: float) -> None:
    """Draw a box to tick."""
    board.boxes.append(Box(middle_x - TICK_SIZE / 2, y, TICK_SIZE, TICK_SIZE, 0.7))


def chip(board: Board, x: float, y: float, text: str, style: Style, padding: float) -> float:
    """Draw `text` (its baseline at `y`) white on black; return the right end of the black."""
    height = style.size * 0.56
    width = board.ruler.width(text, style) + 2 * padding
    board.fills.append(Fill(x, y - height * 0.72, width, height, 0.0, height * 0.12))
    board.text(x + padding, y, text, style)
    return x + width


def caption(board: Board, x: float, y: float, pair: Pair, width: float) -> float:
    """Write a small caption, the second language in italics behind it or under it.

    Return the baseline of its last line.
    """
    ruler = board.ruler
    both = ruler.width(pair.first, _CAPTION) + ruler.width(pair.second, _CAPTION_SECOND)
    if both + _CAPTION_GAP <= width:
        end = board.text(x, y, pair.first, _CAPTION)
        board.text(end + _CAPTION_GAP, y, pair.second, _CAPTION_SECOND)
        return y
    y = board.lines(x, y, ruler.wrap(pair.first, _CAPTION, width), _CAPTION, _CAPTION_STEP)
    if not pair.second:
        return y
    second = ruler.wrap(pair.second, _CAPTION_SECOND, width)
    return board.lines(x, y + _CAPTION_STEP, second, _CAPTION_SECOND, _CAPTION_STEP)


def fitting(board: Board, pair: Pair, style: Style, width: float) -> str:
    """Both languages on one line where they fit, else the first alone."""
    both = joined(pair)
    return both if board.ruler.width(both, style) <= width else pair.first


def struck_out(board: Board, x0: float, x1: float, y0: float, y1: float) -> None:
    """Strike out an empty place with a Z, so that no name can be added there."""
    board.level(x0, x1, y0, 0.5)
    board.rules.append(Rule(x0, y1, x1, y0, 0.5))
    board.level(x0, x1, y1, 0.5)
