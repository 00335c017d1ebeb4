"""Reference data: value lists, countries, areas, places, crossing points and seat plans.

Read once from the CSV files of `resources/reference`; `sources.toml` beside them says where
each file comes from, under which licence, and which version it has.
"""

import csv
import hashlib
import io
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from uuid import UUID

from desktop.errors import Corrupt
from desktop.paths import resources_dir

Names = Mapping[str, str]
"""Language to name; a language without a name of its own is left out."""

_LANGUAGES = ("en", "fr", "ru", "tg", "uz", "kk")
_NEXT_BEST = {"tg": ("ru", "en"), "uz": ("ru", "en"), "kk": ("ru", "en")}


@dataclass(frozen=True)
class ValueItem:
    """One code of a value list. An office may add codes to a list that is not `closed`.

    `short` holds the forms for column headings and buttons, where they differ from `labels`.
    """

    list: str
    code: str
    position: int
    closed: bool
    labels: Names
    short: Names


@dataclass(frozen=True)
class Country:
    """A country or another code that a passport may carry as nationality.

    `kind`: iso, status (stateless, refugee, unknown), organisation, variant, withdrawn or
    specimen. `spellings` are other names met in lists.

    Source: ISO 3166-1; ICAO Doc 9303-3, section 5.
    """

    alpha3: str
    alpha2: str
    numeric: str
    kind: str
    names: Names
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class Area:
    """A region, or a district or town of regional rank; `parent` is empty for a region.

    Codes of regions are those of ISO 3166-2, codes below them are our own.
    """

    code: str
    parent: str
    country: str
    level: str
    names: Names
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """A town, airport or crossing point; degrees are WGS 84, `zone` is an IANA name.

    The country, area and zone of a crossing point are those of its first post.
    """

    id: UUID
    code: str
    kind: str
    country: str
    area: str
    lat: float
    lon: float
    zone: str
    names: Names


@dataclass(frozen=True)
class Post:
    """One side of a crossing point."""

    id: UUID
    country: str
    zone: str
    names: Names


@dataclass(frozen=True)
class CrossingPoint:
    """A place where a border is crossed, with the post of each side."""

    code: str
    place_id: UUID
    posts: tuple[Post, Post]


@dataclass(frozen=True)
class VehicleLayout:
    """Seats of a kind of vehicle: rows from the front parted by "/", a letter a seat, "_" no seat.

    The driver's and the crew's seats are not in the plan; `wheelchair` places come on top.
    """

    code: str
    kind: str
    seats: int
    wheelchair: int
    plan: str
    names: Names


@cache
def value_items() -> tuple[ValueItem, ...]:
    """Codes of every value list, in the order of each list."""
    return tuple(
        ValueItem(
            list=row["list"],
            code=row["code"],
            position=int(row["position"]),
            closed=row["closed"] == "1",
            labels=_names(row),
            short=_names(row, "_short"),
        )
        for row in _rows("value_items.csv")
    )


@cache
def countries() -> tuple[Country, ...]:
    """Countries and the other codes of nationality, by alpha-3 code."""
    return tuple(
        Country(
            alpha3=row["alpha3"],
            alpha2=row["alpha2"],
            numeric=row["numeric"],
            kind=row["kind"],
            names=_names(row),
            spellings=_spellings(row),
        )
        for row in _rows("countries.csv")
    )


@cache
def areas() -> tuple[Area, ...]:
    """Regions and districts, by code."""
    return tuple(
        Area(
            code=row["code"],
            parent=row["parent"],
            country=row["country"],
            level=row["level"],
            names=_names(row),
            spellings=_spellings(row),
        )
        for row in _rows("areas.csv")
    )


@cache
def places() -> tuple[Place, ...]:
    """Towns, airports and crossing points, by code. Their ids never change."""
    return tuple(
        Place(
            id=UUID(row["id"]),
            code=row["code"],
            kind=row["kind"],
            country=row["country"],
            area=row["area"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            zone=row["zone"],
            names=_names(row),
        )
        for row in _rows("places.csv")
    )


@cache
def crossing_points() -> tuple[CrossingPoint, ...]:
    """Crossing points with both posts, by the code of their place."""
    ids = {place.code: place.id for place in places()}
    points = []
    for code, rows in groupby(_rows("crossing_points.csv"), lambda row: row["place"]):
        first, second = (
            Post(UUID(row["id"]), row["country"], row["zone"], _names(row)) for row in rows
        )
        points.append(CrossingPoint(code, ids[code], (first, second)))
    return tuple(points)


@cache
def layouts() -> tuple[VehicleLayout, ...]:
    """Seat plans of vehicles, by code."""
    return tuple(
        VehicleLayout(
            code=row["code"],
            kind=row["kind"],
            seats=int(row["seats"]),
            wheelchair=int(row["wheelchair"]),
            plan=row["plan"],
            names=_names(row),
        )
        for row in _rows("vehicle_layouts.csv")
    )


@cache
def reference_version() -> str:
    """Version of the data as a whole; it changes with every change of a file."""
    try:
        sources = tomllib.loads(_text("sources.toml"))
        checksums = "".join(f"{entry['name']}={entry['sha256']};" for entry in sources["file"])
        version = str(sources["version"])
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise Corrupt("catalogue.damaged", file="sources.toml") from error
    return f"{version}+{hashlib.sha256(checksums.encode()).hexdigest()[:12]}"


def name_in(names: Names, language: str) -> str:
    """The name in `language`, or in the one its readers know best; "" where there is none."""
    for candidate in (language, *_NEXT_BEST.get(language, ("en", "ru"))):
        if name := names.get(candidate):
            return name
    return next(iter(names.values()), "")


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(io.StringIO(_text(name), newline=""))


def _text(name: str) -> str:
    path = _folder() / name
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Corrupt("catalogue.damaged", file=name) from error


def _folder() -> Path:
    return resources_dir() / "reference"


def _names(row: Mapping[str, str], suffix: str = "") -> dict[str, str]:
    return {
        language: row[language + suffix] for language in _LANGUAGES if row.get(language + suffix)
    }


def _spellings(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(filter(None, row["spellings"].split("|")))
