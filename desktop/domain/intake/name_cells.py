"""Read a cell with a name: what else stands in it, and the name in each script."""

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop.domain.intake.name_remarks import (
    is_name_word,
    take_companions,
    take_ditto_before,
    take_relation_before,
    take_remark_behind,
)
from desktop.domain.intake.relations import (
    Relation,
    read_relation,
    relation_in_parentheses,
)
from desktop.domain.intake.value_words import NEEDS
from desktop.domain.names.casing import personal_case
from desktop.domain.names.given_names import given_name_sex, is_known
from desktop.domain.names.kinship import kin_word_sex
from desktop.domain.names.parts import NameParts, SplitName, split_full_name
from desktop.domain.names.scripts import repair_homoglyphs, script_of, tidy

_LEADING_NUMBER = re.compile(r"^\s*(?:№\s*)?\d{1,4}\s*[.)\-–:]?\s+|^\s*\d{1,4}\s*[.)]\s*")
_FIRST_DIGIT = re.compile(r"[,;:(\s]*(?:№\s*)?[+]?\d")
_BIRTH_WORDS = re.compile(
    r"(?:[\s,;(]+(?:д\.?\s?р\.?|дата рожд\w*|род\.?|г\.?\s?р\.?|р\.|рожд\w*\.?|born|b\.|"
    r"d\.?o\.?b\.?|né\(?e?\)? le|паспорт\w*|пасп\.?|pasport\w*|passport\w*|passeport|шиноснома\w*|"
    r"тел\w*\.?|tel\w*\.?))?[\s:.,;(]*$",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"[/|\\\n\r]+|\s[-–—]\s")
_BREAK_MARKS = re.compile(r"[/|]")
_EDGES = " ,;:-–—"
_BRACKETED = re.compile(r"\(([^)]*)\)")
_HONORIFIC = re.compile(
    r"^(?:гр-?н\w*|гр-?ка|гр|mr|mrs|ms|miss|mme|mlle|г-н|г-жа|граждан\w*|шаҳрванд\w*)\.?\s+(?=\w)",
    re.IGNORECASE,
)
_FEWEST_LETTERS = 2
_DOT_BETWEEN = re.compile(r"(?<=[^\W\d_]{2})\.(?=[^\W\d_]{2})")
_SPACED_WORD = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
_CHILD_SURNAME = re.compile(r"\w{3}(?:[уұ]лы|[қкгғ]ызы|uly|[qk][yi]zy)$", re.IGNORECASE)
_REFORMED_SURNAME = re.compile(r"\w{3}(?:зода|зод|zoda|zod|ӣ)$", re.IGNORECASE)
_PARTICLES = frozenset(
    ("ибн", "ал", "аль", "ул", "бин", "al", "ul", "ibn", "bin", "de", "la", "van", "von", "der")
)
_MARKUP = re.compile(r"^\s*[=@]|<[^<>]*>|https?:|www\.|[{}$%^]|\);")


@dataclass(frozen=True)
class NameCell:
    """A name as given, its own-script and Latin part, and what was found beside it.

    `rest` is the text from the first number on: a birth date, a document, a telephone; `remark`
    what stood in brackets and is no name; `companions` who is counted without a name ("+ 2
    детей"). `is_ditto` is set where a mark stands for the family name of the row above,
    `is_odd` where the text is no name and was kept as it stands.
    """

    own: str = ""
    latin: str = ""
    relation: Relation | None = None
    rest: str = ""
    remark: str = ""
    companions: str = ""
    is_ditto: bool = False
    is_odd: bool = False


@lru_cache(maxsize=65_536)
def read_name_cell(text: str) -> NameCell:
    """Take a cell apart; `own` holds the Latin name where there is no other."""
    if _MARKUP.search(text):
        return NameCell(own=tidy(text), is_odd=True)
    text = tidy(text.rstrip("* ").replace("\n", " / ").replace("_", " "))
    text = _HONORIFIC.sub("", _LEADING_NUMBER.sub("", text))
    text = _DOT_BETWEEN.sub(" ", text)
    text = _SPACED_WORD.sub(lambda match: match[0].replace(" ", ""), text)
    text, is_ditto = take_ditto_before(text)
    text, relation = take_relation_before(text)
    name, with_others, companions = take_companions(text)
    rest = ""
    match = _FIRST_DIGIT.search(name)
    if match:
        name, rest = name[: match.start()], name[match.start() :].strip(" ,;:(")
        name = _BIRTH_WORDS.sub("", name) or name
    in_brackets = relation_in_parentheses(name)
    if in_brackets is not None:
        name = re.sub(r"\([^)]+\)\s*$", "", name)
    name, remark = _without_remark(name)
    name, behind, tail = take_remark_behind(name)
    own, latin = _by_script(name)
    return NameCell(
        own or latin,
        latin if own else "",
        relation or with_others or in_brackets or behind,
        rest,
        "; ".join(filter(None, (remark, tail, companions))),
        companions,
        is_ditto,
    )


def _without_remark(name: str) -> tuple[str, str]:
    """Take what stands in brackets out, unless it may be a former or a Latin name."""
    match = _BRACKETED.search(name)
    if match is None:
        return name, ""
    inner = match[1].strip()
    is_name = script_of(inner) == "Latn" or (" " not in inner and inner[:1].isupper())
    if not inner or (is_name and not NEEDS.find(inner)):
        return name, ""
    return name[: match.start()] + name[match.end() :], inner


def _by_script(name: str) -> tuple[str, str]:
    """Own-script and Latin words of a name; both only where both stand there."""
    repaired = repair_homoglyphs(name)
    script = script_of(repaired)
    if script != "mixed":
        whole = tidy(_BREAK_MARKS.sub(" ", repaired)).strip(_EDGES)
        return ("", whole) if script == "Latn" else (whole, "")
    pieces = [p for piece in _BREAKS.split(repaired) for p in _BRACKETED.split(piece)]
    pieces = [piece for p in pieces if (piece := p.strip(_EDGES + "()"))]
    if len(pieces) == 1:
        words = repaired.split()
        pieces = [
            " ".join(word for word in words if (script_of(word) == "Latn") is is_latin)
            for is_latin in (False, True)
        ]
    own = next((piece for piece in pieces if script_of(piece) not in {"Latn", ""}), "")
    latin = next((piece for piece in pieces if script_of(piece) == "Latn"), "")
    return own.strip(_EDGES), latin.strip(_EDGES)


@lru_cache(maxsize=16_384)
def split_name(text: str, family_names: frozenset[str]) -> SplitName:
    """Split a name into its parts, in personal case."""
    split = split_full_name(name_case(text), family_names=family_names)
    parts = split.parts
    is_in_front = text.lower().startswith(parts.patronymic.lower())
    if not parts.family_name and is_in_front and _CHILD_SURNAME.search(parts.patronymic):
        # Нұрланұлы Ерлан: in front of the only name it is the family name of the passport.
        return SplitName(NameParts(parts.patronymic, parts.given_names), "family_first")
    if "father_name" in split.doubts and _REFORMED_SURNAME.search(parts.family_name):
        *given, father = parts.given_names.split()
        if len(given) == 1 and (given_name_sex(father) == "M" or not is_known(father)):
            # Without endings of the Soviet time the father's bare name stands last.
            doubts = tuple(d for d in split.doubts if d not in {"father_name", "name_order"})
            parts = NameParts(parts.family_name, given[0], father)
            return SplitName(parts, split.order, doubts, split.former)
    return split


def split_given(given: str, family: str) -> tuple[str, str]:
    """Given names and patronymic in a column that may hold both."""
    if len(given.split()) < 2:
        return given, ""
    split = split_full_name(f"{family or 'X'}, {given}")
    return split.parts.given_names, split.parts.patronymic


def name_case(text: str) -> str:
    """Personal case for each word, also where one is in small letters beside others."""
    cased = personal_case(text)
    words = cased.split()
    if all(word[:1] != word[:1].lower() for word in words):
        return cased
    return " ".join(
        personal_case(word)
        if word == word.lower() and not kin_word_sex(word) and word not in _PARTICLES
        else word
        for word in words
    )


@lru_cache(maxsize=65_536)
def looks_like_name(text: str) -> bool:
    """Whether a text may be a name of a person: a few words of letters, no digits."""
    words = text.split()
    letters = sum(map(str.isalpha, text))
    return (
        1 <= len(words) <= 6
        and letters >= _FEWEST_LETTERS
        and not any(map(str.isdecimal, text))
        and letters >= 0.7 * len(text.replace(" ", ""))
        and not _is_relation(text)
    )


def _is_relation(text: str) -> bool:
    """Whether a text names a relation; Сардор (head) is a name where a surname follows."""
    if read_relation(text) is None:
        return False
    words = text.split()
    if len(words) == 1:
        return text[:1].islower() or not is_known(text)
    return not all(map(is_name_word, (words[-1], *words[:1])))
