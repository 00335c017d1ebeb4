"""What people type into a search: beginnings of names, in any script, of one word or two."""

from random import Random

from benchmarks.generate import people
from benchmarks.vocabulary import PASSPORT, RUSSIAN

COUNT = 96
_SPELLINGS: tuple[dict[int, str], ...] = ({}, RUSSIAN, PASSPORT)
_PARTS = ("family_name", "given_names", "patronymic")


def queries(seed: int = 5) -> list[str]:
    """Beginnings of two to six letters of family, given and father's names.

    A third each in Tajik, in Russian and in Latin letters; every third has two words of one
    person, so that somebody fits.
    """
    chance = Random(seed)
    # Names in Cyrillic letters, of which every spelling is made.
    named = (person for person in people(20_000, seed) if person["family_name"] > "Ѐ")
    found = []
    for number in range(COUNT):
        person = next(named)
        table = _SPELLINGS[number % len(_SPELLINGS)]
        parts = [part for part in _PARTS if person[part]]
        chosen = chance.sample(parts, 2 if number % 9 < 3 else 1)
        words = (person[part].translate(table)[: chance.randint(2, 6)] for part in chosen)
        found.append(" ".join(words).lower() if number % 2 else " ".join(words))
    return found
