"""Read a cell with a name: what else stands in it, and the name in each script."""

import re
from dataclasses import dataclass
from functools import lru_cache

from desktop.domain.intake.relations import Relation, read_relation, relation_in_parentheses
from desktop.domain.intake.value_words import NEEDS
from desktop.domain.names.casing import personal_case
from desktop.domain.names.parts import SplitName, split_full_name
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


@dataclass(frozen=True)
class NameCell:
    """A name as given, its own-script and Latin part, and what was found beside it.

    `rest` is the text from the first number on: a birth date, a document, a telephone; `remark`
    what stood in brackets and is no name.
    """

    own: str = ""
    latin: str = ""
    relation: Relation | None = None
    rest: str = ""
    remark: str = ""


@lru_cache(maxsize=65_536)
def read_name_cell(text: str) -> NameCell:
    """Take a cell apart; `own` holds the Latin name where there is no other."""
    text = text.rstrip("* ")
    text = _HONORIFIC.sub("", _LEADING_NUMBER.sub("", tidy(text.replace("\n", " / "))))
    name, rest = text, ""
    match = _FIRST_DIGIT.search(text)
    if match:
        name, rest = text[: match.start()], text[match.start() :].strip(" ,;:(")
        name = _BIRTH_WORDS.sub("", name) or name
    relation = relation_in_parentheses(name)
    if relation is not None:
        name = re.sub(r"\([^)]+\)\s*$|[-–—,]\s*[^-–—,]+?\s*$", "", name)
    name, remark = _without_remark(name)
    own, latin = _by_script(name)
    return NameCell(own or latin, latin if own else "", relation, rest, remark)


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
    return split_full_name(personal_case(text), family_names=family_names)


def split_given(given: str, family: str) -> tuple[str, str]:
    """Given names and patronymic in a column that may hold both."""
    if len(given.split()) < 2:
        return given, ""
    split = split_full_name(f"{family or 'X'}, {given}")
    return split.parts.given_names, split.parts.patronymic


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
        and read_relation(text) is None
    )
