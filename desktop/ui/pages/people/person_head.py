"""Head of a person's page: who it is, the state of the draft, and how to save."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.pages.people.shown import PersonShown
from desktop.ui.theme import Type
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.page_head import PageHead
from reports.texts import Texts


class PersonHead(QWidget):
    """Title and actions; Save is the only filled button.

    Signals:
        left: go back, what was typed is kept.
        save_asked, save_next_asked: save, and add another one.
    """

    left = Signal()
    save_asked = Signal()
    save_next_asked = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        t = texts.t
        self._draft = Label("", Type.CAPTION, "text2")
        self._close = Button(t("Close"), Kind.SUBTLE, hint="Esc")
        self._next = Button(t("Save and add next"), shortcut="Ctrl+Return")
        self._save = Button(t("Save"), Kind.PRIMARY, icon="save", shortcut="Ctrl+S")
        self._head = PageHead("", "", (self._draft, self._close, self._next, self._save))
        self._close.clicked.connect(self.left)
        self._save.clicked.connect(self.save_asked)
        self._next.clicked.connect(self.save_next_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._head)

    def set_adding(self, adding: bool) -> None:
        """Show the head of the page on which somebody is added, or wait for a person."""
        self._next.setVisible(adding)
        t = self._texts.t
        self._head.set_title(t("Add person") if adding else t("Person"))
        self._head.set_answer(t("Who is it? A name is enough to begin.") if adding else "")

    def show_person(self, person: PersonShown) -> None:
        """Show who is on the page."""
        self._head.set_title(person.name)
        parts = (person.reg_no, person.status_word, person.facts)
        self._head.set_answer(" · ".join(part for part in parts if part))

    def show_draft(self, words: str) -> None:
        """Say whether what was typed is kept."""
        self._draft.set_text(words)

    def set_saving(self, saving: bool) -> None:
        """Nothing can be pressed while a person is being stored."""
        for button in (self._save, self._next, self._close):
            button.setDisabled(saving)
