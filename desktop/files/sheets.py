"""Read a list of any spreadsheet form into plain sheets."""

import hashlib
import io
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from desktop.domain.intake.sheet import CellValue, MergedRange, Sheet, Workbook
from desktop.errors import UserError
from desktop.files.archives import Archive, guard_archive
from desktop.files.compound import SIGNATURE
from desktop.files.formulas import with_formulas
from desktop.files.guard import Limits, read_bounded
from desktop.files.records import guard_compound
from desktop.files.text_tables import read_text_table

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OTHER_FILES = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"MZ",
    b"{\\rtf", b"<", b"BM", b"II*\x00", b"MM\x00*", b"RIFF", b"SQLite format",
)  # fmt: skip


def read_workbook(path: Path, *, limits: Limits | None = None) -> Workbook:
    """Read the file at `path`; its form is told by its bytes, not by its name.

    Raises Unavailable when the file cannot be opened, UserError (`intake.…`) when it is no
    workbook, is protected, damaged, empty, acts by itself or is larger than `limits`.
    """
    limits = limits or Limits()
    data = read_bounded(path, limits)
    archive = Archive("")
    if data.startswith(_ZIP):
        archive = guard_archive(data, limits)
        kind = archive.kind
    elif data.startswith(SIGNATURE):
        kind = guard_compound(data, limits)
    elif data.lstrip().startswith(_OTHER_FILES):
        raise UserError("intake.not_a_workbook")
    else:
        kind = "text"
    if kind == "text":
        sheets: tuple[Sheet, ...] = (Sheet(path.stem, read_text_table(data, limits)),)
    else:
        sheets = with_formulas(_with_merged(_read_sheets(data), archive.merged), archive.formulas)
    if not any(any(row) for sheet in sheets for row in sheet.rows):
        raise UserError("intake.empty")
    return Workbook(path.name, hashlib.sha256(data).hexdigest(), len(data), kind, sheets)


def _read_sheets(data: bytes) -> tuple[Sheet, ...]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        hidden = {
            meta.name for meta in book.sheets_metadata if meta.visible != SheetVisibleEnum.Visible
        }
        return tuple(_read_sheet(book, name, name in hidden) for name in book.sheet_names)
    except PasswordError as error:
        raise UserError("intake.encrypted") from error
    except (CalamineError, ValueError, OSError) as error:
        raise UserError("intake.unreadable") from error
    except BaseException as error:
        # The reader is written in Rust; its panics are no Exception, and no bug of ours.
        if type(error).__name__ == "PanicException":
            raise UserError("intake.unreadable") from error
        raise


def _with_merged(sheets: tuple[Sheet, ...], merged: list[list[MergedRange]]) -> tuple[Sheet, ...]:
    if len(merged) != len(sheets):
        return sheets
    return tuple(replace(s, merged=tuple(m)) for s, m in zip(sheets, merged, strict=True))


def _read_sheet(book: CalamineWorkbook, name: str, hidden: bool) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    rows = [_row(row) for row in sheet.to_python(skip_empty_area=False)]
    while rows and not rows[-1]:
        rows.pop()
    merged = tuple(
        MergedRange(first[0], first[1], last[0], last[1])
        for first, last in sheet.merged_cell_ranges or ()
    )
    return Sheet(name, tuple(rows), merged, hidden)


def _row(values: Sequence[CellValue]) -> tuple[CellValue, ...]:
    cells = [_cell(value) for value in values]
    while cells and cells[-1] == "":
        cells.pop()
    return tuple(cells)


def _cell(value: CellValue) -> CellValue:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if isinstance(value, str):
        if not value.isprintable():
            value = "".join(c for c in value if c in "\t\n\r" or unicodedata.category(c) != "Cc")
        return value if value.strip() else ""
    return value
