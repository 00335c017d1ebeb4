"""Cells about documents, places, countries, relations, names: what each says."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_truth import tajik_areas

from desktop.domain.intake.areas import AreaNames
from desktop.domain.intake.countries import CountryNames
from desktop.domain.intake.document_cells import read_document
from desktop.domain.intake.headings import meanings
from desktop.domain.intake.name_cells import looks_like_name, read_name_cell
from desktop.domain.intake.relations import read_relation
from desktop.domain.intake.value_words import NEEDS, read_sex
from desktop.domain.intake.words import is_ditto, says_nothing, text_of

TODAY = date(2020, 11, 12)


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("403179174", "passport", "403179174"),
        (403179174, "passport", "403179174"),
        ("паспорт 403179174", "passport", "403179174"),
        ("P № 403082985", "passport", "403082985"),
        ("403 179 174", "passport", "403179174"),
        ("А1234567", "passport", "A1234567"),
        ("АА № 1234567", "passport", "AA1234567"),
        ("N12345678", "passport", "N12345678"),
        ("45 10 123456", "internal_passport", "4510123456"),
        ("ID 123456789", "identity_card", "ID123456789"),
        ("I-СА 353519", "birth_certificate", "I-СА 353519"),
        ("1-СА №353519", "birth_certificate", "I-СА 353519"),
        ("св-во о рожд. II-ХА 123456", "birth_certificate", "II-ХА 123456"),
        ("свидетельство на возвращение № 001234", "certificate_of_return", "001234"),
        ("TAS-0412", "passport", "TAS-0412"),
        ("4ОЗ179174", "passport", "403179174"),
    ],
)
def test_document_number(text: str | int, kind: str, number: str) -> None:
    (document,) = read_document(text, kind="passport", today=TODAY).documents
    assert (document.kind, document.number, document.state) == (kind, number, "held")


def test_document_with_dates_and_authority() -> None:
    text = "паспорт 403179174, выдан 12.03.2015 МВД РТ, до 11.03.2025"
    (document,) = read_document(text, kind="passport", today=TODAY).documents
    assert document.number == "403179174"
    assert (document.issued, document.expires) == (date(2015, 3, 12), date(2025, 3, 11))
    assert document.authority == "МВД РТ"
    assert document.as_given == text


@pytest.mark.parametrize(
    "text", ["утерян", "потерян", "lost", "гум шуд", "yo'qolgan", "perdu", "утерян (403179174)"]
)
def test_lost_document(text: str) -> None:
    (document,) = read_document(text, kind="passport", today=TODAY).documents
    assert document.state == "lost"
    assert document.number == ("403179174" if "4" in text else "")


@pytest.mark.parametrize("text", ["нет", "йӯқ", "б/н", "на оформлении", "без паспорта", "-", ""])
def test_no_document(text: str) -> None:
    assert read_document(text, kind="passport", today=TODAY).documents == ()


def test_two_documents_and_doubts() -> None:
    reading = read_document("I-СА 923350 / 403179174", kind="passport", today=TODAY)
    assert [d.number for d in reading.documents] == ["403179174", "I-СА 923350"]
    assert read_document("4,03179E+08", kind="passport", today=TODAY).doubts == (
        "document_exponent",
    )
    look_alike = read_document("40077З105", kind="passport", today=TODAY)
    assert (look_alike.doubts, look_alike.suggestion) == (("document_look_alike",), "400773105")


@given(st.text(max_size=40))
def test_no_document_text_is_a_mishap(text: str) -> None:
    reading = read_document(text, kind="passport", today=TODAY)
    assert all(document.kind for document in reading.documents)


@pytest.mark.parametrize(
    ("text", "region", "district", "guessed"),
    [
        ("НТҶ, Ҳисор", "TJ-RA", "TJ-RA-HISOR", False),
        ("Ҷайҳун, Хатлон", "TJ-KT", "TJ-KT-JAYHUN", False),
        ("Хатлонская область, Джайхунский район", "TJ-KT", "TJ-KT-JAYHUN", False),
        ("вилояти Суғд, шаҳри Хуҷанд", "TJ-SU", "TJ-SU-KHUJAND", False),
        ("Таджикистан, Согдийская обл., г.Худжанд, 12 мкр", "TJ-SU", "TJ-SU-KHUJAND", False),
        ("ГБАО Дарваз", "TJ-GB", "TJ-GB-DARVOZ", False),
        ("ВМКБ", "TJ-GB", "", False),
        ("Душанбе, р-н Сино, ул. Айни 5", "TJ-DU", "TJ-DU-SINO", False),
        ("Sughd viloyati, Istaravshan", "TJ-SU", "TJ-SU-ISTARAVSHAN", False),
        ("хатлонск.", "TJ-KT", "", True),
        ("Хатл.", "TJ-KT", "", True),
        ("Хатлан", "TJ-KT", "", True),
        ("село Навобод-дальнее", "", "", False),
        ("", "", "", False),
    ],
)
def test_area(text: str, region: str, district: str, guessed: bool) -> None:
    reading = tajik_areas().read(text)
    assert (reading.region, reading.district) == (region, district)
    assert reading.guessed is guessed


def test_areas_of_a_small_table() -> None:
    names = AreaNames.from_rows(
        [("A", "", ("Северная область", "North")), ("A1", "A", ("Озёрный район",)),
         ("B", "", ("Южная область",)), ("B1", "B", ("Озёрный район", "Lake"))]
    )  # fmt: skip
    assert names.read("Озерный", within="B").district == "B1"
    assert names.read("Южная, Озерный").district == "B1"
    assert names.read("North; Lake").district == ""
    assert names.name("B1") == "Озёрный район"
    assert (names.parent("B1"), names.is_region("B"), names.is_region("B1")) == ("B", True, False)
    assert names.read("улица Длинная 5, Северная область").rest == "улица Длинная 5"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ТАДЖИКИСТАН", "TJK"), ("РТ", "TJK"), ("гр. Таджикистана", "TJK"), ("тоҷик", "TJK"),
        ("Tajikistan", "TJK"), ("Ӯзбекистон", "UZB"), ("РФ", "RUS"), ("ЛБГ", "XXA"),
        ("Франция", "FRA"), ("Нарния", None),
    ],
)  # fmt: skip
def test_country(text: str, code: str | None) -> None:
    countries = CountryNames.from_rows([("FRA", ("France", "Франция"))])
    assert countries.read(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("глава семьи", "head"), ("Сарвари оила", "head"), ("oila boshlig'i", "head"),
        ("chef de famille", "head"), ("отбасы басшысы", "head"), ("супруга", "wife"),
        ("зан", "wife"), ("ҳамсар", "spouse"), ("xotini", "wife"), ("épouse", "wife"),
        ("Сын 2", "son"), ("писар", "son"), ("o‘g‘li", "son"), ("ўғли", "son"), ("fils", "son"),
        ("дочь (7 лет)", "daughter"), ("qizi", "daughter"), ("бо шавҳар", "with_husband"),
        ("с мужем", "with_husband"), ("бо кӯдак", "with_child"), ("сосед", None),
    ],
)  # fmt: skip
def test_relation(text: str, code: str | None) -> None:
    found = read_relation(text)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("text", "own", "latin", "rest"),
    [
        ("1. Назаров Саидмурод", "Назаров Саидмурод", "", ""),
        ("Назаров Саидмурод / NAZAROV SAIDMUROD", "Назаров Саидмурод", "NAZAROV SAIDMUROD", ""),
        ("Назаров Саидмурод NAZAROV S", "Назаров Саидмурод", "NAZAROV S", ""),
        ("Назаров Саидмурод, 14.05.1988 г.р.", "Назаров Саидмурод", "", "14.05.1988 г.р."),
        ("Назаров С. д.р. 14.05.1988", "Назаров С.", "", "14.05.1988"),
        ("NAZAROV SAIDMUROD", "NAZAROV SAIDMUROD", "", ""),
        ("гр. Назарoв Сaидмурод", "Назаров Саидмурод", "", ""),
    ],
)
def test_name_cell(text: str, own: str, latin: str, rest: str) -> None:
    cell = read_name_cell(text)
    assert (cell.own, cell.latin, cell.rest) == (own, latin, rest)


@given(st.text(max_size=60))
def test_no_name_text_is_a_mishap(text: str) -> None:
    cell = read_name_cell(text)
    looks_like_name(cell.own)
    read_relation(text)
    meanings(text)


def test_small_words() -> None:
    assert [read_sex(t) for t in ("муж", "Ж", "зан", "erkak", "A", "f")] == list("MFFMFF")
    assert read_sex("?") is None
    assert NEEDS.find_all("беременная, 7 мес.") == ("front_seat",)
    assert NEEDS.find_all("инвалидная коляска, диабет") == ("wheelchair_place", "diet")
    assert all(map(says_nothing, ("", " - ", "Нет", "н/д", "N/A", "?")))
    assert not says_nothing("Нетаев")
    assert all(map(is_ditto, ('"', '-"-', "--//--", "〃")))
    assert not is_ditto("-")
    assert [text_of(v) for v in (403179174, 4.5, "  x ", True, date(1988, 5, 14))] == [
        "403179174", "4.5", "x", "1", "1988-05-14",
    ]  # fmt: skip
