"""Telephone numbers as people write them, and in E.164 where that is certain.

A table of the countries of this trade is enough: what arrives are mobile numbers of a dozen
neighbours, and a number that the table cannot place is kept as given, with a doubt. A library
of all numbering plans would validate no more of what matters here and would be the only part
of the domain outside the standard library.

Source: ITU-T E.164 (at most 15 digits) and the national numbering plans notified to the ITU.
"""

import re
from dataclasses import dataclass

_CALLING_CODES = {
    "KAZ": ("7", 10), "RUS": ("7", 10), "TJK": ("992", 9), "UZB": ("998", 9), "KGZ": ("996", 9),
    "TKM": ("993", 8), "AFG": ("93", 9), "IRN": ("98", 10), "TUR": ("90", 10), "UKR": ("380", 9),
    "BLR": ("375", 9), "AZE": ("994", 9), "ARE": ("971", 9),
}  # fmt: skip
"""Country (alpha-3) -> calling code and number of digits of a mobile number behind it."""

_TRUNK = {"KAZ": "8", "RUS": "8", "UZB": "8", "TJK": "8", "TKM": "8", "KGZ": "0"}
_SEPARATOR = re.compile(r"[,;/\n\r|]+|\s{3,}|\b(?:и|ва|va|and|et|ё|ёки|или|or)\b", re.IGNORECASE)
_PLUS = re.compile(r"(?<=\d)\s*(?=\+)")
_NUMBER = re.compile(r"\+?\(?\d[\d\s().\-–—]*\d")
_NOT_DIGIT = re.compile(r"\D+")
_SHORTEST, _LONGEST = 7, 15


@dataclass(frozen=True)
class PhoneReading:
    """One number: as given, E.164 or '', and a doubt: '', 'length' or 'no_number'."""

    as_given: str
    e164: str
    doubt: str


def read_phones(text: str, country: str) -> tuple[PhoneReading, ...]:
    """Read the numbers in one cell; `country` (alpha-3) is where local numbers are dialled.

    87015550142, +7 703 308 82 86 and 8 (701) 555-01-42 are all read; what stands beside a
    number ("жена") stays in `as_given`.
    """
    readings = []
    for part in _SEPARATOR.split(_PLUS.sub(";", text)):
        numbers = _split_run(part)
        if len(numbers) < 2:
            as_given = " ".join(part.split())
            if as_given:
                readings.append(_read(as_given, country))
        else:
            readings += [_read(" ".join(number.split()), country) for number in numbers]
    return tuple(readings)


def _split_run(part: str) -> list[str]:
    """Numbers that stand side by side with only blanks between them."""
    found = _NUMBER.findall(part)
    if len(found) != 1 or len(_NOT_DIGIT.sub("", found[0])) <= _LONGEST:
        return found
    digits = _NOT_DIGIT.sub("", found[0])
    half = len(digits) // 2
    return [digits[:half], digits[half:]] if len(digits) in {20, 22, 24} else found


def _read(as_given: str, country: str) -> PhoneReading:
    match = _NUMBER.search(as_given)
    digits = _NOT_DIGIT.sub("", match[0]) if match else ""
    if len(digits) < 5:
        return PhoneReading(as_given, "", "no_number")
    international = match is not None and match[0].startswith("+")
    e164 = _international(digits) if international else _local(digits, country)
    return PhoneReading(as_given, e164, "" if e164 else "length")


def _international(digits: str) -> str:
    for code, length in _CALLING_CODES.values():
        if digits.startswith(code):
            return "+" + digits if len(digits) == len(code) + length else ""
    return "+" + digits if _SHORTEST < len(digits) <= _LONGEST else ""


def _local(digits: str, country: str) -> str:
    code, length = _CALLING_CODES.get(country, ("", 0))
    trunk = _TRUNK.get(country, "0")
    if digits.startswith("00"):
        return _international(digits[2:])
    if code and len(digits) == length:
        return "+" + code + digits
    if code and len(digits) == length + 1 and digits.startswith(trunk):
        return "+" + code + digits[1:]
    for known, known_length in _CALLING_CODES.values():
        if digits.startswith(known) and len(digits) == len(known) + known_length:
            return "+" + digits
    if len(digits) == 11 and digits[0] == "8":
        return "+7" + digits[1:]
    return ""
