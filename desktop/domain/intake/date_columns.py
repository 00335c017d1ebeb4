"""Read a whole column of dates: its values together decide what each one alone leaves open."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.intake.dates import DateReading, Purpose, read_date
from desktop.domain.intake.sheet import CellValue
from desktop.domain.partial_dates import PartialDate

_NUMERIC = re.compile(
    r"(?<!\d)(\d{1,2})\s*([.,/\-–— ])\s*(\d{1,2})\s*[.,/\-–— ]\s*(?:\d{4}|\d{2})(?!\d)"
)
_FORM = re.compile(
    r"(?<!\w)(?:(?P<day>dd?|jj?|дд?|рр|кк|чч)|mm?|мм?)\s?[.,/\-–]\s?(?:mm?|мм?|оо|dd?|jj?|дд?)"
    r"\s?[.,/\-–]\s?[a-zа-я]{2,4}",
    re.IGNORECASE,
)
_MIXED_SHARE = 0.1
_TRAP_CELLS = 4
_ENGLISH_SEPARATORS = frozenset("/-")


@dataclass
class _Evidence:
    """How often one separator's dates can only be read one way."""

    day_first: int = 0
    month_first: int = 0
    open: int = 0


def read_date_column(
    cells: Iterable[tuple[int, CellValue]],
    *,
    today: date,
    purpose: Purpose = Purpose.BIRTH,
    day_first: bool | None = None,
    stated: bool | None = None,
) -> dict[int, DateReading]:
    """Read the dates of a column, given as (row, value); returns a reading for each row.

    In this region the day stands first; one value above 12 in front proves it for its
    separator. Where nothing proves it for "/" or "-", or where values contradict each other,
    the value carries a doubt and both readings. `day_first` is the officer's decision;
    `stated` the order that the heading asks for, which counts unless a value proves it wrong.
    """
    values = list(cells)
    evidence = _collect(value for _, value in values)
    proven_day = sum(e.day_first for e in evidence.values())
    proven_month = sum(e.month_first for e in evidence.values())
    if day_first is None and stated is not None and not (proven_month if stated else proven_day):
        day_first = stated
    readings = {}
    for row, value in values:
        separator = _separator(value)
        first, doubt = (
            (day_first, "")
            if day_first is not None
            else _decide(separator, evidence, proven_day, proven_month)
        )
        reading = read_date(value, today=today, day_first=first, purpose=purpose)
        if reading.open_order and doubt:
            reading = replace(reading, doubts=(*reading.doubts, doubt))
        elif not doubt and day_first is None and _against(value, first):
            reading = replace(reading, doubts=(*reading.doubts, "date_order_mixed"))
        readings[row] = reading
    if day_first is None and purpose is Purpose.BIRTH:
        _exchange_swapped(values, evidence, readings, today)
    return readings


def stated_order(heading: str) -> bool | None:
    """Whether a heading asks for the day first ("дд.мм.гггг") or not (mm/dd), None if for none."""
    match = _FORM.search(heading)
    return None if match is None else match["day"] is not None


def _collect(values: Iterable[CellValue]) -> dict[str, _Evidence]:
    evidence: dict[str, _Evidence] = {}
    for value in values:
        match = _NUMERIC.search(value) if isinstance(value, str) else None
        if match is None:
            continue
        found = evidence.setdefault(_group(match[2]), _Evidence())
        first, second = int(match[1]), int(match[3])
        if 12 < first <= 31 and 1 <= second <= 12:
            found.day_first += 1
        elif 12 < second <= 31 and 1 <= first <= 12:
            found.month_first += 1
        elif first != second and 1 <= first <= 12 and 1 <= second <= 12:
            found.open += 1
    return evidence


def _group(separator: str) -> str:
    return separator if separator == "/" else "-" if separator in "-–—" else "."


def _separator(value: CellValue) -> str:
    match = _NUMERIC.search(value) if isinstance(value, str) else None
    return _group(match[2]) if match else ""


def _decide(
    separator: str, evidence: Mapping[str, _Evidence], proven_day: int, proven_month: int
) -> tuple[bool, str]:
    """Whether the day stands first in dates with this separator, and the doubt that stays."""
    found = evidence.get(separator, _Evidence())
    proofs = found.day_first + found.month_first
    if found.day_first and found.month_first:
        rarer = min(found.day_first, found.month_first)
        mixed = "date_order_mixed" if rarer >= _MIXED_SHARE * proofs else ""
        return found.day_first >= found.month_first, mixed
    if found.day_first:
        return True, ""
    if found.month_first:
        return False, "date_order"
    if separator in _ENGLISH_SEPARATORS and not (proven_day and not proven_month):
        return True, "date_order"
    return True, ""


def _against(value: CellValue, day_first: bool) -> bool:
    """Whether a numeric date can only be read in the other order."""
    match = _NUMERIC.search(value) if isinstance(value, str) else None
    if match is None:
        return False
    leading, other = (match[1], match[3]) if day_first else (match[3], match[1])
    return int(leading) <= 12 < int(other) <= 31


def _exchange_swapped(
    values: list[tuple[int, CellValue]],
    evidence: Mapping[str, _Evidence],
    readings: dict[int, DateReading],
    today: date,
) -> None:
    """Exchange day and month of true dates that a spreadsheet program made from day/month text.

    A program set to month/day turns 05/10/1991 into 10 May and leaves 25/10/1991 as text: then
    every text has a day above 12 and every date cell a day up to 12. The date as it was found
    stays as the other reading.
    """
    true_dates = [(row, value) for row, value in values if isinstance(value, date)]
    slashes = evidence.get("/", _Evidence())
    if (
        len(true_dates) < _TRAP_CELLS
        or slashes.day_first < _TRAP_CELLS
        or slashes.open
        or slashes.month_first
        or any(value.day > 12 for _, value in true_dates)
    ):
        return
    for row, value in true_dates:
        if value.day != value.month:
            exchanged = PartialDate.of_day(date(value.year, value.day, value.month))
            if exchanged.earliest > today:
                continue
            readings[row] = replace(
                readings[row],
                value=exchanged,
                doubts=(*readings[row].doubts, "date_swapped"),
                alternative=readings[row].value,
            )
