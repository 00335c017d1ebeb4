"""Whole lists in layouts of their own."""

import pytest
from intake_truth import TODAY
from small_lists import BORN, COUPLE, FAMILY, NUMBERS, STRANGER, Row, birth, names, read, roles

from desktop.domain.intake.recognition import recognise
from desktop.domain.intake.sheet import MergedRange, Sheet, Workbook
from desktop.errors import UserError


def test_uzbek_border_list_with_a_heading_of_two_lines() -> None:
    draft = read(
        ("T/r", "F.I.Sh.", "Tug'ilgan", "", "", "Pasport", "", "Oilaviy holati"),
        ("", "", "kun", "oy", "yil", "seriya", "raqam", ""),
        (1, "Karimov Jasur Baxodir o'g'li", 12, "mart", 1980, "AA", "1234567", "oila boshlig'i"),
        (2, "Karimova Dilnoza Rustam qizi", 1, "aprel", 1984, "AA", "1234568", "turmush o'rtog'i"),
        (3, "Karimov Sardor Jasur o'g'li", 30, "sentabr", 2010, "AB", "1234569", "o'g'li"),
        (4, "Yo'ldosheva Malika Anvar qizi", 5, "noyabr", 1995, "AC", "7234569", ""),
        merged=(MergedRange(0, 2, 0, 4), MergedRange(0, 5, 0, 6), MergedRange(0, 0, 1, 0)),
    )
    assert names(draft)[3] == "Yo’ldosheva Malika Anvar qizi"
    assert [birth(p) for p in draft.people] == ["1980-03-12", "1984-04-01", "2010-09-30",
                                                "1995-11-05"]  # fmt: skip
    assert draft.people[2].documents[0].number == "AB1234569"
    assert roles(draft) == ["head", "spouse", "child", ""]
    assert [p.sex for p in draft.people] == ["M", "F", "M", "F"]
    assert not draft.problems


def test_english_list_of_households() -> None:
    draft = read(
        ("HH ID", "Case No.", "Last Name", "First Name", "M/F", "DOB (mm/dd/yyyy)",
         "Travel Doc #", "Contact", "Vulnerabilities", "Rel. to HoH"),
        ("H-01", "KZ-1", "KARIMOV", "JASUR", "M", "03/04/1980", "AA1234567", "+77011112233", "",
         "HoH"),
        ("H-01", "KZ-2", "KARIMOVA", "DILNOZA", "F", "05/06/1984", "AA1234568", "", "pregnant",
         "Spouse"),
        ("H-01", "KZ-3", "KARIMOV", "SARDOR", "M", "11/12/2010", "AB1234569", "", "", "Child"),
        ("H-02", "KZ-4", "YULDASHEVA", "MALIKA", "F", "07/08/1995", "AC7234569", "", "", "Self"),
    )  # fmt: skip
    assert [birth(p) for p in draft.people] == ["1980-03-04", "1984-05-06", "2010-11-12",
                                                "1995-07-08"]  # fmt: skip
    assert roles(draft) == ["head", "spouse", "child", ""]
    assert draft.people[1].needs == ("front_seat",)
    assert draft.people[3].registration == "KZ-4"


def test_two_lists_side_by_side_are_not_mixed() -> None:
    rows = [(i, name, number, i + 3, other[0], other[2]) for i, (name, number, other) in enumerate(
        zip(FAMILY, NUMBERS, (STRANGER, *COUPLE), strict=True), start=1)]  # fmt: skip
    heading = ("№", "ФИО", "Паспорт")
    draft = read(heading + heading, *rows)
    assert names(draft) == list(FAMILY)
    assert [[d.number for d in p.documents] for p in draft.people] == [[n] for n in NUMBERS]
    told = [p.params for p in draft.problems if p.code == "intake.people_beside"]
    assert told == [{"columns": "D–F"}]


def test_people_in_columns_are_told() -> None:
    with pytest.raises(UserError, match="people_in_columns"):
        read(
            ("ФИО", *FAMILY),
            ("Дата рождения", *BORN),
            ("Паспорт", *NUMBERS),
            ("Телефон", "87011234567", "", ""),
        )


def test_the_sheet_with_names_is_chosen_and_others_are_told() -> None:
    codes: tuple[Row, ...] = (("Код", "Страна", "Город", "Тел. код"),) + (
        (1, "Страна", "Город", 7),
    ) * 50
    heading: Row = ("ФИО", "Дата рождения", "Паспорт")
    first = tuple(zip(FAMILY, BORN, NUMBERS, strict=True))
    book = Workbook(
        "x.xlsx", "", 0, "xlsx",
        (
            Sheet("Справочник", codes),
            Sheet("Автобус 1", (heading, *first)),
            Sheet("Автобус 2", (heading, *COUPLE)),
            Sheet("Скрытый", (heading, STRANGER), hidden=True),
        ),
    )  # fmt: skip
    draft = recognise(book, today=TODAY)
    assert draft.sheet == "Автобус 1"
    told = [p.params for p in draft.problems if p.code == "intake.more_lists"]
    assert told == [{"sheet": "Автобус 2", "rows": 2}, {"sheet": "Скрытый", "rows": 1}]


def test_signatures_and_counts_below() -> None:
    people = tuple((i, name, born, number) for i, (name, born, number) in enumerate(
        zip(FAMILY, BORN, NUMBERS, strict=True), start=1))  # fmt: skip
    draft = read(
        ("№", "ФИО", "Дата рождения", "Паспорт"),
        *people,
        ("", "", "3"),
        ("", "", "", "3 паспорта"),
        ("Ответственный", "Сангов Олим", "", "+7 701 222 33 44"),
        ("", "Водитель автобуса", "Бердиев Акмал", "A1234567"),
        ("", "Проверил: Латипов Сорбон"),
        ("", "Сопровождающий", "Гулов Шерали", "", "87013332211"),
        ("", "Контактное лицо: Гулов Шерали", "", "87013332211"),
        ("Взрослые", "", "3"),
    )
    assert names(draft) == list(FAMILY)
    assert not draft.problem_counts()["intake.row_no_name"]


def test_everything_in_one_cell_with_the_telephone() -> None:
    people = enumerate(zip(FAMILY, BORN, NUMBERS, strict=True))
    rows = [
        (f"{i}. {name}, {born} г.р., паспорт № {number}, тел. +7 701 123 45 6{i}",)
        for i, (name, born, number) in people
    ]
    draft = read(("Список граждан",), *rows)
    assert names(draft) == list(FAMILY)
    assert [p.documents[0].number for p in draft.people] == list(NUMBERS)
    assert [p.phones[0].e164 for p in draft.people] == [f"+7701123456{i}" for i in range(3)]


def test_the_name_again_in_passport_letters_under_it() -> None:
    draft = read(
        ("№", "ФИО", "Дата рождения", "Паспорт"),
        (1, FAMILY[0], BORN[0], NUMBERS[0]),
        ("", "NAZAROV SAIDMUROD"),
        (2, *STRANGER),
        ("", "KHOLOV ERAJ"),
    )
    assert names(draft) == [FAMILY[0], STRANGER[0]]
    assert [p.latin_family_name for p in draft.people] == ["NAZAROV", "KHOLOV"]
