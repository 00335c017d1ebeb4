"""What was issued and sent before, as a small table."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.models import Cell, Column, ListTableModel
from desktop.ui.models.listed import LARGEST
from desktop.ui.pages.reports.history import History, HistoryLine
from desktop.ui.theme import Type, px
from desktop.ui.widgets.labels import Label, Rule
from desktop.ui.widgets.table import DataTable
from reports.texts import Texts


class HistoryView(QWidget):
    """Versions on tinted rows, under each the papers of it that left the office."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._model = ListTableModel(_columns(texts), _line_id, tinted=_is_issued, parent=self)
        self.table = DataTable(texts.t("Issued and sent before"))
        self.table.show_model(self._model)
        self.table.hide()
        self._none = Label("", Type.CAPTION, "text2", wrap=True)
        self._none.setContentsMargins(px(16), px(8), px(16), px(8))
        heading = Label(texts.t("Issued and sent before"), Type.HEADING)
        heading.setContentsMargins(px(16), px(8), px(16), px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addWidget(heading)
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        column.addStretch(0)

    def show_history(self, history: History) -> None:
        """Show what is known, or that it is nothing."""
        self._model.set_items(history.lines[:LARGEST])
        empty = not history.lines
        self.table.setVisible(not empty)
        self._none.setVisible(empty)
        self._none.set_text(
            self._texts.t(
                "Nothing yet. Printing, saving and sending is recorded here with version, "
                "recipient, time and checksum."
            )
        )


def _columns(texts: Texts) -> tuple[Column[HistoryLine], ...]:
    def what(line: HistoryLine) -> Cell:
        purpose = texts.t("Purpose: {purpose}", purpose=line.purpose) if line.purpose else ""
        tip = "\n".join(part for part in (line.detail, purpose) if part)
        return Cell.two_lines(line.title, line.detail, strong=line.issued, tip=tip)

    def when(line: HistoryLine) -> Cell:
        return Cell.two_lines(line.when, line.checksum, tip=texts.t("First 16 digits of SHA-256"))

    return (
        Column("what", texts.t("Version, for whom"), what, 150, stretches=True),
        Column("when", texts.t("When, checksum"), when, 146),
    )


def _line_id(line: HistoryLine) -> object:
    return line.id


def _is_issued(line: HistoryLine) -> bool:
    return line.issued
