"""Personal case for names that were written in capitals or in small letters throughout."""

import re
from functools import lru_cache

from desktop.domain.names.kinship import kin_word_sex
from desktop.domain.names.scripts import APOSTROPHES

_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|[{APOSTROPHES}](?=[^\W\d_]))*")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
# After O' a capital follows in Irish names only; Uzbek Oʻ is a letter like any other.
_IRISH = re.compile(
    "brien|callaghan|connell|connor|donnell|donovan|dowd|grady|hara|keefe|kelly|leary|malley|"
    "neal|neill?|reilly|rourke|shea|sullivan|toole"
)


@lru_cache(maxsize=65_536)
def personal_case(text: str) -> str:
    """Return `text` with a capital at the head of each name: ШОДИЕВА МАНИЖА -> Шодиева Манижа.

    Words in mixed case stay, so do single letters (initials). Small letters are raised only if
    the whole text is small, because "Karim oʻgʻli" means them; oʻgʻli, qizi, уулу, кызы and
    their kin become small unless they come first. Hyphened parts count singly.
    """
    all_small = text == text.lower()

    def cased(match: re.Match[str]) -> str:
        word = match[0]
        is_upper = len(word) > 1 and word == word.upper()
        if not (is_upper or all_small):
            return word
        if match.start() and kin_word_sex(word):
            return word.lower()
        return _capitalised(word.lower())

    return _WORD.sub(cased, text)


def _capitalised(word: str) -> str:
    head = word[0].upper() + word[1:]
    mark = _APOSTROPHE.search(word)
    if mark is None or mark.start() != 1:
        return head
    rest = word[2:]
    if word[0] in "dl" or (word[0] == "o" and _IRISH.fullmatch(rest)):
        return head[:2] + rest[0].upper() + rest[1:]
    return head
