import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA, JaroWinkler

from desktop.domain.names.agreement import Agreement, agreement
from desktop.domain.names.respelling import foreign_readings
from desktop.domain.names.similarity import is_one_slip, jaro_winkler

words = st.text(st.sampled_from("abcde"), min_size=1, max_size=8)


@given(words, words)
def test_jaro_winkler_agrees_with_a_known_implementation(one: str, other: str) -> None:
    assert jaro_winkler(one, other) == pytest.approx(JaroWinkler.similarity(one, other))


def test_jaro_winkler_of_nothing() -> None:
    assert jaro_winkler("", "") == 1.0
    assert jaro_winkler("", "a") == jaro_winkler("a", "") == 0.0


@given(words, words)
def test_one_slip_is_distance_one(one: str, other: str) -> None:
    assert is_one_slip(one, other) == (OSA.distance(one, other) == 1)


@given(st.data(), words)
def test_one_slip_sees_every_single_change(data: st.DataObject, word: str) -> None:
    place = data.draw(st.integers(0, len(word)))
    assert is_one_slip(word, f"{word[:place]}x{word[place:]}")
    assert is_one_slip(word, f"{word[:place]}x{word[place + 1 :]}")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("karim", "karim", Agreement.SAME),
        ("said murod", "saidmurod", Agreement.SAME),
        ("tojidin", "tochidin", Agreement.TYPED),
        ("bahtior", "bahtier", Agreement.TYPED),
        ("jamshed", "jamshid", Agreement.NEAR),
        ("said murod", "said", Agreement.NEAR),
        ("murod said", "said murod", Agreement.SAME),
        ("gulmurod", "gulmurov", Agreement.SIMILAR),
        ("a", "ali", Agreement.SIMILAR),
        ("a", "vali", Agreement.DIFFERENT),
        ("hasan", "husein", Agreement.DIFFERENT),
        ("salim", "halim", Agreement.DIFFERENT),
        ("shahnoza", "shahzoda", Agreement.DIFFERENT),
        ("", "karim", None),
    ],
)
def test_agreement(one: str, other: str, expected: Agreement | None) -> None:
    forms = [frozenset({tuple(text.split())} - {()}) for text in (one, other)]
    assert agreement(*forms) is expected
    assert agreement(*reversed(forms)) is expected


def test_the_best_form_counts() -> None:
    one = frozenset({("rahmon",), ("tojidin",)})
    assert agreement(one, frozenset({("karim",), ("tochidin",)})) is Agreement.TYPED


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("Ioussoupov", ("iussupov",)),
        ("Dschamsched", ("jamshed", "yamshed")),
        ("Szodijewa", ("shodijewa", "shodiyewa")),
        ("Camşed", ("jamşed", "yamşed")),
        ("Jamshed", ("yamshed",)),
        ("Karim", ()),
        ("Карим", ()),
    ],
)
def test_foreign_readings(text: str, readings: tuple[str, ...]) -> None:
    assert foreign_readings(text) == readings
