"""Refuse a file before a reader takes it apart: by its bytes, never by its name.

A list arrives from a stranger's telephone. What costs memory or time in a reader (a packed
bomb, a cell in the last column, one long text repeated a million times), what could act by
itself (macros, links, embedded objects) and what a reader would only half understand is
refused here, with a sentence that says what to do.
"""

from dataclasses import dataclass
from pathlib import Path

from desktop.errors import Unavailable, UserError

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """What a list may weigh; generous for people, small for a bomb."""

    file_bytes: int = 25 * MEGABYTE
    unpacked_bytes: int = 200 * MEGABYTE
    packing_ratio: int = 150
    parts: int = 2_000
    rows: int = 50_000
    columns: int = 200
    cells: int = 2_000_000
    characters: int = 50_000_000


class Tally:
    """Counts the values of one workbook while a guard walks over them.

    Rows and columns are counted from zero, with the blanks before them, because a reader
    makes room for those too.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._characters = 0
        self._area = 0
        self._rows = 0
        self._columns = 0

    def next_sheet(self) -> None:
        """Begin another sheet."""
        self._area += self._rows * self._columns
        self._rows = self._columns = 0

    def value(self, row: int, column: int, characters: int = 0) -> None:
        """Count one value at `row`, `column` of the present sheet.

        Raises UserError when the workbook is larger than a list of people can be.
        """
        limits = self._limits
        if column >= self._columns:
            if column >= limits.columns:
                raise UserError("intake.too_many_columns", limit=limits.columns)
            self._columns = column + 1
        if row >= self._rows:
            if row >= limits.rows:
                raise UserError("intake.too_many_rows", limit=limits.rows)
            self._rows = row + 1
        self._characters += characters
        if (
            self._area + self._rows * self._columns > limits.cells
            or self._characters > limits.characters
        ):
            raise UserError("intake.too_many_cells")


def read_bounded(path: Path, limits: Limits) -> bytes:
    """Read a whole file that is not larger than `limits` allow.

    Raises Unavailable when the file cannot be opened, UserError when it is empty or too large.
    """
    try:
        if not path.is_file():
            raise Unavailable("intake.missing_file", file=path.name)
        with path.open("rb") as stream:
            data = stream.read(limits.file_bytes + 1)
    except PermissionError as error:
        raise Unavailable("intake.locked_file", file=path.name) from error
    except OSError as error:
        raise Unavailable("intake.unreachable_file", file=path.name) from error
    if len(data) > limits.file_bytes:
        raise UserError("intake.too_large", limit_mb=limits.file_bytes // MEGABYTE)
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise UserError("intake.empty")
    return data
