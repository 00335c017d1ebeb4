"""Tell the meaning of one heading from its words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from desktop.domain.intake.fields import LATIN_OF, Field
from desktop.domain.intake.header_words import (
    ETHNIC_WORDS,
    FILLERS,
    HEADER_WORDS,
    LATIN_MARKS,
)
from desktop.domain.intake.words import key

ENOUGH = 0.5
"""Share of a heading's letters that must be explained before its meaning counts."""

_LONGEST = 160
_OF_A_DOCUMENT = frozenset({Field.ISSUED, Field.EXPIRES, Field.AUTHORITY, Field.DOCUMENT_SERIES})
_SHORTENED = 0.8
_BEHIND = 0.05
_SAYS_LITTLE = frozenset({Field.RUNNING_NUMBER, Field.OTHER})
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_MANY_DIGITS = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Meaning:
    """One possible meaning of a heading: how much of it is explained, and what else is in it."""

    field: Field
    share: float
    also: tuple[Field, ...] = ()
    is_latin: bool = False


@dataclass(frozen=True)
class _Phrase:
    words: tuple[str, ...]
    field: Field
    also: tuple[Field, ...]
    is_whole: bool


@lru_cache(maxsize=4096)
def meanings(heading: str) -> tuple[Meaning, ...]:
    """Possible meanings of a heading, the likeliest first; empty for anything else."""
    if not heading or len(heading) > _LONGEST or _MANY_DIGITS.search(heading):
        return ()
    outside = _BRACKETS.sub(" ", heading)
    is_latin = _has_any(key(heading).split(), _compiled(LATIN_MARKS))
    found = _meanings(outside) if outside.strip() else ()
    if not found and outside != heading:
        found = _meanings(re.sub(r"[()\[\]{}]", " ", heading))
    if is_latin and not found:
        return (Meaning(Field.LATIN_FULL_NAME, _SHORTENED, is_latin=True),)
    return tuple(
        Meaning(LATIN_OF.get(m.field, m.field), m.share, m.also, is_latin=True) if is_latin else m
        for m in found
    )


def column_meanings(lines: tuple[str, ...]) -> tuple[Meaning, ...]:
    """Possible meanings of a column with several lines of heading, upper ones first.

    The lowest line is the most particular ("серия" under "паспорт"); where it says too little
    ("№", "дата"), all lines together do.
    """
    if len(lines) < 2:
        return meanings(lines[0]) if lines else ()
    best: dict[Field, Meaning] = {}
    for meaning in (*meanings(lines[-1]), *meanings(" ".join(lines))):
        known = best.get(meaning.field)
        if known is None or meaning.share > known.share:
            best[meaning.field] = meaning
    found = sorted(best.values(), key=lambda m: (-m.share, m.field in _SAYS_LITTLE))
    if any(_has_any(key(line).split(), _compiled(LATIN_MARKS)) for line in lines):
        return tuple(
            Meaning(LATIN_OF.get(m.field, m.field), m.share, m.also, is_latin=True) for m in found
        )
    return tuple(found)


def is_ethnic(heading: str) -> bool:
    """Whether a heading asks for the ethnic origin ("национальность", "миллат")."""
    return _has_any(key(heading).split(), _compiled(ETHNIC_WORDS))


def _meanings(heading: str) -> tuple[Meaning, ...]:
    words = key(heading).split()
    if not words:
        return ()
    best: dict[Field, tuple[float, frozenset[int], tuple[Field, ...]]] = {}
    for phrase in _candidates(words):
        used, weight = _matched(phrase, words)
        if used and weight > best.get(phrase.field, (0.0,))[0]:
            best[phrase.field] = weight, used, phrase.also
    fillers = _compiled(FILLERS) + _compiled(LATIN_MARKS)
    ranked = sorted(best.items(), key=lambda item: -item[1][0])
    found = []
    for field, (weight, used, also) in ranked:
        others = tuple(
            other
            for other, (_, other_used, _) in ranked
            if other is not field and not other_used & used and other not in also
        )
        explained = used.union(*(best[other][1] for other in others))
        if min(explained) < min(used) and field not in _OF_A_DOCUMENT:
            continue
        rest = [
            w for i, w in enumerate(words) if i not in explained and not _has_any((w,), fillers)
        ]
        length = sum(len(words[i]) for i in used)
        share = (weight + sum(best[o][0] for o in others)) / (
            length + sum(len(words[i]) for i in explained - used) + sum(map(len, rest))
        )
        if share >= ENOUGH:
            if field in _OF_A_DOCUMENT:
                others = tuple(other for other in others if other is not Field.DOCUMENT)
                share -= _BEHIND * (min(explained) < min(used))
            found.append(Meaning(field, min(share, 1.0), also + others))
    return tuple(sorted(found, key=lambda meaning: -meaning.share))


def _matched(phrase: _Phrase, words: Sequence[str]) -> tuple[frozenset[int], float]:
    """Places of the heading's words that a phrase explains, and their weight; all or nothing."""
    if phrase.is_whole and len(words) != len(phrase.words):
        return frozenset(), 0.0
    if phrase.also and not _alike(phrase.words[0], words[0]):
        return frozenset(), 0.0
    used: dict[int, float] = {}
    for wanted in phrase.words:
        place, worth = -1, 0.0
        for i, word in enumerate(words):
            similar = _alike(wanted, word)
            if i not in used and similar > worth and (similar == 1.0 or not phrase.is_whole):
                place, worth = i, similar
        if place < 0:
            return frozenset(), 0.0
        used[place] = worth
    return frozenset(used), sum(len(words[i]) * worth for i, worth in used.items())


def _alike(wanted: str, word: str) -> float:
    stem = wanted.removesuffix("*")
    if word == stem or (stem != wanted and word.startswith(stem)):
        return 1.0
    if len(word) >= 3 and stem.startswith(word):
        return _SHORTENED
    return 0.0


def _has_any(words: Iterable[str], patterns: tuple[tuple[str, ...], ...]) -> bool:
    present = tuple(words)
    return any(
        all(any(_alike(wanted, word) == 1.0 for word in present) for wanted in pattern)
        for pattern in patterns
    )


@cache
def _compiled(phrases: str) -> tuple[tuple[str, ...], ...]:
    return tuple(words for phrase in phrases.split(",") if (words := _folded(phrase)))


def _folded(phrase: str) -> tuple[str, ...]:
    starred = (key(w) + "*" * w.endswith("*") for w in phrase.split())
    return tuple(word for part in starred for word in _spread(part))


def _spread(part: str) -> list[str]:
    """Words of a part that folding took apart ("ism-sharif"), the star on the last."""
    words = part.removesuffix("*").split()
    if words and part.endswith("*"):
        words[-1] += "*"
    return words


@cache
def _phrases() -> dict[str, tuple[_Phrase, ...]]:
    """All phrases by the first two letters of each of their words."""
    index: dict[str, list[_Phrase]] = {}
    for field, text in HEADER_WORDS.items():
        for entry in text.split(","):
            spoken, *extra = entry.strip().split(" +")
            words = _folded(spoken.removeprefix("="))
            if words:
                also = tuple(Field(name.strip()) for name in extra)
                phrase = _Phrase(words, field, also, spoken.startswith("="))
                index.setdefault(words[0][:2], []).append(phrase)
    return {start: tuple(phrases) for start, phrases in index.items()}


def _candidates(words: Sequence[str]) -> list[_Phrase]:
    index = _phrases()
    starts = {word[:2] for word in words}
    return [phrase for start in starts for phrase in index.get(start, ())]
