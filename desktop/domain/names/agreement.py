"""How far two written names agree, across scripts, endings and slips of typing."""

from enum import IntEnum
from functools import lru_cache
from itertools import product

from desktop.domain.names.folding import skeleton
from desktop.domain.names.similarity import is_one_slip, jaro_winkler

Words = tuple[str, ...]
"""Folded stems of one name, in their order."""

_NEAR_LIKENESS = 0.85
_SIMILAR_LIKENESS = 0.90
_SIMILAR_SKELETON = 0.88


class Agreement(IntEnum):
    """From nothing in common to the same name; a higher value is better evidence."""

    DIFFERENT = 0
    SIMILAR = 1
    """One consonant apart, or an initial."""
    NEAR = 2
    """Other vowels, or one of two given names left out."""
    TYPED = 3
    """What another keyboard or the French table makes of the same name (ч for ҷ, е for ё)."""
    SAME = 4


def agreement(one: frozenset[Words], other: frozenset[Words]) -> Agreement | None:
    """Best agreement among the written forms of two names; None if one of them has none."""
    if not one or not other:
        return None
    if one & other:
        return Agreement.SAME
    return max(_of_names(a, b) for a, b in product(one, other))


def _of_names(one: Words, other: Words) -> Agreement:
    joined = _of_words("".join(one), "".join(other))
    if joined >= Agreement.TYPED or len(one) == len(other) == 1:
        return joined
    short, long = sorted((one, other), key=lambda words: (len(words), words))
    rest = list(long)
    worst = Agreement.SAME if len(short) == len(long) else Agreement.NEAR
    for word in short:
        best, place = max((_of_words(word, known), -i) for i, known in enumerate(rest))
        worst = min(worst, best)
        del rest[-place]
    return max(joined, worst)


@lru_cache(maxsize=65_536)
def _of_words(one: str, other: str) -> Agreement:
    if one == other:
        return Agreement.SAME
    if _as_mistyped(one) == _as_mistyped(other):
        return Agreement.TYPED
    if min(len(one), len(other)) == 1:
        return Agreement.SIMILAR if one[0] == other[0] else Agreement.DIFFERENT
    return _by_likeness(one, other)


def _by_likeness(one: str, other: str) -> Agreement:
    one, other = sorted((one, other))  # Jaro-Winkler is not always symmetric.
    likeness = jaro_winkler(one, other)
    if likeness < _NEAR_LIKENESS:
        return Agreement.DIFFERENT
    bones, other_bones = skeleton(one), skeleton(other)
    if bones == other_bones:
        return Agreement.NEAR
    is_similar = one[0] == other[0] and (
        is_one_slip(one, other)
        or (likeness >= _SIMILAR_LIKENESS and jaro_winkler(bones, other_bones) >= _SIMILAR_SKELETON)
    )
    return Agreement.SIMILAR if is_similar else Agreement.DIFFERENT


def _as_mistyped(word: str) -> str:
    """The form in which common mistypings come together; French writes ш as ch."""
    word = word.replace("ch", "j").replace("sh", "j")
    return word.replace("io", "e").replace("ie", "e")
