"""What all fields share: label, hint, problem sentence, and how they are told."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.theme import Mark, State, Type, px
from desktop.ui.widgets.fields.frame import FieldFrame
from desktop.ui.widgets.labels import Label

_STATE_MARKS = {State.BLOCKED: Mark.BLOCKED, State.WARN: Mark.WARN, State.UNKNOWN: Mark.UNKNOWN}


class Field(QWidget):
    """A label above an editor, a hint at its right, a problem sentence below.

    `needed` marks the label with an asterisk. Subclasses give `value` and `set_value`;
    `set_value` sends nothing.

    Signals:
        edited: the officer changed the value, a keystroke at a time.
        committed: the officer left the field or chose a value.
    """

    edited = Signal()
    committed = Signal()

    def __init__(
        self,
        label: str,
        content: QWidget,
        editor: QWidget,
        *,
        hint: str = "",
        needed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = label
        self._editor = editor
        self._frame = content if isinstance(content, FieldFrame) else None
        self._problem_text = ""
        self._own_mark: Mark | None = None
        self._own_hint = hint
        self._label = Label(f"{label} *" if needed else label, Type.LABEL, "text2")
        self._label.setBuddy(editor)
        self._hint = Label(hint, Type.CAPTION, "text3", elide=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._problem = Label("", Type.CAPTION, State.BLOCKED, wrap=True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self._label)
        head.addWidget(self._hint, 1)
        column.addLayout(head)
        column.addWidget(content)
        column.addWidget(self._problem)
        if not label:
            self.hide_label()
        self.setFocusProxy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._name_editor()

    @property
    def name(self) -> str:
        """The label, without the asterisk."""
        return self._name

    @property
    def problem(self) -> str:
        """The sentence that is shown under the field, or nothing."""
        return self._problem_text

    def hide_label(self) -> None:
        """The name stands above already; screen readers still hear it."""
        self._label.hide()
        self._hint.hide()

    def set_hint(self, hint: str) -> None:
        """Show a hint at the right of the label."""
        self._own_hint = hint
        self._hint.set_text(hint)
        self._name_editor()

    def set_fixed(self, why: str) -> None:
        """Switch the field off and say why in place of its hint; empty gives it back."""
        self.setEnabled(not why)
        self._hint.set_text(why or self._own_hint)
        self._name_editor()

    def set_note(self, text: str, *, key: str = "text3", mark: Mark | None = None) -> None:
        """Show a unit, a source ("from passport") or an answer ("valid") inside, at the end."""
        self._own_mark = mark
        if self._frame is not None:
            self._frame.set_note(text, key)
            self._frame.set_mark(mark)

    def set_problem(self, sentence: str, state: State = State.BLOCKED) -> None:
        """Frame the field, show the mark of the state and say what is wrong; empty clears."""
        self._problem_text = sentence
        self._problem.set_text(sentence)
        self._problem.set_key(state)
        self._problem.setVisible(bool(sentence))
        if self._frame is not None:
            self._frame.set_problem(state if sentence else None)
            self._frame.set_mark(_STATE_MARKS.get(state) if sentence else self._own_mark)
        self._name_editor()

    def _name_editor(self) -> None:
        self._editor.setAccessibleName(self._name)
        parts = (self._hint.text(), self._problem_text)
        self._editor.setAccessibleDescription(". ".join(part for part in parts if part))
