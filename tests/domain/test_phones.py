"""Telephone numbers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.phones import read_phones


@pytest.mark.parametrize(
    ("text", "country", "e164"),
    [
        ("87015550142", "KAZ", "+77015550142"),
        ("+7 703 308 82 86", "KAZ", "+77033088286"),
        ("8 (701) 555-01-42", "KAZ", "+77015550142"),
        ("7 701 555 33 20", "KAZ", "+77015553320"),
        ("7015550142", "KAZ", "+77015550142"),
        ("992 93 500 12 34", "KAZ", "+992935001234"),
        ("+992935001234", "RUS", "+992935001234"),
        ("00992935001234", "RUS", "+992935001234"),
        ("93 500 12 34", "TJK", "+992935001234"),
        ("998901234567", "TJK", "+998901234567"),
        ("89161234567", "TJK", "+79161234567"),
        ("+33 6 12 34 56 78", "KAZ", "+33612345678"),
        ("87015550142 (жена)", "KAZ", "+77015550142"),
    ],
)
def test_one_number(text: str, country: str, e164: str) -> None:
    (reading,) = read_phones(text, country)
    assert (reading.e164, reading.doubt) == (e164, "")
    assert reading.as_given == text


@pytest.mark.parametrize(
    "text",
    [
        "87015550142, 87015550143",
        "87015550142; 8 701 555 01 43",
        "+77015550142 +77015550143",
        "87015550142 / 87015550143",
        "87015550142\\n87015550143",
        "87015550142 и 87015550143",
        "8701555014287015550143",
    ],
)
def test_two_numbers_in_one_cell(text: str) -> None:
    assert [r.e164 for r in read_phones(text, "KAZ")] == ["+77015550142", "+77015550143"]


@pytest.mark.parametrize(
    ("text", "doubt"), [("123", "no_number"), ("55501", "length"), ("+7701555", "length")]
)
def test_incomplete_numbers_are_kept_with_a_doubt(text: str, doubt: str) -> None:
    (reading,) = read_phones(text, "KAZ")
    assert (reading.as_given, reading.e164, reading.doubt) == (text, "", doubt)


@given(st.text(max_size=40), st.sampled_from(["KAZ", "TJK", "RUS", "FRA", ""]))
def test_what_is_certain_is_e164(text: str, country: str) -> None:
    for reading in read_phones(text, country):
        assert bool(reading.e164) != bool(reading.doubt)
        if reading.e164:
            digits = reading.e164.removeprefix("+")
            assert digits.isdecimal()
            assert 8 <= len(digits) <= 15
