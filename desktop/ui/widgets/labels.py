"""Text on a page, in a named font and the colour of a key; hairlines."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from desktop.ui import paint
from desktop.ui.privacy import Privacy
from desktop.ui.theme import State, Type, color, font, width_of

_KEEP_HEIGHT = QSizePolicy.Policy.Preferred


class Label(QLabel):
    """Plain text; markup in a name is shown as it is.

    `key` names its colour. `wrap` breaks lines; `elide` shortens one line at its end and
    shows all of it in the tooltip; `selectable` lets it be copied; `private` hides it
    while names are hidden.
    """

    def __init__(
        self,
        text: str = "",
        name: Type = Type.BODY,
        key: str | State = "text",
        *,
        wrap: bool = False,
        elide: bool = False,
        selectable: bool = False,
        private: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._key = str(key)
        self._elide = elide
        self._private = private
        self._whole = text
        self._align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(name))
        self.setAlignment(self._align)
        self.setWordWrap(wrap)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, _KEEP_HEIGHT)
        if private:
            Privacy.current().changed.connect(self._on_privacy_changed)
        self.set_text(text)
        self._take_color()

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        shown = Privacy.current().cover(text) if self._private else text
        self.setText(shown)
        self.setAccessibleName(shown)
        self._tell_what_is_cut()

    def set_key(self, key: str | State) -> None:
        """Show the text in the colour of another key."""
        self._key = str(key)
        self._take_color()

    def set_type(self, name: Type) -> None:
        """Show the text in another font."""
        self._name = name
        self.setFont(font(name))

    def changeEvent(self, event: QEvent) -> None:
        """Take the colour of the key in the new theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._take_color()
        elif event.type() is QEvent.Type.LayoutDirectionChange:
            self.setAlignment(self._align)

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:  # noqa: N802 - Qt's name
        """Left means the leading edge; QLabel would follow the letters of the text."""
        self._align = alignment
        super().setAlignment(QStyle.visualAlignment(self.layoutDirection(), alignment))

    def minimumSizeHint(self) -> QSize:
        """An elided label may become as narrow as its place is."""
        hint = super().minimumSizeHint()
        return QSize(0, hint.height()) if self._elide else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text in the tooltip where it does not fit."""
        super().resizeEvent(event)
        self._tell_what_is_cut()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Elide by hand: QLabel only cuts."""
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        box = self.contentsRect()
        shown = paint.elided(self.text(), self._name, box.width())
        self.style().drawItemText(
            painter,
            box,
            self.alignment().value,
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )

    def _on_privacy_changed(self) -> None:
        self.set_text(self._whole)

    def _take_color(self) -> None:
        ink = color(self._key)
        palette = self.palette()
        if palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText) == ink:
            return
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, QPalette.ColorRole.WindowText, ink)
        self.setPalette(palette)

    def _tell_what_is_cut(self) -> None:
        if self._elide:
            cut = width_of(self.text(), self._name) > self.width()
            self.setToolTip(self.text() if cut else "")


class Rule(QWidget):
    """A hairline between rows or parts, across the page or down."""

    def __init__(
        self, key: str = "line", *, upright: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color(self._key))
