"""Fold names of every script and spelling into keys for search and comparison.

The folded alphabet (bare Latin letters) is the meeting point of Tajik, Russian, Uzbek, Kazakh
and Kyrgyz Cyrillic and of the Latin spellings in passports: Тоҷиддин, Тоджиддин, Tojiddin and
TODZHIDDIN are all `tojidin`. Two steps make it:

1. *Latin step*: letter by letter (ж -> zh, х -> kh, ҳ -> h, ӯ -> o', й -> y, я -> ya).
2. *Squeeze*: dzh, dj, zh -> j; kh -> h; gh -> g; o' -> u; ye -> e; y -> i; other apostrophes
   dropped; doubled letters written once.

**Search at every key stroke.** Each word of a query must be the beginning of a stored word.
Squeezing is stable under cutting a word anywhere but inside a group of letters: "dz" is not
yet the "dzh" that becomes j. `query_variants` therefore offers, beside the folded beginning
itself, the reading in which its last letters are the beginning of such a group. Confusions
that are no matter of script (е typed for ё, ч for ҷ, о for ӯ) are kept apart in `fold`, so
that Точиддин is not Тоҷиддин; `search_tokens` stores them as further words, and
`query_variants` asks for them too, so that each is found by the other.

Rules from ICAO 9303-3 section 6 and the ODNI and BGN/PCGN tables for the region.
"""

import re
import unicodedata
from functools import lru_cache

from desktop.domain.names.scripts import APOSTROPHES, repair_homoglyphs, script_of

FOLD_VERSION = 1
"""Raise with every change of `fold`, `search_tokens` or `skeleton`: stored keys depend on it."""

_LETTERS = {
    **dict(zip("абвгдезийклмнопрстуф", "abvgdeziyklmnoprstuf", strict=True)),
    **{"ё": "yo", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"},
    **{"ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya"},
    **{"ғ": "g", "ӣ": "i", "қ": "k", "ӯ": "o'", "ҳ": "h", "ҷ": "j", "ў": "o'"},
    **{"ә": "a", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i", "ї": "i"},
    **{"є": "e", "ґ": "g", "ѓ": "g", "ќ": "k", "ј": "j", "ӷ": "g", "ҕ": "g", "ҝ": "g"},
    **{"q": "k", "w": "v", "x": "h"},
    **{
        "ä": "a",
        "ç": "ch",
        "č": "ch",
        "ş": "sh",
        "ș": "sh",
        "š": "sh",
        "ŝ": "shch",
        "ž": "zh",
        "ż": "zh",
    },
    **{"ğ": "g", "ı": "i", "ə": "a", "ý": "y", "ŋ": "n", "ø": "o", "đ": "d", "ł": "l", "æ": "ae"},
    **{"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ـ": ""},
    **dict.fromkeys(APOSTROPHES, "'"),
    **dict.fromkeys("-‐‑", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
}


class _LatinStep(dict[int, str]):
    """Table of the Latin step that learns each further character when it first meets it."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        base = unicodedata.normalize("NFD", letter)[0]
        if unicodedata.combining(letter):
            folded = ""
        elif base != letter:
            folded = self[ord(base)]
        else:
            folded = letter if letter.isalnum() else " "
        self[code] = folded
        return folded


_LATIN_STEP = _LatinStep({ord(letter): folded for letter, folded in _LETTERS.items()})
_DOUBLED = re.compile(r"(\D)\1+")
_MISREAD_YO = re.compile("yo(?!')")

# The last letters of a typed beginning -> what the group they may begin is squeezed to.
_OPEN_TAILS = (("dz", "j"), ("d", "j"), ("z", "j"), ("k", "h"), ("y", "e"))
# Cyrillic has letters of its own for ӯ; only who types Latin is on the way to o'.
_OPEN_LATIN_TAILS = (*_OPEN_TAILS, ("o", "u"))

# Endings of a folded word, longest first, and how many letters must stay before them.
_STEM_ENDINGS = (
    ("ichna", 3), ("ovich", 3), ("evich", 3), ("skaia", 3),
    ("zoda", 3), ("zada", 3), ("zade", 3), ("duht", 3), ("ovna", 3), ("evna", 3),
    ("ugli", 3), ("ogli", 3), ("oglu", 3), ("kizi", 3),
    ("ova", 3), ("eva", 3), ("zod", 3), ("ion", 3), ("nio", 3), ("pur", 3), ("ich", 3),
    ("ski", 3), ("uli", 5), ("ulu", 5),
    ("ov", 3), ("ev", 3),
)  # fmt: skip
_STEM_LETTERS = 3
_NO_VOWELS = str.maketrans("", "", "aeiou")


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Folded words of `text`, lower-case and separated by one blank; '' if it has no letters.

    Hyphens separate words. Idempotent.
    """
    return " ".join(tokens(text))


def tokens(text: str) -> list[str]:
    """Folded words of `text` in their order; the parts of a hyphened word count singly."""
    return [token for word in _repaired(text).split() for token in _word_tokens(word)]


def search_tokens(text: str) -> tuple[str, ...]:
    """All words to store so that `text` is found by `query_variants`, sorted.

    These are the folded words, the joined form of hyphened ones, and how each would be typed
    on a keyboard without ё, ӯ, ҷ.
    """
    found: set[str] = set()
    for word in _latin(text).split():
        parts = [part for part in word.split("-") if part]
        for form in {*parts, "".join(parts)}:
            found.update(_spellings(form))
    return tuple(sorted(found - {""}))


def query_variants(text: str) -> tuple[tuple[str, ...], ...]:
    """For each typed word the alternative beginnings to look for; see the module text.

    A person matches if, for every word, one alternative begins one of the stored words. The
    hyphens of a query are ignored, since the joined form is stored.
    """
    tails = _OPEN_LATIN_TAILS if script_of(text) == "Latn" else _OPEN_TAILS
    found = []
    for word in _latin(text).split():
        joined = word.replace("-", "")
        variants = dict.fromkeys(_spellings(joined))
        for tail, squeezed in tails:
            if joined.endswith(tail):
                variants.setdefault(_squeeze(joined.removesuffix(tail) + squeezed))
        variants.pop("", None)
        if variants:
            found.append(tuple(variants))
    return tuple(found)


@lru_cache(maxsize=65_536)
def stem(token: str) -> str:
    """What stays of a folded word without endings of surnames and patronymics.

    karimov, karimova, karimzoda, karimi and karimovich share `karim`. At least three letters
    stay, so that `ali` and `aliev` agree.
    """
    for ending, kept in _STEM_ENDINGS:
        if token.endswith(ending) and len(token) - len(ending) >= kept:
            token = token.removesuffix(ending)
            break
    else:
        if token.endswith("ina"):
            return token[:-1]
    if token.endswith("i") and len(token) > _STEM_LETTERS:
        return token[:-1]
    return token


def skeleton(token: str) -> str:
    """Consonants of a folded word, for blocking: coarse on purpose.

    ch, sh and j are one class (ҷ is typed ч, French writes ш as ch); a vowel in front
    becomes `a`.
    """
    hissing = token.replace("sh", "j").replace("ch", "j")
    first = "a" if hissing[:1] in {"a", "e", "i", "o", "u"} else ""
    return first + hissing.translate(_NO_VOWELS)


def _repaired(text: str) -> str:
    if not text.isascii():
        text = repair_homoglyphs(unicodedata.normalize("NFC", text))
    return text.lower()


def _latin(text: str) -> str:
    return _repaired(text).translate(_LATIN_STEP)


# Lists repeat their names: nine words of ten have been folded before.
@lru_cache(maxsize=32_768)
def _word_tokens(word: str) -> tuple[str, ...]:
    return tuple(_squeeze(word.translate(_LATIN_STEP).replace("-", " ")).split())


def _squeeze(latin: str) -> str:
    # The order makes the result stable: no replacement leaves a group that an earlier one takes.
    if "'" in latin:
        latin = latin.replace("o'", "u").replace("'", "")
    latin = _single(latin)
    if "h" in latin:
        latin = _single(latin.replace("kh", "h"))
        latin = latin.replace("dzh", "j").replace("zh", "j").replace("gh", "g")
    latin = latin.replace("dj", "j")
    if "y" in latin:
        latin = latin.replace("ye", "e").replace("y", "i")
    return _single(latin)


def _single(latin: str) -> str:
    # Substituting costs six times as much as looking, and most names have nothing doubled.
    return _DOUBLED.sub(r"\1", latin) if _DOUBLED.search(latin) else latin


@lru_cache(maxsize=16_384)
def _spellings(latin: str) -> tuple[str, ...]:
    key = _squeeze(latin)
    found = [key]
    if "yo" in latin:
        found.append(_squeeze(_MISREAD_YO.sub("ye", latin)))
    if "o'" in latin:
        found.append(_squeeze(latin.replace("o'", "o")))
    if "j" in key:
        found.append(key.replace("j", "ch"))
    return tuple(found)
