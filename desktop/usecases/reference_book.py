"""Names of everything that reference data knows, in one language, for screens."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from desktop.domain.values import HOME_COUNTRY
from desktop.reference import name_in
from desktop.usecases import views as v
from desktop.usecases.ports import Reads

_LISTS = (
    "sex",
    "case_status",
    "document_kind",
    "document_state",
    "group_role",
    "travel_need",
    "movement_status",
    "movement_mode",
    "traveller_status",
    "vehicle_kind",
    "manifest_recipient",
    "dispatch_kind",
    "organisation_kind",
    "operation_kind",
)


@dataclass(frozen=True)
class ReferenceBook:
    """Read once when a database is opened; every look-up is a dictionary's."""

    language: str
    lists: Mapping[str, Mapping[str, str]]
    countries: Mapping[str, str]
    areas: Mapping[str, str]
    regions: tuple[tuple[str, str], ...]
    """Regions of the home country, code and name."""
    parents: Mapping[str, str]
    places: Mapping[UUID, v.PlaceRow]
    crossings: tuple[v.CrossingRow, ...]
    layouts: Mapping[str, v.LayoutRow]

    def label(self, list_name: str, code: str) -> str:
        """Label of a code of a value list."""
        return self.lists.get(list_name, {}).get(code, code)

    def place(self, place_id: UUID | None) -> str:
        """Name of a place, or ''."""
        place = self.places.get(place_id) if place_id else None
        return name_in(place.names, self.language) if place else ""

    def place_zone(self, place_id: UUID | None) -> str:
        """IANA zone of a place, or ''."""
        place = self.places.get(place_id) if place_id else None
        return place.zone if place else ""

    def layout(self, code: str) -> str:
        """Name of a layout of a vehicle."""
        row = self.layouts.get(code)
        return name_in(row.names, self.language) if row else code

    def region_and_district(self, code: str | None) -> tuple[str, str]:
        """Names of the region and of the district of an area's code."""
        if not code or code not in self.areas:
            return "", ""
        parent = self.parents.get(code, "")
        return (self.areas[parent], self.areas[code]) if parent else (self.areas[code], "")


def read_reference_book(reads: Reads, language: str, home: str = HOME_COUNTRY) -> ReferenceBook:
    """Gather the names of reference data in a language."""
    areas = reads.areas()
    return ReferenceBook(
        language=language,
        lists={
            name: {code: name_in(labels, language) for code, labels in reads.labels(name).items()}
            for name in _LISTS
        },
        countries={code: name_in(names, language) for code, names in reads.countries().items()},
        areas={area.code: name_in(area.names, language) for area in areas},
        regions=tuple(
            (area.code, name_in(area.names, language))
            for area in areas
            if area.country == home and not area.parent
        ),
        parents={area.code: area.parent for area in areas if area.parent},
        places={place.id: place for place in reads.places()},
        crossings=tuple(reads.crossing_points()),
        layouts={row.code: row for row in reads.layouts()},
    )
