"""At the right of a person's page: who may be known already, and what is still missing."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.ui.pages.people.form_presenter import KnownPerson
from desktop.ui.pages.people.lacks import Lack
from desktop.ui.pages.people.marks import state_mark
from desktop.ui.theme import Mark, State, Type, px
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.emptying import empty
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.panels import Panel
from desktop.ui.widgets.rows import MarkRow
from desktop.ui.widgets.states import Icon
from reports.texts import Texts

_TELLING = 50
"""A lower percentage only confuses where a document number is the same."""


class KnownPanel(Panel):
    """One person already registered, with the reasons in words.

    Signals:
        open_asked(object): open the record of this person.
    """

    open_asked = Signal(object)

    def __init__(self, texts: Texts, known: KnownPerson, *, shortcut: str = "") -> None:
        super().__init__()
        self.person_id: UUID = known.id
        self.set_action_state(State.WARN)
        heading = texts.t("Is known already") if known.certain else texts.t("May be known already")
        self.setAccessibleName(heading)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(Icon("people_swap", 20, "warn"))
        head.addWidget(Label(heading, Type.HEADING), 1)
        if known.percent >= _TELLING:
            percent = texts.t("{n} %", n=known.percent)
            head.addWidget(Label(percent, Type.SECTION, State.WARN))
        self.body.addLayout(head)
        who = QVBoxLayout()
        who.setSpacing(px(2))
        who.addWidget(Label(known.name, Type.BODY_STRONG, private=True, wrap=True))
        if known.latin:
            who.addWidget(Label(known.latin, Type.CAPTION, "text2", private=True))
        if known.note:
            who.addWidget(Label(known.note, Type.CAPTION, "text2"))
        self.body.addLayout(who)
        for reason in known.reasons:
            self.body.addWidget(MarkRow(Mark.OK if reason.agrees else Mark.WARN, reason.text))
        self.button = Button(texts.t("Open this record"), icon="open", shortcut=shortcut, height=28)
        self.button.clicked.connect(self._on_open)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_open(self) -> None:
        self.open_asked.emit(self.person_id)


class LaterPanel(Panel):
    """What is still missing, and for somebody new that it need not keep from saving."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._title = Label("", Type.HEADING)
        self._note = Label(texts.t("What can come later:"), Type.CAPTION, "text2")
        self.body.addWidget(self._title)
        self.body.addWidget(self._note)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(6))
        self.body.addLayout(self._rows)

    def show_lacks(self, lacks: Sequence[Lack], *, adding: bool) -> None:
        """Show what is missing of the person on the page."""
        empty(self._rows)
        t = self._texts.t
        needed = [lack for lack in lacks if lack.code == "name"]
        if needed:
            self._title.set_text(t("Cannot be saved yet"))
        else:
            self._title.set_text(t("Can be saved now") if adding else t("What is missing"))
        self._note.setVisible(adding and bool(lacks) and not needed)
        for lack in needed or lacks:
            later = adding and not needed
            mark = Mark.UNKNOWN if later else state_mark(lack.state)
            self._rows.addWidget(MarkRow(mark, lack.text, "" if later else lack.detail))
        if not lacks:
            self._rows.addWidget(MarkRow(Mark.OK, t("Nothing is missing")))
