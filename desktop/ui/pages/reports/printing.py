"""Pages on their way to a printer: drawn in jobs, painted one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from desktop.errors import AppError, Unavailable
from desktop.ui.jobs import JobHandle, JobRunner, Progress
from desktop.ui.pages.reports.pictures import to_image
from desktop.ui.pdf_pages import POINTS_PER_INCH, PagePicture, PageSize, page_picture

FINEST_DPI = 300
"""Letters of 8 pt are sharp at this; a page is then some 9 million grey pixels."""


def printer_names() -> list[str]:
    """Printers that this computer knows."""
    return list(QPrinterInfo.availablePrinterNames())


def new_printer(paper: str) -> QPrinter:
    """A printer for upright pages on a paper, A4 or LETTER, to be set by the print dialog."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize.PageSizeId.Letter if paper == "LETTER" else QPageSize.PageSizeId.A4
    printer.setPageSize(QPageSize(size))
    printer.setFullPage(True)
    return printer


@dataclass(frozen=True)
class Sheet:
    """A page of a document that goes to the printer."""

    pdf: bytes
    number: int
    size: PageSize


class PagePrinter(QObject):
    """Paints pages on a printer; `done` counts them. Keep it until it has ended.

    Signals:
        progressed(int, int): so many of so many pages were painted.
        failed(AppError): the printer did not take them.
        ended: everything was painted, or it was stopped.
    """

    progressed = Signal(int, int)
    failed = Signal(object)
    ended = Signal()

    def __init__(
        self,
        jobs: JobRunner,
        printer: QPrinter,
        sheets: Sequence[Sheet],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._printer = printer
        self._sheets = _in_range(printer, sheets)
        self._painter = QPainter()
        self.done = 0
        self._drawing: JobHandle[PagePicture] | None = None

    def start(self) -> None:
        """Begin with the first page."""
        self._draw_next()

    def stop(self) -> None:
        """Paint no further page; what went out stays out."""
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None
            self._end()

    def _draw_next(self) -> None:
        self.progressed.emit(self.done, len(self._sheets))
        if self.done == len(self._sheets):
            self._end()
            return
        sheet = self._sheets[self.done]
        dpi = min(self._printer.resolution(), FINEST_DPI)
        job = partial(_drawn, sheet, round(sheet.size.width / POINTS_PER_INCH * dpi))
        self._drawing = self._jobs.run(job, self._on_drawn, self._on_failed, owner=self)

    def _on_drawn(self, picture: PagePicture) -> None:
        self._drawing = None
        if not self._turn_page(self._sheets[self.done].size):
            self._on_failed(
                Unavailable("papers.printer_refused", printer=self._printer.printerName())
            )
            return
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        image = to_image(picture)
        fitted = QSizeF(image.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(paper.topLeft(), fitted)
        place.moveCenter(paper.center())
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._painter.drawImage(place, image)
        self.done += 1
        self._draw_next()

    def _turn_page(self, size: PageSize) -> bool:
        """Begin the document or its next page, lying or upright as the page is."""
        lying = size.width > size.height
        self._printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
        )
        self._printer.setPageMargins(QMarginsF())
        if not self._painter.isActive():
            return self._painter.begin(self._printer)
        return self._printer.newPage()

    def _on_failed(self, error: AppError) -> None:
        self._close()
        self.failed.emit(error)

    def _end(self) -> None:
        self._close()
        self.ended.emit()

    def _close(self) -> None:
        if self._painter.isActive():
            self._painter.end()


def _in_range(printer: QPrinter, sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages that the dialog asks for, as often as the printer can't repeat them itself."""
    chosen = list(sheets)
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
        chosen = chosen[printer.fromPage() - 1 : max(printer.toPage(), printer.fromPage())]
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    return chosen * copies


def _drawn(sheet: Sheet, width: int, _progress: Progress) -> PagePicture:
    return page_picture(sheet.pdf, sheet.number, width, grey=True)
