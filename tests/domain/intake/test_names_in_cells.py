"""What group leaders write around a name, and how it is told from the name."""

import pytest

from desktop.domain.intake.name_cells import looks_like_name, read_name_cell, split_name


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("жена - Каримова Зулфия", "Каримова Зулфия", "wife"),
        ("сын: Умед", "Умед", "son"),
        ("дочь — Гулнора", "Гулнора", "daughter"),
        ("жена Каримова Зулфия", "Каримова Зулфия", "wife"),
        ("ЖЕНА КАРИМОВА ЗУЛФИЯ", "КАРИМОВА ЗУЛФИЯ", "wife"),
        ("(сын) Каримов Умед", "Каримов Умед", "son"),
        ("2. писар - Каримов Умед", "Каримов Умед", "son"),
        ("Каримова Зулфия (жена)", "Каримова Зулфия", "wife"),
        ("Каримова Зулфия, жена", "Каримова Зулфия", "wife"),
        ("Каримова Зулфия жена", "Каримова Зулфия", "wife"),
        ("Каримов Ахмад с семьей", "Каримов Ахмад", "with_family"),
        ("Каримов Ахмад с женой и 2 детьми", "Каримов Ахмад", "with_family"),
        ("Сардор Каримов", "Сардор Каримов", ""),
        ("Каримов, Сардор", "Каримов, Сардор", ""),
        ("Саидов-Каримов Али", "Саидов-Каримов Али", ""),
        ("Karim o'g'li Jasur", "Karim o’g’li Jasur", ""),
    ],
)
def test_relations_around_a_name(text: str, name: str, code: str) -> None:
    cell = read_name_cell(text)
    assert cell.own == name
    assert (cell.relation.code if cell.relation else "") == code
    assert looks_like_name(cell.own)


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Каримов Ахмад - старший группы", "старший группы"),
        ("КАРИМОВ АХМАД - СТАРШИЙ", "СТАРШИЙ"),
        ("Каримов Ахмад, водитель", "водитель"),
        ("Каримов Ахмад - утерян паспорт", "утерян паспорт"),
        ("Каримов Ахмад инвалид 2 гр.", "инвалид"),
        ("Каримов Ахмад гражданин РТ", "гражданин РТ"),
        ("Каримов Ахмад из Хатлона", "из Хатлона"),
        ("Каримов Ахмад + 2 детей", "+ 2 детей"),
        ("Каримов Ахмад (+2)", "+2"),
        ("Каримов Ахмад и 3 детей", "и 3 детей"),
        ("Каримов Ахмад *", ""),
        ("Каримов_Ахмад", ""),
        ("Каримов.Ахмад", ""),
        ("К А Р И М О В Ахмад", ""),
    ],
)
def test_remarks_behind_a_name(text: str, remark: str) -> None:
    cell = read_name_cell(text)
    parts = split_name(cell.own, frozenset()).parts
    assert (parts.family_name, parts.given_names, parts.patronymic) == ("Каримов", "Ахмад", "")
    assert cell.remark == remark
    assert bool(cell.companions) == any(word in remark for word in ("+", "детей"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("олимов НУРУЛЛО далерович", ("Олимов", "Нурулло", "Далерович")),
        ("олимов нурулло", ("Олимов", "Нурулло", "")),
        ("Нұрланұлы Ерлан", ("Нұрланұлы", "Ерлан", "")),
        ("Серікқызы Айгерім", ("Серікқызы", "Айгерім", "")),
        ("Раҳимзода Гулнисо Саъдулло", ("Раҳимзода", "Гулнисо", "Саъдулло")),
        ("Rahimzoda Gulniso Sadullo", ("Rahimzoda", "Gulniso", "Sadullo")),
        ("Jo'rayev Sardor Karim o'g'li", ("Jo’rayev", "Sardor", "Karim o’g’li")),
    ],
)
def test_parts_of_rare_names(text: str, expected: tuple[str, str, str]) -> None:
    parts = split_name(read_name_cell(text).own, frozenset()).parts
    assert (parts.family_name, parts.given_names, parts.patronymic) == expected


@pytest.mark.parametrize(
    ("text", "name"), [('-"- Зулфия', "Зулфия"), ("—//— Зулфия Каримовна", "Зулфия Каримовна")]
)
def test_ditto_before_a_given_name(text: str, name: str) -> None:
    cell = read_name_cell(text)
    assert cell.is_ditto
    assert cell.own == name


@pytest.mark.parametrize("text", ["<b>O'Brien & Co</b>", '=HYPERLINK("http://x";"Али")', "@user"])
def test_what_is_no_name_is_kept_as_it_stands(text: str) -> None:
    cell = read_name_cell(text)
    assert cell.is_odd
    assert cell.own == text.replace("'", "’")
