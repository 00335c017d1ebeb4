"""Fields that are chosen from: side by side for up to three values, a list above that."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from desktop.ui import paint
from desktop.ui.theme import Type, color, font, px, width_of
from desktop.ui.widgets.fields.base import Field
from desktop.ui.widgets.fields.frame import FieldFrame

_SEGMENT_PAD = 12
_LONGEST_LIST = 14
_LABEL_PAD = 1  # that the style leaves at both sides of the word of a combo box


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be chosen: its code, its translated word, and a detail for lists."""

    code: str
    word: str
    detail: str = ""


class _Combo(QComboBox):
    """Shortens a long word at its end and tells all of it in the tooltip: Qt only cuts it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.currentText = self.placeholderText()
            faint = option.palette.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, faint)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        word, room = option.currentText, self._room(option)
        option.currentText = paint.elided(word, Type.BODY, room)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def event(self, event: QEvent) -> bool:
        """The tooltip is there only where the word does not fit."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            cut = width_of(self.currentText(), Type.BODY) > self._room(option)
            QToolTip.showText(event.globalPos(), self.currentText() if cut else "", self)
            return True
        return super().event(event)

    def _room(self, option: QStyleOptionComboBox) -> float:
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(control, option, part, self).width() - 2 * _LABEL_PAD


class ComboField(Field):
    """One of a list. The value is a code; it is empty while nothing is chosen."""

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice] = (),
        *,
        placeholder: str = "",
        hint: str = "",
        needed: bool = False,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.combo = _Combo()
        self.combo.setFrame(False)
        self.combo.setFont(font(Type.BODY))
        self.combo.setMaxVisibleItems(_LONGEST_LIST)
        self.combo.setPlaceholderText(placeholder)
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        frame = FieldFrame(self.combo, icon=icon)
        super().__init__(label, frame, self.combo, hint=hint, needed=needed, parent=parent)
        self.set_choices(choices)
        self.combo.activated.connect(self._on_activated)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other values; the present one stays if it is among them."""
        before = self.value()
        self.combo.clear()
        for choice in choices:
            self.combo.addItem(choice.word, choice.code)
            if choice.detail:
                last = self.combo.count() - 1
                self.combo.setItemData(last, choice.detail, Qt.ItemDataRole.ToolTipRole)
        self.set_value(before)

    def value(self) -> str:
        """Code of the chosen value, or nothing."""
        return str(self.combo.currentData() or "")

    def set_value(self, code: str) -> None:
        """Choose a value without sending it; an unknown code chooses nothing."""
        self.combo.setCurrentIndex(self.combo.findData(code) if code else -1)

    def _on_activated(self) -> None:
        self.edited.emit()
        self.committed.emit()


class _Segment(QAbstractButton):
    def __init__(self, choice: Choice, first: bool, last: bool) -> None:
        super().__init__()
        self.code = choice.code
        self._word = choice.word
        self._first = first
        self._last = last
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(choice.word)
        if choice.detail:
            self.setToolTip(choice.detail)

    def sizeHint(self) -> QSize:
        width = width_of(self._word, Type.CONTROL_STRONG) + 2 * px(_SEGMENT_PAD)
        return QSize(round(width + 0.5), px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        self._paint_frame(painter, box)
        chosen = self.isChecked()
        if chosen:
            paint.rounded(painter, box, px(paint.CORNER), color("accent_bg"), color("accent"))
        name = Type.CONTROL_STRONG if chosen else Type.CONTROL
        key = "accent_text" if chosen else "text" if self.isEnabled() else "control"
        paint.write(painter, box, self._word, name, color(key), paint.CENTRE)
        if paint.has_keyboard(self):
            paint.focus_ring(painter, box)

    def _paint_frame(self, painter: QPainter, box: QRectF) -> None:
        """The common frame of all segments, of which each paints its part."""
        hot = self.underMouse() and self.isEnabled()
        wide = box.adjusted(0, 0, 0, 0)
        start, end = (
            (self._last, self._first)
            if self.isRightToLeft()
            else (
                self._first,
                self._last,
            )
        )
        if not start:
            wide.setLeft(box.left() - 10)
        if not end:
            wide.setRight(box.right() + 10)
        ground = color("hover" if hot else "surface")
        paint.rounded(painter, wide, px(paint.CORNER), ground, color("line2"))
        if not end:
            painter.fillRect(QRectF(box.right() - 1, 8, 1, box.height() - 16), color("line2"))


class SegmentedField(Field):
    """Up to three values side by side. The value is a code, or nothing."""

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice],
        *,
        hint: str = "",
        needed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._segments = [
            _Segment(choice, i == 0, i == len(choices) - 1) for i, choice in enumerate(choices)
        ]
        for segment in self._segments:
            row.addWidget(segment)
        row.addStretch(1)
        strip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        super().__init__(label, strip, self._segments[0], hint=hint, needed=needed, parent=parent)
        strip.setAccessibleName(label)
        self._group = QButtonGroup(self)
        for segment in self._segments:
            self._group.addButton(segment)
        self._group.buttonClicked.connect(self._on_clicked)

    def value(self) -> str:
        """Code of the chosen value, or nothing."""
        chosen = self._group.checkedButton()
        return chosen.code if isinstance(chosen, _Segment) else ""

    def set_value(self, code: str) -> None:
        """Choose a value without sending it; an unknown code chooses nothing."""
        self._group.setExclusive(False)
        for segment in self._segments:
            segment.setChecked(segment.code == code)
        self._group.setExclusive(True)

    def _on_clicked(self) -> None:
        self.edited.emit()
        self.committed.emit()

    def _name_editor(self) -> None:
        """Each segment keeps its own word as its name."""
