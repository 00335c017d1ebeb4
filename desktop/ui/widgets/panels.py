"""Panels: a surface with a hairline frame, a heading and what belongs together."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import paint
from desktop.ui.theme import State, Type, color, px
from desktop.ui.widgets.labels import Label, Rule

_SIDE = 16
_BAR = 4


class Panel(QWidget):
    """A surface with a frame. Put content into `body`.

    `heading` stands at the left of a head row, `head` takes a note or a link at its right,
    and a hairline follows if `ruled`. `set_action_state` gives the panel the bar of a
    panel that asks for something.
    """

    def __init__(
        self,
        heading: str = "",
        *,
        ruled: bool = False,
        flush: bool = False,
        ground: str = "surface",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._state: State | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(1, 1, 1, 1)
        self._outer.setSpacing(0)
        self.heading = Label(heading, Type.HEADING)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(px(_SIDE) - 2, px(9), px(_SIDE) - 2, px(8))
        self.head.setSpacing(px(8))
        if heading:
            self.head.addWidget(self.heading)
            self.head.addStretch(1)
            self._outer.addLayout(self.head)
            if ruled:
                self._outer.addWidget(Rule())
        else:
            self.heading.setParent(self)
            self.heading.hide()
        self.body = QVBoxLayout()
        side = 0 if flush else px(_SIDE) - 1
        top = 0 if flush else px(8 if ruled or not heading else 2)
        self.body.setContentsMargins(side, top, side, 0 if flush else px(12))
        self.body.setSpacing(px(8))
        self._outer.addLayout(self.body, 1)
        self.setAccessibleName(heading)

    def set_note(self, text: str) -> Label:
        """Put a short note at the right of the heading and return it."""
        note = Label(text, Type.CAPTION, "text2")
        self.head.addWidget(note)
        return note

    def set_action_state(self, state: State | None) -> None:
        """Show the 4 px bar of a state at the leading edge, or take it away."""
        self._state = state
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, frame and bar."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        corner = px(paint.PANEL_CORNER)
        paint.rounded(painter, box, corner, color(self._ground), color("line"))
        if self._state is None:
            return
        shape = QPainterPath()
        shape.addRoundedRect(box, corner, corner)
        painter.setClipPath(shape)
        bar = paint.Lead(box, self.isRightToLeft()).box(0, 0, px(_BAR), box.height())
        painter.fillRect(bar, color(self._state))


def framed(content: QWidget) -> Panel:
    """A panel whose frame is drawn around `content`, such as a table on the window's ground."""
    panel = Panel(flush=True)
    panel.body.addWidget(content)
    return panel


class Surface(QWidget):
    """A plain ground of one key, with an optional hairline at one edge."""

    def __init__(
        self,
        key: str = "surface",
        *,
        edge: Qt.Edge | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._edge = edge

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill, then draw the hairline; left means the leading edge."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(self._key))
        area = QRectF(self.rect())
        lead = paint.Lead(area, self.isRightToLeft())
        strips = {
            Qt.Edge.LeftEdge: lead.box(0, 0, 1, area.height()),
            Qt.Edge.RightEdge: lead.trail(0, 0, 1, area.height()),
            Qt.Edge.TopEdge: QRectF(0, 0, area.width(), 1),
            Qt.Edge.BottomEdge: QRectF(0, area.height() - 1, area.width(), 1),
        }
        if self._edge is not None:
            painter.fillRect(strips[self._edge], color("line"))
