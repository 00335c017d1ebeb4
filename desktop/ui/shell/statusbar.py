"""The status bar: last message with its undo, the job under way, the local time."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui import icons
from desktop.ui.jobs import JobHandle, JobRunner
from desktop.ui.messages import Message, MessageCentre
from desktop.ui.shell.shown import LocalZone
from desktop.ui.shell.sizes import STATUS_HEIGHT
from desktop.ui.theme import Mark, Type, px
from desktop.ui.widgets.bars import Bar
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import Surface
from reports.texts import Texts

SHOWN_AFTER_MS = 400


class _MarkOutline(QWidget):
    """The mark of a message as an outline: the bar is no place for filled states."""

    def __init__(self) -> None:
        super().__init__()
        self.mark: Mark | None = None
        self.setFixedSize(px(16), px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.mark is not None:
            painter = QPainter(self)
            icons.draw(painter, QRectF(self.rect()), self.mark.icon, self.mark.state)


class JobPart(QWidget):
    """Title, bar, count and cancel of the job that was started last."""

    def __init__(self, texts: Texts, jobs: JobRunner) -> None:
        super().__init__()
        self._texts = texts
        self._handles: list[JobHandle[Any]] = []
        self._title = Label("", Type.CAPTION, "text2")
        self._bar = Bar(4)
        self._bar.setFixedWidth(px(80))
        self._count = Label("", Type.CAPTION, "text2")
        self._cancel = Button(texts.t("Cancel"), Kind.LINK, height=22)
        self._cancel.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self._title)
        row.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._count)
        row.addWidget(self._cancel)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(SHOWN_AFTER_MS)
        self._late.timeout.connect(self._show)
        jobs.started.connect(self._on_started)
        jobs.progressed.connect(self._on_progressed)
        jobs.finished.connect(self._on_finished)
        self.hide()

    @Slot(object)
    def _on_started(self, handle: JobHandle[Any]) -> None:
        self._handles.append(handle)
        if not self._late.isActive() and self.isHidden():
            self._late.start()

    @Slot(object)
    def _on_progressed(self, handle: JobHandle[Any]) -> None:
        if self._handles and handle is self._handles[-1] and not self.isHidden():
            self._show()

    @Slot(object)
    def _on_finished(self, handle: JobHandle[Any]) -> None:
        if handle not in self._handles:
            return
        self._handles.remove(handle)
        if self._handles:
            self._show()
        else:
            self._late.stop()
            self.hide()

    @Slot()
    def _show(self) -> None:
        if not self._handles:
            return
        handle = self._handles[-1]
        others = len(self._handles) - 1
        title = handle.title
        if others:
            title = self._texts.n(
                "{title} and {n} other", "{title} and {n} others", others, title=title
            )
        self._title.set_text(title)
        stage = handle.stage
        known = stage is not None and stage.total > 0
        self._bar.setVisible(known)
        self._count.setVisible(known)
        if stage is not None and known:
            count = self._texts.t(
                "{done} of {total}",
                done=self._texts.number(stage.done),
                total=self._texts.number(stage.total),
            )
            self._count.set_text(count)
            self._bar.set_amount(stage.done, stage.total, count)
        self.show()

    @Slot()
    def _on_cancel(self) -> None:
        if self._handles:
            self._handles[-1].cancel()


class LocalTime(Label):
    """Weekday, date and time at the office, with its zone."""

    def __init__(self, texts: Texts, zone: LocalZone, now: Callable[[], datetime]) -> None:
        super().__init__("", Type.CAPTION, "text2")
        self._texts = texts
        self._zone = zone
        self._now = now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_tick)
        self._on_tick()

    def set_zone(self, zone: LocalZone) -> None:
        """Show the time of another place."""
        self._zone = zone
        self._on_tick()

    @Slot()
    def _on_tick(self) -> None:
        moment = self._now()
        local = moment.astimezone(self._zone.zone)
        offset = local.utcoffset() or timedelta(0)
        self.set_text(
            self._texts.t(
                "{weekday} {day}, {time} {city} ({offset})",
                weekday=self._texts.weekdays_short[local.weekday()],
                day=self._texts.day(local.date()),
                time=f"{local:%H:%M}",
                city=self._zone.city,
                offset=utc_offset(offset),
            )
        )
        self._timer.start(60_000 - moment.second * 1000 - moment.microsecond // 1000)


def utc_offset(offset: timedelta) -> str:
    """An offset as it is written: UTC+5, UTC−3:30, UTC."""
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "−"
    return f"UTC{sign}{hours}:{rest:02}" if rest else f"UTC{sign}{hours}"


class StatusBar(Surface):
    """28 high, at the foot of the window.

    Signals:
        undo_asked: take back what the message reports.
    """

    undo_asked = Signal()

    def __init__(
        self,
        texts: Texts,
        jobs: JobRunner,
        messages: MessageCentre,
        zone: LocalZone,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("window", edge=Qt.Edge.TopEdge, parent=parent)
        self._message: Message | None = None
        self._icon = _MarkOutline()
        self._text = Label("", Type.CAPTION, elide=True)
        self._undo = Button(texts.t("Undo"), Kind.LINK, icon="arrow_undo", hint="Ctrl+Z", height=22)
        self._undo.clicked.connect(self.undo_asked)
        self._action = Button("", Kind.LINK, height=22)
        self._action.clicked.connect(self._on_action)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 1, px(16), 0)
        row.setSpacing(px(6))
        row.addWidget(self._icon)
        row.addWidget(self._text, 4)
        row.addSpacing(px(6))
        row.addWidget(self._undo)
        row.addWidget(self._action)
        row.addStretch(1)
        row.addWidget(JobPart(texts, jobs))
        row.addSpacing(px(12))
        self._time = LocalTime(texts, zone, now)
        row.addWidget(self._time)
        self.setFixedHeight(px(STATUS_HEIGHT))
        self._undo.hide()
        self._action.hide()
        messages.said.connect(self._on_said)

    def set_zone(self, zone: LocalZone) -> None:
        """Show the time of another place."""
        self._time.set_zone(zone)

    @property
    def text(self) -> str:
        """The message that is shown."""
        return self._message.text if self._message else ""

    @Slot(object)
    def _on_said(self, message: Message) -> None:
        self._message = message
        self._icon.mark = message.mark if message.text else None
        self._icon.update()
        self._text.set_text(message.text)
        self._text.setMaximumWidth(self._text.fontMetrics().horizontalAdvance(message.text) + 2)
        self._undo.setVisible(message.undo is not None)
        self._action.set_words(message.action_word)
        self._action.setVisible(message.action is not None)

    @Slot()
    def _on_action(self) -> None:
        if self._message is not None and self._message.action is not None:
            self._message.action()
