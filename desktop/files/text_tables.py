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
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
    # A lonely quotation mark makes one cell of the rest of the file.
    if any(cell.count("\n") > 20 for row in rows for cell in row):
        rows = list(
            csv.reader(io.StringIO(text, newline=""), delimiter=sign, quoting=csv.QUOTE_NONE)
        )
    return rows


def _sign_between(text: str) -> str:
    """The sign that splits most lines into the same number of cells."""
    lines = "\n".join(text.splitlines()[:_SAMPLE_LINES])
    return max(_SIGNS, key=lambda sign: _evenness(lines, sign))


def _evenness(lines: str, sign: str) -> float:
    widths = [
        len(cells)
        for cells in csv.reader(io.StringIO(lines, newline=""), delimiter=sign)
        if any(cell.strip() for cell in cells)
    ]
    if not widths:
        return 0.0
    width, lines_of_it = Counter(widths).most_common(1)[0]
    return 0.0 if width < 2 else lines_of_it / len(widths) + min(width, 20) / 100
