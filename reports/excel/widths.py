"""Estimates how wide a text is in Calibri, so that columns and rows can be made to fit.

Measured in widths of a digit, the unit of Excel's columns. Readers without Calibri see a
wider letter, so ten per cent are added.
"""

from math import ceil

LINE_HEIGHT = 15.0
_RESERVE = 1.1
_NARROW = frozenset("iljtfrI.,:;'|!()[]- ’·")
_WIDE_SMALL = frozenset("mwжмшщыю%")
_WIDE_CAPITALS = frozenset("MWЖМШЩЫЮ№@—")


def units(text: str) -> float:
    """Width of one line of `text` at 11 points."""
    return _RESERVE * sum(map(_unit, text))


def lines(text: str, width: float) -> int:
    """Number of lines that `text` takes in a column of `width`, both indents taken off."""
    room = max(width - 2.0, 1.0)
    return sum(max(1, ceil(units(line) / room)) for line in text.split("\n"))


def longest_word(text: str) -> float:
    """Width of the widest word of `text`: a column cannot be narrower without breaking it."""
    return max(map(units, text.split()), default=0.0)


def _unit(letter: str) -> float:
    if letter in _NARROW:
        return 0.6
    if letter in _WIDE_SMALL:
        return 1.4
    if letter in _WIDE_CAPITALS:
        return 1.75
    return 1.15 if letter.isupper() else 0.97
