"""Steps of a task that can be walked back, with what each has found."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui import icons, paint
from desktop.ui.theme import Theme, Type, color, px, width_of
from desktop.ui.widgets.labels import Rule

_CIRCLE = 24
_GAP = 12
_HEIGHT = 36


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its word and, in smaller type, what it is or what it found."""

    word: str
    note: str = ""


class _StepButton(QAbstractButton):
    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self._step = Step("")
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_step(self, step: Step, current: int) -> None:
        self._step = step
        self._current = current
        done = self.number < current
        # Only what is done can be walked back to; what comes next is the primary button.
        self.setEnabled(done)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if done else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{self.number + 1}. {step.word}, {step.note}".rstrip(", "))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = max(
            width_of(self._step.word, Type.BODY_STRONG), width_of(self._step.note, Type.CAPTION)
        )
        return QSize(round(px(_CIRCLE) + px(_GAP) + words + 1), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_CIRCLE), px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        lead = paint.Lead(box, self.isRightToLeft())
        size = px(_CIRCLE)
        self._paint_circle(painter, lead.box(0, (box.height() - size) / 2, size, size))
        start = size + px(_GAP)
        width = box.width() - start
        half = box.height() / 2
        reached = self.number <= self._current
        strong = Type.BODY_STRONG if reached else Type.CONTROL
        ink = color("text" if reached else "text2")
        up = lead.box(start, 0, width, half)
        paint.write(painter, up, self._step.word, strong, ink)
        note = lead.box(start, half - 2, width, half)
        paint.write(painter, note, self._step.note, Type.CAPTION, color("text2"))
        if paint.has_keyboard(self):
            paint.focus_ring(painter, box)

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        radius = circle.width() / 2
        if self.number < self._current:
            frame = color("accent") if Theme.current().is_contrast else None
            ground = color("hover" if self.underMouse() else "accent_bg")
            paint.rounded(painter, circle, radius, ground, frame)
            inner = circle.adjusted(4, 4, -4, -4)
            icons.draw(painter, inner, "checkmark", "accent_text")
            return
        now = self.number == self._current
        if now:
            paint.rounded(painter, circle, radius, color("accent"))
        else:
            paint.rounded(painter, circle, radius, color("surface"), color("control"))
        ink = color("on_accent" if now else "text2")
        number = str(self.number + 1)
        paint.write(painter, circle, number, Type.CONTROL_STRONG, ink, paint.CENTRE)


class StepsHeader(QWidget):
    """The steps in one line with hairlines between; done ones can be gone back to.

    Signals:
        chosen(int): the officer walks back to the step of this index.
    """

    chosen = Signal(int)

    def __init__(self, steps: Sequence[Step], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[_StepButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(4), px(16), px(8))
        row.setSpacing(px(12))
        for number in range(len(steps)):
            if number:
                row.addWidget(Rule("line2"), 1, Qt.AlignmentFlag.AlignVCenter)
            button = _StepButton(number)
            button.clicked.connect(self._on_clicked)
            self._buttons.append(button)
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_steps(steps, 0)

    def set_steps(self, steps: Sequence[Step], current: int) -> None:
        """Show the steps with what they found; `current` is the index of the present one."""
        for button, step in zip(self._buttons, steps, strict=True):
            button.show_step(step, current)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _StepButton):
            self.chosen.emit(button.number)
