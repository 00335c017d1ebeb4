"""Guard of old .xls workbooks: walk over the records and count the values.

Source: [MS-XLS] 2.1.4 (record), 2.4 (records), 2.5.293 (XLUnicodeRichExtendedString).
"""

import struct
from collections.abc import Iterator

from desktop.errors import UserError
from desktop.files.compound import CompoundFile
from desktop.files.guard import Limits, Tally

_FILE_PASS = 0x2F
_STRINGS = 0xFC
_CONTINUE = 0x3C
_STARTS = frozenset({0x809, 0x09, 0x209, 0x409})
_SHARED_CELL = 0xFD
_MANY_NUMBERS = 0xBD
_CELLS = frozenset({0x06, 0x203, 0x204, 0x205, 0x27E, _SHARED_CELL, 0xD6})
_RICH, _EXTENDED, _WIDE = 0x08, 0x04, 0x01


def guard_compound(data: bytes, limits: Limits) -> str:
    """Check a compound file and return its kind, "xls".

    Raises UserError when it holds no workbook, is protected, has macros or is too large.
    """
    file = CompoundFile(data)
    entries = {entry.name: entry for entry in file.entries}
    if "EncryptedPackage" in entries:
        raise UserError("intake.encrypted")
    book = entries.get("Workbook") or entries.get("Book")
    if book is None:
        raise UserError("intake.not_a_workbook")
    if "_VBA_PROJECT_CUR" in entries:
        raise UserError("intake.macros")
    try:
        _count(file.stream(book), Tally(limits))
    except (struct.error, IndexError) as error:
        raise UserError("intake.unreadable") from error
    return "xls"


def _count(stream: bytes, tally: Tally) -> None:
    lengths: list[int] = []
    strings: list[bytes] = []
    for kind, body in _records(stream):
        if kind == _CONTINUE and strings:
            strings.append(body)
            continue
        if strings:
            lengths = _string_lengths(strings)
            strings = []
        if kind == _FILE_PASS:
            raise UserError("intake.encrypted")
        if kind == _STRINGS:
            strings = [body]
        elif kind in _STARTS:
            tally.next_sheet()
        elif kind in _CELLS:
            row, column = struct.unpack_from("<HH", body)
            tally.value(row, column, _shared_length(kind, body, lengths))
        elif kind == _MANY_NUMBERS:
            row, column = struct.unpack_from("<HH", body)
            tally.value(row, column + max(0, (len(body) - 12) // 6))


def _shared_length(kind: int, body: bytes, lengths: list[int]) -> int:
    if kind != _SHARED_CELL:
        return 0
    index = struct.unpack_from("<I", body, 6)[0]
    return lengths[index] if index < len(lengths) else 0


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    position = 0
    while position + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, position)
        position += 4
        yield kind, stream[position : position + size]
        position += size


def _string_lengths(blocks: list[bytes]) -> list[int]:
    """Length of every shared string; a string may go on in the next block, flags repeated."""
    cursor = _Cursor(blocks)
    cursor.skip(4)
    lengths = []
    for _ in range(min(cursor.number(4), 25_000_000)):
        if cursor.finished():
            break
        count, flags = cursor.number(2), cursor.number(1)
        runs = cursor.number(2) if flags & _RICH else 0
        extra = cursor.number(4) if flags & _EXTENDED else 0
        cursor.skip_characters(count, bool(flags & _WIDE))
        cursor.skip(4 * runs + extra)
        lengths.append(count)
    return lengths


class _Cursor:
    """Position in the shared strings and their continuations."""

    def __init__(self, blocks: list[bytes]) -> None:
        self._blocks = blocks
        self._block = 0
        self._position = 0

    def finished(self) -> bool:
        """Tell whether everything is read."""
        while self._block < len(self._blocks) and self._position >= len(self._blocks[self._block]):
            self._block += 1
            self._position = 0
        return self._block >= len(self._blocks)

    def _left(self) -> int:
        return 0 if self.finished() else len(self._blocks[self._block]) - self._position

    def number(self, size: int) -> int:
        """Read a number of `size` bytes."""
        if self._left() < size:
            raise UserError("intake.unreadable")
        start = self._position
        self._position += size
        return int.from_bytes(self._blocks[self._block][start : start + size], "little")

    def skip(self, size: int) -> None:
        """Go on by `size` bytes, over block ends."""
        while size > 0:
            step = min(size, self._left())
            if not step:
                raise UserError("intake.unreadable")
            self._position += step
            size -= step

    def skip_characters(self, count: int, wide: bool) -> None:
        """Go on by `count` characters; a new block begins with a new width."""
        while count > 0:
            width = 2 if wide else 1
            here = min(count, self._left() // width)
            self._position += here * width
            count -= here
            if count:
                wide = bool(self.number(1) & _WIDE) if self._at_block_end() else wide

    def _at_block_end(self) -> bool:
        if self._block < len(self._blocks) - 1 and self._position >= len(self._blocks[self._block]):
            self._block += 1
            self._position = 0
            return True
        raise UserError("intake.unreadable")
