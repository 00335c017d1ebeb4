"""The list as a workbook, read back by readers that did not write it."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from manifest_story import (
    LONG_LATIN,
    LONG_NAME,
    PEOPLE,
    bus_list,
    convoy_list,
    singles,
    with_names,
)
from manifest_texts import EN, FR, RU
from python_calamine import CalamineWorkbook

from desktop.domain.partial_dates import PartialDate
from reports.checksums import content_hash
from reports.excel.manifest import render
from reports.model import ManifestModel

HEAD_ROW = 5


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    """Rows of each sheet as a fast reader sees them."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in book.sheet_names
    }


def people_of(data: bytes, sheet: str = "List") -> list[dict[str, Any]]:
    """Rows of travellers by the heads of their columns."""
    rows = sheets(data)[sheet]
    heads = [str(head).split("\n")[0] for head in rows[HEAD_ROW - 1]]
    place = heads.index("№") if "№" in heads else heads.index("No.")
    return [
        dict(zip(heads, row, strict=True))
        for row in rows[HEAD_ROW:]
        if isinstance(row[place], float | int)
    ]


def opened(data: bytes) -> Any:
    """The workbook with its formats and print settings."""
    return openpyxl.load_workbook(BytesIO(data))


def test_everybody_stands_on_the_sheet_with_real_dates_and_textual_numbers() -> None:
    people = people_of(render(bus_list(), RU, EN))
    assert [int(row["№"]) for row in people] == list(range(1, 50))
    for row, person in zip(people, PEOPLE["bus"], strict=True):
        assert row["Фамилия, имя, отчество"] == person["name"]
        assert row["Имя в паспорте (латиница)"] == person["latin"]
        assert row["Document number"] == person["document"]
        assert row["Дата рожд."] == date.fromisoformat(person["born"])
    assert people[0]["Возраст"] == 32
    assert people[17]["Возраст"] == "8 мес."
    assert people[0]["Годен до"] == date(2030, 1, 25)
    assert people[17]["Годен до"] == ""


def test_the_sheet_says_which_list_it_is() -> None:
    data = render(bus_list(), RU, EN)
    text = "\n".join(str(cell) for row in sheets(data)["List"] for cell in row)
    for part in (
        "Список пассажиров",
        "№ ALA-2020-0113/1 · Версия 2 · Version 2 · заменяет версию 1 · replaces version 1",
        "402 KZA 02",
        "Семья 1: Назаров, 5 человек · Family 1: NAZAROV, 5 people",
        "ИТОГО · 49 (сорок девять) человек",
        "Консул · Consul: Раҳимзода Ф. А.",
    ):
        assert part in text
    details = "\n".join(str(cell) for row in sheets(data)["Details"] for cell in row)
    assert f"SHA-256 {content_hash(bus_list().rows())}" in details
    for part in ("Гишт-Куприк", "UZ въезд", "№ 35 Қодир Х. И. 401100363 на 401100373"):
        assert part in details


def test_totals_by_age_are_numbers() -> None:
    rows = sheets(render(bus_list(), RU, EN))["Details"]
    men = next(row for row in rows if row[0] == "Мужчины · Male")
    assert men[1:7] == [1, 5, 4, 16, 4, 30]


def test_it_opens_ready_to_print() -> None:
    sheet = opened(render(bus_list(), RU, EN))["List"]
    assert sheet.page_setup.orientation == "landscape"
    assert str(sheet.page_setup.paperSize) == "9"
    assert sheet.page_setup.fitToWidth == 1
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == f"${HEAD_ROW}:${HEAD_ROW}"
    assert sheet.freeze_panes == f"A{HEAD_ROW + 1}"
    assert "BBCA4AC87004EDD1" in sheet.oddFooter.center.text
    assert sheet.oddFooter.right.text.endswith("Стр. &P из &N · Page &P of &N")
    assert "ALA-2020-0113/1" in sheet.oddHeader.left.text


@pytest.mark.parametrize(
    "text", ["=1+1", '=HYPERLINK("http://x","y")', "+1", "-Ndiaye", "@SUM(1)", "\t=2", "＝1"]
)
def test_nothing_becomes_a_formula(text: str) -> None:
    model = with_names(bus_list(), text, text)
    rows = tuple(replace(row, document_number=text, seat=text) for row in model.groups[0].rows)
    model = replace(model, groups=(replace(model.groups[0], rows=rows),), leader=None)
    data = render(model, RU, EN)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                assert b"<f>" not in archive.read(name)
    shown = people_of(data)[0]
    assert shown["Фамилия, имя, отчество"] == text
    assert shown["Document number"] == text


def test_control_characters_are_stripped() -> None:
    data = render(with_names(bus_list(), "На\x00за\x0bров\u202e", "NAZ"), RU, EN)
    assert people_of(data)[0]["Фамилия, имя, отчество"] == "Назаров"


def test_a_birth_date_not_known_to_the_day_is_text() -> None:
    rows = bus_list().groups[0].rows
    changed = (
        replace(rows[0], birth=PartialDate.of_year(1974)),
        replace(rows[1], birth=None),
        replace(rows[2], birth=PartialDate.of_day(date(1899, 12, 31))),
    )
    model = bus_list(groups=(replace(bus_list().groups[0], rows=changed),))
    shown = people_of(render(model, RU, EN))
    assert [row["Дата рожд."] for row in shown] == ["1974", "не известна", "31.12.1899"]
    assert [row["Возраст"] for row in shown] == ["45–46", "", 120]


def test_equal_input_gives_equal_bytes() -> None:
    data = render(convoy_list(), FR, EN)
    render(bus_list(), RU, None)
    assert render(convoy_list(), FR, EN) == data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2020, 11, 12, 12, 5, 0)}


def test_the_list_of_a_convoy_has_a_column_of_vehicles() -> None:
    people = people_of(render(convoy_list(), RU, EN))
    assert len(people) == 102
    assert [people[0]["Vehicle"], people[-1]["Vehicle"]] == [1, 3]
    assert people[-1]["Место"] == "32"
    assert "Change" not in people[0]


def test_changed_rows_carry_a_sign() -> None:
    people = people_of(render(bus_list(), RU, EN))
    signs = {int(row["№"]): row["Change"] for row in people if row["Change"]}
    assert signs[28] == "+"
    assert signs[30] == "↔"
    assert signs[35] == "≠"
    assert len(signs) == 10


def test_long_names_get_the_lines_that_they_need() -> None:
    sheet = opened(render(with_names(bus_list(), LONG_NAME, LONG_LATIN), RU, EN))["List"]
    assert sheet.row_dimensions[HEAD_ROW + 2].height > 30
    assert max(dimension.width for dimension in sheet.column_dimensions.values()) <= 40


@pytest.mark.parametrize("model", [bus_list(groups=(), changes=None), bus_list(groups=singles(1))])
def test_small_lists(model: ManifestModel) -> None:
    rows = sheets(render(model, EN))["List"]
    assert any(re.match("TOTAL · (0|1) ", str(cell)) for row in rows for cell in row)
