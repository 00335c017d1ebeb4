"""Keys and kinds of document numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.documents import (
    birth_certificate_number,
    document_key,
    is_birth_certificate,
    kind_by_number,
)


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("403179174", "403179174"),
        ("№ 403 179 174", "403179174"),
        ("I-СА 353519", "ICA353519"),
        ("i-ca 353519", "ICA353519"),
        ("АА 1234567", "AA1234567"),
        ("aa1234567", "AA1234567"),
        ("", ""),
    ],
)
def test_key(number: str, key: str) -> None:
    assert document_key(number) == key


@given(st.text(max_size=30))
def test_key_is_stable(number: str) -> None:
    key = document_key(number)
    assert all(c.isalnum() for c in key)
    assert document_key(key) == key


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("I-СА 353519", "I-СА 353519"),
        ("1-са №353519", "I-СА 353519"),
        ("II ХА 1234567", "II-ХА 1234567"),
        ("св-во II-KH 220417 от 2015", "II-KH 220417"),
        ("403179174", ""),
        ("AA 1234567", ""),
    ],
)
def test_birth_certificate(text: str, number: str) -> None:
    assert birth_certificate_number(text) == number
    assert is_birth_certificate(text) is bool(number)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("403179174", "passport"),
        ("АА1234567", "passport"),
        ("I-СА 353519", "birth_certificate"),
        ("ID1234567", "identity_card"),
        ("4510 123456", "internal_passport"),
        ("TAS-0412", ""),
    ],
)
def test_kind_by_number(number: str, kind: str) -> None:
    assert kind_by_number(number) == kind
