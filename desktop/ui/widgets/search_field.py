"""A line to search or filter with, its keys shown at the trailing edge."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop.ui import icons, paint
from desktop.ui.theme import Type, color, font, px, width_of

_PAD = 11
_ICON = 16
_GAP = 8
_CAP_PAD = 8


class SearchField(QWidget):
    """Icon, line and keys in one frame. Esc empties it, then leaves it.

    `hint` shows the keys that bring the focus here (the owner makes the shortcut), in a key
    cap if `cap`. `delay_ms` collects keystrokes before `searched` is sent.

    Signals:
        searched(str): the text to look for, tidied of outer blanks; also when emptied.
        moved(int): an arrow key asks a list of results to go down (+1) or up (-1).
        entered: Enter was pressed.
        left: Esc was pressed on an empty line.
        unfocused: the keyboard went elsewhere.
    """

    searched = Signal(str)
    moved = Signal(int)
    entered = Signal()
    left = Signal()
    unfocused = Signal()

    def __init__(
        self,
        placeholder: str,
        *,
        icon: str = "filter",
        hint: str = "",
        cap: bool = False,
        height: int = 28,
        delay_ms: int = 150,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._hint = hint
        self._cap = cap
        self._height = height
        self.edit = QLineEdit(self)
        self.edit.setFrame(False)
        self.edit.setFont(font(Type.BODY))
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(placeholder)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay_ms)
        self._timer.timeout.connect(self._send)
        self.edit.textEdited.connect(self._timer.start)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.edit)
        self._make_room()

    def text(self) -> str:
        """What is written, without outer blanks."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Write something without sending it."""
        self.edit.setText(text)

    def take_focus(self) -> None:
        """Bring the cursor here and select what is written."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def sizeHint(self) -> QSize:
        """Room for some twenty letters."""
        return QSize(px(210), px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Room for a short word."""
        return QSize(px(140), px(self._height))

    def changeEvent(self, event: QEvent) -> None:
        """Icon and keys change sides with the direction."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give arrows, Enter and Esc of the line to the owner; repaint on focus."""
        kind = event.type()
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if kind is QEvent.Type.FocusOut:
            self.unfocused.emit()
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event.key())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, icon and keys."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint.field_frame(painter, box, focused=self.edit.hasFocus())
        lead = paint.Lead(box, self.isRightToLeft())
        size = px(_ICON)
        icons.draw(
            painter, lead.box(px(_PAD), (box.height() - size) / 2, size, size), self._icon, "text2"
        )
        if not self._hint:
            return
        width = width_of(self._hint, Type.LABEL if self._cap else Type.CAPTION)
        if self._cap:
            cap = lead.trail(px(8), (box.height() - px(20)) / 2, width + 2 * px(_CAP_PAD), px(20))
            paint.rounded(painter, cap, px(paint.CORNER), color("subtle"), color("line"))
            paint.write(painter, cap, self._hint, Type.LABEL, color("text2"), paint.CENTRE)
        else:
            place = lead.trail(px(10), 0, width + 1, box.height())
            paint.write(painter, place, self._hint, Type.CAPTION, color("text3"))

    def _make_room(self) -> None:
        start, end = px(_PAD + _ICON + _GAP) - 2, self._end_width()
        left, right = (end, start) if self.isRightToLeft() else (start, end)
        self._row.setContentsMargins(left, 2, right, 2)

    def _end_width(self) -> int:
        if not self._hint:
            return px(6)
        if self._cap:
            return round(width_of(self._hint, Type.LABEL)) + 2 * px(_CAP_PAD) + px(14)
        return round(width_of(self._hint, Type.CAPTION)) + px(16)

    def _on_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            if self.edit.text():
                self.edit.clear()
                self._send()
            else:
                self.left.emit()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():
                self._send()
            self.entered.emit()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
            return True
        return False

    def _send(self) -> None:
        self._timer.stop()
        self.searched.emit(self.text())
