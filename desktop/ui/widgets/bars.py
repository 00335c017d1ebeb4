"""Bars: how much of how many. Always beside a number, never alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import paint
from desktop.ui.theme import color, px

_PART_GAP = 2


@dataclass(frozen=True, slots=True)
class BarPart:
    """A part of a bar: its amount and the key of its colour."""

    amount: float
    key: str = "accent"


def paint_bar(
    painter: QPainter, rect: QRectF, parts: Sequence[BarPart], total: float, *, rtl: bool
) -> None:
    """Paint parts of `total` one after the other on the track, with round ends."""
    radius = rect.height() / 2
    paint.rounded(painter, rect, radius, color("track"))
    if total <= 0:
        return
    outline = QPainterPath()
    outline.addRoundedRect(rect, radius, radius)
    painter.save()
    painter.setClipPath(outline)
    lead = paint.Lead(rect, rtl)
    x = 0.0
    last = len(parts) - 1
    for i, part in enumerate(parts):
        width = rect.width() * min(part.amount / total, 1.0)
        if width <= 0:
            continue
        full = x + width >= rect.width() - 0.5
        gap = 0 if i == last or full else _PART_GAP
        box = lead.box(x, 0, max(width - gap, 1.0), rect.height())
        if last == 0 and not full:
            paint.rounded(painter, box, radius, color(part.key))
        else:
            painter.fillRect(box, color(part.key))
        x += width
    painter.restore()


class Bar(QWidget):
    """A bar of 4 to 10 px. `spoken` says in words what it shows, for screen readers."""

    def __init__(self, height: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._height = height
        self._parts: tuple[BarPart, ...] = ()
        self._total = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_amount(self, amount: float, total: float, spoken: str, key: str = "accent") -> None:
        """Show one amount of a total."""
        self.set_parts((BarPart(amount, key),), total, spoken)

    def set_parts(self, parts: Sequence[BarPart], total: float, spoken: str) -> None:
        """Show several parts of a total."""
        self._parts = tuple(parts)
        self._total = total
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its place allows."""
        return QSize(px(80), px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        paint_bar(painter, QRectF(self.rect()), self._parts, self._total, rtl=self.isRightToLeft())
