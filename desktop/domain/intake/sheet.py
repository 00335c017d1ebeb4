"""A spreadsheet as it was found: plain values, nothing interpreted."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

CellValue = str | int | float | bool | date | datetime | time | timedelta
"""Value of one cell; an empty cell is ''."""


@dataclass(frozen=True)
class MergedRange:
    """Cells that the list shows as one; rows and columns counted from 0, ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True)
class Sheet:
    """One sheet; `rows[0]` is row 1 and `rows[0][0]` cell A1 of the file.

    Rows may differ in length. `hidden` sheets are read, but not chosen first.
    """

    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    merged: tuple[MergedRange, ...] = ()
    hidden: bool = False

    def cell(self, row: int, column: int) -> CellValue:
        """Value at `row`, `column`, counted from 0; '' outside."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return ""

    @property
    def width(self) -> int:
        """Number of columns."""
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True)
class Workbook:
    """A file that was read: what it is, how to know it again, and its sheets.

    `kind` is one of xlsx, xlsb, ods, xls, text; `size` counts bytes.
    """

    file_name: str
    sha256: str
    size: int
    kind: str
    sheets: tuple[Sheet, ...]


def column_letters(index: int) -> str:
    """Name of column `index`, counted from 0: A, B ... Z, AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
