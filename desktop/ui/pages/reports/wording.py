"""Words that several parts of the reports share. No widgets."""

from datetime import datetime

from reports.texts import Texts


def moment_text(texts: Texts, moment: datetime, now: datetime) -> str:
    """Day and time on the clock of `now`, the year only where it is another one."""
    local = moment.astimezone(now.tzinfo)
    day = f"{local.day} {texts.months_short[local.month - 1]}"
    if local.year != now.year:
        day = texts.day(local.date())
    return f"{day} {local:%H:%M}"


def spaced(digits: str) -> str:
    """A checksum in groups of four, as people compare it."""
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
