"""Fields that are typed into: one line, or several."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget

from desktop.ui.theme import Type, font, metrics, px
from desktop.ui.widgets.fields.base import Field
from desktop.ui.widgets.fields.frame import FieldFrame


class LineField(Field):
    """One line of text. `icon` stands before it, `note` (a unit, a source) behind it."""

    def __init__(
        self,
        label: str,
        *,
        placeholder: str = "",
        hint: str = "",
        needed: bool = False,
        icon: str = "",
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.edit = QLineEdit()
        self.edit.setFrame(False)
        self.edit.setFont(font(Type.BODY))
        self.edit.setPlaceholderText(placeholder)
        frame = FieldFrame(self.edit, icon=icon)
        super().__init__(label, frame, self.edit, hint=hint, needed=needed, parent=parent)
        if note:
            self.set_note(note)
        self.edit.textEdited.connect(self.edited)
        self.edit.editingFinished.connect(self.committed)

    def value(self) -> str:
        """What is written, without outer blanks."""
        return self.edit.text().strip()

    def set_value(self, value: str) -> None:
        """Write something without sending it."""
        self.edit.setText(value)
        self.edit.setCursorPosition(0)


class TextField(Field):
    """Several lines of text; Tab goes on to the next field."""

    def __init__(
        self,
        label: str,
        *,
        rows: int = 3,
        placeholder: str = "",
        hint: str = "",
        needed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.edit = _PlainText(rows)
        self.edit.setPlaceholderText(placeholder)
        frame = FieldFrame(self.edit)
        super().__init__(label, frame, self.edit, hint=hint, needed=needed, parent=parent)
        self.edit.textChanged.connect(self._on_changed)
        self.edit.installEventFilter(self)
        self._quiet = False

    def value(self) -> str:
        """What is written, without outer blanks."""
        return self.edit.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Write something without sending it."""
        self._quiet = True
        self.edit.setPlainText(value)
        self._quiet = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the field commits it."""
        if event.type() is QEvent.Type.FocusOut:
            self.committed.emit()
        return super().eventFilter(watched, event)

    def _on_changed(self) -> None:
        if not self._quiet:
            self.edited.emit()


class _PlainText(QPlainTextEdit):
    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows
        self.setFont(font(Type.BODY))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(px(3))
        self.viewport().setBackgroundRole(QPalette.ColorRole.NoRole)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        height = metrics(Type.BODY).lineSpacing() * self._rows + 2 * px(6)
        return QSize(px(160), round(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(64), self.sizeHint().height())
