"""How each kind of cell is painted. Called for every cell of every repaint: keep it lean."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.ui import icons, paint
from desktop.ui.models.cells import Align, Cell, CellKind
from desktop.ui.privacy import Privacy
from desktop.ui.stamps import stamp
from desktop.ui.theme import Mark, Theme, Type, color, px, width_of
from desktop.ui.widgets import pills

PAD = 8
_ICON = 16
_SMALL_ICON = 14
_GAP = 6
_LINE = 8.5
_DASH = "–"


@dataclass(slots=True)
class Spot:
    """Where a cell is painted, free of padding, and in which circumstances.

    `inverted` is a selected row of high contrast, where all text takes one colour.
    """

    painter: QPainter
    left: float
    top: float
    width: float
    height: float
    align: Align
    rtl: bool
    ratio: float
    selected: bool
    inverted: bool

    def ink(self, key: str) -> QColor:
        """Colour of a key on this row's ground."""
        return color("sel_text" if self.inverted else key)

    @property
    def box(self) -> QRectF:
        """The place as a rectangle."""
        return QRectF(self.left, self.top, self.width, self.height)


def paint_cell(cell: Cell, spot: Spot) -> None:
    """Paint a cell into its spot."""
    _PAINTERS[cell.kind](cell, spot)


def _line(spot: Spot, text: str, name: Type, key: str, *, centre: float, start: float = 0) -> None:
    """One line of text whose middle is `centre` below the top, elided at its end."""
    room = spot.width - start
    book = Theme.current().fonts
    width = book.width(name, text)
    if width > room + 0.5:
        text = paint.elided(text, name, room)
        width = book.width(name, text)
    offset = start
    if spot.align is Align.TRAILING:
        offset = spot.width - width
    elif spot.align is Align.CENTRE:
        offset = (spot.width - width) / 2
    left = spot.left + (spot.width - offset - width if spot.rtl else offset)
    look = book.form(name)
    spot.painter.setFont(look.font)
    spot.painter.setPen(spot.ink(key))
    # On whole pixels, so that both ways of drawing agree.
    x = round(left)
    baseline = round(spot.top + centre + look.rise)
    letters = book.set_line(name, text)
    if letters is None:
        spot.painter.drawText(QPointF(x, baseline), text)
    else:
        spot.painter.drawStaticText(QPointF(x, baseline - look.metrics.ascent()), letters)


def _shown(cell: Cell, text: str) -> str:
    return Privacy.current().cover(text) if cell.private else text


def _text(cell: Cell, spot: Spot) -> None:
    name = Type.BODY_STRONG if cell.strong else Type.BODY
    _line(spot, _shown(cell, cell.text), name, cell.key, centre=spot.height / 2)


def _two_lines(cell: Cell, spot: Spot) -> None:
    name = Type.BODY_STRONG if cell.strong else Type.BODY
    middle = spot.height / 2
    if not cell.second:
        _line(spot, _shown(cell, cell.text), name, cell.key, centre=middle)
        return
    half = px(_LINE)
    _line(spot, _shown(cell, cell.text), name, cell.key, centre=middle - half)
    second = _shown(cell, cell.second)
    _line(spot, second, Type.CAPTION, cell.second_key, centre=middle + half - 1)


def _pill(cell: Cell, spot: Spot) -> None:
    if cell.mark is None:
        return
    height = px(pills.HEIGHT)
    width = min(pills.pill_width(cell.text), spot.width)
    x = spot.left + (spot.width - width if spot.rtl else 0)
    at = QPointF(x, spot.top + (spot.height - height) / 2)
    size = QSizeF(width, height)
    stamp(spot.painter, at, size, spot.ratio, pills.paint_pill, cell.mark, cell.text)


def _icon(cell: Cell, spot: Spot) -> None:
    size = px(_ICON)
    place = paint.Lead(spot.box, spot.rtl).box(0, (spot.height - size) / 2, size, size)
    icons.draw(spot.painter, place, cell.icon, spot.ink("text2"))
    start = size + px(_GAP)
    _line(spot, cell.text, Type.BODY, cell.key, centre=spot.height / 2, start=start)


def _mark(cell: Cell, spot: Spot) -> None:
    if cell.mark is not None:
        name = Type.CAPTION_STRONG if cell.strong else Type.LABEL
        _marked(spot, cell.mark, cell.text, name, spot.ink(cell.mark.state))


def _finding(cell: Cell, spot: Spot) -> None:
    """Only what is not met has a ground, so that problems stand out."""
    if cell.mark is None:
        _line(spot, cell.text, Type.CAPTION, "text2", centre=spot.height / 2)
        return
    if spot.inverted and cell.mark is Mark.OK:
        _marked(spot, cell.mark, cell.text, Type.CAPTION_STRONG, spot.ink("text"))
        return
    margin = px(PAD) - 3
    at = QPointF(spot.left - margin, spot.top + 4)
    size = QSizeF(spot.width + 2 * margin, spot.height - 8)
    stamp(spot.painter, at, size, spot.ratio, _draw_finding, cell.mark, cell.text, spot.align)


def _draw_finding(painter: QPainter, box: QRectF, mark: Mark, word: str, align: Align) -> None:
    ink = color(mark.state)
    if mark is not Mark.OK:
        frame = ink if Theme.current().is_contrast else None
        paint.rounded(painter, box, px(paint.CORNER - 1), color(mark.state.ground), frame)
    margin = px(PAD) - 3
    inner = box.adjusted(margin, 0, -margin, 0)
    rtl = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    _draw_marked(painter, inner, mark, word, Type.CAPTION_STRONG, ink, align, rtl)


def _marked(spot: Spot, mark: Mark, word: str, name: Type, ink: QColor) -> None:
    _draw_marked(spot.painter, spot.box, mark, word, name, ink, spot.align, spot.rtl)


def _draw_marked(
    painter: QPainter,
    box: QRectF,
    mark: Mark,
    word: str,
    name: Type,
    ink: QColor,
    align: Align,
    rtl: bool,
) -> None:
    """Icon and word in one colour, at an edge or centred together."""
    size = px(_SMALL_ICON)
    gap = px(5)
    word = paint.elided(word, name, box.width() - size - gap)
    width = width_of(word, name)
    spare = box.width() - size - gap - width
    start = {Align.LEADING: 0, Align.CENTRE: round(spare / 2), Align.TRAILING: round(spare)}
    lead = paint.Lead(box, rtl)
    x = start[align]
    place = lead.box(x, (box.height() - size) / 2, size, size)
    icons.draw(painter, place, mark.icon, ink, filled=True)
    words = lead.box(x + size + gap, 0, width + 1, box.height())
    paint.write(painter, words, word, name, ink)


def _check(cell: Cell, spot: Spot) -> None:
    _paint_check(spot, cell.on)


def _select(_cell: Cell, spot: Spot) -> None:
    spot.left += 0 if spot.rtl else 2
    spot.width -= 2
    _paint_check(spot, spot.selected)


def _paint_check(spot: Spot, on: bool) -> None:
    """A check box in the middle of the height, at the leading edge or centred."""
    size = px(_ICON)
    start = round((spot.width - size) / 2) if spot.align is Align.CENTRE else 0
    place = paint.Lead(spot.box, spot.rtl).box(start, (spot.height - size) / 2, size, size)
    drawing = _draw_bare_check if on and spot.inverted else paint.check_box
    state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
    stamp(spot.painter, place.topLeft(), place.size(), spot.ratio, drawing, state)


def _draw_bare_check(painter: QPainter, box: QRectF, _state: Qt.CheckState) -> None:
    """On a selected row of high contrast, whose ground is the accent itself."""
    icons.draw(painter, box, "checkmark", color("sel_text"))


def _group(cell: Cell, spot: Spot) -> None:
    size = px(_ICON)
    place = paint.Lead(spot.box, spot.rtl).box(0, (spot.height - size) / 2, size, size)
    chevron = "chevron_down" if cell.on else "chevron_right"
    icons.draw(spot.painter, place, chevron, spot.ink("text2"))
    start = size + px(PAD)
    middle = spot.height / 2
    half = px(_LINE)
    first = _shown(cell, cell.text)
    _line(spot, first, Type.BODY_STRONG, cell.key, centre=middle - half, start=start)
    _line(spot, cell.second, Type.CAPTION, "text2", centre=middle + half - 1, start=start)


def _missing(_cell: Cell, spot: Spot) -> None:
    _line(spot, _DASH, Type.BODY, "text3", centre=spot.height / 2)


def paint_placeholder(spot: Spot) -> None:
    """What stands where a row has not come yet."""
    width = min(spot.width * 0.6, px(120))
    height = px(8)
    lead = paint.Lead(spot.box, spot.rtl)
    bar = lead.box(0, (spot.height - height) / 2, width, height)
    paint.rounded(spot.painter, bar, height / 2, color("hover"))


_PAINTERS: dict[CellKind, Callable[[Cell, Spot], None]] = {
    CellKind.TEXT: _text,
    CellKind.TWO_LINES: _two_lines,
    CellKind.PILL: _pill,
    CellKind.ICON: _icon,
    CellKind.MARK: _mark,
    CellKind.FINDING: _finding,
    CellKind.CHECK: _check,
    CellKind.GROUP: _group,
    CellKind.SELECT: _select,
    CellKind.MISSING: _missing,
}
