"""Fusion, flattened: button panel, field, combo box, indicators, focus frame, scroll bar."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionSlider,
    QWidget,
)

from desktop.ui import icons, paint
from desktop.ui.theme import Mode, Theme, Type, color, px

_USUAL_POINTS = 9.0
_LARGEST_SCALE = 2.0

_Primitive = QStyle.PrimitiveElement
_Control = QStyle.ComplexControl
_State = QStyle.StateFlag
_Part = QStyle.SubControl
_SHORTEST_THUMB = 40


def install(
    app: QApplication, *, mode: Mode = Mode.SYSTEM, text_scale: float | None = None
) -> Theme:
    """Give `app` the style, the fonts and the colours of Homeward; call once, before widgets.

    `text_scale` is the officer's own text size over the usual one, 1.0 to 2.0; None takes
    it from the system.
    """
    scale = _system_scale(app) if text_scale is None else text_scale
    app.setStyle(HomewardStyle())
    theme = Theme(app, mode=mode, text_scale=scale)
    app.setFont(theme.fonts.form(Type.BODY).font)
    return theme


def _system_scale(app: QApplication) -> float:
    """The text size chosen in Windows; elsewhere the desktop's font says nothing about it."""
    if sys.platform == "win32":
        return min(max(app.font().pointSizeF() / _USUAL_POINTS, 1.0), _LARGEST_SCALE)
    return 1.0


class HomewardStyle(QProxyStyle):
    """One thin style over Fusion for the standard widgets.

    Nothing that is called for each cell of a table passes here: views of tables paint with
    Fusion as it is.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._primitives: dict[QStyle.PrimitiveElement, Callable[[QStyleOption, QPainter], None]]
        self._primitives = {
            _Primitive.PE_PanelButtonCommand: _draw_button,
            _Primitive.PE_PanelLineEdit: _draw_field,
            _Primitive.PE_FrameLineEdit: _draw_field,
            _Primitive.PE_IndicatorCheckBox: _draw_check,
            _Primitive.PE_IndicatorRadioButton: _draw_radio,
            _Primitive.PE_FrameFocusRect: _draw_focus,
        }

    def drawPrimitive(  # noqa: N802 - Qt's name
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the flattened elements, leave the others to Fusion."""
        drawing = self._primitives.get(element)
        if drawing is None:
            super().drawPrimitive(element, option, painter, widget)
            return
        painter.save()
        drawing(option, painter)
        painter.restore()

    def drawComplexControl(  # noqa: N802 - Qt's name
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw combo boxes and scroll bars flat, leave the others to Fusion."""
        painter.save()
        if control is _Control.CC_ComboBox and isinstance(option, QStyleOptionComboBox):
            _draw_combo(option, painter)
        elif control is _Control.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            _draw_scroll_bar(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)
        painter.restore()

    def subControlRect(  # noqa: N802 - Qt's name
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Scroll bars have no arrows at their ends; the rest is Fusion's."""
        if control is _Control.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return _scroll_part(option, part)
        return self.baseStyle().subControlRect(control, option, part, widget)


def _has(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)


def _draw_button(option: QStyleOption, painter: QPainter) -> None:
    box = QRectF(option.rect)
    default = isinstance(option, QStyleOptionButton) and bool(
        option.features & QStyleOptionButton.ButtonFeature.DefaultButton
    )
    if not _has(option, _State.State_Enabled):
        paint.rounded(painter, box, px(paint.CORNER), color("window"), color("line2"))
    elif default:
        paint.rounded(painter, box, px(paint.CORNER), color("accent"))
    else:
        busy = _has(option, _State.State_MouseOver) or _has(option, _State.State_Sunken)
        ground = color("hover" if busy else "surface")
        paint.rounded(painter, box, px(paint.CORNER), ground, color("line2"))


def _draw_field(option: QStyleOption, painter: QPainter) -> None:
    if isinstance(option, QStyleOptionFrame) and option.lineWidth == 0:
        return
    paint.field_frame(
        painter,
        QRectF(option.rect),
        focused=_has(option, _State.State_HasFocus),
        enabled=_has(option, _State.State_Enabled),
    )


def _draw_check(option: QStyleOption, painter: QPainter) -> None:
    state = Qt.CheckState.Unchecked
    if _has(option, _State.State_On):
        state = Qt.CheckState.Checked
    elif _has(option, _State.State_NoChange):
        state = Qt.CheckState.PartiallyChecked
    enabled = _has(option, _State.State_Enabled)
    paint.check_box(painter, QRectF(option.rect), state, enabled=enabled)


def _draw_radio(option: QStyleOption, painter: QPainter) -> None:
    paint.radio_dot(
        painter,
        QRectF(option.rect),
        _has(option, _State.State_On),
        enabled=_has(option, _State.State_Enabled),
    )


def _draw_focus(option: QStyleOption, painter: QPainter) -> None:
    paint.focus_ring(painter, QRectF(option.rect))


def _scroll_part(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    area = option.rect
    upright = option.orientation is Qt.Orientation.Vertical
    length = area.height() if upright else area.width()
    span = option.maximum - option.minimum
    if span <= 0:
        thumb, start = length, 0
    else:
        thumb = max(length * option.pageStep // (span + option.pageStep), px(_SHORTEST_THUMB))
        thumb = min(thumb, length)
        start = QStyle.sliderPositionFromValue(
            option.minimum, option.maximum, option.sliderPosition, length - thumb, option.upsideDown
        )
    parts = {
        _Part.SC_ScrollBarGroove: (0, length),
        _Part.SC_ScrollBarSlider: (start, thumb),
        _Part.SC_ScrollBarSubPage: (0, start),
        _Part.SC_ScrollBarAddPage: (start + thumb, length - start - thumb),
    }
    if part not in parts:
        return QRect()
    at, long = parts[part]
    if upright:
        return QRect(area.left(), area.top() + at, area.width(), long)
    box = QRect(area.left() + at, area.top(), long, area.height())
    return QStyle.visualRect(option.direction, area, box)


def _draw_scroll_bar(option: QStyleOptionSlider, painter: QPainter, widget: QWidget | None) -> None:
    ground = widget.property("ground") if widget is not None else None
    painter.fillRect(option.rect, color(ground if isinstance(ground, str) else "surface"))
    if option.maximum <= option.minimum:
        return
    thumb = QRectF(_scroll_part(option, _Part.SC_ScrollBarSlider))
    thick = px(6 if option.activeSubControls & _Part.SC_ScrollBarSlider else 4)
    if option.orientation is Qt.Orientation.Vertical:
        inset = (thumb.width() - thick) / 2
        thumb.adjust(inset, 4, -inset, -4)
    else:
        inset = (thumb.height() - thick) / 2
        thumb.adjust(4, inset, -4, -inset)
    paint.rounded(painter, thumb, thick / 2, color("control"))


def _draw_combo(option: QStyleOptionComboBox, painter: QPainter) -> None:
    box = QRectF(option.rect)
    enabled = _has(option, _State.State_Enabled)
    if option.frame:
        paint.field_frame(
            painter, box, focused=_has(option, _State.State_HasFocus), enabled=enabled
        )
    size = px(16)
    lead = paint.Lead(box, option.direction is Qt.LayoutDirection.RightToLeft)
    chevron = lead.trail(px(8), (box.height() - size) / 2, size, size)
    icons.draw(painter, chevron, "chevron_down", "text2" if enabled else "control")
