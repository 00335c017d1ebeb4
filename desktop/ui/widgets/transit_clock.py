"""The clock of a corridor: how long a convoy may still be in a country."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QRectF, QSize, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui import icons, paint
from desktop.ui.theme import Mark, Type, color, px, width_of
from desktop.ui.widgets.bars import BarPart, paint_bar
from desktop.ui.widgets.pills import paint_pill, pill_width
from reports.texts import Texts

_SIZE = (232, 92)
_PAD = 12
_LAST_MINUTES = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Transit:
    """A transit with a limit: its length, when it warns before the end, when it began (UTC).

    `zone` is the zone in which times are shown.
    """

    limit: timedelta
    warns_before: timedelta
    zone: tzinfo
    entered_at: datetime | None = None
    left_at: datetime | None = None


class TransitClock(QWidget):
    """Remaining time, a bar with the tick where the warning starts, and the hours.

    It repaints once a minute, in the last ten minutes once a second. `now` gives the
    present time in UTC.
    """

    def __init__(
        self, texts: Texts, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._now = now
        self._transit: Transit | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_tick)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_transit(self, transit: Transit | None) -> None:
        """Show another transit."""
        self._transit = transit
        self._on_tick()

    def state(self) -> tuple[Mark, str] | None:
        """Running, warning or overrun, with its word; None before the entry."""
        transit = self._transit
        if transit is None or transit.entered_at is None:
            return None
        left = self._left(transit)
        if left < timedelta(0):
            return Mark.BLOCKED, self._texts.t("Overrun")
        if transit.left_at is not None:
            return Mark.OK, self._texts.t("Left in time")
        if left <= transit.warns_before:
            return Mark.EXPIRES, self._texts.t("Warning")
        return Mark.OK, self._texts.t("Running")

    def sizeHint(self) -> QSize:
        """Its one size."""
        return QSize(px(_SIZE[0]), px(_SIZE[1]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the clock."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint.rounded(painter, box, px(paint.PANEL_CORNER), color("subtle"), color("line"))
        transit = self._transit
        if transit is None:
            return
        lead = paint.Lead(box, self.isRightToLeft())
        size = px(16)
        icons.draw(painter, lead.box(px(_PAD), px(9), size, size), "timer", "text2")
        word = lead.box(px(34), px(9), px(110), px(16))
        paint.write(painter, word, self._texts.t("Transit clock"), Type.LABEL, color("text2"))
        state = self.state()
        if state is not None:
            width = pill_width(state[1])
            paint_pill(painter, lead.trail(px(_PAD), px(8), width, px(20)), *state)
        self._paint_time(painter, lead, transit)
        self._paint_bar(painter, lead, transit)
        foot = lead.box(px(_PAD), px(70), box.width() - 2 * px(_PAD), px(16))
        paint.write(painter, foot, self._foot(transit), Type.CAPTION, color("text2"))

    def _paint_time(self, painter: QPainter, lead: paint.Lead, transit: Transit) -> None:
        if transit.entered_at is None:
            minutes = round(transit.limit.total_seconds() / 60)
            time = self._texts.t("{minutes} min", minutes=minutes)
            word = self._texts.t("not started")
        else:
            left = self._left(transit)
            over = left < timedelta(0)
            time = self._span(-left if over else left)
            word = self._texts.t("over") if over else self._texts.t("left")
        width = width_of(time, Type.TITLE)
        place = lead.box(px(_PAD), px(29), width + 1, px(26))
        paint.write(painter, place, time, Type.TITLE, color("text"))
        beside = lead.box(px(_PAD) + width + px(6), px(31), px(90), px(26))
        paint.write(painter, beside, word, Type.BODY, color("text2"))

    def _paint_bar(self, painter: QPainter, lead: paint.Lead, transit: Transit) -> None:
        width = lead.area.width() - 2 * px(_PAD)
        bar = lead.box(px(_PAD), px(59), width, px(6))
        used = transit.limit - self._left(transit)
        state = self.state()
        key = "accent" if state is None or state[0] is Mark.OK else str(state[0].state)
        part = BarPart(max(used.total_seconds(), 0.0), key)
        paint_bar(painter, bar, (part,), transit.limit.total_seconds(), rtl=lead.rtl)
        tick = width * (1 - transit.warns_before / transit.limit)
        painter.fillRect(lead.box(px(_PAD) + tick - 1, px(57), 2, px(10)), color("warn"))

    def _left(self, transit: Transit) -> timedelta:
        if transit.entered_at is None:
            return transit.limit
        until = transit.left_at or self._now()
        return transit.entered_at + transit.limit - until

    def _foot(self, transit: Transit) -> str:
        minutes = round(transit.warns_before.total_seconds() / 60)
        if transit.entered_at is None:
            return self._texts.t("starts at entry · warns {minutes} min before", minutes=minutes)
        exit_by = (transit.entered_at + transit.limit).astimezone(transit.zone)
        warns_at = exit_by - transit.warns_before
        return self._texts.t(
            "exit by {exit} · warns at {warning}",
            exit=f"{exit_by:%H:%M}",
            warning=f"{warns_at:%H:%M}",
        )

    def _span(self, span: timedelta) -> str:
        seconds = round(span.total_seconds())
        if seconds < _LAST_MINUTES.total_seconds():
            minutes, rest = divmod(seconds, 60)
            return self._texts.t("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
        hours, minutes = divmod(seconds // 60, 60)
        if not hours:
            return self._texts.t("{minutes} min", minutes=minutes)
        return self._texts.t("{hours} h {minutes} min", hours=hours, minutes=minutes)

    @Slot()
    def _on_tick(self) -> None:
        self.update()
        transit = self._transit
        if transit is None:
            self.setAccessibleName(self._texts.t("Transit clock"))
            return
        state = self.state()
        word = state[1] if state else self._texts.t("not started")
        self.setAccessibleName(f"{self._texts.t('Transit clock')}: {word}. {self._foot(transit)}")
        if transit.entered_at is not None and transit.left_at is None:
            last = abs(self._left(transit)) < _LAST_MINUTES
            now = self._now()
            rest = 1000 if last else 60_000 - now.second * 1000 - now.microsecond // 1000
            self._timer.start(rest)
