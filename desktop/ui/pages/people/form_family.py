"""The travel group on the page of a person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.ui.pages.people.links import PersonLink
from desktop.ui.pages.people.shown import PersonShown
from desktop.ui.theme import px
from desktop.ui.widgets.emptying import empty
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import Panel
from reports.texts import Texts


class FamilyPanel(Panel):
    """Who travels with this person.

    Signals:
        chosen(object): open this person.
    """

    chosen = Signal(object)

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts.t("Family and group"))
        self._texts = texts
        self._note = self.set_note("")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(6))
        self.body.addLayout(self._rows)

    def show_person(self, person: PersonShown) -> None:
        """Show the group of a person."""
        empty(self._rows)
        self._note.set_text(person.group_label)
        for member in person.members:
            link = PersonLink(member)
            link.chosen.connect(self.chosen)
            self._rows.addWidget(link)
        if not person.members:
            self._rows.addWidget(Label(self._texts.t("Nobody travels with them."), key="text2"))
