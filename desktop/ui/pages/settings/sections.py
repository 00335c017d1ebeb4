"""The sections of the settings as a list at the side; the one in sight is lit up."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import icons, paint
from desktop.ui.theme import Type, color, px, width_of

_HEIGHT = 36
_PAD = 12
_ICON = 16
_GAP = 10


@dataclass(frozen=True)
class SectionSpec:
    """A section: a stable key, its translated word and its icon."""

    key: str
    word: str
    icon: str


class _Item(QAbstractButton):
    def __init__(self, spec: SectionSpec) -> None:
        super().__init__()
        self.spec = spec
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spec.word)

    def sizeHint(self) -> QSize:
        words = width_of(self.spec.word, Type.CONTROL_STRONG)
        return QSize(round(px(2 * _PAD + _ICON + _GAP) + words + 1), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        lead = paint.Lead(box, self.isRightToLeft())
        chosen = self.isChecked()
        if chosen or self.underMouse():
            ground = color("accent_bg" if chosen else "hover")
            paint.rounded(painter, box, px(paint.PANEL_CORNER), ground)
        if chosen:
            bar = lead.box(0, px(8), px(3), box.height() - px(16))
            painter.fillRect(bar, color("accent"))
        ink = color("accent_text" if chosen else "text")
        size = px(_ICON)
        place = lead.box(px(_PAD), (box.height() - size) / 2, size, size)
        icons.draw(painter, place, self.spec.icon, ink)
        start = px(_PAD) + size + px(_GAP)
        words = lead.box(start, 0, box.width() - start, box.height())
        name = Type.CONTROL_STRONG if chosen else Type.CONTROL
        paint.write(painter, words, self.spec.word, name, ink)
        if paint.has_keyboard(self):
            paint.focus_ring(painter, box, px(paint.PANEL_CORNER))


class SectionList(QWidget):
    """Up and down walk through the sections.

    Signals:
        chosen(str): the section of this key is wanted.
    """

    chosen = Signal(str)

    def __init__(self, specs: Sequence[SectionSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = {spec.key: _Item(spec) for spec in specs}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(4), px(12), px(12))
        column.setSpacing(px(4))
        for item in self._items.values():
            self._group.addButton(item)
            column.addWidget(item)
        column.addStretch(1)
        self.show_current(specs[0].key)
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def current(self) -> str:
        """Key of the section that is lit up."""
        item = self._group.checkedButton()
        return item.spec.key if isinstance(item, _Item) else ""

    def show_current(self, key: str) -> None:
        """Light up a section without telling it."""
        self._items[key].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose the neighbour."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        keys = list(self._items)
        following = keys.index(self.current) + step
        if not step or not 0 <= following < len(keys):
            super().keyPressEvent(event)
            return
        item = self._items[keys[following]]
        item.setFocus(Qt.FocusReason.TabFocusReason)
        item.click()

    def _on_clicked(self, item: QAbstractButton) -> None:
        if isinstance(item, _Item):
            self.chosen.emit(item.spec.key)
