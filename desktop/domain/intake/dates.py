"""Read one date of a list: any order, separator, language and degree of knowledge.

A reading never guesses in silence: what is not certain carries a code, and the second reading
is kept where there is one.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from desktop.domain.intake.months import MONTHS, ROMAN_MONTHS
from desktop.domain.intake.sheet import CellValue
from desktop.domain.intake.words import key, says_nothing, text_of
from desktop.domain.names.scripts import tidy
from desktop.domain.partial_dates import PartialDate, Precision

OLDEST_AGE = 110
"""Nobody on a list is taken to be older, in years."""


class Purpose(StrEnum):
    """What a date is for; decides which centuries are possible."""

    BIRTH = "birth"
    ISSUED = "issued"
    EXPIRES = "expires"


@dataclass(frozen=True)
class DateReading:
    """One date. `doubts` are problem codes without their room ("date_future").

    `form` describes how a numeric date was written ("NN/NN/YY"), `open_order` whether day and
    month could be exchanged. `age` is set where the text is an age and no date.
    """

    value: PartialDate | None = None
    doubts: tuple[str, ...] = ()
    alternative: PartialDate | None = None
    form: str = ""
    open_order: bool = False
    age: int | None = None
    missing: bool = False


_EXCEL_ZERO = date(1899, 12, 30)
_SERIALS = range(3_000, 73_051)
_SOLAR_YEARS = range(1_290, 1_430)
_NEW_YEAR_SHIFT = 621

_ABOUT = re.compile(
    r"~|\b(?:ок|около|примерно|приблизительно|прибл|тахминан|taxminan|тахминан|about|approx\w*|circa|ca|"
    r"vers|environ|шамамен)\b\.?",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"(?<!\d)(\d{1,3})\s*(?:лет|год(?:а|ик\w*)?|г\b|сола|сол\b|yosh\w*|ёш\w*|жас\w*|years?|yrs?|y\.?o|ans?)\b",
    re.IGNORECASE,
)
_MONTHS_OLD = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?:мес\w*\.?|моҳа|oylik|ойлик|months?|mois)", re.IGNORECASE
)
_TRIPLE = re.compile(
    r"(?<![\dA-Za-z])(\d{1,4}|[xXхХ?_*]{1,2})\s*([.,/\-–—:\\ ]|\s)\s*"
    r"(\d{1,2}|[ivxIVXхХІі]{1,4}|[?_*]{1,2})\s*(?:[.,/\-–—:\\ ]|\s)\s*(\d{4}|\d{2})(?!\d)"
)
_PLAIN = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_TOO_LONG = re.compile(r"\d{20}")
_MONTH_YEAR = re.compile(
    r"(?<!\d)(\d{1,2})\s*[./,\- ]\s*(\d{4})(?!\d)|(?<!\d)(\d{4})\s*[./\-]\s*(\d{1,2})(?!\d)"
)
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_SHORT_YEAR = re.compile(
    r"^['’]?(\d{2})\s*(?:г\.?\s*р\.?|г\.?|года?|соли?|с\.?\s*т\.?|yil\w*|йил\w*)", re.IGNORECASE
)
_COMPACT = re.compile(r"(?<!\d)\d{6,8}(?!\d)")
_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-3])[:.ч-]([0-5]\d)(?::[0-5]\d)?\s*(?:ч\w*|h)?\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_LOOK_ALIKES = str.maketrans("OoОоЗзlI|Бб", "00003311166")
_REPEATED_SIGN = re.compile(r"(?<=\d)\s*([.,/\-])(?:\s*[.,/\-])+\s*(?=\d)")
_ALMOST_DATE = re.compile(
    r"[\dOoОоЗзlI|Бб]{1,4}[.,/\-][\dOoОоЗзlI|Бб]{1,2}[.,/\-][\dOoОоЗзlI|Бб]{2,4}"
)
_UNKNOWN_PART = frozenset("xXхХ?_*")


def read_date(
    value: CellValue, *, today: date, day_first: bool = True, purpose: Purpose = Purpose.BIRTH
) -> DateReading:
    """Read one cell as a date; `today` decides centuries, `day_first` the order of numbers."""
    return _Reader(today, day_first, purpose).read(value)


class _Reader:
    def __init__(self, today: date, day_first: bool, purpose: Purpose) -> None:
        self._today = today
        self._day_first = day_first
        self._purpose = purpose

    def read(self, value: CellValue) -> DateReading:
        if isinstance(value, date):
            day = value.date() if isinstance(value, datetime) else value
            return self._checked(DateReading(PartialDate.of_day(day)))
        if isinstance(value, bool):
            return DateReading(doubts=("date_unreadable",))
        if isinstance(value, int | float):
            return self._checked(self._number(value))
        return self._read_text(tidy(text_of(value)))

    def _read_text(self, text: str) -> DateReading:
        if _PLAIN.fullmatch(text):
            return self._checked(self._triple(text) or DateReading(doubts=("date_unreadable",)))
        if says_nothing(text):
            return DateReading(missing=True)
        text = _REPEATED_SIGN.sub(r"\1", text)
        mended = _ALMOST_DATE.sub(lambda match: match[0].translate(_LOOK_ALIKES), text)
        reading = self._text(mended)
        if reading is not None and mended != text:
            reading = replace(reading, doubts=(*reading.doubts, "date_look_alike"))
        if reading is None:
            return DateReading(doubts=("date_unreadable",))
        return self._checked(self._about(reading, text))

    def _text(self, text: str) -> DateReading | None:
        if _TOO_LONG.search(text):
            return None
        plain = re.sub(r"(?:[T ,]|\bв\b)+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:ч\w*)?$", "", text)
        for attempt in (
            self._triple,
            self._month_in_letters,
            self._month_and_year,
            self._compact,
            self._age_text,
            self._year,
        ):
            reading = attempt(plain)
            if reading is not None:
                return reading
        return None

    def _number(self, number: float) -> DateReading:
        if isinstance(number, float) and not number.is_integer():
            month, _, year = f"{number:.4f}".partition(".")
            if 1 <= int(number) <= 12 and 1900 <= int(year) <= self._today.year:
                return DateReading(PartialDate.of_month(int(year), int(month)))
            number = int(number)
        whole = int(number)
        if whole in _SERIALS and not 1880 <= whole <= self._today.year + 50:
            serial = PartialDate.of_day(_EXCEL_ZERO + timedelta(days=whole))
            return DateReading(serial, ("date_serial",))
        if 0 <= whole <= OLDEST_AGE:
            return self._age(whole)
        return (
            self._compact(str(whole))
            or self._year(str(whole))
            or DateReading(doubts=("date_unreadable",))
        )

    def _triple(self, text: str) -> DateReading | None:
        match = _TRIPLE.search(text)
        if match is None:
            return None
        first, separator, middle, last = match.groups()
        if len(first) == 4:
            return self._parts(last, middle, int(first))
        if len(first) > 2:
            return None
        roman = ROMAN_MONTHS.get(middle.lower().replace("х", "x").replace("і", "i"))
        if roman:
            return self._parts(first, str(roman), self._full_year(last))
        if not middle.isdecimal() and not set(middle) <= _UNKNOWN_PART:
            return None
        form = f"NN{separator if not separator.isspace() else ' '}NN{separator}{'Y' * len(last)}"
        return self._ordered(first, middle, last, form)

    def _ordered(self, first: str, middle: str, last: str, form: str) -> DateReading:
        year = self._full_year(last)
        day, month = (first, middle) if self._day_first else (middle, first)
        reading = self._parts(day, month, year)
        exchanged = self._parts(month, day, year)
        swappable = exchanged.value is not None and exchanged.value.precision is Precision.DAY
        if reading.value is None and swappable:
            return replace(exchanged, form=form)
        open_order = (
            reading.value is not None
            and reading.value.precision is Precision.DAY
            and swappable
            and reading.value != exchanged.value
        )
        return replace(
            reading,
            form=form,
            open_order=open_order,
            alternative=exchanged.value if open_order else None,
        )

    def _parts(self, day: str, month: str, year: int) -> DateReading:
        try:
            if not month.isdecimal() or int(month) == 0:
                return DateReading(PartialDate.of_year(year))
            if not day.isdecimal() or int(day) == 0:
                return DateReading(PartialDate.of_month(year, int(month)))
            return DateReading(PartialDate.of_day(date(year, int(month), int(day))))
        except ValueError:
            return DateReading(doubts=("date_impossible",))

    def _full_year(self, text: str) -> int:
        """Year of four digits; of two digits: later than this year means the last century."""
        year = int(text)
        if len(text) == 4:
            return year
        century = self._today.year // 100 * 100
        if self._purpose is Purpose.EXPIRES:
            return century + year
        return century + year - (100 if year > self._today.year % 100 else 0)

    def _month_in_letters(self, text: str) -> DateReading | None:
        month = next((MONTHS[key(w)] for w in _WORD.findall(text) if key(w) in MONTHS), 0)
        if not month:
            return None
        numbers = _NUMBER.findall(text)
        year = next((n for n in reversed(numbers) if len(n) == 4), "")
        rest = [n for n in numbers if n != year and len(n) <= 2]
        if not year and len(rest) == 2:
            year = rest.pop()
        if not year:
            return None
        return self._parts(rest[0] if rest else "", str(month), self._full_year(year))

    def _month_and_year(self, text: str) -> DateReading | None:
        match = _MONTH_YEAR.search(text)
        if match is None:
            return None
        month, year = (match[1], match[2]) if match[1] else (match[4], match[3])
        return self._parts("", month, int(year))

    def _compact(self, text: str) -> DateReading | None:
        match = _COMPACT.search(text)
        if match is None or len(_NUMBER.findall(text)) > 1:
            return None
        digits = match[0] if len(match[0]) != 7 else "0" + match[0]
        if len(digits) == 8 and not 1900 <= int(digits[4:]) <= self._today.year + 30:
            return self._parts(digits[6:], digits[4:6], int(digits[:4]))
        return self._ordered(digits[:2], digits[2:4], digits[4:], "N" * len(digits))

    def _age_text(self, text: str) -> DateReading | None:
        if _YEAR.search(text):
            return None
        match = _MONTHS_OLD.search(text)
        if match:
            return self._age(0)
        match = _AGE.search(text)
        if match is None and text.isdecimal() and int(text) <= OLDEST_AGE:
            return self._age(int(text))
        if match is None or _SHORT_YEAR.match(text):
            return None
        return self._age(int(match[1]))

    def _age(self, years: int) -> DateReading:
        if self._purpose is not Purpose.BIRTH:
            return DateReading(doubts=("date_unreadable",))
        return DateReading(born_at_age(years, self._today), ("birth_from_age",), age=years)

    def _year(self, text: str) -> DateReading | None:
        squeezed = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", "", text)
        if squeezed != text and squeezed.isdecimal():
            return self._number(int(squeezed))
        match = _YEAR.search(text)
        if match:
            return self._parts("", "", int(match[1]))
        if text.isdecimal() and int(text) in _SERIALS:
            return self._number(int(text))
        match = _SHORT_YEAR.match(text)
        return self._parts("", "", self._full_year(match[1])) if match else None

    def _about(self, reading: DateReading, text: str) -> DateReading:
        is_birth = self._purpose is Purpose.BIRTH
        if reading.value is None or not is_birth or not _ABOUT.search(text):
            return reading
        value = PartialDate.of_estimate(reading.value.earliest, reading.value.latest)
        return replace(reading, value=value, doubts=(*reading.doubts, "birth_estimated"))

    def _checked(self, reading: DateReading) -> DateReading:
        value = reading.value
        if value is None or reading.age is not None:
            return reading
        if value.latest.year in _SOLAR_YEARS:
            return self._solar(value)
        doubt = self._impossible(value)
        if not doubt:
            return reading
        century = doubt == "date_future" and "date_serial" not in reading.doubts
        earlier = self._century_before(value) if century else None
        keep = earlier or reading.alternative
        if keep is not None and self._impossible(keep):
            keep = None
        return replace(reading, value=None, alternative=keep, doubts=(doubt,), open_order=False)

    def _impossible(self, value: PartialDate) -> str:
        today = self._today
        if self._purpose is Purpose.EXPIRES:
            return "" if 1970 <= value.earliest.year <= today.year + 50 else "date_out_of_range"
        if value.earliest > today:
            return "date_future"
        return "date_too_old" if today.year - value.latest.year > OLDEST_AGE else ""

    @staticmethod
    def _century_before(value: PartialDate) -> PartialDate | None:
        if value.precision is not Precision.DAY:
            return None
        day = value.earliest
        try:
            return PartialDate.of_day(day.replace(year=day.year - 100))
        except ValueError:
            return None

    @staticmethod
    def _solar(value: PartialDate) -> DateReading:
        """Solar Hijri year: runs from about 21 March, 621 years later."""
        year = value.earliest.year + _NEW_YEAR_SHIFT
        span = PartialDate.of_estimate(date(year, 3, 20), date(year + 1, 3, 21))
        return DateReading(span, ("date_solar_year",))


def born_at_age(years: int, on: date) -> PartialDate:
    """Return the days on which somebody was born who is `years` old on the day `on`."""
    latest = _years_before(on, years)
    return PartialDate.of_estimate(_years_before(on, years + 1) + timedelta(days=1), latest)


def read_instant(value: CellValue, today: date) -> tuple[date | None, time | None]:
    """Day and, where it is told, local time of something that has happened."""
    if isinstance(value, datetime):
        return value.date(), value.time() if value.time() != time() else None
    found = read_date(value, today=today, purpose=Purpose.ISSUED).value
    match = _CLOCK.search(value) if isinstance(value, str) else None
    clock = time(int(match[1]), int(match[2])) if match else None
    return (found.earliest if found is not None and found.is_exact else None), clock


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
