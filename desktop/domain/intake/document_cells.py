"""Read a cell about an identity document: "паспорт 403179174, выдан 12.03.2015 до 12.03.2025"."""

import re
from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.documents import birth_certificate_number, document_key, kind_by_number
from desktop.domain.intake.dates import Purpose, read_date
from desktop.domain.intake.model import DocumentDraft
from desktop.domain.intake.sheet import CellValue
from desktop.domain.intake.value_words import DOCUMENT_KINDS, DOCUMENT_STATES
from desktop.domain.intake.words import says_nothing, text_of
from desktop.domain.names.scripts import script_of, tidy

_DAY = r"(\d{1,2}[.,/\-]\d{1,2}[.,/\-](?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2})"
_UNTIL = re.compile(
    r"(?:действ\w*|годен|годна|срок\w*|до|по|то|эътибор\w*|муҳлат\w*|exp\w*|valid\w*|until|till|to|"
    r"gacha|muddat\w*|valable|jusqu\W?au|expire\w*|дейін|[-–—])\W*(?:\w+\W+){0,2}?"
    + _DAY
    + r"(?:\s*г\.?)?",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?:выдан\w*|выд\.?|от|дата выдачи|дода\w*|аз|issued?|iss\.?|on|berilgan\w*|délivré\w*|le|"
    r"берілген)\W*"
    r"(?:\w+\W+){0,6}?" + _DAY + r"(?:\s*г\.?)?",
    re.IGNORECASE,
)
_BARE_DAY = re.compile(_DAY + r"(?:\s*г\.?)?")
_BY = re.compile(
    r"(?:выдан\w*|выд\.|issued(?: by)?|délivré\w*(?: par)?|дода\w*|berilgan|bergan)[\s:.,]*"
    r"([^\d,;]{3,})",
    re.IGNORECASE,
)
_NUMBER_SIGN = re.compile(r"[№#]|\bN[°º]|\bNo\.?(?=\s*\d)|\bN\.?(?=\s+\d)", re.IGNORECASE)
_LOOSE_WORDS = re.compile(r"^(?:от|г|кем|by|le|on)\b|\b(?:от|г|до|the)\.?$", re.IGNORECASE)
_CERTIFICATE = re.compile(
    r"[IVXLІХУ1l]{1,5}\s*[-–—‐ ]?\s*[A-Za-zА-Яа-яЁҶҒҚҲӢӮ]{2}\s*[-–—‐ №NnоoО.]*\s*\d{6,7}(?!\d)"
)
_NUMBER = re.compile(
    r"(?<![^\W\d_])(?P<series>[A-Za-zА-Яа-яЁё]{1,3})?[\s.\-]{0,4}"
    r"(?P<digits>\d{2} \d{7}(?!\d)|\d[\dOОоoЗзlIІ|Бб]*(?:[ \u00a0]\d{2,6})*)(?![^\W_])"
)
_SPLIT_SERIES = re.compile(
    r"(?<![\d-])(?P<series>\d{2}(?:\s?\d{2})?)\s*(?:№|#|\bN[°º]|\bNo\.?)\s*(?=\d{6,7}(?!\d))",
    re.IGNORECASE,
)
"""The sign between a series of digits and the number: 45 10 № 123456."""

_VISA = re.compile(r"(?<!\w)(?:виз[аыу]|visa|vize|viza)(?!\w)[^,;/|]*", re.IGNORECASE)
"""A visa beside a passport is no document of identity."""

_SPACED_LETTER = re.compile(r"N\s+\d{7,8}")
_CODE = re.compile(r"(?<!\w)[A-ZА-Я]{1,4}[-/ ]?[A-ZА-Я\d]{0,3}[-/ ]?\d{3,}(?!\w)")
_PLAIN_NUMBER = re.compile(r"\d{9}")
_EXPONENT = re.compile(r"\d[.,]\d+\s*[EeЕе]\s*\+?\d+")
_LOOK_ALIKES = str.maketrans("OОоoЗзlIІ|Бб", "000033111166")
_FEWEST_DIGITS, _MOST_DIGITS = 5, 14
_DIGITS_AFTER_LETTER = (7, 8)
_NOT_A_SERIES = frozenset({"p", "п", "no", "pas", "до", "от", "г", "ser", "сер"})


@dataclass(frozen=True)
class DocumentReading:
    """Documents of one cell, problem codes without their room, and a text that would mend it.

    `says_none` is set where the cell says in words that there is no document.
    """

    documents: tuple[DocumentDraft, ...] = ()
    doubts: tuple[str, ...] = ()
    suggestion: str = ""
    says_none: bool = False


def read_document(
    value: CellValue, *, kind: str, today: date, column: int | None = None
) -> DocumentReading:
    """Read one cell; `kind` is the document kind that the heading means."""
    as_given = tidy(text_of(value)).removeprefix("’")
    if says_nothing(as_given):
        return DocumentReading(says_none=bool(as_given.strip("-–—. ")))
    if _PLAIN_NUMBER.fullmatch(as_given):
        plain = DocumentDraft(kind=kind, number=as_given, as_given=as_given, column=column)
        return DocumentReading((plain,))
    return _read_text(as_given, kind, today, column)


def _read_text(as_given: str, kind: str, today: date, column: int | None) -> DocumentReading:
    if _EXPONENT.fullmatch(as_given):
        return DocumentReading(doubts=("document_exponent",))
    issued, expires, authority, text = _take_dates(_VISA.sub(" ", as_given), today)
    state = DOCUMENT_STATES.find(as_given)
    found, doubts, mended = _numbers(text, kind)
    common = DocumentDraft(
        kind=kind,
        number="",
        as_given=as_given,
        state=state if state in {"lost", "withheld"} else "held",
        issued=issued,
        expires=expires,
        authority=authority,
        column=column,
    )
    if found:
        documents = tuple(replace(common, kind=k, number=number) for k, number in found)
        suggestion = mended if doubts else ""
        return DocumentReading(documents, doubts, suggestion)
    if state in {"lost", "withheld"}:
        return DocumentReading((replace(common, kind=_stated_kind(as_given, kind)),))
    if state:
        return DocumentReading(says_none=True)
    number = tidy(text) if any(map(str.isdecimal, text)) else ""
    unread = replace(common, kind=_stated_kind(as_given, kind), number=number)
    return DocumentReading((unread,), ("document_unreadable",))


def _stated_kind(text: str, kind: str) -> str:
    return DOCUMENT_KINDS.find(text) or kind


def _take_dates(text: str, today: date) -> tuple[date | None, date | None, str, str]:
    """Dates of issue and expiry, the authority, and the text without them."""
    expires = issued = None
    match = _UNTIL.search(text)
    if match and (expires := _day(match[1], today, Purpose.EXPIRES)):
        text = text[: match.start()] + " " + text[match.end() :]
    match = _SINCE.search(text)
    if match and (issued := _day(match[1], today, Purpose.ISSUED)):
        text = text[: match.start(1)] + " " + text[match.end() :]
    for bare in reversed(list(_BARE_DAY.finditer(text))):
        day = _day(bare[1], today, Purpose.EXPIRES)
        if day is None:
            continue
        text = text[: bare.start()] + " " + text[bare.end() :]
        if day > today:
            expires = expires or day
        else:
            issued = issued or day
    by = _BY.search(text)
    if by is None:
        return issued, expires, "", text
    authority = _LOOSE_WORDS.sub("", tidy(by[1]).strip(" .,;:-")).strip(" .,;:-")
    return issued, expires, authority, text[: by.start()] + " " + text[by.end() :]


def _day(text: str, today: date, purpose: Purpose) -> date | None:
    value = read_date(text, today=today, purpose=purpose).value
    return value.earliest if value is not None and value.is_exact else None


def _numbers(text: str, kind: str) -> tuple[list[tuple[str, str]], tuple[str, ...], str]:
    """(kind, number) of each document in `text`, doubts, and the text with digits mended."""
    found: list[tuple[str, str]] = []
    doubts: set[str] = set()
    mended = text
    certificate = birth_certificate_number(text)
    if certificate:
        found.append(("birth_certificate", certificate))
        text = _CERTIFICATE.sub(" ", text)
    text = _SPLIT_SERIES.sub(r"\g<series> ", text)
    plain = text if _SPACED_LETTER.fullmatch(text.strip()) else _NUMBER_SIGN.sub(" ", text)
    for written in _NUMBER.finditer(plain):
        digits = re.sub(r"\s", "", written["digits"])
        if not digits.isdecimal():
            repaired = digits.translate(_LOOK_ALIKES)
            mended = mended.replace(written["digits"], repaired)
            digits = repaired
            doubts.add("document_look_alike")
        if not _FEWEST_DIGITS <= len(digits) <= _MOST_DIGITS:
            continue
        is_joined = written.start("digits") == written.end("series")
        number = _series(written["series"] or "", len(digits), is_joined=is_joined) + digits
        found.append((_kind(number, text, kind), number))
    if not found and (match := _CODE.search(plain)):
        found.append((_kind(match[0], text, kind), tidy(match[0])))
    found.sort(key=lambda pair: pair[0] == "birth_certificate")
    return list(dict.fromkeys(found)), tuple(sorted(doubts)), tidy(mended)


def _series(letters: str, digits: int, *, is_joined: bool) -> str:
    """Letters that belong to a number; Cyrillic look-alikes are stored as Latin capitals."""
    if letters.upper() == "ID":
        return "ID"
    if letters == "P" and is_joined and digits in _DIGITS_AFTER_LETTER:
        return letters
    # No country of the region puts letters before nine digits; there they are a word.
    if digits >= 9 or letters.lower() in _NOT_A_SERIES or DOCUMENT_KINDS.is_whole(letters):
        return ""
    latin = document_key(letters)
    return latin if script_of(latin) == "Latn" else letters.upper()


def _kind(number: str, text: str, kind: str) -> str:
    stated = DOCUMENT_KINDS.find(text)
    if stated and stated != "birth_certificate":
        return stated
    by_number = kind_by_number(number)
    if kind == "passport" and by_number in {"identity_card", "internal_passport"}:
        return by_number
    if stated:
        return stated
    return kind
