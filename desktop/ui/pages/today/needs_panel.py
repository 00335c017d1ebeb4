"""What needs the officer now, as rows with the buttons that mend it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.pages.today.alerts import Alert, Level
from desktop.ui.theme import Mark, Type, px
from desktop.ui.widgets.alerts import AlertRow
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.emptying import empty
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import Panel
from desktop.ui.widgets.rows import MarkRow
from reports.texts import Texts

_MARKS = {
    Level.HELD: Mark.HELD,
    Level.BLOCKED: Mark.BLOCKED,
    Level.WARN: Mark.WARN,
    Level.UNKNOWN: Mark.UNKNOWN,
}


class NeedsPanel(Panel):
    """Alerts, the first and worst one taller.

    Signals:
        followed(Alert): the officer wants to mend this.
    """

    followed = Signal(object)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(texts.t("Needs you now"), ruled=True, flush=True, parent=parent)
        self._texts = texts
        self._count = Label("", Type.HEADING, "text2")
        self.head.insertWidget(1, self._count)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)

    def show_alerts(self, alerts: Sequence[Alert]) -> None:
        """Show these, or that there are none."""
        empty(self._rows)
        self._count.set_text(self._texts.number(len(alerts)) if alerts else "")
        for place, alert in enumerate(alerts):
            button = Button(alert.action, icon=alert.icon)
            button.clicked.connect(partial(self.followed.emit, alert))
            row = AlertRow(
                _MARKS[alert.level],
                alert.sentence,
                alert.detail,
                (button,),
                top=place == 0,
                last=place == len(alerts) - 1,
            )
            self._rows.addWidget(row)
        if not alerts:
            nothing = MarkRow(Mark.OK, self._texts.t("Nothing is waiting for you."))
            nothing.setContentsMargins(px(15), px(12), px(15), px(12))
            self._rows.addWidget(nothing)
