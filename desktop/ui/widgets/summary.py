"""The line under a table whose parts add up, and the bar over it for what is selected."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui import icons, paint
from desktop.ui.theme import Mark, Type, color, px, width_of
from desktop.ui.widgets.emptying import empty
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import Surface

_PART_GAP = 16
_ICON = 16
_ICON_GAP = 8


@dataclass(frozen=True, slots=True)
class SummaryPart:
    """A part of the sum: its mark, its words with the number, and the key of its list."""

    key: str
    mark: Mark
    words: str


class _PartButton(QAbstractButton):
    """A number is always a link to the people behind it."""

    def __init__(self, part: SummaryPart) -> None:
        super().__init__()
        self.part = part
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(part.words)

    def sizeHint(self) -> QSize:
        width = px(_ICON) + px(_ICON_GAP) + width_of(self.part.words, Type.BODY)
        return QSize(round(width + 1), px(24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        lead = paint.Lead(box, self.isRightToLeft())
        size = px(_ICON)
        mark = self.part.mark
        top = (box.height() - size) / 2
        icons.draw(painter, lead.box(0, top, size, size), mark.icon, mark.state, filled=True)
        start = size + px(_ICON_GAP)
        ink = color("accent_text" if self.underMouse() else "text")
        place = lead.box(start, 0, box.width() - start, box.height())
        paint.write(painter, place, self.part.words, Type.BODY, ink)
        if paint.has_keyboard(self):
            paint.focus_ring(painter, box)


class SummaryLine(Surface):
    """The honest answer to the question in the head, in numbers that add up.

    Signals:
        chosen(str): the key of the part whose list is asked for.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", edge=Qt.Edge.TopEdge, parent=parent)
        self._total = Label("", Type.BODY_STRONG)
        self._note = Label("", Type.CAPTION, "text2")
        self._parts = QHBoxLayout()
        self._parts.setSpacing(px(_PART_GAP))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(4), px(16), px(4))
        row.setSpacing(px(_PART_GAP + 2))
        row.addWidget(self._total)
        row.addLayout(self._parts)
        row.addStretch(1)
        row.addWidget(self._note)
        self.setMinimumHeight(px(32))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_sum(self, total: str, parts: Sequence[SummaryPart] = (), note: str = "") -> None:
        """Show a total ("102 people") and the parts that make it up."""
        self._total.set_text(total)
        self._note.set_text(note)
        empty(self._parts)
        for part in parts:
            button = _PartButton(part)
            button.clicked.connect(self._on_clicked)
            self._parts.addWidget(button)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _PartButton):
            self.chosen.emit(button.part.key)


class BulkBar(Surface):
    """What can be done with the selected rows; `end` takes what stands at the right.

    Hidden by its owner while nothing is selected.
    """

    def __init__(self, actions: Sequence[QWidget] = (), parent: QWidget | None = None) -> None:
        super().__init__("subtle", edge=Qt.Edge.TopEdge, parent=parent)
        self._count = Label("", Type.BODY_STRONG)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(4), px(8), px(3))
        row.setSpacing(0)
        row.addWidget(self._count)
        row.addSpacing(px(6))
        for action in actions:
            row.addWidget(action)
        row.addStretch(1)
        self.end = QHBoxLayout()
        self.end.setSpacing(px(2))
        row.addLayout(self.end)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline towards the table too."""
        super().paintEvent(event)
        painter = QPainter(self)
        paint.hairline(painter, 0, self.width(), self.height() - 1)

    def set_count(self, words: str) -> None:
        """Say how many are selected ("1 of 102 selected")."""
        self._count.set_text(words)
