"""Words and endings that say whose child somebody is, or which family they belong to.

Source: the habits of naming in Tajikistan, Uzbekistan, Kazakhstan and Kyrgyzstan, including
the Soviet pattern and what replaced it.
"""

import re
from functools import lru_cache

from desktop.domain.names.folding import fold

_SON_WORDS = frozenset({"ugli", "ogli", "oglu", "uglu", "uli", "ulu"})
_DAUGHTER_WORDS = frozenset({"kizi", "gizi"})
_KYRGYZ_WORDS = frozenset({"uulu", "уулу", "kyzy", "кызы"})

_SON = re.compile(r"[oe]vich$|..(?:ugli|ogli|oglu)$")
_DAUGHTER = re.compile(r"[oe]vna$|ichna$|...kizi$")
# These lose their mark in folding: -улы is Kazakh, -ули may be the Tajik surname Расулӣ.
_SON_AS_WRITTEN = re.compile(r"\w{3}(?:[уұ]лы|[uū]l[yı]|ич)$")

_SURNAME = re.compile(
    r"..(?:[oe]va?|ski|skaia|skoi|enko|shvili|ian)$|...(?:zoda|zod|zada|zade|duht)$"
)
_PERHAPS_SURNAME = re.compile(r"...(?:ion|nio|pur|ina?|[^aeiou]i)$")
_NO_SURNAME = re.compile(r"[iu]dina?$")
_TAJIK_CHILD = re.compile(r"...(?:ӣ|и|i|ī|iy|ий|зода|зод|zoda|zod)$")


@lru_cache(maxsize=65_536)
def kin_word_sex(word: str) -> str:
    """'M' for oʻgʻli, оглы, ұлы, уулу in any spelling, 'F' for qizi, қызы, кызы, else ''."""
    key = fold(word)
    if key in _SON_WORDS:
        return "M"
    return "F" if key in _DAUGHTER_WORDS else ""


def is_kyrgyz_word(word: str) -> bool:
    """Whether `word` is уулу or кызы, which in Kyrgyz papers can replace the surname."""
    return word.lower() in _KYRGYZ_WORDS


@lru_cache(maxsize=65_536)
def patronymic_sex(word: str) -> str:
    """'M' or 'F' if one `word` has an ending that only patronymics have, else ''."""
    key = fold(word)
    if _SON.search(key) or _SON_AS_WRITTEN.search(word.lower()):
        return "M"
    return "F" if _DAUGHTER.search(key) else ""


def may_be_tajik_patronymic(word: str) -> bool:
    """Whether `word` has the ending -ӣ or -зода, which patronymics share with surnames."""
    return bool(_TAJIK_CHILD.search(word.lower()))


@lru_cache(maxsize=65_536)
def surname_weight(word: str) -> int:
    """How much the ending speaks for a surname: 5 surely, 1 perhaps, 0 not at all."""
    key = fold(word)
    if _SURNAME.search(key):
        return 5
    return int(bool(_PERHAPS_SURNAME.search(key)) and not _NO_SURNAME.search(key))
