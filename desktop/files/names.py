"""Names of files that every system, mail program and memory stick takes.

The name of a person never belongs in a file name; that is the caller's duty.
"""

import re
import unicodedata

LONGEST = 80
LONGEST_BYTES = 240
"""Most file systems stop at 255 bytes; the rest is for the temporary name beside it."""
RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789"}
)
"""Devices of Windows. Source: Microsoft, "Naming Files, Paths, and Namespaces"."""

_SUFFIX = re.compile(r"(\.[a-z0-9]{1,10}){1,2}")


def safe_file_name(text: str, suffix: str) -> str:
    """A name from `text` that ends in `suffix` (".pdf"), at most 80 characters long.

    Letters, digits, spaces and `-_.()` stay; anything else becomes one underscore, and what
    cannot be seen (direction marks, controls) goes. Raises ValueError for a suffix that is none.
    """
    if not _SUFFIX.fullmatch(suffix):
        raise ValueError(suffix)
    seen = "".join(_kept(letter) for letter in unicodedata.normalize("NFC", text))
    name = re.sub(r"_+", "_", re.sub(r"\s+", " ", seen))
    name = name.lstrip(" .-")[: LONGEST - len(suffix) - 1]
    while len(name.encode()) > LONGEST_BYTES - len(suffix):
        name = name[:-1]
    name = name.rstrip(" .") or "document"
    if _is_device(name):
        name = f"_{name}"
    return name + suffix


def is_safe(name: str) -> bool:
    """Whether `name`, with its ending, could have come from `safe_file_name`."""
    stem, dot, ending = name.rpartition(".")
    suffix = dot + ending
    return bool(stem and _SUFFIX.fullmatch(suffix)) and safe_file_name(stem, suffix) == name


def _kept(letter: str) -> str:
    if letter in "-_.()":
        return letter
    category = unicodedata.category(letter)
    if letter.isspace():
        return " "
    if category[0] in "LMN":
        return letter
    return "" if category[0] == "C" else "_"


def _is_device(name: str) -> bool:
    """Whether Windows takes `name` for a device, which it does with any ending (NUL.txt)."""
    first = name.split(".", maxsplit=1)[0].rstrip(" ")
    return unicodedata.normalize("NFKC", first).casefold() in RESERVED
