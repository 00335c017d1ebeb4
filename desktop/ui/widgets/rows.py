"""Rows of panels: a name with its value, a mark with its reason, a person of a group."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme import Mark, Type, px
from desktop.ui.widgets.alerts import MarkIcon
from desktop.ui.widgets.emptying import empty
from desktop.ui.widgets.labels import Label

_LABEL_WIDTH = 104


class KeyValues(QWidget):
    """Names at the left in the smaller type, values in one column beside them.

    Values can be selected and copied. A value of None is an en dash: unknown is shown as
    unknown.
    """

    def __init__(self, label_width: int = _LABEL_WIDTH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnMinimumWidth(0, px(label_width))
        self._grid.setColumnStretch(1, 1)

    def add(
        self,
        label: str,
        value: str | None,
        *,
        key: str = "text",
        strong: bool = False,
        private: bool = False,
        action: QWidget | None = None,
    ) -> Label:
        """Add a row and return the label of its value."""
        row = self._grid.rowCount()
        # A button is higher than a line; the words of the row stand at its middle.
        at = Qt.AlignmentFlag.AlignTop if action is None else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(Label(label, Type.CAPTION, "text2", wrap=True), row, 0, at)
        shown = Label(
            "–" if value is None else value,
            Type.BODY_STRONG if strong else Type.BODY,
            "text3" if value is None else key,
            wrap=True,
            selectable=value is not None,
            private=private,
        )
        if action is None:
            self._grid.addWidget(shown, row, 1, 1, 2, at)
        else:
            self._grid.addWidget(shown, row, 1, at)
            self._grid.addWidget(action, row, 2, at)
        return shown

    def clear(self) -> None:
        """Take all rows away."""
        empty(self._grid)


class MarkRow(QWidget):
    """Icon of a state, a line, its reason below, and at the right a note or what mends it."""

    def __init__(
        self,
        mark: Mark,
        text: str,
        detail: str = "",
        *,
        detail_key: str = "text2",
        note: str = "",
        action: QWidget | None = None,
        strong: bool = False,
        private: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(MarkIcon(mark, 16), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(px(1))
        kind = Type.BODY_STRONG if strong else Type.BODY
        words.addWidget(Label(text, kind, wrap=True, private=private))
        if detail:
            words.addWidget(Label(detail, Type.CAPTION, detail_key, wrap=True))
        row.addLayout(words, 1)
        if note:
            row.addWidget(Label(note, Type.CAPTION, "text2"))
        if action is not None:
            row.addWidget(action)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(", ".join(part for part in (text, detail, note) if part))
