"""The sheet with the recovery code, for a printer or as a PDF; it is made in memory only."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QIODevice,
    QMarginsF,
    QObject,
    QSizeF,
    QStandardPaths,
    Qt,
    Slot,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from desktop.errors import AppError
from desktop.files.names import safe_file_name
from desktop.files.writing import write_atomically
from desktop.messages.sentences import error_sentence
from desktop.ui.theme import Mark, Type, font
from desktop.ui.widgets.notice_slot import NoticeSlot
from reports.texts import Texts

_MARGINS_MM = QMarginsF(25, 20, 20, 20)
_PDF_DPI = 300
_SMALL_PT, _BODY_PT, _HEADING_PT, _CODE_PT = 10.5, 11, 20, 30
_FRAME_PX, _PADDING_PX = 2, 16
"""Text documents count 96 to the inch, whatever they are painted on."""


@dataclass(frozen=True)
class Words:
    """What the sheet says; the panel says the same in its first two."""

    heading: str
    sentence: str
    steps: tuple[str, str, str]


def words(texts: Texts) -> Words:
    """The words about the code, in the language of the office."""
    t = texts.t
    return Words(
        t("Recovery code"),
        t(
            "It opens the register when the passphrase is forgotten. Without it and without the "
            "passphrase nobody can, not even who wrote this program. Lock it away, but not "
            "beside this computer."
        ),
        (
            t("Start Homeward. Where it asks for the passphrase, type this code."),
            t("Small letters will do as well, and hyphens and blanks may be left out."),
            t("Give the register a new passphrase, and lock this sheet away again."),
        ),
    )


def code_lines(code: str) -> tuple[str, str]:
    """The groups of a code in two lines of the same length."""
    groups = code.split("-")
    half = (len(groups) + 1) // 2
    return "-".join(groups[:half]), "-".join(groups[half:])


def printer_names() -> list[str]:
    """Printers that this computer knows."""
    return list(QPrinterInfo.availablePrinterNames())


def new_printer(title: str) -> QPrinter:
    """A printer for one upright page of A4, to be set by the print dialog."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName(title)
    return printer


class RecoverySheet:
    """One page: whose code it is, what it is for, the code, and how it is used."""

    def __init__(self, texts: Texts, code: str, office: str, moment: datetime) -> None:
        self._words = words(texts)
        self._code = code
        self._office = office
        self._day = texts.day(moment.date())

    @property
    def title(self) -> str:
        """What a list of print jobs may show."""
        return self._words.heading

    def print_on(self, printer: QPrinter) -> bool:
        """Paint the page; whether the printer took it."""
        return self._paint(printer)

    def as_pdf(self) -> bytes:
        """The page as a file of its own."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_PDF_DPI)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setTitle(self.title)
        writer.setCreator("Homeward")
        self._paint(writer)
        return bytes(buffer.data().data())

    def _paint(self, device: QPrinter | QPdfWriter) -> bool:
        device.setPageOrientation(QPageLayout.Orientation.Portrait)
        device.setPageMargins(_MARGINS_MM, QPageLayout.Unit.Millimeter)
        painter = QPainter()
        if not painter.begin(device):
            return False
        document = self._document()
        layout = document.documentLayout()
        layout.setPaintDevice(device)
        document.setPageSize(QSizeF(painter.viewport().size()))
        look = QAbstractTextDocumentLayout.PaintContext()
        # Paper is white in the dark theme too.
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        look.palette = palette
        layout.draw(painter, look)
        return painter.end()

    def _document(self) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        cursor = QTextCursor(document)
        _write(cursor, self._office, _sized(Type.BODY_STRONG, _SMALL_PT), first=True)
        _write(cursor, self._day, _sized(Type.BODY, _SMALL_PT))
        _write(cursor, self._words.heading, _sized(Type.TITLE, _HEADING_PT), above_px=48)
        _write(cursor, self._words.sentence, _sized(Type.BODY, _BODY_PT), above_px=8)
        self._write_code(cursor)
        for number, step in enumerate(self._words.steps, 1):
            # An empty paragraph stands behind the frame.
            first = number == 1
            _write(cursor, f"{number}. {step}", _sized(Type.BODY, _BODY_PT), first=first)
        return document

    def _write_code(self, cursor: QTextCursor) -> None:
        frame = QTextFrameFormat()
        frame.setBorder(_FRAME_PX)
        frame.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        frame.setBorderBrush(Qt.GlobalColor.black)
        frame.setPadding(_PADDING_PX)
        frame.setTopMargin(24)
        frame.setBottomMargin(16)
        cursor.insertFrame(frame)
        first, second = code_lines(self._code)
        large = _sized(Type.ZONE_STRONG, _CODE_PT)
        _write(cursor, first, large, first=True, is_code=True)
        _write(cursor, second, large, above_px=12, is_code=True)
        cursor.movePosition(QTextCursor.MoveOperation.End)


class SheetLeaving(QObject):
    """Asks where the sheet goes, and says in `notice` what became of it."""

    def __init__(
        self, texts: Texts, sheet: RecoverySheet, notice: NoticeSlot, panel: QWidget
    ) -> None:
        super().__init__(panel)
        self._texts = texts
        self._sheet = sheet
        self._notice = notice
        self._panel = panel
        self._printer: QPrinter | None = None
        self.dialog: QDialog | None = None

    @Slot()
    def ask_printer(self) -> None:
        """Open the dialog of the printers, or say that there is none."""
        t = self._texts.t
        if not printer_names():
            self._notice.say(
                Mark.WARN,
                t("No printer is set up on this computer."),
                t("Write the code down, or save it as PDF and print it elsewhere."),
            )
            return
        self._printer = new_printer(self._sheet.title)
        dialog = QPrintDialog(self._printer, self._panel)
        dialog.accepted.connect(self._on_printer)
        self._open(dialog)

    @Slot()
    def _on_printer(self) -> None:
        printer, t = self._printer, self._texts.t
        if printer is None:
            return
        name = printer.printerName() or t("the printer")
        if self._sheet.print_on(printer):
            self._notice.say(
                Mark.OK,
                self._texts.n(
                    "{n} page sent to {printer}", "{n} pages sent to {printer}", 1, printer=name
                ),
            )
        else:
            self._notice.say(
                Mark.WARN,
                t("The printer “{printer}” did not take the page.", printer=name),
                t("Check the printer and print again, or write the code down."),
            )

    @Slot()
    def ask_file(self) -> None:
        """Open the dialog that asks where the PDF goes."""
        dialog = QFileDialog(self._panel, self._texts.t("Save as"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
        dialog.selectFile(safe_file_name(self._sheet.title, ".pdf"))
        dialog.fileSelected.connect(self._on_target)
        self._open(dialog)

    @Slot(str)
    def _on_target(self, text: str) -> None:
        if not text:
            return
        t, path = self._texts.t, Path(text)
        try:
            write_atomically(path, self._sheet.as_pdf(), private=True)
        except AppError as error:
            self._notice.say(Mark.WARN, error_sentence(self._texts, error))
            return
        self._notice.say(
            Mark.OK,
            t("Saved {file} in {folder}", file=path.name, folder=path.parent.name),
            t("Whoever has this file can open the register: do not leave it on this computer."),
        )

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


def _sized(name: Type, points: float) -> QFont:
    large = QFont(font(name))
    large.setPointSizeF(points)
    return large


def _write(
    cursor: QTextCursor,
    text: str,
    letters: QFont,
    *,
    above_px: float = 0,
    first: bool = False,
    is_code: bool = False,
) -> None:
    """Write one paragraph; `text` is plain, whatever stands in it."""
    paragraph = QTextBlockFormat()
    paragraph.setTopMargin(above_px)
    if not is_code:
        paragraph.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    else:
        paragraph.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        paragraph.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    look = QTextCharFormat()
    look.setFont(letters)
    if first:
        cursor.setBlockFormat(paragraph)
        cursor.setBlockCharFormat(look)
    else:
        cursor.insertBlock(paragraph, look)
    cursor.insertText(text, look)
