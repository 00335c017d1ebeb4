"""Which columns of a table fit into a width, and how wide each becomes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from desktop.ui.models.cells import Column
from desktop.ui.theme import Theme
from desktop.ui.widgets.pills import pill_width
from desktop.ui.widgets.table.cell_paint import PAD


def pill_column_width(words: Iterable[str], least: int) -> int:
    """Width at which no pill with one of these words is cut, `least` or more; unscaled."""
    widest = max((pill_width(word) for word in words), default=0)
    return max(round(widest / Theme.current().fonts.scale) + 2 * PAD, least)


def fitting(
    columns: Sequence[Column[Any]],
    room: int,
    *,
    scale: float = 1.0,
    widths: Mapping[str, int] | None = None,
    shown: Mapping[str, bool] | None = None,
) -> dict[str, int]:
    """Width by key of every column that is shown in `room` logical pixels.

    `widths` are those that the officer has pulled, `shown` the columns that were taken in
    or out by hand, which never yield. While the stretching column would get less than its
    own width, the column that yields most goes. What is left is shared by those that stretch.
    """
    pulled = widths or {}
    by_hand = shown or {}
    taken = {
        one.key: pulled.get(one.key, round(one.width * scale))
        for one in columns
        if by_hand.get(one.key, not one.hidden)
    }
    yielding = sorted(
        (one for one in columns if one.yields and one.key in taken and one.key not in by_hand),
        key=lambda one: -one.yields,
    )
    for one in yielding:
        if sum(taken.values()) <= room:
            break
        del taken[one.key]
    spare = room - sum(taken.values())
    elastic = [one.key for one in columns if one.stretches and one.key in taken]
    for place, key in enumerate(elastic):
        share = max(spare, 0) // (len(elastic) - place)
        taken[key] += share
        spare -= share
    return taken
