"""Latin spellings of countries farther away, brought nearer to those that `fold` knows.

French (Djamched, Ioussoupov), German (Dschamsched), Polish (Dżamszed, Szodijewa) and Turkish
(Camşed) contradict the spellings of the region and each other, so that `fold`, which has one
reading only, leaves them alone. For comparison every plausible reading may be tried.
"""

import re

_GROUPS = (
    ("dsch", "j"), ("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("sz", "sh"), ("cz", "ch"),
    ("ou", "u"),
)  # fmt: skip
_TURKISH_C = re.compile("c(?!h)")


def foreign_readings(text: str) -> tuple[str, ...]:
    """Other readings of a Latin `text`, in small letters; () if it has none.

    The first keeps j as in Jamshed, the second reads it as in Ojbek.
    """
    plain = text.lower()
    read = plain
    for written, meant in _GROUPS:
        read = read.replace(written, meant)
    read = _TURKISH_C.sub("j", read)
    readings = (read, read.replace("j", "y")) if "j" in read else (read,)
    return tuple(reading for reading in readings if reading != plain)
