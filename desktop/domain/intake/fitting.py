"""How well the values of a column fit a meaning, and what they mean without a heading."""

from collections.abc import Callable
from datetime import date

from desktop.domain.intake.fields import Field
from desktop.domain.intake.profiles import SAMPLE, Profile

NEUTRAL = 0.5
"""Fit of a meaning that values can neither prove nor disprove."""

_SPREAD_OF_BIRTHS = 15
_MONTHS_OF_A_YEAR = 12
_OLDEST_HOLDER = 11
_ADULT = 18
_SHORT_YEARS = 0.6
"""How well ages fit a column of years: 80 may be one of two digits."""


def fit(profile: Profile, field: Field, today: date) -> float | None:
    """Share (0 to 1) of values that fit `field`; None where values tell nothing."""
    judge = _JUDGES.get(field)
    if judge is None or profile.filled == 0:
        return None
    return max(0.0, min(1.0, judge(profile, today)))


def _full_name(p: Profile, _: date) -> float:
    evidence = max(p.share("surname"), p.share("given"), p.share("with_patronymic"))
    return 0.3 * p.share("name") + 0.4 * p.share("name_many") + 0.3 * evidence - _not_a_name(p)


def _family_name(p: Profile, _: date) -> float:
    many = p.share("name_many") * p.share("given")
    return 0.5 * p.share("name") + 0.5 * p.share("surname") - 0.4 * many - _not_a_name(p)


def _given_names(p: Profile, _: date) -> float:
    many = p.share("name_many") * p.share("surname")
    return 0.5 * p.share("name") + 0.5 * p.share("given") - 0.7 * many - _not_a_name(p)


def _patronymic(p: Profile, _: date) -> float:
    many = p.share("name_many") * max(p.share("surname"), p.share("given"))
    return 0.6 * p.share("name") + 0.4 * p.share("patronymic") - 0.7 * many - _not_a_name(p)


def _not_a_name(p: Profile) -> float:
    return p.share("country", "area", "sex", "relation", "result", "document_kind", "lost")


def _running(p: Profile, _: date) -> float:
    if p.is_counting:
        return 1.0
    return 0.5 * p.share("integer") - p.share("passport")


def _date(p: Profile, _: date) -> float:
    return p.share("date", "long_date", "serial")


def _birth(p: Profile, today: date) -> float:
    future = p.latest_year > today.year + 1
    return p.share("date", "long_date", "serial") + 0.3 * p.share("age") - 0.4 * future


def _expires(p: Profile, today: date) -> float:
    past = p.latest_year and p.latest_year < today.year - _OLDEST_HOLDER
    return p.share("date", "long_date", "serial") - 0.5 * bool(past) - p.share("passport")


def _issued(p: Profile, today: date) -> float:
    future = p.latest_year > today.year + 1
    return p.share("date", "long_date", "serial") - 0.5 * future - p.share("passport")


def _small_numbers(limit: int) -> Callable[[Profile, date], float]:
    def judge(p: Profile, _: date) -> float:
        inside = sum(number <= limit for number in p.numbers)
        named = p.share("date", "month") if limit == _MONTHS_OF_A_YEAR else 0.0
        return max(inside / max(1, min(p.filled, SAMPLE)), named)

    return judge


def _document(p: Profile, _: date) -> float:
    short = 0.6 * p.share("integer") if p.share("passport") < NEUTRAL and not p.is_counting else 0
    numbers = p.share("passport", "certificate", "lost", "document_kind")
    return numbers + short - max(0.0, p.share("date") - numbers)


def _family_group(p: Profile, _: date) -> float:
    if p.is_grouping:
        return 1.0
    repeated = 1.0 - p.distinct
    numbers = p.share("integer") - p.share("passport")
    return 0.4 + 0.4 * numbers + 0.4 * repeated - p.share("relation")


def _place(p: Profile, _: date) -> float:
    known = p.share("area") + 0.8 * p.share("address", "area_guess")
    wrong = p.share("date", "phone", "passport", "sex", "relation")
    return 0.35 + 0.65 * min(1.0, known) - wrong


def _of(kind: str) -> Callable[[Profile, date], float]:
    return lambda p, _: p.share(kind)


_JUDGES: dict[Field, Callable[[Profile, date], float]] = {
    Field.RUNNING_NUMBER: _running,
    Field.FULL_NAME: _full_name,
    Field.FAMILY_NAME: _family_name,
    Field.GIVEN_NAMES: _given_names,
    Field.PATRONYMIC: _patronymic,
    Field.LATIN_FULL_NAME: lambda p, d: _full_name(p, d) * p.share("latin"),
    Field.LATIN_FAMILY_NAME: lambda p, d: _family_name(p, d) * p.share("latin"),
    Field.LATIN_GIVEN_NAMES: lambda p, d: _given_names(p, d) * p.share("latin"),
    Field.BIRTH_DATE: _birth,
    Field.BIRTH_DAY: _small_numbers(31),
    Field.BIRTH_MONTH: _small_numbers(_MONTHS_OF_A_YEAR),
    Field.BIRTH_YEAR: lambda p, _: p.share("year") + _SHORT_YEARS * p.share("age"),
    Field.AGE: _of("age"),
    Field.SEX: _of("sex"),
    Field.NATIONALITY: _of("country"),
    Field.DOCUMENT: _document,
    Field.DOCUMENT_KIND: _of("document_kind"),
    Field.PERSONAL_NUMBER: lambda p, _: p.share("integer", "personal"),
    Field.ISSUED: _issued,
    Field.EXPIRES: _expires,
    Field.REGION: _place,
    Field.DISTRICT: _place,
    Field.ADDRESS: _place,
    Field.PHONE: lambda p, _: p.share("phone") + 0.6 * p.share("passport", "integer"),
    Field.EMAIL: _of("email"),
    Field.RELATION: lambda p, _: p.share("relation", "relation_letter"),
    Field.FAMILY_GROUP: _family_group,
    Field.TEST_SAMPLED: _date,
    Field.TEST_RESULT: _of("result"),
}


def guess_by_content(
    profile: Profile, today: date, taken: frozenset[Field]
) -> tuple[Field, float] | None:
    """Return the meaning that values alone prove, with its fit, or None."""
    candidates = [
        (field, value)
        for field, least in _BY_CONTENT
        if field not in taken
        and (value := fit(profile, field, today)) is not None
        and value >= least
    ]
    candidates = [pair for pair in candidates if _is_proven(profile, pair[0], today)]
    return max(candidates, key=lambda pair: pair[1], default=None)


_BY_CONTENT = (
    (Field.FULL_NAME, 0.75),
    (Field.FAMILY_NAME, 0.75),
    (Field.GIVEN_NAMES, 0.7),
    (Field.PATRONYMIC, 0.75),
    (Field.LATIN_FULL_NAME, 0.75),
    (Field.LATIN_FAMILY_NAME, 0.75),
    (Field.LATIN_GIVEN_NAMES, 0.7),
    (Field.RUNNING_NUMBER, 0.9),
    (Field.FAMILY_GROUP, 0.95),
    (Field.BIRTH_DATE, 0.6),
    (Field.EXPIRES, 0.6),
    (Field.ISSUED, 0.6),
    (Field.DOCUMENT, 0.6),
    (Field.PHONE, 0.65),
    (Field.EMAIL, 0.6),
    (Field.SEX, 0.8),
    (Field.NATIONALITY, 0.7),
    (Field.RELATION, 0.6),
    (Field.REGION, 0.8),
    (Field.DISTRICT, 0.8),
    (Field.ADDRESS, 0.8),
    (Field.AGE, 0.9),
    (Field.PERSONAL_NUMBER, 0.9),
    (Field.TEST_RESULT, 0.7),
)


def _is_proven(p: Profile, field: Field, today: date) -> bool:
    """What a fit alone does not tell apart."""
    spread = p.latest_year - p.earliest_year
    conditions: dict[Field, bool] = {
        Field.BIRTH_DATE: p.share("date", "long_date", "serial") >= 0.6
        and p.latest_year <= today.year
        and (spread >= _SPREAD_OF_BIRTHS or p.filled < 5),
        Field.EXPIRES: p.latest_year > today.year,
        Field.ISSUED: spread < 2 * _SPREAD_OF_BIRTHS and p.latest_year <= today.year,
        Field.FULL_NAME: p.share("name_many") >= 0.6
        and max(p.share("surname"), p.share("given"), p.share("with_patronymic")) >= 0.3,
        Field.LATIN_FULL_NAME: p.share("name_many") >= 0.6
        and max(p.share("surname"), p.share("given")) >= 0.3,
        Field.FAMILY_NAME: p.share("surname") >= 0.5 and p.share("name_many") < 0.5,
        Field.LATIN_FAMILY_NAME: p.share("surname") >= 0.5 and p.share("name_many") < 0.5,
        Field.GIVEN_NAMES: p.share("given") >= 0.4,
        Field.LATIN_GIVEN_NAMES: p.share("given") >= 0.4,
        Field.PATRONYMIC: p.share("patronymic") >= 0.4,
        Field.FAMILY_GROUP: p.is_grouping,
        Field.AGE: not p.is_counting
        and not p.is_grouping
        and p.distinct < 0.9
        and max(p.numbers, default=0) >= _ADULT,
        Field.PHONE: p.share("phone") >= 0.5,
        Field.RELATION: p.share("relation") >= 0.6,
        Field.PERSONAL_NUMBER: p.share("personal") >= 0.8,
        Field.DOCUMENT: p.share("passport", "certificate") >= 0.5,
        Field.REGION: p.share("region") >= 0.6,
        Field.DISTRICT: p.share("district") >= 0.6 and p.words < 2.5,
        Field.ADDRESS: p.share("area", "address") >= 0.6,
    }
    return conditions.get(field, True)
