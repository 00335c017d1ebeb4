"""What stands in the window while the register is locked."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.messages.sentences import sentence
from desktop.ui.theme import Type, px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.states import Icon
from reports.texts import Texts

_FIELD = 360


class LockedPanel(QWidget):
    """Asks for the passphrase of an encrypted register; `problem` is why the last one failed.

    Signals:
        given(str): what was typed.
    """

    given = Signal(str)

    def __init__(self, texts: Texts, problem: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = texts.t
        self.field = LineField(t("Passphrase"), hint=t("or the recovery code"))
        self.field.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setFixedWidth(px(_FIELD))
        self.button = Button(t("Open the register"), Kind.PRIMARY, icon="key")
        self.button.setDefault(True)
        if problem:
            self.field.set_problem(sentence(texts, problem))
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(px(6))
        column.addStretch(1)
        column.addWidget(Icon("lock_closed", 24), 0, centre)
        column.addWidget(Label(t("The register is locked"), Type.SECTION), 0, centre)
        said = t("It is encrypted: without its passphrase nobody can read it.")
        column.addWidget(Label(said, Type.BODY, "text2"), 0, centre)
        column.addSpacing(px(10))
        # An alignment would give the problem below the field the height of one line.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.field)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(px(6))
        column.addWidget(self.button, 0, centre)
        column.addStretch(1)
        self.setFocusProxy(self.field.edit)
        self.button.clicked.connect(self._on_given)
        self.field.edit.returnPressed.connect(self._on_given)

    @Slot()
    def _on_given(self) -> None:
        # A blank at an end may belong to a passphrase.
        if typed := self.field.edit.text():
            self.given.emit(typed)
