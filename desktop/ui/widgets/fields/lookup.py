"""A field that finds its value in a long list while one types."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop.ui.theme import Type, font
from desktop.ui.widgets.fields.base import Field
from desktop.ui.widgets.fields.choice import Choice
from desktop.ui.widgets.fields.frame import FieldFrame

_LONGEST_LIST = 12
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why the keyboard goes away and comes back without the officer having left the field."""


class LookupField(Field):
    """Type to find, then choose. The value is a code; free text has none.

    The owner answers `asked` with `set_choices`, at once or from a job; matching is its
    own, because Qt's completer folds neither accents nor scripts.

    Signals:
        asked(str): look for this text.
    """

    asked = Signal(str)

    def __init__(
        self,
        label: str,
        *,
        placeholder: str = "",
        hint: str = "",
        needed: bool = False,
        icon: str = "search",
        parent: QWidget | None = None,
    ) -> None:
        self.edit = QLineEdit()
        self.edit.setFrame(False)
        self.edit.setFont(font(Type.BODY))
        self.edit.setPlaceholderText(placeholder)
        frame = FieldFrame(self.edit, icon=icon)
        super().__init__(label, frame, self.edit, hint=hint, needed=needed, parent=parent)
        self._choices: dict[str, Choice] = {}
        self._chosen: Choice | None = None
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_LONGEST_LIST)
        self._completer.setWidget(self.edit)
        self._completer.activated.connect(self._on_chosen)
        # After the completer, so that it is asked before it.
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.editingFinished.connect(self.committed)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer what was found for the last text that was asked."""
        self._choices = {
            f"{one.word}, {one.detail}" if one.detail else one.word: one for one in choices
        }
        self._model.setStringList(list(self._choices))
        if self.edit.hasFocus() and choices:
            self._completer.complete()
        else:
            self._close_list()

    def value(self) -> str:
        """Code of the chosen value; nothing for free text."""
        return self._chosen.code if self._chosen else ""

    def text(self) -> str:
        """What is written, chosen or not."""
        return self.edit.text().strip()

    def set_value(self, choice: Choice | None) -> None:
        """Show a chosen value without sending it."""
        self._chosen = choice
        self.edit.setText(choice.word if choice else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the field closes its list: a completer swallows that event while it is open."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
            self._close_list()
        return super().eventFilter(watched, event)

    def _close_list(self) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def _on_edited(self) -> None:
        self._chosen = None
        self.edited.emit()
        self.asked.emit(self.text())

    def _on_chosen(self, line: str) -> None:
        self.set_value(self._choices.get(line))
        self.edit.setCursorPosition(len(self.edit.text()))
        self.edited.emit()
        self.committed.emit()
