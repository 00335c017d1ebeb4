"""The column beside the form: who may be known already, and what can come later."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.pages.people.form_presenter import KnownPerson
from desktop.ui.pages.people.known_panel import KnownPanel, LaterPanel
from desktop.ui.pages.people.lacks import Lack
from desktop.ui.theme import px
from desktop.ui.widgets.scroll_column import ScrollColumn
from reports.texts import Texts

_WIDTH = 352


class SideColumn(ScrollColumn):
    """Answers what is typed while it is typed.

    Signals:
        person_asked(object): open the record of a person.
    """

    person_asked = Signal(object)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__("window", parent=parent)
        self._texts = texts
        self._shown: tuple[KnownPerson, ...] = ()
        self.panels: list[KnownPanel] = []
        self.later = LaterPanel(texts)
        self._known = QVBoxLayout()
        self._known.setSpacing(px(12))
        self.body.setContentsMargins(0, 0, px(16), px(16))
        self.body.addLayout(self._known)
        self.body.addWidget(self.later)
        self.body.addStretch(1)
        self.setFixedWidth(px(_WIDTH) + px(16))

    def show_known(self, people: Sequence[KnownPerson]) -> None:
        """Show who may be the person on the page."""
        if tuple(people) == self._shown:
            return
        self._shown = tuple(people)
        for panel in self.panels:
            panel.hide()
            panel.deleteLater()
        self.panels = []
        for place, person in enumerate(people):
            panel = KnownPanel(self._texts, person, shortcut="" if place else "Alt+O")
            panel.open_asked.connect(self.person_asked)
            self._known.addWidget(panel)
            self.panels.append(panel)

    def show_lacks(self, lacks: Sequence[Lack], *, adding: bool) -> None:
        """Show what is still missing."""
        self.later.show_lacks(lacks, adding=adding)
