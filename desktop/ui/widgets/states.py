"""What stands where nothing is yet, and what shows that work goes on."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import icons
from desktop.ui.theme import Type, px
from desktop.ui.widgets.bars import Bar
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.labels import Label


class Icon(QWidget):
    """An outline icon beside words."""

    def __init__(
        self,
        name: str,
        size: int = 16,
        key: str = "text2",
        *,
        filled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._key = key
        self._filled = filled
        self.setFixedSize(px(size), px(size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        icons.draw(painter, QRectF(self.rect()), self._name, self._key, filled=self._filled)


class EmptyState(QWidget):
    """What belongs here, and the two ways to put it there, the likelier one primary."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str,
        actions: Sequence[Button] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(px(6))
        column.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Icon(icon, 24), 0, centre)
        column.addWidget(Label(title, Type.SECTION), 0, centre)
        said = Label(sentence, Type.BODY, "text2", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column.addWidget(said)
        if actions:
            row = QHBoxLayout()
            row.setSpacing(px(8))
            row.addStretch(1)
            for action in actions:
                row.addWidget(action)
            row.addStretch(1)
            column.addSpacing(px(6))
            column.addLayout(row)
        column.addStretch(1)
        self.setAccessibleName(f"{title}. {sentence}")


class ProgressPanel(QWidget):
    """Heading, "612 of 1,240", a bar, one sentence that work can go on, and a cancel.

    Signals:
        cancelled: the officer asks to stop.
    """

    cancelled = Signal()

    def __init__(
        self, heading: str, sentence: str, cancel: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._heading = Label(heading, Type.HEADING, elide=True)
        self._count = Label("", Type.BODY, "text2")
        self._bar = Bar(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._count)
        column.addLayout(head)
        column.addWidget(self._bar)
        foot = QHBoxLayout()
        foot.addWidget(Label(sentence, Type.CAPTION, "text2", wrap=True), 1)
        if cancel:
            stop = Button(cancel, Kind.LINK, height=24)
            stop.clicked.connect(self.cancelled)
            foot.addWidget(stop)
        column.addLayout(foot)
        column.addStretch(1)

    def set_progress(self, done: int, total: int, count: str) -> None:
        """Show how far the work is; `count` says it in words ("612 of 1,240")."""
        self._count.set_text(count)
        self._bar.set_amount(done, max(total, 1), count)

    def set_heading(self, heading: str) -> None:
        """Say what is done now."""
        self._heading.set_text(heading)
