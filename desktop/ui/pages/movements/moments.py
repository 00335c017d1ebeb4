"""Local dates and times as an officer types and reads them. No widgets, no clock."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from reports.texts import Texts

_STEP = re.compile(r"\+\s*(?:(\d{1,2}):(\d{2})|(\d{1,4}))\D*")
_CLOCK = re.compile(r"(\d{1,2})[:h](\d{2})")
_ISO_JOINT = re.compile(r"(?<=\d)T(?=\d)")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?\.?")
_LETTERS = re.compile(r"(\d{1,2})\.?\s+([^\W\d]+)\.?(?:\s+(\d{4}))?")
_MONTH_LETTERS = 3
_BACKWARDS = timedelta(days=60)
_ENGLISH = Texts()


@dataclass(frozen=True)
class Moment:
    """A time on the wall of a place, to the minute, with the IANA zone of that wall."""

    wall: datetime
    zone: str

    @classmethod
    def of_local(cls, local: str, zone: str) -> "Moment | None":
        """The moment of stored text ("2020-11-12T23:30") and its zone; None for ''."""
        return cls(datetime.fromisoformat(local), zone) if local else None

    @property
    def local(self) -> str:
        """The text under which it is stored: "2020-11-12T23:30"."""
        return self.wall.strftime("%Y-%m-%dT%H:%M")

    @property
    def instant(self) -> datetime:
        """The aware instant; the wall is taken as UTC where no zone is known."""
        return self.wall.replace(tzinfo=ZoneInfo(self.zone or "UTC"))

    def seen_from(self, zone: str) -> "Moment":
        """The same instant on the wall of another zone."""
        there = self.instant.astimezone(ZoneInfo(zone or "UTC"))
        return Moment(there.replace(tzinfo=None), zone)

    def minutes_after(self, other: "Moment") -> int:
        """Minutes from `other` to this moment; negative if it is earlier."""
        return round((self.instant - other.instant) / timedelta(minutes=1))


def read_moment(
    text: str, zone: str, today: date, texts: Texts, before: Moment | None = None
) -> Moment | None:
    """Understand what was typed at a place of `zone`; None for an empty text.

    A date with a time ("12 Nov 23:30", "12.11.2020 23:30", "2020-11-12 23:30"), a time alone
    (the first one after `before`, else on `today`), or a step after `before` ("+20" minutes,
    "+4:00" hours). Without a year it is the one nearest to `today`.

    Raises ValueError for anything else.
    """
    text = text.strip()
    if not text:
        return None
    if text.startswith("+"):
        return _after_step(text, zone, before)
    day_text, clock = _split_clock(text)
    if day_text:
        day = _read_day(day_text, today, texts)
        return Moment(datetime.combine(day, clock), zone)
    day = before.seen_from(zone).wall.date() if before else today
    found = Moment(datetime.combine(day, clock), zone)
    if before is not None and found.minutes_after(before) < 0:
        found = Moment(found.wall + timedelta(days=1), zone)
    return found


def moment_words(texts: Texts, moment: Moment) -> str:
    """Weekday, date and time: "Thu 12 Nov 2020 23:30". `read_moment` understands it."""
    weekday = texts.weekdays_short[moment.wall.weekday()]
    return f"{weekday} {texts.day(moment.wall.date())} {moment.wall:%H:%M}"


def short_moment(texts: Texts, moment: Moment) -> str:
    """The same without the year, where there is little room: "Thu 12 Nov 23:30"."""
    wall = moment.wall
    weekday, month = texts.weekdays_short[wall.weekday()], texts.months_short[wall.month - 1]
    return f"{weekday} {wall.day} {month} {wall:%H:%M}"


def offset_words(moment: Moment) -> str:
    """How far the clock there is from UTC on that day: "UTC+6", "UTC+5:30"."""
    offset = moment.instant.utcoffset() or timedelta(0)
    minutes = round(offset / timedelta(minutes=1))
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}:{rest:02d}" if rest else f"UTC{sign}{hours}"


def zone_words(moment: Moment) -> str:
    """City of the zone with its offset on that day: "Almaty, UTC+6"."""
    city = moment.zone.rpartition("/")[2].replace("_", " ")
    return f"{city}, {offset_words(moment)}" if city else offset_words(moment)


def _after_step(text: str, zone: str, before: Moment | None) -> Moment:
    match = _STEP.fullmatch(text)
    if match is None or before is None:
        raise ValueError(text)
    hours, minutes, only_minutes = match.groups()
    step = timedelta(hours=int(hours or 0), minutes=int(minutes or only_minutes or 0))
    later = before.instant.astimezone(ZoneInfo("UTC")) + step
    there = later.astimezone(ZoneInfo(zone or "UTC"))
    return Moment(there.replace(tzinfo=None), zone)


def _split_clock(text: str) -> tuple[str, time]:
    """What stands before the time, and the time. ValueError where there is none."""
    before, _, last = _ISO_JOINT.sub(" ", text).rpartition(" ")
    clock = _CLOCK.fullmatch(last)
    if clock is None:
        raise ValueError(text)
    return before.strip(" ,"), time(int(clock[1]), int(clock[2]))


def _read_day(text: str, today: date, texts: Texts) -> date:
    if match := _ISO_DAY.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(text):
        return _nearest(int(match[1]), int(match[2]), match[3], today)
    weekday, _, rest = text.partition(" ")
    if not weekday[:1].isdigit():
        text = rest.strip(" ,")
    match = _LETTERS.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return _nearest(int(match[1]), _month(match[2], texts), match[3], today)


def _nearest(day: int, month: int, year: str | None, today: date) -> date:
    """The day of the year that was given, else of the first year that is not long past."""
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    found = date(today.year, month, day)
    if found >= today - _BACKWARDS:
        return found
    return date(today.year + 1, month, day)


def _month(word: str, texts: Texts) -> int:
    wanted = word.casefold()
    for names in (texts.months_short, _ENGLISH.months_short):
        for number, name in enumerate(names, 1):
            short = name.casefold().rstrip(".")
            if wanted == short or (len(wanted) >= _MONTH_LETTERS and _agree(wanted, short)):
                return number
    raise ValueError(word)


def _agree(word: str, short: str) -> bool:
    """Whether one is the beginning of the other: "november" and "nov"."""
    return word.startswith(short) or short.startswith(word)
