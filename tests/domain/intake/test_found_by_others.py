"""Lists that were read wrongly once: what was wrong, and what must stay right."""

from datetime import date

import pytest
from intake_truth import TODAY
from list_maker import Col, Human, Layout, Writer, humans, make

from desktop.domain.intake.document_cells import read_document
from desktop.domain.intake.fields import Field
from desktop.domain.intake.model import ListDraft
from desktop.domain.intake.recognition import recognise
from desktop.domain.intake.sheet import CellValue, Sheet
from desktop.files.guard import Limits
from desktop.files.text_tables import read_text_table

_ALONE = [human for human in humans() if human.group is None][:9]
_FAMILIES = [human for human in humans() if human.group is not None][:9]
_PLACE = {human.id: place for place, human in enumerate(_ALONE)}
_COLUMNS = (
    Col("№", lambda human: _PLACE.get(human.id, human.id) + 1),
    Col("ФИО", lambda human: human.full),
    Col("Дата рождения", lambda human: human.born.strftime("%d.%m.%Y")),
    Col("Паспорт", lambda human: human.passport),
)


def read(
    *more: Col, below: tuple[tuple[CellValue, ...], ...] = (), people: list[Human] | None = None
) -> ListDraft:
    wanted = {human.id for human in people or _ALONE}
    layout = Layout((*_COLUMNS, *more), only=lambda human: human.id in wanted)
    sheet, _ = make(layout)
    return recognise(Sheet(sheet.name, (*sheet.rows, *below)), today=TODAY)


@pytest.mark.parametrize("heading", ["Билет", "Этап", "Тест ПЦР", "Проверено", "Blood group"])
@pytest.mark.parametrize(
    "write",
    [
        lambda human: 1,
        lambda human: True,
        lambda human: 1 + _PLACE[human.id] // 3,
        lambda human: 1 + _PLACE[human.id] % 2,
    ],
)
def test_small_numbers_of_another_meaning_make_no_families(heading: str, write: Writer) -> None:
    draft = read(Col(heading, write))
    assert not draft.groups
    assert draft.columns[-1].field not in {Field.FAMILY_GROUP, Field.AGE}


def test_strangers_under_guessed_numbers_are_no_families() -> None:
    assert not read(Col("", lambda human: 1 + _PLACE[human.id] // 3)).groups


def test_rows_below_that_are_no_people() -> None:
    below: tuple[tuple[CellValue, ...], ...] = (
        ("", "мужчин", "4"),
        ("", "Мардҳо", "3"),
        ("", "Количество семей", "3"),
        ("", "Гос. номер автобуса", "403 ABC 02"),
        ("", "Дата выезда", "14.11.2020"),
        ("", "Роҳбари гурӯҳ", "Гулов Шерали"),
        ("", "Driver", "Olim Sangov", "A1234567"),
        ("", "Ҷамъ:", "9 нафар"),
        (10, "резерв"),
        (11, "—"),
        ("", "Регион", "Кол-во"),
        ("", "Хатлон", "3"),
    )
    draft = read(below=below)
    assert len(draft.people) == len(_ALONE)
    counts = draft.problem_counts()
    assert counts["intake.row_remark"] > 0
    assert not counts["intake.row_no_name"]
    assert not counts["intake.total_differs"]


def test_an_unusual_name_with_a_document_stays_a_person() -> None:
    draft = read(below=(("", "Хху Ли", "", "401234567"),))
    assert len(draft.people) == len(_ALONE) + 1


@pytest.mark.parametrize("word", ["больной", "пациент", "сопровождающий"])
def test_remarks_of_care_join_no_strangers(word: str) -> None:
    remark = Col("Примечание", lambda human: word if _PLACE[human.id] in {1, 4} else "")
    assert not read(remark).groups


def test_sections_of_men_and_women_are_no_families() -> None:
    sheet, _ = make(Layout(_COLUMNS, only=lambda human: human.id in _PLACE))
    rows = (sheet.rows[0], ("", "Мужчины"), *sheet.rows[1:5], ("", "Женщины"), *sheet.rows[5:])
    draft = recognise(Sheet("x", rows), today=TODAY)
    assert len(draft.people) == len(_ALONE)
    assert not draft.groups


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("75 1234567", "751234567"),
        ("серия 40 № 1234567", "401234567"),
        ("45 10 № 123456", "4510123456"),
        ("P01234567", "P01234567"),
        ("N 12345678", "N12345678"),
        ("A. 1234567", "A1234567"),
        ("P № 403082985", "403082985"),
        ("N401234567", "401234567"),
        ("паспорт № 1234567", "1234567"),
    ],
)
def test_no_digit_of_a_passport_is_lost(text: str, number: str) -> None:
    reading = read_document(text, kind="passport", today=date(2020, 11, 1))
    assert [document.number for document in reading.documents] == [number]


def test_a_cell_of_very_many_digits_is_a_text() -> None:
    digits = "7" * 30_000
    draft = read(below=((10, "Назаров Саидмурод", digits, digits),))
    assert len(draft.people) == len(_ALONE) + 1


def test_a_very_long_field_of_a_text_table_is_read() -> None:
    rows = read_text_table(b"a;b\n1;" + b"x" * 200_000, Limits())
    assert len(rows[1][1]) == 200_000


@pytest.mark.parametrize("word", ["мл. сын", "несов. сын", "чл. семьи", "иждивенец", "пасынок"])
def test_rare_words_for_relatives_join_the_family(word: str) -> None:
    words = {"head": "глава семьи", "spouse": "супр."}
    draft = read(Col("Родство", lambda h: words.get(h.role, word)), people=_FAMILIES)
    groups = [human.group for human in _FAMILIES]
    assert sorted(len(g.rows) for g in draft.groups) == sorted(map(groups.count, set(groups)))
