"""Head of a page: what it is, its question with the answer, and the actions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme import Mark, Type, px
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.pills import Pill


class PageHead(QWidget):
    """Title and pill, under it the question and the answer, actions at the right.

    Give the actions in reading order, the primary one last. `back_name` shows a way back,
    named for screen readers.

    Signals:
        back_asked: the way back was pressed.
    """

    back_asked = Signal()

    def __init__(
        self,
        title: str,
        question: str = "",
        actions: Sequence[QWidget] = (),
        *,
        back_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Label(title, Type.TITLE, elide=True)
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.line = Label(question, Type.BODY, "text2", elide=True)
        self._pill: Pill | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(12), px(16), px(12))
        row.setSpacing(px(8))
        if back_name:
            back = IconButton("chevron_left", back_name)
            back.clicked.connect(self.back_asked)
            row.addWidget(back)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        self._first = QHBoxLayout()
        self._first.setSpacing(px(10))
        self._first.addWidget(self.title)
        self._first.addStretch(1)
        words.addLayout(self._first)
        words.addWidget(self.line)
        row.addLayout(words, 1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(px(12))
        row.addLayout(self._actions)
        row.setAlignment(self._actions, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for action in actions:
            self.add_action(action)

    def add_action(self, action: QWidget) -> None:
        """Put another action behind the others."""
        self._actions.addWidget(action)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self.title.set_text(title)

    def set_answer(self, question: str, answer: str = "") -> None:
        """Show the question of the page and, where it can be said in one line, the answer."""
        self.line.set_text(f"{question}  {answer}" if answer else question)

    def set_pill(self, mark: Mark, word: str) -> None:
        """Show the state of what the page is about beside the title."""
        if self._pill is None:
            self._pill = Pill(mark, word)
            self._first.insertWidget(1, self._pill)
        else:
            self._pill.set_state(mark, word)
