"""What stands around a name in its cell: "жена: …", "… - старший группы", "… + 2 детей".

A list is made for readers: they write the relation before the name, and behind it what else
there is to say. Everything here takes such words off and says what they were.
"""

import re

from desktop.domain.intake.relations import Relation, exact_relation
from desktop.domain.intake.value_words import (
    ALONE,
    DOCUMENT_STATES,
    NEEDS,
    PLACEHOLDERS,
    REMARKS,
    SIGNATURES,
    VEHICLES,
)
from desktop.domain.intake.words import Phrases, key
from desktop.domain.names.given_names import is_known
from desktop.domain.names.kinship import kin_word_sex, patronymic_sex, surname_weight

_SIGNED_RELATION = re.compile(
    r"^\(?(?P<word>[^\W\d_][^\d:;–—/|,()]{0,28}?)(?:\s*[:)–—]|\s+-|-(?=\s))\s*(?P<name>[^\W\d_].*)$"
)
_DITTO_BEFORE = re.compile(
    r"^[\s\-–—/\\_.]*(?:[\"”“„«»〃″’]{1,4}|//|\|\|)[\s\-–—/\\_.\"”“„«»]*(?=[^\W\d_])"
)
_COMPANIONS = re.compile(
    r"[\s,;(]*\+\s*(?!\d[\d\s()\-]{4})[\w(].*$|"
    r"[\s,;(]*(?:(?<!\w)(?:и|с|со|ва|бо|va|with|and|et|avec|plus|плюс))\s*"
    r"(?:\d{1,2}|двое|трое|четверо|двумя|тремя|ду|се|чор|ikki|uch|two|three|deux|trois)\s*"
    r"[\-–]?\s*(?:мя\s+|я\s+)?"
    r"(?:дет|реб|чел|член|мал|кӯдак|кудак|фарзанд|нафар|бола|bola|farzand|child|kid|infant|enfant|"
    r"person|бала|адам)\w*[\s).;]*$",
    re.IGNORECASE,
)
_TAIL_SIGN = re.compile(r"\s[-–—]\s*|\s*[-–—]\s|\s*[;,]\s*|\s*/\s*")
_TAIL_OPENERS = frozenset(
    key("с со из без бо аз бе with from without avec de sans bilan va ва и and et").split()
)
_FEWEST_NAME_WORDS = 2

_SPOKEN_BEFORE: Phrases[bool] = Phrases(
    {
        True: """жена, муж, сын, дочь, супруга, супруг, мать, отец, ребенок, ребёнок, писар,
            духтар, завҷа, ҳамсар, кӯдак, модар, падар, глава семьи, wife, husband, daughter"""
    }
)
"""Relations before a name even without a sign between them: none of them is a name."""


def take_relation_before(text: str) -> tuple[str, Relation | None]:
    """Take a relation in front of a name off: "жена - Каримова Зулфия", "сын: Умед"."""
    match = _SIGNED_RELATION.match(text)
    if match is not None:
        relation = exact_relation(match["word"])
        if relation is not None and exact_relation(match["name"]) is None:
            return match["name"], relation
    words = text.split()
    for count in (2, 1):
        spoken, rest = " ".join(words[:count]), words[count:]
        relation = exact_relation(spoken) if rest else None
        if relation is None or exact_relation(" ".join(rest)) is not None:
            continue
        is_small = spoken == spoken.lower() and rest[0][:1].isupper()
        if is_small or (key(spoken) in _SPOKEN_BEFORE and any(map(is_name_word, rest))):
            return " ".join(rest), relation
    return text, None


def take_ditto_before(text: str) -> tuple[str, bool]:
    """Take the mark off that stands for the family name of the row above: «-"- Зулфия»."""
    match = _DITTO_BEFORE.match(text)
    return (text[match.end() :], True) if match else (text, False)


def take_companions(text: str) -> tuple[str, Relation | None, str]:
    """Take "с женой и 2 детьми", "+ 2 детей" off: people who are counted and not named."""
    words = text.split()
    for place in range(1, len(words)):
        tail = " ".join(words[place:]).strip(" ()")
        relation = exact_relation(tail) if tail[:1].islower() else None
        if relation is not None and relation.with_other:
            has_number = any(map(str.isdecimal, tail))
            return " ".join(words[:place]), relation, tail if has_number else ""
    match = _COMPANIONS.search(text)
    if match is None or not match.start():
        return text, None, ""
    return text[: match.start()], None, text[match.start() :].strip(" ,;()")


def take_remark_behind(text: str) -> tuple[str, Relation | None, str]:
    """Take what follows a name off: its relation, and the words themselves."""
    for match in _TAIL_SIGN.finditer(text):
        name, tail = text[: match.start()].strip(), text[match.end() :].strip()
        relation = None if any(map(is_name_word, tail.split())) else exact_relation(tail)
        if name and tail and (relation or _is_remark(name, tail, behind_sign=True)):
            return name, relation, "" if relation else tail
    words = text.split()
    for place in range(_FEWEST_NAME_WORDS, len(words)):
        tail = " ".join(words[place:])
        if not words[place][:1].islower() or kin_word_sex(words[place]):
            continue
        relation = exact_relation(tail)
        if relation or _is_remark(words[0], tail, behind_sign=False):
            return " ".join(words[:place]), relation, "" if relation else tail
    return text, None, ""


def is_name_word(word: str) -> bool:
    """Whether a word can hardly be anything but a part of a name."""
    return bool(is_known(word) or surname_weight(word) >= 5 or patronymic_sex(word))


def _is_remark(name: str, tail: str, *, behind_sign: bool) -> bool:
    """Whether a tail is no name: known words, or small letters where the name has capitals."""
    words = tail.split()
    if _is_phrase(tail) and not is_known(words[0]):
        return True
    if any(is_name_word(word) or kin_word_sex(word) for word in words):
        return False
    is_small = name[:1].isupper() and tail[:1].islower()
    return is_small and (behind_sign or key(words[0]) in _TAIL_OPENERS)


def _is_phrase(tail: str) -> bool:
    return bool(
        REMARKS.starts(tail)
        or SIGNATURES.starts(tail)
        or NEEDS.find(tail)
        or ALONE.starts(tail)
        or DOCUMENT_STATES.starts(tail)
        or VEHICLES.starts(tail)
        or PLACEHOLDERS.is_whole(tail)
    )
