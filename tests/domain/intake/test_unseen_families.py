"""Families as lists tell of them: by numbers, by words, by what they leave out."""

import pytest
from small_lists import BORN, COUPLE, FAMILY, NUMBERS, STRANGER, Row, groups, names, read, roles

from desktop.domain.intake.model import ListDraft
from desktop.domain.intake.sheet import CellValue


def families(heading: str, values: tuple[CellValue, ...], *, first: bool = True) -> ListDraft:
    """A family of three, a stranger and a couple, with `values` in a column of their own."""
    people = (*zip(FAMILY, BORN, NUMBERS, strict=True), STRANGER, *COUPLE)
    head: Row = ("Ф.И.О.", "Дата рождения", "Паспорт")
    rows = [(value, *person) if first else (*person, value) for value, person in zip(
        values, people, strict=True)]  # fmt: skip
    return read((heading, *head) if first else (*head, heading), *rows)


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Семья", ("Семья 1", "", "", "Семья 2", "Семья 3", "")),
        ("№", (1, "", "", 2, 3, "")),
        ("№", ("1а", "1б", "1в", "2", "3а", "3б")),
        ("№", ("1.1", "1.2", "1.3", "2", "3.1", "3.2")),
        ("Кол-во членов семьи", (3, "", "", 1, 2, "")),
        ("Состав семьи", ("3 чел.", "", "", "", "2 чел.", "")),
        ("Household size", (3, 3, 3, 1, 2, 2)),
        ("№ семьи", (1, 1, 1, 2, 3, 3)),
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_families_by_numbers(heading: str, values: tuple[CellValue, ...], *, first: bool) -> None:
    draft = families(heading, values, first=first)
    assert len(draft.people) == 6
    assert groups(draft) == [(2, 3, 4), (6, 7)]


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Билет", (1, "", "", 2, 3, "")),
        ("Багаж", (3, 1, 1, 1, 2, 2)),
        ("Место", (1, 2, 3, 4, 5, 6)),
        ("№", (10001, 10002, 10003, 10004, 10005, 10006)),
    ],
)
def test_other_numbers_make_no_families(heading: str, values: tuple[CellValue, ...]) -> None:
    assert groups(families(heading, values, first=False)) == []


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Родство", ("глава семьи", "суп.", "с", "", "муж", "жена")),
        ("Family status", ("head", "wife", "son", "single", "head", "wife")),
        ("Семейное положение", ("глава", "жена", "сын", "холост", "глава", "жена")),
        ("Родство", ("г", "ж", "с", "", "г", "ж")),
        (
            "Qarindoshligi",
            ("oila boshlig'i", "turmush o'rtog'i", "o'g'li", "", "boshliq", "xotini"),
        ),
        ("Родство", ("глава семьи", "кума", "побратим", "один", "глава семьи", "землячка")),
        ("Примечание", ("с женой и сыном", "", "", "", "с женой", "")),
    ],
)
def test_families_by_words(heading: str, values: tuple[CellValue, ...]) -> None:
    draft = families(heading, values, first=False)
    assert groups(draft)[0] == (2, 3, 4)
    assert draft.people[0].role == "head"
    assert draft.people[3].group is None
    assert [p.sex for p in draft.people] == ["M", "F", "M", "M", "M", "F"]


def test_marital_status_is_no_relation() -> None:
    draft = families(
        "Семейное положение", ("женат", "замужем", "холост", "женат", "женат", "замужем"),
        first=False,
    )  # fmt: skip
    assert not draft.groups
    assert not draft.problem_counts()["intake.relation_unknown"]


def test_unknown_words_for_relatives_are_told() -> None:
    values = ("глава семьи", "кума", "побратим", "", "", "")
    draft = families("Родство", values, first=False)
    assert roles(draft)[:4] == ["head", "other", "other", ""]
    assert draft.problem_counts()["intake.relation_unknown"] == 2


def test_two_families_of_one_name_have_labels_of_their_own() -> None:
    values = ("глава семьи", "жена", "сын")
    rows = tuple(zip(FAMILY, BORN, NUMBERS, values, strict=True))
    draft = read(("ФИО", "Дата рождения", "Паспорт", "Родство"), *rows, *rows)
    assert [group.label for group in draft.groups] == ["Назаров", "Назаров (2)"]


def test_a_family_heading_with_its_telephone() -> None:
    rows = tuple(zip((1, 2, 3), FAMILY, BORN, ("", "", ""), strict=True))
    draft = read(
        ("№", "ФИО", "Дата рождения", "Телефон"),
        ("", "Семья Назаровых", "", "87011234567"),
        *rows,
        (4, *STRANGER[:2], "87011234568"),
    )
    assert len(draft.people) == 4
    assert draft.groups[0].label == "Семья Назаровых"


def test_blank_and_repeated_family_names_follow_the_head() -> None:
    head = ("Фамилия", "Имя", "Отчество", "Дата рождения")
    expected = ["Назаров Саидмурод Каримович", "Назарова Гулнора Умедовна",
                "Назаров Далер Саидмуродович", "Холов Эраҷ Каримович"]  # fmt: skip
    for mark in ("", "то же", "—//—", '"', '-"-', "ditto"):
        draft = read(
            head,
            ("Назаров", "Саидмурод", "Каримович", "12.03.1980"),
            (mark, "Гулнора", "Умедовна", "02.04.1984"),
            (mark, "Далер", "Саидмуродович", "05.06.2010"),
            ("Холов", "Эраҷ", "Каримович", "01.01.1990"),
        )
        if mark:
            expected[1] = "Назаров Гулнора Умедовна"
        found = names(draft)
        assert found[::2] == expected[::2], mark
        assert found[1].startswith("Назаров")
        assert draft.problem_counts()["intake.family_name_inferred"] == (0 if mark else 2)


def test_given_names_alone_under_a_head() -> None:
    draft = read(
        ("№", "ФИО", "Родство", "Дата рождения"),
        (1, "Назаров Саидмурод Каримович", "глава семьи", "12.03.1980"),
        (2, "Гулнора", "жена", "02.04.1984"),
        (3, "Сардор", "сын", "05.06.2010"),
        (4, '-"- Мадина', "дочь", "05.06.2012"),
        (5, "Шаҳло", "", "05.06.1990"),
    )
    assert names(draft) == ["Назаров Саидмурод Каримович", "Назарова Гулнора", "Назаров Сардор",
                            "Назарова Мадина", "Шаҳло"]  # fmt: skip
    assert draft.people[4].given_names == "Шаҳло"
    assert groups(draft) == [(2, 3, 4, 5)]


def test_relations_before_names_make_roles() -> None:
    draft = read(
        ("№", "ФИО", "Дата рождения"),
        (1, FAMILY[0], BORN[0]),
        (2, f"жена - {FAMILY[1]}", BORN[1]),
        (3, f"сын: {FAMILY[2]}", BORN[2]),
        (4, *STRANGER[:2]),
    )
    assert names(draft)[1:3] == ["Назарова Гулнора", "Назаров Далер"]
    assert roles(draft) == ["head", "spouse", "child", ""]


def test_families_between_empty_rows() -> None:
    people = tuple(zip(FAMILY, BORN, NUMBERS, strict=True))
    draft = read(("ФИО", "Дата рождения", "Паспорт"), *people, (), STRANGER, (), *COUPLE)
    assert groups(draft) == [(2, 3, 4), (8, 9)]
    assert draft.problem_counts()["intake.group_by_blank_rows"] == 5
