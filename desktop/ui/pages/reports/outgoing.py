"""Print, save and send: asks where to, has it issued and recorded, and says what was done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.errors import AppError, Unavailable
from desktop.files.private import PrivateFolder
from desktop.ui.context import PageContext
from desktop.ui.jobs import Job, Lane, Progress
from desktop.ui.pages.reports import printing
from desktop.ui.pages.reports.leaving import (
    Draft,
    papers_for_printer,
    save,
    wording,
)
from desktop.ui.pages.reports.orders import ListOrder, Order
from desktop.ui.pages.reports.printing import PagePrinter, Sheet
from desktop.ui.pages.reports.send_dialog import Parcel, SendDialog
from desktop.ui.pdf_pages import page_sizes
from desktop.ui.widgets.buttons import Button, Kind
from desktop.ui.widgets.dialogs import Dialog
from desktop.usecases.ports import Desk

T = TypeVar("T")

_FILTERS = {"pdf": "PDF (*.pdf)", "xlsx": "Excel (*.xlsx)"}


@dataclass(frozen=True)
class Consignment:
    """What leaves the house now: the order, its file name, how many lists and people."""

    order: Order
    file_name: str
    lists: int
    people: int
    purpose: str
    mail_domains: tuple[str, ...]


class Outgoing(QObject):
    """One thing leaves at a time.

    Signals:
        busy(bool): something is being issued.
        failed(AppError): nothing was done, in the words of the failure.
        done: something was issued and recorded; versions and history have changed.
        printing(int, int): so many of so many pages were painted.
    """

    busy = Signal(bool)
    failed = Signal(object)
    done = Signal()
    printing = Signal(int, int)

    def __init__(self, context: PageContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._widget = window
        self._texts = context.texts
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self._consignment: Consignment | None = None
        self._form = "pdf"
        self._printer: QPrinter | None = None
        self._pages: PagePrinter | None = None
        self.dialog: QDialog | None = None

    # Print

    def print_lists(self, consignment: Consignment) -> None:
        """Ask for the printer, then issue and print."""
        if not printing.printer_names():
            self.failed.emit(Unavailable("papers.no_printer"))
            return
        self._consignment = consignment
        order = consignment.order
        paper = order.paper if isinstance(order, ListOrder) else "A4"
        self._printer = printing.new_printer(paper)
        self._printer.setDocName(consignment.file_name)
        dialog = QPrintDialog(self._printer, self._widget)
        dialog.accepted.connect(self._on_printer)
        self._open(dialog)

    def stop_printing(self) -> None:
        """Send no further page to the printer."""
        if self._pages is not None:
            self._pages.stop()

    @Slot()
    def _on_printer(self) -> None:
        consignment = self._consignment
        if consignment is None or not isinstance(consignment.order, ListOrder):
            return
        desk = self._context.desk
        job = partial(_for_printer, desk, consignment.order, consignment.purpose)
        self._begin(job, self._on_issued_for_printer)

    def _on_issued_for_printer(self, sheets: Sequence[Sheet]) -> None:
        if self._printer is None:
            return
        pages = PagePrinter(self._context.jobs, self._printer, sheets, self)
        self._pages = pages
        pages.progressed.connect(self.printing)
        pages.failed.connect(self._on_failed)
        pages.ended.connect(self._on_printed)
        pages.start()

    @Slot()
    def _on_printed(self) -> None:
        if self._printer is not None and self._pages is not None:
            printed, name = self._pages.done, self._printer.printerName()
            self._context.window.say(
                self._texts.n(
                    "{n} page sent to {printer}",
                    "{n} pages sent to {printer}",
                    printed,
                    printer=name or self._texts.t("the printer"),
                )
            )
        self._end_printing()
        self._finish()

    def _end_printing(self) -> None:
        if self._pages is not None:
            self._pages.deleteLater()
        self._pages = None
        self._printer = None
        self.printing.emit(0, 0)

    # Save

    def save_as(self, consignment: Consignment, form: str) -> None:
        """Ask for a file, with several lists for a folder; then issue and write."""
        self._consignment = consignment
        self._form = form
        dialog = QFileDialog(self._widget)
        stem = consignment.file_name.rpartition(".")[0]
        if consignment.lists > 1:
            dialog.setWindowTitle(self._texts.t("Folder for the lists"))
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            dialog.setWindowTitle(self._texts.t("Save as"))
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setNameFilter(_FILTERS[form])
            dialog.setDefaultSuffix(form)
            dialog.selectFile(f"{stem}.{form}")
        dialog.setDirectory(str(self._folder))
        dialog.fileSelected.connect(self._on_target)
        self._open(dialog)

    @Slot(str)
    def _on_target(self, text: str) -> None:
        consignment = self._consignment
        if consignment is None or not text:
            return
        target = Path(text)
        self._folder = target if consignment.lists > 1 else target.parent
        desk = self._context.desk
        job = partial(_saved, desk, consignment.order, self._form, target, consignment.purpose)
        self._begin(job, self._on_saved)

    def _on_saved(self, files: Sequence[Path]) -> None:
        folder = files[0].parent.name
        self._context.window.say(
            self._texts.t("Saved {file} in {folder}", file=files[0].name, folder=folder)
            if len(files) == 1
            else self._texts.n(
                "{n} file saved in {folder}",
                "{n} files saved in {folder}",
                len(files),
                folder=folder,
            )
        )
        self._finish()

    # Send

    def send(self, consignment: Consignment) -> None:
        """Ask for recipients and words, then issue and make a draft."""
        self._consignment = consignment
        job = partial(_parcel, self._context.desk, consignment, self._context.private)
        self._context.jobs.run(job, self._on_parcel, self._on_failed, owner=self)

    def _on_parcel(self, parcel: Parcel) -> None:
        context = self._context
        dialog = SendDialog(
            context.desk, context.book, self._texts, context.jobs, parcel, self._widget
        )
        dialog.drafted.connect(self._on_drafted)
        self._open(dialog)

    @Slot(object)
    def _on_drafted(self, made: Draft) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(made.file))):
            self._context.window.say(
                self._texts.t("Draft made: read it once more in your mail program and send it.")
            )
        else:
            self._context.window.say(self._texts.t("Draft made: {file}", file=made.file.name))
            self._tell_where(made.file)
        self._finish()

    def _tell_where(self, file: Path) -> None:
        """No mail program took the draft: say where it lies."""
        t = self._texts.t
        told = Dialog(
            t("No mail program opened the draft"),
            t(
                "Open it with your mail program before you close Homeward, "
                "which removes it: {file}",
                file=str(file),
            ),
            self._widget,
        )
        told.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        folder = Button(t("Open folder"), icon="folder_open")
        folder.clicked.connect(partial(_open_folder, file.parent))
        close = Button(t("Close"), Kind.PRIMARY)
        close.clicked.connect(told.accept)
        told.add_buttons(folder, close)
        told.open()

    # Inside

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_dialog_over)
        # File and print dialogs hide this one behind others of the same name.
        QDialog.open(dialog)

    @Slot()
    def _on_dialog_over(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _begin(self, job: Job[T], on_success: Callable[[T], object]) -> None:
        """Have something issued; it is written and never broken off, so nothing offers that."""
        self.busy.emit(True)
        self._context.jobs.run(
            job,
            on_success,
            self._on_failed,
            owner=self,
            lane=Lane.WRITE,
        )

    def _finish(self) -> None:
        self.busy.emit(False)
        self.done.emit()

    def _on_failed(self, error: AppError) -> None:
        self._end_printing()
        self.busy.emit(False)
        self.failed.emit(error)


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _for_printer(desk: Desk, order: ListOrder, purpose: str, _progress: Progress) -> list[Sheet]:
    papers = papers_for_printer(desk, order, purpose)
    return [
        Sheet(paper.data, number, size)
        for paper in papers
        for number, size in enumerate(page_sizes(paper.data))
    ]


def _saved(
    desk: Desk, order: Order, form: str, target: Path, purpose: str, _progress: Progress
) -> list[Path]:
    return save(desk, order, form, target, purpose)


def _parcel(
    desk: Desk, consignment: Consignment, private: PrivateFolder, _progress: Progress
) -> Parcel:
    words = wording(desk, consignment.order, consignment.lists, consignment.people)
    with desk.store.read() as reads:
        organisations = tuple(reads.organisations())
    return Parcel(
        consignment.order,
        consignment.people,
        consignment.purpose,
        words,
        organisations,
        consignment.mail_domains,
        private,
    )
