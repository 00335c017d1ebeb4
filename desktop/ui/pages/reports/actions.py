"""The ways out of the house: print, save, send, with what they record."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.pages.reports.orders import Kind
from desktop.ui.theme import Type, px
from desktop.ui.widgets import buttons
from desktop.ui.widgets.bars import Bar
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import Label
from desktop.ui.widgets.notice_slot import NoticeSlot
from desktop.ui.widgets.panels import Surface
from desktop.ui.widgets.states import Icon
from reports.texts import Texts

_LATE_MS = 400


class Actions(Surface):
    """Note about names, buttons, what went wrong (`problem`), and how far the printing is.

    Signals:
        print_asked, pdf_asked, excel_asked, send_asked: a button was pressed.
        stop_asked: the printing shall stop.
    """

    print_asked = Signal()
    pdf_asked = Signal()
    excel_asked = Signal()
    send_asked = Signal()
    stop_asked = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__("surface", edge=Qt.Edge.TopEdge, parent=parent)
        self._texts = texts
        t = texts.t
        self._kind = Kind.LIST
        self._lists = 0
        self._busy = False
        self.problem = NoticeSlot()
        self._note = Label("", Type.CAPTION, "text2", wrap=True)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_LATE_MS)
        self._late.timeout.connect(self._tell_work)
        self.print_button = Button(t("Print"), buttons.Kind.PRIMARY, icon="print", hint="Ctrl+P")
        self.pdf_button = Button(t("Save PDF"), icon="document_pdf")
        self.send_button = Button(t("Send"), icon="mail")
        self.excel_button = Button(t("Excel"), hint="Ctrl+E", tip=t("Save as an Excel sheet"))
        self.workbook_button = Button(
            t("Save Excel"), buttons.Kind.PRIMARY, icon="document_table", hint="Ctrl+E"
        )
        self._printing = _Printing(texts)
        self._lay_out()
        self._connect()
        self._tell_purpose()
        self.show_kind(Kind.LIST)

    def show_kind(self, kind: Kind) -> None:
        """Offer what can be done with a document."""
        self._kind = kind
        of_list = kind is Kind.LIST
        for button in (self.print_button, self.pdf_button, self.excel_button):
            button.setVisible(of_list)
        self.workbook_button.setVisible(not of_list)

    def set_ready(self, lists: int) -> None:
        """So many lists, or the summary as one, are previewed; 0 while nothing is."""
        self._lists = lists
        self.print_button.set_words(
            self._texts.n("Print {n} list", "Print {n} lists", lists)
            if lists
            else self._texts.t("Print")
        )
        self._enable()

    def set_busy(self, busy: bool) -> None:
        """Take no second order while one is being carried out; say so if it takes long."""
        self._busy = busy
        if busy:
            self._late.start()
        else:
            self._late.stop()
            self._tell_purpose()
        self._enable()

    @property
    def is_ready(self) -> bool:
        """Whether something can leave now."""
        return self._lists > 0 and not self._busy

    def show_printing(self, done: int, total: int) -> None:
        """Show how many pages went to the printer; all of them ends it."""
        self._printing.show_pages(done, total)

    def _tell_purpose(self) -> None:
        self._note.set_text(self._texts.t("Contains names: the purpose is recorded"))

    @Slot()
    def _tell_work(self) -> None:
        self._note.set_text(self._texts.t("Issuing and recording. You can go on working."))

    def _enable(self) -> None:
        for button in (
            self.print_button,
            self.pdf_button,
            self.excel_button,
            self.workbook_button,
            self.send_button,
        ):
            button.setEnabled(self.is_ready)

    def _lay_out(self) -> None:
        note = QHBoxLayout()
        note.setSpacing(px(6))
        note.addWidget(Icon("info"), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._note, 1)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, widgets in (
            (first, (self.pdf_button, self.workbook_button, self.send_button)),
            (second, (self.print_button, self.excel_button)),
        ):
            row.setSpacing(px(8))
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(px(16), 0, px(16), 0)
        column.setSpacing(px(8))
        column.addWidget(self._printing)
        column.addLayout(note)
        column.addLayout(first)
        column.addLayout(second)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, px(12), 0, px(14))
        outer.setSpacing(px(8))
        outer.addWidget(self.problem)
        outer.addLayout(column)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.print_asked)
        self.pdf_button.clicked.connect(self.pdf_asked)
        self.excel_button.clicked.connect(self.excel_asked)
        self.workbook_button.clicked.connect(self.excel_asked)
        self.send_button.clicked.connect(self.send_asked)
        self._printing.stop.clicked.connect(self.stop_asked)


class _Printing(QWidget):
    """ "Printing page 3 of 12" with a bar and a way to stop."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._words = Label("", Type.CAPTION, "text2")
        self._bar = Bar(4)
        self.stop = Button(texts.t("Stop"), buttons.Kind.LINK, height=24)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(row)
        column.addWidget(self._bar)
        self.hide()

    def show_pages(self, done: int, total: int) -> None:
        self.setVisible(done < total)
        words = self._texts.t(
            "Printing page {page} of {count}", page=min(done + 1, total), count=total
        )
        self._words.set_text(words)
        self._bar.set_amount(done, max(total, 1), words)
