"""The last imports, each with what it did and the way to take it back."""

from collections.abc import Sequence
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.pages.importing.wording import batch_words
from desktop.ui.theme import Mark, Type, px
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.labels import Label, Rule
from desktop.ui.widgets.panels import Panel
from desktop.ui.widgets.pills import Pill
from desktop.usecases.views import BatchRow
from reports.texts import Texts


class BatchList(Panel):
    """Shows the last imports.

    Signals:
        undo_asked(object): id of the import that shall be taken back.
        people_asked(object): id of the import whose people shall be shown.
    """

    undo_asked = Signal(object)
    people_asked = Signal(object)

    def __init__(self, texts: Texts, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(texts.t("Last imports"), ruled=True, flush=True, parent=parent)
        self._texts = texts
        self._zone = zone
        self.body.setSpacing(0)
        self._shows: dict[QObject, UUID] = {}
        self._undos: dict[QObject, UUID] = {}
        self._rows: list[QWidget] = []

    def show_batches(self, batches: Sequence[BatchRow]) -> None:
        """Show these imports, the latest first."""
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        self._shows.clear()
        self._undos.clear()
        for number, batch in enumerate(batches):
            if number:
                self._add(Rule())
            self._add(self._row(batch))
        if not batches:
            nothing = Label(self._texts.t("No list was imported yet."), Type.BODY, "text2")
            nothing.setContentsMargins(px(15), px(10), px(15), px(12))
            self._add(nothing)

    def _add(self, widget: QWidget) -> None:
        self._rows.append(widget)
        self.body.addWidget(widget)

    def _row(self, batch: BatchRow) -> QWidget:
        t = self._texts.t
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(px(15), px(7), px(12), px(7))
        line.setSpacing(px(12))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(Label(batch.file_name, Type.BODY_STRONG, elide=True))
        at = batch.at.astimezone(self._zone)
        when = f"{self._texts.day(at.date())} {at:%H:%M}"
        said = f"{when} · {batch_words(self._texts, batch)}"
        words.addWidget(Label(said, Type.CAPTION, "text2", elide=True))
        line.addLayout(words, 1)
        if batch.undone:
            line.addWidget(Pill(Mark.EXEMPT, t("Undone")), 0, Qt.AlignmentFlag.AlignVCenter)
            return row
        show = Button(t("Show the people"), Kind.LINK, height=28)
        show.setAccessibleName(t("Show the people of {file}", file=batch.file_name))
        show.clicked.connect(self._on_show)
        undo = Button(t("Undo import"), Kind.SECONDARY, icon="arrow_undo", height=28)
        undo.setAccessibleName(t("Undo import of {file}", file=batch.file_name))
        undo.clicked.connect(self._on_undo)
        self._shows[show] = batch.id
        self._undos[undo] = batch.id
        line.addWidget(show)
        line.addWidget(undo)
        return row

    @Slot()
    def _on_show(self) -> None:
        self.people_asked.emit(self._shows[self.sender()])

    @Slot()
    def _on_undo(self) -> None:
        self.undo_asked.emit(self._undos[self.sender()])
