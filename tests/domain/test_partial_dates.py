from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.partial_dates import PartialDate, Precision

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(days)
    match draw(st.sampled_from(Precision)):
        case Precision.DAY:
            return PartialDate.of_day(day)
        case Precision.MONTH:
            return PartialDate.of_month(day.year, day.month)
        case Precision.YEAR:
            return PartialDate.of_year(day.year)
        case Precision.ESTIMATED:
            return PartialDate.of_estimate(day, day + timedelta(draw(st.integers(0, 4000))))


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("1988-05-14", date(1988, 5, 14), date(1988, 5, 14), Precision.DAY),
        ("1988-02", date(1988, 2, 1), date(1988, 2, 29), Precision.MONTH),
        ("1974", date(1974, 1, 1), date(1974, 12, 31), Precision.YEAR),
        ("1948/1952", date(1948, 1, 1), date(1952, 12, 31), Precision.ESTIMATED),
        ("1950/1950", date(1950, 1, 1), date(1950, 12, 31), Precision.ESTIMATED),
        ("1950-03-05/1951", date(1950, 3, 5), date(1951, 12, 31), Precision.ESTIMATED),
    ],
)
def test_reads_and_writes_iso(
    text: str, earliest: date, latest: date, precision: Precision
) -> None:
    read = PartialDate.from_iso(text)
    assert (read.earliest, read.latest, read.precision) == (earliest, latest, precision)
    assert read.iso == str(read) == text


@pytest.mark.parametrize(
    "text",
    ["", "74", "1974-13", "1974-02-30", "1974-5", "14.05.1988", "19740514", "0000", "1974/",
     "/1974", "1975/1974", "1974-W05", "١٩٧٤", "1974 "],
)  # fmt: skip
def test_refuses_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|month|day|span|year"):
        PartialDate.from_iso(text)


@given(partial_dates())
def test_iso_is_read_back(value: PartialDate) -> None:
    assert PartialDate.from_iso(value.iso) == value


@pytest.mark.parametrize(
    ("earliest", "latest", "precision"),
    [
        (date(1990, 1, 2), date(1990, 1, 1), Precision.ESTIMATED),
        (date(1990, 1, 1), date(1990, 1, 2), Precision.DAY),
        (date(1990, 1, 1), date(1990, 1, 30), Precision.MONTH),
        (date(1990, 1, 2), date(1990, 12, 31), Precision.YEAR),
    ],
)
def test_span_must_fit_the_precision(earliest: date, latest: date, precision: Precision) -> None:
    with pytest.raises(ValueError, match=r"date|month|day|span|year"):
        PartialDate(earliest, latest, precision)


@pytest.mark.parametrize(
    ("born", "day", "ages"),
    [
        ("2004-02-29", date(2022, 2, 28), (17, 17)),
        ("2004-02-29", date(2022, 3, 1), (18, 18)),
        ("2004-02-29", date(2024, 2, 28), (19, 19)),
        ("2004-02-29", date(2024, 2, 29), (20, 20)),
        ("2004-11-24", date(2022, 11, 23), (17, 17)),
        ("2004-11-24", date(2022, 11, 24), (18, 18)),
        ("1974", date(2026, 1, 1), (51, 52)),
        ("1974", date(2026, 6, 15), (51, 52)),
        ("1974", date(2026, 12, 31), (52, 52)),
        ("2008-06", date(2026, 6, 15), (17, 18)),
        ("2030-01-01", date(2026, 1, 1), (0, 0)),
    ],
)
def test_ages(born: str, day: date, ages: tuple[int, int]) -> None:
    assert PartialDate.from_iso(born).ages_on(day) == ages


@given(partial_dates(), days, st.integers(0, 400))
def test_ages_are_ordered_and_never_fall(value: PartialDate, day: date, later: int) -> None:
    youngest, oldest = value.ages_on(day)
    assert 0 <= youngest <= oldest
    assert value.ages_on(day + timedelta(later)) >= (youngest, oldest)


@given(partial_dates(), days)
def test_contains_agrees_with_compatible(value: PartialDate, day: date) -> None:
    assert value.contains(day) == value.compatible(PartialDate.of_day(day))
    assert value.contains(value.earliest)
    assert value.contains(value.latest)


@given(partial_dates(), partial_dates())
def test_compatible_and_swapped_are_symmetric(one: PartialDate, other: PartialDate) -> None:
    assert one.compatible(other) == other.compatible(one)
    assert one.day_month_swapped(other) == other.day_month_swapped(one)


def test_day_and_month_exchanged() -> None:
    born = PartialDate.from_iso("1993-06-07")
    assert born.day_month_swapped(PartialDate.from_iso("1993-07-06"))
    assert not born.day_month_swapped(born)
    assert not born.day_month_swapped(PartialDate.from_iso("1994-07-06"))
    assert not born.day_month_swapped(PartialDate.from_iso("1993-07"))
    same = PartialDate.from_iso("1993-06-06")
    assert not same.day_month_swapped(same)


def test_order_is_by_first_day_then_narrowness() -> None:
    texts = ["1990", "1990-01", "1990-01-01", "1989-12-31", "1990-01-02"]
    ordered = sorted(map(PartialDate.from_iso, texts), key=lambda value: value.sort_key)
    assert [value.iso for value in ordered] == [
        "1989-12-31", "1990-01-01", "1990-01", "1990", "1990-01-02",
    ]  # fmt: skip
