"""The compound file that old Office programs write: a small file system in one file.

Source: [MS-CFB] 2.2 (header), 2.3 (sector table), 2.4 (mini stream), 2.6 (directory).
"""

import struct
from dataclasses import dataclass

from desktop.errors import UserError

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA
_ENTRY_BYTES = 128
_ROOT = 5


@dataclass(frozen=True)
class Entry:
    """One storage or stream of the directory."""

    name: str
    kind: int
    start: int
    size: int


class CompoundFile:
    """Directory and streams of a compound file; raises UserError when it is damaged."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._read_header()
        except (struct.error, IndexError) as error:
            raise UserError("intake.unreadable") from error

    def _read_header(self) -> None:
        data = self._data
        sector_shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if sector_shift not in {9, 12} or mini_shift != 6:
            raise UserError("intake.unreadable")
        self._sector_bytes = 1 << sector_shift
        directory, self._cutoff, mini_start = struct.unpack_from("<I4xII", data, 48)
        master_start = struct.unpack_from("<I", data, 68)[0]
        table_sectors = list(struct.unpack_from("<109I", data, 76))
        seen: set[int] = set()
        while master_start < _LAST and master_start not in seen:
            seen.add(master_start)
            numbers = self._numbers(self._sector(master_start))
            table_sectors += numbers[:-1]
            master_start = numbers[-1]
        self._table: list[int] = []
        for sector in table_sectors:
            if sector < _LAST:
                self._table += self._numbers(self._sector(sector))
        self.entries = self._directory(self._chain(directory))
        self._mini_table = self._numbers(self._chain(mini_start)) if mini_start < _LAST else []
        root = next((entry for entry in self.entries if entry.kind == _ROOT), None)
        self._mini = self._chain(root.start) if root and root.start < _LAST else b""

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._sector_bytes
        sector = self._data[start : start + self._sector_bytes]
        if not sector:
            raise UserError("intake.unreadable")
        return sector

    @staticmethod
    def _numbers(block: bytes) -> list[int]:
        count = len(block) // 4
        return list(struct.unpack(f"<{count}I", block[: count * 4]))

    def _chain(self, start: int) -> bytes:
        parts: list[bytes] = []
        seen: set[int] = set()
        while start < _LAST:
            if start in seen or start >= len(self._table):
                raise UserError("intake.unreadable")
            seen.add(start)
            parts.append(self._sector(start))
            start = self._table[start]
        return b"".join(parts)

    def _directory(self, block: bytes) -> tuple[Entry, ...]:
        entries = []
        for offset in range(0, len(block) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
            length, kind = struct.unpack_from("<HB", block, offset + 64)
            start, size = struct.unpack_from("<II", block, offset + 116)
            name = block[offset : offset + max(0, min(length, 64) - 2)]
            if kind:
                entries.append(Entry(name.decode("utf-16-le", "replace"), kind, start, size))
        return tuple(entries)

    def stream(self, entry: Entry) -> bytes:
        """Return the bytes of a stream."""
        if entry.size >= self._cutoff:
            return self._chain(entry.start)[: entry.size]
        parts: list[bytes] = []
        start, seen = entry.start, set[int]()
        while start < _LAST:
            if start in seen or start >= len(self._mini_table):
                raise UserError("intake.unreadable")
            seen.add(start)
            parts.append(self._mini[start * 64 : start * 64 + 64])
            start = self._mini_table[start]
        return b"".join(parts)[: entry.size]
