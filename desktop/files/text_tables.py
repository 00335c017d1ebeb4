"""Text tables: .csv, .tsv and .txt, whatever the encoding and the sign between columns."""

import csv
import io
import re
from collections import Counter

from desktop.files.encodings import decode
from desktop.files.guard import Limits, Tally

_SIGNS = (";", "\t", "|", ",")
_STATED = re.compile(r"\ufeff?sep=(.)\r?\n", re.IGNORECASE)
_SAMPLE_LINES = 400
_OPEN = "unexpected end"
"""How a strict reader calls a quoted cell that goes on in the next line."""

_LONGEST_RECORD = 20
"""Lines of one row; a quoted cell that goes on longer was never closed."""


def read_text_table(data: bytes, limits: Limits) -> tuple[tuple[str, ...], ...]:
    """Read rows of text; raises UserError when it is no text or too large."""
    text = decode(data)
    csv.field_size_limit(max(len(text), 131_072))
    stated = _STATED.match(text)
    if stated:
        sign, text = stated[1], text[stated.end() :]
    else:
        sign = _sign_between(text)
    tally = Tally(limits)
    rows = []
    for row, cells in enumerate(_rows(text, sign)):
        last = max((i for i, cell in enumerate(cells) if cell.strip()), default=-1)
        if last >= 0:
            tally.value(row, last, sum(map(len, cells)))
        rows.append(tuple(cells[: last + 1]))
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


def _rows(text: str, sign: str) -> list[list[str]]:
    """Rows of cells; a quotation mark without its fellow is a character like any other."""
    rows: list[list[str]] = []
    record: list[str] = []
    for line in _lines(text):
        if not record and '"' not in line:
            rows.append(line.split(sign))
            continue
        record.append(line)
        fault = _fault(record, sign)
        if _OPEN in fault and len(record) <= _LONGEST_RECORD:
            continue
        if fault and len(record) > 1:
            rows += _without_quotes(record, sign)
        else:
            rows += csv.reader(io.StringIO("\n".join(record), newline=""), delimiter=sign)
        record = []
    return rows + _without_quotes(record, sign)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _fault(record: list[str], sign: str) -> str:
    """What a strict reader has against the marks of a record, or ''."""
    try:
        list(csv.reader(io.StringIO("\n".join(record), newline=""), delimiter=sign, strict=True))
    except csv.Error as error:
        return str(error)
    return ""


def _without_quotes(record: list[str], sign: str) -> list[list[str]]:
    """The lines of a record that never ends: its first mark is lonely, the rest is read anew."""
    if not record:
        return []
    first = [cell.strip('"') for cell in record[0].split(sign)]
    return [first, *_rows("\n".join(record[1:]), sign)] if len(record) > 1 else [first]


def _sign_between(text: str) -> str:
    """The sign that splits most lines into the same number of cells."""
    lines = "\n".join(text.splitlines()[:_SAMPLE_LINES])
    return max(_SIGNS, key=lambda sign: _evenness(lines, sign))


def _evenness(lines: str, sign: str) -> float:
    widths = [len(cells) for cells in _rows(lines, sign) if any(cell.strip() for cell in cells)]
    if not widths:
        return 0.0
    width, lines_of_it = Counter(widths).most_common(1)[0]
    return 0.0 if width < 2 else lines_of_it / len(widths) + min(width, 20) / 100
