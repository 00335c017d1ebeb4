"""Numbers of identity documents: one key for every way of writing them, and what they look like.

Patterns are hints for a doubt, never a reason to refuse: most of them are observed, not
published (see the sources in the standards page, 7.6).
"""

import re
import unicodedata

_TO_LATIN = str.maketrans("АВЕЅКМНОРСТУХІЈԚҮҺҒ", "ABESKMHOPCTYXIJQYHF")
_NUMBER_PREFIX = re.compile(r"^\s*(?:№|N[°º]|No\b\.?|#)\s*", re.IGNORECASE)
_BIRTH_CERTIFICATE = re.compile(
    r"(?P<roman>[IVXLІ1ХУ]{1,5})\s*[-–—‐ ]?\s*(?P<series>[A-ZА-ЯЁҶҒҚҲӢӮ]{2})\s*[-–—‐ №NnоoО.]*\s*"
    r"(?P<number>\d{6,7})(?!\d)"
)
_ROMAN_LOOK_ALIKES = str.maketrans("1LІХУ", "IIIXV")

_PATTERNS = (
    ("passport", re.compile(r"\d{9}")),
    ("passport", re.compile(r"[A-Z]{1,2}\d{7,8}")),
    ("identity_card", re.compile(r"ID\d{7,9}")),
    ("internal_passport", re.compile(r"\d{10}")),
)


def document_key(number: str) -> str:
    """Letters and digits of a number in Latin capitals; Cyrillic look-alikes become Latin.

    'I-СА 353519' and 'i-ca 353519' are both 'ICA353519'; a leading number sign is dropped.
    """
    text = unicodedata.normalize("NFKC", _NUMBER_PREFIX.sub("", number)).upper()
    return "".join(c for c in text.translate(_TO_LATIN) if c.isalnum())


def is_birth_certificate(text: str) -> bool:
    """Whether `text` is written like the number of a birth certificate: I-СА 353519."""
    return birth_certificate_number(text) != ""


def birth_certificate_number(text: str) -> str:
    """The birth certificate number in `text` as 'I-СА 353519', or ''.

    The Roman numeral is written in Latin letters, the series as it was given.
    """
    match = _BIRTH_CERTIFICATE.search(text.upper())
    if match is None:
        return ""
    roman = match["roman"].translate(_ROMAN_LOOK_ALIKES)
    return f"{roman}-{match['series']} {match['number']}"


def kind_by_number(number: str) -> str:
    """Document kind that a number looks like, or '' where its form tells nothing."""
    if is_birth_certificate(number):
        return "birth_certificate"
    written = document_key(number)
    for kind, pattern in reversed(_PATTERNS):
        if pattern.fullmatch(written):
            return kind
    return ""
