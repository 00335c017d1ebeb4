"""What differs from language to language beside the words: plurals, dates, numbers, order.

All functions stand at module level, so that a `Texts` with them can be pickled. Names of months
and weekdays are constants: the machine's locale has no say in what is printed.

Source: Unicode CLDR for English, French and Russian; the Tajik names are those that offices
of Tajikistan write.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from reports.texts import Plural, germanic

NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True)
class Language:
    """Forms of one language. The months are those that stand after a day number."""

    plural: Plural
    months_short: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    paper_date: str
    thousands: str
    decimal: str
    number_words: Callable[[int], str]
    sort_key: Callable[[str], str]


def plural_french(n: int) -> int:
    """Plural index of French: 0 for none and one, 1 for the rest."""
    return 1 if n > 1 else 0


def plural_russian(n: int) -> int:
    """Plural index of Russian: 0 for 1, 21 ..., 1 for 2 to 4, 22 to 24 ..., 2 for the rest."""
    if n % 10 == 1 and n % 100 != 11:
        return 0
    if 2 <= n % 10 <= 4 and not 12 <= n % 100 <= 14:
        return 1
    return 2


def words_english(number: int) -> str:
    """A whole number in English words."""
    return _words(number, "en")


def words_french(number: int) -> str:
    """A whole number in French words."""
    return _words(number, "fr")


def words_russian(number: int) -> str:
    """A whole number in Russian words, masculine as before «человек»."""
    return _words(number, "ru")


def words_tajik(number: int) -> str:
    """A whole number in Tajik words."""
    return _words(number, "tg")


def _words(number: int, language: str) -> str:
    import num2words  # noqa: PLC0415 - costs more than the whole catalogue and few reports need it

    return str(num2words.num2words(number, lang=language))


_LIGATURES = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
_APOSTROPHES = "’‘ʻʼʹ`´′"


class _Order(dict[int, str]):
    """A table for `str.translate` that strips accents from Latin letters as they are met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter in _APOSTROPHES:
            plain = "'"
        elif "LATIN" in unicodedata.name(letter, ""):
            plain = _LIGATURES.get(letter, unicodedata.normalize("NFD", letter)[0])
        else:
            plain = letter
        self[code] = plain
        return plain


_TAJIK_ALPHABET = "аәбвгғдеёжзиӣійкқлмнңоөпрстуӯўұүфхҳһцчҷшщъыьэюя"
"""The Tajik alphabet with the letters of Russian, Uzbek, Kazakh and Kyrgyz names in place."""

_TAJIK_ORDER = _Order({ord(c): chr(0x430 + i) for i, c in enumerate(_TAJIK_ALPHABET)})

_PLAIN_ORDER = _Order(
    {ord(letter): base for letter, base in zip("ёғқҳҷӣӯўәіңөұүһ", "егкхчиууаиноуух", strict=True)}
)


def sort_key_tajik(text: str) -> str:
    """Key that sorts by the Tajik alphabet, where ғ follows г and ҷ follows ч."""
    return _key(text, _TAJIK_ORDER)


def sort_key_plain(text: str) -> str:
    """Key for readers of English, French and Russian: accents and ё count last.

    A Tajik letter sorts as the Russian one it is written with in Russian papers.
    """
    return _key(text, _PLAIN_ORDER)


def _key(text: str, order: _Order) -> str:
    folded = unicodedata.normalize("NFC", text).casefold()
    return f"{folded.translate(order)}\x01{folded}"


FORMS = {
    "en": Language(
        plural=germanic,
        months_short=(
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ),
        weekdays_short=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        paper_date="%d.%m.%Y",
        thousands=",",
        decimal=".",
        number_words=words_english,
        sort_key=sort_key_plain,
    ),
    "fr": Language(
        plural=plural_french,
        months_short=(
            "janv.", "févr.", "mars", "avr.", "mai", "juin",
            "juil.", "août", "sept.", "oct.", "nov.", "déc.",
        ),
        weekdays_short=("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
        paper_date="%d/%m/%Y",
        thousands=NO_BREAK_SPACE,
        decimal=",",
        number_words=words_french,
        sort_key=sort_key_plain,
    ),
    "ru": Language(
        plural=plural_russian,
        months_short=(
            "янв.", "февр.", "мар.", "апр.", "мая", "июн.",
            "июл.", "авг.", "сент.", "окт.", "нояб.", "дек.",
        ),
        weekdays_short=("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
        paper_date="%d.%m.%Y",
        thousands=NO_BREAK_SPACE,
        decimal=",",
        number_words=words_russian,
        sort_key=sort_key_plain,
    ),
    "tg": Language(
        plural=germanic,
        months_short=(
            "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
        ),
        weekdays_short=("дшб", "сшб", "чшб", "пшб", "ҷмъ", "шнб", "яшб"),
        paper_date="%d.%m.%Y",
        thousands=NO_BREAK_SPACE,
        decimal=",",
        number_words=words_tajik,
        sort_key=sort_key_tajik,
    ),
}  # fmt: skip
"""Languages that have a catalogue, English first."""
