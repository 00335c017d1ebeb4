"""Laws of seating that hold for every crowd and every convoy."""

import itertools
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from seating_cases import CAR, MINIBUS, WITH_WHEELCHAIRS, convoy, person, seats_of, vehicles_of

from desktop.domain.layouts import parse_layout
from desktop.domain.seating import assign_seats
from desktop.messages.seating import SENTENCES

LAYOUTS = [CAR, MINIBUS, WITH_WHEELCHAIRS, parse_layout("x", "bus", "AB_CD/AB___/ABCDE")]


@st.composite
def crowds(draw, needs=True, ranks=True):
    """A convoy, travellers in groups, and some seats fixed by hand without dividing a group."""
    vehicles = convoy(*draw(st.lists(st.sampled_from(LAYOUTS), min_size=1, max_size=3)))
    sizes = draw(st.lists(st.integers(1, 6), max_size=14))
    travellers = []
    for group, size in enumerate(sizes):
        rank = draw(st.integers(0, 3)) if ranks else 0
        ages = [draw(st.integers(0, 70)) for _ in range(size)]
        guardians = tuple(f"{group}-{n}" for n in range(size) if ages[n] >= 18)
        for n in range(size):
            wanted = draw(
                st.sampled_from(
                    [(), (), (), ("front_seat",), ("wheelchair_place",), ("seat_beside_guardian",)]
                )
            )
            travellers.append(
                person(
                    f"{group}-{n}",
                    group if size > 1 else None,
                    age=ages[n],
                    sex=draw(st.sampled_from("FMX")),
                    guardians=guardians if ages[n] < 18 else (),
                    needs=wanted if needs else (),
                    escort=needs and ages[n] >= 18 and draw(st.integers(0, 9)) == 0,
                    rank=rank,
                )
            )
    return vehicles, travellers


def first_fit_decreasing(vehicles, travellers):
    """How many people a greedy hand seats by groups."""
    sizes = Counter(t.id.split("-")[0] for t in travellers)
    free = [len(vehicle.layout.seats) for vehicle in vehicles]
    seated = 0
    for size in sorted(sizes.values(), reverse=True):
        for number, seats in enumerate(free):
            if size <= seats:
                free[number] -= size
                seated += size
                break
    return seated


def together(travellers):
    for _, members in itertools.groupby(travellers, key=lambda t: t.id.split("-")[0]):
        yield list(members)


@settings(deadline=None)
@given(crowds())
def test_every_seat_is_real_and_nobody_has_two(crowd):
    vehicles, travellers = crowd
    plan = assign_seats(vehicles, travellers)
    places = list(seats_of(plan).values())
    assert len(set(places)) == len(places)
    real = {(v.id, place.seat) for v in vehicles for place in v.layout.places}
    assert set(places) <= real
    assert set(plan.assignments) | set(plan.waiting) == {t.id for t in travellers}
    assert len(plan.assignments) + len(plan.waiting) == len(travellers)


@settings(deadline=None)
@given(crowds())
def test_no_group_is_ever_divided(crowd):
    vehicles, travellers = crowd
    plan = assign_seats(vehicles, travellers)
    for members in together(travellers):
        seated = [t for t in members if t.id in plan.assignments]
        assert len(seated) in (0, len(members))
        assert len(vehicles_of(plan, members)) <= 1


@settings(deadline=None)
@given(crowds(needs=False, ranks=False))
def test_never_fewer_than_a_greedy_hand_seats(crowd):
    vehicles, travellers = crowd
    plan = assign_seats(vehicles, travellers)
    assert len(plan.assignments) >= first_fit_decreasing(vehicles, travellers)


@settings(deadline=None)
@given(crowds(needs=False))
def test_whoever_waits_is_passed_by_smaller_groups_only(crowd):
    vehicles, travellers = crowd
    plan = assign_seats(vehicles, travellers)
    parties = list(together(travellers))
    waiting = [p for p in parties if p[0].id in plan.waiting]
    seated = [p for p in parties if p[0].id in plan.assignments]
    for one, other in itertools.product(waiting, seated):
        assert other[0].rank <= one[0].rank or len(other) < len(one)


@settings(deadline=None)
@given(crowds(), st.randoms(use_true_random=False))
def test_fixed_seats_are_kept(crowd, random):
    vehicles, travellers = crowd
    places = [(v.id, place.seat) for v in vehicles for place in v.layout.seats]
    random.shuffle(places)
    some = [t for t in travellers if random.random() < 0.3]
    fixed = {t.id: place for t, place in zip(some, places, strict=False)}
    plan = assign_seats(vehicles, travellers, fixed)
    assert {key: seats_of(plan)[key] for key in fixed} == fixed
    assert len(set(seats_of(plan).values())) == len(plan.assignments)


@settings(deadline=None)
@given(crowds(), st.randoms(use_true_random=False))
def test_the_same_question_has_the_same_answer(crowd, random):
    vehicles, travellers = crowd
    first = assign_seats(vehicles, travellers)
    before = list(seats_of(first).items())
    again = assign_seats(vehicles, travellers, {}, dict(before))
    random.shuffle(before)
    assert assign_seats(vehicles, travellers) == first
    assert assign_seats(vehicles, travellers, {}, dict(before)) == again


@settings(deadline=None)
@given(crowds())
def test_what_is_said_is_true(crowd):
    vehicles, travellers = crowd
    plan = assign_seats(vehicles, travellers)
    front = {(v.id, p.seat) for v in vehicles for p in v.layout.places if p.front}
    said = {
        problem.travellers[0] for problem in plan.unmet if problem.code == "seating.no_front_seat"
    }
    for traveller in travellers:
        if "front_seat" in traveller.needs and traveller.id in plan.assignments:
            assert (seats_of(plan)[traveller.id] in front) == (traveller.id not in said)
    for problem in plan.unmet:
        fields = {"who": "N", "vehicle": "V", **problem.params}
        assert SENTENCES[problem.code].format(**fields)
