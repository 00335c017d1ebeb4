"""Words for what is known of a person. No widgets; everything is written in one language."""

from datetime import date

from desktop.domain.partial_dates import PartialDate, Precision
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.views import PersonRow
from reports.texts import Texts

SOON_DAYS = 31
"""A document that runs out within so many days needs an eye."""


def capital(word: str) -> str:
    """A label of a value list at the beginning of a line."""
    return word[:1].upper() + word[1:]


def age_text(birth: PartialDate | None, today: date) -> str:
    """Completed years: "46", "45–46" where the birth date is known in part, or ''."""
    if birth is None:
        return ""
    youngest, oldest = birth.ages_on(today)
    return str(oldest) if youngest == oldest else f"{youngest}–{oldest}"


def years_text(texts: Texts, birth: PartialDate | None, today: date) -> str:
    """The age with its unit, or ''."""
    if birth is None:
        return ""
    oldest = birth.ages_on(today)[1]
    return texts.n("{age} year", "{age} years", oldest, age=age_text(birth, today))


def birth_text(texts: Texts, birth: PartialDate) -> str:
    """A birth date as far as it is known: "14 Mar 1988", "Mar 1988", "1988", "about 1950"."""
    first, last = birth.earliest, birth.latest
    match birth.precision:
        case Precision.DAY:
            return texts.day(first)
        case Precision.MONTH:
            return f"{texts.months_short[first.month - 1]} {first.year}"
        case Precision.YEAR:
            return str(first.year)
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if not whole_years:
        return texts.t("between {first} and {last}", first=texts.day(first), last=texts.day(last))
    if first.year == last.year:
        return texts.t("about {year}", year=first.year)
    return texts.t("between {first} and {last}", first=first.year, last=last.year)


def iso_birth_text(texts: Texts, iso: str) -> str:
    """The ISO text of a partial date in words; what is none stays as it is."""
    try:
        return birth_text(texts, PartialDate.from_iso(iso))
    except ValueError:
        return iso


def facts_text(texts: Texts, book: ReferenceBook, row: PersonRow, today: date) -> str:
    """Sex, age, birth date and nationality in one line, as far as they are known."""
    sex = capital(book.label("sex", row.sex)) if row.sex else ""
    if sex and row.sex_inferred:
        sex = texts.t("{sex} (by the name)", sex=sex)
    parts = (
        sex,
        years_text(texts, row.birth, today),
        birth_text(texts, row.birth) if row.birth else "",
        row.nationality or "",
    )
    return " · ".join(part for part in parts if part)


def shown_name(row: PersonRow) -> str:
    """The name in the person's own script, else the passport spelling."""
    return row.full_name or row.latin_name


def short_name(row: PersonRow) -> str:
    """Family and given names, where there is no room for all."""
    return " ".join(filter(None, (row.family_name, row.given_names))) or row.latin_name


def latin_line(row: PersonRow) -> str:
    """Passport spelling for the second line; '' where it is the first one already."""
    return row.latin_name if row.full_name else ""


def is_suggested(row: PersonRow) -> bool:
    """Whether the Latin name is only a suggestion and stands in no document."""
    return not (row.latin_family_name or row.latin_given_names)


def area_text(book: ReferenceBook, code: str | None) -> str:
    """Region and district of a destination, or ''."""
    return ", ".join(name for name in book.region_and_district(code) if name)


def destination_text(book: ReferenceBook, row: PersonRow) -> str:
    """Where a person goes: the area, else as it was written."""
    return area_text(book, row.destination_area) or row.destination_text


def present_place(book: ReferenceBook, row: PersonRow) -> str:
    """Where a person is: the place, else as it was written."""
    return book.place(row.place_id) or row.place_text


def expiry_words(texts: Texts, expires_on: date, today: date) -> tuple[str, str]:
    """How an expiry date reads today, and its state: '' while it is far, 'warn', 'blocked'."""
    left = (expires_on - today).days
    if left < 0:
        return texts.t("expired {date}", date=texts.day(expires_on)), "blocked"
    if left <= SOON_DAYS:
        day = texts.day(expires_on)
        return texts.n("{date} · {n} day", "{date} · {n} days", left, date=day), "warn"
    return texts.day(expires_on), ""
