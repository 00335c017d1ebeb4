"""Walk over the records of an .xlsb part and count its values.

Source: [MS-XLSB] 2.1.4 (record: type and size in groups of seven bits), 2.4 (records).
"""

from collections.abc import Iterator

from desktop.errors import UserError
from desktop.files.guard import Tally

_ROW = 0
_CELLS = range(2, 12)
_SHARED_CELL = 7
_SHARED_ITEM = 19
_SHEET_START = b"\x81\x01"
_STRINGS_START = b"\x9f\x01"


def walk_binary_part(chunks: Iterator[bytes], tally: Tally, lengths: list[int]) -> None:
    """Count the values of a sheet, or measure the shared strings; leave other parts alone.

    The first record tells which part it is, not its name. Raises UserError when a record
    ends outside the part.
    """
    data = b"".join(chunks)
    if data.startswith(_STRINGS_START):
        for kind, start, size in _records(data):
            if kind == _SHARED_ITEM and size >= 5:
                lengths.append(int.from_bytes(data[start + 1 : start + 5], "little"))
    elif data.startswith(_SHEET_START):
        row = 0
        for kind, start, size in _records(data):
            if kind == _ROW and size >= 4:
                row = int.from_bytes(data[start : start + 4], "little")
            elif kind in _CELLS and size >= 8:
                column = int.from_bytes(data[start : start + 4], "little")
                characters = 0
                if kind == _SHARED_CELL and size >= 12:
                    index = int.from_bytes(data[start + 8 : start + 12], "little")
                    characters = lengths[index] if index < len(lengths) else 0
                tally.value(row, column, characters)


def _records(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Type, start and size of each record."""
    position, end = 0, len(data)
    while position < end:
        kind = data[position]
        position += 1
        if kind & 0x80 and position < end:
            kind = (kind & 0x7F) | (data[position] & 0x7F) << 7
            position += 1
        size = shift = 0
        while position < end and shift < 28:
            byte = data[position]
            position += 1
            size |= (byte & 0x7F) << shift
            shift += 7
            if not byte & 0x80:
                break
        if position + size > end:
            raise UserError("intake.unreadable")
        yield kind, position, size
        position += size
