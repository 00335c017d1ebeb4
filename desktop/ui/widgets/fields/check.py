"""A choice of yes or no."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.theme import Type, font, px
from desktop.ui.widgets.labels import Label


class CheckField(QWidget):
    """A check box with its words, and a note at the trailing edge.

    Signals:
        edited: the officer ticked or unticked it.
    """

    edited = Signal()

    def __init__(
        self, words: str, *, note: str = "", checked: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.box = QCheckBox(words.replace("&", "&&"))
        self.box.setFont(font(Type.BODY))
        self.box.setChecked(checked)
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(note)
        self.box.clicked.connect(self.edited)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.box)
        row.addStretch(1)
        if note:
            row.addWidget(Label(note, Type.CAPTION, "text2"))
        self.setFocusProxy(self.box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:
        """Tick or untick it without sending it."""
        self.box.setChecked(value)
