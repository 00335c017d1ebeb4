"""What the program says to the officer: one line in the status bar, with what can be done.

A message stays until another takes its place; nothing vanishes before it can be read.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.errors import AppError, Cancelled
from desktop.ui.tokens import Mark
from reports.texts import Texts

Action = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with its mark and, perhaps, one thing that can be done about it.

    `undo` takes back what the message reports, also by Ctrl+Z. `action` with its
    `action_word` is another way on ("Try again", "Compare").
    """

    text: str
    mark: Mark = Mark.OK
    undo: Action | None = None
    action_word: str = ""
    action: Action | None = None


class MessageCentre(QObject):
    """Takes messages from pages and hands them to the window.

    Signals:
        said(Message): show this message.
    """

    said = Signal(object)

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._last: Message | None = None

    @property
    def last(self) -> Message | None:
        """The message that is shown."""
        return self._last

    def say(self, text: str, *, mark: Mark = Mark.OK, undo: Action | None = None) -> None:
        """Report what was done, with a way to undo it where there is one."""
        self.show(Message(text, mark, undo))

    def fail(self, error: AppError, *, again: Action | None = None) -> None:
        """Say what failed, in words of the trade; stopped work is shown as nothing."""
        if isinstance(error, Cancelled):
            return
        word = self._texts.t("Try again") if again is not None else ""
        text = self.sentence(error)
        self.show(Message(text, Mark.WARN, action_word=word, action=again))

    def sentence(self, error: AppError) -> str:
        """What a known failure says, to be shown in a page or a field."""
        from desktop.messages.sentences import error_sentence  # noqa: PLC0415 - when it fails

        return error_sentence(self._texts, error)

    def show(self, message: Message) -> None:
        """Show a message."""
        self._last = message
        self.said.emit(message)

    def forget(self) -> None:
        """Show nothing any more: the last message may name somebody."""
        self.show(Message("", Mark.INFO))

    def undo(self) -> None:
        """Take back what the last message reported, if that is possible; once."""
        message = self._last
        if message is not None and message.undo is not None:
            self.show(Message(message.text, message.mark))
            message.undo()


def announce(source: QObject, text: str, *, urgent: bool = False) -> None:
    """Let screen readers say a sentence ("saved", "3 problems")."""
    # Not for the first paint: these two classes alone cost as much as the whole rail.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415

    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(source, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
