"""Dates as people write them, one by one and by the column."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.intake.date_columns import read_date_column
from desktop.domain.intake.dates import Purpose, born_at_age, read_date, read_instant
from desktop.domain.intake.months import MONTHS
from desktop.domain.intake.sheet import CellValue

TODAY = date(2020, 11, 12)

DATES: list[tuple[CellValue, str]] = [
    ("14.05.1988", "1988-05-14"),
    ("14,05,1988", "1988-05-14"),
    ("07/06/93", "1993-06-07"),
    ("1988-05-14", "1988-05-14"),
    ("1988.05.14", "1988-05-14"),
    ("14-05-88", "1988-05-14"),
    ("14 05 1988", "1988-05-14"),
    ("14.05.1988г", "1988-05-14"),
    ("14. 05. 1988 г.р.", "1988-05-14"),
    ("14051988", "1988-05-14"),
    ("19880514", "1988-05-14"),
    ("140588", "1988-05-14"),
    ("14/V-1988", "1988-05-14"),
    ("14.май.1988", "1988-05-14"),
    ("5 октября 1991 г.", "1991-10-05"),
    ("5 октябри соли 1991", "1991-10-05"),
    ("5 oktabr 1991", "1991-10-05"),
    ("1991-yil 5-oktabr", "1991-10-05"),
    ("1991 йил 5 октябр", "1991-10-05"),
    ("1991 жылғы 5 қазан", "1991-10-05"),
    ("5 Oct 1991", "1991-10-05"),
    ("Oct 5, 1991", "1991-10-05"),
    ("5-Oct-91", "1991-10-05"),
    ("1er octobre 1991", "1991-10-01"),
    ("05/14/1988", "1988-05-14"),
    ("1988-05-14 00:00:00", "1988-05-14"),
    (datetime(1988, 5, 14, 10, 30), "1988-05-14"),  # noqa: DTZ001 - cells have no zone
    (date(1988, 5, 14), "1988-05-14"),
    (14051988, "1988-05-14"),
    (5101991, "1991-10-05"),
    (32277, "1988-05-14"),
    ("32277", "1988-05-14"),
    ("32 277", "1988-05-14"),
    ("1974 г.р.", "1974"),
    ("74 г.р.", "1974"),
    (1974, "1974"),
    ("соли 1974", "1974"),
    ("00.00.1974", "1974"),
    ("xx.xx.1974", "1974"),
    ("01.1975", "1975-01"),
    (1.1975, "1975-01"),
    ("XX.05.1988", "1988-05"),
    ("май 1975", "1975-05"),
    ("ок. 1985", "1985/1985"),
    ("14.О5.1988", "1988-05-14"),
    ("1370", "1991-03-20/1992-03-21"),
]


@pytest.mark.parametrize(("value", "iso"), DATES)
def test_date_is_read(value: CellValue, iso: str) -> None:
    assert str(read_date(value, today=TODAY).value) == iso


@pytest.mark.parametrize(
    ("value", "doubt", "alternative"),
    [
        ("31.02.1990", "date_impossible", None),
        ("14.13.1990", "date_impossible", None),
        ("14.05.2031", "date_future", "1931-05-14"),
        ("14.05.1888", "date_too_old", None),
        ("45000", "date_future", None),
        ("позавчера", "date_unreadable", None),
        (True, "date_unreadable", None),
    ],
)
def test_what_cannot_be_right_is_no_date(
    value: CellValue, doubt: str, alternative: str | None
) -> None:
    reading = read_date(value, today=TODAY)
    assert reading.value is None
    assert doubt in reading.doubts
    assert (str(reading.alternative) if reading.alternative else None) == alternative


@pytest.mark.parametrize(
    "value", ["", " ", "-", "—", "нет", "неизвестно", "н/д", "номаълум", "n/a"]
)
def test_nothing_said_is_missing(value: str) -> None:
    assert read_date(value, today=TODAY).missing


@pytest.mark.parametrize(
    ("value", "age"), [("35 лет", 35), (35, 35), ("3 года", 3), ("5 yosh", 5), ("8 мес.", 0)]
)
def test_age_in_place_of_a_date(value: CellValue, age: int) -> None:
    reading = read_date(value, today=TODAY)
    assert reading.age == age
    assert reading.value is not None
    assert reading.value.ages_on(TODAY) == (age, age)


def test_two_digits_of_a_year_follow_the_day_of_reading() -> None:
    assert str(read_date("01.02.20", today=TODAY).value) == "2020-02-01"
    assert str(read_date("01.02.21", today=TODAY).value) == "1921-02-01"
    expires = read_date("01.02.29", today=TODAY, purpose=Purpose.EXPIRES)
    assert str(expires.value) == "2029-02-01"
    late = read_date("01.02.2190", today=TODAY, purpose=Purpose.EXPIRES)
    assert late.doubts == ("date_out_of_range",)


def test_instants() -> None:
    assert read_instant("08.11.2020 14:30", TODAY) == (date(2020, 11, 8), time(14, 30))
    assert read_instant("08.11.2020", TODAY) == (date(2020, 11, 8), None)
    assert read_instant("вчера", TODAY) == (None, None)


def column(*values: CellValue, day_first: bool | None = None) -> list[tuple[str, tuple[str, ...]]]:
    readings = read_date_column(enumerate(values), today=TODAY, day_first=day_first)
    return [(str(r.value), r.doubts) for r in readings.values()]


def test_one_value_proves_the_order_of_its_column() -> None:
    assert column("09/04/17", "25/12/99") == [("2017-04-09", ()), ("1999-12-25", ())]
    assert column("09/04/17", "25.12.1999")[0] == ("2017-04-09", ())
    assert column("09.04.17")[0] == ("2017-04-09", ())


def test_without_proof_both_readings_are_kept() -> None:
    reading = read_date_column([(0, "09/04/17")], today=TODAY)[0]
    assert (str(reading.value), str(reading.alternative)) == ("2017-04-09", "2017-09-04")
    assert reading.doubts == ("date_order",)
    assert reading.open_order


def test_month_first_is_believed_but_told() -> None:
    assert column("09/04/17", "12/25/99") == [("2017-09-04", ("date_order",)), ("1999-12-25", ())]


def test_contradiction_doubts_what_stays_open() -> None:
    found = column("09/04/17", "12/25/99", "25/12/98")
    assert found[0][1] == ("date_order_mixed",)


def test_one_slip_among_many_doubts_only_itself() -> None:
    found = column(*["25.12.1999"] * 20, "12.25.1998", "09.04.2017")
    assert found[-1] == ("2017-04-09", ())
    assert found[-2] == ("1998-12-25", ("date_order_mixed",))


def test_officer_decides() -> None:
    assert column("09/04/17", day_first=False) == [("2017-09-04", ())]


def test_dates_that_a_program_exchanged() -> None:
    texts = ["25/10/1991", "30/01/1985", "13/02/1970", "28/12/1999"]
    cells = [date(1991, 5, 10), date(1985, 1, 2), date(1970, 3, 4), date(1999, 7, 8)]
    found = column(*texts, *cells)
    assert [doubts for _, doubts in found[:4]] == [()] * 4
    assert [doubts for _, doubts in found[4:]] == [("date_swapped",)] * 4
    assert [iso for iso, _ in found[4:]] == ["1991-10-05", "1985-02-01", "1970-04-03",
                                             "1999-08-07"]  # fmt: skip


@given(st.dates(date(1915, 1, 1), TODAY))
def test_every_full_form_of_a_day_is_that_day(day: date) -> None:
    months = {number: name for name, number in reversed(MONTHS.items())}
    for text in (
        f"{day:%d.%m.%Y}",
        f"{day:%d,%m,%Y} г.",
        f"{day:%d/%m/%Y}",
        f"{day:%Y-%m-%d}",
        f"{day.day} {months[day.month]} {day.year}",
        f"{day:%d%m%Y}",
    ):
        reading = read_date(text, today=TODAY)
        assert reading.value is not None
        assert reading.value.earliest == reading.value.latest == day


@given(st.text(max_size=30))
def test_no_text_is_a_mishap(text: str) -> None:
    reading = read_date(text, today=TODAY)
    assert reading.missing or reading.value or reading.doubts


@given(st.integers(0, 110), st.dates(date(1950, 1, 1), date(2080, 1, 1)))
def test_age_and_span_agree(years: int, day: date) -> None:
    span = born_at_age(years, day)
    youngest, oldest = span.ages_on(day)
    assert youngest == years
    assert oldest in {years, years + 1}
