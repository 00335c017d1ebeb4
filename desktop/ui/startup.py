"""What stands in the window before a database is open."""

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.states import EmptyState
from reports.texts import Texts


def opening_panel(texts: Texts) -> QWidget:
    """Shown while the register is being opened."""
    return EmptyState("database", texts.t("Opening the register"), texts.t("One moment."))


class FailedPanel(EmptyState):
    """Why the register could not be opened, with a way to try once more."""

    def __init__(self, texts: Texts, error: AppError, parent: QWidget | None = None) -> None:
        self._again = Button(texts.t("Try again"), Kind.PRIMARY)
        super().__init__(
            "database",
            texts.t("The register could not be opened"),
            error_sentence(texts, error),
            (self._again,),
            parent,
        )
        self._again.setDefault(True)
        self.setFocusProxy(self._again)

    @property
    def again(self) -> SignalInstance:
        """The officer asks to try once more."""
        return self._again.clicked


class ClosedPanel(EmptyState):
    """The register without a key was closed while nobody worked."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        self.button = Button(texts.t("Open the register"), Kind.PRIMARY)
        super().__init__(
            "lock_closed",
            texts.t("The register is closed"),
            texts.t("Nobody worked for some time, so names have left the screen."),
            (self.button,),
            parent,
        )
        self.button.setDefault(True)
        self.setFocusProxy(self.button)
