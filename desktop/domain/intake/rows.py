"""Tell the rows that are people from titles, headings, sections, totals, signatures and notes."""

import re
from dataclasses import dataclass, replace

from desktop.domain.intake.fields import Field
from desktop.domain.intake.model import SkippedRow
from desktop.domain.intake.problems import Problems
from desktop.domain.intake.row_signs import RowSigns
from desktop.domain.intake.table import Table
from desktop.domain.intake.value_words import PARTS_OF_ALL, TOTALS
from desktop.domain.intake.words import says_nothing

_NUMBER = re.compile(r"(?<![\d.,/])\d{1,5}(?![\d.,/]\d)")
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
        self._signs = RowSigns(table)
        self._people: list[int] = []
        self._additions: dict[int, tuple[int, ...]] = {}
        self._sections: list[Section] = []
        self._skipped: list[SkippedRow] = []
        self._since_heading = 0

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
        if not written or all(says_nothing(text) for text in written.values()):
            self.skip(row, "blank")
        elif self._signs.repeats_heading(row, written):
            self.skip(row, "heading")
        elif self._signs.says(TOTALS, row, written):
            self._total(row, written)
        elif self._signs.is_signature(row, written):
            self.skip(row, "signature")
        elif self._signs.is_part_of_total(row, written):
            self.skip(row, "total")
        elif self._follows_person(row) and self._signs.is_latin_line(
            row, written, self._people[-1]
        ):
            self._continue(row)
        elif family := self._signs.family_heading(row, written):
            self._section(row, family)
        elif self._signs.is_remark(row, written):
            self.skip(row, "note")
            text = " · ".join(dict.fromkeys(written.values()))
            self._problems.add("intake.row_remark", row, params={"text": text})
        elif self._signs.names_person(row, written) or self._signs.is_odd_person(row, written):
            self._people.append(row)
            self._since_heading += 1
        else:
            self._sort_nameless(row, written)

    def _sort_nameless(self, row: int, written: dict[int, str]) -> None:
        fields = {self._signs.field(c) for c, text in written.items() if not says_nothing(text)}
        texts = list(dict.fromkeys(written.values()))
        continues = self._follows_person(row)
        if len(texts) == 1 and self._signs.is_heading_between(texts[0]):
            self._section(row, texts[0])
        elif fields <= {Field.RUNNING_NUMBER}:
            self.skip(row, "number_only" if len(texts) == 1 and texts[0].isdecimal() else "note")
        elif continues and (fields <= _ADDITIONS or self._signs.is_inside_merged_name(row)):
            self._continue(row)
        elif len(texts) == 1 and not fields & _EVIDENCE:
            self.skip(row, "note")
        elif self._signs.counts_only(texts):
            self.skip(row, "total")
        else:
            self.skip(row, "no_name")
            self._problems.add("intake.row_no_name", row)

    def _follows_person(self, row: int) -> bool:
        """Whether the row right above is a person, or a line that goes on with one."""
        if not self._people:
            return False
        previous = self._people[-1]
        return previous + 1 + len(self._additions.get(previous, ())) == row

    def _continue(self, row: int) -> None:
        previous = self._people[-1]
        self._additions[previous] = (*self._additions.get(previous, ()), row)
        self.skip(row, "continuation")
        self._problems.add("intake.row_joined", row, params={"person": previous + 1})

    def _section(self, row: int, text: str) -> None:
        self._sections.append(Section(row, text, self._signs.is_family(text)))
        self._since_heading = 0
        self.skip(row, "section")

    def _total(self, row: int, written: dict[int, str]) -> None:
        self.skip(row, "total")
        before = ""
        for text in written.values():
            match = None if text.startswith("=") else _NUMBER.search(text)
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
