"""The page of reports: gallery and history, the true preview, what it is made of, ways out."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.ui.context import PageContext
from desktop.ui.jobs import JobHandle
from desktop.ui.page import Changes, Page, Params
from desktop.ui.pages.reports.actions import Actions
from desktop.ui.pages.reports.figures import Figures
from desktop.ui.pages.reports.history import HistoryReader
from desktop.ui.pages.reports.orders import Kind, ListOrder, SummaryOrder
from desktop.ui.pages.reports.outgoing import Consignment, Outgoing
from desktop.ui.pages.reports.parameters import Parameters
from desktop.ui.pages.reports.presenter import Preview, ReportsPresenter
from desktop.ui.pages.reports.preview_pane import PreviewPane
from desktop.ui.pages.reports.reading import (
    Start,
    begin,
    count_register,
    preview_order,
    read_histories,
    settings_now,
)
from desktop.ui.pages.reports.shelf import Shelf
from desktop.ui.theme import Mark, px
from desktop.ui.widgets.page_head import PageHead
from desktop.ui.widgets.panels import Surface

_SIDE = 292
_SETTLE_MS = 300
_ON_PAPERS = frozenset({"person", "travel_group", "movement", "office", "officer"})


class ReportsPage(Page):
    """What has to be on paper, for whom, in which language. Opened with movement_id, kind."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._texts = context.texts
        self.presenter = ReportsPresenter(
            context.desk, context.book, context.texts, partial(settings_now, context.settings)
        )
        self._histories = HistoryReader(context.desk, context.book, context.texts)
        self._domains: tuple[str, ...] = ()
        self._own_purpose = False
        self._drawing: JobHandle[Any] | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._start)
        t = self._texts.t
        self.shelf = Shelf(self._texts)
        self.gallery = self.shelf.gallery
        self.preview = PreviewPane(self._texts, context.jobs)
        self.parameters = Parameters(self._texts)
        self.actions_bar = Actions(self._texts)
        self.outgoing = Outgoing(context, self)
        self._lay_out()
        self._connect()
        self._show_kind()
        self.preview.show_busy(t("Reading the movements"))
        self.actions_bar.set_ready(0)

    # The window

    def opened(self, params: Params) -> None:
        """Show a document, of a movement where one is named."""
        kind = params.get("kind")
        if isinstance(kind, str) and kind in {one.value for one in Kind}:
            self.gallery.choose(Kind(kind))
            self._show_kind()
        movement_id = params.get("movement_id")
        self._start(movement_id if isinstance(movement_id, UUID) else None)

    def changed(self, changes: Changes) -> None:
        """Somebody changed what stands on papers."""
        if self.isVisible() and _ON_PAPERS & changes.touched.keys():
            self._settle.start()

    def closing(self) -> None:
        """No further page goes to the printer; what was issued stays issued."""
        self.outgoing.stop_printing()

    def find_here(self) -> None:
        """Bring the cursor to the choice of the movement."""
        first = self.parameters.movement if self._kind is Kind.LIST else self.parameters.language
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def print_out(self) -> None:
        """Print the lists."""
        if self._kind is Kind.SUMMARY:
            words = self._texts.t("The summary opens in Excel. Save it, and print it there.")
            self._context.window.say(words)
        else:
            self._leave(self.outgoing.print_lists)

    def export(self) -> None:
        """Save as an Excel sheet or workbook."""
        self._leave(partial(self.outgoing.save_as, form="xlsx"))

    # What is shown

    @property
    def _kind(self) -> Kind:
        return self.gallery.current

    @Slot()
    def _start(self, movement_id: UUID | None = None) -> None:
        """Read what can be chosen, then show what is chosen."""
        wanted = movement_id or self.parameters.movement_id
        job = partial(begin, self.presenter, wanted)
        self._context.jobs.run(job, self._on_start, self._on_no_preview, owner=self)

    def _on_start(self, start: Start) -> None:
        self._domains = start.offers.mail_domains
        self.parameters.set_offers(start.offers)
        self.parameters.set_movement(start.movement_id)
        self.parameters.set_vehicles(start.vehicles)
        self._suggest_purpose()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Show the document that is ordered now."""
        self.actions_bar.set_ready(0)
        self.actions_bar.problem.clear()
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None
        order = self.parameters.order()
        texts = self._texts
        if isinstance(order, ListOrder):
            self.preview.show_busy(texts.t("Preparing the lists"))
            job = partial(preview_order, self.presenter, order)
            self._drawing = self._context.jobs.run(
                job,
                self._on_preview,
                self._on_no_preview,
                owner=self,
                title=texts.t("Preparing the lists"),
            )
        elif isinstance(order, SummaryOrder):
            self.preview.show_busy(texts.t("Counting the register"))
            counting = partial(count_register, self._context.desk, order.language)
            self._drawing = self._context.jobs.run(
                counting,
                self._on_figures,
                self._on_no_preview,
                owner=self,
                title=texts.t("Counting the register"),
            )
        else:
            self.gallery.card(Kind.LIST).set_page(None)
            self.preview.show_no_movement()
        self._read_history()

    def _read_history(self) -> None:
        job = partial(read_histories, self._histories, self.parameters.movement_id)
        self._context.jobs.run(job, self.shelf.show_histories, owner=self)

    def _on_preview(self, preview: Preview) -> None:
        self._drawing = None
        self.preview.show_preview(preview)
        self.actions_bar.set_ready(len(preview.lists))

    def _on_figures(self, figures: Figures) -> None:
        self._drawing = None
        self.preview.show_figures(figures)
        self.actions_bar.set_ready(1)

    def _on_no_preview(self, error: AppError) -> None:
        self._drawing = None
        self.preview.show_failure(error)

    @Slot(object)
    def _on_stopped(self, handle: JobHandle[Any]) -> None:
        """The officer stopped the preview in the status bar: nobody else tells the page."""
        if handle is self._drawing and handle.progress.cancelled():
            self._drawing = None
            self.preview.show_stopped()

    # What is chosen

    @Slot()
    def _show_kind(self) -> None:
        self.parameters.show_kind(self._kind, self.shelf.name_of(self._kind))
        self.actions_bar.show_kind(self._kind)

    @Slot()
    def _on_kind(self) -> None:
        self._show_kind()
        self._own_purpose = False
        self._suggest_purpose()
        self._refresh()

    @Slot()
    def _on_movement(self) -> None:
        self._start(self.parameters.movement_id)

    @Slot()
    def _suggest_purpose(self) -> None:
        """Offer the usual purpose; what the officer wrote stays."""
        if self._own_purpose and self.parameters.purpose.value():
            return
        listed = self._kind is Kind.LIST
        recipient = self.parameters.recipient.value() if listed else "ministry"
        self.parameters.purpose.set_value(self.presenter.purpose(recipient))

    @Slot()
    def _on_purpose(self) -> None:
        self._own_purpose = True
        self.parameters.purpose.set_problem("")

    @Slot()
    def _open_movement(self) -> None:
        movement_id = self.parameters.movement_id
        params: dict[str, object] = {"movement_id": movement_id} if movement_id else {"new": True}
        self._context.window.go("movements", **params)

    # What leaves

    def _leave(self, way: Callable[[Consignment], None]) -> None:
        """Let what is previewed leave, with a purpose."""
        consignment = self._consignment()
        if consignment is None:
            return
        self.actions_bar.problem.clear()
        purpose = self.parameters.purpose
        if not purpose.value():
            purpose.set_problem(self._texts.t("Say what the names are needed for; it is recorded."))
            purpose.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        way(consignment)

    def _consignment(self) -> Consignment | None:
        """What is previewed, or None while nothing is or something leaves already."""
        order = self.parameters.order()
        if order is None or not self.actions_bar.is_ready:
            return None
        preview = self.preview.preview
        purpose = self.parameters.purpose.value()
        if preview is not None and isinstance(order, ListOrder):
            people = sum(one.people for one in preview.lists)
            name = preview.lists[0].file_name
            lists = len(preview.lists)
        else:
            figures = self.preview.figures.figures
            if figures is None:
                return None
            people, name, lists = figures.people, figures.file_name, 1
        return Consignment(order, name, lists, people, purpose, self._domains)

    @Slot()
    def _on_print(self) -> None:
        self.print_out()

    @Slot()
    def _on_pdf(self) -> None:
        self._leave(partial(self.outgoing.save_as, form="pdf"))

    @Slot()
    def _on_excel(self) -> None:
        self.export()

    @Slot()
    def _on_send(self) -> None:
        self._leave(self.outgoing.send)

    @Slot(object)
    def _on_failed(self, error: AppError) -> None:
        self.actions_bar.problem.say(Mark.WARN, error_sentence(self._texts, error))

    # Layout

    def _lay_out(self) -> None:
        t = self._texts.t
        head = Surface("surface", edge=Qt.Edge.BottomEdge)
        top = QVBoxLayout(head)
        top.setContentsMargins(0, 0, 0, 1)
        top.addWidget(
            PageHead(t("Reports"), t("What has to be on paper, for whom, in which language?"))
        )
        side = Surface("surface", edge=Qt.Edge.LeftEdge)
        side.setMinimumWidth(px(_SIDE))
        made = QVBoxLayout(side)
        made.setContentsMargins(1, 0, 0, 0)
        made.setSpacing(0)
        made.addWidget(self.parameters, 1)
        made.addWidget(self.actions_bar)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.shelf)
        row.addWidget(self.preview, 1)
        row.addWidget(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.gallery.chosen.connect(self._on_kind)
        self.parameters.changed.connect(self._refresh)
        self.parameters.movement_changed.connect(self._on_movement)
        self.parameters.recipient_changed.connect(self._suggest_purpose)
        self.parameters.purpose.edited.connect(self._on_purpose)
        self.preview.again_asked.connect(self._refresh)
        self.preview.movement_asked.connect(self._open_movement)
        self.preview.first_page.connect(self.gallery.card(Kind.LIST).set_page)
        self._context.jobs.finished.connect(self._on_stopped)
        bar, out = self.actions_bar, self.outgoing
        bar.print_asked.connect(self._on_print)
        bar.pdf_asked.connect(self._on_pdf)
        bar.excel_asked.connect(self._on_excel)
        bar.send_asked.connect(self._on_send)
        bar.stop_asked.connect(out.stop_printing)
        out.busy.connect(bar.set_busy)
        out.failed.connect(self._on_failed)
        out.printing.connect(bar.show_printing)
        out.done.connect(self._refresh)
        for keys, pages in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.preview.go_down, pages))
