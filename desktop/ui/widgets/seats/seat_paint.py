"""How a seat is drawn."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.ui import icons, paint
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Theme, Type, color, px, width_of
from desktop.ui.widgets.seats.model import Occupant

CORNER = 5
_PAD = 5
_TIGHT = 2  # for wide initials beside a sign; of still wider ones the first is shown
_BRIDGE = 4


@dataclass(frozen=True, slots=True)
class SeatLook:
    """What a seat shows beside its person."""

    selected: bool = False
    target: bool = False
    carried: bool = False
    focused: bool = False


def paint_free(painter: QPainter, box: QRectF, word: str, look: SeatLook) -> None:
    """A seat that nobody has: dashed frame and the word *free*."""
    if look.target:
        ground, line = color("accent_bg"), color("accent")
        paint.dashed(painter, box, px(CORNER), line, fill=ground, width=2.0)
    else:
        paint.dashed(painter, box, px(CORNER), color("control"))
    paint.write(painter, box, word, Type.CAPTION, color("text2"), paint.CENTRE)
    if look.focused:
        paint.focus_ring(painter, box, px(CORNER))


def paint_taken(painter: QPainter, box: QRectF, who: Occupant, look: SeatLook) -> None:
    """A seat with the initials of its person and what is to be known about it."""
    corner = px(CORNER)
    ink = color("on_accent" if look.selected else "text")
    if look.selected:
        paint.rounded(painter, box, corner, color("accent"))
    elif who.group:
        paint.rounded(painter, box, corner, color("subtle"), color("control"))
    else:
        paint.rounded(painter, box, corner, color("unknown_bg"), color("line2"))
    if who.conflict:
        paint.rounded(painter, box, corner, None, color("blocked"), 2.0)
    if look.target or look.carried:
        paint.rounded(painter, box, corner, color("accent_bg"), color("accent"), 2.0)
        ink = color("accent_text")
    initials = Privacy.current().cover(who.initials)
    end = _paint_sign(painter, box, who, ink, look)
    lead = paint.Lead(box, painter.layoutDirection() is Qt.LayoutDirection.RightToLeft)
    if end:
        wide = width_of(initials, Type.CAPTION_STRONG)
        pad = px(_PAD) if px(_PAD) + wide + end <= box.width() else px(_TIGHT)
        place = lead.box(pad, 0, box.width() - pad - end, box.height())
        fits = wide <= place.width() + 0.5
        paint.write(painter, place, initials if fits else initials[:1], Type.CAPTION_STRONG, ink)
    else:
        paint.write(painter, box, initials, Type.CAPTION_STRONG, ink, paint.CENTRE)
    if look.focused:
        _paint_focus(painter, box, look)


def _paint_focus(painter: QPainter, box: QRectF, look: SeatLook) -> None:
    if look.selected and not Theme.current().is_contrast:
        inner = box.adjusted(2, 2, -2, -2)
        paint.rounded(painter, inner, px(CORNER) - 2, None, color("on_accent"), 1.5)
    else:
        paint.focus_ring(painter, box, px(CORNER))


def _paint_sign(
    painter: QPainter, box: QRectF, who: Occupant, ink: QColor, look: SeatLook
) -> float:
    """The sign at the trailing edge; answers how much room it takes."""
    lead = paint.Lead(box, painter.layoutDirection() is Qt.LayoutDirection.RightToLeft)
    plain = not (look.selected or look.carried or look.target)
    if who.conflict:
        name, size, key, filled = "dismiss_circle", 12, "blocked" if plain else "", True
    elif who.need is not None:
        name, size, key, filled = who.need.value, 14, "text" if plain else "", False
    elif who.age is not None:
        tone = color("accent_text") if plain else ink
        width = width_of(str(who.age), Type.LABEL)
        place = lead.trail(px(_PAD) - 1, 0, width + 1, box.height())
        paint.write(painter, place, str(who.age), Type.LABEL, tone)
        return px(_PAD) - 1 + width
    elif who.fixed:
        name, size, key, filled = "pin", 12, "text" if plain else "", True
    else:
        return 0.0
    side = px(size)
    place = lead.trail(px(4), (box.height() - side) / 2, side, side)
    icons.draw(painter, place, name, key or ink, filled=filled)
    return px(4) + side


def paint_bridge(painter: QPainter, one: QRectF, other: QRectF, *, selected: bool) -> None:
    """The bar between neighbours of one group, across the aisle too."""
    left, right = sorted((one, other), key=QRectF.left)
    tall = px(_BRIDGE)
    box = QRectF(
        left.right() - 1, left.center().y() - tall / 2, right.left() - left.right() + 2, tall
    )
    painter.fillRect(box, color("accent" if selected else "control"))
