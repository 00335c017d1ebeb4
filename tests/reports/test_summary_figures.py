"""Counting a summary: every table adds up to the same people, whatever is not known."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.summary_samples import model, person, tajik_order

from reports.summaries import AGE_GROUPS, STAGES, WAITING_BANDS, CountTable, SumsDifferError, count
from reports.summary_model import Stage, SummaryPerson

people_strategy = st.lists(
    st.builds(
        SummaryPerson,
        reg_no=st.text(max_size=3),
        sex=st.sampled_from(["F", "M", "X", "", "?"]),
        age=st.none() | st.integers(-2, 130),
        stage=st.sampled_from(Stage),
        place=st.sampled_from(["", "Almaty", "Tashkent"]),
        country=st.sampled_from(["", "Kazakhstan"]),
        waiting_days=st.none() | st.integers(-5, 500),
        region=st.sampled_from(["", "Sughd", "Khatlon"]),
        unaccompanied=st.booleans(),
    ),
    max_size=40,
).map(tuple)


@given(people_strategy)
def test_every_table_adds_up_to_the_same_people(people: tuple[SummaryPerson, ...]) -> None:
    figures = count(model(people=people), str.casefold)
    for table in (figures.places, figures.regions, figures.sex_age):
        assert sum(counts[-1] for _, counts in table.rows) == len(people)
        for _, counts in table.rows:
            assert sum(counts[:-1]) == counts[-1]
    assert sum(figures.stages.values()) == len(people)
    waiting = [p for p in people if p.stage in (Stage.WAITING, Stage.ON_THE_WAY)]
    assert sum(counts[0] for _, counts in figures.waiting.rows) == len(waiting)
    assert figures.unaccompanied == sum(p.unaccompanied for p in waiting)


@given(people_strategy)
def test_the_order_of_people_changes_no_number(people: tuple[SummaryPerson, ...]) -> None:
    forth = count(model(people=people), str.casefold)
    back = count(model(people=people[::-1]), str.casefold)
    assert forth.sex_age == back.sex_age
    assert forth.waiting == back.waiting
    assert set(forth.places.rows) == set(back.places.rows)
    assert forth.longest_wait == back.longest_wait


@pytest.mark.parametrize(
    ("age", "group"),
    [(0, 0), (4, 0), (5, 1), (11, 1), (12, 2), (17, 2), (18, 3), (59, 3), (60, 4), (110, 4)],
)
def test_age_groups_begin_and_end_where_the_standard_says(age: int, group: int) -> None:
    table = count(model(people=(person(1, age=age),)), str.casefold).sex_age
    assert [counts[-1] for _, counts in table.rows].index(1) == group


@pytest.mark.parametrize("age", [None, -1])
def test_an_unknown_or_impossible_age_is_counted_as_not_known(age: int | None) -> None:
    table = count(model(people=(person(1, age=age),)), str.casefold).sex_age
    assert table.rows[-1] == (None, (0, 1, 0, 1))
    assert [group for group, _ in table.rows] == [*AGE_GROUPS, None]


@pytest.mark.parametrize(
    ("days", "band"), [(0, 0), (7, 0), (8, 1), (14, 1), (30, 2), (31, 3), (90, 4), (91, 5)]
)
def test_waiting_bands(days: int, band: int) -> None:
    someone = person(1, stage=Stage.WAITING, waiting_days=days)
    table = count(model(people=(someone,)), str.casefold).waiting
    assert [counts[0] for _, counts in table.rows].index(1) == band
    assert [key for key, _ in table.rows] == [*WAITING_BANDS, None]


def test_who_has_arrived_does_not_wait() -> None:
    arrived = person(1, stage=Stage.ARRIVED, waiting_days=400, unaccompanied=True)
    figures = count(model(people=(arrived,)), str.casefold)
    assert figures.waiting.totals == (0, 0)
    assert figures.longest_wait is None
    assert figures.unaccompanied == 0


def test_children_are_counted_among_those_who_wait() -> None:
    waiting = [person(n, stage=Stage.WAITING, waiting_days=3, age=age) for n, age in
               enumerate((17, 18, None))]  # fmt: skip
    assert count(model(people=tuple(waiting)), str.casefold).waiting.rows[0][1] == (3, 1)


def test_biggest_first_then_by_the_alphabet_and_the_unknown_last() -> None:
    places = ["Ҷиликӯл", "Ёвон", "Ғарм", "Ғарм", "", "", "", "Данғара"]
    people = tuple(person(n, place=place, country="") for n, place in enumerate(places))
    table = count(model(people=people), tajik_order).places
    assert [place and place[0] for place, _ in table.rows] == [
        "Ғарм",
        "Данғара",
        "Ёвон",
        "Ҷиликӯл",
        None,
    ]


def test_one_place_in_two_countries_has_two_rows() -> None:
    people = (person(1, place="Almaty", country="A"), person(2, place="Almaty", country="B"))
    assert len(count(model(people=people), str.casefold).places.rows) == 2


def test_nobody_has_tables_too() -> None:
    figures = count(model(0), str.casefold)
    assert figures.registered == 0
    assert figures.places.rows == ((None, (0,) * (len(STAGES) + 1)),)
    assert figures.regions.rows == figures.places.rows


@pytest.mark.parametrize("name", ["places", "regions", "sex_age", "waiting"])
def test_tables_that_do_not_add_up_are_refused(name: str) -> None:
    figures = count(model(), str.casefold)
    table: CountTable[object] = getattr(figures, name)
    (key, counts), *rest = table.rows
    wrong = CountTable(((key, (counts[0] + 1, *counts[1:])), *rest), table.totals)
    with pytest.raises(SumsDifferError, match=name):
        replace(figures, **{name: wrong}).check()
    with pytest.raises(SumsDifferError):
        replace(figures, registered=figures.registered + 1).check()
