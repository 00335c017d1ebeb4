"""Small pictures that a table paints again and again, drawn once and kept.

A stamp is known by a hashable description; the generation of the theme and the fonts are part
of it, so that stamps of another theme fall out of the cache.
"""

from collections.abc import Callable, Hashable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from desktop.ui.theme import Theme
from desktop.ui.theme.fonts import FontBook

Drawing = Callable[..., None]

_KEPT = 500


def stamp(
    painter: QPainter,
    at: QPointF,
    size: QSizeF,
    ratio: float,
    drawing: Drawing,
    *what: Hashable,
) -> None:
    """Paint `drawing(painter, rect, *what)` of a size at a point, from a kept picture.

    `drawing` is a function at the top of a module; `ratio` is the device's.
    """
    theme = Theme.current()
    rtl = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    picture = _picture(
        drawing, what, size.width(), size.height(), ratio, rtl, theme.generation, theme.fonts
    )
    # On whole device pixels, or letters are blurred.
    spot = QPointF(round(at.x() * ratio) / ratio, round(at.y() * ratio) / ratio)
    painter.drawPixmap(spot, picture)


@lru_cache(maxsize=_KEPT)
def _picture(
    drawing: Drawing,
    what: tuple[Hashable, ...],
    width: float,
    height: float,
    ratio: float,
    rtl: bool,
    _generation: int,
    _fonts: FontBook,
) -> QPixmap:
    size = QSizeF(width, height)
    made = QPixmap((size * ratio).toSize())
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    if rtl:
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    drawing(painter, QRectF(QPointF(0, 0), size), *what)
    painter.end()
    return made
