import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.names.casing import personal_case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ШОДИЕВА МАНИЖА", "Шодиева Манижа"),
        ("ҒАФУР ҚУРБОН ҲАСАН ҶӮРА АЛӢ", "Ғафур Қурбон Ҳасан Ҷӯра Алӣ"),
        ("саидмурод ӯктамов", "Саидмурод Ӯктамов"),
        ("АБДУ-РАҲМОН", "Абду-Раҳмон"),
        ("JO'RAEVA MADINA", "Jo'raeva Madina"),
        ("jo\u02bbraeva", "Jo\u02bbraeva"),
        ("O'KTAM", "O'ktam"),
        ("O'BRIEN", "O'Brien"),
        ("D'ARTAGNAN", "D'Artagnan"),
        ("RAHIMOV JASUR KARIM O\u02bbG\u02bbLI", "Rahimov Jasur Karim o\u02bbg\u02bbli"),
        ("КАРИМОВА ДИЛНОЗА РУСТАМ ҚИЗИ", "Каримова Дилноза Рустам қизи"),
        ("АСАН УУЛУ БАКЫТ", "Асан уулу Бакыт"),
        ("НҰРЛАН ӘЛИ СЕРІКҰЛЫ", "Нұрлан Әли Серікұлы"),
        ("КАРИМОВ А. С.", "Каримов А. С."),
        ("ШОДИЕВА Манижа", "Шодиева Манижа"),
    ],
)
def test_raises_and_lowers(text: str, expected: str) -> None:
    assert personal_case(text) == expected


@pytest.mark.parametrize(
    "text",
    ["McDonald", "Karim o\u02bbg\u02bbli Jasur", "де Голль Шарль", "Назаров А.С.", "", "جمشید"],
)
def test_mixed_case_stays(text: str) -> None:
    assert personal_case(text) == text


@given(st.text(st.sampled_from("АбВғҒӯӮҶҷ'-. oOgGlLiI"), max_size=20))
def test_changes_case_only_and_is_idempotent(text: str) -> None:
    once = personal_case(text)
    assert once.lower() == text.lower()
    assert personal_case(once) == once
