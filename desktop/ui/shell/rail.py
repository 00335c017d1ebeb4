"""The navigation rail: icon over word, a bar and a ground at the current item, badges."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import icons, paint
from desktop.ui.shell.sizes import RAIL_WIDTH
from desktop.ui.theme import Theme, Type, color, px, width_of
from reports.texts import Texts

_ITEM = (92, 56)
_GROUND = 84
_PITCH = 60
_HEAD = 52
_BADGE = 16
_MOST = 99
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class RailItem:
    """An item: key of its page, translated word, icon, and whether it stands at the foot."""

    key: str
    word: str
    icon: str
    foot: bool = False


class _ItemButton(QAbstractButton):
    def __init__(self, item: RailItem, texts: Texts, keys: str) -> None:
        super().__init__()
        self.key = item.key
        self._item = item
        self._texts = texts
        self._badge = 0
        self.setCheckable(True)
        self.setFixedSize(px(_ITEM[0]), px(_ITEM[1]))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(f"{item.word} ({keys})" if keys else item.word)
        self.set_badge(0)

    def set_badge(self, count: int) -> None:
        self._badge = count
        name = self._item.word
        if count:
            name = self._texts.n(
                "{page}, {n} needs action", "{page}, {n} need action", count, page=name
            )
        self.setAccessibleName(name)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            # Qt would go anywhere in the window; the rail keeps among its items.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        lead = paint.Lead(box, self.isRightToLeft())
        current = self.isChecked()
        # A long word may stand over the edges of the ground, which are the same for all.
        aside = (px(_ITEM[0]) - px(_GROUND)) / 2
        ground = box.adjusted(aside, 0, -aside, 0)
        if current:
            frame = color("accent") if Theme.current().is_contrast else None
            paint.rounded(painter, ground, px(paint.PANEL_CORNER), color("accent_bg"), frame)
            bar = lead.box(aside, (box.height() - px(24)) / 2, 3, px(24))
            painter.fillRect(bar, color("accent"))
        elif self.underMouse():
            paint.rounded(painter, ground, px(paint.PANEL_CORNER), color("hover"))
        ink = "accent_text" if current else "text2" if self.isEnabled() else "control"
        size = px(20)
        icon = lead.box((box.width() - size) / 2, px(8), size, size)
        icons.draw(painter, icon, self._item.icon, ink, filled=current)
        name = Type.CAPTION_STRONG if current else Type.LABEL
        word = QRectF(1, px(32), box.width() - 2, px(16))
        paint.write(painter, word, self._item.word, name, color(ink), paint.CENTRE)
        if self._badge:
            self._paint_badge(painter, lead)
        if paint.has_keyboard(self):
            paint.focus_ring(painter, ground, px(paint.PANEL_CORNER))

    def _paint_badge(self, painter: QPainter, lead: paint.Lead) -> None:
        text = str(self._badge) if self._badge <= _MOST else f"{_MOST}+"
        tall = px(_BADGE)
        width = max(tall, width_of(text, Type.MICRO) + px(8))
        box = lead.box(lead.area.width() / 2 + px(5), px(3), width, tall)
        paint.rounded(painter, box, tall / 2, color("blocked"))
        paint.write(painter, box, text, Type.MICRO, color("surface"), paint.CENTRE)


class Rail(QWidget):
    """The rail at the leading edge of the window.

    Signals:
        chosen(str): the key of the item that was pressed.
    """

    chosen = Signal(str)

    def __init__(
        self, items: Sequence[RailItem], texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(texts.t("Pages"))
        self._buttons: dict[str, _ItemButton] = {}
        column = QVBoxLayout(self)
        margin = (px(RAIL_WIDTH) - px(_ITEM[0])) // 2
        column.setContentsMargins(margin, px(_HEAD), margin, px(8))
        column.setSpacing(px(_PITCH - _ITEM[1]))
        ordered = [item for item in items if not item.foot]
        for number, item in enumerate([*ordered, *(one for one in items if one.foot)], 1):
            if item.foot and not any(one.foot for one in items[: items.index(item)]):
                column.addStretch(1)
            button = _ItemButton(item, texts, f"Alt+{number}" if number <= 9 else "")
            button.clicked.connect(self._on_clicked)
            self._buttons[item.key] = button
            column.addWidget(button)
        if not any(item.foot for item in items):
            column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @property
    def keys(self) -> list[str]:
        """Keys of the items in the order of Alt+1 to Alt+9."""
        return list(self._buttons)

    def show_current(self, key: str) -> None:
        """Light up an item; an unknown key lights up none."""
        for one, button in self._buttons.items():
            button.setChecked(one == key)

    def set_badge(self, key: str, count: int) -> None:
        """Show how many things need action on a page."""
        if key in self._buttons:
            self._buttons[key].set_badge(count)

    def sizeHint(self) -> QSize:
        """96 wide."""
        return QSize(px(RAIL_WIDTH), px(480))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the edge and the mark of the program."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("rail"))
        lead = paint.Lead.of(self)
        painter.fillRect(lead.trail(0, 0, 1, self.height()), color("line"))
        size = px(32)
        place = lead.box((px(RAIL_WIDTH) - size) / 2, px(8), size, size)
        icons.draw(painter, place, "mark", "accent")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from item to item as Tab does."""
        step = next((by for key, by in _STEPS.items() if key == event.key()), 0)
        buttons = list(self._buttons.values())
        at = next((place for place, one in enumerate(buttons) if one.hasFocus()), None)
        if at is not None and step and 0 <= at + step < len(buttons):
            buttons[at + step].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _ItemButton):
            self.chosen.emit(button.key)
