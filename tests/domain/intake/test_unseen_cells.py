"""Cells in which dates, documents and names are written as nobody asked for them."""

import pytest
from small_lists import BORN, FAMILY, NUMBERS, STRANGER, Row, birth, names, read


@pytest.mark.parametrize("heading", ["Фамилия", "Surname", "Фамилия И.О.", "Насаб"])
def test_a_heading_of_surnames_over_whole_names(heading: str) -> None:
    draft = read(
        ("№", heading, "Год рождения", "Паспорт"),
        *((i, name, 1980 + i, number) for i, (name, number) in enumerate(
            zip(FAMILY, NUMBERS, strict=True), start=1)),
    )  # fmt: skip
    assert names(draft) == list(FAMILY)
    assert [p.family_name for p in draft.people] == ["Назаров", "Назарова", "Назаров"]


@pytest.mark.parametrize(
    "dates",
    [
        (12, "март", 1980),
        ("12", "марта", "1980 г."),
        (12, "mart", 80),
        (12, "мар.", 1980),
        (12, 3, 1980),
    ],
)
@pytest.mark.parametrize("headings", [("День", "Месяц", "Год"), ("Число", "Месяц", "Год рождения")])
def test_dates_in_three_columns(dates: Row, headings: Row) -> None:
    rows = [(name, *dates, number) for name, number in zip(FAMILY, NUMBERS, strict=True)]
    draft = read(("ФИО", *headings, "Паспорт"), *rows)
    assert [birth(person) for person in draft.people] == ["1980-03-12"] * 3


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1970-йил", "1970"),
        ("1970 yil", "1970"),
        ("1970 жыл", "1970"),
        ("соли 1970", "1970"),
        ("20..03.1965", "1965-03-20"),
        ("20.03..1965", "1965-03-20"),
        ("20/.03.1965", "1965-03-20"),
    ],
)
def test_dates_with_words_and_slips(text: str, iso: str) -> None:
    rows = [(name, text, number) for name, number in zip(FAMILY, NUMBERS, strict=True)]
    draft = read(("ФИО", "Туғилган йили", "Паспорт"), *rows)
    assert [birth(person) for person in draft.people] == [iso] * 3


@pytest.mark.parametrize(
    ("heading", "iso", "doubts"),
    [
        ("DOB (mm/dd/yyyy)", "1980-03-04", 0),
        ("Дата рождения (дд/мм/гггг)", "1980-04-03", 0),
        ("Date of birth", "1980-04-03", 3),
    ],
)
def test_a_heading_that_tells_the_order_of_dates(heading: str, iso: str, doubts: int) -> None:
    rows = [(name, "03/04/1980") for name in FAMILY]
    draft = read(("Name", heading), *rows)
    assert {birth(person) for person in draft.people} == {iso}
    assert draft.problem_counts()["intake.date_order"] == doubts


def test_a_value_proves_the_order_of_the_heading_wrong() -> None:
    rows = [(name, date) for name, date in zip(
        FAMILY, ("03/04/1980", "25/04/1984", "05/06/2010"), strict=True)]  # fmt: skip
    draft = read(("Name", "DOB (mm/dd/yyyy)"), *rows)
    assert [birth(p) for p in draft.people] == ["1980-04-03", "1984-04-25", "2010-06-05"]


@pytest.mark.parametrize(
    "headings",
    [
        ("Серия", "Номер"),
        ("Серия паспорта", "Номер паспорта"),
        ("Passport series", "Passport number"),
        ("Серия", "№"),
        ("Pasport seriyasi", "Pasport raqami"),
        ("Паспорт", "Номер"),
        ("Паспорт", ""),
    ],
)
def test_series_and_number_in_two_columns(headings: tuple[str, str]) -> None:
    rows = [(i, name, "AA", 1234567 + i) for i, name in enumerate(FAMILY, start=1)]
    draft = read(("№", "ФИО", *headings), *rows)
    assert [p.documents[0].number for p in draft.people] == ["AA1234568", "AA1234569", "AA1234570"]


@pytest.mark.parametrize("heading", ["№ визы", "Билет №", "№ брони", "Ticket number", "PNR"])
def test_numbers_that_are_no_documents_or_telephones(heading: str) -> None:
    rows = [(n, name, born, number, f"7701000{n}919") for n, (name, born, number) in enumerate(
        zip(FAMILY, BORN, NUMBERS, strict=True), start=1)]  # fmt: skip
    draft = read(("№", "ФИО", "Дата рождения", "Паспорт серияси", heading), *rows)
    assert [[d.number for d in p.documents] for p in draft.people] == [[n] for n in NUMBERS]
    assert not any(person.phones for person in draft.people)
    draft = read(("№", "ФИО", "Дата рождения", "Телефон", heading), *rows)
    assert not any(person.documents for person in draft.people)


def test_a_visa_beside_the_passport_is_no_document() -> None:
    rows = [(name, f"{number} / виза 700123") for name, number in zip(
        FAMILY, NUMBERS, strict=True)]  # fmt: skip
    draft = read(("ФИО", "Паспорт / виза"), *rows)
    assert [[d.number for d in p.documents] for p in draft.people] == [[n] for n in NUMBERS]


def test_a_lost_passport_told_beside_the_name() -> None:
    draft = read(
        ("ФИО", "Дата рождения", "Паспорт"),
        (f"{FAMILY[0]} - утерян паспорт", BORN[0], ""),
        (FAMILY[1], BORN[1], NUMBERS[1]),
    )
    assert [d.state for d in draft.people[0].documents] == ["lost"]
    assert not draft.problem_counts()["intake.document_missing"]


def test_texts_that_are_no_names_become_people_with_a_doubt() -> None:
    odd = ("<b>O'Brien & Co</b>", '=HYPERLINK("http://x";"Али")')
    draft = read(
        ("№", "ФИО", "Дата рождения", "Паспорт"),
        (1, FAMILY[0], BORN[0], NUMBERS[0]),
        (2, odd[0], BORN[1], NUMBERS[1]),
        (3, odd[1], BORN[2], NUMBERS[2]),
        (4, *STRANGER),
    )
    assert [p.family_name.replace("’", "'") for p in draft.people[1:3]] == list(odd)
    assert draft.problem_counts()["intake.name_odd"] == 2
    assert not draft.problem_counts()["intake.row_no_name"]


def test_people_who_are_counted_and_not_named_are_told() -> None:
    draft = read(
        ("ФИО", "Дата рождения"), (f"{FAMILY[0]} + 2 детей", BORN[0]), (STRANGER[0], STRANGER[1])
    )
    told = [p for p in draft.problems if p.code == "intake.companions_unnamed"]
    assert [(p.row, p.params) for p in told] == [(2, {"text": "+ 2 детей"})]
    assert names(draft)[0] == FAMILY[0]
