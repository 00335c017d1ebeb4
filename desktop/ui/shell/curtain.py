"""What is seen of the window until its parts are loaded: where they will stand, without words.

It is painted with the least of Qt that a window needs: the many names of the namespace `Qt`
alone take as long to make as a fifth of an empty window.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.shell.sizes import BAR_HEIGHT, RAIL_WIDTH, STATUS_HEIGHT
from desktop.ui.tokens import CONTRAST, DARK, LIGHT, Tokens

_DARK_BELOW = 128
_CHOSEN = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


class Curtain(QWidget):
    """The grounds of rail, bars and page. `theme` is a choice of the settings.

    Signals:
        seen: it has been painted.
    """

    seen = Signal()

    def __init__(self, theme: str) -> None:
        super().__init__()
        self._tokens = _CHOSEN.get(theme) or _system_tokens()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill what the parts will fill."""
        painter = QPainter(self)
        wide, tall = self.width(), self.height()
        for key, x, y, width, height in (
            ("window", 0, 0, wide, tall),
            ("rail", 0, 0, RAIL_WIDTH, tall),
            ("line", RAIL_WIDTH - 1, 0, 1, tall),
            ("line", RAIL_WIDTH, BAR_HEIGHT - 1, wide - RAIL_WIDTH, 1),
            ("line", RAIL_WIDTH, tall - STATUS_HEIGHT, wide - RAIL_WIDTH, 1),
        ):
            painter.fillRect(x, y, width, height, QColor(self._tokens[key]))
        painter.end()
        self.seen.emit()


def _system_tokens() -> Tokens:
    ground = QGuiApplication.palette().window().color()
    return DARK if ground.lightness() < _DARK_BELOW else LIGHT
