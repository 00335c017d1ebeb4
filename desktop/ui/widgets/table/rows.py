"""What is painted a row at a time: ground, hairline, selection bar, grid and focus."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.ui import paint
from desktop.ui.theme import Theme, color
from desktop.ui.widgets.table.delegate import RowLook

_BAR = 3


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A row on the viewport."""

    number: int
    top: int
    height: int


def paint_row(
    painter: QPainter, place: RowPlace, width: int, look: RowLook, *, hovered: bool, rtl: bool
) -> None:
    """Ground, hairline and selection bar of one row."""
    if look.selected:
        ground = "sel"
    elif hovered:
        ground = "hover"
    else:
        ground = "subtle" if look.row is not None and look.row.tinted else "surface"
    painter.fillRect(0, place.top, width, place.height, color(ground))
    painter.fillRect(0, place.top + place.height - 1, width, 1, color("line"))
    if look.selected:
        left = width - _BAR if rtl else 0
        painter.fillRect(left, place.top, _BAR, place.height - 1, color("accent"))


def paint_focus(painter: QPainter, box: QRectF) -> None:
    """The 2 px frame of the cell or row that has the keyboard."""
    key = "text" if Theme.current().is_contrast else "accent"
    paint.rounded(painter, box, 2, None, color(key), 2.0)
