"""A drawing before it is on paper: can be measured, moved and put together."""

from typing import NamedTuple

from reports.pdf.typeset import Ruler, Style

THIN_INK = 0.55


class Fill(NamedTuple):
    """A filled rectangle with round corners of `radius`."""

    x: float
    y: float
    width: float
    height: float
    ink: float
    radius: float = 0.0


class Rule(NamedTuple):
    """A straight line of `weight` points."""

    x0: float
    y0: float
    x1: float
    y1: float
    weight: float
    ink: float = 0.0


class Box(NamedTuple):
    """An outlined rectangle."""

    x: float
    y: float
    width: float
    height: float
    weight: float
    ink: float = 0.0


class Ring(NamedTuple):
    """A dashed circle."""

    x: float
    y: float
    radius: float
    ink: float = THIN_INK


class Code(NamedTuple):
    """A QR code of `size` millimetres that corrects errors of `level`."""

    x: float
    y: float
    size: float
    text: str
    level: str


Word = tuple[float, float, str, Style]


class Board:
    """Texts, fills and strokes; on paper fills lie under texts, and strokes over both.

    A zebra or a band can so never hide a rule. `height` is set by whoever fills the board.
    """

    __slots__ = ("boxes", "codes", "fills", "height", "rings", "ruler", "rules", "words")

    def __init__(self, ruler: Ruler) -> None:
        self.ruler = ruler
        self.height = 0.0
        self.fills: list[Fill] = []
        self.words: list[Word] = []
        self.rules: list[Rule] = []
        self.boxes: list[Box] = []
        self.rings: list[Ring] = []
        self.codes: list[Code] = []

    def text(self, x: float, y: float, text: str, style: Style) -> float:
        """Put `text` with its left end at `x`, its baseline at `y`; return its right end."""
        if text:
            self.words.append((x, y, text, style))
        return x + self.ruler.width(text, style)

    def text_right(self, x: float, y: float, text: str, style: Style) -> float:
        """Put `text` with its right end at `x`; return its left end."""
        left = x - self.ruler.width(text, style)
        self.text(left, y, text, style)
        return left

    def text_centred(self, x: float, y: float, text: str, style: Style) -> None:
        """Put `text` with its middle at `x`."""
        self.text(x - self.ruler.width(text, style) / 2, y, text, style)

    def lines(self, x: float, y: float, lines: tuple[str, ...], style: Style, step: float) -> float:
        """Put lines under one another from baseline `y`; return the last one's baseline."""
        for place, line in enumerate(lines):
            self.text(x, y + place * step, line, style)
        return y + (len(lines) - 1) * step

    def level(self, x0: float, x1: float, y: float, weight: float, ink: float = 0.0) -> None:
        """Draw a horizontal rule."""
        self.rules.append(Rule(x0, y, x1, y, weight, ink))

    def add(self, other: "Board", down: float) -> None:
        """Put another board on this one, `down` millimetres lower."""
        self.fills.extend(
            Fill(f.x, f.y + down, f.width, f.height, f.ink, f.radius) for f in other.fills
        )
        self.words.extend((x, y + down, text, style) for x, y, text, style in other.words)
        self.rules.extend(
            Rule(r.x0, r.y0 + down, r.x1, r.y1 + down, r.weight, r.ink) for r in other.rules
        )
        self.boxes.extend(
            Box(b.x, b.y + down, b.width, b.height, b.weight, b.ink) for b in other.boxes
        )
        self.rings.extend(Ring(r.x, r.y + down, r.radius, r.ink) for r in other.rings)
        self.codes.extend(Code(c.x, c.y + down, c.size, c.text, c.level) for c in other.codes)
