"""The common look of every workbook, and the door to all that a workbook needs.

Names of styles begin with HW, so that an office can restyle a workbook in one place.
"""

from copy import copy
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from reports.excel.cleaning import clean, sheet_title
from reports.excel.package import save
from reports.excel.printing import Marks, page_mark, set_up_print
from reports.texts import Texts

__all__ = [
    "FONT",
    "INK",
    "LIGHT_BLUE",
    "NAVY",
    "ROW_HEIGHT",
    "RULE",
    "Marks",
    "Pen",
    "Style",
    "add_sheet",
    "clean",
    "date_format",
    "day_text",
    "moment_format",
    "new_book",
    "page_mark",
    "save",
    "set_up_print",
    "sheet_title",
]

FONT = "Calibri"
INK = "1F2937"
GREY = "6B7280"
SOFT_INK = "4B5563"
NAVY = "1F3864"
LIGHT_BLUE = "9DB2D3"
RULE = "BFC5CE"
HEAD_FILL = "F1F3F6"
ALERT = "6B2130"

ROW_HEIGHT = 17.0


class Style(StrEnum):
    """Named styles of a workbook; the value is the name that Excel shows."""

    BOOK_TITLE = "HWBookTitle"
    TITLE = "HWTitle"
    SUB = "HWSub"
    HEAD = "HWHead"
    HEAD_NUMBER = "HWHeadNumber"
    TEXT = "HWText"
    LABEL = "HWLabel"
    NOTE = "HWNote"
    INT = "HWInt"
    AGE = "HWAge"
    PERCENT = "HWPct"
    DATE = "HWDate"
    MOMENT = "HWDateTime"
    TOTAL = "HWTotal"
    TOTAL_INT = "HWTotalInt"
    TOTAL_PERCENT = "HWTotalPct"
    FIGURE = "HWFigure"
    FIGURE_ALERT = "HWFigureAlert"
    FIGURE_LABEL = "HWFigureLabel"


def date_format(texts: Texts) -> str:
    """Excel format of a day: month in English letters in English, else as offices print it."""
    if texts.language == "en":
        return "[$-409]DD MMM YYYY"
    form = texts.paper_date.replace("/", "\\/")
    return form.replace("%d", "DD").replace("%m", "MM").replace("%Y", "YYYY")


def moment_format(texts: Texts, zone: str = "") -> str:
    """Excel format of a local time; `zone` (letters, digits, signs) is shown behind it."""
    shown = f' "{zone.replace(chr(34), "")}"' if zone else ""
    return f"{date_format(texts)} HH:MM{shown}"


def day_text(texts: Texts, day: date) -> str:
    """Day in a sentence: 12 Nov 2020 in English, else as offices print it."""
    return texts.day(day) if texts.language == "en" else texts.paper(day)


def new_book(texts: Texts, *, title: str, creator: str) -> Workbook:
    """Return a workbook without sheets that has the named styles of `Style`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = clean(title)
    book.properties.creator = clean(creator)
    book.properties.language = texts.language
    book.calculation.fullCalcOnLoad = False
    for style in _named_styles(texts):
        book.add_named_style(style)
    return book


def add_sheet(book: Workbook, title: str) -> Worksheet:
    """Add a sheet without grid lines whose rows are as high as our tables want."""
    sheet: Worksheet = book.create_sheet(sheet_title(title, book.sheetnames))
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 100
    sheet.sheet_format.defaultRowHeight = ROW_HEIGHT
    sheet.sheet_format.customHeight = True
    return sheet


class Pen:
    """Writes cells of one sheet; a text stays a text whatever it looks like."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        book: Any = sheet.parent
        styles = {style.name: style for style in book._named_styles}
        # Looking a style up by its name for every cell takes half of the time of a big list.
        self._looks = {style: styles[style.value].as_tuple() for style in Style}

    def text(self, row: int, column: int, text: str, style: Style = Style.TEXT) -> None:
        """Write `text` as a string; an empty text leaves a styled empty cell."""
        cell: Any = self.sheet.cell(row, column)
        cell._style = copy(self._looks[style])
        if text:
            cell.value = clean(text)
            cell.data_type = "s"

    def value(
        self,
        row: int,
        column: int,
        value: int | float | date | datetime | None,
        style: Style,
        number_format: str = "",
    ) -> None:
        """Write a number, a day or a local time; None leaves a styled empty cell.

        Excel knows no time zones: a `datetime` is written as the clock on its wall.
        """
        cell: Any = self.sheet.cell(row, column)
        if isinstance(value, datetime):
            value = value.replace(tzinfo=None)
        cell.value = value
        cell._style = copy(self._looks[style])
        if number_format:
            cell.number_format = number_format


def _named_styles(texts: Texts) -> list[NamedStyle]:
    medium, thin = Side("medium", INK), Side("thin", INK)
    head = partial(
        _style,
        size=10.5,
        bold=True,
        fill=PatternFill("solid", fgColor=HEAD_FILL),
        border=Border(top=medium, bottom=thin),
        wrap=True,
    )
    total = partial(_style, bold=True, border=Border(top=medium, bottom=Side("double", INK)))
    figure = partial(
        _style,
        number_format="#,##0",
        size=30,
        bold=True,
        border=Border(top=medium),
        indent=0,
    )
    count = '#,##0;-#,##0;"–"'
    share = '0.0%;-0.0%;"–"'
    return [
        _style(Style.BOOK_TITLE, size=20, bold=True, indent=0),
        _style(Style.TITLE, size=16, bold=True, indent=0),
        _style(Style.SUB, size=10, color=GREY, indent=0, wrap=True, vertical="top"),
        head(Style.HEAD),
        head(Style.HEAD_NUMBER, right=True),
        _style(Style.TEXT, wrap=True),
        _style(Style.LABEL, bold=True, wrap=True, vertical="top"),
        _style(Style.NOTE, wrap=True, vertical="top"),
        _style(Style.INT, count, right=True),
        _style(Style.AGE, "0", right=True),
        _style(Style.PERCENT, share, right=True, color=SOFT_INK),
        _style(Style.DATE, date_format(texts)),
        _style(Style.MOMENT, moment_format(texts)),
        total(Style.TOTAL),
        total(Style.TOTAL_INT, count, right=True),
        total(Style.TOTAL_PERCENT, share, right=True, color=SOFT_INK),
        figure(Style.FIGURE, color=NAVY),
        figure(Style.FIGURE_ALERT, color=ALERT),
        _style(Style.FIGURE_LABEL, size=10.5, color=GREY, indent=0, wrap=True, vertical="top"),
    ]


def _style(
    name: Style,
    number_format: str = "@",
    *,
    size: float = 11,
    bold: bool = False,
    color: str = INK,
    fill: PatternFill | None = None,
    border: Border | None = None,
    right: bool = False,
    indent: int | None = None,
    wrap: bool = False,
    vertical: str = "center",
) -> NamedStyle:
    # "General" alignment ignores the indent, so the side is always said. At the right two
    # steps keep the words of a header clear of its filter button.
    if indent is None:
        indent = 2 if right else 1
    return NamedStyle(
        name=name.value,
        number_format=number_format,
        font=Font(name=FONT, size=size, bold=bold, color=color),
        fill=fill or PatternFill(),
        border=border or Border(),
        alignment=Alignment(
            horizontal="right" if right else "left",
            vertical=vertical,
            indent=indent,
            wrap_text=wrap,
        ),
    )
