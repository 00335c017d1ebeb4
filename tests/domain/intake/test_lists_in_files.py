"""Lists that went through real files, with their encodings and merged cells."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlwt
from intake_truth import TODAY, differences, tajik_areas
from list_layouts import LAYOUTS
from list_maker import Layout, make

from desktop.domain.intake.recognition import recognise
from desktop.domain.intake.sheet import Sheet
from desktop.files.sheets import read_workbook


def as_xlsx(sheet: Sheet, path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in sheet.rows:
        page.append([value if value != "" else None for value in row])
    for m in sheet.merged:
        page.merge_cells(
            start_row=m.first_row + 1,
            start_column=m.first_column + 1,
            end_row=m.last_row + 1,
            end_column=m.last_column + 1,
        )
    book.create_sheet("Лист2")
    book.save(path)


def as_xls(sheet: Sheet, path: Path) -> None:
    book = xlwt.Workbook()
    page = book.add_sheet("Sheet1")
    style = xlwt.easyxf(num_format_str="DD.MM.YYYY")
    for r, row in enumerate(sheet.rows):
        for c, value in enumerate(row):
            if isinstance(value, date):
                page.write(r, c, value, style)
            elif value != "":
                page.write(r, c, value)
    book.save(str(path))


def as_text(encoding: str, sign: str) -> Callable[[Sheet, Path], None]:
    def write(sheet: Sheet, path: Path) -> None:
        def cell(value: object) -> str:
            text = value.strftime("%d.%m.%Y") if isinstance(value, date) else str(value)
            return f'"{text}"' if sign in text else text

        lines = [sign.join(map(cell, row)) for row in sheet.rows]
        path.write_bytes("\r\n".join(lines).encode(encoding))

    return write


FORMS = {
    "xlsx": as_xlsx,
    "xls": as_xls,
    "cp1251": as_text("cp1251", ";"),
    "koi8-t": as_text("koi8_t", ";"),
    "utf-8 commas": as_text("utf-8", ","),
    "utf-16 tabs": as_text("utf-16", "\t"),
}

IN_FILES = [
    ("two heading rows, date in three columns", "xlsx"),
    ("one heading merged over three name columns", "xlsx"),
    ("families by merged cells", "xlsx"),
    ("true dates, numbers as numbers", "xlsx"),
    ("heading far down and to the right", "xlsx"),
    ("true dates, numbers as numbers", "xls"),
    ("uzbek cyrillic", "xls"),
    ("every date in another form", "xls"),
    ("russian, three name columns", "cp1251"),
    ("tajik, parts, sex, region and district", "koi8-t"),
    ("tajik, years only, kinship", "koi8-t"),
    ("two heading rows without merged cells", "utf-8 commas"),
    ("everything in the name column", "utf-8 commas"),
    ("kazakh, kinship", "utf-16 tabs"),
    ("french, kinship", "utf-8 commas"),
    ("family number at the first of each family", "utf-16 tabs"),
    ("no heading at all", "utf-8 commas"),
]


@pytest.mark.parametrize(("name", "form"), IN_FILES)
def test_list_in_a_file_is_read_in_full(name: str, form: str, tmp_path: Path) -> None:
    layout: Layout = LAYOUTS[name]
    sheet, expected = make(layout)
    path = tmp_path / "list"
    FORMS[form](sheet, path)
    draft = recognise(read_workbook(path), today=TODAY, areas=tajik_areas())
    assert not differences(draft, expected), [(c.header, c.field.value) for c in draft.columns]


def test_the_sheet_with_the_list_is_chosen(tmp_path: Path) -> None:
    sheet, expected = make(LAYOUTS["capitals"])
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["Сводка"])
    page.append(["Всего", 102])
    people = book.create_sheet("Список")
    for row in sheet.rows:
        people.append([value if value != "" else None for value in row])
    old = book.create_sheet("Старый список")
    for row in sheet.rows[:20]:
        old.append([value if value != "" else None for value in row])
    path = tmp_path / "list.xlsx"
    book.save(path)
    draft = recognise(read_workbook(path), today=TODAY, areas=tajik_areas())
    assert draft.sheet == "Список"
    assert not differences(draft, expected)
    assert [choice.name for choice in draft.sheets] == ["Sheet", "Список", "Старый список"]
    assert draft.problem_counts()["intake.more_lists"] == 1
