"""The place over a form where one thing is said: a draft, a conflict, what can't be saved."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme import Mark, Type, px
from desktop.ui.widgets.alerts import MarkIcon, paint_ground
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.labels import Label


class _Strip(QWidget):
    """A sentence and what was kept, which may wrap, and what to do at the trailing edge."""

    def __init__(self, mark: Mark, sentence: str, rest: str, action: Button | None) -> None:
        super().__init__()
        self._mark = mark
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.setSpacing(px(10))
        row.addWidget(MarkIcon(mark), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(Label(sentence, Type.BODY_STRONG, wrap=True))
        if rest:
            words.addWidget(Label(rest, Type.CAPTION, wrap=True))
        row.addLayout(words, 1)
        if action is not None:
            row.addWidget(action)
        self.setAccessibleName(f"{sentence} {rest}".strip())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of the mark."""
        paint_ground(self, self._mark)


class NoticeSlot(QWidget):
    """Shows one notice at a time, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip: _Strip | None = None
        self.sentence = ""
        self.action: Button | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(16), 0, px(16), 0)
        self.hide()

    def say(
        self,
        mark: Mark,
        sentence: str,
        rest: str = "",
        word: str = "",
        action: Callable[[], Any] | None = None,
    ) -> None:
        """Say something instead of what stood here; `word` is on the link that does `action`."""
        self.clear()
        self.sentence = sentence
        if action is not None:
            self.action = Button(word, Kind.LINK, height=24)
            self.action.clicked.connect(action)
        self._strip = _Strip(mark, sentence, rest, self.action)
        self._column.addWidget(self._strip)
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        if self._strip is not None:
            self._strip.hide()
            self._strip.deleteLater()
            self._strip = None
        self.sentence = ""
        self.action = None
        self.hide()
