"""The problems of a list as a workbook, to be sent back to whoever wrote the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from openpyxl.utils import get_column_letter

from reports.excel.printing import Marks
from reports.excel.styles import (
    Pen,
    Style,
    add_sheet,
    new_book,
    page_mark,
    save,
    set_up_print,
)
from reports.excel.tables import HEAD_ROW, Column, write_heading, write_table
from reports.texts import Texts

_CREATOR = "Homeward"


@dataclass(frozen=True)
class ProblemLine:
    """A problem in words: where it stands in the list, and what was written there.

    `row` is the sheet's own number, 0 for a problem of the whole list; `column` its own heading.
    """

    row: int
    column: str
    value: str
    problem: str


def problem_list(
    texts: Texts, file_name: str, sheet: str, lines: Sequence[ProblemLine], moment: datetime
) -> bytes:
    """A workbook with one line a problem; values are texts, whatever they look like.

    The same input gives the same bytes.
    """
    title = texts.t("Problems in {file}", file=file_name)
    subtitle = texts.t(
        "Sheet “{sheet}”. Please correct these cells and send the list again.", sheet=sheet
    )
    book = new_book(texts, title=title, creator=_CREATOR)
    pen = Pen(add_sheet(book, texts.tc("sheet name", "Problems")))
    columns = [
        Column(texts.tc("column", "Row"), Style.AGE, least=9.0),
        Column(texts.tc("column", "Column"), least=20.0),
        Column(texts.tc("column", "Value"), least=20.0, most=40.0),
        Column(
            texts.tc("column", "Problem"),
            total=texts.n("{n} problem", "{n} problems", len(lines)),
            least=40.0,
            most=80.0,
        ),
    ]
    rows = [(line.row or None, line.column, line.value, line.problem) for line in lines]
    placed = write_table(pen, "Problems", columns, rows, texts.t("No problems"))
    write_heading(pen, title, subtitle, len(columns))
    marks = Marks(title, subtitle, "", page_mark(texts))
    area = f"A1:{get_column_letter(len(columns))}{placed.total}"
    set_up_print(pen.sheet, marks, area=area, landscape=True, head_row=HEAD_ROW)
    return save(book, moment)
