"""A column of panels or rows that scrolls, such as the details panel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme import px
from desktop.ui.widgets.panels import Surface
from desktop.ui.widgets.scroll_bar import give_slim_bars

_SIDE = 16


class ScrollColumn(QScrollArea):
    """A column that scrolls up and down and never sideways. Put content into `body`.

    `lined` draws a hairline at the leading edge, for panels at the side of a page.
    """

    def __init__(
        self, key: str = "window", *, lined: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        give_slim_bars(self, key)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = Surface(key, edge=Qt.Edge.LeftEdge if lined else None)
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(px(_SIDE), px(12), px(_SIDE), px(12))
        self.body.setSpacing(px(12))
        self.setWidget(content)
