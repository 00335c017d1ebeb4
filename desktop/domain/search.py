"""The words by which a person is found: names, papers, telephone, registration number.

Every word is stored once in a table of tokens. A query finds a person when each of its words
begins one of them; a word with a digit is taken as part of a number.
"""

import re
from collections.abc import Iterable

from desktop.domain.documents import document_key
from desktop.domain.names.folding import fold, query_variants, search_tokens

_TELEPHONE = re.compile(r"[+\d][\d\s()./-]*")
_LOCAL_DIGITS = 10
_LONGEST_SERIES = 4


def person_tokens(
    names: Iterable[str], numbers: Iterable[str] = (), phones: Iterable[str] = ()
) -> frozenset[str]:
    """All words to store for a person.

    `numbers` are document and registration numbers, kept with and without the letters in
    front; of a telephone number the whole and the part without the country's code are kept,
    so that each is found however it is begun.
    """
    found = {word for name in names for word in search_tokens(name)}
    for number in numbers:
        key = document_key(number).lower()
        found |= {key, key.lstrip("abcdefghijklmnopqrstuvwxyz")}
    for phone in phones:
        digits = re.sub(r"\D", "", phone)
        found |= {digits, digits[-_LOCAL_DIGITS:]}
    return frozenset(found - {""})


def query_terms(text: str) -> tuple[tuple[str, ...], ...]:
    """For each word of a query the alternative beginnings to look for.

    A short word of letters in front of a number is taken as its series ("I-СА 353519").
    """
    text = text.strip()
    if _TELEPHONE.fullmatch(text) and any(letter.isdigit() for letter in text):
        digits = re.sub(r"\D", "", text)
        return ((digits, *_without_trunk(digits)),)
    terms: list[tuple[str, ...]] = []
    series = ""
    for word in text.split():
        key = document_key(word).lower()
        if any(letter.isdigit() for letter in key):
            if series:
                terms.pop()
            terms.append((series + key, key) if series else (key,))
            series = ""
        elif variants := query_variants(word):
            terms += variants
            series = key if len(key) <= _LONGEST_SERIES and len(variants) == 1 else ""
    return tuple(terms)


def sort_key(*names: str) -> str:
    """Key by which lists of people are ordered, the same on every database."""
    return fold(" ".join(filter(None, names)))


def _without_trunk(digits: str) -> tuple[str, ...]:
    """The number without the 8 or 00 that is dialled before it at home."""
    if digits.startswith("00") and len(digits) > 2:
        return (digits[2:],)
    if digits.startswith("8") and len(digits) > 1:
        return (digits[1:],)
    return ()
