"""Find the heading of a table: wherever it stands, in one row or several, or nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from desktop.domain.intake.fields import Field
from desktop.domain.intake.headings import column_meanings, meanings
from desktop.domain.intake.sheet import CellValue, Sheet
from desktop.domain.intake.value_words import TOTALS
from desktop.domain.intake.words import text_of
from desktop.domain.names.scripts import tidy

_ROWS_SEARCHED = 150
_DEEPEST = 3
_DEEPEST_TITLE = 12
_FEWEST_WORDS, _FEWEST_VALUES = 3, 2
_LONGEST_HEADING = 120


@dataclass(frozen=True)
class Header:
    """Rows of the heading, counted from 0 (first > last: none), and its lines in each column.

    `spread` are the columns, first to last, that share one heading over them.
    """

    first: int
    last: int
    lines: tuple[tuple[str, ...], ...]
    spread: tuple[range, ...] = ()

    @property
    def is_found(self) -> bool:
        """Whether the list has a heading."""
        return self.first <= self.last

    def text(self, column: int) -> str:
        """The whole heading of a column."""
        return " ".join(self.lines[column]) if column < len(self.lines) else ""


def find_header(sheet: Sheet) -> Header:
    """Return the heading that explains most columns, or an empty one."""
    best, best_worth = -1, 0.0
    for row in range(min(len(sheet.rows), _ROWS_SEARCHED)):
        worth = _worth(sheet.rows[row])
        if worth > best_worth and worth >= _least(sheet):
            best, best_worth = row, worth
    return _extended(sheet, best) if best >= 0 else _unknown_heading(sheet)


def _unknown_heading(sheet: Sheet) -> Header:
    """A row of words that nobody knows, over rows of dates and numbers, is a heading too."""
    filled = [row for row in range(len(sheet.rows)) if any(sheet.rows[row])][:_DEEPEST_TITLE]
    for place, row in enumerate(filled):
        words = [text for cell in sheet.rows[row] if (text := text_of(cell))]
        if len(words) < _FEWEST_WORDS:
            continue
        if any(_is_value(cell) for cell in sheet.rows[row]):
            break
        below = (sheet.rows[later] for later in filled[place + 1 : place + 3])
        values = max((sum(map(_is_value, cells)) for cells in below), default=0)
        if values >= _FEWEST_VALUES:
            return header_at(sheet, row, row)
    return no_header(sheet)


def _is_value(cell: CellValue) -> bool:
    """A date, a number or a text with a long number: nothing that a heading has."""
    text = text_of(cell)
    return bool(text) and (not _may_head(cell, text))


def no_header(sheet: Sheet) -> Header:
    """Return the heading of a list that has none."""
    return Header(0, -1, ((),) * sheet.width)


def header_at(sheet: Sheet, first: int, last: int) -> Header:
    """Return the heading in given rows, counted from 0."""
    lines, spread = _joined(sheet, first, last)
    return Header(first, last, lines, spread)


def heading_worth(sheet: Sheet, header: Header) -> float:
    """Number of different meanings that a heading gives its columns."""
    return _explained(sheet, header.first, header.last) if header.is_found else 0.0


def is_numbering(row: Sequence[CellValue]) -> bool:
    """Whether a row under the heading numbers the columns: 1 2 3 4 5."""
    numbers = [text_of(cell) for cell in row if text_of(cell)]
    return len(numbers) > 2 and numbers == [str(i) for i in range(1, len(numbers) + 1)]


def _least(sheet: Sheet) -> float:
    return 2.0 if sheet.width > 1 else 1.0


def _worth(row: Sequence[CellValue]) -> float:
    """Number of different meanings in a row, less what is no heading."""
    fields: set[Field] = set()
    strange = 0
    for cell in row:
        text = text_of(cell)
        if not text:
            continue
        found = meanings(tidy(text)) if _may_head(cell, text) else ()
        if found and not (found[0].field in fields and len(found) == 1):
            fields.add(next((m.field for m in found if m.field not in fields), found[0].field))
        else:
            strange += 1
    if any(TOTALS.starts(text_of(cell)) for cell in row if text_of(cell)):
        strange += 1
    return len(fields) - 0.6 * strange


def _may_head(cell: CellValue, text: str) -> bool:
    if isinstance(cell, bool | int | float | date):
        return False
    digits = sum(map(str.isdecimal, text))
    return len(text) <= _LONGEST_HEADING and digits < 4


def _extended(sheet: Sheet, row: int) -> Header:
    """Take in the rows above and below that belong to the same heading."""
    first = last = row
    best = _explained(sheet, first, last)
    while last - first + 1 < _DEEPEST and first > 0 and _is_heading_row(sheet, first - 1):
        with_above = _explained(sheet, first - 1, last)
        if with_above <= best:
            break
        best, first = with_above, first - 1
    while last - first + 1 < _DEEPEST and last + 1 < len(sheet.rows):
        if is_numbering(sheet.rows[last + 1]):
            last += 1
            break
        with_below = _explained(sheet, first, last + 1)
        if not _is_heading_row(sheet, last + 1) or with_below <= best:
            break
        best, last = with_below, last + 1
    return header_at(sheet, first, last)


def _is_heading_row(sheet: Sheet, row: int) -> bool:
    cells = [cell for cell in sheet.rows[row] if text_of(cell)]
    if len(cells) < 1 or not all(_may_head(cell, text_of(cell)) for cell in cells):
        return False
    known = sum(bool(meanings(tidy(text_of(cell)))) for cell in cells)
    return known >= 0.5 * len(cells) and (len(cells) > 1 or _is_over_several(sheet, row))


def _is_over_several(sheet: Sheet, row: int) -> bool:
    """Whether the only cell of a row stands over some columns, but not over all of them."""
    width = sheet.width
    return any(
        m.first_row == row and 0 < m.last_column - m.first_column < width - 1 for m in sheet.merged
    )


def _explained(sheet: Sheet, first: int, last: int) -> float:
    """Number of different meanings of the columns, less the columns that repeat one."""
    lines, _ = _joined(sheet, first, last)
    found: set[Field] = set()
    repeated = 0
    for column_lines in lines:
        candidates = column_meanings(column_lines)
        fresh = next((m.field for m in candidates if m.field not in found), None)
        if fresh is not None:
            found.add(fresh)
        elif column_lines:
            repeated += 1
    return len(found) - 0.1 * repeated


def _joined(
    sheet: Sheet, first: int, last: int
) -> tuple[tuple[tuple[str, ...], ...], tuple[range, ...]]:
    """Lines over each column from top to bottom, and the columns under a common heading."""
    grid = [
        [tidy(text_of(sheet.cell(row, column))) for column in range(sheet.width)]
        for row in range(first, last + 1)
    ]
    spread = _spread_merged(sheet, grid, first)
    for upper, lower in pairwise(grid):
        _spread_to_the_right(upper, lower)
    numbering = [is_numbering(sheet.rows[row]) for row in range(first, last + 1)]
    lines = tuple(
        tuple(
            dict.fromkeys(
                row[column]
                for row, numbers in zip(grid, numbering, strict=True)
                if row[column] and not numbers
            )
        )
        for column in range(sheet.width)
    )
    return lines, spread


def _spread_merged(sheet: Sheet, grid: list[list[str]], first: int) -> tuple[range, ...]:
    spread = []
    for merged in sheet.merged:
        line = merged.first_row - first
        if 0 <= line < len(grid) and merged.last_column > merged.first_column:
            columns = range(merged.first_column, min(merged.last_column + 1, sheet.width))
            for column in columns:
                grid[line][column] = grid[line][merged.first_column]
            if merged.last_row - first >= len(grid) - 1:
                spread.append(columns)
    return tuple(spread)


def _spread_to_the_right(upper: list[str], lower: list[str]) -> None:
    """Give a heading to the blanks at its right, if there are headings under all of them."""
    owner = ""
    for column, text in enumerate(upper):
        if text:
            owner = text if lower[column] else ""
        elif owner and lower[column]:
            upper[column] = owner
        else:
            owner = ""
