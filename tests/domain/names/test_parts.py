import pytest

from desktop.domain.names.casing import personal_case
from desktop.domain.names.given_names import given_name_sex, is_known
from desktop.domain.names.parts import NameParts, SplitName, infer_sex, split_full_name

FAMILY, GIVEN, SINGLE = "family_first", "given_first", "single"


@pytest.mark.parametrize(
    ("text", "family", "given", "patronymic", "order"),
    [
        ("Назаров Саидмурод Ёдгорӣ", "Назаров", "Саидмурод", "Ёдгорӣ", FAMILY),
        ("Собирова Гулчахон Мухаммади", "Собирова", "Гулчахон", "Мухаммади", FAMILY),
        ("Собирова Қумрӣ Абдураҳмонӣ", "Собирова", "Қумрӣ", "Абдураҳмонӣ", FAMILY),
        ("Қодир Хосият Исмоилӣ", "Қодир", "Хосият", "Исмоилӣ", FAMILY),
        ("Зафар Рустамов Каримзода", "Рустамов", "Зафар", "Каримзода", GIVEN),
        ("Мадина Саидова", "Саидова", "Мадина", "", GIVEN),
        ("Саидмурод Қурбонов", "Қурбонов", "Саидмурод", "", GIVEN),
        ("Қурбонов Саидмурод", "Қурбонов", "Саидмурод", "", FAMILY),
        ("Зафар Раҳимӣ", "Раҳимӣ", "Зафар", "", GIVEN),
        ("Раҳимзода Зафар", "Раҳимзода", "Зафар", "", FAMILY),
        ("Раҳмон Мадина", "Раҳмон", "Мадина", "", FAMILY),
        ("  Раҳмонзода  Ҷовид  Ҷамшедович", "Раҳмонзода", "Ҷовид", "Ҷамшедович", FAMILY),
        ("Раҳмон Қурбон Ҷовидович", "Раҳмон", "Қурбон", "Ҷовидович", FAMILY),
        ("Ҳоҷиев Илҳом Ҳасанович", "Ҳоҷиев", "Илҳом", "Ҳасанович", FAMILY),
        ("Илҳом Ҳоҷиев Ҳасанович", "Ҳоҷиев", "Илҳом", "Ҳасанович", GIVEN),
        ("Мария Ивановна Петрова", "Петрова", "Мария", "Ивановна", GIVEN),
        ("Петрова Ивановна Мария", "Петрова", "Мария", "Ивановна", FAMILY),
        ("Саид Мурод Ёдгорович Назаров", "Назаров", "Саид Мурод", "Ёдгорович", GIVEN),
        ("Назаров Саид Мурод Ёдгорович", "Назаров", "Саид Мурод", "Ёдгорович", FAMILY),
        ("Rahimov Jasur Karim oʻgʻli", "Rahimov", "Jasur", "Karim o’g’li", FAMILY),
        ("Jasur Karim ogli Rahimov", "Rahimov", "Jasur", "Karim ogli", GIVEN),
        ("Каримова Дилноза Рустам қизи", "Каримова", "Дилноза", "Рустам қизи", FAMILY),
        ("Асан уулу Бакыт", "Асан уулу", "Бакыт", "", FAMILY),
        ("Айгүл Асан кызы", "Асан кызы", "Айгүл", "", GIVEN),
        ("Токтогулов Бакыт Асан уулу", "Токтогулов", "Бакыт", "Асан уулу", FAMILY),
        ("Нұрлан Әли Серікұлы", "Нұрлан", "Әли", "Серікұлы", FAMILY),
        ("Сейтова Айжан Серікқызы", "Сейтова", "Айжан", "Серікқызы", FAMILY),
        ("Лукин Илья Кузьмич", "Лукин", "Илья", "Кузьмич", FAMILY),
        ("Каримов, Али", "Каримов", "Али", "", FAMILY),
        ("Каримов, Али Саидович", "Каримов", "Али", "Саидович", FAMILY),
        ("Саид Мурод Назаров", "Назаров", "Саид Мурод", "", GIVEN),
        ("Яков Петров", "Петров", "Яков", "", GIVEN),
        ("Рабинович Илья Маркович", "Рабинович", "Илья", "Маркович", FAMILY),
        ("Назаров, ", "Назаров", "", "", SINGLE),
    ],
)
def test_splits(text: str, family: str, given: str, patronymic: str, order: str) -> None:
    split = split_full_name(text)
    assert split.parts == NameParts(family, given, patronymic)
    assert split.order == order
    assert set(split.doubts) <= {"single_name"}


@pytest.mark.parametrize(
    ("text", "parts", "order", "doubts"),
    [
        ("Хосият Кодир", ("Кодир", "Хосият", ""), GIVEN, ("name_order",)),
        ("Саид Мурод", ("Саид", "Мурод", ""), FAMILY, ("name_order",)),
        ("Эмомалӣ Раҳмон", ("Эмомалӣ", "Раҳмон", ""), FAMILY, ("name_order",)),
        ("Саид Мурод Раҳимӣ", ("Раҳимӣ", "Саид Мурод", ""), GIVEN, ("name_order",)),
        ("Саид Назаров Мурод", ("Назаров", "Саид Мурод", ""), GIVEN, ("name_order",)),
        ("Назаров Саидмурод Ёдгор", ("Назаров", "Саидмурод Ёдгор", ""), FAMILY, ("father_name",)),
        ("Назаров Саид Мурод Ёдгор", ("Назаров", "Саид Мурод Ёдгор", ""), FAMILY, ("many_words",)),
        ("Karim oʻgʻli Jasur", ("", "Jasur", "Karim o’g’li"), SINGLE, ("no_family_name",)),
        ("Илҳом Ҳасанович", ("", "Илҳом", "Ҳасанович"), SINGLE, ("no_family_name",)),
        ("Каримов Ҳасанович", ("Каримов", "", "Ҳасанович"), SINGLE, ("no_given_name",)),
        ("КАРИМОВ А. С.", ("КАРИМОВ", "А.", "С."), FAMILY, ("initials",)),
        ("А.С. Каримов", ("Каримов", "А.", "С."), GIVEN, ("initials",)),
        ("Каримов Али С", ("Каримов", "Али", "С"), FAMILY, ("initials",)),
        ("Раҳмон", ("Раҳмон", "", ""), SINGLE, ("single_name",)),
        ("Ҳасанович", ("Ҳасанович", "", ""), SINGLE, ("single_name",)),
        ("Саидова Мадина (дочь)", ("Саидова", "Мадина", ""), FAMILY, ("brackets",)),
        ("", ("", "", ""), SINGLE, ()),
        (" , ;", ("", "", ""), SINGLE, ()),
    ],
)
def test_says_what_is_doubtful(
    text: str, parts: tuple[str, str, str], order: str, doubts: tuple[str, ...]
) -> None:
    assert split_full_name(text) == SplitName(NameParts(*parts), order, doubts)


def test_former_surname_in_brackets() -> None:
    split = split_full_name("Абдуллоева (Саидова) Мадина")
    assert split == SplitName(NameParts("Абдуллоева", "Мадина"), FAMILY, (), "Саидова")


def test_surnames_of_the_list_decide_the_order() -> None:
    assert split_full_name("Қурбон Раҳмон").doubts == ("name_order",)
    split = split_full_name("Қурбон Раҳмон", family_names=frozenset({"rahmon"}))
    assert split == SplitName(NameParts("Раҳмон", "Қурбон"), GIVEN)


@pytest.mark.parametrize(
    ("family", "given", "patronymic", "expected"),
    [
        ("Раҳмон", "Хуршед", "Ҷовидович", ("M", "patronymic")),
        ("Раҳмон", "Хуршед", "Ҷовидовна", ("F", "patronymic")),
        ("Rahimov", "Jasur", "Karim oʻgʻli", ("M", "patronymic")),
        ("Karimova", "Dilnoza", "Rustam qizi", ("F", "patronymic")),
        ("Нұрлан", "Әли", "Серікұлы", ("M", "patronymic")),
        ("Асан уулу", "Бакыт", "", ("M", "surname")),
        ("Асан кызы", "Айгүл", "", ("F", "surname")),
        ("Назаров", "Саидмурод", "Ёдгорӣ", ("M", "surname")),
        ("Собирова", "Қумрӣ", "Абдураҳмонӣ", ("F", "surname")),
        ("Ковальская", "", "", ("F", "surname")),
        ("Пушкина", "", "", ("F", "surname")),
        ("NAZAROVA", "", "", ("F", "surname")),
        ("NAZAROV", "", "", (None, "")),
        ("NAZAROV", "MADINA", "", ("F", "given")),
        ("Раҳмонзода", "Ҷовид", "", ("M", "given")),
        ("Раҳмон", "Биби-Марям", "", ("F", "given")),
        ("Мирзо", "Некруддин", "", ("M", "given")),
        ("Мирзо", "Меҳрбонисо", "Раҳимӣ", ("F", "given")),
        ("Сироҷиддин", "", "", (None, "")),
        ("", "", "", (None, "")),
    ],
)
def test_sex(family: str, given: str, patronymic: str, expected: tuple[str | None, str]) -> None:
    assert infer_sex(family, given, patronymic) == expected


def test_given_names_are_known_in_every_spelling() -> None:
    assert is_known("DZHAMSHED")
    assert given_name_sex("DZHAMSHED") == "M"
    assert given_name_sex("Shakhnoza") == "F"
    assert given_name_sex("Умеда") == "F"
    assert given_name_sex("Одина") == ""
    assert not is_known("Назаров")


def test_splitting_does_not_depend_on_case() -> None:
    split = split_full_name("РАҲМОНЗОДА ҶОВИД ҶАМШЕДОВИЧ")
    assert split.parts == NameParts("РАҲМОНЗОДА", "ҶОВИД", "ҶАМШЕДОВИЧ")
    assert personal_case(split.parts.patronymic) == "Ҷамшедович"
