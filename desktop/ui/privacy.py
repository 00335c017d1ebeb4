"""Names that can be covered on the whole screen while a visitor sits at the desk."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

_COVER = "•"


class Privacy(QObject):
    """Whether names are hidden; one switch for every window.

    Signals:
        changed: names were hidden or shown.
    """

    changed = Signal()

    _current: ClassVar["Privacy | None"] = None

    @classmethod
    def current(cls) -> "Privacy":
        """The switch of the application."""
        if cls._current is None:
            cls._current = cls()
        return cls._current

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self._hidden = False

    @property
    def hidden(self) -> bool:
        """Whether names are covered now."""
        return self._hidden

    def set_hidden(self, hidden: bool) -> None:
        """Cover or uncover all names."""
        if hidden != self._hidden:
            self._hidden = hidden
            self.changed.emit()

    def cover(self, text: str) -> str:
        """`text`, or as many dots as words have letters while names are hidden."""
        if not self._hidden:
            return text
        return "".join(" " if letter == " " else _COVER for letter in text)
