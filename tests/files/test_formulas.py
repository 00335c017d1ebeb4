"""Formulas that were never reckoned are kept as text, where they reckon with no other cell."""

from pathlib import Path

import openpyxl

from desktop.files.sheets import read_workbook


def test_formulas_without_a_value_are_kept(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["№", "ФИО", "Возраст"])
    page.append([1, '=HYPERLINK("http://example.org","Али")', "=B2*2"])
    page.append([2, "=cmd|' /C calc'!A0", 30])
    book.create_sheet("Пусто")
    last = book.create_sheet("Третий")
    last["C2"] = "=TODAY()"
    path = tmp_path / "list.xlsx"
    book.save(path)
    first, empty, third = read_workbook(path).sheets
    assert first.rows[1:] == (
        (1, '=HYPERLINK("http://example.org","Али")'),
        (2, "=cmd|' /C calc'!A0", 30),
    )
    assert empty.rows == ()
    assert third.rows == ((), ("", "", "=TODAY()"))
