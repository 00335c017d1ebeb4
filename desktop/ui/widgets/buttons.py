"""Buttons: primary, secondary, subtle, link and danger, with their shortcut inside."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QMenu,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from desktop.ui import icons, paint
from desktop.ui.theme import Theme, Type, color, font, px, width_of
from desktop.ui.theme.contrast import mixed

_ICON = 16
_PAD = 11
_LINK_PAD = 0
_ICON_GAP = 6
_HINT_GAP = 10
_MENU_GAP = 4


class Kind(StrEnum):
    """What a button is for; one primary a page."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    SUBTLE = "subtle"
    LINK = "link"
    DANGER = "danger"


def keys_text(shortcut: str) -> str:
    """A key sequence as it is printed on the keys; Qt calls the large Enter key Return."""
    keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return keys.replace("Return", "Enter")


def pressed_by_enter(event: QKeyEvent) -> bool:
    """Press the button that has the keyboard; answers whether Enter was meant for one.

    Qt leaves Enter to the default button of a dialog, and to nobody elsewhere.
    """
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if event.key() not in keys or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    focus = QApplication.focusWidget()
    if not isinstance(focus, QAbstractButton) or isinstance(focus, QCheckBox | QRadioButton):
        return False
    if not event.isAutoRepeat():
        focus.click()
    return True


class Button(QPushButton):
    """A button with an optional icon and its keys at the trailing edge.

    `shortcut` is a key sequence that presses this button; it is shown inside. `hint` is
    only shown, for keys that the window gives to the page (Ctrl+F, Ctrl+P, Ctrl+E, F2,
    Esc, Ctrl+N): two owners of one sequence would silence both. `height` is 32; 28 in
    toolbars, panels and rows; 36 in a decision bar.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        shortcut: str = "",
        hint: str = "",
        height: int = 32,
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._icon_name = icon
        self._hint = hint
        self._height = height
        self._words = ""
        self.setFont(font(self._type()))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setDefault(kind is Kind.PRIMARY)
        self.set_words(text)
        if shortcut:
            self.setShortcut(QKeySequence(shortcut))
            self._hint = keys_text(shortcut)
        if tip:
            self.setToolTip(tip)
        if kind in (Kind.SUBTLE, Kind.LINK):
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def words(self) -> str:
        """What is written on the button."""
        return self._words

    def set_words(self, text: str) -> None:
        """Write something else on the button."""
        self._words = text
        keys = self.shortcut()
        # Doubled, so that an ampersand in a name is not taken for an accelerator.
        self.setText(text.replace("&", "&&"))
        self.setShortcut(keys)
        if text:
            self.setAccessibleName(text)
        self.updateGeometry()

    def set_icon_name(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self.update()

    def setMenu(self, menu: QMenu | None) -> None:  # noqa: N802 - Qt's name
        """Open `menu` on a press; a chevron tells it."""
        if menu is not None:
            super().setMenu(menu)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for icon, words, keys and chevron; words are never cut."""
        return QSize(round(self._content_width() + 2 * self._pad() + 0.5), px(self._height))

    def minimumSizeHint(self) -> QSize:
        """The same as the size hint."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when enabled or disabled."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw panel, icon, words and keys from the leading edge."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        self._paint_panel(painter, box)
        ink = self._ink()
        lead = paint.Lead(box, self.isRightToLeft())
        spare = box.width() - self._content_width()
        x = self._pad() if self._hint or self._has_chevron() else spare / 2
        if self._icon_name:
            size = px(_ICON)
            place = lead.box(x, (box.height() - size) / 2, size, size)
            icons.draw(painter, place, self._icon_name, ink)
            x += size + (px(_ICON_GAP) if self._words else 0)
        if self._words:
            width = width_of(self._words, self._type())
            place = lead.box(x, 0, width + 1, box.height())
            paint.write(painter, place, self._words, self._type(), ink)
            if self._kind is Kind.LINK and self.underMouse():
                low = place.center().y() + px(7)
                painter.fillRect(QRectF(place.left(), low, width, 1), ink)
        if self._hint:
            width = width_of(self._hint, Type.CAPTION)
            place = lead.trail(self._pad() + self._menu_width(), 0, width + 1, box.height())
            paint.write(painter, place, self._hint, Type.CAPTION, self._hint_ink())
        if self._has_chevron():
            size = px(_ICON)
            place = lead.trail(self._pad() - px(3), (box.height() - size) / 2, size, size)
            icons.draw(painter, place, "chevron_down", ink)

    def _paint_panel(self, painter: QPainter, box: QRectF) -> None:
        corner = px(paint.CORNER)
        hot = self.underMouse() and self.isEnabled()
        down = self.isDown()
        if self._kind is Kind.PRIMARY and self.isEnabled():
            share = 0.18 if down else 0.09 if hot else 0.0
            paint.rounded(painter, box, corner, mixed(color("accent"), color("text"), share))
            if paint.has_keyboard(self):
                inner = box.adjusted(3, 3, -3, -3)
                paint.rounded(painter, inner, corner - 1, None, color("on_accent"), 1.5)
            return
        framed = self._kind in (Kind.PRIMARY, Kind.SECONDARY, Kind.DANGER)
        if framed:
            ground = color("hover" if hot or down else "surface")
            if not self.isEnabled():
                ground = color("window")
            danger = self._kind is Kind.DANGER and self.isEnabled()
            paint.rounded(painter, box, corner, ground, color("blocked" if danger else "line2"))
        elif (hot or down) and self._kind is Kind.SUBTLE:
            paint.rounded(painter, box, corner, color("hover"))
        if paint.has_keyboard(self):
            paint.focus_ring(painter, box)

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return mixed(color("text"), color("surface"), 0.45)
        if self._kind is Kind.PRIMARY:
            return color("on_accent")
        if self._kind is Kind.DANGER:
            return color("blocked")
        return color("text" if self._kind is Kind.SECONDARY else "accent_text")

    def _hint_ink(self) -> QColor:
        primary = self._kind is Kind.PRIMARY and self.isEnabled()
        return color("on_accent" if primary else "text3")

    def _type(self) -> Type:
        return Type.CONTROL_STRONG if self._kind is Kind.PRIMARY else Type.CONTROL

    def _pad(self) -> int:
        return px(_LINK_PAD if self._kind is Kind.LINK else _PAD)

    def _has_chevron(self) -> bool:
        return self.menu() is not None

    def _menu_width(self) -> float:
        return px(_ICON) + px(_MENU_GAP) - px(3) if self._has_chevron() else 0.0

    def _content_width(self) -> float:
        width = width_of(self._words, self._type()) if self._words else 0.0
        if self._icon_name:
            width += px(_ICON) + (px(_ICON_GAP) if self._words else 0)
        if self._hint:
            width += px(_HINT_GAP) + width_of(self._hint, Type.CAPTION)
        return width + self._menu_width()


class IconButton(Button):
    """A square button with an icon only; its name is the tooltip and the accessible name."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        framed: bool = False,
        shortcut: str = "",
        height: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        kind = Kind.SECONDARY if framed else Kind.SUBTLE
        super().__init__("", kind, icon=icon, height=height, parent=parent)
        self.setAccessibleName(name)
        tip = name
        if shortcut:
            self.setShortcut(QKeySequence(shortcut))
            tip = f"{name} ({keys_text(shortcut)})"
        self.setToolTip(tip)

    def sizeHint(self) -> QSize:
        """A square."""
        side = px(self._height)
        return QSize(side, side)

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return color("control")
        return color("text" if Theme.current().is_contrast else "text2")

    def _has_chevron(self) -> bool:
        return False
