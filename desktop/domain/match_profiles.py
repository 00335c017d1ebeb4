"""What is known of a person for comparison, folded once and used for many pairs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from desktop.domain.documents import document_key
from desktop.domain.names.agreement import Words
from desktop.domain.names.folding import stem, tokens
from desktop.domain.names.kinship import kin_word_sex, patronymic_sex
from desktop.domain.names.parts import infer_sex
from desktop.domain.names.respelling import foreign_readings
from desktop.domain.names.scripts import script_of
from desktop.domain.partial_dates import PartialDate

_SHORTEST_DOCUMENT = 5
_PHONE_TAIL = 9
_NOT_DIGIT = re.compile(r"\D")
_PASSPORT_LETTER = re.compile(r"^P(?:NO)?(?=\d+$)")


@dataclass(frozen=True)
class MatchRecord:
    """What is compared of one person; '' or None where nothing is known.

    `documents` are numbers of papers that only this person can hold, as written; `phones` are
    numbers in any form.
    """

    id: str
    family_name: str = ""
    given_names: str = ""
    patronymic: str = ""
    latin_family_name: str = ""
    latin_given_names: str = ""
    birth: PartialDate | None = None
    sex: str | None = None
    documents: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()

    @property
    def written_family(self) -> str:
        """Family name as given, else as in the passport."""
        return self.family_name or self.latin_family_name

    @property
    def written_given(self) -> str:
        """Given names as given, else as in the passport."""
        return self.given_names or self.latin_given_names


@dataclass(frozen=True)
class Profile:
    """A record in comparable form: every reading of its names, keys of its numbers.

    Endings of given names stay (Шаҳзода is no Шаҳ); `given_stems` is for the case that they
    are family names in the wrong field.
    """

    family: frozenset[Words]
    given: frozenset[Words]
    given_stems: frozenset[Words]
    father: frozenset[Words]
    script: str
    sex: str | None
    documents: frozenset[str]
    phones: frozenset[str]


@lru_cache(maxsize=8_192)
def profile(record: MatchRecord) -> Profile:
    """Fold `record`; a sex that was not recorded is read from the names."""
    split = [_split_given(given) for given in (record.given_names, record.latin_given_names)]
    fathers = [record.patronymic] if record.patronymic else [father for _, father in split]
    sex = record.sex if record.sex in {"F", "M"} else _inferred_sex(record)
    keys = (_PASSPORT_LETTER.sub("", document_key(number)) for number in record.documents)
    return Profile(
        family=_forms((record.family_name, record.latin_family_name)),
        given=_forms((given for given, _ in split), stemmed=False),
        given_stems=_forms(given for given, _ in split),
        father=_forms(fathers),
        script=script_of(record.written_family + record.written_given),
        sex=sex,
        documents=frozenset(key for key in keys if len(key) >= _SHORTEST_DOCUMENT),
        phones=frozenset(map(phone_key, record.phones)) - {""},
    )


def phone_key(phone: str) -> str:
    """Last nine digits of a number, which are the same with and without a country code, or ''."""
    digits = _NOT_DIGIT.sub("", phone)
    return digits[-_PHONE_TAIL:] if len(digits) >= _PHONE_TAIL else ""


def _inferred_sex(record: MatchRecord) -> str | None:
    return infer_sex(record.written_family, record.written_given, record.patronymic)[0]


@lru_cache(maxsize=16_384)
def _split_given(text: str) -> tuple[str, str]:
    """Given names, and the patronymic that strayed into their field."""
    words = text.split()
    given = [word for word in words if not patronymic_sex(word)] or words[:1]
    return " ".join(given), " ".join(word for word in words if word not in given)


def _forms(names: Iterable[str], *, stemmed: bool = True) -> frozenset[Words]:
    return frozenset[Words]().union(*(_readings(name, stemmed=stemmed) for name in names))


@lru_cache(maxsize=16_384)
def _readings(name: str, *, stemmed: bool) -> frozenset[Words]:
    readings = map(_folded, (name, *foreign_readings(name)))
    return frozenset(tuple(map(stem, words)) if stemmed else words for words in readings) - {()}


def _folded(name: str) -> Words:
    """Folded words without those for son and daughter."""
    return tuple(token for word in name.split() if not kin_word_sex(word) for token in tokens(word))
