"""Families: only those that the list puts together, in whatever way it does."""

from intake_truth import TODAY

from desktop.domain.intake.model import ListDraft
from desktop.domain.intake.recognition import recognise
from desktop.domain.intake.sheet import CellValue, MergedRange, Sheet


def read(
    heading: tuple[str, ...],
    *rows: tuple[CellValue, ...],
    merged: tuple[MergedRange, ...] = (),
) -> ListDraft:
    return recognise(Sheet("x", (heading, *rows), merged), today=TODAY)


def groups(draft: ListDraft) -> list[tuple[int, ...]]:
    return [group.rows for group in draft.groups]


def roles(draft: ListDraft) -> list[str]:
    return [person.role for person in draft.people]


WORDS = ("ФИО", "Дата рождения", "Родство")


def test_husband_opens_a_family_where_no_head_is_named() -> None:
    draft = read(
        WORDS,
        ("Рустамов Ҷамшед Каримович", "1980", "муж"),
        ("Каримова Мадина Одиловна", "1982", "жена"),
        ("Рустамов Далер Ҷамшедович", "2010", "сын"),
        ("Рустамов Зафар Умарович", "1975", "муж"),
        ("Рустамова Ситора Умедовна", "1979", "жена"),
        ("Саидов Эраҷ Саидович", "1990", ""),
    )
    assert groups(draft) == [(2, 3, 4), (5, 6)]
    assert roles(draft) == ["head", "spouse", "child", "head", "spouse", ""]


def test_parents_of_the_head_join_and_a_husband_of_a_female_head_too() -> None:
    draft = read(
        WORDS,
        ("Назарова Гулнора Одиловна", "1985", "глава семьи"),
        ("Шодиев Умед Маҳмадалиевич", "1980", "муж"),
        ("Шодиев Комрон Умедович", "2012", "сын"),
        ("Одилов Одил Назарович", "1950", "отец"),
        ("Одилова Бибихадича Каримовна", "1955", "мать"),
        ("Восиев Эраҷ Саидович", "1990", "глава семьи"),
        ("Восиева Моҳира Саидовна", "1999", "сестра"),
    )
    assert groups(draft) == [(2, 3, 4, 5, 6), (7, 8)]
    assert roles(draft)[:5] == ["head", "spouse", "child", "parent", "parent"]


def test_unnamed_head_and_patronymic_instead_of_surname() -> None:
    draft = read(
        WORDS,
        ("Карим Ҷамшед", "1980", ""),
        ("Ҷамшедзода Далер", "2010", "писар"),
        ("Саидов Эраҷ", "1990", ""),
        ("Холова Ёсуман", "1991", ""),
    )
    assert groups(draft) == [(2, 3)]
    assert roles(draft) == ["head", "child", "", ""]


def test_relative_without_family_is_doubtful() -> None:
    draft = read(
        WORDS,
        ("Саидов Эраҷ Саидович", "1990", ""),
        ("Холов Умед Зафарович", "2012", "сын"),
    )
    assert draft.problem_counts()["intake.relation_without_head"] == 1


def test_equal_surnames_alone_make_no_family() -> None:
    draft = read(
        ("ФИО", "Дата рождения"),
        ("Назаров Саидмурод Ёдгорӣ", "1988"),
        ("Назарова Гулнора Одиловна", "1975"),
        ("Назаров Тоҷиддин Саидмуродович", "2014"),
    )
    assert not draft.groups


def test_family_names_that_come_again_are_other_families() -> None:
    draft = read(
        ("Семья", "ФИО", "Дата рождения"),
        ("Табаровы", "Табаров Бахтиёр Эраҷович", "1988"),
        ("Табаровы", "Табарова Заррина Умедовна", "1989"),
        ("Саидовы", "Саидов Умед Каримович", "1990"),
        ("Саидовы", "Саидова Нигора Каримовна", "1991"),
        ("Холовы", "Холов Далер", "1980"),
        ("Холовы", "Холова Мадина", "1981"),
    )
    assert groups(draft) == [(2, 3), (4, 5), (6, 7)]
    assert [group.label for group in draft.groups] == ["Табаровы", "Саидовы", "Холовы"]


def test_numbers_that_start_again_in_the_next_bus() -> None:
    draft = read(
        ("№ семьи", "ФИО", "Дата рождения"),
        ("Автобус 1",),
        (1, "Табаров Бахтиёр Эраҷович", "1988"),
        (1, "Каримова Заррина Умедовна", "1989"),
        (2, "Саидов Умед Каримович", "1990"),
        ("Автобус 2",),
        (1, "Холов Далер", "1980"),
        (1, "Холова Мадина", "1981"),
    )
    assert groups(draft) == [(3, 4), (7, 8)]


def test_running_numbers_with_points() -> None:
    draft = read(
        ("№", "ФИО", "Дата рождения"),
        ("1", "Табаров Бахтиёр Эраҷович", "1988"),
        ("1.1", "Каримова Заррина Умедовна", "1989"),
        ("1.2", "Табаров Умед Бахтиёрович", "2010"),
        ("2", "Саидов Умед Каримович", "1990"),
        ("3", "Холов Далер", "1980"),
        ("3.1", "Холова Мадина", "1981"),
    )
    assert groups(draft) == [(2, 3, 4), (6, 7)]
    assert roles(draft) == ["head", "other", "child", "", "head", "other"]


def test_families_between_empty_rows_are_a_doubtful_guess() -> None:
    draft = read(
        ("ФИО", "Дата рождения"),
        ("Табаров Бахтиёр Эраҷович", "1988"),
        ("Табарова Заррина Умедовна", "1989"),
        (),
        ("Саидов Умед Каримович", "1990"),
        (),
        ("Холов Далер", "1980"),
        ("Холова Мадина", "1981"),
    )
    assert groups(draft) == [(2, 3), (7, 8)]
    assert draft.problem_counts()["intake.group_by_blank_rows"] == 4


def test_cells_merged_over_a_household() -> None:
    heading = ("№", "ФИО", "Дата рождения", "Адрес", "Телефон")
    rows: tuple[tuple[CellValue, ...], ...] = (
        (1, "Табаров Бахтиёр Эраҷович", "1988", "Хатлон", "87015550142"),
        (2, "Табарова Заррина Умедовна", "1989", "", ""),
        (3, "Саидов Умед Каримович", "1990", "Суғд", "87015550143"),
        (4, "Холов Далер", "1980", "", "87015550144"),
    )
    merged = (MergedRange(1, 3, 2, 3), MergedRange(1, 4, 2, 4), MergedRange(3, 3, 4, 3))
    draft = read(heading, *rows, merged=merged)
    assert groups(draft) == [(2, 3)]
    assert [p.destination_as_given for p in draft.people] == ["Хатлон", "Хатлон", "Суғд", "Суғд"]
    assert draft.people[1].phones[0].e164 == "+77015550142"


def test_surname_merged_over_a_family_and_words_in_front() -> None:
    heading = ("Фамилия", "Имя", "Дата рождения", "Состав семьи")
    rows: tuple[tuple[CellValue, ...], ...] = (
        ("Табаров", "Бахтиёр", "1988", "1. глава семьи"),
        ("", "Умед", "2010", "2. сын"),
        ("", "Далер", "2012", "3 - сын"),
        ("Саидов", "Умед", "1990", ""),
    )
    draft = read(heading, *rows, merged=(MergedRange(1, 0, 3, 0),))
    assert [p.family_name for p in draft.people] == ["Табаров", "Табаров", "Табаров", "Саидов"]
    assert groups(draft) == [(2, 3, 4)]


def test_open_name_order_is_decided_by_the_family() -> None:
    draft = read(
        WORDS,
        ("Раҳмонзода Ҷовид Ҷамшедович", "1974", "глава семьи"),
        ("Қурбон Раҳмон", "2014", "сын"),
    )
    assert draft.people[1].family_name == "Раҳмон"
    assert not draft.problem_counts()["intake.name_order"]


def test_child_with_mother_and_head_of_six_years() -> None:
    draft = read(
        WORDS,
        ("Қурбонова Сабоҳат", "1985", "бо кӯдак"),
        ("Қурбонов Исмоил", "2015", ""),
        ("Саидов Умед", "01.02.14", "глава семьи"),
        ("Саидова Мадина", "01.02.1990", "жена"),
    )
    assert groups(draft) == [(2, 3), (4, 5)]
    assert roles(draft)[:2] == ["head", "child"]
    doubts = [p for p in draft.problems if p.code == "intake.birth_and_role_differ"]
    assert [(p.row, p.alternative) for p in doubts] == [(4, "1914-02-01")]
