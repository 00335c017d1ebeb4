"""Ages on a day, as honest as the birth date: from the youngest to the oldest possible."""

from datetime import date

from reports.model import PartialDate

INFANT_YEARS = 2
ADULT_YEARS = 18


def years(birth: PartialDate | None, on: date) -> tuple[int, int] | None:
    """Youngest and oldest age on `on` in completed years; None where nothing is known.

    A birthday on 29 February is reached on 1 March of other years. A birth after `on` is
    taken for unknown.
    """
    span = _span(birth, on)
    return None if span is None else (span[0] // 12, span[1] // 12)


def months(birth: PartialDate | None, on: date) -> tuple[int, int] | None:
    """As `years`, in completed months."""
    return _span(birth, on)


def _span(birth: PartialDate | None, on: date) -> tuple[int, int] | None:
    if birth is None or birth.earliest > on:
        return None
    return _completed_months(min(birth.latest, on), on), _completed_months(birth.earliest, on)


def _completed_months(born: date, on: date) -> int:
    return (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
