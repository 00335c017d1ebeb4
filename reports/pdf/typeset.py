"""Widths of texts and where their lines end. Nothing is shrunk and nothing is cut off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.fonts import Face, Run, clusters, printable, runs

MM_PER_POINT = 25.4 / 72
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
GREY = 0.33
FAINT = 0.55


@dataclass(frozen=True, eq=False)
class Style:
    """A face, its size in points and its ink from 0 (black) to 1 (white)."""

    face: Face
    size: float
    ink: float = 0.0


def regular(size: float, ink: float = 0.0) -> Style:
    """Upright style."""
    return Style(Face.REGULAR, size, ink)


def bold(size: float, ink: float = 0.0) -> Style:
    """Bold style."""
    return Style(Face.BOLD, size, ink)


def italic(size: float, ink: float = GREY) -> Style:
    """Italic style, grey unless said otherwise."""
    return Style(Face.ITALIC, size, ink)


def unbroken(text: str) -> str:
    """`text` so that no line ends inside it: numbers of telephones, initials."""
    return text.replace(" ", NO_BREAK_SPACE)


class Ruler:
    """Measures and breaks texts; remembers the widths of one paper, then is thrown away."""

    def __init__(self) -> None:
        self._runs: dict[tuple[Face, str], tuple[tuple[Run, ...], float]] = {}

    def runs(self, text: str, face: Face) -> tuple[Run, ...]:
        """Runs of one font each, without what cannot be printed."""
        return self._measured(text, face)[0]

    def width(self, text: str, style: Style) -> float:
        """Width in millimetres."""
        return self._measured(text, style.face)[1] * style.size * MM_PER_POINT

    def widest(self, texts: Sequence[str], style: Style) -> float:
        """Width of the widest of `texts`; 0 without any."""
        return max((self.width(text, style) for text in texts), default=0.0)

    def wrap(self, text: str, style: Style, width: float) -> tuple[str, ...]:
        """Break `text` into lines of at most `width` millimetres.

        At spaces; a word that is too long for a line at its hyphens between letters; and
        what is still too long between any two letters. An empty text is one empty line.
        """
        if self.width(text, style) <= width:
            return (text,)
        lines = [""]
        for word in printable(text).split(" "):
            if not word:
                continue
            longer = f"{lines[-1]} {word}" if lines[-1] else word
            if self.width(longer, style) <= width:
                lines[-1] = longer
                continue
            if lines[-1]:
                lines.append("")
            self._add_word(lines, word, style, width)
        return tuple(lines)

    def fill(self, items: Sequence[str], style: Style, width: float) -> tuple[str, ...]:
        """Break a row of items into lines between items, and inside one only if it must be."""
        lines: list[str] = []
        for item in items:
            longer = f"{lines[-1]} {item}" if lines else item
            if lines and self.width(longer, style) <= width:
                lines[-1] = longer
            else:
                lines.extend(self.wrap(item, style, width))
        return tuple(lines)

    def _add_word(self, lines: list[str], word: str, style: Style, width: float) -> None:
        for piece in _at_hyphens(word) if self.width(word, style) > width else (word,):
            parts = (piece,) if self.width(piece, style) <= width else tuple(clusters(piece))
            for part in parts:
                if lines[-1] and self.width(lines[-1] + part, style) > width:
                    lines.append("")
                lines[-1] += part

    def _measured(self, text: str, face: Face) -> tuple[tuple[Run, ...], float]:
        key = (face, text)
        found = self._runs.get(key)
        if found is None:
            pieces = runs(printable(text), face)
            found = self._runs[key] = (pieces, sum(piece.units for piece in pieces) / 1000)
        return found


def _at_hyphens(word: str) -> Iterator[str]:
    """Parts of a word that end with a hyphen between two letters: never inside a number."""
    start = 0
    for place, (before, here) in enumerate(pairwise(word), start=1):
        after = word[place + 1 : place + 2]
        if here == "-" and before.isalpha() and after.isalpha():
            yield word[start : place + 1]
            start = place + 1
    yield word[start:]
