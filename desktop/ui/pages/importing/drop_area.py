"""Where a list is dropped, and what is said of what can be dropped."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui import paint
from desktop.ui.theme import color, px
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.states import EmptyState


class DropArea(QWidget):
    """A dashed frame that invites; the page itself takes what is dropped anywhere on it."""

    def __init__(
        self,
        title: str,
        sentence: str,
        actions: Sequence[Button],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._aimed = False
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(20), px(16), px(20))
        column.addWidget(EmptyState("document_arrow_up", title, sentence, actions))
        self.setMinimumHeight(px(220))

    def set_aimed(self, aimed: bool) -> None:
        """Show that a file would be taken here."""
        self._aimed = aimed
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashed frame."""
        painter = QPainter(self)
        ground = color("accent_bg" if self._aimed else "surface")
        line = color("accent" if self._aimed else "control")
        box = QRectF(self.rect())
        paint.dashed(painter, box, px(paint.PANEL_CORNER), line, fill=ground, width=1.5)
