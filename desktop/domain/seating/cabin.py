"""The inside of a vehicle in numbers: what is near what, computed once for a layout."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from desktop.domain.layouts import Layout, Nearness

BY_ROW = 5
"""Cost of each row between two people who should be near, or between a need and the front."""
FROM_GUARDIAN = {
    Nearness.BESIDE: 0,
    Nearness.ACROSS_AISLE: 30,
    Nearness.NEXT_ROW: 60,
    Nearness.FAR: 200,
}
FROM_COMPANION = {
    Nearness.BESIDE: 0,
    Nearness.ACROSS_AISLE: 2,
    Nearness.NEXT_ROW: 4,
    Nearness.FAR: 20,
}

Table = tuple[tuple[int, ...], ...]
"""A number for each pair of places."""


@dataclass(frozen=True)
class Cabin:
    """Places of a layout by their number, wheelchair places first."""

    layout: Layout
    nearness: Table
    from_guardian: Table
    """What it costs to sit so far from a guardian."""
    from_companion: Table
    rows: tuple[int, ...]
    front: tuple[bool, ...]
    wheelchair: tuple[bool, ...]
    aisle: tuple[bool, ...]
    beside: tuple[tuple[int, ...], ...]
    near: tuple[tuple[int, ...], ...]
    """Places up to `Nearness.NEXT_ROW` away, the nearest first."""
    benches: tuple[tuple[int, ...], ...]
    """For each place, the places of its bench: seats that touch each other, itself too."""
    walks: tuple[tuple[int, ...], ...]
    """Two ways through all seats: every row from the left, and to and fro."""


@lru_cache(maxsize=64)
def cabin_of(layout: Layout) -> Cabin:
    """The cabin of a layout."""
    places = layout.places
    numbers = range(len(places))
    nearness = tuple(
        tuple(
            int(layout.nearness(places[one], places[other])) if one != other else 0
            for other in numbers
        )
        for one in numbers
    )
    rows = tuple(place.row for place in places)
    beside = tuple(
        tuple(o for o in numbers if o != n and nearness[n][o] == Nearness.BESIDE) for n in numbers
    )
    near = tuple(
        tuple(
            sorted(
                (o for o in numbers if o != n and nearness[n][o] < Nearness.FAR),
                key=lambda o, n=n: (nearness[n][o], o),  # type: ignore[misc]
            )
        )
        for n in numbers
    )
    seats = [n for n in numbers if not places[n].wheelchair]
    to_and_fro = sorted(seats, key=lambda n: (rows[n], places[n].column * (-1) ** rows[n]))
    return Cabin(
        layout=layout,
        nearness=nearness,
        from_guardian=_costs(nearness, rows, FROM_GUARDIAN),
        from_companion=_costs(nearness, rows, FROM_COMPANION),
        rows=rows,
        front=tuple(place.front for place in places),
        wheelchair=tuple(place.wheelchair for place in places),
        aisle=tuple(place.aisle for place in places),
        beside=beside,
        near=near,
        benches=tuple(_bench(n, beside) for n in numbers),
        walks=(tuple(seats), tuple(to_and_fro)),
    )


def _costs(nearness: Table, rows: tuple[int, ...], costs: Mapping[Nearness, int]) -> Table:
    return tuple(
        tuple(
            costs[Nearness(near)] + (near == Nearness.FAR) * BY_ROW * abs(rows[one] - rows[other])
            for other, near in enumerate(line)
        )
        for one, line in enumerate(nearness)
    )


def _bench(number: int, beside: tuple[tuple[int, ...], ...]) -> tuple[int, ...]:
    bench = {number}
    edge = [number]
    while edge:
        for other in beside[edge.pop()]:
            if other not in bench:
                bench.add(other)
                edge.append(other)
    return tuple(sorted(bench))
