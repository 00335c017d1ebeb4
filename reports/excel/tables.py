"""Real Excel tables with filters, a total row under them and sheets that print well."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from reports.excel.styles import ROW_HEIGHT, Pen, Style, clean
from reports.excel.widths import LINE_HEIGHT, lines, longest_word, units

HEAD_ROW = 4
FIRST_ROW = HEAD_ROW + 1
_FILTER_BUTTON = 3.0
_INDENTS = 2.5
_ONE_LINE = 14.0
_NUMBERS = frozenset({Style.INT, Style.AGE, Style.PERCENT})
_TOTALS = {Style.INT: Style.TOTAL_INT, Style.PERCENT: Style.TOTAL_PERCENT}


@dataclass(frozen=True)
class LocalTime:
    """A time as the clock on its wall shows it, with the format that names its zone."""

    moment: datetime
    number_format: str


Value = str | int | float | date | LocalTime | None


@dataclass(frozen=True)
class Column:
    """One column of a table; `total` stands in the total row, widths are in digits."""

    header: str
    style: Style = Style.TEXT
    total: str | int | float | None = None
    least: float = 11.0
    most: float = 44.0


@dataclass(frozen=True)
class Placed:
    """Where a table stands: its data from `first` to `last`, its total row and its width."""

    sheet: Worksheet
    first: int
    last: int
    total: int
    columns: int

    def column_sum(self, column: int) -> int:
        """Sum of the whole numbers that were written in `column`, counted from 1."""
        cells = (self.sheet.cell(row, column).value for row in range(self.first, self.last + 1))
        return sum(value for value in cells if isinstance(value, int))

    def total_of(self, column: int) -> object:
        """What was written in the total row."""
        return self.sheet.cell(self.total, column).value


def write_heading(pen: Pen, title: str, subtitle: str, columns: int) -> None:
    """Write title and subtitle in rows 1 and 2; call when the columns have their widths."""
    sheet = pen.sheet
    pen.text(1, 1, title, Style.TITLE)
    sheet.row_dimensions[1].height = 24
    pen.text(2, 1, subtitle, Style.SUB)
    merge_row(sheet, 2, columns, subtitle)
    sheet.row_dimensions[3].height = 8


def merge_row(sheet: Worksheet, row: int, columns: int, text: str) -> None:
    """Merge a row over the width of the sheet, as high as `text` at 10 points needs."""
    letters = [get_column_letter(column) for column in range(1, columns + 1)]
    width = sum(sheet.column_dimensions[letter].width for letter in letters)
    if columns > 1:
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=columns)
    sheet.row_dimensions[row].height = LINE_HEIGHT * lines(text, 1.1 * width)


def write_table(
    pen: Pen,
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Value]],
    nobody: str = "",
) -> Placed:
    """Write header, rows and totals from row 4 on and make them a table called `name`.

    Excel does not open a table without a row: when there is none, `nobody` is said instead.
    """
    sheet = pen.sheet
    headers = _distinct([" ".join(column.header.split()) for column in columns])
    sizes = {text: units(text) for row in rows for text in row if isinstance(text, str)}
    widths = _widths(columns, headers, rows, sizes)
    for index, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    _write_head(pen, columns, headers, widths)
    for number, row in enumerate(rows, FIRST_ROW):
        _write_row(pen, number, columns, row, widths, sizes)
    last = HEAD_ROW + len(rows)
    if rows:
        sheet.add_table(_table(name, headers, last))
        total = last + 1
    else:
        pen.text(FIRST_ROW, 1, nobody)
        sheet.merge_cells(
            start_row=FIRST_ROW, end_row=FIRST_ROW, start_column=1, end_column=len(columns)
        )
        total = FIRST_ROW + 1
    _write_totals(pen, total, columns)
    sheet.freeze_panes = f"A{FIRST_ROW}"
    return Placed(sheet, FIRST_ROW, last, total, len(columns))


def _widths(
    columns: Sequence[Column],
    headers: Sequence[str],
    rows: Sequence[Sequence[Value]],
    sizes: Mapping[str, float],
) -> list[float]:
    widths = []
    for index, column in enumerate(columns):
        content = max(
            (sizes[text] for row in rows if isinstance(text := row[index], str)), default=0.0
        )
        if isinstance(column.total, str):
            content = max(content, units(column.total))
        header = units(headers[index])
        if header > _ONE_LINE:
            header = longest_word(headers[index])
        wanted = max(
            column.least,
            header + _FILTER_BUTTON + 1,
            min(content + _INDENTS, column.most),
        )
        widths.append(round(wanted, 1))
    return widths


def _write_head(
    pen: Pen, columns: Sequence[Column], headers: Sequence[str], widths: Sequence[float]
) -> None:
    high = 1
    for index, (column, header) in enumerate(zip(columns, headers, strict=True), 1):
        style = Style.HEAD_NUMBER if column.style in _NUMBERS else Style.HEAD
        pen.text(HEAD_ROW, index, header, style)
        high = max(high, lines(header, widths[index - 1] - _FILTER_BUTTON + 2))
    pen.sheet.row_dimensions[HEAD_ROW].height = 7 + LINE_HEIGHT * high


def _write_row(
    pen: Pen,
    number: int,
    columns: Sequence[Column],
    row: Sequence[Value],
    widths: Sequence[float],
    sizes: Mapping[str, float],
) -> None:
    high = 1
    for index, (column, value) in enumerate(zip(columns, row, strict=True), 1):
        if isinstance(value, str):
            pen.text(number, index, value)
            if sizes[value] > widths[index - 1] - _INDENTS or "\n" in value:
                high = max(high, lines(value, widths[index - 1]))
        elif isinstance(value, LocalTime):
            pen.value(number, index, value.moment, column.style, value.number_format)
        else:
            pen.value(number, index, value, column.style)
    if high > 1:
        pen.sheet.row_dimensions[number].height = min(409.0, 2 + LINE_HEIGHT * high)


def _write_totals(pen: Pen, number: int, columns: Sequence[Column]) -> None:
    for index, column in enumerate(columns, 1):
        if isinstance(column.total, int | float):
            pen.value(number, index, column.total, _TOTALS[column.style])
        else:
            pen.text(number, index, column.total or "", Style.TOTAL)
    pen.sheet.row_dimensions[number].height = ROW_HEIGHT + 3


def _table(name: str, headers: Sequence[str], last: int) -> Table:
    ref = f"A{HEAD_ROW}:{get_column_letter(len(headers))}{last}"
    table = Table(
        displayName=name,
        ref=ref,
        autoFilter=AutoFilter(ref=ref),
        tableColumns=[
            TableColumn(id=index, name=clean(header)) for index, header in enumerate(headers, 1)
        ],
    )
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    return table


def _distinct(headers: Sequence[str]) -> list[str]:
    """Headers of a table must differ, or Excel repairs the file; two languages may agree."""
    seen: set[str] = set()
    result = []
    for header in headers:
        name, count = header or "–", 1
        while name.casefold() in seen:
            count += 1
            name = f"{header} {count}"
        seen.add(name.casefold())
        result.append(name)
    return result
