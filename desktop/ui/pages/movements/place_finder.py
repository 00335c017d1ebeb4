"""Places and crossing points found while one types, in any script. No widgets."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from desktop.ui.lookups import places
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.views import CrossingRow, PlaceRow
from reports.texts import Texts

_BORDER, _AIRPORT = "crossing_point", "airport"


@dataclass(frozen=True)
class FoundPlace:
    """A place with what tells it from others of its name: the country, or both sides."""

    id: UUID
    word: str
    detail: str


class PlaceFinder:
    """Finds places; `alpha2` are the two letters of countries by their three."""

    def __init__(self, book: ReferenceBook, texts: Texts, alpha2: Mapping[str, str]) -> None:
        self._book = book
        self._texts = texts
        self._alpha2 = alpha2
        self._lookup = places(book)
        self._points = {point.place.id: point for point in book.crossings}

    def find(self, text: str) -> tuple[FoundPlace, ...]:
        """What begins so; crossing points and towns before airports of the same name."""
        found = [UUID(one.code) for one in self._lookup.find(text)]
        found.sort(key=lambda place_id: self._book.places[place_id].kind == _AIRPORT)
        return tuple(self.of(place_id) for place_id in found)

    def best(self, text: str) -> FoundPlace | None:
        """What is most likely meant by the beginning of a name."""
        exact = self._lookup.exact(text)
        if exact is not None:
            return self.of(UUID(exact.code))
        return next(iter(self.find(text)), None)

    def of(self, place_id: UUID) -> FoundPlace:
        """A place by its id."""
        place = self._book.places[place_id]
        return FoundPlace(place_id, self._book.place(place_id), self._detail(place))

    def letters(self, country: str) -> str:
        """Two letters of a country."""
        return self._alpha2.get(country, country)

    def _detail(self, place: PlaceRow) -> str:
        point = self._points.get(place.id)
        if point is not None:
            return self._sides(point)
        country = self._book.countries.get(place.country or "", "")
        if place.kind == _AIRPORT:
            return self._texts.t("airport, {country}", country=country)
        return country

    def _sides(self, point: CrossingRow) -> str:
        one, other = (self.letters(post.country) for post in point.posts)
        return self._texts.t("border {one} – {other}", one=one, other=other)
