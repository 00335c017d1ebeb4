"""The place over a form where one thing is said: a draft, a conflict, what can't be saved."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme import Mark, px
from desktop.ui.widgets.alerts import ErrorPanel
from desktop.ui.widgets.buttons import Button, Kind


class NoticeSlot(QWidget):
    """Shows one notice at a time, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip: ErrorPanel | None = None
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
        self._strip = ErrorPanel(sentence, rest, self.action, mark=mark, aside=True)
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
