"""Dates that are known only in part: "1974 г.р.", "03.1990", "about 1950".

A partial date is the span of days in which the true day lies, with the precision that was
stated. It is kept and shown as it was given, never as 1 January.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class Precision(StrEnum):
    """How exactly a date was stated."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ESTIMATED = "estimated"


@dataclass(frozen=True)
class PartialDate:
    """The days from `earliest` to `latest`, both included, and the precision stated.

    Raises ValueError where the span and the precision contradict each other (a *day* of two
    days, a *month* that is not one whole month). An estimate may span any days.
    """

    earliest: date
    latest: date
    precision: Precision

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            raise ValueError("a date cannot end before it begins")
        if self.precision is not Precision.ESTIMATED and (
            (self.earliest, self.latest) != _span(self.earliest, self.precision)
        ):
            raise ValueError(f"span does not fit the precision {self.precision.value}")

    @classmethod
    def of_day(cls, day: date) -> "PartialDate":
        """A day known exactly."""
        return cls(day, day, Precision.DAY)

    @classmethod
    def of_month(cls, year: int, month: int) -> "PartialDate":
        """Some day of one month. ValueError for an impossible year or month."""
        return cls(*_span(date(year, month, 1), Precision.MONTH), Precision.MONTH)

    @classmethod
    def of_year(cls, year: int) -> "PartialDate":
        """Some day of one year. ValueError for an impossible year."""
        return cls(*_span(date(year, 1, 1), Precision.YEAR), Precision.YEAR)

    @classmethod
    def of_estimate(cls, earliest: date, latest: date) -> "PartialDate":
        """A guess: somewhere from `earliest` to `latest`. ValueError if they are exchanged."""
        return cls(earliest, latest, Precision.ESTIMATED)

    @classmethod
    def from_iso(cls, text: str) -> "PartialDate":
        """Read 'YYYY', 'YYYY-MM', 'YYYY-MM-DD', or two of them joined by '/' (an estimate).

        ValueError for anything else, and for days that are not in the calendar.
        """
        first, slash, last = text.partition("/")
        if slash:
            return cls.of_estimate(cls._plain(first).earliest, cls._plain(last).latest)
        return cls._plain(text)

    @classmethod
    def _plain(cls, text: str) -> "PartialDate":
        match = _ISO.fullmatch(text)
        if match is None:
            raise ValueError(f"not a partial ISO date: {text!r}")
        year, month, day = match.groups()
        if day:
            return cls.of_day(date(int(year), int(month), int(day)))
        if month:
            return cls.of_month(int(year), int(month))
        return cls.of_year(int(year))

    @property
    def iso(self) -> str:
        """'YYYY-MM-DD', 'YYYY-MM', 'YYYY', or 'first/last' for an estimate.

        `from_iso` reads it back to an equal value.
        """
        match self.precision:
            case Precision.DAY:
                return self.earliest.isoformat()
            case Precision.MONTH:
                return self.earliest.isoformat()[:7]
            case Precision.YEAR:
                return self.earliest.isoformat()[:4]
            case Precision.ESTIMATED:
                return f"{self._end(self.earliest, 1, 1)}/{self._end(self.latest, 12, 31)}"

    def __str__(self) -> str:
        return self.iso

    @property
    def sort_key(self) -> tuple[date, date]:
        """Key that orders by the earliest possible day, exact dates before wider ones."""
        return self.earliest, self.latest

    @property
    def is_exact(self) -> bool:
        """Whether the day itself is known."""
        return self.precision is Precision.DAY

    def ages_on(self, day: date) -> tuple[int, int]:
        """Youngest and oldest possible age on `day`, in completed years, never below 0.

        Somebody born on 29 February completes the year on 1 March of a common year.
        """
        return _completed_years(self.latest, day), _completed_years(self.earliest, day)

    def contains(self, day: date) -> bool:
        """Whether `day` may be the true day."""
        return self.earliest <= day <= self.latest

    def compatible(self, other: "PartialDate") -> bool:
        """Whether both may mean the same day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def day_month_swapped(self, other: "PartialDate") -> bool:
        """Whether both are exact and differ only by day and month exchanged."""
        mine, theirs = self.earliest, other.earliest
        return (
            self.is_exact
            and other.is_exact
            and mine != theirs
            and (mine.year, mine.month, mine.day) == (theirs.year, theirs.day, theirs.month)
        )

    @staticmethod
    def _end(day: date, month: int, month_day: int) -> str:
        whole_year = (day.month, day.day) == (month, month_day)
        return day.isoformat()[:4] if whole_year else day.isoformat()


def _span(day: date, precision: Precision) -> tuple[date, date]:
    if precision is Precision.DAY:
        return day, day
    if precision is Precision.MONTH:
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    return date(day.year, 1, 1), date(day.year, 12, 31)


def _completed_years(birth: date, day: date) -> int:
    years = day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
    return max(years, 0)
