"""Seating: families together, needs met, the list's order kept, hands respected."""

import pytest
from seating_cases import (
    BUS,
    CAR,
    MINIBUS,
    WITH_WHEELCHAIRS,
    codes,
    convoy,
    counts,
    family,
    nearness,
    person,
    seats_of,
    the_102,
    vehicles_of,
)

from desktop.domain.layouts import Nearness, parse_layout
from desktop.domain.seating import SeatingPlan, SeatingVehicle, assign_seats

# The convoy of the story


def test_102_people_find_seats_in_two_buses_and_a_minibus():
    travellers = the_102()
    plan = assign_seats(convoy(BUS, BUS, MINIBUS), travellers)
    assert len(plan.assignments) == 102
    assert plan.waiting == ()
    for group in {t.group for t in travellers if t.group}:
        assert len(vehicles_of(plan, [t for t in travellers if t.group == group])) == 1
    assert counts(plan) == {"v1": 44, "v2": 44, "v3": 14}


def test_the_102_sit_as_they_should():
    travellers = the_102()
    plan = assign_seats(convoy(BUS, BUS, MINIBUS), travellers)
    assert codes(plan) == {"seating.wheelchair_in_front": 2}
    layouts = {"v1": BUS, "v2": BUS, "v3": MINIBUS}
    for child in (t for t in travellers if t.guardians):
        layout = layouts[plan.assignments[child.id].vehicle]
        near = min(nearness(plan, layout, child.id, parent) for parent in child.guardians)
        assert near <= (Nearness.ACROSS_AISLE if child.age < 7 else Nearness.NEXT_ROW)
    pregnant = next(t for t in travellers if "front_seat" in t.needs)
    assert plan.assignments[pregnant.id].seat.startswith("1")


def test_seating_again_changes_nothing():
    vehicles = convoy(BUS, BUS, MINIBUS)
    first = assign_seats(vehicles, the_102())
    assert seats_of(assign_seats(vehicles, the_102(), {}, seats_of(first))) == seats_of(first)


@pytest.mark.parametrize(
    "newcomer",
    [
        person("new", "1", age=3, guardians=(1, 2)),
        person("new", "1", age=30),
        person("new", age=40, sex="M"),
        person("new", age=16, sex="F"),
        person("new", age=70, sex="F", needs=["wheelchair_place"]),
        person("new", age=30, sex="F", needs=["front_seat"]),
    ],
)
def test_one_more_traveller_moves_few(newcomer):
    vehicles = convoy(BUS, BUS, MINIBUS)
    before = seats_of(assign_seats(vehicles, the_102()))
    after = seats_of(assign_seats(vehicles, [*the_102(), newcomer], {}, before))
    assert len(after) == 103
    assert sum(after[key] != place for key, place in before.items()) <= 3


def test_a_thousand_people_find_seats():
    travellers = [t for n in range(160) for t in family(f"f{n}", 40, 38, 12, 6)]
    travellers += [person(n, age=30, sex="FM"[n % 2]) for n in range(360)]
    plan = assign_seats(convoy(*[BUS] * 20, MINIBUS, MINIBUS), travellers)
    assert len(plan.assignments) == 1_000
    assert not codes(plan)


# Filling


def test_vehicles_that_are_not_needed_stay_empty():
    plan = assign_seats(convoy(BUS, BUS, MINIBUS), [person(n) for n in range(60)])
    assert counts(plan) == {"v1": 30, "v2": 30}


def test_the_head_of_the_list_sits_in_the_head_of_the_convoy():
    plan = assign_seats(convoy(BUS, BUS), [person(n) for n in range(90)])
    assert {plan.assignments[n].vehicle for n in range(45)} == {"v1"}
    assert {plan.assignments[n].vehicle for n in range(45, 90)} == {"v2"}


def test_seats_that_are_kept_free_stay_free():
    vehicle = SeatingVehicle("v1", CAR, unusable=frozenset({"1C"}))
    plan = assign_seats([vehicle], [person(n) for n in range(4)])
    assert sorted(place.seat for place in plan.assignments.values()) == ["2A", "2B", "2C"]
    assert codes(plan) == {"seating.no_seat": 1}


def test_without_a_vehicle_everybody_waits():
    plan = assign_seats([], family("g", 30, 5))
    assert plan.waiting == ("g-0", "g-1")
    assert codes(plan) == {"seating.no_vehicle": 1}


def test_nobody_is_no_problem():
    assert assign_seats(convoy(BUS), []) == SeatingPlan({}, (), ())


def test_a_group_that_may_be_divided_is_kept_together_if_there_is_room():
    others = [person(n) for n in range(40)]
    team = [person(f"t{n}", "team", never_separate=False) for n in range(6)]
    plan = assign_seats(convoy(BUS, BUS), [*others[:25], *team, *others[25:]])
    assert len(vehicles_of(plan, team)) == 1
    full = assign_seats(convoy(CAR, CAR), team)
    assert len(full.assignments) == 6
    assert codes(full) == {"seating.group_divided": 1}


def test_tight_families_are_packed_by_trying_again():
    sizes = [4, 3, 3, 2, 2, 2]
    ten = parse_layout("x", "bus", "ABCDE/ABCDE")
    six = parse_layout("x", "bus", "ABC/ABC")
    travellers = [t for n, size in enumerate(sizes) for t in family(f"g{n}", *[30] * size)]
    assert len(assign_seats(convoy(ten, six), travellers).assignments) == 16


# Waiting


def test_a_group_larger_than_any_vehicle_is_said():
    plan = assign_seats(convoy(MINIBUS, CAR), family("g", *[30] * 17))
    (problem,) = plan.unmet
    assert (problem.code, problem.params) == (
        "seating.group_too_large",
        {"size": 17, "largest": 16},
    )
    assert len(plan.waiting) == 17


def test_earlier_ranks_keep_their_seats_from_larger_groups():
    alone = [person(n, rank=n) for n in range(3)]
    plan = assign_seats(convoy(CAR), [*family("g", 30, 30, rank=9), *alone])
    assert set(plan.assignments) == {0, 1, 2}
    assert plan.waiting == ("g-0", "g-1")
    (problem,) = plan.unmet
    assert (problem.code, problem.params) == ("seating.no_room", {"size": 2, "left": 1})


def test_who_is_passed_by_smaller_groups_is_told():
    plan = assign_seats(
        convoy(CAR),
        [*family("a", 30, 30, rank=1), *family("b", 30, 30, 30, rank=2), person("c", rank=3)],
    )
    assert set(plan.assignments) == {"a-0", "a-1", "c"}
    assert codes(plan) == {"seating.passed_over": 1}


# Children, needs, escorts


def test_a_small_child_sits_beside_its_guardian_in_a_full_bus():
    travellers = [t for n in range(12) for t in family(f"f{n}", 35, 4)]
    travellers += [person(n, age=30, sex="M") for n in range(25)]
    plan = assign_seats(convoy(BUS), travellers)
    assert len(plan.assignments) == 49
    for n in range(12):
        assert nearness(plan, BUS, f"f{n}-0", f"f{n}-1") is Nearness.BESIDE


def test_a_guardian_of_two_sits_between_them():
    plan = assign_seats(convoy(MINIBUS), family("g", 35, 8, 6))
    near = sorted(nearness(plan, MINIBUS, "g-0", f"g-{n}") for n in (1, 2))
    assert near <= [Nearness.BESIDE, Nearness.ACROSS_AISLE]


def test_a_seat_beside_the_guardian_that_is_not_left_is_said():
    plan = assign_seats(
        convoy(CAR),
        [
            person("mother", age=30, guardians=()),
            *[
                person(n, age=9, guardians=("mother",), needs=["seat_beside_guardian"])
                for n in range(3)
            ],
        ],
    )
    assert len(plan.assignments) == 4
    assert codes(plan) == {"seating.not_beside_guardian": 1}


def test_a_guardian_who_does_not_travel_is_said():
    child = person("c", age=9, guardians=("mother",), needs=["seat_beside_guardian"])
    assert codes(assign_seats(convoy(CAR), [child])) == {"seating.no_guardian": 1}


def test_a_child_goes_with_a_guardian_of_another_group():
    uncle = family("a", *[40] * 3)
    niece = person("niece", "b", age=9, guardians=("a-1",))
    others = [person(n) for n in range(60)]
    plan = assign_seats(convoy(BUS, BUS), [*uncle, *others, niece])
    assert len(vehicles_of(plan, [*uncle, niece])) == 1
    assert nearness(plan, BUS, "niece", "a-1") is Nearness.BESIDE


def test_wheelchair_users_get_wheelchair_places_and_those_get_nobody_else():
    users = [person(f"w{n}", needs=["wheelchair_place"]) for n in range(3)]
    plan = assign_seats(convoy(WITH_WHEELCHAIRS), [*[person(n) for n in range(40)], *users])
    seats = [plan.assignments[user.id].seat for user in users]
    assert sorted(seats)[1:] == ["W1", "W2"]
    assert sorted(seats)[0].startswith("1")
    assert codes(plan) == {"seating.wheelchair_in_front": 1}
    others = [plan.assignments[n].seat for n in range(40)]
    assert not {"W1", "W2"} & set(others)


def test_a_vehicle_with_wheelchair_places_is_used_where_they_are_needed():
    user = person("w", needs=["wheelchair_place"])
    plan = assign_seats(convoy(MINIBUS, WITH_WHEELCHAIRS), [person(1), user])
    assert (plan.assignments["w"].vehicle, plan.assignments["w"].seat) == ("v2", "W1")


def test_a_wheelchair_place_that_is_added_later_is_used():
    travellers = [person("w", needs=["wheelchair_place"]), *[person(n) for n in range(30)]]
    before = seats_of(assign_seats(convoy(BUS), travellers))
    after = assign_seats(convoy(BUS, WITH_WHEELCHAIRS), travellers, {}, before)
    assert (after.assignments["w"].vehicle, after.assignments["w"].seat) == ("v2", "W1")
    assert all(seats_of(after)[n] == before[n] for n in range(30))


def test_more_front_seats_than_there_are_is_said():
    travellers = [person(n, needs=["front_seat"]) for n in range(6)]
    plan = assign_seats(convoy(BUS), travellers)
    assert sum(place.seat.startswith("1") for place in plan.assignments.values()) == 4
    assert codes(plan) == {"seating.no_front_seat": 2}
    spread = assign_seats(convoy(BUS, BUS), [*travellers, *[person(n) for n in range(10, 60)]])
    assert not codes(spread)


def test_a_front_seat_with_a_family_takes_one_front_seat_for_each_need():
    needy = [person(n, needs=["front_seat"]) for n in range(3)]
    grandmother = person("f-g", "f", age=70, needs=["front_seat"])
    plan = assign_seats(convoy(BUS), [*family("f", 40, 38, 9, 7), grandmother, *needy])
    assert not codes(plan)


def test_escorts_are_spread_and_children_alone_sit_near_them_or_in_front():
    escorts = [person(f"e{n}", age=40, escort=True) for n in range(2)]
    children = [person(f"c{n}", age=15) for n in range(10)]
    others = [person(n, age=30) for n in range(70)]
    plan = assign_seats(convoy(BUS, BUS), [*escorts, *others, *children])
    assert vehicles_of(plan, escorts) == {"v1", "v2"}
    assert not codes(plan)


def test_a_vehicle_that_no_escort_is_left_for_is_named():
    plan = assign_seats(
        convoy(BUS, BUS), [person("e", escort=True), *[person(n, age=30) for n in range(80)]]
    )
    (problem,) = plan.unmet
    assert (problem.code, problem.vehicle) == ("seating.no_escort", "v2")


def test_a_child_alone_without_a_front_seat_is_said():
    plan = assign_seats(convoy(BUS), [person(n, age=15) for n in range(6)])
    assert codes(plan) == {"seating.child_unwatched": 2}


def test_lone_women_do_not_sit_beside_lone_men_where_that_is_possible():
    travellers = [person(n, age=30, sex="FM"[n % 2]) for n in range(48)]
    plan = assign_seats(convoy(BUS), travellers)
    at = {place.seat: travellers[key] for key, place in plan.assignments.items()}
    for place in BUS.seats:
        if place.seat in at and at[place.seat].sex == "F":
            beside = [at[n.seat].sex for n in BUS.beside(place) if n.seat in at]
            assert "M" not in beside


def test_an_infant_rides_on_a_lap_only_when_asked():
    asked = [*family("g", 30), person("baby", "g", age=0, guardians=("g-0",), on_lap=True)]
    plan = assign_seats(convoy(CAR), [*asked, *[person(n) for n in range(3)]])
    assert plan.assignments["baby"].seat == plan.assignments["g-0"].seat + "+"
    assert len(plan.assignments) == 5
    unasked = assign_seats(convoy(CAR), family("g", 30, 0))
    assert nearness(unasked, CAR, "g-0", "g-1") is Nearness.BESIDE


def test_one_lap_holds_one_infant():
    twins = [person(n, "g", age=0, guardians=("g-0",), on_lap=True) for n in range(2)]
    plan = assign_seats(convoy(CAR), [*family("g", 30), *twins])
    assert plan.assignments[0].seat.endswith("+")
    assert not plan.assignments[1].seat.endswith("+")
    assert codes(plan) == {"seating.no_lap": 1}


# Seats fixed by hand


def test_a_family_follows_a_seat_fixed_by_hand():
    travellers = [*[person(n) for n in range(60)], *family("g", 40, 5)]
    plan = assign_seats(convoy(BUS, BUS, MINIBUS), travellers, {"g-0": ("v3", "4B")})
    assert plan.assignments["g-0"].seat == "4B"
    assert plan.assignments["g-1"].vehicle == "v3"
    assert nearness(plan, MINIBUS, "g-0", "g-1") is Nearness.BESIDE


def test_a_family_divided_by_hand_is_kept_so_and_said():
    fixed = {"g-0": ("v1", "2A"), "g-1": ("v2", "2A")}
    plan = assign_seats(convoy(CAR, CAR), family("g", 40, 38, 10), fixed)
    assert {key: seats_of(plan)[key] for key in fixed} == fixed
    assert codes(plan) == {"seating.split_by_hand": 1}


def test_a_family_without_room_beside_its_fixed_seat_waits():
    fixed = {n: ("v1", seat) for n, seat in enumerate(["1C", "2A", "2B"])}
    travellers = [*[person(n) for n in range(3)], *family("g", 40, 38)]
    plan = assign_seats(convoy(CAR, BUS), travellers, {**fixed, "g-0": ("v1", "2C")})
    assert plan.waiting == ("g-1",)
    assert codes(plan) == {"seating.no_room_beside_fixed": 1}


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (("v1", "9Z"), "seating.no_such_seat"),
        (("v9", "1C"), "seating.no_such_seat"),
        (("v1", "2B"), "seating.no_such_seat"),
        (("v1", "2A"), "seating.seat_taken"),
    ],
)
def test_a_fixed_seat_that_cannot_be_kept_is_said_and_another_given(place, code):
    vehicles = [SeatingVehicle("v1", CAR, unusable=frozenset({"2B"}))]
    plan = assign_seats(vehicles, [person(1), person(2)], {1: ("v1", "2A"), 2: place})
    assert plan.assignments[1].seat == "2A"
    assert plan.assignments[2].seat in {"1C", "2C"}
    (problem,) = plan.unmet
    assert (problem.code, problem.travellers, problem.params) == (code, (2,), {"seat": place[1]})


def test_a_lap_fixed_by_hand_is_a_lap():
    travellers = family("g", 30, 0)
    plan = assign_seats(convoy(CAR), travellers, {"g-0": ("v1", "2A"), "g-1": ("v1", "2A+")})
    assert seats_of(plan) == {"g-0": ("v1", "2A"), "g-1": ("v1", "2A+")}


def test_an_infant_with_a_seat_fixed_by_hand_has_that_seat():
    infant = person("baby", "g", age=0, guardians=("g-0",), on_lap=True)
    plan = assign_seats(convoy(CAR), [*family("g", 30), infant], {"baby": ("v1", "2B")})
    assert plan.assignments["baby"].seat == "2B"


def test_keys_that_come_twice_are_a_bug():
    with pytest.raises(ValueError, match="traveller"):
        assign_seats(convoy(CAR), [person(1), person(1)])
    with pytest.raises(ValueError, match="vehicle"):
        assign_seats([*convoy(CAR), *convoy(CAR)], [])
