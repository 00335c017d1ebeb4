"""The shipped fonts, and which of them draws a character.

Noto Sans sets everything it has; a character that it lacks comes from DejaVu Sans, and one
that neither has is shown as U+FFFD, so that nothing is lost in silence.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fonts"
UNKNOWN = "\N{REPLACEMENT CHARACTER}"

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_KEPT_CONTROLS = frozenset("\t\n\v\f\r\x85")
_JOINERS = frozenset("\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}")


class Face(StrEnum):
    """A cut of the papers' typeface."""

    # Widths are looked up by face and text; an enumeration's own hash takes half of that time.
    __hash__ = str.__hash__

    REGULAR = "Regular"
    BOLD = "Bold"
    ITALIC = "Italic"


_FALLBACK = {
    Face.REGULAR: "DejaVuSans",
    Face.BOLD: "DejaVuSans-Bold",
    Face.ITALIC: "DejaVuSans",
}


@dataclass(frozen=True)
class Run:
    """A piece of text in one font; `units` is its width in thousandths of the size."""

    font: str
    text: str
    units: float


def font_name(face: Face) -> str:
    """Name under which the PDF library knows the main font of a face, which is loaded."""
    return _load(f"NotoSans-{face.value}").name


def printable(text: str) -> str:
    """Return `text` in NFC without controls, direction marks and joiners of other scripts.

    Blanks of any kind become spaces; a no-break space stays what it is.
    """
    text = unicodedata.normalize("NFC", text)
    if text.isprintable():
        return text
    return "".join(_printable(char) for char in text)


def _printable(char: str) -> str:
    if char == _NO_BREAK_SPACE:
        return char
    category = unicodedata.category(char)
    if category == "Zs" or char in _KEPT_CONTROLS or category in {"Zl", "Zp"}:
        return " "
    return "" if category in {"Cc", "Cf", "Cs", "Co", "Cn"} and char not in _JOINERS else char


def runs(text: str, face: Face) -> tuple[Run, ...]:
    """Cut `text`, already printable, into runs of one font each."""
    main = _load(f"NotoSans-{face.value}")
    if all(map(main.widths.__contains__, text)):
        return (main.run(text),)
    return tuple(_mixed_runs(text, main, _load(_FALLBACK[face])))


def clusters(text: str) -> Iterator[str]:
    """Letters with the marks that belong to them: what must not be parted."""
    cluster = ""
    for char in text:
        if cluster and not unicodedata.combining(char) and char not in _JOINERS:
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


@dataclass(frozen=True)
class _Font:
    name: str
    widths: dict[str, float]

    def run(self, text: str) -> Run:
        return Run(self.name, text, sum(map(self.widths.__getitem__, text)))

    def has(self, text: str) -> bool:
        return all(char in self.widths for char in text)


@cache
def _load(name: str) -> _Font:
    font = TTFont(f"HW-{name}", str(FOLDER / f"{name}.ttf"))
    pdfmetrics.registerFont(font)
    widths = {chr(code): float(width) for code, width in font.face.charWidths.items()}
    return _Font(font.fontName, widths)


def _mixed_runs(text: str, main: _Font, fallback: _Font) -> Iterator[Run]:
    font, held = main, ""
    for cluster in clusters(text):
        chosen, shown = main, cluster
        if not main.has(cluster):
            # Joiners only tell a shaping engine what to do; a font without them loses nothing.
            bare = "".join(char for char in cluster if char not in _JOINERS)
            shown = bare if fallback.has(bare) else UNKNOWN
            chosen = main if main.has(shown) else fallback
        if chosen is not font and held:
            yield font.run(held)
            held = ""
        font, held = chosen, held + shown
    if held:
        yield font.run(held)
