"""Movements of the next days: a row each, days as columns, the present moment as a line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.values import MovementStatus
from desktop.ui import icons, paint
from desktop.ui.pages.today.presenter import DAYS, MovementLine
from desktop.ui.theme import Mark, Theme, Type, color, px, width_of
from desktop.ui.widgets.emptying import empty
from reports.texts import Texts

_NAME = 124
_STATUS = 146
_STATUS_ROOM = 36
_ROW = 44
_HEAD = 26
_FOOT = 20
_BAR = 22
_SHORTEST = 14
_SIDE = 12

MARKS: dict[MovementStatus, Mark] = {
    MovementStatus.DRAFT: Mark.UNKNOWN,
    MovementStatus.AWAITING_CLEARANCE: Mark.WARN,
    MovementStatus.CLEARED: Mark.OK,
    MovementStatus.BOARDING: Mark.UNDER_WAY,
    MovementStatus.UNDER_WAY: Mark.UNDER_WAY,
    MovementStatus.HELD: Mark.HELD,
    MovementStatus.ARRIVED: Mark.OK,
}
_PLANNED = frozenset({MovementStatus.DRAFT, MovementStatus.AWAITING_CLEARANCE})


@dataclass(frozen=True)
class Scale:
    """The days that are shown, from `first` (midnight, aware) on, and the present moment.

    `start` is where they begin, in logical pixels from the leading edge.
    """

    first: datetime
    now: datetime
    start: int = 0

    def share(self, moment: datetime) -> float:
        """Where a moment lies: 0 at the first midnight, 1 at the end of the last day."""
        return (moment - self.first) / timedelta(days=DAYS)


def _days(widget: QWidget, scale: Scale) -> tuple[float, float]:
    """Start and width of the days, from the leading edge; head, rows and foot share them."""
    return float(scale.start), max(widget.width() - scale.start, 1.0)


def _paint_grid(painter: QPainter, widget: QWidget, scale: Scale) -> None:
    """Hairlines between days, and the present moment."""
    lead = paint.Lead.of(widget)
    start, width = _days(widget, scale)
    for day in range(DAYS):
        painter.fillRect(lead.box(start + width * day / DAYS, 0, 1, widget.height()), color("line"))
    moment = lead.box(start + width * scale.share(scale.now) - 1, 0, 2, widget.height())
    painter.fillRect(moment, color("blocked"))


class _Head(QWidget):
    """Names of the days, today strong."""

    def __init__(self, texts: Texts, scale: Scale) -> None:
        super().__init__()
        self._texts = texts
        self._scale = scale
        self.setFixedHeight(px(_HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        lead = paint.Lead.of(self)
        start, width = _days(self, self._scale)
        column = width / DAYS
        for day in range(DAYS):
            date = (self._scale.first + timedelta(days=day)).date()
            words = f"{self._texts.weekdays_short[date.weekday()]} {date.day}"
            place = lead.box(start + column * day + px(6), 0, column - px(8), self.height())
            name = Type.CAPTION if day else Type.CAPTION_STRONG
            paint.write(painter, place, words, name, color("text2" if day else "text"))
            edge = lead.box(start + column * day, 0, 1, self.height())
            painter.fillRect(edge, color("line"))


class _Foot(QWidget):
    """The clock under the line of the moment."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self.setFixedHeight(px(_FOOT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        lead = paint.Lead.of(self)
        start, width = _days(self, self._scale)
        words = f"{self._scale.now:%H:%M}"
        wide = width_of(words, Type.CAPTION_STRONG) + px(12)
        middle = start + width * self._scale.share(self._scale.now)
        box = lead.box(max(middle - wide / 2, start), 0, wide, px(16))
        paint.rounded(painter, box, px(3), color("blocked"))
        paint.write(painter, box, words, Type.CAPTION_STRONG, color("surface"), paint.CENTRE)


class _Row(QAbstractButton):
    """Code, people and status of a movement, and its bar. Pressing opens it."""

    def __init__(self, line: MovementLine, scale: Scale) -> None:
        super().__init__()
        self._line = line
        self._scale = scale
        self._mark = MARKS.get(line.status, Mark.UNKNOWN)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        parts = (line.code, line.detail, line.status_word, line.route, line.departure)
        self.setAccessibleName(", ".join(parts))
        self.setToolTip(f"{line.route}\n{line.departure}")

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        lead = paint.Lead(box, self.isRightToLeft())
        if self.underMouse():
            painter.fillRect(box, color("hover"))
        paint.hairline(painter, 0, box.width(), 0)
        self._paint_words(painter, lead)
        _paint_grid(painter, self, self._scale)
        self._paint_bar(painter, lead)
        if paint.has_keyboard(self):
            paint.focus_ring(painter, box.adjusted(1, 1, -1, -1))

    def _paint_words(self, painter: QPainter, lead: paint.Lead) -> None:
        room = px(_NAME - _SIDE)
        up = lead.box(px(_SIDE), px(5), room, px(18))
        paint.write(painter, up, self._line.code, Type.BODY_STRONG, color("text"))
        low = lead.box(px(_SIDE), px(22), room, px(16))
        paint.write(painter, low, self._line.detail, Type.CAPTION, color("text2"))
        size = px(14)
        ink = color(self._mark.state)
        top = (lead.area.height() - size) / 2
        mark = lead.box(px(_NAME + 8), top, size, size)
        icons.draw(painter, mark, self._mark.icon, ink, filled=True)
        start = px(_NAME + 8) + size + px(5)
        word = lead.box(start, 0, self._scale.start - start - px(4), lead.area.height())
        paint.write(painter, word, self._line.status_word, Type.CAPTION, ink)

    def _paint_bar(self, painter: QPainter, lead: paint.Lead) -> None:
        start, width = _days(self, self._scale)
        begin = start + width * min(max(self._scale.share(self._line.start), 0.0), 1.0)
        end = start + width * min(max(self._scale.share(self._line.end), 0.0), 1.0)
        long = max(end - begin, float(px(_SHORTEST)))
        begin = min(begin, start + width - long)
        top = (lead.area.height() - px(_BAR)) / 2
        box = lead.box(begin, top, long, px(_BAR))
        if self._line.status in _PLANNED:
            paint.dashed(painter, box, px(3), color("control"), fill=color("surface"))
        else:
            ground = self._mark.state.ground
            if Theme.current().is_contrast:
                ground = "window"
            paint.rounded(painter, box, px(3), color(ground), color(self._mark.state))
        ink = color("text2" if self._line.status in _PLANNED else self._mark.state)
        self._paint_route(painter, lead, (begin, long, start + width), ink)

    def _paint_route(
        self, painter: QPainter, lead: paint.Lead, bar: tuple[float, float, float], ink: QColor
    ) -> None:
        """Inside the bar if it fits, else right of it, else left of it."""
        begin, long, edge = bar
        start = self._scale.start
        words = self._line.route
        wide = width_of(words, Type.CAPTION)
        if wide + px(12) <= long:
            x = begin + px(6)
        elif begin + long + px(6) + wide <= edge:
            x = begin + long + px(6)
        else:
            x = max(begin - px(6) - wide, start + px(6))
        place = lead.box(x, 0, min(wide + 1, edge - x), lead.area.height())
        paint.write(painter, place, words, Type.CAPTION, ink)


class Timeline(QWidget):
    """The rows over each other.

    Signals:
        chosen(object): this movement shall be opened.
    """

    chosen = Signal(object)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, px(4), 0, px(8))
        self._column.setSpacing(0)

    def show_lines(self, lines: Sequence[MovementLine], scale: Scale) -> None:
        """Show these movements."""
        empty(self._column)
        widest = max((width_of(one.status_word, Type.CAPTION) for one in lines), default=0.0)
        status = max(px(_STATUS), round(widest) + px(_STATUS_ROOM))
        scale = replace(scale, start=px(_NAME) + status)
        self._column.addWidget(_Head(self._texts, scale))
        for line in lines:
            row = _Row(line, scale)
            row.clicked.connect(partial(self.chosen.emit, line.id))
            self._column.addWidget(row)
        self._column.addWidget(_Foot(scale))
