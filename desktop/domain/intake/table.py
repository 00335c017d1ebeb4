"""The part of a sheet that holds people: cells by meaning, merged and repeated ones filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.intake.fields import Field
from desktop.domain.intake.header_rows import Header
from desktop.domain.intake.model import ColumnGuess
from desktop.domain.intake.sheet import CellValue, MergedRange, Sheet
from desktop.domain.intake.words import is_ditto, text_of
from desktop.domain.names.scripts import tidy

_SPREAD = frozenset(
    {
        Field.FAMILY_NAME,
        Field.LATIN_FAMILY_NAME,
        Field.REGION,
        Field.DISTRICT,
        Field.ADDRESS,
        Field.PLACE_NOW,
        Field.PHONE,
        Field.NATIONALITY,
        Field.FAMILY_GROUP,
        Field.DOCUMENT_KIND,
        Field.AUTHORITY,
        Field.TEST_SAMPLED,
        Field.TEST_RESULT,
        Field.OTHER,
    }
)
"""Meanings that a merged cell gives to every row beside it."""

_NEVER_REPEATED = frozenset({Field.FULL_NAME, Field.LATIN_FULL_NAME, Field.RUNNING_NUMBER})


@dataclass(frozen=True)
class Table:
    """A sheet with its heading and the meanings of its columns; rows counted from 0."""

    sheet: Sheet
    header: Header
    columns: tuple[ColumnGuess, ...]
    grid: Mapping[tuple[int, int], CellValue]
    by_field: Mapping[Field, tuple[int, ...]]
    merged_rows: tuple[MergedRange, ...]
    texts: dict[tuple[int, int], str] = field(default_factory=dict, repr=False)
    rows: dict[int, dict[int, str]] = field(default_factory=dict, repr=False)

    def value(self, row: int, column: int) -> CellValue:
        """Cell with merged and repeated values filled in."""
        found = self.grid.get((row, column))
        return self.sheet.cell(row, column) if found is None else found

    def text(self, row: int, column: int) -> str:
        """Tidy text of a cell."""
        found = self.texts.get((row, column))
        if found is None:
            found = self.texts[row, column] = tidy(text_of(self.value(row, column)))
        return found

    def columns_of(self, field: Field) -> tuple[int, ...]:
        """Columns with a meaning, from the left."""
        return self.by_field.get(field, ())

    def has(self, field: Field) -> bool:
        """Whether some column has a meaning."""
        return field in self.by_field

    def first(self, row: int, field: Field) -> str:
        """Text of the first column with a meaning, or ''."""
        columns = self.by_field.get(field)
        return self.text(row, columns[0]) if columns else ""

    def written(self, row: int) -> dict[int, str]:
        """Columns of a row that were written into, with their texts."""
        found = self.rows.get(row)
        if found is None:
            cells = self.sheet.rows[row] if row < len(self.sheet.rows) else ()
            found = self.rows[row] = {
                column: text
                for column, cell in enumerate(cells)
                if cell != "" and (text := self.text(row, column))
            }
        return found


def make_table(sheet: Sheet, header: Header, columns: tuple[ColumnGuess, ...]) -> Table:
    """Put a table together and fill in what merged cells and ditto marks stand for."""
    by_field: dict[Field, tuple[int, ...]] = {}
    for guess in columns:
        by_field[guess.field] = (*by_field.get(guess.field, ()), guess.index)
    first = header.last + 1
    merged = tuple(
        m
        for m in sheet.merged
        if m.last_row > m.first_row >= first and m.first_column < len(columns)
    )
    grid: dict[tuple[int, int], CellValue] = {}
    for m in merged:
        if m.first_column == m.last_column and columns[m.first_column].field in _SPREAD:
            value = sheet.cell(m.first_row, m.first_column)
            for row in range(m.first_row + 1, m.last_row + 1):
                grid[row, m.first_column] = value
    _repeat_dittos(sheet, first, columns, grid)
    return Table(sheet, header, columns, grid, by_field, merged)


def _repeat_dittos(
    sheet: Sheet,
    first: int,
    columns: tuple[ColumnGuess, ...],
    grid: dict[tuple[int, int], CellValue],
) -> None:
    above: dict[int, CellValue] = {}
    for row in range(first, len(sheet.rows)):
        for column, cell in enumerate(sheet.rows[row]):
            if cell == "" or column >= len(columns):
                continue
            if isinstance(cell, str) and is_ditto(cell):
                if columns[column].field not in _NEVER_REPEATED and column in above:
                    grid[row, column] = above[column]
            else:
                above[column] = cell
