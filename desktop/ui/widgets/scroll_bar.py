"""A scroll bar as thin as the pictures have it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from desktop.ui.theme import color, px

_EXTENT = 10


class SlimScrollBar(QScrollBar):
    """10 px wide; `ground` is the key of what it stands on."""

    def __init__(self, orientation: Qt.Orientation, ground: str = "surface") -> None:
        super().__init__(orientation)
        self.setProperty("ground", ground)

    def sizeHint(self) -> QSize:
        """Its width, or its height."""
        if self.orientation() is Qt.Orientation.Vertical:
            return QSize(px(_EXTENT), px(60))
        return QSize(px(60), px(_EXTENT))


class _Corner(QWidget):
    """Where two bars meet."""

    def __init__(self, ground: str) -> None:
        super().__init__()
        self._ground = ground

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), color(self._ground))


def give_slim_bars(area: QAbstractScrollArea, ground: str = "surface") -> None:
    """Let a scroll area have slim bars on a ground, also where they meet."""
    area.setVerticalScrollBar(SlimScrollBar(Qt.Orientation.Vertical, ground))
    area.setHorizontalScrollBar(SlimScrollBar(Qt.Orientation.Horizontal, ground))
    area.setCornerWidget(_Corner(ground))
