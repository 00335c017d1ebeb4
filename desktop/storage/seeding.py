"""Reference data brought into a database: added, corrected, put away; never deleted."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from desktop.domain.names.folding import FOLD_VERSION
from desktop.reference import (
    Area,
    Country,
    CrossingPoint,
    Place,
    ValueItem,
    VehicleLayout,
    areas,
    countries,
    crossing_points,
    layouts,
    places,
    reference_version,
    value_items,
)
from desktop.storage.tables import reference as t
from desktop.storage.tables.log import schema_info

_VERSION = "reference_version"
_FOLD = "fold_version"


def info(connection: Connection, name: str) -> str | None:
    """What the database says of itself under `name`."""
    return connection.scalar(select(schema_info.c.value).where(schema_info.c.name == name))


def _set_info(connection: Connection, name: str, value: str) -> None:
    """Keep a fact about the database."""
    if info(connection, name) is None:
        connection.execute(insert(schema_info).values(name=name, value=value))
    else:
        connection.execute(
            update(schema_info).where(schema_info.c.name == name).values(value=value)
        )


def fold_version(connection: Connection) -> str | None:
    """Version of the folding that the stored search keys were made with."""
    return info(connection, _FOLD)


def is_seeded(connection: Connection) -> bool:
    """Whether the database has the reference data of this program."""
    return info(connection, _VERSION) == str(reference_version())


def seed(connection: Connection, now: datetime) -> None:
    """Bring reference data up to the version that this program has."""
    _upsert(connection, t.value_item, ("id",), map(_value_item, value_items()), now)
    _upsert(connection, t.country, ("code",), map(_country, countries()), now)
    regions_first = sorted(areas(), key=lambda item: bool(item.parent))
    _upsert(connection, t.area, ("code",), map(_area, regions_first), now)
    _upsert(connection, t.vehicle_layout, ("code",), map(_layout, layouts()), now)
    _upsert(connection, t.place, ("id",), map(_place, places()), now)
    posts = (row for point in crossing_points() for row in _posts(point))
    _upsert(connection, t.crossing_post, ("id",), posts, now)
    _set_info(connection, _VERSION, str(reference_version()))
    if info(connection, _FOLD) is None:
        _set_info(connection, _FOLD, str(FOLD_VERSION))


def _upsert(
    connection: Connection,
    table: Table,
    key: tuple[str, ...],
    rows: Iterable[dict[str, Any]],
    now: datetime,
) -> None:
    known = {
        tuple(row[name] for name in key): dict(row)
        for row in connection.execute(select(table)).mappings()
    }
    fresh: list[dict[str, Any]] = []
    for row in rows:
        present = known.pop(tuple(row[name] for name in key), None)
        if present is None:
            fresh.append(row)
        elif any(present[name] != value for name, value in row.items() if name != "version"):
            here = [table.c[name] == row[name] for name in key]
            connection.execute(update(table).where(*here).values(**row))
    if fresh:
        connection.execute(insert(table), fresh)
    for gone, row in known.items():
        if row["retired_at"] is None and row.get("office_id") is None:
            here = [table.c[name] == value for name, value in zip(key, gone, strict=True)]
            connection.execute(update(table).where(*here).values(retired_at=now))


def _value_item(item: ValueItem) -> dict[str, Any]:
    return {
        "id": f"{item.list}:{item.code}",
        "list": item.list,
        "code": item.code,
        "labels": dict(item.labels),
        "position": item.position,
        "closed": item.closed,
    }


def _country(item: Country) -> dict[str, Any]:
    return {
        "code": item.alpha3,
        "alpha2": item.alpha2,
        "kind": item.kind,
        "names": dict(item.names),
    }


def _area(item: Area) -> dict[str, Any]:
    return {
        "code": item.code,
        "parent": item.parent or None,
        "country": item.country,
        "level": item.level,
        "names": dict(item.names),
    }


def _layout(item: VehicleLayout) -> dict[str, Any]:
    return {
        "code": item.code,
        "kind": item.kind,
        "names": dict(item.names),
        "plan": item.plan,
        "wheelchair_places": item.wheelchair,
    }


def _place(item: Place) -> dict[str, Any]:
    return {
        "id": item.id,
        "office_id": None,
        "code": item.code,
        "kind": item.kind,
        "names": dict(item.names),
        "country": item.country or None,
        "area": item.area or None,
        "latitude": item.lat,
        "longitude": item.lon,
        "zone": item.zone,
        "version": 1,
    }


def _posts(point: CrossingPoint) -> Iterable[dict[str, Any]]:
    for position, post in enumerate(point.posts, 1):
        yield {
            "id": post.id,
            "place_id": point.place_id,
            "country": post.country,
            "names": dict(post.names),
            "zone": post.zone,
            "authority": "",
            "phone": "",
            "position": position,
            "exit_status": "open",
            "entry_status": "open",
        }
