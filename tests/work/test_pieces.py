"""Large results come home as they were, and no piece of them is large."""

import pickle
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from desktop.work.pieces import MANY, from_pieces, in_pieces


@dataclass(frozen=True)
class Row:
    """A row of a list."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Read:
    """A list with everything in it, as a task answers it."""

    title: str
    rows: tuple[Row, ...]
    by_number: dict[int, Row]
    notes: list[str]


def read(count: int) -> Read:
    rows = tuple(Row(number, (f"Фируз {number}", "")) for number in range(count))
    return Read("Рӯйхат", rows, {row.number: row for row in rows}, ["a"] * count)


@given(st.integers(0, 5 * MANY))
def test_whatever_its_length_it_is_the_same(count: int) -> None:
    assert from_pieces(in_pieces(read(count))) == read(count)


def test_order_and_kind_of_containers_are_kept() -> None:
    backwards = dict.fromkeys(range(3 * MANY, 0, -1), "x")
    opened = from_pieces(in_pieces([backwards, [*range(2 * MANY)], (*range(2 * MANY),)]))
    assert isinstance(opened, list)
    assert list(opened[0]) == list(backwards)
    assert opened[1:] == [[*range(2 * MANY)], (*range(2 * MANY),)]


def test_a_long_list_travels_in_pieces_of_equal_weight() -> None:
    short, long = in_pieces(read(10)), in_pieces(read(20 * MANY))
    assert len(short) == 1
    assert len(long) == 3 * 20 + 1
    heaviest = max(map(len, long))
    assert heaviest < len(pickle.dumps(read(2 * MANY)))
