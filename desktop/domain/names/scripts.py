"""Tidy text and repair letters that were typed from the wrong keyboard layout."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

APOSTROPHE = "\u2019"
"""The one apostrophe that is stored. U+2019 is in every font and in cp1251 and cp1252, so it
survives the exports of other offices; the official Uzbek U+02BB and U+02BC do not."""

APOSTROPHES = "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u2018\u2019\u201b\u2032\uff07"

_APOSTROPHE_RUN = re.compile(f"[{APOSTROPHES}]+")
_BLANK_RUN = re.compile(r"[\s\u200b\u2060\ufeff]+")
_INVISIBLE = dict.fromkeys((0x00AD, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-"})
# A zero-width (non-)joiner has a meaning only between two letters of Arabic script.
_STRAY_JOINER = re.compile("(?<![\u0600-\u06ff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u06ff])")

_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0259\u1e00-\u1eff]")
_ARABIC = re.compile(
    "[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"
)
_WORD = re.compile(r"[^\W\d_]+")

_TO_CYRILLIC = str.maketrans("ABCEHKMOPTXYIaceopxykihËëƏə", "АВСЕНКМОРТХУІасеорхукіһЁёӘә")
_TO_LATIN = str.maketrans("АВСЕНКМОРТХУІасеорхукіһЁёӘә", "ABCEHKMOPTXYIaceopxykihËëƏə")
_LATIN_TWINS = frozenset(map(chr, _TO_CYRILLIC))
_CYRILLIC_TWINS = frozenset(map(chr, _TO_LATIN))


@lru_cache(maxsize=65_536)
def tidy(text: str) -> str:
    """Return `text` in NFC with one kind of blank, hyphen and apostrophe, nothing at its ends.

    Blanks are collapsed (also no-break and zero-width ones), invisible marks are removed.
    Letters are left as they were typed. Idempotent.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_INVISIBLE).translate(_HYPHENS)
        text = _STRAY_JOINER.sub("", text)
    return _BLANK_RUN.sub(" ", _APOSTROPHE_RUN.sub(APOSTROPHE, text)).strip()


@lru_cache(maxsize=65_536)
def script_of(text: str) -> str:
    """ISO 15924 code of the letters in `text`: 'Cyrl', 'Latn', 'Arab', 'mixed', or ''."""
    found = [
        code
        for code, letters in (("Cyrl", _CYRILLIC), ("Latn", _LATIN), ("Arab", _ARABIC))
        if letters.search(text)
    ]
    if len(found) > 1:
        return "mixed"
    return found[0] if found else ""


@lru_cache(maxsize=65_536)
def repair_homoglyphs(text: str) -> str:
    """Give every word one script where Latin and Cyrillic letters were mixed by mistake.

    A word is repaired only if all its letters of one script have a twin in the other ("Cаидов"
    with a Latin C). A word of nothing but twins follows the other words of the text, so that
    "TOMA Саидова" becomes Cyrillic; without other words it stays.
    """
    if not (_CYRILLIC.search(text) and _LATIN.search(text)):
        return text
    leaning = _leaning(_WORD.findall(text))
    return _WORD.sub(lambda match: _repair_word(match[0], leaning), text)


def _leaning(words: Iterable[str]) -> str:
    sides = {_side(word) for word in words} - {"either", ""}
    return sides.pop() if len(sides) == 1 else "either"


def _side(word: str) -> str:
    """The script that `word` can be brought into: 'Cyrl', 'Latn', 'either', or '' for neither."""
    cyrillic = all(letter in _LATIN_TWINS or _CYRILLIC.match(letter) for letter in word)
    latin = all(letter in _CYRILLIC_TWINS or _LATIN.match(letter) for letter in word)
    if cyrillic and latin:
        return "either"
    return "Cyrl" if cyrillic else "Latn" if latin else ""


def _repair_word(word: str, leaning: str) -> str:
    side = _side(word)
    if side == "either":
        side = leaning
    if side == "Cyrl":
        return word.translate(_TO_CYRILLIC)
    return word.translate(_TO_LATIN) if side == "Latn" else word
