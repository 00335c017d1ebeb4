"""Compare words of a list across scripts, spellings and abbreviations."""

import re
from collections.abc import Mapping
from datetime import datetime, time
from functools import lru_cache
from typing import TypeVar

from desktop.domain.intake.sheet import CellValue
from desktop.domain.names.folding import fold

Meaning = TypeVar("Meaning")

_LONGEST_DITTO = 20
_NUMBER_SIGN = re.compile("[№#]|\\bn[°º]", re.IGNORECASE)
_BLANK_MARKS = frozenset("-–—−_./\\*?~=…·'\"«»“”")
_DITTO = re.compile(
    r"[\s\-–—/_.]*[\"”“„«»〃″'’]{1,4}[\s\-–—/_.]*|[\s\-–—]*(?://|\|\||\\{2})[\s\-–—]*"
)
_DITTO_WORDS = """то же, тоже, та же, тот же, те же, то же самое, так же, там же, он же, же, как
    выше, см выше, ҳамон, ҳамон тавр, ҳамин, ҳамин тавр, ҳамон ҷо, айнан, o'sha, ўша, shu, шу,
    xuddi shu, shuning o'zi, ditto, idem, same, same as above, as above, la même, le même, même,
    дәл сол, ошол эле"""
_NOTHING = """нет, нету, не имеется, отсутствует, не указан, не указано, неизвестно, неизв, н/д,
    нд, пусто, нест, надорад, нисту, номаълум, нишон дода нашудааст, yo'q, йўқ, noma'lum, mavjud
    emas, жоқ, белгісіз, none, n/a, na, unknown, not known, no, missing, nil, null, inconnu,
    inconnue, aucun, aucune, néant, non, не, без, не знает, не помнит, бессрочно, бессрочный,
    постоянно, бемуҳлат, muddatsiz, unlimited, no expiry, illimité"""


def text_of(value: CellValue) -> str:
    """Text of a cell as an officer would read it: no ".0", no exponent, ISO dates."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return str(value)


@lru_cache(maxsize=65_536)
def key(text: str) -> str:
    """Folded words of `text`, with the number sign as the word "no"."""
    # Piece by piece: a Latin "no" in the text would make look-alikes beside it Latin too.
    pieces = _NUMBER_SIGN.split(text)
    return " ".join(" no ".join(map(fold, pieces)).split()) if len(pieces) > 1 else fold(text)


@lru_cache(maxsize=65_536)
def says_nothing(text: str) -> bool:
    """Whether a cell only says that there is nothing to say: '', '-', 'нет', 'n/a'."""
    stripped = text.strip()
    if any(map(str.isdecimal, stripped)):
        return False
    return all(c in _BLANK_MARKS or c.isspace() for c in stripped) or key(stripped) in _NOTHING_KEYS


@lru_cache(maxsize=16_384)
def is_ditto(text: str) -> bool:
    """Whether a cell repeats the one above it: ", -"-, --//--, то же."""
    stripped = text.strip()
    if len(stripped) > _LONGEST_DITTO or any(map(str.isdecimal, stripped)):
        return False
    return _DITTO.fullmatch(stripped) is not None or key(stripped) in _DITTO_KEYS


def split_phrases(text: str) -> tuple[str, ...]:
    """Phrases of a list that is written with commas."""
    return tuple(phrase for part in text.split(",") if (phrase := part.strip()))


class Phrases(dict[str, Meaning]):
    """Folded phrase -> meaning; built from meaning -> phrases with commas between them."""

    def __init__(self, source: Mapping[Meaning, str]) -> None:
        super().__init__(
            {
                key(phrase): meaning
                for meaning, phrases in source.items()
                for phrase in split_phrases(phrases)
            }
        )


class PhraseBook:
    """Finds phrases inside longer texts, whole words only; a star ends a beginning.

    Built from tag -> phrases with commas between them; earlier tags win.
    """

    def __init__(self, source: Mapping[str, str]) -> None:
        self._patterns = {
            tag: re.compile(
                "(?:^| )(?:" + "|".join(map(_pattern, split_phrases(phrases))) + ")(?= |$)"
            )
            for tag, phrases in source.items()
        }

    def find(self, text: str) -> str:
        """First tag with a phrase in `text`, or ''."""
        folded = "" if text.isdecimal() else key(text)
        if not folded:
            return ""
        return next((tag for tag, p in self._patterns.items() if p.search(folded)), "")

    def find_all(self, text: str) -> tuple[str, ...]:
        """All tags with a phrase in `text`."""
        folded = key(text)
        if not folded:
            return ()
        return tuple(tag for tag, pattern in self._patterns.items() if pattern.search(folded))

    def starts(self, text: str) -> str:
        """First tag with a phrase at the beginning of `text`, or ''."""
        folded = "" if text.isdecimal() else key(text)
        if not folded:
            return ""
        return next((tag for tag, p in self._patterns.items() if p.match(folded)), "")

    def is_whole(self, text: str) -> bool:
        """Whether `text` is one phrase and nothing else."""
        folded = key(text)
        return any(pattern.fullmatch(folded) for pattern in self._patterns.values())

    def without(self, text: str) -> str:
        """Folded `text` without its phrases."""
        folded = key(text)
        for pattern in self._patterns.values():
            folded = pattern.sub(" ", folded)
        return " ".join(folded.split())


def _pattern(phrase: str) -> str:
    words = ((key(word), word.endswith("*")) for word in phrase.split())
    return " ".join(re.escape(folded) + (r"\w*" if star else "") for folded, star in words)


_DITTO_KEYS = frozenset(key(word) for word in split_phrases(_DITTO_WORDS))
_NOTHING_KEYS = frozenset(key(word) for word in split_phrases(_NOTHING))
