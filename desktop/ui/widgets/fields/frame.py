"""The painted frame around an editor: icon before it, unit, note and mark behind it."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui import icons, paint
from desktop.ui.theme import Mark, State, Type, color, px, width_of

_PAD = 10
_ICON = 16
_GAP = 8
_LINE_PADS = (2, 2)
_COMBO_PADS = (5, 8)
"""What the style leaves free before and behind the words within an editor of either kind."""


class FieldFrame(QWidget):
    """Holds one frameless editor and paints everything around it."""

    def __init__(self, editor: QWidget, *, icon: str = "", height: int = 32) -> None:
        super().__init__()
        self._editor = editor
        self._icon = icon
        self._height = height
        self._note = ""
        self._note_key = "text3"
        self._mark: Mark | None = None
        self._problem: State | None = None
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(editor)
        editor.installEventFilter(self)
        self.setFocusProxy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._make_room()

    def set_note(self, text: str, key: str = "text3") -> None:
        """Write a unit or a source at the trailing edge."""
        self._note = text
        self._note_key = key
        self._make_room()

    def set_mark(self, mark: Mark | None) -> None:
        """Show a mark at the trailing edge."""
        self._mark = mark
        self._make_room()

    def set_problem(self, state: State | None) -> None:
        """Frame the field in the colour of a state."""
        self._problem = state
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its editor asks, and 32 at least."""
        return QSize(px(160), max(px(self._height), self._editor.sizeHint().height() + 4))

    def minimumSizeHint(self) -> QSize:
        """Room for a short word."""
        return QSize(px(64), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Icon and note change sides with the direction."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Repaint when the editor gains or loses the focus, or is switched off."""
        if event.type() in (
            QEvent.Type.FocusIn,
            QEvent.Type.FocusOut,
            QEvent.Type.EnabledChange,
        ):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, icon, note and mark."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint.field_frame(
            painter,
            box,
            focused=self._editor.hasFocus(),
            problem=self._problem,
            enabled=self._editor.isEnabled(),
        )
        lead = paint.Lead(box, self.isRightToLeft())
        size = px(_ICON)
        top = (px(self._height) - size) / 2
        if self._icon:
            icons.draw(painter, lead.box(px(_PAD), top, size, size), self._icon, "text2")
        x = float(px(_PAD))
        if self._mark is not None:
            place = lead.trail(x, top, size, size)
            icons.draw(painter, place, self._mark.icon, self._mark.state, filled=True)
            x += size + px(_GAP)
        if self._note:
            width = width_of(self._note, Type.CAPTION)
            place = lead.trail(x, 0, width + 1, px(self._height))
            paint.write(painter, place, self._note, Type.CAPTION, color(self._note_key))

    def _make_room(self) -> None:
        own_before, own_after = _COMBO_PADS if isinstance(self._editor, QComboBox) else _LINE_PADS
        before = px(_PAD) - own_before + (px(_ICON + _GAP) if self._icon else 0)
        after = px(_PAD) - own_after
        if self._mark is not None:
            after += px(_ICON) + px(_GAP)
        if self._note:
            after += round(width_of(self._note, Type.CAPTION)) + px(_GAP)
        left, right = (after, before) if self.isRightToLeft() else (before, after)
        self._row.setContentsMargins(left, 2, right, 2)
        self.update()
