"""Find records that may mean one person, and say why.

`block_keys` narrows a million records to some hundreds that share a key; `compare` weighs one
pair. The weight of each piece of evidence is a log-odds that stands in one table, so that
every verdict can be read as a sum. Two rules stand above the sum:

* other given names are other people (twins share surname, father, birth date, address and
  neighbouring documents), unless the document is the same: then an officer must see it;
* *same*, which joins without an officer, needs one document number, agreeing names and no
  contradiction in birth date, father's name or sex.
"""

import math
from dataclasses import dataclass
from itertools import product
from typing import Literal, NamedTuple

from desktop.domain.match_profiles import MatchRecord, Profile, phone_key, profile
from desktop.domain.names.agreement import Agreement, Words, agreement
from desktop.domain.names.folding import skeleton
from desktop.domain.names.given_names import is_known
from desktop.domain.names.similarity import is_one_slip
from desktop.domain.partial_dates import PartialDate

__all__ = ["Level", "MatchRecord", "Reason", "Verdict", "block_keys", "compare"]

Level = Literal["same", "maybe", "different"]
Reason = tuple[str, dict[str, str]]

_BASE = -8.0
_REVIEW = 0.5
_WEIGHTS = {
    "same_document": 9.0, "document_slip": 3.5, "document_neighbour": 0.0, "other_document": -0.5,
    "family_same": 3.0, "family_typed": 2.5, "family_near": 1.5, "family_similar": 0.8,
    "family_different": -3.0,
    "given_same": 3.5, "given_typed": 3.0, "given_near": 1.5, "given_similar": 0.8,
    "given_different": -6.0,
    "given_swapped": -0.5,
    "father_same": 1.7, "father_typed": 1.5, "father_near": 1.0, "father_similar": 0.3,
    "father_different": -3.0,
    "birth_same": 5.5, "day_month_exchanged": 3.8, "birth_slip": 2.5, "birth_overlaps": 2.7,
    "birth_year_same": -0.6, "birth_different": -4.0,
    "sex_different": -4.0,
    "same_phone": 1.4,
}  # fmt: skip
"""Evidence -> log-odds that it adds to `_BASE`. Fitted by logistic regression on made-up
families whose duplicates differ as real lists do (other transliteration or keyboard, order,
ending, slips, partial dates), then rounded towards caution, since real names repeat more."""

_DOCUMENT_TAIL = 7
_WIDEST_YEARS = 5


@dataclass(frozen=True)
class Verdict:
    """`level`, the probability `score` (0.0 to 1.0) and the reasons, strongest first.

    A reason is a code of `desktop.messages.matching` and the values that its sentence names.
    """

    level: Level
    score: float
    reasons: tuple[Reason, ...]


def block_keys(record: MatchRecord) -> frozenset[str]:
    """Keys of which two records of one person nearly always share one.

    d: last seven characters of a document; n: consonants of both names, sorted; b: birth
    date with day and month sorted and the first consonant of a name; y: birth year and the
    consonants of a name.
    """
    known = profile(record)
    families = {skeleton("".join(words)) for words in known.family}
    givens = {skeleton("".join(words)) for words in known.given_stems}
    names = (families | givens) - {""}
    keys = {f"d:{number[-_DOCUMENT_TAIL:]}" for number in known.documents}
    keys.update("n:" + "-".join(sorted(pair)) for pair in product(families, givens))
    if record.birth is not None:
        first, last = record.birth.earliest, record.birth.latest
        if record.birth.is_exact:
            low, high = sorted((first.month, first.day))
            keys.update(f"b:{first.year}{low:02}{high:02}{name[0]}" for name in names)
        if last.year - first.year < _WIDEST_YEARS:
            years = range(first.year, last.year + 1)
            keys.update(f"y:{year}{name}" for year, name in product(years, names))
    return frozenset(keys)


def compare(a: MatchRecord, b: MatchRecord) -> Verdict:
    """Weigh whether `a` and `b` are one person. Symmetric but for the order inside reasons."""
    one, other = profile(a), profile(b)
    names = _compare_names(one, other)
    father = agreement(one.father, other.father)
    is_other_sex = _is_other_sex(one, other)
    document = _document_evidence(one.documents, other.documents)
    birth = _birth_evidence(a.birth, b.birth)
    evidence = [
        *document,
        *_name_evidence(a, b, names, is_other_script=one.script != other.script),
        *birth,
        *([] if father is None else [_evidence(f"father_{father.name.lower()}")]),
        *([_evidence("sex_different")] if is_other_sex else []),
        *_phone_evidence(a, one.phones & other.phones),
    ]
    score = 1 / (1 + math.exp(-_BASE - sum(item.weight for item in evidence)))
    is_same_document = bool(one.documents & other.documents)
    agrees = (
        names.worst >= Agreement.TYPED
        and not is_other_sex
        and father is not Agreement.DIFFERENT
        and (not birth or birth[0].feature in {"birth_same", "birth_overlaps"})
    )
    level: Level
    if is_same_document:
        level = "same" if agrees else "maybe"
    elif names.given is Agreement.DIFFERENT or score < _REVIEW:
        level = "different"
    else:
        level = "maybe"
    evidence.sort(key=lambda item: -abs(item.weight))
    return Verdict(level, score, tuple((f"match.{item.code}", item.params) for item in evidence))


class _Evidence(NamedTuple):
    feature: str
    code: str
    weight: float
    params: dict[str, str]


class _Names(NamedTuple):
    family: Agreement | None
    given: Agreement | None
    is_swapped: bool = False

    @property
    def worst(self) -> Agreement:
        return min(self.family or Agreement.DIFFERENT, self.given or Agreement.DIFFERENT)


def _evidence(feature: str, **params: str) -> _Evidence:
    return _Evidence(feature, feature, _WEIGHTS[feature], params)


def _compare_names(one: Profile, other: Profile) -> _Names:
    straight = _Names(agreement(one.family, other.family), _compare_given(one, other))
    if straight.worst >= Agreement.TYPED:
        return straight
    crossed = (
        agreement(one.family, other.given_stems) or Agreement.DIFFERENT,
        agreement(one.given_stems, other.family) or Agreement.DIFFERENT,
    )
    if min(crossed) <= straight.worst:
        return straight
    return _Names(min(crossed), max(crossed), is_swapped=True)


def _compare_given(one: Profile, other: Profile) -> Agreement | None:
    """Likeness of given names, where Азиз and Азим, Фирӯз and Фирӯза are not taken for slips."""
    level = agreement(one.given, other.given)
    are_two_names = (
        level is Agreement.SIMILAR and _is_all_known(one.given) and _is_all_known(other.given)
    ) or (level is Agreement.NEAR and _is_other_sex(one, other))
    return Agreement.DIFFERENT if are_two_names else level


def _is_other_sex(one: Profile, other: Profile) -> bool:
    return bool(one.sex and other.sex and one.sex != other.sex)


def _is_all_known(names: frozenset[Words]) -> bool:
    return any(all(map(is_known, words)) for words in names)


def _name_evidence(
    a: MatchRecord, b: MatchRecord, names: _Names, *, is_other_script: bool
) -> list[_Evidence]:
    """One piece of evidence where both names agree, else one for each name that is known."""
    family, given = names.family, names.given
    parts = []
    if family is not None:
        written = {"one": a.written_family, "other": b.written_family}
        parts.append(_evidence(f"family_{family.name.lower()}", **written))
    if given is not None:
        written = {"one": a.written_given, "other": b.written_given}
        parts.append(_evidence(f"given_{given.name.lower()}", **written))
    swapped = _WEIGHTS["given_swapped"] if names.is_swapped else 0.0
    if names.is_swapped:
        code = "given_swapped"
    elif names.worst < Agreement.TYPED:
        return parts
    elif is_other_script:
        code = "names_other_script"
    else:
        code = "names_same" if names.worst is Agreement.SAME else "names_typed"
    return [_Evidence(code, code, swapped + sum(part.weight for part in parts), {})]


def _document_evidence(one: frozenset[str], other: frozenset[str]) -> list[_Evidence]:
    if not one or not other:
        return []
    for number in sorted(one & other)[:1]:
        return [_evidence("same_document", number=number)]
    for mine, theirs in product(sorted(one), sorted(other)):
        if is_one_slip(mine, theirs):
            return [_evidence(_slip_kind(mine, theirs), one=mine, other=theirs)]
    return [_evidence("other_document")]


def _phone_evidence(a: MatchRecord, shared: frozenset[str]) -> list[_Evidence]:
    written = (phone for phone in a.phones if phone_key(phone) in shared)
    return [_evidence("same_phone", number=phone) for phone in written][:1]


def _slip_kind(one: str, other: str) -> str:
    """Members of a family get their papers one after the other, which is no slip of typing."""
    is_neighbour = one[:-1] == other[:-1] and len(one) == len(other)
    return "document_neighbour" if is_neighbour else "document_slip"


def _birth_evidence(one: PartialDate | None, other: PartialDate | None) -> list[_Evidence]:
    if one is None or other is None:
        return []
    if one.is_exact and one == other:
        return [_evidence("birth_same", date=one.iso)]
    if one.day_month_swapped(other):
        return [_evidence("day_month_exchanged")]
    return [_evidence(_unequal_births(one, other), one=one.iso, other=other.iso)]


def _unequal_births(one: PartialDate, other: PartialDate) -> str:
    if one.compatible(other) or _is_substitute(one, other) or _is_substitute(other, one):
        return "birth_overlaps"
    if one.is_exact and other.is_exact and is_one_slip(one.iso, other.iso):
        return "birth_slip"
    same_year = one.earliest.year == other.earliest.year
    return "birth_year_same" if same_year else "birth_different"


def _is_substitute(one: PartialDate, other: PartialDate) -> bool:
    """Whether `one` is the 1 January that stands in many papers for a year alone."""
    first = one.earliest
    same_year = first.year == other.earliest.year == other.latest.year
    return one.is_exact and (first.month, first.day) == (1, 1) and same_year
