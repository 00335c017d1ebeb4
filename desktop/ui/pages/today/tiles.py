"""Numbers that are links: people by status as tiles, people by place as bars."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.values import CaseStatus
from desktop.ui import icons, paint
from desktop.ui.pages.today.presenter import PlaceCount, StatusCount
from desktop.ui.theme import Type, color, font, px, width_of
from desktop.ui.widgets.bars import BarPart, paint_bar
from desktop.ui.widgets.emptying import empty
from reports.texts import Texts

_COLUMNS = 3
_TILE = 62
_TALL_TILE = 76
_WORDS_ROOM = 106
_PLACE = 38
_PAD = 12

_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap

_LOOKS: dict[CaseStatus, tuple[str, str, bool]] = {
    CaseStatus.REGISTERED: ("people", "text2", False),
    CaseStatus.VERIFIED: ("checkmark_circle", "ok", True),
    CaseStatus.ASSIGNED: ("seat", "text2", False),
    CaseStatus.TRAVELLING: ("vehicle_bus", "info", True),
    CaseStatus.HELD: ("pause_circle", "held", True),
    CaseStatus.ARRIVED: ("flag", "ok", True),
}
"""Icon of a status, key of its colour, and whether it is filled."""


class _Tile(QAbstractButton):
    """Icon and word over a number."""

    def __init__(self, shown: StatusCount, number: str, place: int, height: int) -> None:
        super().__init__()
        self._height = height
        self._shown = shown
        self._number = number
        self._place = place
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{shown.word}: {number}")
        self.setToolTip(shown.word)

    def sizeHint(self) -> QSize:
        return QSize(px(100), px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        lead = paint.Lead(box, self.isRightToLeft())
        if self.underMouse():
            painter.fillRect(box, color("hover"))
        size = px(16)
        icon, key, filled = _LOOKS[self._shown.status]
        icons.draw(painter, lead.box(px(_PAD), px(9), size, size), icon, key, filled=filled)
        start = px(_PAD) + size + px(6)
        room = box.width() - start - px(2)
        word = lead.box(start, px(9), room, px(self._height) - px(42))
        painter.setFont(font(Type.CAPTION))
        painter.setPen(color("text2"))
        painter.drawText(word, _WRAPPED, self._shown.word)
        low = px(self._height - 34)
        figure = lead.box(px(_PAD), low, box.width() - px(_PAD), px(30))
        ink = color("accent_text" if self._shown.count else "text2")
        paint.write(painter, figure, self._number, Type.FIGURE, ink)
        if self._place % _COLUMNS:
            painter.fillRect(lead.box(0, 0, 1, box.height()), color("line"))
        if self._place >= _COLUMNS:
            paint.hairline(painter, 0, box.width(), 0)
        if paint.has_keyboard(self):
            paint.focus_ring(painter, box.adjusted(1, 1, -1, -1))


class StatusTiles(QWidget):
    """People by status, three in a row.

    Signals:
        chosen(str): the people of this status are wanted.
    """

    chosen = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)

    def show_counts(self, counts: Sequence[StatusCount]) -> None:
        """Show these numbers."""
        empty(self._grid)
        widest = max((width_of(one.word, Type.CAPTION) for one in counts), default=0.0)
        height = _TILE if widest <= px(_WORDS_ROOM) else _TALL_TILE
        for place, shown in enumerate(counts):
            tile = _Tile(shown, self._texts.number(shown.count), place, height)
            tile.clicked.connect(partial(self.chosen.emit, shown.status.value))
            self._grid.addWidget(tile, place // _COLUMNS, place % _COLUMNS)


class _Place(QAbstractButton):
    """Name and number over a bar; without a list behind it, it can't be pressed."""

    def __init__(self, shown: PlaceCount, number: str, most: int) -> None:
        super().__init__()
        self._shown = shown
        self._number = number
        self._most = most
        linked = shown.place_id is not None
        self.setEnabled(linked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if linked else Qt.FocusPolicy.NoFocus)
        if linked:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{shown.name}: {number}")
        self.setToolTip(shown.name)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(_PLACE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        lead = paint.Lead(box, self.isRightToLeft())
        linked = self._shown.place_id is not None
        if self.underMouse() and linked:
            painter.fillRect(box, color("hover"))
        side = px(15)
        wide = width_of(self._number, Type.BODY_STRONG) + 2
        name = lead.box(side, px(5), box.width() - 2 * side - wide - px(8), px(18))
        paint.write(painter, name, self._shown.name, Type.BODY, color("text"))
        ink = color("accent_text" if linked else "text2")
        figure = lead.trail(side, px(5), wide, px(18))
        paint.write(painter, figure, self._number, Type.BODY_STRONG, ink, paint.TRAILING)
        bar = lead.box(side, px(26), box.width() - 2 * side, px(4))
        part = BarPart(self._shown.count, "accent" if linked else "control")
        paint_bar(painter, bar, (part,), self._most, rtl=self.isRightToLeft())
        if paint.has_keyboard(self):
            paint.focus_ring(painter, box.adjusted(3, 1, -3, -1))


class PlaceBars(QWidget):
    """People by place, the most first.

    Signals:
        chosen(object): the people at this place are wanted.
    """

    chosen = Signal(object)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, px(4), 0, px(8))
        self._column.setSpacing(0)

    def show_counts(self, counts: Sequence[PlaceCount]) -> None:
        """Show these numbers."""
        empty(self._column)
        most = max((one.count for one in counts), default=0)
        for shown in counts:
            row = _Place(shown, self._texts.number(shown.count), most)
            if shown.place_id is not None:
                row.clicked.connect(partial(self.chosen.emit, shown.place_id))
            self._column.addWidget(row)
