"""An officer mends what is doubtful, and the list is read again."""

import pickle
from dataclasses import replace
from datetime import date

import pytest
from intake_truth import TODAY, tajik_areas

from desktop.domain.intake.areas import AreaNames
from desktop.domain.intake.fields import Field
from desktop.domain.intake.model import ListDraft, Overrides, PersonDraft, Remedy, Severity
from desktop.domain.intake.recognition import recognise
from desktop.domain.intake.remedies import mend
from desktop.domain.intake.sheet import CellValue, MergedRange, Sheet
from desktop.errors import UserError

HEAD = ("№", "Ному насаб", "Солу таваллуд", "Паспорт №", "то", "Вилоят", "Тел", "Эзоҳ")


def picture(*rows: tuple[CellValue, ...]) -> Sheet:
    """A list like the one in the picture of the import page."""
    return Sheet("Лист1", (("Рӯйхат",), HEAD, *rows))


ROWS: tuple[tuple[CellValue, ...], ...] = (
    (
        1,
        "Раҳмонов Фирӯз Саидович",
        "14.03.1988",
        "402118843",
        "12.05.2029",
        "Хатлон",
        "87015550142",
    ),
    (2, "Раҳмонова Зулайхо", "02.11.1992", "402118844", "12.05.2029", "Хатлон", "—", "бо шавҳар"),
    (3, "Раҳмонов Далер", "09/04/17", "TAS-0412", "", "Хатлон", "", "писар"),
    (4, "Раҳмонова Мадина", "05/06/24", "402118845", "", "хатлонск.", "", "духтар"),
    (5, "Шарифов Баҳром", "1981", "40077З105", "03.02.2027", "Суғд", "87055551804"),
    (6, "Назаров Толибҷон", "45 000", "401871230", "16.06.2028", "Хатл.", "87015556612"),
    (
        7,
        "Қурбонова Сабоҳат",
        "12.02.2003",
        "402430077",
        "01.03.2030",
        "ГБАО",
        "87015550001",
        "бо кӯдак",
    ),
    (8, "Қурбонов Исмоил", "", "402430077", "", "ГБАО", "", ""),
)
MORE: tuple[tuple[CellValue, ...], ...] = (("", "Ҳамагӣ: 8"),)


def read(overrides: Overrides | None = None, day: date = date(2026, 11, 23)) -> ListDraft:
    return recognise(picture(*ROWS, *MORE), today=day, areas=tajik_areas(), overrides=overrides)


def person(draft: ListDraft, row: int) -> PersonDraft:
    return next(p for p in draft.people if p.row == row)


def codes(draft: ListDraft, row: int) -> set[str]:
    return {problem.code for problem in draft.problems if problem.row == row}


def test_the_picture_is_read_with_its_doubts() -> None:
    draft = read()
    assert len(draft.people) == 8
    assert [c.field for c in draft.columns] == [
        Field.RUNNING_NUMBER,
        Field.FULL_NAME,
        Field.BIRTH_DATE,
        Field.DOCUMENT,
        Field.EXPIRES,
        Field.REGION,
        Field.PHONE,
        Field.NOTE,
    ]
    assert "intake.date_serial" in codes(draft, 8)
    assert person(draft, 8).birth is not None
    assert str(person(draft, 8).birth) == "2023-03-15"
    assert "intake.birth_year_only" in codes(draft, 7)
    assert "intake.birth_missing" in codes(draft, 10)
    assert "intake.document_look_alike" in codes(draft, 7)
    assert person(draft, 7).documents[0].number == "400773105"
    assert {r for r in (6, 8) if "intake.area_spelling" in codes(draft, r)} == {6, 8}
    assert {r for r in (9, 10) if "intake.document_repeated" in codes(draft, r)} == {9, 10}
    assert [group.rows for group in draft.groups] == [(3, 4, 5, 6), (9, 10)]
    assert [person(draft, row).role for row in (3, 4, 5, 6)] == ["head", "spouse", "child", "child"]
    assert person(draft, 9).role == "head"
    assert person(draft, 10).role == "child"
    assert person(draft, 3).phones[0].e164 == "+77015550142"


def test_bulk_remedies_take_the_doubts_away() -> None:
    draft = read()
    overrides = Overrides()
    for code, remedy in (
        ("intake.date_serial", Remedy.SUGGESTION),
        ("intake.document_look_alike", Remedy.SUGGESTION),
        ("intake.area_spelling", Remedy.SUGGESTION),
        ("intake.birth_year_only", Remedy.ACCEPT),
        ("intake.document_repeated", Remedy.ACCEPT),
    ):
        assert draft.problem_counts()[code], code
        overrides = mend(draft, overrides, code, remedy)
    mended = read(overrides)
    for code in (
        "intake.date_serial",
        "intake.document_look_alike",
        "intake.area_spelling",
        "intake.birth_year_only",
        "intake.document_repeated",
    ):
        assert not mended.problem_counts()[code], code
    assert person(mended, 6).region == "TJ-KT"
    assert person(mended, 8).region == "TJ-KT"


def test_remedy_for_some_rows_only() -> None:
    draft = read()
    overrides = mend(draft, Overrides(), "intake.area_spelling", Remedy.SUGGESTION, rows={6})
    assert set(overrides.cells) == {(6, 5)}


def test_an_edit_needs_a_text() -> None:
    with pytest.raises(ValueError, match="text"):
        mend(read(), Overrides(), "intake.birth_missing", Remedy.EDIT)


def test_open_order_is_decided_for_the_column() -> None:
    rows = (("ФИО", "Дата рождения"), ("Назаров Саидмурод", "05/10/1991"),
            ("Назарова Гулнора", "07/06/1993"))  # fmt: skip
    sheet = Sheet("x", rows)
    draft = recognise(sheet, today=TODAY)
    assert draft.problem_counts()["intake.date_order"] == 2
    assert str(draft.people[0].birth) == "1991-10-05"
    assert str(draft.people[0].birth_alternative) == "1991-05-10"
    overrides = mend(draft, Overrides(), "intake.date_order", Remedy.MONTH_FIRST)
    again = recognise(sheet, today=TODAY, overrides=overrides)
    assert str(again.people[0].birth) == "1991-05-10"
    assert not again.problem_counts()["intake.date_order"]


def test_columns_heading_and_sheet_can_be_chosen() -> None:
    rows: tuple[tuple[CellValue, ...], ...] = (
        ("Назаров", "Саидмурод", "05.10.1991", "403179174"),
        ("Табаров", "Бахтиёр", "07.06.1993", "403130665"),
    )
    sheet = Sheet("x", rows)
    fields = {0: Field.GIVEN_NAMES, 1: Field.FAMILY_NAME, 3: Field.OTHER}
    draft = recognise(sheet, today=TODAY, overrides=Overrides(fields=fields))
    assert draft.people[0].family_name == "Саидмурод"
    assert draft.people[0].documents == ()
    assert draft.people[0].extra == {"D": "403179174"}
    assert draft.columns[0].basis == "override"
    one_row_less = recognise(sheet, today=TODAY, overrides=Overrides(header_rows=(1, 1)))
    assert [p.row for p in one_row_less.people] == [2]
    with pytest.raises(UserError, match="no_sheet"):
        recognise(sheet, today=TODAY, overrides=Overrides(sheet="other"))


def test_corrected_cells_and_rows_left_out() -> None:
    draft = read(Overrides(cells={(10, 2): "2009"}, left_out=frozenset({5})))
    assert str(person(draft, 10).birth) == "2009"
    assert all(p.row != 5 for p in draft.people)
    assert any(s.row == 5 and s.reason == "intake.row_left_out" for s in draft.skipped)


def test_drafts_travel_between_processes() -> None:
    draft = read()
    assert pickle.loads(pickle.dumps(draft)) == draft  # noqa: S301 - our own bytes
    overrides = Overrides(cells={(1, 1): "x"})
    assert pickle.loads(pickle.dumps(overrides)) == overrides  # noqa: S301


def test_severities_add_up_to_people() -> None:
    draft = read()
    sums = draft.rows_by_severity()
    assert sum(sums.values()) == len(draft.people)
    assert sums[Severity.WRONG] >= 2


def test_merged_nonsense_does_no_harm() -> None:
    sheet = picture(*ROWS)
    merged = (MergedRange(0, 0, 9, 7), MergedRange(3, 1, 9, 3), MergedRange(200, 50, 300, 70))
    draft = recognise(replace(sheet, merged=merged), today=TODAY, areas=AreaNames())
    assert len(draft.people) == 8
