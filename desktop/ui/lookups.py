"""Long lists that are searched while one types: countries, places, regions and districts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from desktop.domain.names.folding import fold
from desktop.ui.wording import area_text
from desktop.usecases.reference_book import ReferenceBook

_MOST = 12


@dataclass(frozen=True)
class Found:
    """A value of a long list: its code and its word."""

    code: str
    word: str


class Lookup:
    """Finds values by the beginning of any of their words, in any script."""

    def __init__(self, values: Iterable[tuple[Found, Sequence[str]]]) -> None:
        """`values` come with the names under which each is found besides its word."""
        self._values = tuple(values)
        self._by_code = {found.code: found for found, _ in self._values}

    @cached_property
    def _names(self) -> dict[Found, frozenset[str]]:
        """Folded names; made when first asked for, because folding a thousand takes a while."""
        return {
            found: frozenset(fold(name) for name in (found.word, found.code, *names))
            for found, names in self._values
        }

    @cached_property
    def _words(self) -> dict[Found, frozenset[str]]:
        return {
            found: names.union(*(name.split() for name in names))
            for found, names in self._names.items()
        }

    def find(self, text: str) -> tuple[Found, ...]:
        """The first values that fit; those whose name begins with the text come first."""
        key = fold(text)
        if not key:
            return ()
        fits = [
            found
            for found, words in self._words.items()
            if any(word.startswith(key) for word in words)
        ]
        begins = {
            found for found in fits if any(name.startswith(key) for name in self._names[found])
        }
        fits.sort(key=lambda found: (found not in begins, found.word))
        return tuple(fits[:_MOST])

    def exact(self, text: str) -> Found | None:
        """The one value that is named or coded just so, else the only one that fits."""
        key = fold(text)
        named = [found for found, names in self._names.items() if key in names] if key else []
        fits = named or list(self.find(text))
        return fits[0] if len(fits) == 1 else None

    def of(self, code: str) -> Found | None:
        """The value of a code."""
        return self._by_code.get(code)


def countries(book: ReferenceBook) -> Lookup:
    """Countries by alpha-3 code."""
    return Lookup((Found(code, f"{name} ({code})"), (name,)) for code, name in _sorted(book))


def places(book: ReferenceBook) -> Lookup:
    """Places by id, found under their names in every language."""
    return Lookup(
        (Found(str(place.id), book.place(place.id)), tuple(place.names.values()))
        for place in book.places.values()
    )


def areas(book: ReferenceBook) -> Lookup:
    """Regions and districts of the home country by code."""
    regions = [code for code, _ in book.regions]
    codes = [*regions, *(code for code, parent in book.parents.items() if parent in regions)]
    return Lookup((Found(code, area_text(book, code)), (book.areas[code],)) for code in codes)


def _sorted(book: ReferenceBook) -> Iterable[tuple[str, str]]:
    return sorted(book.countries.items(), key=lambda item: item[1])
