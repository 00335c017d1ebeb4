"""Pills: a state as icon, word and colour, the same in a widget and in a cell."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import icons, paint
from desktop.ui.theme import Mark, Theme, Type, color, px, width_of

HEIGHT = 20
_ICON = 14
_BEFORE = 7
_BETWEEN = 4
_AFTER = 8


def pill_width(word: str) -> float:
    """Width of a pill with a word, in logical pixels."""
    text = width_of(word, Type.CAPTION_STRONG)
    return px(_BEFORE) + px(_ICON) + px(_BETWEEN) + text + px(_AFTER)


def paint_pill(painter: QPainter, rect: QRectF, mark: Mark, word: str) -> None:
    """Paint a pill at the leading edge of `rect`, centred in its height."""
    rtl = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    width = min(pill_width(word), rect.width())
    height = px(HEIGHT)
    box = paint.Lead(rect, rtl).box(0, (rect.height() - height) / 2, width, height)
    ink = color(mark.state)
    frame = ink if Theme.current().is_contrast else None
    paint.rounded(painter, box, px(paint.CORNER), color(mark.state.ground), frame)
    lead = paint.Lead(box, rtl)
    size = px(_ICON)
    icons.draw(
        painter, lead.box(px(_BEFORE), (height - size) / 2, size, size), mark.icon, ink, filled=True
    )
    start = px(_BEFORE) + size + px(_BETWEEN)
    place = lead.box(start, 0, width - start - px(_AFTER) + 1, height)
    paint.write(painter, place, word, Type.CAPTION_STRONG, ink)


class Pill(QWidget):
    """A state beside a title or in a panel. Say why, not only that: "Test expires 20:15"."""

    def __init__(self, mark: Mark, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self._word = word
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)

    def set_state(self, mark: Mark, word: str) -> None:
        """Show another state."""
        self._mark = mark
        self._word = word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the word."""
        return QSize(round(pill_width(self._word) + 0.5), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Words of a state are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), self._mark, self._word)
