"""The left of the page: the gallery, and under it what was issued and sent before."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.pages.reports.gallery import Card, Gallery
from desktop.ui.pages.reports.history import History
from desktop.ui.pages.reports.history_view import HistoryView
from desktop.ui.pages.reports.orders import Kind
from desktop.ui.theme import px
from desktop.ui.widgets.panels import Surface
from reports.texts import Texts

_WIDTH = 360


class Shelf(Surface):
    """Documents with their history."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__("surface", edge=Qt.Edge.RightEdge, parent=parent)
        self._texts = texts
        self.gallery = Gallery(
            (
                Card(Kind.LIST, self.name_of(Kind.LIST), "document_pdf", "blocked"),
                Card(Kind.SUMMARY, self.name_of(Kind.SUMMARY), "document_table", "ok"),
            )
        )
        self.history = HistoryView(texts)
        self.setFixedWidth(px(_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.gallery)
        column.addWidget(self.history, 1)

    def name_of(self, kind: Kind) -> str:
        """Name of a document."""
        names = {
            Kind.LIST: self._texts.t("Travel list"),
            Kind.SUMMARY: self._texts.t("Ministry summary"),
        }
        return names[kind]

    def show_histories(self, found: Mapping[Kind, History]) -> None:
        """Show the history of the chosen document, and on each card how long its own is."""
        self.history.show_history(found[self.gallery.current])
        texts = self._texts
        lists, summaries = found[Kind.LIST].versions, found[Kind.SUMMARY].versions
        self.gallery.card(Kind.LIST).set_line(
            texts.n("{n} version issued", "{n} versions issued", lists)
            if lists
            else texts.t("not issued yet")
        )
        self.gallery.card(Kind.SUMMARY).set_line(
            texts.n("saved or sent {n} time", "saved or sent {n} times", summaries)
            if summaries
            else texts.t("not sent yet")
        )
