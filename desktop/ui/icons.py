"""Icons: drawings without a colour, filled with the colour of a key and kept as pixmaps.

Source of the drawings: `resources/icons/SOURCES.md`.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from desktop.paths import resources_dir
from desktop.ui.theme import Theme, color

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_DRAWN_SIZES = (12, 16, 20, 24)
_KEPT = 600

# What points along the line of reading; clocks and check marks point nowhere.
_DIRECTED = frozenset(
    {
        "chevron_left",
        "chevron_right",
        "arrow_left",
        "arrow_right",
        "arrow_undo",
        "arrow_export",
        "send",
        "open",
        "text_bullet_list_ltr",
        "task_list_ltr",
        "clipboard_task_list_ltr",
    }
)


class UnknownIconError(LookupError):
    """No drawing has this name in this style: a mistake of the program."""


def draw(
    painter: QPainter,
    rect: QRectF,
    name: str,
    key: str | QColor,
    *,
    filled: bool = False,
) -> None:
    """Paint an icon into `rect`, as wide as it is high, in the colour of a key or a colour."""
    ink = color(key) if isinstance(key, str) else key
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    rtl = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    picture = _pixmap(
        name,
        round(rect.width()),
        ink.rgba(),
        filled,
        ratio,
        rtl and name in _DIRECTED,
        Theme.current().generation,
    )
    painter.drawPixmap(rect.topLeft(), picture)


def pixmap(
    name: str, size: int = 16, key: str = "text", *, filled: bool = False, ratio: float = 1.0
) -> QPixmap:
    """Icon as a pixmap, `size` logical pixels wide, at a device pixel ratio."""
    generation = Theme.current().generation
    return _pixmap(name, size, color(key).rgba(), filled, ratio, False, generation)


def application_icon() -> "QIcon":
    """The road that leads to a house, for the window and the task bar."""
    from PySide6.QtGui import QIcon  # noqa: PLC0415 - slow to load, and not for the first paint

    made = QIcon()
    renderer = QSvgRenderer(str(_folder() / "homeward.svg"))
    for side in (16, 24, 32, 48, 64, 256):
        made.addPixmap(_render(renderer, QSize(side, side)))
    return made


@lru_cache(maxsize=_KEPT)
def _pixmap(
    name: str,
    size: int,
    ink: int,
    filled: bool,
    ratio: float,
    mirrored: bool,
    _generation: int,
) -> QPixmap:
    """The generation of the theme lets pictures of the last theme fall out of the cache."""
    svg = _drawing(name, size, filled).replace(
        b"#000000", QColor.fromRgba(ink).name().encode("ascii")
    )
    side = round(size * ratio)
    made = _render(QSvgRenderer(QByteArray(svg)), QSize(side, side))
    if mirrored:
        made = made.transformed(QTransform.fromScale(-1, 1))
    made.setDevicePixelRatio(ratio)
    return made


def _render(renderer: QSvgRenderer, size: QSize) -> QPixmap:
    made = QPixmap(size)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter)
    painter.end()
    return made


@lru_cache(maxsize=_KEPT)
def _drawing(name: str, size: int, filled: bool) -> bytes:
    """SVG source whose only colour is #000000, made for the size nearest to `size`."""
    if name == "mark":
        return (_folder() / "mark.svg").read_bytes()
    style = "filled" if filled else "regular"
    for drawn in sorted(_DRAWN_SIZES, key=lambda have: (abs(have - size), have)):
        path = _folder() / "fluent" / f"{name}_{drawn}_{style}.svg"
        if path.is_file():
            return path.read_bytes().replace(b"<svg ", b'<svg fill="#000000" ', 1)
    raise UnknownIconError(f"{name}, {style}")


@cache
def _folder() -> Path:
    return resources_dir() / "icons"
