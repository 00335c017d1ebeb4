"""Drawing that every painted element shares: crisp frames, hairlines, text from the leading edge.

`AlignLeft` means the leading edge in `write`, which asks the painter for the direction;
rectangles are mirrored with `Lead`.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import State, Theme, Type, color, form, px, width_of

LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TRAILING = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter

CORNER = 4
PANEL_CORNER = 6


class Lead:
    """Places boxes from the leading edge of `area`: the left one, or the right one mirrored."""

    __slots__ = ("area", "rtl")

    def __init__(self, area: QRectF, rtl: bool) -> None:
        self.area = area
        self.rtl = rtl

    @classmethod
    def of(cls, widget: QWidget) -> "Lead":
        """Whole of a widget, in its layout direction."""
        return cls(QRectF(widget.rect()), widget.isRightToLeft())

    def box(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Box `x` from the leading edge and `y` from the top."""
        if self.rtl:
            return QRectF(self.area.right() - x - width, self.area.top() + y, width, height)
        return QRectF(self.area.left() + x, self.area.top() + y, width, height)

    def trail(self, x: float, y: float, width: float, height: float) -> QRectF:
        """Box whose trailing edge is `x` from the trailing edge of the area."""
        return self.box(self.area.width() - x - width, y, width, height)

    def at(self, x: float) -> float:
        """Absolute coordinate of a point `x` from the leading edge."""
        return self.area.right() - x if self.rtl else self.area.left() + x


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    line: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Rounded box whose frame of `width` lies inside `rect`."""
    inset = width / 2 if line is not None else 0.0
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(line, width))
    if fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(fill)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = rect.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, radius - inset, radius - inset)


def dashed(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    line: QColor,
    *,
    fill: QColor | None = None,
    width: float = 1.0,
) -> None:
    """Rounded box with a dashed frame: what is planned, or free."""
    pen = QPen(line, width)
    pen.setDashPattern([4 / width, 3 / width])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    if fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(fill)
    inset = width / 2
    box = rect.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, radius - inset, radius - inset)


def hairline(painter: QPainter, x1: float, x2: float, y: float, key: str = "line") -> None:
    """Line of one pixel whose upper edge is `y`."""
    painter.fillRect(QRectF(min(x1, x2), y, abs(x2 - x1), 1.0), color(key))


def write(
    painter: QPainter,
    rect: QRectF,
    text: str,
    name: Type,
    ink: QColor,
    align: Qt.AlignmentFlag = LEADING,
) -> None:
    """One line of text in the middle of the height, elided at its end if it does not fit."""
    shown = elided(text, name, rect.width())
    offset = 0.0
    if not align & Qt.AlignmentFlag.AlignLeft:
        spare = rect.width() - width_of(shown, name)
        offset = spare if align & Qt.AlignmentFlag.AlignRight else spare / 2
    if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        x = rect.right() - offset - width_of(shown, name)
    else:
        x = rect.left() + offset
    look = form(name)
    y = rect.top() + rect.height() / 2 + look.rise
    painter.setFont(look.font)
    painter.setPen(ink)
    # By point: laying the text out in a rectangle costs twice as much.
    painter.drawText(QPointF(x, y), shown)


def elided(text: str, name: Type, width: float) -> str:
    """`text`, shortened at its end to fit `width` logical pixels."""
    if width_of(text, name) <= width + 0.5:
        return text
    return form(name).metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def field_frame(
    painter: QPainter,
    rect: QRectF,
    *,
    focused: bool = False,
    problem: State | None = None,
    enabled: bool = True,
) -> None:
    """Ground and frame of a field: its lower edge is stronger, so that it reads as a field."""
    corner = px(CORNER)
    ground = color("surface" if enabled else "window")
    if focused:
        line = color(problem.value) if problem else color("accent")
        rounded(painter, rect, corner, ground, line, 2.0)
        return
    if problem is not None:
        rounded(painter, rect, corner, ground, color(problem.value))
        return
    rounded(painter, rect, corner, ground, color("line2"))
    if not enabled:
        return
    painter.save()
    painter.setClipRect(rect.adjusted(0, rect.height() - 2, 0, 0))
    rounded(painter, rect, corner, None, color("control"))
    painter.restore()


def has_keyboard(widget: QWidget) -> bool:
    """Whether a widget has the focus and the officer walks with keys, so that a ring helps."""
    by_keys = widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return widget.hasFocus() and by_keys


def focus_ring(painter: QPainter, rect: QRectF, radius: float | None = None) -> None:
    """The 2 px accent frame of whatever has the keyboard."""
    corner = px(CORNER) if radius is None else radius
    key = "text" if Theme.current().is_contrast else "accent"
    rounded(painter, rect, corner, None, color(key), 2.0)


def check_box(
    painter: QPainter, rect: QRectF, state: Qt.CheckState, *, enabled: bool = True
) -> None:
    """Square indicator, 16 px, checked, unchecked or in between."""
    corner = px(3)
    if state is Qt.CheckState.Unchecked:
        ground = color("surface" if enabled else "window")
        rounded(painter, rect, corner, ground, color("control" if enabled else "line2"))
        return
    rounded(painter, rect, corner, color("accent" if enabled else "control"))
    pen = QPen(color("on_accent"), rect.width() / 8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)

    def point(x: float, y: float) -> QPointF:
        return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())

    if state is Qt.CheckState.PartiallyChecked:
        painter.drawLine(point(0.25, 0.5), point(0.75, 0.5))
    else:
        painter.drawPolyline([point(0.24, 0.52), point(0.43, 0.7), point(0.77, 0.32)])


def radio_dot(painter: QPainter, rect: QRectF, checked: bool, *, enabled: bool = True) -> None:
    """Round indicator, 16 px."""
    radius = rect.width() / 2
    ground = color("surface" if enabled else "window")
    if not checked:
        rounded(painter, rect, radius, ground, color("control" if enabled else "line2"))
        return
    ring = color("accent" if enabled else "control")
    rounded(painter, rect, radius, ground, ring, rect.width() / 8)
    inner = rect.width() / 4
    rounded(painter, rect.adjusted(inner, inner, -inner, -inner), radius, ring)
