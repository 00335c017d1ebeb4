"""What in a row speaks for a person, a heading, a total, a signature or a remark."""

import re

from desktop.domain.intake.fields import NAME_FIELDS, Field
from desktop.domain.intake.header_rows import is_numbering
from desktop.domain.intake.name_cells import looks_like_name, read_name_cell
from desktop.domain.intake.name_remarks import is_name_word
from desktop.domain.intake.table import Table
from desktop.domain.intake.value_words import (
    FAMILIES,
    PARTS_OF_ALL,
    PLACEHOLDERS,
    SIGNATURES,
    SINGLES,
    VEHICLES,
)
from desktop.domain.intake.words import PhraseBook, key, says_nothing
from desktop.domain.names.folding import search_tokens
from desktop.domain.names.given_names import is_known
from desktop.domain.names.scripts import script_of

_LINE_TO_SIGN = re.compile(r"_{3,}|\.{5,}|/\s*подпись\s*/", re.IGNORECASE)
_PLURAL_SURNAME = re.compile(r"[^\W\d_]+(?:ов|ев|ёв|ин)ы(?:х|е)?\W*$", re.IGNORECASE)
_DATE = re.compile(r"\d[.,/\-]\d|\d{4}")
_NUMBER = re.compile(r"(?<![\d.,/])\d{1,5}(?![\d.,/]\d)")
_COUNT = re.compile(r"\d{1,4}(?:\s+[^\W\d_]+){0,2}\W*")
_LONG_NUMBER = re.compile(r"(?:\d\D*){6}")
_MOST = 0.6
_REPEATED_SHARE = 0.6
_LONGEST_SECTION = 60
_LONGEST_NAME = 200
_SHARED_WORDS = 2

_PERSONAL = frozenset({Field.BIRTH_DATE, Field.DOCUMENT, Field.BIRTH_CERTIFICATE})
"""Meanings of values that only a person has, and no total or signature."""

_BESIDE_HEADING = frozenset({Field.PHONE, Field.ADDRESS, Field.NOTE, Field.OTHER})
"""Values that may stand beside the heading of a family."""


class RowSigns:
    """Looks at the rows of one table, counted from 0.

    `written` are the columns of a row that were written into, with their texts.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._name_columns = [g.index for g in table.columns if g.field in NAME_FIELDS]
        self._personal = [
            (guess.index, guess.field is Field.BIRTH_DATE)
            for guess in table.columns
            if guess.field in _PERSONAL
        ]
        self._proofs: dict[int, bool] = {}
        self._heading_keys = [
            {key(text) for text in table.written(row).values()}
            for row in range(table.header.first, table.header.last + 1)
        ]
        self._is_numbered, self.is_proven = self._habits()

    def _habits(self) -> tuple[bool, bool]:
        """Whether most people of the list have a running number, and a birth date or document."""
        named = proven = numbered = 0
        has_numbers = self._table.has(Field.RUNNING_NUMBER)
        for row in range(self._table.header.last + 1, len(self._table.sheet.rows)):
            if not any(looks_like_name(self.own(row, c)) for c in self._name_columns):
                continue
            is_numbered = self.has_number(row)
            is_proven = self.has_proof(row)
            named += is_numbered or is_proven or not has_numbers
            numbered += is_numbered
            proven += is_proven
        least = _MOST * named
        return 0 < least <= numbered, 0 < least <= proven

    def has_number(self, row: int) -> bool:
        """Whether a row has a running number."""
        return any(map(str.isdecimal, self._table.first(row, Field.RUNNING_NUMBER)))

    def has_proof(self, row: int) -> bool:
        """Whether a row has a value that only a person has: a date of birth, a document."""
        found = self._proofs.get(row)
        if found is None:
            written = self._table.written(row)
            found = self._proofs[row] = any(
                (_DATE.search(text) if is_birth else _LONG_NUMBER.search(text)) is not None
                for column, is_birth in self._personal
                if (text := written.get(column))
            )
        return found

    def is_part_of_total(self, row: int, written: dict[int, str]) -> bool:
        """Whether a row counts men, women, children or families: "мужчин | 4"."""
        columns = (*self._name_columns, *self._table.columns_of(Field.RUNNING_NUMBER))
        names = [written[c] for c in columns if c in written][:1]
        numbers = [t for c, t in written.items() if self.field(c) is not Field.RUNNING_NUMBER]
        return (
            any(map(PARTS_OF_ALL.starts, names))
            and any(map(_NUMBER.search, numbers))
            and not self.has_number(row)
            and not self.has_proof(row)
        )

    def family_heading(self, row: int, written: dict[int, str]) -> str:
        """The heading of a family with its telephone or address beside it, or ''."""
        first, *others = written
        text = written[first]
        is_family = len(text) <= _LONGEST_SECTION and (
            FAMILIES.starts(text) or _PLURAL_SURNAME.fullmatch(text)
        )
        beside = {self.field(column) for column in others}
        if not others or not is_family or not beside <= _BESIDE_HEADING:
            return ""
        return "" if self.has_proof(row) else text

    def is_remark(self, row: int, written: dict[int, str]) -> bool:
        """Whether a row with words in a name column has nothing of a person.

        Where the others have birth dates or documents and running numbers, a row with none of
        them is a person only if its words are names.
        """
        names = [self.own(row, c) for c in self._name_columns if c in written]
        names = [name for name in names if looks_like_name(name)]
        if not self.is_proven or not names or self.has_proof(row):
            return False
        if all(map(PLACEHOLDERS.is_whole, names)):
            return True
        if self._is_numbered and self.has_number(row):
            return False
        return len(written) > 1 and not any(map(is_name_word, " ".join(names).split()))

    def field(self, column: int) -> Field:
        """Meaning of a column; that of cells outside the table is not known."""
        columns = self._table.columns
        return columns[column].field if column < len(columns) else Field.OTHER

    def repeats_heading(self, row: int, written: dict[int, str]) -> bool:
        """Whether a row is the heading again, or numbers the columns."""
        if self.has_proof(row):
            return False
        keys = {key(text) for text in written.values()}
        return len(keys) > 1 and (
            any(len(keys & head) >= _REPEATED_SHARE * len(keys) for head in self._heading_keys)
            or (is_numbering(self._table.sheet.rows[row]) and len(keys) > 3)
        )

    def says(self, book: PhraseBook, row: int, written: dict[int, str]) -> bool:
        """Whether a row begins with a phrase and has no name beside it."""
        if self.has_proof(row):
            return False
        spoken = [c for c, text in list(written.items())[:2] if book.starts(text)]
        named = [c for c in self._name_columns if c not in spoken and c in written]
        return bool(spoken) and not any(looks_like_name(self.own(row, c)) for c in named)

    def is_signature(self, row: int, written: dict[int, str]) -> bool:
        """Whether a row is signed, or names somebody by the office and not as a traveller."""
        if any(_LINE_TO_SIGN.search(text) for text in written.values()):
            return True
        return self.says(SIGNATURES, row, written) or self._is_office(row, written)

    def _is_office(self, row: int, written: dict[int, str]) -> bool:
        """Whether the name or the number column names an office, whatever stands beside it."""
        columns = (*self._name_columns, *self._table.columns_of(Field.RUNNING_NUMBER))
        spoken = [written[c].partition(":")[0] for c in columns if c in written]
        return (
            not self.has_number(row)
            and any(map(SIGNATURES.is_whole, spoken))
            and not any(map(is_known, spoken))
        )

    def names_person(self, row: int, written: dict[int, str]) -> bool:
        """Whether a row has a name in a column of names, and is no heading."""
        named = [c for c in self._name_columns if looks_like_name(self.own(row, c))]
        if not named:
            return False
        texts = set(written.values())
        if len(texts) > 1:
            others = [c for c in written if c not in named]
            return bool(others) or not self.is_section(next(iter(texts)))
        text = texts.pop()
        return not self.is_section(text) and named[0] in written and _is_surely_name(text)

    def is_odd_person(self, row: int, written: dict[int, str]) -> bool:
        """Whether a text that is no name stands in its place, in a row of a person."""
        odd = [written[c] for c in self._name_columns if c in written]
        odd = [t for t in odd if len(t) <= _LONGEST_NAME and sum(map(str.isalpha, t)) > 1]
        if not odd or any(map(self.is_section, odd)):
            return False
        if self._is_numbered and not self.has_number(row):
            return any(read_name_cell(text).is_odd for text in odd) and self.has_proof(row)
        return self.has_proof(row) or (self._is_numbered and self.has_number(row))

    def own(self, row: int, column: int) -> str:
        """The name in a cell, or ''."""
        text = self._table.text(row, column)
        return "" if says_nothing(text) else read_name_cell(text).own

    @staticmethod
    def is_section(text: str) -> bool:
        """Whether a text heads the rows under it: a bus, a family, the women."""
        if len(text) > _LONGEST_SECTION:
            return False
        return bool(
            VEHICLES.find(text)
            or FAMILIES.find(text)
            or _PLURAL_SURNAME.match(text)
            or PARTS_OF_ALL.is_whole(text)
            or SINGLES.is_whole(text)
        )

    def is_heading_between(self, text: str) -> bool:
        """Whether a text that stands alone in its row heads what follows."""
        return self.is_section(text) or (len(text) <= _LONGEST_SECTION and text.endswith(":"))

    def is_inside_merged_name(self, row: int) -> bool:
        """Whether the cell of the name is merged with the row above."""
        return any(
            m.first_row < row <= m.last_row and m.first_column in self._name_columns
            for m in self._table.merged_rows
        )

    def counts_only(self, texts: list[str]) -> bool:
        """Whether a row without a name has numbers that count: "5 паспортов"."""
        return self.is_proven and all(map(_COUNT.fullmatch, texts))

    @staticmethod
    def is_family(text: str) -> bool:
        """Whether a heading between rows names one family, and not all families or none."""
        names_one = bool(FAMILIES.find(text) or _PLURAL_SURNAME.match(text))
        return names_one and not (SINGLES.find(text) or PARTS_OF_ALL.is_whole(text))

    def is_latin_line(self, row: int, written: dict[int, str], above: int) -> bool:
        """Whether a row has nothing but the name of `above` in the letters of the passport."""
        if not set(written) <= set(self._name_columns):
            return False
        lower = " ".join(self.own(row, column) for column in self._name_columns)
        upper = " ".join(self.own(above, column) for column in self._name_columns)
        if script_of(lower) != "Latn" or script_of(upper) != "Cyrl":
            return False
        words = set(search_tokens(lower))
        shared = sum(not words.isdisjoint(search_tokens(word)) for word in upper.split())
        return shared >= min(_SHARED_WORDS, len(lower.split()))


def _is_surely_name(text: str) -> bool:
    """Whether a text that stands alone in its row is a name and no remark."""
    words = read_name_cell(text).own.split()
    return 2 <= len(words) <= 4 and any(map(is_name_word, words))
