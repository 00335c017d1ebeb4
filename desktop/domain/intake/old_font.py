"""Tajik letters of fonts from before Unicode: Љамшед Рањмонов is Ҷамшед Раҳмонов.

Fonts like Times New Roman Tj drew the Tajik letters in the places of Serbian, Macedonian and
Ukrainian ones. Such a text looks right only in that font; lists of older offices still have it.
"""

from dataclasses import replace

from desktop.domain.intake.sheet import CellValue, Sheet

_LETTERS = str.maketrans("ЃѓЇїЌќЎўЊњЉљ", "ҒғӢӣҚқӮӯҲҳҶҷ")
_TELLING = frozenset("ЃѓЌќЊњЉљ")
_FEWEST_CELLS = 2


def repair_old_font(sheet: Sheet) -> tuple[Sheet, str]:
    """Return the sheet in Unicode letters, and the letters that told, or '' if none did."""
    seen: set[str] = set()
    cells = 0
    for row in sheet.rows:
        for cell in row:
            if isinstance(cell, str) and not cell.isascii() and not _TELLING.isdisjoint(cell):
                seen |= _TELLING & set(cell)
                cells += 1
    if cells < _FEWEST_CELLS:
        return sheet, ""
    rows = tuple(tuple(map(_repaired, row)) for row in sheet.rows)
    return replace(sheet, rows=rows), " ".join(sorted(seen))


def _repaired(cell: CellValue) -> CellValue:
    return cell.translate(_LETTERS) if isinstance(cell, str) else cell
