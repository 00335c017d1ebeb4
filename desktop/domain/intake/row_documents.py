"""The identity documents of a row, from all columns that speak of them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from desktop.domain.intake.date_columns import read_date_column, stated_order
from desktop.domain.intake.dates import DateReading, Purpose
from desktop.domain.intake.document_cells import read_document
from desktop.domain.intake.fields import Field
from desktop.domain.intake.model import DocumentDraft
from desktop.domain.intake.problems import Problems
from desktop.domain.intake.table import Table
from desktop.domain.intake.value_words import DOCUMENT_KINDS, DOCUMENT_STATES
from desktop.domain.intake.words import says_nothing

_LOST = frozenset({"lost", "withheld"})
_COLUMNS = ((Field.DOCUMENT, "passport"), (Field.BIRTH_CERTIFICATE, "birth_certificate"))


class RowDocuments:
    """Reads the documents of the rows of one table."""

    def __init__(
        self,
        table: Table,
        rows: Iterable[int],
        *,
        today: date,
        day_first: Mapping[int, bool],
        problems: Problems,
    ) -> None:
        self._table = table
        self._today = today
        self._day_first = day_first
        self._problems = problems
        rows = tuple(rows)
        self._issued = self._dates(rows, Field.ISSUED, Purpose.ISSUED)
        self._expires = self._dates(rows, Field.EXPIRES, Purpose.EXPIRES)

    def _dates(
        self, rows: tuple[int, ...], field: Field, purpose: Purpose
    ) -> dict[int, DateReading]:
        columns = self._table.columns_of(field)
        if not columns:
            return {}
        cells = ((row, self._table.value(row, columns[0])) for row in rows)
        return read_date_column(
            cells,
            today=self._today,
            purpose=purpose,
            day_first=self._day_first.get(columns[0]),
            stated=stated_order(self._table.header.text(columns[0])),
        )

    def read(
        self, row: int, lines: tuple[int, ...], beside_name: str, remark: str
    ) -> tuple[DocumentDraft, ...]:
        """Documents of a person; `lines` are the rows that go on with it.

        `beside_name` and `remark` stood in the cell of the name: numbers, and words.
        """
        found = self._read(row, lines, beside_name, is_lost=_state(remark) in _LOST)
        if _state(remark) not in _LOST or any(d.state in _LOST for d in found):
            return found
        if found:
            return (replace(found[0], state=_state(remark)), *found[1:])
        return (DocumentDraft(kind="passport", number="", as_given=remark, state=_state(remark)),)

    def _read(
        self, row: int, lines: tuple[int, ...], beside_name: str, *, is_lost: bool
    ) -> tuple[DocumentDraft, ...]:
        found: list[DocumentDraft] = []
        says_none = False
        for field, kind in _COLUMNS:
            for column in self._table.columns_of(field):
                for line in (row, *lines):
                    drafts, none = self._read_cell(row, line, column, kind)
                    found += drafts
                    says_none = says_none or none
        if not found and beside_name and not self._table.has(Field.DOCUMENT):
            reading = read_document(beside_name, kind="passport", today=self._today)
            found = [document for document in reading.documents if document.number]
        if found:
            return (self._completed(row, found[0]), *found[1:])
        columns = self._table.columns_of(Field.DOCUMENT)
        if columns and not says_none and not is_lost:
            self._problems.add("intake.document_missing", row, columns[0])
        return ()

    def _read_cell(
        self, row: int, line: int, column: int, kind: str
    ) -> tuple[tuple[DocumentDraft, ...], bool]:
        value = self._table.value(line, column)
        series = self._table.first(line, Field.DOCUMENT_SERIES)
        if series and not says_nothing(series) and kind == "passport" and value != "":
            number = self._table.text(line, column)
            # A series of digits (45 10) is the beginning of the number itself.
            plain = series.replace(" ", "")
            value = plain + number if plain.isdecimal() else f"{series} {number}"
        stated = DOCUMENT_KINDS.find(self._table.first(row, Field.DOCUMENT_KIND))
        reading = read_document(value, kind=stated or kind, today=self._today, column=column)
        for doubt in reading.doubts:
            self._problems.add(
                f"intake.{doubt}",
                line,
                column,
                params={
                    "text": self._table.text(line, column),
                    "number": next((d.number for d in reading.documents), ""),
                },
                suggestion=reading.suggestion,
            )
        return reading.documents, reading.says_none

    def _completed(self, row: int, document: DocumentDraft) -> DocumentDraft:
        """Add what columns of their own say about the first document."""
        if not any(map(self._table.has, (Field.AUTHORITY, Field.ISSUED, Field.EXPIRES))):
            return document
        authority = self._table.first(row, Field.AUTHORITY)
        if says_nothing(authority):
            authority = ""
        completed = replace(
            document,
            issued=self._day(row, Field.ISSUED) or document.issued,
            expires=self._day(row, Field.EXPIRES) or document.expires,
            authority=authority or document.authority,
        )
        if completed.issued and completed.expires and completed.issued >= completed.expires:
            self._problems.add("intake.document_dates", row, document.column)
        return completed

    def _day(self, row: int, field: Field) -> date | None:
        readings = self._issued if field is Field.ISSUED else self._expires
        reading = readings.get(row, DateReading(missing=True))
        column = next(iter(self._table.columns_of(field)), None)
        value = reading.value
        iso = value.iso if value is not None else ""
        for doubt in reading.doubts:
            self._problems.add(
                f"intake.{doubt}",
                row,
                column,
                params={"text": self._table.first(row, field), "reading": iso},
                suggestion=iso,
                alternative=reading.alternative.iso if reading.alternative else "",
            )
        return value.earliest if value is not None and value.is_exact else None


def _state(remark: str) -> str:
    return DOCUMENT_STATES.find(remark) if remark else ""
