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


def person_tokens(
    names: Iterable[str], numbers: Iterable[str] = (), phones: Iterable[str] = ()
) -> frozenset[str]:
    """All words to store for a person.

    `numbers` are document and registration numbers; of a telephone number the whole and the
    part without the country's code are kept, so that it is found however it is begun.
    """
    found = {word for name in names for word in search_tokens(name)}
    found |= {document_key(number).lower() for number in numbers}
    for phone in phones:
        digits = re.sub(r"\D", "", phone)
        found |= {digits, digits[-_LOCAL_DIGITS:]}
    return frozenset(found - {""})


def query_terms(text: str) -> tuple[tuple[str, ...], ...]:
    """For each word of a query the alternative beginnings to look for."""
    text = text.strip()
    if _TELEPHONE.fullmatch(text) and any(letter.isdigit() for letter in text):
        digits = re.sub(r"\D", "", text)
        return ((digits, *_without_trunk(digits)),)
    terms: list[tuple[str, ...]] = []
    for word in text.split():
        if any(letter.isdigit() for letter in word):
            if key := document_key(word).lower():
                terms.append((key,))
        else:
            terms += query_variants(word)
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
