import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.names.scripts import APOSTROPHES, repair_homoglyphs, script_of, tidy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Раҳмонзода  Ҷовид\u00a0Ҷамшедович ", "Раҳмонзода Ҷовид Ҷамшедович"),
        ("Али\u200bев\ufeff", "Али ев"),
        ("Са\u00adидов\u200e", "Саидов"),
        ("Эмомали\u0304", "Эмомалӣ"),
        ("Сайёра", "Сайёра"),
        ("Абду\u2011Раҳмон", "Абду-Раҳмон"),
        ("Jo\u02bbraeva", "Jo\u2019raeva"),
        ("Jo`raeva Mas''ud", "Jo\u2019raeva Mas\u2019ud"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("Али\u200c", "Али"),
        ("\t\n", ""),
    ],
)
def test_tidy(text: str, expected: str) -> None:
    assert tidy(text) == expected


@given(st.text())
def test_tidy_is_idempotent_and_composed(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize("mark", APOSTROPHES)
def test_every_apostrophe_becomes_one(mark: str) -> None:
    assert tidy(f"o{mark}g{mark}li") == "o\u2019g\u2019li"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ҷӯраев", "Cyrl"),
        ("JO'RAEV", "Latn"),
        ("Nurşat Äýdoğdy", "Latn"),
        ("جمشید", "Arab"),
        ("Саидов Saidov", "mixed"),
        ("123 -", ""),
        ("", ""),
    ],
)
def test_script_of(text: str, expected: str) -> None:
    assert script_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cаидов", "Саидов"),
        ("Рaҳмoнов Aлӣ", "Раҳмонов Алӣ"),
        ("СЕРIКҰЛЫ", "СЕРІКҰЛЫ"),
        ("Бaхтиëр", "Бахтиёр"),
        ("Nаzаrоv Dаvlаt", "Nazarov Davlat"),
        ("TOMA Саидова", "ТОМА Саидова"),
        ("Rahimov ТОМА", "Rahimov TOMA"),
    ],
)
def test_repairs_letters_of_the_wrong_script(text: str, expected: str) -> None:
    assert repair_homoglyphs(text) == expected


@pytest.mark.parametrize(
    "text", ["Саидов Saidov", "TOMA", "ТОМА", "Nazarов", "", "Ҷамшед", "جمشید"]
)
def test_leaves_what_it_cannot_decide(text: str) -> None:
    assert repair_homoglyphs(text) == text


@given(st.text(st.sampled_from("АВСавсшҷABCabczqIі -'"), max_size=12))
def test_repair_is_idempotent(text: str) -> None:
    once = repair_homoglyphs(text)
    assert repair_homoglyphs(once) == once
