"""The keys that work everywhere, whichever page is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from desktop.ui.messages import MessageCentre
from desktop.ui.page import Page, Params
from desktop.ui.privacy import Privacy
from reports.texts import Texts


class WindowKeys(QObject):
    """Shortcuts of the window; some do something with the page that `page` names.

    Signals:
        page_asked(str, Params): the officer wants another page.
    """

    page_asked = Signal(str, object)

    def __init__(
        self,
        window: QMainWindow,
        texts: Texts,
        messages: MessageCentre,
        page: Callable[[], Page | None],
    ) -> None:
        super().__init__(window)
        self._window, self._texts, self._messages, self._page = window, texts, messages, page
        self._keyed: dict[QObject | None, tuple[str, Params]] = {}
        for keys, slot in (
            ("Ctrl+F", self._on_find),
            ("Ctrl+P", self._on_print),
            ("Ctrl+E", self._on_export),
            ("F2", self._on_edit),
            ("Ctrl+Z", messages.undo),
            ("Ctrl+Shift+H", self._on_privacy),
        ):
            self.add(keys, slot)

    def add(self, keys: str, slot: Callable[[], object]) -> None:
        """Let keys do something."""
        QShortcut(QKeySequence(keys), self._window).activated.connect(slot)

    def add_page(self, keys: str, page: str, params: Params) -> None:
        """Let keys lead to a page."""
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.activated.connect(self._on_keyed)
        self._keyed[shortcut] = (page, params)

    @Slot()
    def _on_keyed(self) -> None:
        self.page_asked.emit(*self._keyed[self.sender()])

    @Slot()
    def _on_find(self) -> None:
        if (page := self._page()) is not None:
            page.find_here()

    @Slot()
    def _on_print(self) -> None:
        if (page := self._page()) is not None:
            page.print_out()

    @Slot()
    def _on_export(self) -> None:
        if (page := self._page()) is not None:
            page.export()

    @Slot()
    def _on_edit(self) -> None:
        if (page := self._page()) is not None:
            page.edit()

    @Slot()
    def _on_privacy(self) -> None:
        privacy = Privacy.current()
        privacy.set_hidden(not privacy.hidden)
        t = self._texts.t
        self._messages.say(t("Names are hidden") if privacy.hidden else t("Names are shown"))
