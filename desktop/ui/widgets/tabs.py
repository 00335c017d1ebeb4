"""Tabs that carry their own worst news."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from desktop.ui import paint
from desktop.ui.theme import State, Theme, Type, color, px, width_of

_HEIGHT = 40
_COUNTER_GAP = 8
_COUNTER_PAD = 7


@dataclass(frozen=True, slots=True)
class TabSpec:
    """A tab: a stable key and its translated word."""

    key: str
    word: str


class _Tab(QAbstractButton):
    def __init__(self, spec: TabSpec) -> None:
        super().__init__()
        self.key = spec.key
        self._word = spec.word
        self._counter = ""
        self._state: State | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(spec.word)

    def set_counter(self, text: str, state: State | None) -> None:
        self._counter = text
        self._state = state
        self.setAccessibleName(f"{self._word}, {text}" if text else self._word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = width_of(self._word, Type.CONTROL_STRONG)
        if self._counter:
            width += px(_COUNTER_GAP) + self._counter_width()
        return QSize(round(width + 0.5), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        lead = paint.Lead(box, self.isRightToLeft())
        chosen = self.isChecked()
        name = Type.CONTROL_STRONG if chosen else Type.CONTROL
        hot = self.underMouse() and self.isEnabled()
        ink = color("accent_text" if chosen else "text" if hot else "text2")
        width = width_of(self._word, name)
        paint.write(painter, lead.box(0, 0, width + 1, box.height()), self._word, name, ink)
        if self._counter:
            self._paint_counter(painter, lead, box.height())
        if chosen:
            painter.fillRect(QRectF(0, box.height() - 2, box.width(), 2), color("accent"))
        if paint.has_keyboard(self):
            ring = box.adjusted(-1, 6, 1, -5)
            paint.focus_ring(painter, ring.intersected(box))

    def _paint_counter(self, painter: QPainter, lead: paint.Lead, height: float) -> None:
        start = width_of(self._word, Type.CONTROL_STRONG) + px(_COUNTER_GAP)
        tall = px(20)
        box = lead.box(start, (height - tall) / 2, self._counter_width(), tall)
        ground = self._state.ground if self._state else "unknown_bg"
        ink = color(self._state) if self._state else color("unknown")
        frame = ink if Theme.current().is_contrast else None
        paint.rounded(painter, box, px(paint.CORNER), color(ground), frame)
        paint.write(painter, box, self._counter, Type.CAPTION_STRONG, ink, paint.CENTRE)

    def _counter_width(self) -> float:
        return width_of(self._counter, Type.CAPTION_STRONG) + 2 * px(_COUNTER_PAD)


class TabBar(QWidget):
    """A row of tabs over a hairline. Left and right walk through them.

    Signals:
        changed(str): the key of the tab that was chosen.
    """

    changed = Signal(str)

    def __init__(self, specs: Sequence[TabSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._tabs: dict[str, _Tab] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(16), 0)
        row.setSpacing(px(24))
        for spec in specs:
            tab = _Tab(spec)
            self._tabs[spec.key] = tab
            self._group.addButton(tab)
            row.addWidget(tab)
        row.addStretch(1)
        if specs:
            self._tabs[specs[0].key].setChecked(True)
        self._group.buttonClicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def current(self) -> str:
        """Key of the chosen tab."""
        chosen = self._group.checkedButton()
        return chosen.key if isinstance(chosen, _Tab) else ""

    def choose(self, key: str) -> None:
        """Choose a tab and tell it."""
        tab = self._tabs[key]
        if not tab.isChecked():
            tab.setChecked(True)
            self.changed.emit(key)

    def set_counter(self, key: str, text: str, state: State | None = None) -> None:
        """Show a counter ("90 blocked") on a tab; empty text takes it away."""
        self._tabs[key].set_counter(text, state)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline under the tabs."""
        painter = QPainter(self)
        paint.hairline(painter, 0, self.width(), self.height() - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right choose the neighbour."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        step = steps.get(Qt.Key(event.key()), 0) * (-1 if self.isRightToLeft() else 1)
        keys = list(self._tabs)
        if not step or not keys:
            super().keyPressEvent(event)
            return
        following = keys[(keys.index(self.current) + step) % len(keys)]
        self.choose(following)
        self._tabs[following].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self, tab: QAbstractButton) -> None:
        if isinstance(tab, _Tab):
            self.changed.emit(tab.key)
