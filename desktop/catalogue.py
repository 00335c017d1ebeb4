"""The words of the program: one catalogue for screens, papers, errors and the command line.

Messages come from the compiled gettext catalogues of `resources/translations`; English needs
none, because the English message is the key.
"""

import struct
from functools import cache

from desktop.catalogue_languages import FORMS
from desktop.errors import Corrupt, UserError
from desktop.paths import resources_dir
from reports.texts import Texts

LANGUAGES: tuple[str, ...] = tuple(FORMS)
"""Languages of the interface, English first."""

DOCUMENT_LANGUAGES: tuple[str, ...] = LANGUAGES
"""Languages that papers can be printed in."""

_SOURCE_LANGUAGE = "en"
_DOMAIN = "homeward"


@cache
def texts(language: str) -> Texts:
    """Everything that is said in `language`; what is not translated is said in English.

    Raises:
        UserError: catalogue.no_such_language
        Corrupt: catalogue.damaged, when the compiled catalogue cannot be read
    """
    if language not in FORMS:
        raise UserError("catalogue.no_such_language", language=language)
    forms = FORMS[language]
    return Texts(
        language=language,
        messages={} if language == _SOURCE_LANGUAGE else _messages(language),
        plural=forms.plural,
        months_short=forms.months_short,
        weekdays_short=forms.weekdays_short,
        paper_date=forms.paper_date,
        thousands=forms.thousands,
        decimal=forms.decimal,
        number_words=forms.number_words,
        sort_key=forms.sort_key,
    )


def _messages(language: str) -> dict[str, tuple[str, ...]]:
    folder = resources_dir() / "translations" / language / "LC_MESSAGES"
    path = folder / f"{_DOMAIN}.mo"
    try:
        return parse_compiled(path.read_bytes())
    except (OSError, ValueError) as error:
        raise Corrupt("catalogue.damaged", file=f"{language}/{path.name}") from error


def parse_compiled(data: bytes) -> dict[str, tuple[str, ...]]:
    """Messages of a compiled catalogue: the message, with its context, to its plural forms.

    A counted message is found by its singular. `ValueError` if `data` is not such a catalogue.

    Source: GNU gettext manual, "The Format of GNU MO Files".
    """
    order = {0x950412DE: "<", 0xDE120495: ">"}.get(int.from_bytes(data[:4], "little"))
    if order is None:
        raise ValueError("not a compiled catalogue")
    try:
        count, keys_at, values_at = struct.unpack_from(f"{order}3I", data, 8)
        keys = struct.unpack_from(f"{order}{2 * count}I", data, keys_at)
        values = struct.unpack_from(f"{order}{2 * count}I", data, values_at)
    except struct.error as error:
        raise ValueError("a catalogue that was cut short") from error
    messages: dict[str, tuple[str, ...]] = {}
    for i in range(0, 2 * count, 2):
        message = _text(data, keys[i + 1], keys[i]).partition("\0")[0]
        if message:
            messages[message] = tuple(_text(data, values[i + 1], values[i]).split("\0"))
    return messages


def _text(data: bytes, start: int, length: int) -> str:
    if start + length > len(data):
        raise ValueError("a catalogue that was cut short")
    return data[start : start + length].decode("utf-8")
