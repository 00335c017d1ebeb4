"""Dates as they are typed on a person's page, read with the rules of the lists."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from desktop.domain.intake.dates import DateReading, Purpose, read_date
from desktop.domain.partial_dates import PartialDate
from desktop.ui.wording import birth_text, expiry_words, years_text
from reports.texts import Texts

T = TypeVar("T")


@dataclass(frozen=True)
class TypedDate(Generic[T]):
    """What a text was understood as.

    `problem` is a sentence for a text that is no date; `doubt` one for a date that should be
    looked at. `note` says what it means today ("38 years"), `state` whether that is 'ok',
    'warn' or 'blocked'.
    """

    value: T | None = None
    shown: str = ""
    problem: str = ""
    doubt: str = ""
    note: str = ""
    state: str = ""


def read_birth(texts: Texts, text: str, today: date) -> TypedDate[PartialDate]:
    """Read a birth date: a day, a month, a year, an age, or the ISO text of a partial date."""
    if not text:
        return TypedDate()
    reading = _reading(text, today, Purpose.BIRTH)
    if reading.value is None:
        return TypedDate(problem=_problem(texts, reading))
    return TypedDate(
        reading.value,
        birth_text(texts, reading.value),
        doubt=_doubt(texts, reading),
        note=years_text(texts, reading.value, today),
    )


def read_day(texts: Texts, text: str, today: date, purpose: Purpose) -> TypedDate[date]:
    """Read a day that must be known exactly; one that expires says how it stands today."""
    if not text:
        return TypedDate()
    reading = _reading(text, today, purpose)
    if reading.value is None:
        return TypedDate(problem=_problem(texts, reading))
    if not reading.value.is_exact:
        return TypedDate(problem=texts.t("Give day, month and year."))
    day = reading.value.earliest
    shown = texts.day(day)
    if purpose is not Purpose.EXPIRES:
        return TypedDate(day, shown, doubt=_doubt(texts, reading))
    _, state = expiry_words(texts, day, today)
    notes = {
        "": texts.t("valid"),
        "warn": texts.n("{n} day left", "{n} days left", (day - today).days),
        "blocked": texts.t("expired"),
    }
    return TypedDate(
        day, shown, doubt=_doubt(texts, reading), note=notes[state], state=state or "ok"
    )


def _reading(text: str, today: date, purpose: Purpose) -> DateReading:
    """What was understood before is an ISO text; everything else is read as lists are."""
    try:
        value = PartialDate.from_iso(text)
    except ValueError:
        return read_date(text, today=today, purpose=purpose)
    # The end of the span tells whether anybody is that old, unless it is still to come.
    probe = value.latest if value.latest <= today else value.earliest
    checked = read_date(probe, today=today, purpose=purpose)
    return checked if checked.value is None else DateReading(value)


def _problem(texts: Texts, reading: DateReading) -> str:
    if "date_impossible" in reading.doubts:
        return texts.t("There is no such day in the calendar.")
    if "date_future" in reading.doubts:
        return texts.t("This day is still to come.")
    if {"date_too_old", "date_out_of_range"} & set(reading.doubts):
        return texts.t("Check the year.")
    return texts.t("This is no date. Write it like 14.05.1988, 05.1988 or 1988.")


def _doubt(texts: Texts, reading: DateReading) -> str:
    sentences = {
        "birth_from_age": texts.t("Reckoned from the age."),
        "birth_estimated": texts.t("An estimate."),
        "date_look_alike": texts.t("Letters were read as digits. Check the date."),
        "date_solar_year": texts.t("Reckoned from a year of the solar calendar."),
        "date_serial": texts.t("Read as the number of a day in a spreadsheet. Check the date."),
    }
    known = (sentences.get(doubt, "") for doubt in reading.doubts)
    return " ".join(sentence for sentence in known if sentence)
