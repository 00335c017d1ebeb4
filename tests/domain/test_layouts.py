"""Seat plans: names, sides, and who sits near whom."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import paths
from desktop.domain.layouts import Nearness, parse_layout, usual_plan
from desktop.errors import UserError
from desktop.messages.seating import SENTENCES

BUS = parse_layout("bus-49", "bus", "/".join(["AB_CD"] * 11 + ["ABCDE"]))
MINIBUS = parse_layout("minibus-16", "minibus", "A_BC/A_BC/A_BC/A_BC/ABCD")
WITH_DOOR = parse_layout("bus-51", "bus", "AB_CD/AB___/AB_CD", wheelchair_places=2)


def near(layout, one, other):
    return layout.nearness(layout.by_name[one], layout.by_name[other])


def names(places):
    return [place.seat for place in places]


def test_a_bus_has_its_seats_in_order():
    assert len(BUS.seats) == 49
    assert names(BUS.seats)[:6] == ["1A", "1B", "1C", "1D", "2A", "2B"]
    assert names(BUS.seats)[-5:] == ["12A", "12B", "12C", "12D", "12E"]
    assert BUS.width == 5


def test_a_seat_knows_its_place():
    seat = BUS.by_name["3C"]
    assert (seat.row, seat.column, seat.letter) == (3, 3, "C")
    assert (seat.front, seat.window, seat.aisle, seat.wheelchair) == (False, False, True, False)


def test_only_the_first_row_is_front():
    assert names(place for place in BUS.seats if place.front) == ["1A", "1B", "1C", "1D"]


def test_windows_and_aisles():
    assert names(place for place in MINIBUS.rows[0] if place.window) == ["1A", "1C"]
    assert names(place for place in MINIBUS.rows[0] if place.aisle) == ["1A", "1B"]
    assert not any(place.aisle for place in MINIBUS.rows[-1])
    assert names(place for place in MINIBUS.rows[-1] if place.window) == ["5A", "5D"]
    assert names(place for place in WITH_DOOR.rows[1] if place.aisle) == ["2B"]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1A", "1B", Nearness.BESIDE),
        ("1B", "1C", Nearness.ACROSS_AISLE),
        ("1A", "1C", Nearness.NEXT_ROW),
        ("1A", "1D", Nearness.FAR),
        ("1A", "2A", Nearness.NEXT_ROW),
        ("1A", "2B", Nearness.NEXT_ROW),
        ("1B", "2C", Nearness.FAR),
        ("1A", "3A", Nearness.FAR),
        ("12B", "12C", Nearness.BESIDE),
        ("12A", "12C", Nearness.NEXT_ROW),
        ("12A", "12D", Nearness.FAR),
        ("11B", "12C", Nearness.NEXT_ROW),
    ],
)
def test_nearness(one, other, expected):
    assert near(BUS, one, other) is expected
    assert near(BUS, other, one) is expected


def test_beside():
    assert names(BUS.beside(BUS.by_name["12C"])) == ["12B", "12D"]
    assert names(BUS.beside(BUS.by_name["1B"])) == ["1A"]


def test_places_for_wheelchairs_are_no_seats_and_lie_before_the_first_row():
    assert names(WITH_DOOR.wheelchair_places) == ["W1", "W2"]
    assert len(WITH_DOOR.seats) == 10
    assert WITH_DOOR.by_name["W1"].wheelchair
    assert near(WITH_DOOR, "W1", "1D") is Nearness.NEXT_ROW
    assert near(WITH_DOOR, "W1", "W2") is Nearness.NEXT_ROW
    assert near(WITH_DOOR, "W1", "2A") is Nearness.FAR


@pytest.mark.parametrize(
    ("plan", "row"),
    [
        ("", 0),
        ("__/_", 0),
        ("AB/A1", 2),
        ("AB/CC", 2),
        ("A B", 1),
        ("ABCDEFGHIJKLMNOP", 1),
        ("/".join("A" * 100), 100),
        ("АВ", 1),
    ],
)
def test_a_plan_that_is_none_names_its_row(plan, row):
    with pytest.raises(UserError) as caught:
        parse_layout("x", "bus", plan)
    assert (caught.value.code, caught.value.params) == ("seating.bad_plan", {"row": row})
    assert str(row) in SENTENCES["seating.bad_plan"].format(row=row)


def test_small_letters_and_blanks_around_are_taken():
    assert parse_layout("x", "bus", " ab_cd\n") == parse_layout("x", "bus", "AB_CD")


plans = st.lists(st.sampled_from(["AB_CD", "AB___", "A_BC", "ABCDE", "_", "__C"]), min_size=1)


@given(plans.filter(lambda rows: any(row.strip("_") for row in rows)))
def test_every_letter_is_one_seat_with_a_name_of_its_own(rows):
    layout = parse_layout("x", "bus", "/".join(rows))
    letters = [letter for row in rows for letter in row if letter != "_"]
    assert [place.letter for place in layout.seats] == letters
    assert len(layout.by_name) == len(letters)
    for place in layout.seats:
        assert rows[place.row - 1][place.column] == place.letter
        for other in layout.seats:
            assert layout.nearness(place, other) is layout.nearness(other, place)


@pytest.mark.parametrize(
    ("seats", "plan"),
    [
        (4, "ABCD"),
        (16, "A_BC/A_BC/A_BC/A_BC/ABCD"),
        (19, "A_BC/A_BC/A_BC/A_BC/A_BC/ABCD"),
        (47, "AB_CD/" * 11 + "AB_C_"),
        (49, "AB_CD/" * 11 + "ABCDE"),
    ],
)
def test_the_usual_plan_of_so_many_seats(seats, plan):
    assert usual_plan(seats) == plan


@given(st.integers(1, 396))
def test_the_usual_plan_has_as_many_seats_as_asked(seats):
    assert len(parse_layout("x", "bus", usual_plan(seats)).seats) == seats


@pytest.mark.parametrize("seats", [0, -1, 397])
def test_no_plan_has_so_many_seats(seats):
    with pytest.raises(ValueError, match=str(seats)):
        usual_plan(seats)


def test_the_shipped_plans_hold_what_they_say():
    path = paths.resources_dir() / "reference" / "vehicle_layouts.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        layout = parse_layout(row["code"], row["kind"], row["plan"], int(row["wheelchair"]))
        assert len(layout.seats) == int(row["seats"]), row["code"]
        assert len(layout.wheelchair_places) == int(row["wheelchair"])
