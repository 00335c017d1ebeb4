"""Reference data as screens and papers need it."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import select

from desktop.storage.reads.base import Questions
from desktop.storage.tables.reference import (
    area,
    country,
    crossing_post,
    place,
    value_item,
    vehicle_layout,
)
from desktop.usecases import views as v


class ReferenceReads(Questions):
    """Questions about reference data."""

    def labels(self, list_name: str) -> dict[str, dict[str, str]]:
        """Labels by code of a value list, in its order."""
        query = (
            select(value_item.c.code, value_item.c.labels)
            .where(value_item.c.list == list_name, value_item.c.retired_at.is_(None))
            .order_by(value_item.c.position)
        )
        return dict(self.connection.execute(query).all())

    def countries(self) -> dict[str, dict[str, str]]:
        """Names of countries and nationalities by alpha-3 code."""
        query = select(country.c.code, country.c.names).order_by(country.c.code)
        return dict(self.connection.execute(query).all())

    def alpha2(self) -> dict[str, str]:
        """Two-letter codes of countries by alpha-3 code, as lists print them."""
        query = select(country.c.code, country.c.alpha2)
        return dict(self.connection.execute(query).all())

    def areas(self) -> list[v.AreaRow]:
        """Regions and districts."""
        a = area.c
        query = select(a.code, a.parent, a.country, a.level, a.names).order_by(a.code)
        return [v.AreaRow(*row) for row in self.connection.execute(query)]

    def places(self) -> list[v.PlaceRow]:
        """All places."""
        query = select(place).where(place.c.retired_at.is_(None)).order_by(place.c.code)
        return [_place(row) for row in self.connection.execute(query)]

    def crossing_points(self) -> list[v.CrossingRow]:
        """Crossing points with their two posts."""
        posts: defaultdict[UUID, list[v.PostRow]] = defaultdict(list)
        for row in self.connection.execute(
            select(crossing_post)
            .where(crossing_post.c.retired_at.is_(None))
            .order_by(crossing_post.c.position)
        ):
            posts[row.place_id].append(v.PostRow(row.id, row.country, row.names, row.zone))
        return [
            v.CrossingRow(row, tuple(posts[row.id])) for row in self.places() if row.id in posts
        ]

    def layouts(self) -> list[v.LayoutRow]:
        """Layouts of vehicles."""
        c = vehicle_layout.c
        query = select(c.code, c.kind, c.names, c.plan, c.wheelchair_places).order_by(c.code)
        return [v.LayoutRow(*row) for row in self.connection.execute(query)]


def _place(row: Any) -> v.PlaceRow:
    return v.PlaceRow(
        row.id, row.code, row.kind, row.names, row.country, row.zone, row.latitude, row.longitude
    )
