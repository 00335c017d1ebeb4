"""Which place a list comes from, as far as its title tells."""

import re
from collections.abc import Iterable, Iterator
from uuid import UUID

from desktop.domain.names.folding import fold
from desktop.usecases.views import PlaceRow

_POSTS = re.compile(r"[/()–—]")
_IN = frozenset(
    map(fold, ("в", "г", "город", "городе", "из", "на", "при", "дар", "аз", "шаҳри"))
) | frozenset(("at", "in", "from", "near"))
_LONGEST_ENDING = 2
_SHORTEST = 3


def guess_place(title: str, places: Iterable[PlaceRow]) -> UUID | None:
    """The place that a title names, in any of its languages; None where it names none.

    A name of several words is believed wherever it stands ("пункт пропуска «Жибек жолы»"), a
    single word only behind a word like "in", because it may be an ordinary word.
    """
    words = fold(title).split()
    best: tuple[int, bool] = (0, False)
    found: UUID | None = None
    for place in places:
        for name in _names(place):
            size = sum(map(len, name))
            rank = (size, place.kind == "crossing_point")
            if rank > best and _stands_in(words, name):
                best, found = rank, place.id
    return found


def _names(place: PlaceRow) -> Iterator[list[str]]:
    """Names of a place, and of each post of a crossing point, as folded words."""
    for name in {part for text in place.names.values() for part in _POSTS.split(text)}:
        words = fold(name).split()
        if words and sum(map(len, words)) > _SHORTEST:
            yield words


def _stands_in(words: list[str], name: list[str]) -> bool:
    for start in range(len(words) - len(name) + 1):
        here = words[start : start + len(name)]
        if here[:-1] == name[:-1] and _is_form_of(here[-1], name[-1]):
            return len(name) > 1 or (start > 0 and words[start - 1] in _IN)
    return False


def _is_form_of(word: str, name: str) -> bool:
    """Whether a word is a name, perhaps with an ending: Ташкенте."""
    return word.startswith(name) and len(word) - len(name) <= _LONGEST_ENDING
