"""Suggest the spelling of a name in the other script. A suggestion never overwrites a passport.

`latin_suggestion` follows the national Tajik profile, extended to the letters of the
neighbours; `icao` follows ICAO 9303-3 section 6 (Cyrillic for Russian, and bare base letters
for Latin with diacritics, which the standard allows), with A, H, I, J, K, N, O, U where it is
silent on a Central Asian letter.
"""

import re
import unicodedata

from desktop.domain.names.casing import personal_case
from desktop.domain.names.scripts import APOSTROPHES, repair_homoglyphs, tidy

_ALIKE = {
    **dict(zip("АБВГДЕЗИКЛМНОПРСТУФЫЭЬ", (*"ABVGDEZIKLMNOPRSTUFYE", ""), strict=True)),
    **{"Ж": "ZH", "Х": "KH", "Ц": "TS", "Ч": "CH", "Ш": "SH", "Щ": "SHCH"},
    **dict(zip("ҲҶӢӮӘҢӨҰҮҺІЇ", "HJIUANOUUHII", strict=True)),
    **{"Є": "IE", "Ґ": "G", "Ѓ": "G", "Ј": "J", "Ќ": "K", "Ђ": "D", "Ѕ": "DZ", "Џ": "DZ"},
    **{"Љ": "LJ", "Њ": "NJ"},
    **{"Æ": "AE", "Ð": "D", "Đ": "D", "Ø": "OE", "Þ": "TH", "Ħ": "H", "Ĳ": "IJ", "Ŀ": "L"},
    **{"Ł": "L", "Ŋ": "N", "Œ": "OE", "Ŧ": "T", "Ə": "A", "ẞ": "SS"},
    **dict.fromkeys(APOSTROPHES, ""),
}
_TAJIK = str.maketrans(
    _ALIKE | {"Ё": "YO", "Й": "Y", "Ъ": "", "Ю": "YU", "Я": "YA", "Ғ": "GH", "Қ": "Q", "Ў": "O"}
)
_ICAO = str.maketrans(
    _ALIKE | {"Ё": "E", "Й": "I", "Ъ": "IE", "Ю": "IU", "Я": "IA", "Ғ": "G", "Қ": "K", "Ў": "U"}
)
_INITIAL_YE = re.compile(r"\bЕ")
_FOREIGN = re.compile(r"[^A-Z \-]")

_CYRILLIC_GROUPS = {
    **{"SHCH": "Щ", "DZH": "Ҷ", "IYA": "ИЯ", "IIA": "ИЯ", "IYO": "ИЁ", "IYE": "ИЕ"},
    **{"CH": "Ч", "DJ": "Ҷ", "GH": "Ғ", "KH": "Х", "SH": "Ш", "TS": "Ц", "ZH": "Ж"},
    **{"YA": "Я", "YE": "Е", "YO": "Ё", "YU": "Ю", "IU": "Ю", "IY": "Ӣ", "O’": "Ӯ", "G’": "Ғ"},
}
_CYRILLIC_LETTERS = dict(
    zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ’", "АБКДЕФГҲИҶКЛМНОПҚРСТУВВХЙЗЪ", strict=True)
)
_LATIN_GROUP = re.compile("|".join(sorted(_CYRILLIC_GROUPS, key=len, reverse=True)) + "|[A-Z’]")
_INITIAL_E = re.compile(r"\bE")
_Y_BETWEEN_CONSONANTS = re.compile(r"(?<=[BCDFGHJKLMNPQRSTVWXZ])Y(?![AEOU])")


def latin_suggestion(text: str) -> str:
    """Capitals as a Tajik passport writes them: Ғафур -> GHAFUR, Ҷӯраев -> JURAEV.

    Latin text comes back in bare capitals. Hyphens stay, apostrophes and full stops go, and so
    do letters of scripts other than Cyrillic and Latin.
    """
    upper = _INITIAL_YE.sub("YE", _prepared(text))
    return _bare_capitals(upper.translate(_TAJIK))


def icao(text: str) -> str:
    """Capitals by ICAO 9303: Ғафур -> GAFUR, Юлия -> IULIIA. Hyphens stay."""
    return _bare_capitals(_prepared(text).translate(_ICAO))


def cyrillic_suggestion(text: str) -> str:
    """Tajik Cyrillic in personal case for a name known only in Latin: JURAEV -> Ҷураев.

    Latin spellings do not say whether u is у or ӯ, i is и or ӣ: the commoner letter is taken.
    Words in other scripts are left as they are.
    """
    upper = _strip_marks(tidy(text).upper())
    upper = _Y_BETWEEN_CONSONANTS.sub("I", _INITIAL_E.sub("Э", upper))
    return personal_case(_LATIN_GROUP.sub(_cyrillic, upper))


def _cyrillic(match: re.Match[str]) -> str:
    group = match[0]
    return _CYRILLIC_GROUPS.get(group) or _CYRILLIC_LETTERS[group]


def _prepared(text: str) -> str:
    return repair_homoglyphs(tidy(text)).upper()


def _bare_capitals(text: str) -> str:
    return " ".join(_FOREIGN.sub("", _strip_marks(text)).split())


def _strip_marks(text: str) -> str:
    if text.isascii():
        return text
    split = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", re.sub(r"(?<=[A-Z])[\u0300-\u036f]+", "", split))
