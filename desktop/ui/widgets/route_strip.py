"""The way of a movement in one line: places, crossing points, legs and corridors."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.ui import icons, paint
from desktop.ui.theme import Mark, State, Type, color, px, width_of

_HEIGHT = 92
_LINE = 31
_LABEL = 13
_NARROW = 700
_RADIUS = 8
_SQUARE = 24
_TUBE = 14
_GAP = 16


class Reached(StrEnum):
    """How far the movement has come, for a node or a leg."""

    DONE = "done"
    NOW = "now"
    HELD = "held"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class RouteNode:
    """A place or a crossing point.

    `borders` ("KZ → UZ") makes it a crossing point. `planned` is the planned time or what
    else is known about the place, `actual` the actual or expected time with its `state`.
    """

    name: str
    borders: str = ""
    planned: str = ""
    actual: str = ""
    state: State | None = None
    reached: Reached = Reached.PLANNED


@dataclass(frozen=True, slots=True)
class RouteLeg:
    """The way between two nodes. A `corridor` is a tube that fills with `share`, 0 to 1."""

    label: str = ""
    corridor: bool = False
    reached: Reached = Reached.PLANNED
    share: float = 0.0


class RouteStrip(QWidget):
    """One painted line, 92 high; narrow ones leave out distances and superseded times."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nodes: tuple[RouteNode, ...] = ()
        self._legs: tuple[RouteLeg, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_route(self, nodes: Sequence[RouteNode], legs: Sequence[RouteLeg]) -> None:
        """Show a way. Raises ValueError unless there is one leg fewer than nodes."""
        if len(legs) != max(len(nodes) - 1, 0):
            raise ValueError("there has to be a leg between every two nodes")
        self._nodes = tuple(nodes)
        self._legs = tuple(legs)
        self.setAccessibleName("; ".join(_spoken(node) for node in nodes))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its place."""
        return QSize(px(_NARROW), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Room for the names."""
        return QSize(px(320), px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw legs, then nodes, then words."""
        if not self._nodes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lead = paint.Lead.of(self)
        points = self._points()
        for i, leg in enumerate(self._legs):
            self._paint_leg(
                painter, lead, leg, points[i] + self._half(i), points[i + 1] - self._half(i + 1)
            )
        for i, node in enumerate(self._nodes):
            self._paint_node(painter, lead, node, points[i])
            self._paint_words(painter, lead, i, points)

    def event(self, event: QEvent) -> bool:
        """Say everything about the node under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            x = event.pos().x()
            if self.isRightToLeft():
                x = self.width() - x
            near = [
                node
                for node, point in zip(self._nodes, self._points(), strict=True)
                if abs(point - x) < px(60)
            ]
            QToolTip.showText(event.globalPos(), _spoken(near[0]) if near else "", self)
            return True
        return super().event(event)

    def _points(self) -> list[float]:
        """Where the nodes stand, from the leading edge."""
        first = self._half(0) + px(8)
        last = self.width() - self._half(len(self._nodes) - 1) - px(8)
        if len(self._nodes) == 1:
            return [first]
        step = (last - first) / (len(self._nodes) - 1)
        return [first + i * step for i in range(len(self._nodes))]

    def _half(self, node: int) -> float:
        return px(_SQUARE) / 2 if self._nodes[node].borders else px(_RADIUS)

    def _paint_leg(
        self, painter: QPainter, lead: paint.Lead, leg: RouteLeg, start: float, end: float
    ) -> None:
        if leg.corridor:
            self._paint_corridor(painter, lead, leg, start + px(3), end - px(3))
            return
        middle = px(_LINE)
        if leg.label and self.width() >= px(_NARROW):
            place = lead.box(start, px(_LABEL) - px(8), end - start, px(16))
            paint.write(painter, place, leg.label, Type.CAPTION, color("text2"), paint.CENTRE)
        if leg.reached in (Reached.DONE, Reached.NOW):
            done = end if leg.reached is Reached.DONE else start + (end - start) * leg.share
            painter.fillRect(lead.box(start, middle - 2, done - start, 4), color("accent"))
            start = done
        if end - start > 1:
            pen = QPen(color("control"), 2)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            gap = px(4)
            painter.drawLine(
                QPointF(lead.at(start + gap), middle), QPointF(lead.at(end - gap), middle)
            )

    def _paint_corridor(
        self, painter: QPainter, lead: paint.Lead, leg: RouteLeg, start: float, end: float
    ) -> None:
        tall = px(_TUBE)
        tube = lead.box(start, px(_LINE) - tall / 2, end - start, tall)
        paint.rounded(painter, tube, tall / 2, color("accent_bg"), color("accent"))
        share = 1.0 if leg.reached is Reached.DONE else min(max(leg.share, 0.0), 1.0)
        if share > 0:
            filled = lead.box(
                start + 2, px(_LINE) - tall / 2 + 2, (end - start - 4) * share, tall - 4
            )
            paint.rounded(painter, filled, (tall - 4) / 2, color("accent"))
        size = px(14)
        room = end - start - size - px(6)
        words = paint.elided(leg.label, Type.CAPTION_STRONG, room)
        width = size + px(6) + width_of(words, Type.CAPTION_STRONG)
        x = start + (end - start - width) / 2
        top = px(_LABEL) - px(8)
        icons.draw(
            painter, lead.box(round(x), top, size, size), "lock_closed", "accent_text", filled=True
        )
        place = lead.box(round(x) + size + px(6), top, width, px(16))
        paint.write(painter, place, words, Type.CAPTION_STRONG, color("accent_text"))

    def _paint_node(
        self, painter: QPainter, lead: paint.Lead, node: RouteNode, point: float
    ) -> None:
        middle = px(_LINE)
        reached = node.reached
        key = {Reached.HELD: "held", Reached.PLANNED: "control"}.get(reached, "accent")
        if not node.borders:
            radius = px(_RADIUS)
            box = lead.box(point - radius, middle - radius, 2 * radius, 2 * radius)
            done = reached is Reached.DONE
            ground = color(key if done else "surface")
            paint.rounded(painter, box, radius, ground, color(key), 2.0)
            return
        side = px(_SQUARE)
        box = lead.box(point - side / 2, middle - side / 2, side, side)
        paint.rounded(painter, box, px(paint.CORNER), color("surface"), color(key), 2.0)
        size = px(16)
        inner = lead.box(point - size / 2, middle - size / 2, size, size)
        if reached is Reached.HELD:
            icons.draw(painter, inner, Mark.HELD.icon, "held", filled=True)
        elif reached is Reached.DONE:
            icons.draw(painter, inner, "checkmark", "accent_text")
        else:
            icons.draw(painter, inner, "flag", "text2", filled=True)

    def _paint_words(
        self, painter: QPainter, lead: paint.Lead, number: int, points: list[float]
    ) -> None:
        node = self._nodes[number]
        lines: list[tuple[str, Type, str]] = []
        name = f"{node.name}  {node.borders}" if node.borders else node.name
        lines.append((name, Type.BODY_STRONG, "text"))
        superseded = self.width() < px(_NARROW) and bool(node.actual)
        if node.planned and not superseded:
            lines.append((node.planned, Type.CAPTION, "text2"))
        if node.actual:
            lines.append((node.actual, Type.CAPTION, node.state or "text2"))
        start, end, align = self._room(number, points)
        for i, (text, kind, key) in enumerate(lines):
            centre = px(54) if i == 0 else px(55 + 15 * i)
            place = lead.box(start, centre - px(8), end - start, px(16))
            paint.write(painter, place, text, kind, color(str(key)), align)

    def _room(self, number: int, points: list[float]) -> tuple[float, float, Qt.AlignmentFlag]:
        """From where to where the words of a node may stand, and how."""
        point = points[number]
        before = (points[number - 1] + point) / 2 if number else 0.0
        last = number == len(points) - 1
        after = self.width() if last else (point + points[number + 1]) / 2
        gap = px(_GAP) / 2
        if number == 0:
            return 0.0, after - gap, paint.LEADING
        if last:
            return before + gap, float(self.width()), paint.TRAILING
        half = min(point - before, after - point) - gap
        return point - half, point + half, paint.CENTRE


def _spoken(node: RouteNode) -> str:
    parts = (node.name, node.borders, node.planned, node.actual)
    return ", ".join(part for part in parts if part)
