"""A vehicle with its head and its plan, and the legend of plans."""

from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui import icons, paint
from desktop.ui.theme import Type, color, px, width_of
from desktop.ui.widgets.bars import Bar
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import Panel
from desktop.ui.widgets.seats.plan import SeatPlan
from desktop.ui.widgets.states import Icon
from reports.texts import Texts

_LINE = 20
_APART = 16


class VehicleCard(Panel):
    """Icon and name of a vehicle, how many of how many, plate and driver, a bar, the plan."""

    def __init__(
        self, plan: SeatPlan, icon: str = "vehicle_bus", parent: QWidget | None = None
    ) -> None:
        super().__init__(flush=True, parent=parent)
        self.plan = plan
        self._name = Label("", Type.HEADING)
        self._count = Label("", Type.BODY_STRONG)
        self._detail = Label("", Type.CAPTION, "text2", elide=True)
        self._bar = Bar(6)
        self.body.setContentsMargins(px(11), px(9), px(11), px(11))
        self.body.setSpacing(px(6))
        head = QHBoxLayout()
        head.setSpacing(px(6))
        head.addWidget(Icon(icon, 20, "text"))
        head.addWidget(self._name)
        head.addStretch(1)
        head.addWidget(self._count)
        lines = QVBoxLayout()
        lines.setSpacing(px(2))
        lines.addLayout(head)
        lines.addWidget(self._detail)
        self.body.addLayout(lines)
        self.body.addWidget(self._bar)
        self.body.addWidget(plan)
        self.body.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def set_head(self, name: str, detail: str, taken: int, seats: int, count: str) -> None:
        """Show the name, plate and driver, and `count` ("46 of 49") with its bar."""
        self._name.set_text(name)
        self._detail.set_text(detail)
        self._count.set_text(count)
        self._bar.set_amount(taken, seats, count)


class SeatLegend(QWidget):
    """What the signs in a plan mean, in as many lines as the width asks for."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = (
            ("free", texts.t("free")),
            ("alone", texts.t("travels alone")),
            ("group", texts.t("group")),
            ("selected", texts.t("selected")),
            ("age", texts.t("child’s age")),
            ("pin", texts.t("fixed by hand")),
            ("accessibility", texts.t("seat need")),
        )
        self.setAccessibleName(", ".join(word for _, word in self._entries))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """One line."""
        width = sum(self._width(word) for _, word in self._entries) - px(_APART)
        return QSize(ceil(width), px(_LINE))

    def minimumSizeHint(self) -> QSize:
        """The longest entry alone."""
        widest = max(self._width(word) for _, word in self._entries)
        return QSize(ceil(widest), px(_LINE))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Height of all lines."""
        return len(self.lines(width)) * px(_LINE)

    def lines(self, width: float) -> list[list[tuple[str, str]]]:
        """The entries, as sign and word, of each line in a width."""
        lines: list[list[tuple[str, str]]] = [[]]
        left = width
        for sign, word in self._entries:
            wide = self._width(word)
            if lines[-1] and wide - px(_APART) > left:
                lines.append([])
                left = width
            lines[-1].append((sign, word))
            left -= wide
        return lines

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw signs and words."""
        painter = QPainter(self)
        lead = paint.Lead.of(self)
        for number, line in enumerate(self.lines(self.width())):
            x, y = 0.0, number * px(_LINE)
            for sign, word in line:
                width = self._width(word)
                box = lead.box(x, y + (px(_LINE) - px(14)) / 2, px(20), px(14))
                self._paint_sign(painter, box, sign)
                place = lead.box(x + px(28), y, width, px(_LINE))
                paint.write(painter, place, word, Type.CAPTION, color("text2"))
                x += width

    @staticmethod
    def _width(word: str) -> float:
        return px(28) + width_of(word, Type.CAPTION) + px(_APART)

    @staticmethod
    def _paint_sign(painter: QPainter, box: QRectF, sign: str) -> None:
        corner = px(paint.CORNER)
        if sign == "free":
            paint.dashed(painter, box, corner, color("control"))
        elif sign == "alone":
            paint.rounded(painter, box, corner, color("unknown_bg"), color("line2"))
        elif sign == "selected":
            paint.rounded(painter, box, corner, color("accent"))
        elif sign == "group":
            half = px(9)
            for left in (box.left(), box.right() - half):
                one = QRectF(left, box.top(), half, box.height())
                paint.rounded(painter, one, px(3), color("subtle"), color("control"))
            middle = QRectF(
                box.left() + half - 1, box.center().y() - 1.5, box.width() - 2 * half + 2, 3
            )
            painter.fillRect(middle, color("control"))
        elif sign == "age":
            paint.write(painter, box, "9", Type.CAPTION_STRONG, color("accent_text"), paint.CENTRE)
        else:
            side = px(14)
            place = QRectF(box.center().x() - side / 2, box.top(), side, side)
            icons.draw(painter, place, sign, "text", filled=sign == "pin")
