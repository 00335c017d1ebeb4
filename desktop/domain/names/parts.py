"""Split a name that was written in one field, and read the sex from its parts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.names.folding import fold, stem
from desktop.domain.names.given_names import given_name_sex, is_known
from desktop.domain.names.kinship import (
    is_kyrgyz_word,
    kin_word_sex,
    may_be_tajik_patronymic,
    patronymic_sex,
    surname_weight,
)
from desktop.domain.names.scripts import script_of, tidy

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]?\.?|[^\W\d_]")
_INITIAL = re.compile(r"[^\W\d_]\.?")
_EDGES = " ,;:"

_SURE = 5
_KNOWN_FAMILY = 3
_MAN, _WOMAN = -2, -4
_DECIDED = 2


@dataclass(frozen=True)
class NameParts:
    """The three parts of a formal name, each as it was written; '' where there is none."""

    family_name: str
    given_names: str = ""
    patronymic: str = ""


@dataclass(frozen=True)
class SplitName:
    """A split name with what is not certain about it.

    `order` is 'family_first', 'given_first', or 'single' where only one name besides a
    patronymic was given. `former` is an earlier surname that stood in brackets. `doubts`:

    * name_order: family and given name may be exchanged;
    * father_name: the last given name may be the father's name;
    * many_words: more words than the parts of a name explain;
    * no_family_name, no_given_name, single_name: a part is missing;
    * initials: given names are shortened;
    * brackets: brackets held something that is no surname; it was left out.
    """

    parts: NameParts
    order: str
    doubts: tuple[str, ...] = ()
    former: str = ""


@dataclass(frozen=True)
class _Unit:
    """One word, or a father's name with the word for son or daughter after it."""

    text: str
    is_patronymic: bool = False


def split_full_name(text: str, *, family_names: frozenset[str] = frozenset()) -> SplitName:
    """Split `text` into family name, given names and patronymic.

    `family_names` are folded stems of family names seen in the same list; they decide the
    order where endings do not. Letters keep their case. An empty text gives empty parts.
    """
    text, former, doubts = _take_brackets(tidy(text))
    family, comma, rest = (piece.strip(_EDGES) for piece in text.partition(","))
    if comma == "" and family and rest:
        given, patronymic = _given_and_patronymic(_units(rest))
        return SplitName(NameParts(family, given, patronymic), "family_first", doubts, former)
    units = _units(text.strip(_EDGES))
    initials = [unit.text for unit in units if _INITIAL.fullmatch(unit.text)]
    words = [unit for unit in units if not _INITIAL.fullmatch(unit.text)]
    if initials and words:
        split = _with_initials(units, words, initials, family_names)
    else:
        split = _split_units(units, family_names)
    return SplitName(split.parts, split.order, split.doubts + doubts, former)


def infer_sex(family: str, given: str, patronymic: str) -> tuple[str | None, str]:
    """Sex 'F' or 'M' and what told it: 'patronymic', 'surname' or 'given'; (None, '') if nothing.

    Tajik -ӣ and -зода say nothing; in Latin script a surname tells only a woman (-ova, -eva),
    because abroad women may bear the man's form.
    """
    for text, basis in ((patronymic, "patronymic"), (family, "surname")):
        for word in text.split():
            sex = kin_word_sex(word) or (patronymic_sex(word) if basis == "patronymic" else "")
            if sex:
                return sex, basis
    if sex := _surname_sex(family):
        return sex, "surname"
    for word in given.replace("-", " ").split():
        if sex := given_name_sex(word):
            return sex, "given"
    return None, ""


def _surname_sex(family: str) -> str:
    words = family.split()
    if not words or is_known(words[-1]):
        return ""
    word, is_latin = words[-1].lower(), script_of(words[-1]) == "Latn"
    if fold(word).endswith(("ova", "eva")) or word.endswith("ая"):
        return "F"
    if is_latin or script_of(word) != "Cyrl":
        return ""
    if word.endswith("ина") and not word.endswith("дина"):
        return "F"
    return "M" if word.endswith(("ов", "ев", "ёв", "ский", "цкий")) else ""


def _take_brackets(text: str) -> tuple[str, str, tuple[str, ...]]:
    former, doubts = "", tuple[str, ...]()
    for match in _BRACKETS.finditer(text):
        inner = match[1].strip(_EDGES)
        if inner and " " not in inner and surname_weight(inner) >= _SURE:
            former = inner
        elif inner:
            doubts = ("brackets",)
    return tidy(_BRACKETS.sub(" ", text)), former, doubts


def _units(text: str) -> list[_Unit]:
    units: list[_Unit] = []
    for word in text.split():
        if units and kin_word_sex(word):
            units.append(_Unit(f"{units.pop().text} {word}", is_patronymic=True))
        elif "." in word and _INITIALS.fullmatch(word):
            units.extend(_Unit(initial) for initial in _INITIAL.findall(word))
        elif cleaned := word.strip(_EDGES + "."):
            units.append(_Unit(cleaned, is_patronymic=bool(patronymic_sex(cleaned))))
    return units


def _given_and_patronymic(units: Sequence[_Unit]) -> tuple[str, str]:
    if len(units) > 1 and (units[-1].is_patronymic or may_be_tajik_patronymic(units[-1].text)):
        return _joined(units[:-1]), units[-1].text
    return _joined(units), ""


def _with_initials(
    units: Sequence[_Unit],
    words: Sequence[_Unit],
    initials: Sequence[str],
    family_names: frozenset[str],
) -> SplitName:
    if len(words) > 1:
        split = _split_units(words, family_names)
        patronymic = split.parts.patronymic or " ".join(initials)
        parts = NameParts(split.parts.family_name, split.parts.given_names, patronymic)
        return SplitName(parts, split.order, (*split.doubts, "initials"))
    order = "family_first" if units[0] is words[0] else "given_first"
    parts = NameParts(words[0].text, initials[0], " ".join(initials[1:]))
    return SplitName(parts, order, ("initials",))


def _split_units(units: Sequence[_Unit], family_names: frozenset[str]) -> SplitName:
    place = max((i for i, unit in enumerate(units) if unit.is_patronymic), default=-1)
    if place < 0 or len(units) == 1:
        return _split_unmarked(units, family_names)
    patronymic = units[place].text
    core = [unit.text for i, unit in enumerate(units) if i != place]
    if len(core) == 1:
        return _split_one_name(core[0], patronymic, patronymic_first=place == 0)
    scores = [_score(word, family_names) for word in core]
    if 0 < place < len(units) - 1:
        given_first = scores[0] - scores[-1] < _SURE
    else:
        given_first = scores[-1] - scores[0] >= _SURE
    family, given = _arranged(core, given_first=given_first)
    return SplitName(NameParts(family, given, patronymic), _order(given_first=given_first))


def _split_one_name(name: str, patronymic: str, *, patronymic_first: bool) -> SplitName:
    if surname_weight(name) >= _SURE and not is_known(name):
        return SplitName(NameParts(name, "", patronymic), "single", ("no_given_name",))
    if is_kyrgyz_word(patronymic.rsplit(maxsplit=1)[-1]):
        order = "family_first" if patronymic_first else "given_first"
        return SplitName(NameParts(patronymic, name), order)
    return SplitName(NameParts("", name, patronymic), "single", ("no_family_name",))


def _split_unmarked(units: Sequence[_Unit], family_names: frozenset[str]) -> SplitName:
    words = [unit.text for unit in units]
    if len(words) < 2:
        doubts = ("single_name",) if words else ()
        return SplitName(NameParts("".join(words)), "single", doubts)
    scores = [_score(word, family_names) for word in words]
    last = words[-1]
    if len(words) > 2 and may_be_tajik_patronymic(last) and not is_known(last):
        return _split_tajik(words, scores)
    return _split_without_patronymic(words, scores)


def _split_tajik(words: Sequence[str], scores: Sequence[int]) -> SplitName:
    """Split where the last word has -ӣ or -зода: a patronymic if another word is the surname."""
    *core, last = words
    first, second = scores[0], scores[-2]
    if max(first, second) <= 0 and not first > second == _WOMAN:
        return SplitName(NameParts(last, " ".join(core)), "given_first", ("name_order",))
    given_first = second > first
    family, given = _arranged(core, given_first=given_first)
    return SplitName(NameParts(family, given, last), _order(given_first=given_first))


def _split_without_patronymic(words: Sequence[str], scores: Sequence[int]) -> SplitName:
    doubts = []
    best = max(range(len(words)), key=lambda i: (scores[i], -i))
    if 0 < best < len(words) - 1 and scores[best] >= _SURE:
        given = " ".join(word for i, word in enumerate(words) if i != best)
        return SplitName(NameParts(words[best], given), "given_first", ("name_order",))
    lead = scores[0] - scores[-1]
    given_first = lead <= -_DECIDED
    has_evidence = max(scores[0], scores[-1]) > 0 and abs(lead) >= _DECIDED
    if not has_evidence and not (lead >= _DECIDED and scores[-1] == _WOMAN):
        doubts.append("name_order")
    if len(words) > 3:
        doubts.append("many_words")
    elif len(words) == 3 and not given_first:
        doubts.append("father_name")
    family, given = _arranged(words, given_first=given_first)
    return SplitName(NameParts(family, given), _order(given_first=given_first), tuple(doubts))


def _score(word: str, family_names: frozenset[str]) -> int:
    """How much `word` looks like a family name; negative: like a given name."""
    known = _KNOWN_FAMILY if stem(fold(word)) in family_names else 0
    if is_known(word):
        return known + (_WOMAN if given_name_sex(word) == "F" else _MAN)
    return known + surname_weight(word)


def _order(*, given_first: bool) -> str:
    return "given_first" if given_first else "family_first"


def _arranged(words: Sequence[str], *, given_first: bool) -> tuple[str, str]:
    if given_first:
        return words[-1], " ".join(words[:-1])
    return words[0], " ".join(words[1:])


def _joined(units: Sequence[_Unit]) -> str:
    return " ".join(unit.text for unit in units)
