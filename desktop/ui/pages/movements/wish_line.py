"""The line that says which wishes the seats do not meet, one after the other."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.messages.sentences import sentence
from desktop.ui.pages.movements.shown import MovementShown, Wish
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Mark
from desktop.ui.widgets.alerts import Notice
from desktop.ui.widgets.buttons import Button, Kind
from reports.texts import Texts


class WishLine(QWidget):
    """Hidden while every wish is met. *Show* goes from one to the next.

    Signals:
        asked(object): show these travellers, given as a tuple of ids.
    """

    asked = Signal(object)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._shown: MovementShown | None = None
        self._wishes: Sequence[Wish] = ()
        self._number = 0
        self._asked = False
        self.button = Button(texts.t("Show"), Kind.LINK, height=24)
        self.button.clicked.connect(self._on_clicked)
        self._notice = Notice(Mark.WARN, "", "", self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._notice)
        Privacy.current().changed.connect(self._say)
        self.hide()

    def show_movement(self, shown: MovementShown) -> None:
        """Say what is not met now."""
        if self._shown is None or self._shown.id != shown.id or self._number >= len(shown.wishes):
            self._number, self._asked = 0, False
        self._shown, self._wishes = shown, shown.wishes
        self._say()

    @Slot()
    def _say(self) -> None:
        self.setVisible(bool(self._wishes))
        if not self._wishes:
            return
        wish = self._wishes[self._number]
        count = self._texts.n("{n} wish not met.", "{n} wishes not met.", len(self._wishes))
        self._notice.set_words(Mark.WARN, count, self._sentence(wish))
        following = self._asked and len(self._wishes) > 1
        self.button.set_words(self._texts.t("Show next") if following else self._texts.t("Show"))

    def _sentence(self, wish: Wish) -> str:
        cover = Privacy.current().cover
        who = ", ".join(cover(name) for name in self._names(wish.travellers))
        params = {**wish.params, "who": who, "vehicle": wish.vehicle}
        return sentence(self._texts, wish.code, **params)

    def _names(self, ids: Sequence[UUID]) -> list[str]:
        people = self._shown.travellers if self._shown else ()
        return [one.name for one in people if one.id in ids]

    @Slot()
    def _on_clicked(self) -> None:
        if self._asked:
            self._number = (self._number + 1) % len(self._wishes)
        self._asked = True
        self._say()
        self.asked.emit(self._wishes[self._number].travellers)
