"""Movements of the next days, and the way to all of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.today.presenter import Overview
from desktop.ui.pages.today.timeline import Scale, Timeline
from desktop.ui.theme import Type, px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import Panel
from reports.texts import Texts


class MovementsPanel(Panel):
    """The time line, or that nothing leaves.

    Signals:
        chosen(object): this movement shall be opened.
        all_asked: the list of movements shall be opened.
    """

    chosen = Signal(object)
    all_asked = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(texts.t("Movements of the next days"), flush=True, parent=parent)
        self._texts = texts
        everything = Button(texts.t("All movements"), Kind.LINK, height=20)
        everything.clicked.connect(self.all_asked)
        self.head.addWidget(everything)
        self._nothing = Label(
            texts.t("No movement leaves in the next six days."), Type.BODY, "text2"
        )
        self._nothing.setContentsMargins(px(15), px(2), px(15), px(12))
        self.timeline = Timeline(texts)
        self.timeline.chosen.connect(self.chosen)
        self._further = Label("", Type.CAPTION, "text2")
        self._further.setContentsMargins(px(12), 0, px(12), px(8))
        self._further.hide()
        self.body.setSpacing(0)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.timeline)
        self.body.addWidget(self._further)

    def show_overview(self, overview: Overview) -> None:
        """Show the movements of an overview."""
        self.timeline.show_lines(overview.movements, Scale(overview.first_day, overview.now))
        some = bool(overview.movements)
        self.timeline.setVisible(some)
        self._nothing.setVisible(not some)
        more = overview.further_movements
        self._further.setVisible(more > 0)
        self._further.set_text(
            self._texts.n("{n} more leaves these days", "{n} more leave these days", more)
        )
