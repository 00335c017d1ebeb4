"""Words, dates, lookups and what is missing: the plain parts of the People pages."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.catalogue import LANGUAGES
from desktop.catalogue import texts as texts_of
from desktop.domain.intake.dates import Purpose
from desktop.domain.partial_dates import PartialDate
from desktop.domain.values import DocumentState, Sex
from desktop.ui.lookups import areas, countries, places
from desktop.ui.pages.people.dates import read_birth, read_day
from desktop.ui.pages.people.lacks import Known, known_of_form, lacks
from desktop.ui.wording import age_text, birth_text, expiry_words
from desktop.usecases.person_forms import DocumentForm, PersonForm
from desktop.usecases.ports import Desk
from desktop.usecases.reference_book import ReferenceBook, read_reference_book
from reports.texts import Texts

TODAY = date(2020, 11, 11)
TEXTS = Texts()
COMPLETE = Known(
    named=True,
    papers=(DocumentForm("passport", "402118843", expires_on=date(2029, 5, 12)),),
    birth=PartialDate.of_day(date(1988, 3, 14)),
    latin=True,
    sex=Sex.MALE,
    sex_inferred=False,
    nationality=True,
    destination=True,
    reachable=True,
)


@pytest.fixture
def book(local_desk: Desk) -> ReferenceBook:
    with local_desk.store.read() as reads:
        return read_reference_book(reads, "en")


def test_rules_of_the_pages_need_no_screen() -> None:
    """Presenters and their parts run without Qt."""
    modules = "form_presenter, presenter, assigning, drafts, history"
    program = (
        f"from desktop.ui.pages.people import {modules}\n"
        "from desktop.ui import lookups, wording\n"
        "import sys\n"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


@pytest.mark.parametrize(
    ("birth", "age"),
    [
        (PartialDate.of_day(date(1988, 3, 14)), "32"),
        (PartialDate.of_year(1988), "31–32"),
        (PartialDate.of_month(1988, 11), "31–32"),
        (PartialDate.of_month(1988, 5), "32"),
        (PartialDate.of_day(date(2020, 11, 1)), "0"),
        (None, ""),
    ],
)
def test_age_is_a_range_where_the_birth_date_is_one(birth: PartialDate | None, age: str) -> None:
    assert age_text(birth, TODAY) == age


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("14.05.1988", "1988-05-14"),
        ("14/5/88", "1988-05-14"),
        ("05/06/88", "1988-06-05"),
        ("1988", "1988"),
        ("05.1988", "1988-05"),
        ("5 октября 1991", "1991-10-05"),
        ("1988-05-14", "1988-05-14"),
        ("46", "1973-11-12/1974-11-11"),
        ("about 1950", "1950/1950"),
    ],
)
def test_birth_date_is_read_in_the_forms_that_people_write(typed: str, iso: str) -> None:
    typed_date = read_birth(TEXTS, typed, TODAY)
    assert typed_date.value is not None
    assert (typed_date.value.iso, typed_date.problem) == (iso, "")


@pytest.mark.parametrize("typed", ["xx", "31.02.1990", "14.05.2030", "2031", "1890"])
def test_what_is_no_birth_date_is_told_and_not_guessed(typed: str) -> None:
    typed_date = read_birth(TEXTS, typed, TODAY)
    assert typed_date.value is None
    assert typed_date.problem.endswith(".")


def test_a_guess_is_told_as_one() -> None:
    assert read_birth(TEXTS, "46", TODAY).doubt == "Reckoned from the age."
    assert read_birth(TEXTS, "", TODAY).problem == ""


@given(
    st.dates(date(1925, 1, 1), TODAY),
    st.sampled_from(("day", "month", "year", "estimate")),
    st.integers(0, 4000),
)
def test_what_was_understood_is_read_again_as_the_same(day: date, kind: str, width: int) -> None:
    birth = {
        "day": PartialDate.of_day(day),
        "month": PartialDate.of_month(day.year, day.month),
        "year": PartialDate.of_year(day.year),
        "estimate": PartialDate.of_estimate(max(day - timedelta(width), date(1925, 1, 1)), day),
    }[kind]
    if birth.earliest <= TODAY:
        assert read_birth(TEXTS, birth.iso, TODAY).value == birth


@given(st.dates(date(1925, 1, 1), TODAY), st.sampled_from(LANGUAGES), st.booleans())
def test_a_date_that_is_shown_can_be_typed_back(day: date, language: str, whole: bool) -> None:
    words = texts_of(language)
    birth = PartialDate.of_day(day) if whole else PartialDate.of_month(day.year, day.month)
    if birth.earliest <= TODAY:
        assert read_birth(words, birth_text(words, birth), TODAY).value == birth


def test_a_document_needs_the_day_and_says_how_it_stands() -> None:
    assert read_day(TEXTS, "05.2029", TODAY, Purpose.EXPIRES).problem == "Give day, month and year."
    assert read_day(TEXTS, "12.05.2029", TODAY, Purpose.EXPIRES).note == "valid"
    assert read_day(TEXTS, "1.12.2020", TODAY, Purpose.EXPIRES).note == "20 days left"
    assert read_day(TEXTS, "10.11.2020", TODAY, Purpose.EXPIRES).state == "blocked"
    assert read_day(TEXTS, "12.11.2020", TODAY, Purpose.ISSUED).value is None


def test_expiry_on_the_last_day_is_still_valid() -> None:
    assert expiry_words(TEXTS, TODAY, TODAY)[1] == "warn"
    assert expiry_words(TEXTS, TODAY - timedelta(1), TODAY)[1] == "blocked"
    assert expiry_words(TEXTS, TODAY + timedelta(40), TODAY) == ("21 Dec 2020", "")


def test_lookups_find_any_script_and_settle_only_what_is_sure(book: ReferenceBook) -> None:
    lands = countries(book)
    assert lands.find("тадж")[0].code == "TJK"
    assert [found.code for found in lands.find("tadj")] == ["TJK"]
    assert lands.exact("TJK") == lands.of("TJK")
    assert lands.exact("u") is None
    assert lands.find("  ") == ()
    districts = areas(book)
    assert {found.code[:2] for found in districts.find("хатлон")} == {"TJ"}
    spots = places(book)
    almaty = spots.exact("Алма-Ата") or spots.exact("Алматы")
    assert almaty is not None
    assert book.place_zone(next(k for k in book.places if str(k) == almaty.code)) == "Asia/Almaty"


def test_nothing_is_missing_of_somebody_complete(book: ReferenceBook) -> None:
    assert lacks(TEXTS, book, COMPLETE, TODAY) == ()


def test_what_stops_a_journey_stands_before_what_can_come_later(book: ReferenceBook) -> None:
    known = replace(
        COMPLETE,
        papers=(DocumentForm("passport", "402118843", DocumentState.LOST),),
        birth=PartialDate.of_year(1988),
        latin=False,
        sex_inferred=True,
        reachable=False,
        on_movement=False,
    )
    found = lacks(TEXTS, book, known, TODAY)
    assert [lack.code for lack in found] == [
        "document", "birth", "latin", "sex", "contact", "movement",
    ]  # fmt: skip
    assert found[0].detail == "Passport 402118843: lost"
    assert [lack.state for lack in found] == sorted(
        (lack.state for lack in found), key=("blocked", "warn", "unknown").index
    )


def test_a_document_without_an_expiry_date_is_not_called_expired(book: ReferenceBook) -> None:
    birth_certificate = DocumentForm("birth_certificate", "I-СА 353519")
    expired = DocumentForm("passport", "402118843", expires_on=TODAY - timedelta(1))
    both = replace(COMPLETE, papers=(birth_certificate, expired))
    assert lacks(TEXTS, book, both, TODAY) == ()
    alone = lacks(TEXTS, book, replace(COMPLETE, papers=(expired,)), TODAY)
    assert [(lack.code, lack.state) for lack in alone] == [("expiry", "blocked")]


def test_a_form_without_a_name_lacks_it_first(book: ReferenceBook) -> None:
    found = lacks(TEXTS, book, known_of_form(PersonForm()), TODAY)
    assert found[0].code == "name"
    assert "latin" not in {lack.code for lack in found}
