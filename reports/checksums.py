"""Hash of a list's content and what its QR code says.

The hash is over the content, not over a file: the list in any paper size, the workbook and
the roll-call of one version carry the same one.
"""

import hashlib
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum

from reports.model import Row

SHOWN_DIGITS = 16


class PaperKind(StrEnum):
    """Letter of a paper in its QR code."""

    LIST = "M"
    CONVOY = "C"
    ROLL_CALL = "R"
    CARD = "B"
    CERTIFICATE = "E"
    NOTE = "N"
    HANDOVER = "H"


def content_hash(rows: Iterable[Row]) -> str:
    """Return the SHA-256 of `rows` in their order, 64 hexadecimal digits in lower case.

    One line for each person: number, name in its script, Latin name, birth date (as ISO, cut
    to what is known), sex, nationality, document number, parted by bars; lines parted by line
    feeds; NFC, UTF-8.
    """
    text = "\n".join(_line(row) for row in rows)
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


def _line(row: Row) -> str:
    fields = (
        str(row.number),
        row.name,
        row.latin_name,
        row.birth.iso if row.birth is not None else "",
        row.sex,
        row.nationality,
        row.document_number,
    )
    # Bars and line ends inside a value would let two different lists look alike.
    return "|".join(" ".join(field.replace("|", " ").split()) for field in fields)


def shown(digest: str) -> str:
    """The part of a hash that is printed: the first 16 digits in capitals."""
    return digest[:SHOWN_DIGITS].upper()


def qr_text(
    kind: PaperKind,
    number: str,
    version: int,
    people: int,
    *,
    page: int,
    pages: int,
    issued_at: datetime,
    digest: str,
) -> str:
    """Return what the code of one page says, in the letters of QR's alphanumeric mode.

    `HW1/M/ALA-2020-0113-B1/V2/49/1-4/20201112T1205Z/BBCA4AC87004EDD1`: no name, no birth
    date, no document number, because anybody can read it. `issued_at` is aware.
    """
    fields = (
        "HW1",
        kind.value,
        number.upper().replace("/", "-B"),
        f"V{version}",
        str(people),
        f"{page}-{pages}",
        issued_at.astimezone(UTC).strftime("%Y%m%dT%H%MZ"),
        shown(digest),
    )
    return "/".join(fields)
