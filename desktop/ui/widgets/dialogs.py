"""Dialogs: a heading, a sentence, what is asked, and buttons at the trailing edge.

They are opened with `open()` and answer by signals; nothing waits for them in a loop.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme import Type, px
from desktop.ui.widgets.buttons import Button, Kind, pressed_by_enter
from desktop.ui.widgets.labels import Label


class Dialog(QDialog):
    """Put content into `body`, then the buttons with `add_buttons`, the primary one last."""

    def __init__(self, title: str, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleDescription(sentence)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(20), px(16), px(20), px(16))
        self._column.setSpacing(px(12))
        self._column.addWidget(Label(title, Type.SECTION, wrap=True))
        if sentence:
            said = Label(sentence, Type.BODY, "text2", wrap=True)
            said.setMinimumWidth(px(400))
            self._column.addWidget(said)
        self.body = QVBoxLayout()
        self.body.setSpacing(px(10))
        self._column.addLayout(self.body, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(px(8))
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a button presses that one and not the default."""
        if not pressed_by_enter(event):
            super().keyPressEvent(event)

    def add_buttons(self, *buttons: QWidget) -> None:
        """Put buttons at the foot."""
        for button in buttons:
            self._buttons.addWidget(button)


class AskDialog(Dialog):
    """Asks before something that can't be undone; everything else is done and can be.

    Signals:
        agreed: the officer wants it.
    """

    agreed = Signal()

    def __init__(
        self,
        title: str,
        sentence: str,
        yes: str,
        no: str,
        *,
        dangerous: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, sentence, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        stay = Button(no)
        stay.clicked.connect(self.reject)
        do = Button(yes, Kind.DANGER if dangerous else Kind.PRIMARY)
        do.clicked.connect(self.accept)
        self.accepted.connect(self.agreed)
        self.add_buttons(stay, do)
        stay.setFocus() if dangerous else do.setFocus()
