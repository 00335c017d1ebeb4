"""Formulas that no program has reckoned yet: what a reader of values finds empty."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as replaced

from desktop.domain.intake.sheet import CellValue, Sheet

Formulas = Mapping[tuple[int, int], str]
"""Text of formulas without a value by row and column, counted from 0."""

LONGEST = 1000
"""Characters of a formula that are kept."""

_MOST = 2000
_REFERENCE = re.compile(r"\$?[A-Za-z]{1,3}\$?[1-9]\d*")
_BOOK, _RELATIONS = "workbook", "Relationships"
_FOLDER = "xl/"
_RELATIONS_OF_BOOK = "xl/_rels/workbook.xml.rels"


@dataclass
class FormulaFinder:
    """Collects, part by part, which formulas stand in which sheet of an .xlsx."""

    _by_part: dict[str, dict[tuple[int, int], str]] = field(default_factory=dict)
    _ids: list[str] = field(default_factory=list)
    _targets: dict[str, str] = field(default_factory=dict)

    def add(self, part: str, row: int, column: int, text: str) -> None:
        """Keep a formula of a sheet; one that reckons with other cells says nothing by itself."""
        kept = self._by_part.setdefault(part, {})
        if text and len(kept) < _MOST and not _REFERENCE.search(text):
            kept[row, column] = f"={text}"

    def element(self, part: str, root: str, local: str, attributes: Mapping[str, str]) -> None:
        """Look at an element of the part that lists the sheets, or names their parts."""
        if root == _BOOK and local == "sheet":
            self._ids.append(next((v for k, v in attributes.items() if k.endswith(" id")), ""))
        elif part == _RELATIONS_OF_BOOK and root == _RELATIONS and "Id" in attributes:
            self._targets[attributes["Id"]] = attributes.get("Target", "")

    def by_sheet(self) -> list[Formulas]:
        """Formulas of each sheet, in the order of the workbook."""
        targets = (self._targets.get(sheet, "") for sheet in self._ids)
        parts = (t.removeprefix("/") if t.startswith("/") else _FOLDER + t for t in targets)
        return [self._by_part.get(part, {}) for part in parts]


def with_formulas(sheets: Sequence[Sheet], formulas: Sequence[Formulas]) -> tuple[Sheet, ...]:
    """The sheets with the text of formulas where a cell would be empty."""
    if len(formulas) != len(sheets):
        return tuple(sheets)
    return tuple(map(_filled, sheets, formulas))


def _filled(sheet: Sheet, formulas: Formulas) -> Sheet:
    if not formulas:
        return sheet
    rows: list[list[CellValue]] = [list(row) for row in sheet.rows]
    for (row, column), text in sorted(formulas.items()):
        if row < 0 or column < 0 or sheet.cell(row, column) != "":
            continue
        rows.extend([] for _ in range(row + 1 - len(rows)))
        rows[row].extend([""] * (column + 1 - len(rows[row])))
        rows[row][column] = text
    return replaced(sheet, rows=tuple(map(tuple, rows)))
