"""Filter chips, and a row of them that keeps what does not fit behind *More*."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from desktop.ui import icons, paint
from desktop.ui.theme import Mark, Type, color, px, width_of

HEIGHT = 28
_PAD = 12
_ICON = 16
_END = 5
_GAP = 6
_BETWEEN_CHIPS = 8


class Chip(QAbstractButton):
    """One filter: off it shows its field, on it shows "field **value**" and a cross.

    A filter chip is on while it has a value; pressing it asks the page for its choices. A
    quick chip (`toggles`) is switched on and off and may carry a mark and a count. Delete
    and the cross clear either.

    Signals:
        cleared: the officer took the filter away.
    """

    cleared = Signal()

    def __init__(
        self,
        field: str,
        *,
        mark: Mark | None = None,
        toggles: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._value = ""
        self._count = ""
        self._mark = mark
        self.setCheckable(toggles)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.toggled.connect(self._relayout)
        self._relayout()

    @property
    def is_on(self) -> bool:
        """Whether the list is filtered by this chip."""
        return self.isChecked() if self.isCheckable() else bool(self._value)

    @property
    def field(self) -> str:
        """Name of what is filtered."""
        return self._field

    @property
    def value(self) -> str:
        """The value that is shown; empty while off."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show the chosen value; empty switches a filter chip off."""
        self._value = value
        self._relayout()

    def set_count(self, count: str) -> None:
        """Show how many the filter leaves, already written as a number."""
        self._count = count
        self._relayout()

    def clear(self) -> None:
        """Take the filter away, as the cross does."""
        if not self.is_on:
            return
        self._value = ""
        if self.isCheckable():
            self.setChecked(False)
        self._relayout()
        self.cleared.emit()

    def sizeHint(self) -> QSize:
        """Room for mark, words, count and cross."""
        width = float(px(_PAD))
        if self._mark is not None:
            width += px(_ICON) + px(3)
        width += width_of(self._field, Type.CONTROL)
        if self._value:
            width += px(5) + width_of(self._value, Type.CONTROL_STRONG)
        if self._count:
            width += px(_GAP) + width_of(self._count, Type.CAPTION_STRONG)
        if self._has_end():
            width += px(1) + px(_ICON) + px(_END)
        else:
            width += px(_PAD)
        return QSize(round(width + 0.5), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """A chip is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, mark, words and cross."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        hot = self.underMouse() and self.isEnabled()
        ground = "accent_bg" if self.is_on else "hover" if hot else "surface"
        line = color("accent" if self.is_on else "line2")
        paint.rounded(painter, box, box.height() / 2, color(ground), line)
        if paint.has_keyboard(self):
            paint.focus_ring(painter, box, box.height() / 2)
        self._paint_words(painter, paint.Lead(box, self.isRightToLeft()), box.height())

    def _paint_words(self, painter: QPainter, lead: paint.Lead, height: float) -> None:
        ink = color("accent_text" if self.is_on else "text")
        size = px(_ICON)
        top = (height - size) / 2
        x = float(px(_PAD))
        if self._mark is not None:
            mark_ink = ink if self.is_on else color(self._mark.state)
            icons.draw(
                painter, lead.box(x - 1, top, size, size), self._mark.icon, mark_ink, filled=True
            )
            x += size + px(3)
        x = self._write(painter, lead, x, self._field, Type.CONTROL, ink)
        if self._value:
            x = self._write(painter, lead, x + px(5), self._value, Type.CONTROL_STRONG, ink)
        if self._count:
            tone = ink if self.is_on else color("text2")
            self._write(painter, lead, x + px(_GAP), self._count, Type.CAPTION_STRONG, tone)
        if self._has_end():
            name = "dismiss" if self.is_on else "chevron_down"
            tone = ink if self.is_on else color("text2")
            icons.draw(painter, lead.trail(px(_END), top, size, size), name, tone)

    def _write(
        self, painter: QPainter, lead: paint.Lead, x: float, text: str, name: Type, ink: QColor
    ) -> float:
        width = width_of(text, name)
        paint.write(painter, lead.box(x, 0, width + 1, lead.area.height()), text, name, ink)
        return x + width

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A release on the cross clears instead of pressing."""
        if self.is_on and self.isDown() and self._cross().contains(event.position()):
            self.setDown(False)
            self.clear()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete clears, Enter presses."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _cross(self) -> QRectF:
        width = px(_ICON) + px(_END) + px(2)
        return paint.Lead.of(self).trail(0, 0, width, self.height())

    def _has_end(self) -> bool:
        return self.is_on or not self.isCheckable()

    def _relayout(self) -> None:
        parts = [self._field, self._value, self._count]
        self.setAccessibleName(" ".join(part for part in parts if part))
        self.updateGeometry()
        self.update()


class ChipRow(QWidget):
    """Chips in reading order; those that don't fit go into the menu of a last chip.

    `more` is the translated word *More*. Chips that are on are kept in sight first, because
    a filter that is forgotten makes a list lie.
    """

    def __init__(self, more: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[Chip] = []
        self._more = Chip(more, parent=self)
        self._more.clicked.connect(self._open_more)
        self._hidden_actions: dict[QAction, Chip] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips, in this order; the row becomes their parent."""
        for chip in self._chips:
            if chip not in chips:
                chip.setParent(None)
                chip.deleteLater()
        self._chips = list(chips)
        for chip in self._chips:
            if chip.parent() is not self:
                chip.setParent(self)
                chip.toggled.connect(self.arrange)
                chip.cleared.connect(self.arrange)
        self.arrange()

    def sizeHint(self) -> QSize:
        """All chips in one line."""
        width = sum(chip.sizeHint().width() + px(_BETWEEN_CHIPS) for chip in self._chips)
        return QSize(width, px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The *More* chip alone."""
        return self._more.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange again."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place what fits; call after a value of a chip has changed."""
        shown = self._fitting()
        lead = paint.Lead.of(self)
        x = 0
        for chip in self._chips:
            chip.setVisible(chip in shown)
            if chip in shown:
                size = chip.sizeHint()
                chip.setGeometry(lead.box(x, 0, size.width(), size.height()).toRect())
                x += size.width() + px(_BETWEEN_CHIPS)
        self._more.setVisible(len(shown) < len(self._chips))
        size = self._more.sizeHint()
        self._more.setGeometry(lead.box(x, 0, size.width(), size.height()).toRect())

    def _fitting(self) -> list[Chip]:
        gap = px(_BETWEEN_CHIPS)
        if sum(chip.sizeHint().width() + gap for chip in self._chips) - gap <= self.width():
            return self._chips
        room = self.width() - self._more.sizeHint().width()
        shown: list[Chip] = []
        for chip in sorted(self._chips, key=lambda one: not one.is_on):
            need = chip.sizeHint().width() + gap
            if need > room:
                break
            room -= need
            shown.append(chip)
        return shown

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._hidden_actions = {}
        for chip in self._chips:
            if chip.isHidden():
                action = menu.addAction(chip.field)
                action.setCheckable(chip.isCheckable())
                action.setChecked(chip.is_on)
                self._hidden_actions[action] = chip
        menu.triggered.connect(self._press_hidden)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height() + px(4))))

    def _press_hidden(self, action: QAction) -> None:
        """A hidden chip opens its choices where *More* stands."""
        chip = self._hidden_actions.get(action)
        if chip is not None:
            chip.setGeometry(self._more.geometry())
            chip.click()
