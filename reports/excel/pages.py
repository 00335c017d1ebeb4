"""Keeps a chart under a table from being cut in two by the edge of the paper.

Excel does not heed page breaks set by hand when a sheet is fitted to the width of a page, but
it begins a new page for each part of a print area.
"""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reports.excel.styles import ROW_HEIGHT

# Portrait A4 less the margins of `set_up_print`, in points, with a reserve in height.
_WIDTH = 527.0
_HEIGHT = 720.0
_POINTS_PER_UNIT = 5.25


def print_parts(sheet: Worksheet, table_end: int, chart_end: int, columns: int) -> str:
    """Return the print area of a table that ends at `table_end` and a chart under it.

    It is one part when both stand on one page, else the chart has a page of its own.
    """
    letter = get_column_letter(columns)
    widths = (sheet.column_dimensions[get_column_letter(n)].width for n in range(1, columns + 1))
    scale = min(1.0, _WIDTH / (_POINTS_PER_UNIT * sum(widths)))
    high = sum(_height(sheet, row) for row in range(1, chart_end + 1))
    if high * scale <= _HEIGHT:
        return f"A1:{letter}{chart_end}"
    return f"A1:{letter}{table_end},A{table_end + 1}:{letter}{chart_end}"


def _height(sheet: Worksheet, row: int) -> float:
    # Asking for a row that has no height of its own would make one.
    height = sheet.row_dimensions[row].height if row in sheet.row_dimensions else None
    return ROW_HEIGHT if height is None else height
