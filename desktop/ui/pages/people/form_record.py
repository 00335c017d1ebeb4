"""What a person's page only shows: the travel group, and who changed what."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from desktop.ui.pages.people.history import Change, HistoryEntry
from desktop.ui.pages.people.links import PersonLink
from desktop.ui.pages.people.shown import PersonShown
from desktop.ui.theme import Type, px
from desktop.ui.widgets.buttons import Button, Kind
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
        _empty(self._rows)
        self._note.set_text(person.group_label)
        for member in person.members:
            link = PersonLink(member)
            link.chosen.connect(self.chosen)
            self._rows.addWidget(link)
        if not person.members:
            self._rows.addWidget(Label(self._texts.t("Nobody travels with them."), key="text2"))


class HistoryPanel(Panel):
    """The history of a record, read when it is asked for; names in it may be covered.

    Signals:
        asked: read the history.
    """

    asked = Signal()

    def __init__(self, texts: Texts, zone: str) -> None:
        super().__init__(texts.t("History"))
        self._texts = texts
        self._zone = zone
        self._note = self.set_note("")
        self.button = Button(texts.t("Show"), Kind.LINK, height=24)
        self.button.setAccessibleDescription(texts.t("History"))
        self.button.clicked.connect(self.asked)
        self.head.addWidget(self.button)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(3))
        self.body.addLayout(self._rows)

    def clear(self) -> None:
        """Show nothing until it is asked for again."""
        _empty(self._rows)
        self._note.set_text("")
        self.button.show()

    def show_entries(self, entries: Sequence[HistoryEntry]) -> None:
        """Show the history."""
        _empty(self._rows)
        self.button.hide()
        self._note.set_text(self._texts.t("times of {zone}", zone=self._zone))
        for entry in entries:
            head = self._texts.t("{when} · {what}", when=entry.at, what=entry.kind)
            self._rows.addWidget(Label(head, Type.CAPTION, "text2"))
            for change in entry.changes:
                line = Label(self._line(change), wrap=True, selectable=True, private=True)
                self._rows.addWidget(line)

    def _line(self, change: Change) -> str:
        fields = {"what": change.what, "old": change.old, "new": change.new}
        if change.old:
            return self._texts.t("{what}: {old} → {new}", **fields)
        return self._texts.t("{what}: {new}", **fields) if change.new else change.what


def _empty(rows: QVBoxLayout) -> None:
    while (item := rows.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
