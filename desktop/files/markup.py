"""Walk over the XML of a packed workbook and count its values, without building anything."""

import re
from collections.abc import Iterator
from xml.parsers import expat

from desktop.domain.intake.sheet import MergedRange
from desktop.errors import UserError
from desktop.files.formulas import LONGEST, FormulaFinder
from desktop.files.guard import Tally

_REFERENCE = re.compile(r"([A-Za-z]{1,7})(\d{1,9})\Z")


def column_number(letters: str) -> int:
    """Column "A" is 0, "XFD" is 16383."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


class Walker:
    """Parses a part to its end and refuses document type declarations.

    expat tells every encoding apart by itself, so a declaration cannot hide in UTF-16.
    """

    def walk(self, chunks: Iterator[bytes]) -> None:
        """Parse the whole part; raises UserError or expat.ExpatError."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = _refuse_declaration
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.buffer_text = True
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; `name` carries its namespace before a blank."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Text inside the present element."""


def _refuse_declaration(*_: object) -> None:
    raise UserError("intake.declares_entities")


class OfficeWalker(Walker):
    """A part of an .xlsx: a sheet, the shared strings, or anything else, by its root element.

    The root decides and not the name of the part, because a reader follows relations to any
    name. `lengths` receives the length of every shared string, since one long string that is
    used in a million cells is unpacked a million times.
    """

    def __init__(
        self, part: str, tally: Tally, lengths: list[int], formulas: FormulaFinder
    ) -> None:
        self.root = ""
        self._part = part
        self._formulas = formulas
        self._formula = ""
        self._in_formula = self._in_value = self._has_value = False
        self._tally = tally
        self._lengths = lengths
        self._row = self._column = -1
        self._shared = False
        self._digits = ""
        self._collect = False
        self._length = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Count what a reader would make room for."""
        local = name.rsplit(" ", 1)[-1]
        if not self.root:
            self.root = local
        elif self.root == "worksheet":
            self._in_sheet(local, attributes)
        elif self.root == "sst":
            if local == "si":
                self._length = 0
            self._collect = local == "t"
        else:
            self._formulas.element(self._part, self.root, local, attributes)

    def _in_sheet(self, local: str, attributes: dict[str, str]) -> None:
        if local == "c":
            match = _REFERENCE.match(attributes.get("r", ""))
            if match:
                self._row, self._column = int(match[2]) - 1, column_number(match[1])
            else:
                self._column += 1
            self._shared = attributes.get("t") == "s"
            self._formula, self._has_value = "", False
        elif local == "f":
            self._in_formula = True
        elif local in {"v", "is"}:
            self._in_value = True
            if self._shared:
                self._collect, self._digits = True, ""
            else:
                self._tally.value(self._row, self._column)
        elif local == "row":
            stated = attributes.get("r", "")
            self._row = int(stated) - 1 if stated.isdecimal() else self._row + 1
            self._column = -1

    def end(self, name: str) -> None:
        """Close a shared string, the number of one, or a formula."""
        if self._in_value and name.rsplit(" ", 1)[-1] in {"v", "is"}:
            self._in_value = False
        if self.root == "sst":
            self._collect = False
            if name.endswith(" si") or name == "si":
                self._lengths.append(self._length)
        elif self._in_formula:
            self._in_formula = False
        elif self._formula and name.rsplit(" ", 1)[-1] == "c":
            self._end_formula()
        elif self._collect:
            self._collect = False
            digits = self._digits.strip()
            index = int(digits) if digits.isdecimal() and len(digits) < 10 else -1
            known = 0 <= index < len(self._lengths)
            self._tally.value(self._row, self._column, self._lengths[index] if known else 0)

    def _end_formula(self) -> None:
        if not self._has_value:
            self._tally.value(self._row, self._column, len(self._formula))
            self._formulas.add(self._part, self._row, self._column, self._formula)
        self._formula = ""

    def text(self, data: str) -> None:
        """Collect a formula or the number of a shared string, or measure one."""
        if self._in_value and not data.isspace():
            self._has_value = True
        if self._in_formula and len(self._formula) < LONGEST:
            self._formula += data[:LONGEST]
        if not self._collect:
            return
        if self.root == "sst":
            self._length += len(data)
        elif len(self._digits) < 32:
            self._digits += data


class OpenDocumentWalker(Walker):
    """The content of an .ods, where one element may stand for a million cells.

    `merged` holds the merged cells of each table, which the reader does not give.
    """

    def __init__(self, tally: Tally) -> None:
        self.merged: list[list[MergedRange]] = []
        self._tally = tally
        self._row = self._column = 0
        self._row_repeat = self._column_repeat = 1
        self._length = 0
        self._filled = False
        self._in_cell = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin a table, a row or a cell."""
        local = name.rsplit(" ", 1)[-1]
        if local in {"table-cell", "covered-table-cell"}:
            self._column_repeat = _repeat(attributes, "number-columns-repeated")
            self._in_cell, self._length = True, 0
            self._filled = any(key.endswith(" value-type") for key in attributes)
            self._merge(attributes)
        elif local == "table-row":
            self._row_repeat = _repeat(attributes, "number-rows-repeated")
            self._column = 0
        elif local == "table":
            self._tally.next_sheet()
            self.merged.append([])
            self._row = 0

    def _merge(self, attributes: dict[str, str]) -> None:
        rows = _repeat(attributes, "number-rows-spanned")
        columns = _repeat(attributes, "number-columns-spanned")
        if (rows > 1 or columns > 1) and self.merged:
            last_row, last_column = self._row + rows - 1, self._column + columns - 1
            self.merged[-1].append(MergedRange(self._row, self._column, last_row, last_column))

    def end(self, name: str) -> None:
        """Count a finished cell with its repetitions."""
        local = name.rsplit(" ", 1)[-1]
        if local in {"table-cell", "covered-table-cell"}:
            self._column += self._column_repeat
            if self._filled or self._length:
                self._tally.value(
                    self._row + self._row_repeat - 1,
                    self._column - 1,
                    self._length * self._column_repeat * self._row_repeat,
                )
            self._in_cell = False
        elif local == "table-row":
            self._row += self._row_repeat

    def text(self, data: str) -> None:
        """Measure the text of a cell."""
        if self._in_cell:
            self._length += len(data.strip())


def _attribute(attributes: dict[str, str], local: str) -> str:
    return next((v for k, v in attributes.items() if k.rsplit(" ", 1)[-1] == local), "")


def _repeat(attributes: dict[str, str], local: str) -> int:
    stated = _attribute(attributes, local)
    return int(stated) if stated.isdecimal() and len(stated) < 10 else 1
