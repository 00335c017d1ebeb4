"""The type of Homeward: a few named fonts, all from one family."""

import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QStaticText, QTransform

SHIPPED_FAMILY = "Noto Sans"
_SHIPPED_FILES = (
    "NotoSans-Regular.ttf",
    "NotoSans-Medium.ttf",
    "NotoSans-SemiBold.ttf",
    "NotoSans-Bold.ttf",
)
_WINDOWS_FAMILY = "Segoe UI"
_POINTS_PER_PIXEL = 0.75
_KEPT_WIDTHS = 20_000
_KEPT_LINES = 6_000


class Type(StrEnum):
    """Names of fonts; nothing on the screen is set in any other."""

    TITLE = "title"
    FIGURE = "figure"
    FIGURE_LARGE = "figure_large"
    SECTION = "section"
    HEADING = "heading"
    BODY = "body"
    BODY_STRONG = "body_strong"
    CONTROL = "control"
    CONTROL_STRONG = "control_strong"
    CAPTION = "caption"
    LABEL = "label"
    CAPTION_STRONG = "caption_strong"
    MICRO = "micro"
    ZONE = "zone"
    ZONE_STRONG = "zone_strong"
    BORDER_SMALL = "border_small"
    BORDER = "border"
    BORDER_STRONG = "border_strong"
    BORDER_NAME = "border_name"
    BORDER_TITLE = "border_title"
    BORDER_FIGURE = "border_figure"


_REGULAR = QFont.Weight.Normal
_MEDIUM = QFont.Weight.Medium
_SEMIBOLD = QFont.Weight.DemiBold

# Size in logical pixels at a text scale of 1, and weight.
_FORMS: dict[Type, tuple[int, QFont.Weight]] = {
    Type.TITLE: (20, _SEMIBOLD),
    Type.FIGURE: (22, _SEMIBOLD),
    Type.FIGURE_LARGE: (26, _SEMIBOLD),
    Type.SECTION: (14, _SEMIBOLD),
    Type.HEADING: (13, _SEMIBOLD),
    Type.BODY: (12, _REGULAR),
    Type.BODY_STRONG: (12, _SEMIBOLD),
    Type.CONTROL: (12, _MEDIUM),
    Type.CONTROL_STRONG: (12, _SEMIBOLD),
    Type.CAPTION: (11, _REGULAR),
    Type.LABEL: (11, _MEDIUM),
    Type.CAPTION_STRONG: (11, _SEMIBOLD),
    Type.MICRO: (10, _MEDIUM),
    Type.ZONE: (16, _REGULAR),
    Type.ZONE_STRONG: (16, QFont.Weight.Bold),
    Type.BORDER_SMALL: (14, _MEDIUM),
    Type.BORDER: (16, _REGULAR),
    Type.BORDER_STRONG: (16, _SEMIBOLD),
    Type.BORDER_NAME: (20, QFont.Weight.Bold),
    Type.BORDER_TITLE: (22, _SEMIBOLD),
    Type.BORDER_FIGURE: (56, QFont.Weight.Bold),
}
_MONOSPACED = (Type.ZONE, Type.ZONE_STRONG)


@dataclass(frozen=True, slots=True)
class Form:
    """A font with what is asked of it for every line that is drawn.

    `rise` is how far below the middle of a line its baseline lies.
    """

    font: QFont
    metrics: QFontMetricsF
    rise: float


class FontBook:
    """Every font of the interface at one text scale. Fonts are shared: copy before changing.

    `scale` is the officer's own text size over the usual one, 1.0 to 2.0.
    """

    def __init__(self, folder: Path, scale: float = 1.0) -> None:
        self.scale = scale
        self._family = _family(folder)
        self._widths: dict[tuple[Type, str], float] = {}
        self._lines: dict[tuple[Type, str], QStaticText | None] = {}
        self._forms = {name: _form(self._make(name)) for name in Type}

    def form(self, name: Type) -> Form:
        """Font of a name with its metrics, at the ratio of the first screen."""
        return self._forms[name]

    def width(self, name: Type, text: str) -> float:
        """Width of one line of text in logical pixels; asked thousands of times a page."""
        key = (name, text)
        known = self._widths.get(key)
        if known is None:
            if len(self._widths) >= _KEPT_WIDTHS:
                self._widths.clear()
            known = self._widths[key] = self._forms[name].metrics.horizontalAdvance(text)
        return known

    def set_line(self, name: Type, text: str) -> QStaticText | None:
        """A line whose letters are already set, or None when it is asked for the first time.

        Drawing set letters costs a fifth of drawing text, but setting them costs more than
        drawing them once: a page that is only passed by is not set.
        """
        key = (name, text)
        if key not in self._lines:
            if len(self._lines) >= _KEPT_LINES:
                self._lines.clear()
            self._lines[key] = None
            return None
        known = self._lines[key]
        if known is None:
            known = QStaticText(text)
            known.setTextFormat(Qt.TextFormat.PlainText)
            known.prepare(QTransform(), self._forms[name].font)
            self._lines[key] = known
        return known

    def _make(self, name: Type) -> QFont:
        size_px, weight = _FORMS[name]
        if name in _MONOSPACED:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        else:
            font = QFont(self._family)
        font.setPointSizeF(size_px * _POINTS_PER_PIXEL * self.scale)
        font.setWeight(weight)
        # Figures of one width, so that columns of numbers stand under each other.
        font.setFeature(QFont.Tag("tnum"), 1)
        return font


def _form(font: QFont) -> Form:
    metrics = QFontMetricsF(font)
    return Form(font, metrics, (metrics.ascent() - metrics.descent()) / 2)


def _family(folder: Path) -> str:
    """The system's family on Windows, else the shipped one, loaded from `folder`."""
    if sys.platform == "win32" and _WINDOWS_FAMILY in QFontDatabase.families():
        return _WINDOWS_FAMILY
    for name in _SHIPPED_FILES:
        path = folder / name
        if path.is_file():
            QFontDatabase.addApplicationFont(str(path))
    return SHIPPED_FAMILY
