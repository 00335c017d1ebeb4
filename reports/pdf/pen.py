"""Puts boards on paper: the only place that talks to the PDF library.

The library formats every number and string anew and takes most of the time of a long list.
So a page is written here as PDF operators (ISO 32000-1, annex A), and the library keeps what
it is good at: fonts cut down to the letters that occur, compression, the file.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import segno
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from reports.fonts import Face, font_name
from reports.pdf.board import Board, Box, Code, Fill, Ring, Rule, Word
from reports.pdf.sheet import Sheet
from reports.pdf.typeset import MM_PER_POINT, Ruler

# Text that survives old mail gateways is not worth a quarter of the file.
rl_config.useA85 = 0

_QR_OVERLAP = ".02"
"""Of a module: viewers show hairlines between modules that only touch."""
_QR_LARGE_MM = 20.0
_QR_MASK = 2
_DARK_MODULES = re.compile(rb"\x01+")
_RING_WEIGHT_PT = 0.5
_RING_DASH_PT = (2, 2)


class Pen:
    """Writes one document. The same boards give the same bytes.

    `language` is the document's language code, `made_at` (aware) the time in its properties.
    """

    def __init__(
        self,
        sheet: Sheet,
        ruler: Ruler,
        *,
        language: str,
        title: str,
        subject: str,
        made_at: datetime,
    ) -> None:
        self._sheet = sheet
        self._ruler = ruler
        self._encoded: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._buffer = BytesIO()
        self._canvas = Canvas(
            self._buffer,
            pagesize=(_pt(sheet.width), _pt(sheet.height)),
            pageCompression=1,
            invariant=1,
            # The library names its own Helvetica in every file that does not start otherwise.
            initialFontName=font_name(Face.REGULAR),
            lang=language,
        )
        stamp = made_at.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
        self._canvas.setDateFormatter(lambda *_: stamp)
        self._canvas.setTitle(title)
        self._canvas.setSubject(subject)
        self._canvas.setAuthor("")
        self._canvas.setCreator("Homeward")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def page(self, board: Board) -> None:
        """Draw a page."""
        self._write(self._fills(board.fills))
        for code in board.codes:
            self._write(self._code(code))
        self._write(self._words(board.words))
        self._write(self._rules(board.rules))
        self._write(self._boxes(board.boxes))
        for ring in board.rings:
            self._ring(ring)
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Return the file."""
        self._canvas.save()
        return self._buffer.getvalue()

    def _write(self, operators: Iterable[str]) -> None:
        self._canvas.addLiteral("\n".join(operators))

    def _up(self, y: float) -> float:
        return _pt(self._sheet.height - y)

    def _fills(self, fills: list[Fill]) -> Iterable[str]:
        for fill in fills:
            x, y = _pt(fill.x), self._up(fill.y + fill.height)
            width, height, radius = _pt(fill.width), _pt(fill.height), _pt(fill.radius)
            yield f"{fill.ink:.2f} g"
            if radius:
                yield from _round_rectangle(x, y, width, height, radius)
            else:
                yield f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re f"

    def _words(self, words: list[Word]) -> Iterable[str]:
        scale, height = 1 / MM_PER_POINT, self._sheet.height
        font: tuple[str, float] | None = None
        ink: float | None = None
        yield "BT"
        for x, y, text, style in words:
            if style.ink != ink:
                ink = style.ink
                yield f"{ink:.2f} g"
            yield f"1 0 0 1 {x * scale:.2f} {(height - y) * scale:.2f} Tm"
            for run in self._ruler.runs(text, style.face):
                for subset, codes in self._codes(run.font, run.text):
                    if (subset, style.size) != font:
                        font = (subset, style.size)
                        yield f"{subset} {style.size} Tf"
                    yield f"<{codes}> Tj"
        yield "ET"

    def _codes(self, font: str, text: str) -> list[tuple[str, str]]:
        """Pieces of `text` as name of a font's subset and hexadecimal codes in it."""
        found = self._encoded.get((font, text))
        if found is None:
            source: Any = pdfmetrics.getFont(font)
            # The library's own text object asks the font in this way; there is no other.
            document = self._canvas._doc
            found = self._encoded[font, text] = [
                (source.getSubsetInternalName(subset, document), codes.hex())
                for subset, codes in source.splitString(text, document)
            ]
        return found

    def _rules(self, rules: list[Rule]) -> Iterable[str]:
        alike: defaultdict[tuple[float, float], list[Rule]] = defaultdict(list)
        for rule in rules:
            alike[-rule.ink, rule.weight].append(rule)
        # Black comes last, so that no grey hairline lies over the end of a strong rule.
        for (paleness, weight), some in sorted(alike.items(), key=lambda item: item[0]):
            yield f"{-paleness:.2f} G {weight:.2f} w"
            for r in some:
                yield f"{_pt(r.x0):.2f} {self._up(r.y0):.2f} m"
                yield f"{_pt(r.x1):.2f} {self._up(r.y1):.2f} l"
            yield "S"

    def _boxes(self, boxes: list[Box]) -> Iterable[str]:
        look: tuple[float, float] | None = None
        for box in boxes:
            if (box.ink, box.weight) != look:
                look = (box.ink, box.weight)
                yield f"{box.ink:.2f} G {box.weight:.2f} w"
            x, y = _pt(box.x), self._up(box.y + box.height)
            yield f"{x:.2f} {y:.2f} {_pt(box.width):.2f} {_pt(box.height):.2f} re S"

    def _ring(self, ring: Ring) -> None:
        self._canvas.setStrokeGray(ring.ink)
        self._canvas.setLineWidth(_RING_WEIGHT_PT)
        self._canvas.setDash(*_RING_DASH_PT)
        self._canvas.circle(_pt(ring.x), self._up(ring.y), _pt(ring.radius))
        self._canvas.setDash()

    def _code(self, code: Code) -> Iterable[str]:
        # Weighing all masks takes most of the time of a long list; it is done for the large
        # code of a first page, which is read by telephones.
        mask = None if code.size > _QR_LARGE_MM else _QR_MASK
        symbol = segno.make(code.text, error=code.level, boost_error=False, micro=False, mask=mask)
        rows = tuple(symbol.matrix)
        module = _pt(code.size) / len(rows)
        # In modules, downwards: whole numbers are half as long, and written in half the time.
        yield f"q {module:.5f} 0 0 {-module:.5f} {_pt(code.x):.3f} {self._up(code.y):.3f} cm 0 g"
        for down, row in enumerate(rows):
            for dark in _DARK_MODULES.finditer(row):
                start, end = dark.span()
                yield f"{start} {down} {end - start}{_QR_OVERLAP} 1{_QR_OVERLAP} re"
        yield "f Q"


def _round_rectangle(
    x: float, y: float, width: float, height: float, radius: float
) -> Iterable[str]:
    """Operators of a filled rectangle with quarter circles as Bézier curves."""
    right, top = x + width, y + height
    near = radius * (1 - 0.5523)
    yield f"{x + radius:.2f} {y:.2f} m {right - radius:.2f} {y:.2f} l"
    yield f"{right - near:.2f} {y:.2f} {right:.2f} {y + near:.2f} {right:.2f} {y + radius:.2f} c"
    yield f"{right:.2f} {top - radius:.2f} l"
    yield f"{right:.2f} {top - near:.2f} {right - near:.2f} {top:.2f}"
    yield f"{right - radius:.2f} {top:.2f} c {x + radius:.2f} {top:.2f} l"
    yield f"{x + near:.2f} {top:.2f} {x:.2f} {top - near:.2f} {x:.2f} {top - radius:.2f} c"
    yield f"{x:.2f} {y + radius:.2f} l"
    yield f"{x:.2f} {y + near:.2f} {x + near:.2f} {y:.2f} {x + radius:.2f} {y:.2f} c h f"


def _pt(millimetres: float) -> float:
    return millimetres / MM_PER_POINT
