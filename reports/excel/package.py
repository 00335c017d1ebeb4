"""Writes a workbook as bytes: always the same ones for the same workbook.

openpyxl stamps the clock into its files and keeps every sheet in a temporary file for a
while. Here the time comes from the caller and nothing touches the disk, so that no list of
people is left behind when the process is killed. Cells are written here as well, in half of
the time, and a formula is refused.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import Element, SubElement

_UNIX = 3
_OWNER_ONLY = 0o600 << 16
_serial: Callable[[date], float] = to_excel
_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData>\s*</sheetData>")


def save(book: Workbook, moment: datetime) -> bytes:
    """Return `book` as the bytes of an .xlsx file that says it was made at `moment`.

    `moment` is an aware datetime. Raises ValueError when it has no time zone, and for a cell
    that holds anything but a text, a number or a date.
    """
    if moment.tzinfo is None:
        raise ValueError("the moment of a workbook needs a time zone")
    stamp = moment.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    book.properties.created = stamp
    book.properties.modified = stamp
    buffer = BytesIO()
    with _StillArchive(buffer, stamp) as archive:
        _BookWriter(book, archive).write_data()
    return buffer.getvalue()


class _StillArchive(ZipFile):
    """A zip archive whose entries all carry one time and no trace of the machine."""

    def __init__(self, target: BytesIO, stamp: datetime) -> None:
        super().__init__(target, "w", ZIP_DEFLATED)
        self._stamp = stamp

    def entry(self, name: str) -> ZipInfo:
        """Return the description of a new part."""
        info = ZipInfo(name, self._stamp.timetuple()[:6])
        info.compress_type = ZIP_DEFLATED
        info.create_system = _UNIX
        info.external_attr = _OWNER_ONLY
        return info

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: Any, *_: Any, **__: Any) -> None:
        """Add a part; overrides the method that stamps the clock."""
        if isinstance(zinfo_or_arcname, str):
            zinfo_or_arcname = self.entry(zinfo_or_arcname)
        super().writestr(zinfo_or_arcname, data)


class _BookWriter(ExcelWriter):
    """openpyxl's writer, with sheets that go straight into the archive."""

    _archive: _StillArchive

    def write_worksheet(self, ws: Any) -> None:
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts = ws._charts
        ws._drawing.images = ws._images
        skeleton = BytesIO()
        writer: Any = _SheetWriter(ws, skeleton)
        writer.write()
        before, after = _ROWS.split(skeleton.getvalue(), maxsplit=1)
        with self._archive.open(self._archive.entry(ws.path[1:]), "w") as part:
            part.write(before + b"<sheetData>")
            for row in _rows(ws):
                part.write(row.encode())
            part.write(b"</sheetData>" + after)
        ws._rels = writer._rels
        self.manifest.append(ws)


class _SheetWriter(WorksheetWriter):
    """Writes all of a sheet but its rows.

    Adds what openpyxl leaves out: numbers kept as text are meant, not mistakes.
    """

    ws: Worksheet

    def write_rows(self) -> None:
        stream: Any = self.xf.send(True)
        with stream.element("sheetData"):
            pass
        self.xf.send(None)

    def write_breaks(self) -> None:
        super().write_breaks()
        # openpyxl has a class for this element that loses the range, which Excel needs.
        errors = Element("ignoredErrors")
        meant = {"sqref": self.ws.calculate_dimension(), "numberStoredAsText": "1"}
        SubElement(errors, "ignoredError", meant)
        self.xf.send(errors)


def _rows(ws: Any) -> Iterator[str]:
    """Rows of a sheet as XML, one by one."""
    letters = [get_column_letter(column) for column in range(1, ws.max_column + 1)]
    styles: dict[bytes, int] = {}
    cells = {
        number: list(group)
        for number, group in groupby(sorted(ws._cells.items()), key=lambda item: item[0][0])
    }
    # A row without cells may still have a height.
    for number in sorted(cells.keys() | ws.row_dimensions.keys()):
        row = cells.get(number, ())
        content = "".join(_cell(cell, letters[column - 1], styles) for (_, column), cell in row)
        yield _row(ws, number, content)


def _row(ws: Any, number: int, cells: str) -> str:
    look = dict(ws.row_dimensions[number]) if number in ws.row_dimensions else {}
    attributes = "".join(f' {name}="{value}"' for name, value in look.items())
    return f'<row r="{number}"{attributes}>{cells}</row>'


def _cell(cell: Any, letter: str, styles: dict[bytes, int]) -> str:
    look = b"" if cell._style is None else cell._style.tobytes()
    style = styles.get(look)
    if style is None:
        style = styles[look] = cell.style_id
    start = f'<c r="{letter}{cell.row}" s="{style}"'
    value = cell.value
    if value is None:
        return f"{start}/>"
    if cell.data_type == "s":
        text = escape(value)
        return f'{start} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    if cell.data_type == "d":
        value = _serial(value)
    elif cell.data_type != "n":
        raise ValueError(f"a cell of type {cell.data_type} is not written")
    return f"{start}><v>{value!r}</v></c>"
