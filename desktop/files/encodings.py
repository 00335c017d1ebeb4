"""Tell the encoding of a text table: by its mark, by its form, then by what reads like words.

Old programs in the region write Russian, Tajik and Kazakh in eight bits without saying in
which table. The table is right in which letters of one alphabet form words in ordinary case.
"""

import codecs
import re
import unicodedata
from functools import lru_cache

from desktop.errors import UserError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("cp1251", "koi8_t", "koi8_r", "cp866", "kz1048", "ptcp154", "cp1252", "cp1254")
_HOME = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяғӣқӯҳҷўәңөұүһі")
_FREQUENT = frozenset("аоиеёнртвслдкмупяы")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûüÿñœæşğıİ")
_WORD = re.compile(r"[^\W\d_]+")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SAMPLE_BYTES = 200_000
_MOST_ZEROS = 0.1
"""Share of zero bytes above which a text is of two bytes a letter."""

_FEW_CONTROLS = 3
"""Stray control characters that even a short text may have."""


def decode(data: bytes) -> str:
    """Decode a text table; raises UserError when it is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data, encoding)
    if data[:4096].count(0) > _MOST_ZEROS * len(data[:4096]):
        return _checked(data, _wide_form(data))
    try:
        return _tidy(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _tidy(_decoded_by_lines(data))


def _decoded_by_lines(data: bytes) -> str:
    """Decode what is not UTF-8 throughout: lists are pasted together from files of two tables."""
    lines = data.splitlines(keepends=True)
    is_wide = [_is_utf8(line) for line in lines]
    foreign = b"".join(line for line, wide in zip(lines, is_wide, strict=True) if not wide)
    sample = foreign[:_SAMPLE_BYTES]
    best = max(_CANDIDATES, key=lambda encoding: _reads_like_words(sample, encoding))
    return "".join(
        line.decode("utf-8") if wide else line.decode(best, "replace")
        for line, wide in zip(lines, is_wide, strict=True)
    )


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _wide_form(data: bytes) -> str:
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return "utf-16-le" if odd >= even else "utf-16-be"


def _checked(data: bytes, encoding: str) -> str:
    try:
        return _tidy(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise UserError("intake.not_a_workbook") from error


def _tidy(text: str) -> str:
    controls = sum(
        unicodedata.category(c) == "Cc" and c not in "\t\r\n\x0b\x0c" for c in text[:20_000]
    )
    if controls > max(_FEW_CONTROLS, len(text[:20_000]) // 200):
        raise UserError("intake.not_a_workbook")
    return _CONTROLS.sub("", text.replace("\x0b", " ").replace("\x0c", " "))


def _reads_like_words(sample: bytes, encoding: str) -> float:
    """Higher is better; only the bytes above ASCII tell tables apart."""
    text = sample.decode(encoding, "replace")
    foreign = [c for c in text if ord(c) > 127]
    score = sum(_worth(c) for c in foreign) / max(1, len(foreign))
    words = [w for w in _WORD.findall(text) if not w.isascii()]
    odd = sum(not (w.islower() or w.isupper() or w.istitle()) or _is_mixed(w) for w in words)
    return score - 4 * odd / max(1, len(words))


def _is_mixed(word: str) -> bool:
    """Whether Latin letters stand in a word beside letters of another alphabet."""
    return any(map(str.isascii, word)) and any(c.lower() in _HOME for c in word)


@lru_cache(maxsize=1024)
def _worth(character: str) -> float:
    lower = character.lower()
    if lower in _FREQUENT:
        return 1.0
    if lower in _HOME:
        return 0.6
    if lower in _LATIN:
        return 0.5
    if character in "№«»–—’“”\xa0°…":
        return 0.2
    return -2.0
