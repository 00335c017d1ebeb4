from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.catalogue import LANGUAGES, texts
from desktop.ui.pages.movements.moments import (
    Moment,
    moment_words,
    offset_words,
    read_moment,
    short_moment,
    zone_words,
)

TODAY = date(2020, 11, 11)
ALMATY, TASHKENT = "Asia/Almaty", "Asia/Tashkent"
EN = texts("en")
BEFORE = Moment(datetime(2020, 11, 12, 23, 30), ALMATY)  # noqa: DTZ001 - a wall clock


def read(text: str, zone: str = ALMATY, before: Moment | None = None) -> str:
    moment = read_moment(text, zone, TODAY, EN, before)
    return moment.local if moment else ""


@pytest.mark.parametrize(
    "text",
    [
        "12.11.2020 23:30",
        "12.11 23:30",
        "12/11/20 23:30",
        "12 Nov 23:30",
        "12 november 2020, 23:30",
        "Thu 12 Nov 2020 23:30",
        "2020-11-12 23:30",
        "2020-11-12T23:30",
        "12 Nov 23h30",
    ],
)
def test_a_date_with_a_time_is_read_in_any_usual_form(text: str) -> None:
    assert read(text) == "2020-11-12T23:30"


def test_nothing_typed_is_no_time() -> None:
    assert read_moment("  ", ALMATY, TODAY, EN) is None


@pytest.mark.parametrize("text", ["tomorrow", "12.11", "12 Nov", "31.11 10:00", "25:00", "+", "7"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_moment(text, ALMATY, TODAY, EN, BEFORE)


def test_a_step_needs_a_time_before_it() -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_moment("+20", ALMATY, TODAY, EN)


def test_a_step_is_counted_across_zones() -> None:
    assert read("+10", TASHKENT, BEFORE) == "2020-11-12T22:40"
    assert read("+4:10", TASHKENT, BEFORE) == "2020-11-13T02:40"
    assert read("+ 20 min", ALMATY, BEFORE) == "2020-11-12T23:50"


def test_a_time_alone_is_the_first_one_after_the_stop_before() -> None:
    assert read("23:45", ALMATY, BEFORE) == "2020-11-12T23:45"
    assert read("02:40", ALMATY, BEFORE) == "2020-11-13T02:40"
    assert read("22:40", TASHKENT, BEFORE) == "2020-11-12T22:40"
    assert read("06:00") == "2020-11-11T06:00"


def test_without_a_year_it_is_not_long_past() -> None:
    assert read("3.1 08:00") == "2021-01-03T08:00"
    assert read("1.11 08:00") == "2020-11-01T08:00"


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)),  # noqa: DTZ001 - wall clocks
    st.sampled_from(LANGUAGES),
)
def test_what_is_written_is_read_back(wall: datetime, language: str) -> None:
    words = texts(language)
    moment = Moment(wall.replace(second=0, microsecond=0), TASHKENT)
    assert read_moment(moment_words(words, moment), TASHKENT, TODAY, words) == moment
    assert Moment.of_local(moment.local, TASHKENT) == moment


def test_words_for_times_and_zones() -> None:
    assert moment_words(EN, BEFORE) == "Thu 12 Nov 2020 23:30"
    assert short_moment(EN, BEFORE) == "Thu 12 Nov 23:30"
    assert zone_words(BEFORE) == "Almaty, UTC+6"
    assert offset_words(BEFORE.seen_from("Asia/Kolkata")) == "UTC+5:30"
    assert offset_words(BEFORE.seen_from("America/St_Johns")) == "UTC-3:30"
    assert zone_words(BEFORE.seen_from("")) == "UTC+0"
    assert BEFORE.seen_from(TASHKENT).wall == BEFORE.wall - timedelta(hours=1)
    assert BEFORE.seen_from(TASHKENT).minutes_after(BEFORE) == 0
