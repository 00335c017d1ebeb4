"""How sheets go to the printer: A4, one page wide, with words in their margins."""

from dataclasses import dataclass
from typing import Any

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from reports.excel.cleaning import clean
from reports.texts import Texts

_MARK_LIMIT = 110


@dataclass(frozen=True)
class Marks:
    """Words in the margins of printed sheets; the sheet's own name stands at the top right.

    `page` comes from `page_mark`.
    """

    title: str
    data_line: str
    reference: str
    page: str


def page_mark(texts: Texts) -> str:
    """Page number in the words of the language, with Excel's codes in its places."""
    return texts.t("Page {n} of {m}", n="&P", m="&N")


def set_up_print(
    sheet: Worksheet,
    marks: Marks,
    *,
    area: str,
    landscape: bool,
    head_row: int = 0,
    one_page: bool = False,
) -> None:
    """Make `sheet` print `area` on A4, one page wide, with `head_row` on every page."""
    setup = sheet.page_setup
    setup.paperSize = sheet.PAPERSIZE_A4
    setup.orientation = "landscape" if landscape else "portrait"
    setup.fitToWidth = 1
    setup.fitToHeight = 1 if one_page else 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left, margins.right = 0.55, 0.4
    margins.top = margins.bottom = 0.6
    margins.header = margins.footer = 0.3
    sheet.print_area = area
    if head_row:
        sheet.print_title_rows = f"{head_row}:{head_row}"
    # The stubs say that a sheet may have no header; openpyxl always makes one.
    header: Any = sheet.oddHeader
    header.left.text = _mark(marks.title)
    header.right.text = "&8&A"
    footer: Any = sheet.oddFooter
    footer.left.text = _mark(marks.data_line)
    footer.center.text = _mark(marks.reference)
    footer.right.text = f"&9{marks.page}"


def _mark(text: str) -> str:
    """Text of a margin: `&` doubled; at most 110 characters, as a margin takes 255 for three."""
    shown = clean(text).replace("\n", " ")
    if len(shown) > _MARK_LIMIT:
        shown = shown[: _MARK_LIMIT - 1] + "…"
    shown = shown.replace("&", "&&")
    # A digit behind the size would be read as part of it.
    return f"&8 {shown}" if shown[:1].isdigit() else f"&8{shown}"
