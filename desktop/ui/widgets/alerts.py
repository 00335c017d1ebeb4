"""Sentences that ask for something: alert rows and notices, each with what mends it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import icons, paint
from desktop.ui.theme import Mark, State, Theme, Type, color, px
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label

_ROW = 51
_TOP_ROW = 57


class MarkIcon(QWidget):
    """The filled icon of a mark, in its state colour; words beside it say the same."""

    def __init__(self, mark: Mark, size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self._size = size
        self.setFixedSize(px(size), px(size))

    def set_mark(self, mark: Mark) -> None:
        """Show another mark."""
        self._mark = mark
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        icons.draw(painter, QRectF(self.rect()), self._mark.icon, self._mark.state, filled=True)


class AlertRow(QWidget):
    """Icon, sentence, detail and the actions that mend it; a hairline below.

    The first and worst row is `top`: taller, larger, and on a coloured ground if people
    are held. Actions are secondary buttons of 28 or 32 px; all right edges align.
    """

    def __init__(
        self,
        mark: Mark,
        sentence: str,
        detail: str = "",
        actions: Sequence[Button] = (),
        *,
        top: bool = False,
        last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._held = top and mark.state is State.HELD
        self._last = last
        self.setMinimumHeight(px(_TOP_ROW if top else _ROW))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(15), px(6), px(12), px(6))
        row.setSpacing(px(12))
        row.addWidget(MarkIcon(mark))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addStretch(1)
        words.addWidget(Label(sentence, Type.HEADING if top else Type.BODY_STRONG, elide=True))
        if detail:
            words.addWidget(Label(detail, Type.CAPTION, "text2", elide=True))
        words.addStretch(1)
        row.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        for action in actions:
            buttons.addWidget(action)
        row.addLayout(buttons)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{sentence} {detail}".strip())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of people held, and the hairline."""
        painter = QPainter(self)
        if self._held:
            painter.fillRect(self.rect(), color("held_bg"))
            if Theme.current().is_contrast:
                ring = QRectF(self.rect()).adjusted(1, 1, -1, -2)
                paint.rounded(painter, ring, px(paint.CORNER), None, color("held"))
        if not self._last:
            paint.hairline(painter, 0, self.width(), self.height() - 1)


class Notice(QWidget):
    """A strip on the ground of a state: bold sentence, the rest, and one link."""

    def __init__(
        self,
        mark: Mark,
        sentence: str,
        rest: str = "",
        action: Button | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mark = mark
        self._icon = MarkIcon(mark, 16)
        self._sentence = Label(sentence, Type.BODY_STRONG)
        self._rest = Label(rest, Type.BODY, elide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(4), px(8), px(4))
        row.setSpacing(px(8))
        row.addWidget(self._icon)
        row.addWidget(self._sentence)
        row.addWidget(self._rest, 1)
        if action is not None:
            row.addWidget(action)
        self.setMinimumHeight(px(36))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{sentence} {rest}".strip())

    def set_words(self, mark: Mark, sentence: str, rest: str = "") -> None:
        """Say something else."""
        self._mark = mark
        self._icon.set_mark(mark)
        self._sentence.set_text(sentence)
        self._rest.set_text(rest)
        self.setAccessibleName(f"{sentence} {rest}".strip())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        paint_ground(self, self._mark)


class ErrorPanel(QWidget):
    """What happened in bold, what was kept, and one link to try again.

    Both may wrap. The link stands below them, or `aside` at the trailing edge of a strip.
    """

    def __init__(
        self,
        sentence: str,
        kept: str = "",
        action: Button | None = None,
        *,
        mark: Mark = Mark.WARN,
        aside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._mark = mark
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8 if aside else 12), px(12), px(8))
        row.setSpacing(px(10))
        row.addWidget(MarkIcon(mark), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(Label(sentence, Type.BODY_STRONG, wrap=True))
        if kept:
            words.addWidget(Label(kept, Type.CAPTION, wrap=True))
        if action is not None and not aside:
            words.addWidget(action, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row.addLayout(words, 1)
        if action is not None and aside:
            row.addWidget(action)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{sentence} {kept}".strip())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        paint_ground(self, self._mark)


def paint_ground(widget: QWidget, mark: Mark) -> None:
    """Fill a widget with the ground of a state; in high contrast with a frame."""
    painter = QPainter(widget)
    frame = color(mark.state) if Theme.current().is_contrast else None
    ground = color(mark.state.ground)
    paint.rounded(painter, QRectF(widget.rect()), px(paint.CORNER), ground, frame)
