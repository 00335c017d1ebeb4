"""Rows that are no people, cells that hold more than their heading says."""

import pytest
from intake_truth import TODAY

from desktop.domain.intake.model import ListDraft, Overrides
from desktop.domain.intake.recognition import recognise
from desktop.domain.intake.sheet import CellValue, Sheet
from desktop.errors import UserError

HEADING = ("№", "ФИО", "Дата рождения", "Паспорт", "Телефон", "Примечание")


def read(*rows: tuple[CellValue, ...]) -> ListDraft:
    return recognise(Sheet("x", (HEADING, *rows)), today=TODAY)


def reasons(draft: ListDraft) -> list[str]:
    return [skipped.reason.removeprefix("intake.row_") for skipped in draft.skipped]


def test_second_line_of_a_person_is_kept() -> None:
    draft = read(
        (1, "Назаров Саидмурод", "1988", "403179174", "87015550142"),
        ("", "", "", "I-СА 353519", "87015550143", "инвалидная коляска"),
        (2, "Табаров Бахтиёр", "1990", "403179175"),
    )
    person = draft.people[0]
    assert [phone.e164 for phone in person.phones] == ["+77015550142", "+77015550143"]
    assert [d.number for d in person.documents] == ["403179174", "I-СА 353519"]
    assert person.needs == ("wheelchair_place",)
    assert reasons(draft) == ["heading", "continuation"]


def test_row_without_a_name_is_told() -> None:
    draft = read(
        (1, "Назаров Саидмурод", "1988", "403179174"),
        (2, "", "1990", "403179175"),
        (3,),
        (4,),
    )
    assert len(draft.people) == 1
    assert reasons(draft) == ["heading", "no_name", "number_only", "number_only"]
    assert draft.problem_counts()["intake.row_no_name"] == 1


def test_totals_that_agree_and_that_do_not() -> None:
    people = [(n, f"Назаров Саидмурод{n}", "1988", f"40317917{n}") for n in range(1, 5)]
    agree = read(*people, ("", "Итого: 4 чел., в т.ч. детей 2"))
    assert not agree.problem_counts()["intake.total_differs"]
    parts = read(*people[:2], ("", "Итого по автобусу", 2), *people[2:], ("", "Всего", "", 4))
    assert not parts.problem_counts()["intake.total_differs"]
    differ = read(*people, ("", "ВСЕГО:", "", "7"))
    assert differ.problem_counts()["intake.total_differs"] == 1
    assert differ.problems[-1].params == {"stated": 7, "counted": 4}
    children = read(*people, ("", "Всего детей: 1"), ("", "Всего: 4"))
    assert not children.problem_counts()["intake.total_differs"]


def test_signatures_notes_and_repeated_headings() -> None:
    draft = read(
        (1, "Назаров Саидмурод", "1988", "403179174"),
        HEADING,
        (1, 2, 3, 4, 5, 6),
        (2, "Табаров Бахтиёр", "1990", "403179175"),
        (),
        ("", "Список неполный, ждём ещё двоих"),
        ("", "Старший группы: Назаров С.", "", "", "87015550142"),
        ("", "М.П. ____________"),
    )
    assert [person.row for person in draft.people] == [2, 5]
    assert reasons(draft) == ["heading", "heading", "heading", "blank", "note", "signature",
                              "signature"]  # fmt: skip


def test_person_with_nothing_but_a_name() -> None:
    draft = read(
        (1, "Назаров Саидмурод", "1988", "403179174"),
        ("", "Табаров Бахтиёр"),
        (3, "Саидова Мадина"),
    )
    assert [person.row for person in draft.people] == [2, 3, 4]


def test_words_in_brackets_behind_a_name() -> None:
    draft = read(
        (1, "Назарова Гулнора (беременная)", "1988", "403179174"),
        (2, "Муродова (Каримова) Саодат", "1988", "403179175"),
        (3, "Давлатов Файзулло (едет один, без родителей)", "2006", "403179176"),
    )
    first, second, third = draft.people
    assert (first.given_names, first.needs, first.note) == (
        "Гулнора",
        ("front_seat",),
        "беременная",
    )
    assert first.is_note_restricted
    assert (second.family_name, second.given_names) == ("Муродова", "Саодат")
    assert third.unaccompanied


def test_several_people_in_one_cell_are_told() -> None:
    draft = read(
        (1, "Назаров Саидмурод\nНазарова Гулнора\nНазаров Далер", "1988", "403179174"),
        (2, "Табаров Бахтиёр\nTABAROV BAKHTIYOR", "1990", "403179175"),
        (3, "Саидова\nМадина Исмоиловна", "1990", "403179176"),
    )
    told = [p.row for p in draft.problems if p.code == "intake.several_people"]
    assert told == [2]
    assert draft.people[1].latin_family_name == "TABAROV"
    assert draft.people[2].patronymic == "Исмоиловна"


def test_old_tajik_font() -> None:
    draft = read(
        (1, "Рањмонов Љамшед", "1988", "403179174"),
        (2, "Ќурбонов Ѓафур", "1990", "403179175"),
    )
    assert [p.family_name for p in draft.people] == ["Раҳмонов", "Қурбонов"]
    assert [p.given_names for p in draft.people] == ["Ҷамшед", "Ғафур"]
    assert draft.problem_counts()["intake.old_font"] == 1


def test_first_of_january_in_many_rows() -> None:
    draft = read(
        *((n, f"Назаров Саидмурод{n}", f"01.01.19{n}", f"4031791{n}") for n in range(60, 70))
    )
    doubts = [p for p in draft.problems if p.code == "intake.birth_first_january"]
    assert len(doubts) == 10
    assert doubts[0].suggestion == "1960"


def test_ages_become_spans_of_the_day_of_the_list() -> None:
    rows = (
        ("Список на 01.10.2020",),
        ("ФИО", "Возраст"),
        ("Назаров Эраҷ", 30),
        ("Саидов Умед", "5 лет"),
    )
    draft = recognise(Sheet("x", rows), today=TODAY)
    assert str(draft.listed_on) == "2020-10-01"
    assert str(draft.people[0].birth) == "1989-10-02/1990-10-01"
    assert draft.people[1].birth is not None
    assert draft.people[1].birth.ages_on(draft.listed_on or TODAY) == (5, 5)


def test_doubtful_ends_of_validity_are_told() -> None:
    rows = (
        ("ФИО", "Паспорт", "Действителен до"),
        ("Назаров Эраҷ", "403179174", "05/06/2025"),
        ("Саидов Умед", "403179175", "10 лет"),
        ("Холов Далер", "403179176", "бессрочно"),
    )
    draft = recognise(Sheet("x", rows), today=TODAY)
    assert [(p.row, p.code) for p in draft.problems if p.column == 2] == [
        (2, "intake.date_order"),
        (3, "intake.date_unreadable"),
    ]
    assert str(draft.people[0].documents[0].expires) == "2025-06-05"
    again = recognise(Sheet("x", rows), today=TODAY, overrides=Overrides(day_first={2: False}))
    assert str(again.people[0].documents[0].expires) == "2025-05-06"


def test_columns_without_a_meaning_are_kept() -> None:
    rows = (("ФИО", "Место", "Группа крови"), ("Назаров Эраҷ", 12, "II"), ("Саидов Умед", 13, "I"))
    draft = recognise(Sheet("x", rows), today=TODAY)
    assert draft.people[0].extra == {"Место": "12", "Группа крови": "II"}


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ((), "intake.empty"),
        ((("",),), "intake.empty"),
        ((("Уважаемый коллега!",), ("Направляю список.",), ("С уважением",)), "intake.no_list"),
    ],
)
def test_sheets_that_hold_no_list(rows: tuple[tuple[CellValue, ...], ...], code: str) -> None:
    with pytest.raises(UserError) as caught:
        recognise(Sheet("x", rows), today=TODAY)
    assert caught.value.code == code


def test_list_without_names_or_people_says_so() -> None:
    no_names = (("Паспорт", "Телефон"), ("403179174", "87015550142"), ("403179175", "87015550143"))
    draft = recognise(Sheet("x", no_names), today=TODAY)
    assert draft.people == ()
    assert [p.code for p in draft.problems] == ["intake.no_names"]
    assert [s.row for s in draft.skipped] == [1, 2, 3]
    draft = read()
    assert draft.people == ()
    assert draft.problem_counts()["intake.no_people"] == 1
