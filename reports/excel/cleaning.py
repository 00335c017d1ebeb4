"""Makes text fit for a workbook, whoever typed it."""

import re
from collections.abc import Collection

_CELL_LIMIT = 32_767
_SHEET_TITLE_LIMIT = 31

# What XML cannot hold, C0 and C1 controls, and the marks that reverse the reading order.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def clean(text: str) -> str:
    """Return `text` as a cell can hold it.

    Control characters and order-reversing marks go, line ends become line feeds, what looks
    like an OOXML escape is escaped (ECMA-376 ST_Xstring), and no more than 32,767 UTF-16
    units stay.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _FORBIDDEN.sub("", text)
    text = _ESCAPE_LIKE.sub("_x005F_", text)
    if len(text) * 2 > _CELL_LIMIT:
        text = text.encode("utf-16-le")[: _CELL_LIMIT * 2].decode("utf-16-le", errors="ignore")
    return text


def sheet_title(text: str, taken: Collection[str] = ()) -> str:
    """Return `text` as a name that Excel accepts for a sheet, unlike those in `taken`."""
    base = re.sub(r"[\[\]:*?/\\]", " ", clean(text).replace("\n", " "))
    name, count = _cut(base, _SHEET_TITLE_LIMIT) or "Sheet", 1
    # Excel keeps one name for itself.
    lower = {"history", *(title.casefold() for title in taken)}
    while name.casefold() in lower:
        count += 1
        ending = f" {count}"
        name = (_cut(base, _SHEET_TITLE_LIMIT - len(ending)) or "Sheet") + ending
    return name


def _cut(text: str, length: int) -> str:
    """Beginning of `text` without blanks and apostrophes at its ends."""
    return text.strip(" '")[:length].strip(" '")
