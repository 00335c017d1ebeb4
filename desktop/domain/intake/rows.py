"""Tell the rows that are people from titles, headings, sections, totals, signatures and notes."""

import re
from dataclasses import dataclass, replace

from desktop.domain.intake.fields import NAME_FIELDS, Field
from desktop.domain.intake.header_rows import is_numbering
from desktop.domain.intake.model import SkippedRow
from desktop.domain.intake.name_cells import looks_like_name, read_name_cell
from desktop.domain.intake.problems import Problems
from desktop.domain.intake.table import Table
from desktop.domain.intake.value_words import (
    FAMILIES,
    PARTS_OF_ALL,
    PLACEHOLDERS,
    SIGNATURES,
    SINGLES,
    TOTALS,
    VEHICLES,
)
from desktop.domain.intake.words import PhraseBook, key, says_nothing
from desktop.domain.names.given_names import is_known
from desktop.domain.names.kinship import patronymic_sex, surname_weight

_LINE_TO_SIGN = re.compile(r"_{3,}|\.{5,}|/\s*подпись\s*/", re.IGNORECASE)
_PLURAL_SURNAME = re.compile(r"[^\W\d_]+(?:ов|ев|ёв|ин)ы(?:х|е)?\W*$", re.IGNORECASE)
_DATE = re.compile(r"\d[.,/\-]\d|\d{4}")
_NUMBER = re.compile(r"(?<![\d.,/])\d{1,5}(?![\d.,/]\d)")
_SURNAME = 5
_MOST = 0.6
_REPEATED_SHARE = 0.6
_NUMBER_DIGITS = 6
_LONGEST_SECTION = 60

_EVIDENCE = frozenset(
    {
        Field.BIRTH_DATE,
        Field.BIRTH_YEAR,
        Field.AGE,
        Field.DOCUMENT,
        Field.BIRTH_CERTIFICATE,
        Field.SEX,
    }
)
"""Values that only a person has; a total or a signature has none of them."""

_ADDITIONS = frozenset(
    {
        Field.PHONE,
        Field.ADDRESS,
        Field.NOTE,
        Field.DOCUMENT,
        Field.OTHER,
        Field.EMAIL,
        Field.PATRONYMIC,
    }
)
"""Values that go on in a second line under a person."""


@dataclass(frozen=True)
class Section:
    """A heading between rows; `is_family` if it names one."""

    row: int
    text: str
    is_family: bool


@dataclass(frozen=True)
class Rows:
    """Every row of a sheet, sorted: people, their continuation lines, and all others.

    `additions` maps the row of a person to the rows that go on with it. Rows count from 0.
    """

    people: tuple[int, ...]
    additions: dict[int, tuple[int, ...]]
    sections: tuple[Section, ...]
    skipped: tuple[SkippedRow, ...]


def sort_rows(table: Table, left_out: frozenset[int], problems: Problems) -> Rows:
    """Sort all rows; `left_out` are rows (from 1) that the officer leaves out."""
    sorter = _Sorter(table, problems)
    for row in range(len(table.sheet.rows)):
        if row + 1 in left_out:
            sorter.skip(row, "left_out")
        elif table.header.is_found and row <= table.header.last:
            sorter.head(row)
        else:
            sorter.sort(row)
    return sorter.result()


class _Sorter:
    def __init__(self, table: Table, problems: Problems) -> None:
        self._table = table
        self._problems = problems
        self._name_columns = [g.index for g in table.columns if g.field in NAME_FIELDS]
        self._heading_keys = [
            {key(text) for text in table.written(row).values()}
            for row in range(table.header.first, table.header.last + 1)
        ]
        self._people: list[int] = []
        self._additions: dict[int, tuple[int, ...]] = {}
        self._sections: list[Section] = []
        self._skipped: list[SkippedRow] = []
        self._since_heading = 0
        self._is_numbered, self._is_proven = self._habits()

    def _habits(self) -> tuple[bool, bool]:
        """Whether most people of the list have a running number, and a birth date or document."""
        named = proven = numbered = 0
        has_numbers = self._table.has(Field.RUNNING_NUMBER)
        for row in range(self._table.header.last + 1, len(self._table.sheet.rows)):
            if not any(looks_like_name(self._own(row, c)) for c in self._name_columns):
                continue
            is_numbered = self._has_number(row)
            is_proven = self._has_proof(self._table.written(row))
            named += is_numbered or is_proven or not has_numbers
            numbered += is_numbered
            proven += is_proven
        least = _MOST * named
        return 0 < least <= numbered, 0 < least <= proven

    def _has_number(self, row: int) -> bool:
        return any(map(str.isdecimal, self._table.first(row, Field.RUNNING_NUMBER)))

    def _has_proof(self, written: dict[int, str]) -> bool:
        return any(self._is_personal(column, text) for column, text in written.items())

    def _is_part_of_total(self, row: int, written: dict[int, str]) -> bool:
        """Whether a row counts men, women, children or families: "мужчин | 4"."""
        names = [written[c] for c in self._name_columns if c in written][:1]
        numbers = [t for c, t in written.items() if self._field(c) is not Field.RUNNING_NUMBER]
        return (
            any(map(PARTS_OF_ALL.starts, names))
            and any(map(_NUMBER.search, numbers))
            and not self._has_number(row)
            and not self._has_proof(written)
        )

    def _is_remark(self, row: int, written: dict[int, str]) -> bool:
        """Whether a row with words in a name column has nothing of a person.

        Where the others have birth dates or documents and running numbers, a row with none of
        them is a person only if its words are names.
        """
        names = [self._own(row, c) for c in self._name_columns if c in written]
        names = [name for name in names if looks_like_name(name)]
        if not self._is_proven or not names or self._has_proof(written):
            return False
        if all(map(PLACEHOLDERS.is_whole, names)):
            return True
        if self._is_numbered and self._has_number(row):
            return False
        return len(written) > 1 and not any(map(_is_name_word, " ".join(names).split()))

    def result(self) -> Rows:
        """Everything that was sorted; a heading with nobody under it is a note."""
        last = self._people[-1] if self._people else -1
        skipped = (
            replace(s, reason="intake.row_note")
            if s.reason == "intake.row_section" and s.row - 1 > last
            else s
            for s in self._skipped
        )
        sections = tuple(section for section in self._sections if section.row < last)
        return Rows(tuple(self._people), self._additions, sections, tuple(skipped))

    def skip(self, row: int, reason: str) -> None:
        """Set a row aside."""
        text = " · ".join(dict.fromkeys(self._table.written(row).values()))
        self._skipped.append(SkippedRow(row=row + 1, reason=f"intake.row_{reason}", text=text))

    def head(self, row: int) -> None:
        """Set a row of or above the heading aside."""
        if not self._table.written(row):
            self.skip(row, "blank")
        else:
            self.skip(row, "title" if row < self._table.header.first else "heading")

    def sort(self, row: int) -> None:
        """Sort one row under the heading."""
        written = self._table.written(row)
        fields = {self._field(c) for c, text in written.items() if not says_nothing(text)}
        if not written or all(says_nothing(text) for text in written.values()):
            self.skip(row, "blank")
        elif self._repeats_heading(row, written):
            self.skip(row, "heading")
        elif self._says(TOTALS, row, written):
            self._total(row, written)
        elif self._is_signature(row, written):
            self.skip(row, "signature")
        elif self._is_part_of_total(row, written):
            self.skip(row, "total")
        elif self._is_remark(row, written):
            self.skip(row, "note")
            self._problems.add("intake.row_no_name", row)
        elif self._names_person(row, written):
            self._people.append(row)
            self._since_heading += 1
        else:
            self._sort_nameless(row, written, fields)

    def _field(self, column: int) -> Field:
        columns = self._table.columns
        return columns[column].field if column < len(columns) else Field.OTHER

    def _repeats_heading(self, row: int, written: dict[int, str]) -> bool:
        keys = {key(text) for text in written.values()}
        return len(keys) > 1 and (
            any(len(keys & head) >= _REPEATED_SHARE * len(keys) for head in self._heading_keys)
            or (is_numbering(self._table.sheet.rows[row]) and len(keys) > 3)
        )

    def _says(self, book: PhraseBook, row: int, written: dict[int, str]) -> bool:
        """Whether a row begins with a phrase and has no name beside it."""
        spoken = [c for c, text in list(written.items())[:2] if book.starts(text)]
        named = [c for c in self._name_columns if c not in spoken and c in written]
        return (
            bool(spoken)
            and not any(looks_like_name(self._own(row, c)) for c in named)
            and not any(self._is_personal(column, text) for column, text in written.items())
        )

    def _is_personal(self, column: int, text: str) -> bool:
        """Whether a value is one that only a person has, and not a word in its column."""
        field = self._field(column)
        if field is Field.BIRTH_DATE:
            return _DATE.search(text) is not None
        digits = sum(map(str.isdecimal, text))
        return field in {Field.DOCUMENT, Field.BIRTH_CERTIFICATE} and digits >= _NUMBER_DIGITS

    def _is_signature(self, row: int, written: dict[int, str]) -> bool:
        if any(_LINE_TO_SIGN.search(text) for text in written.values()):
            return True
        return self._says(SIGNATURES, row, written) or self._is_office(row, written)

    def _is_office(self, row: int, written: dict[int, str]) -> bool:
        """Whether the name column names an office ("Водитель"), whatever stands beside it."""
        names = [written[c] for c in self._name_columns if c in written]
        return (
            self._is_numbered
            and not self._has_number(row)
            and any(map(SIGNATURES.is_whole, names))
            and not any(map(is_known, names))
        )

    def _names_person(self, row: int, written: dict[int, str]) -> bool:
        named = [c for c in self._name_columns if looks_like_name(self._own(row, c))]
        if not named:
            return False
        texts = set(written.values())
        if len(texts) > 1:
            others = [c for c in written if c not in named]
            return bool(others) or not self._is_section(next(iter(texts)))
        text = texts.pop()
        return not self._is_section(text) and named[0] in written and _is_surely_name(text)

    def _own(self, row: int, column: int) -> str:
        text = self._table.text(row, column)
        return "" if says_nothing(text) else read_name_cell(text).own

    @staticmethod
    def _is_section(text: str) -> bool:
        if len(text) > _LONGEST_SECTION:
            return False
        return bool(
            VEHICLES.find(text)
            or FAMILIES.find(text)
            or _PLURAL_SURNAME.match(text)
            or PARTS_OF_ALL.is_whole(text)
            or SINGLES.is_whole(text)
        )

    def _sort_nameless(self, row: int, written: dict[int, str], fields: set[Field]) -> None:
        texts = list(dict.fromkeys(written.values()))
        previous = self._people[-1] if self._people else -1
        continues = previous >= 0 and previous + 1 + len(self._additions.get(previous, ())) == row
        if len(texts) == 1 and self._is_heading_between(texts[0]):
            self._section(row, texts[0])
        elif fields <= {Field.RUNNING_NUMBER}:
            self.skip(row, "number_only" if len(texts) == 1 and texts[0].isdecimal() else "note")
        elif continues and (fields <= _ADDITIONS or self._is_inside_merged_name(row)):
            self._additions[previous] = (*self._additions.get(previous, ()), row)
            self.skip(row, "continuation")
            self._problems.add("intake.row_joined", row, params={"person": previous + 1})
        elif len(texts) == 1 and not fields & _EVIDENCE:
            self.skip(row, "note")
        else:
            self.skip(row, "no_name")
            self._problems.add("intake.row_no_name", row)

    def _is_heading_between(self, text: str) -> bool:
        return self._is_section(text) or (len(text) <= _LONGEST_SECTION and text.endswith(":"))

    def _is_inside_merged_name(self, row: int) -> bool:
        return any(
            m.first_row < row <= m.last_row and m.first_column in self._name_columns
            for m in self._table.merged_rows
        )

    def _section(self, row: int, text: str) -> None:
        is_family = bool(FAMILIES.find(text) or _PLURAL_SURNAME.match(text))
        is_family = is_family and not (SINGLES.find(text) or PARTS_OF_ALL.is_whole(text))
        self._sections.append(Section(row, text, is_family))
        self._since_heading = 0
        self.skip(row, "section")

    def _total(self, row: int, written: dict[int, str]) -> None:
        self.skip(row, "total")
        before = ""
        for text in written.values():
            match = _NUMBER.search(text)
            if match is None:
                before = f"{before} {text}"
                continue
            if PARTS_OF_ALL.find(f"{before} {text[: match.start()]}"):
                break
            stated, counted = int(match[0]), len(self._people)
            if stated not in {counted, self._since_heading}:
                self._problems.add(
                    "intake.total_differs", row, params={"stated": stated, "counted": counted}
                )
            break
        self._since_heading = 0


def _is_surely_name(text: str) -> bool:
    """Whether a text that stands alone in its row is a name and no remark."""
    words = read_name_cell(text).own.split()
    return 2 <= len(words) <= 4 and any(map(_is_name_word, words))


def _is_name_word(word: str) -> bool:
    return bool(is_known(word) or surname_weight(word) >= _SURNAME or patronymic_sex(word))
