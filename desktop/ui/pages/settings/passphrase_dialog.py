"""Another passphrase for the register, or its first one."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.messages.sentences import sentence
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.dialogs import Dialog
from desktop.ui.widgets.fields import LineField
from reports.texts import Texts


class PassphraseDialog(Dialog):
    """Asks for the passphrase in force where there is one, and twice for the new one.

    `least` is how many characters it needs.

    Signals:
        given(str, str): the passphrase in force, '' where there is none, and the new one.
    """

    given = Signal(str, str)

    def __init__(
        self, texts: Texts, least: int, *, has_key: bool, parent: QWidget | None = None
    ) -> None:
        t = texts.t
        title = t("Change the passphrase") if has_key else t("Encrypt the register")
        about = (
            t("Backups made before open with the former one. The recovery code stays the same.")
            if has_key
            else t(
                "Every page is closed, and the file is written anew. Then you get a recovery "
                "code. Backups and copies made before stay open to everybody."
            )
        )
        super().__init__(title, about, parent)
        self._texts, self._least, self._has_key = texts, least, has_key
        self.present = _hidden(t("Passphrase in force"))
        self.first, self.second = _hidden(t("New passphrase")), _hidden(t("Once more"))
        self.present.setVisible(has_key)
        for field in (self.present, self.first, self.second):
            self.body.addWidget(field)
            field.edited.connect(self._clear)
        self.button = Button(title, Kind.PRIMARY, icon="key")
        self.button.setDefault(True)
        cancel = Button(t("Cancel"))
        self.add_buttons(cancel, self.button)
        cancel.clicked.connect(self.reject)
        self.button.clicked.connect(self._on_given)
        self.setFocusProxy(self.present.edit if has_key else self.first.edit)

    def refuse(self, why: str) -> None:
        """Say at the field that the passphrase in force is another one."""
        self.button.setEnabled(True)
        self.present.set_problem(why)
        self.present.edit.setFocus()

    @Slot()
    def _clear(self) -> None:
        for field in (self.present, self.first, self.second):
            field.set_problem("")

    @Slot()
    def _on_given(self) -> None:
        present, first = self.present.edit.text(), self.first.edit.text()
        if self._has_key and not present:
            self.present.edit.setFocus()
        elif len(first) < self._least:
            self.first.set_problem(sentence(self._texts, "key.short", least=self._least))
            self.first.edit.setFocus()
        elif first != self.second.edit.text():
            self.second.set_problem(sentence(self._texts, "key.different"))
            self.second.edit.setFocus()
        else:
            self.button.setEnabled(False)
            self.given.emit(present, first)


def _hidden(label: str) -> LineField:
    field = LineField(label)
    field.edit.setEchoMode(QLineEdit.EchoMode.Password)
    return field
