"""Where pages of a list end: laws that hold for any heights."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from reports.pdf.manifest.paging import KEPT_ROWS, Block, Piece, paginate

ROOM = 240.0
CLOSING = 54.0
ROW = 10.8

heights = st.sampled_from((10.8, 15.3, 24.3))
blocks = st.lists(
    st.builds(
        Block,
        rows=st.lists(heights, min_size=1, max_size=40).map(tuple),
        band=st.sampled_from((5.6, 9.2)),
        band_again=st.sampled_from((5.6, 9.2)),
        whole=st.booleans(),
    ),
    max_size=12,
)
first_rooms = st.sampled_from((-5.0, 12.0, 40.0, 90.0, 180.0, ROOM))


def height(block: Block, piece: Piece) -> float:
    """Height of a piece with its band."""
    band = block.band_again if piece.start else block.band
    return band + sum(block.rows[piece.start : piece.stop])


@given(blocks, first_rooms)
def test_every_row_stands_once_and_in_order(some: list[Block], first_room: float) -> None:
    pages = paginate(some, first_room, ROOM, CLOSING)
    placed = [
        (piece.block, row)
        for page in pages
        for piece in page
        for row in range(piece.start, piece.stop)
    ]
    assert placed == [
        (place, row) for place, block in enumerate(some) for row in range(len(block.rows))
    ]


@given(blocks, first_rooms)
def test_no_page_is_too_full(some: list[Block], first_room: float) -> None:
    pages = paginate(some, first_room, ROOM, CLOSING)
    for number, page in enumerate(pages):
        room = first_room if number == 0 else ROOM
        closing = CLOSING if number == len(pages) - 1 else 0.0
        used = sum(height(some[piece.block], piece) for piece in page)
        if page or number == len(pages) - 1:
            assert used + closing <= room + 1e-6


@given(blocks, first_rooms)
def test_a_whole_group_is_cut_only_where_no_page_holds_it(
    some: list[Block], first_room: float
) -> None:
    pages = paginate(some, first_room, ROOM, CLOSING)
    for page in pages:
        for piece in page:
            block = some[piece.block]
            is_cut = piece.stop - piece.start < len(block.rows)
            full = block.band + sum(block.rows)
            if block.whole and is_cut and full <= ROOM:
                # Only the last group, when it and the end of the list need more than a page.
                assert piece.block == len(some) - 1
                assert full + CLOSING > ROOM


@given(blocks, first_rooms)
def test_three_rows_stand_on_both_sides_of_a_cut(some: list[Block], first_room: float) -> None:
    pages = paginate(some, first_room, ROOM, CLOSING)
    for page in pages[:-1]:
        for piece in page:
            block = some[piece.block]
            if not block.whole and piece.stop < len(block.rows):
                assert piece.stop - piece.start >= KEPT_ROWS


@given(blocks, first_rooms)
def test_the_end_takes_the_last_three_rows_along(some: list[Block], first_room: float) -> None:
    pages = paginate(some, first_room, ROOM, CLOSING)
    rows = sum(len(block.rows) for block in some)
    last = sum(piece.stop - piece.start for piece in pages[-1])
    assert last >= min(rows, 1)
    if last < min(rows, KEPT_ROWS):
        # More rows would have come out of a group that may not be cut.
        before = some[pages[-2][-1].block]
        assert before.whole
        assert before.band + sum(before.rows) <= ROOM


@given(st.integers(0, 3000))
def test_pages_are_filled(count: int) -> None:
    pages = paginate([Block((ROW,) * count, 5.6, 5.6, False)] if count else [], ROOM, ROOM, CLOSING)
    on_page = int((ROOM - 5.6) // ROW)
    full = list(accumulate(sum(p.stop - p.start for p in page) for page in pages))
    assert full[-1] == count
    assert len(pages) <= count // on_page + 2


def test_an_empty_list_has_one_page_or_its_end_on_a_second() -> None:
    assert paginate([], 100.0, ROOM, CLOSING) == ((),)
    assert paginate([], 20.0, ROOM, CLOSING) == ((), ())


def test_a_group_moves_to_the_next_page_whole() -> None:
    family = Block((ROW,) * 5, 5.6, 5.6, True)
    pages = paginate([family, family], 100.0, ROOM, CLOSING)
    assert pages == ((Piece(0, 0, 5),), (Piece(1, 0, 5),))


def test_the_last_family_follows_the_signatures() -> None:
    """The end needs more room than is left, so it takes the last group with it."""
    family = Block((ROW,) * 4, 5.6, 5.6, True)
    pages = paginate([family] * 4, ROOM, ROOM, CLOSING)
    assert [len(page) for page in pages] == [3, 1]


def test_a_family_as_long_as_a_page_is_cut_rather_than_signatures_stand_alone() -> None:
    family = Block((ROW,) * 21, 5.6, 5.6, True)
    pages = paginate([family], ROOM, ROOM, CLOSING)
    assert pages == ((Piece(0, 0, 18),), (Piece(0, 18, 21),))
