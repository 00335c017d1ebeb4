"""What the values of a column look like, whatever its heading says."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from desktop.domain.documents import is_birth_certificate
from desktop.domain.intake.areas import AreaNames
from desktop.domain.intake.countries import CountryNames
from desktop.domain.intake.dates import OLDEST_AGE
from desktop.domain.intake.months import MONTHS
from desktop.domain.intake.name_cells import looks_like_name, read_name_cell
from desktop.domain.intake.relations import letter_relation, read_relation
from desktop.domain.intake.sheet import CellValue
from desktop.domain.intake.value_words import DOCUMENT_KINDS, DOCUMENT_STATES, RESULTS, read_sex
from desktop.domain.intake.words import key, says_nothing, text_of
from desktop.domain.names.given_names import is_known
from desktop.domain.names.kinship import patronymic_sex, surname_weight
from desktop.domain.names.scripts import script_of

SAMPLE = 400
"""Cells of a column that are looked at."""

_DATE = re.compile(
    r"(?<![\d.\-/])(?:"
    r"[\dxXхХ?]{1,2}\s?[.,/\-–]{1,2}\s?(?:\d{1,2}|[IVXivx]{1,4})\s?[.,/\-–]{1,2}\s?\d{2,4}|"
    r"\d{1,2}\s+\d{1,2}\s+(?:19|20)\d{2}|"
    r"\d{4}[./\-]\d{1,2}[./\-]\d{1,2})"
    r"(?!\d|[.\-/]\d)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20|13)\d{2}(?!\d)")
_YEAR_ONLY = re.compile(
    r"[(~]?(?:(?:сол\w*|с|год|yil\w*)\W{0,2})?(?:19|20)\d{2}"
    r"(?:[\s\-–]*(?:г\W*р?\W*|год\w*\W*(?:рожд\w*)?|сол\w*|с\W?|yil\w*|йил\w*|жыл\w*|ж\W?))?[)?]?",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+?[\d\s().\-–]{7,22}")
_EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+\.[\w.\-]+")
_PASSPORT = re.compile(
    r"(?:[^\W\d_]{0,10}[\s.№\-]*)?"
    r"(?:\d{9}|\d{3} \d{3} \d{3}|[^\W\d_]{1,2}[\s\-№]*\d{7,8}|ID\s?\d{7,9}|"
    r"\d{2} ?\d{2} \d{6})(?!\d)"
)
_SERIES = re.compile(r"[A-ZА-Я]{1,3}")
_SHORT_YEAR = re.compile(r"\d[.,/\-]\s?(\d{2})(?!\d)\W*(?:г|$)")
_COMPACT = re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBERING = re.compile(r"(\d{1,6})([.,/\-]?[а-иa-i]|[.,/\-]\d{1,2})?[.)]*", re.IGNORECASE)
_FIRST_SERIAL = 10_000
_SERIAL_DIGITS = 5
_PERSONAL_DIGITS = frozenset({12, 14})
_FEWEST_DIALLED, _DIALLED_DIGITS = 7, 10
_LONGEST_DATE, _LONGEST_PLACE = 32, 80
_PIVOT = 40
_EXCEL_ZERO = date(1899, 12, 30)
_SURNAME = 5
_FEWEST_GROUPS, _LARGEST_GROUP = 3, 12
_MOST_DIGITS = 20


@dataclass(frozen=True)
class Profile:
    """Shares (0 to 1) of kinds among the filled cells of a column, with a few measures.

    `filled` counts cells that say something; `distinct` is the share of different values;
    `words` the mean number of words.
    """

    filled: int
    shares: dict[str, float]
    distinct: float
    words: float
    is_counting: bool
    is_grouping: bool
    numbers: tuple[int, ...] = ()
    earliest_year: int = 0
    latest_year: int = 0

    def share(self, *kinds: str) -> float:
        """Sum of the shares of `kinds`, at most 1."""
        return min(1.0, sum(self.shares.get(kind, 0.0) for kind in kinds))


def profile_column(
    cells: Sequence[CellValue], areas: AreaNames, countries: CountryNames
) -> Profile:
    """Look at the cells of one column; at most SAMPLE filled ones, spread over its length."""
    filled = [(cell, text) for cell in cells if (text := text_of(cell)) and not says_nothing(text)]
    texts = [text for _, text in filled]
    step = max(1, len(filled) // SAMPLE)
    sample = filled[::step][:SAMPLE]
    kinds: Counter[str] = Counter()
    for cell, text in sample:
        kinds.update(_kinds(cell, text, areas, countries))
    seen = [text for _, text in sample]
    years = [year for text in seen for year in _years(text)]
    size = max(1, len(sample))
    return Profile(
        filled=len(filled),
        shares={kind: count / size for kind, count in kinds.items()},
        distinct=len(set(seen)) / size,
        words=sum(len(text.split()) for text in seen) / size,
        is_counting=_is_counting(texts),
        is_grouping=_is_grouping(texts),
        numbers=tuple(int(text) for text in seen if text.isdecimal() and len(text) < 10),
        earliest_year=min(years, default=0),
        latest_year=max(years, default=0),
    )


def _years(text: str) -> list[int]:
    """Years that a text names, also by a day number of a spreadsheet or two digits."""
    if text.isdecimal() and len(text) == _SERIAL_DIGITS:
        return [(_EXCEL_ZERO + timedelta(days=int(text))).year]
    short = _SHORT_YEAR.search(text)
    if short and not _YEAR.search(text):
        year = int(short[1])
        return [2000 + year if year < _PIVOT else 1900 + year]
    compact = _COMPACT.fullmatch(text)
    return [int(text[-4:])] if compact else [int(year) for year in _YEAR.findall(text)]


def _is_counting(texts: Sequence[str]) -> bool:
    """Whether the column numbers the rows: mostly each one more than the last."""
    matches = [match for text in texts if (match := _NUMBERING.fullmatch(text))]
    if len(matches) < 2 or len(matches) < 0.7 * len(texts):
        return False
    has_parts = any(match[2] for match in matches)
    numbers = [int(match[1]) for match in matches]
    steps = sum(b - a == 1 or (has_parts and a == b) for a, b in pairwise(numbers))
    return steps >= 0.8 * (len(numbers) - 1)


def _is_grouping(texts: Sequence[str]) -> bool:
    """Whether the column numbers families: 1 1 1 2 2 3, never by more than one."""
    if len(texts) < 3 or not all(t.isdecimal() and len(t) < 5 for t in texts):
        return False
    numbers = [int(text) for text in texts]
    steps = [b - a for a, b in pairwise(numbers)]
    sizes = Counter(numbers)
    return (
        all(step in {0, 1} for step in steps)
        and any(step == 0 for step in steps)
        and numbers[0] <= 1
        and len(sizes) >= _FEWEST_GROUPS
        and max(sizes.values()) <= _LARGEST_GROUP
    )


def _kinds(
    cell: CellValue, text: str, areas: AreaNames, countries: CountryNames
) -> tuple[str, ...]:
    if isinstance(cell, date):
        return ("date", "true_date")
    if any(map(str.isdecimal, text)):
        found = _kinds_of_number(text)
        return (*found, *_kinds_beside_numbers(text, is_date="date" in found))
    name = read_name_cell(text)
    if name.relation is not None and looks_like_name(name.own):
        return tuple(_kinds_of_name(name.own))
    found = [*_kinds_of_word(text, countries), *_kinds_of_place(text, areas)]
    if "sex" not in found and looks_like_name(text):
        found += _kinds_of_name(text)
    return tuple(found)


def _kinds_of_word(text: str, countries: CountryNames) -> list[str]:
    tests = {
        "sex": read_sex(text),
        "relation": read_relation(text),
        "country": countries.read(text),
        "lost": DOCUMENT_STATES.is_whole(text),
        "document_kind": DOCUMENT_KINDS.is_whole(text) and not DOCUMENT_STATES.is_whole(text),
        "email": "@" in text and _EMAIL.fullmatch(text),
        "result": key(text) in RESULTS,
        "month": key(text) in MONTHS,
        "relation_letter": letter_relation(text),
        "series": _SERIES.fullmatch(text),
    }
    return [kind for kind, found in tests.items() if found]


def _kinds_of_place(text: str, areas: AreaNames) -> list[str]:
    reading = areas.read(text) if len(text) < _LONGEST_PLACE else None
    if reading is None or not (reading.region or reading.district):
        return []
    if reading.guessed:
        return ["area_guess"]
    if reading.rest:
        return ["address"]
    return ["area", "district" if reading.district else "region"]


def _kinds_of_number(text: str) -> list[str]:
    found = []
    if _DATE.search(text) or any(key(word) in MONTHS for word in _WORD.findall(text)):
        found.append("date" if len(text) <= _LONGEST_DATE else "long_date")
    elif _YEAR_ONLY.fullmatch(text):
        found += ["date", "year"]
    plain = text.replace(" ", "")
    if not plain.isdecimal() or len(plain) > _MOST_DIGITS:
        return found
    tests = {
        "integer": True,
        "age": int(plain) <= OLDEST_AGE,
        "serial": len(plain) == _SERIAL_DIGITS and int(plain) >= _FIRST_SERIAL,
        "date": "date" not in found and _COMPACT.fullmatch(plain),
        "personal": len(plain) in _PERSONAL_DIGITS,
    }
    return found + [kind for kind, fits in tests.items() if fits]


def _kinds_beside_numbers(text: str, *, is_date: bool) -> list[str]:
    """Documents, telephones and names that stand beside digits."""
    digits = sum(map(str.isdecimal, text))
    found = ["email"] if "@" in text else []
    beside = _DATE.sub(" ", text).strip(" ,;") if is_date else text
    if is_birth_certificate(beside):
        found.append("certificate")
    elif _PASSPORT.match(beside):
        found.append("passport")
    if not is_date:
        is_dialled = text[0] in "+8(0" or digits >= _DIALLED_DIGITS
        if _PHONE.match(text) and digits >= _FEWEST_DIALLED and is_dialled:
            found.append("phone")
    cell = read_name_cell(text)
    if len(cell.own.split()) > 1 and looks_like_name(cell.own):
        found += _kinds_of_name(cell.own)
    return found


def _kinds_of_name(text: str) -> list[str]:
    cell = read_name_cell(text)
    words = [word.strip(".,()") for word in cell.own.split()]
    words = [word for word in words if word]
    if not words:
        return []
    found = ["name", "name_many" if len(words) > 1 else "name_single"]
    if script_of(cell.own) == "Latn":
        found.append("latin")
    if len(words) > 1 and patronymic_sex(words[-1]):
        found.append("with_patronymic")
    if len(words) == 1 and patronymic_sex(words[0]):
        found.append("patronymic")
    if any(surname_weight(word) >= _SURNAME and not is_known(word) for word in words):
        found.append("surname")
    if any(is_known(word) for word in words):
        found.append("given")
    return found
