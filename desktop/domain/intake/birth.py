"""The birth date of a row, from whichever columns say something about it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from desktop.domain.intake.date_columns import read_date_column, stated_order
from desktop.domain.intake.dates import DateReading, Purpose, born_at_age, read_date
from desktop.domain.intake.fields import Field
from desktop.domain.intake.months import MONTHS
from desktop.domain.intake.table import Table
from desktop.domain.intake.words import key, says_nothing

_MISSING = DateReading(missing=True)
_YEAR = re.compile(r"'?(\d{4}|\d{2})(?!\d|[.,/\-]\d)")


class BirthDates:
    """Readings of all rows of a table, with the column that each came from."""

    def __init__(
        self,
        table: Table,
        rows: Iterable[int],
        *,
        today: date,
        listed_on: date,
        day_first: Mapping[int, bool],
    ) -> None:
        self._table = table
        self._today = today
        self._listed_on = listed_on
        rows = tuple(rows)
        columns = table.columns_of(Field.BIRTH_DATE)
        self.column = next(
            (
                table.columns_of(field)[0]
                for field in (Field.BIRTH_DATE, Field.BIRTH_YEAR, Field.AGE)
                if table.has(field)
            ),
            None,
        )
        self._dates = (
            read_date_column(
                ((row, table.value(row, columns[0])) for row in rows),
                today=today,
                day_first=day_first.get(columns[0]),
                stated=stated_order(table.header.text(columns[0])),
            )
            if columns
            else {}
        )

    @property
    def is_asked(self) -> bool:
        """Whether the list has any column for it."""
        return self.column is not None

    def read(self, row: int, beside_name: str) -> DateReading:
        """Birth date of a row; `beside_name` is what stood after the name."""
        reading = self._dates.get(row, _MISSING)
        if reading.missing:
            reading = self._in_three_columns(row)
        if reading.missing and beside_name:
            found = read_date(beside_name, today=self._today)
            reading = found if found.value is not None or found.alternative else reading
        age = self.stated_age(row)
        if reading.missing and age is not None:
            span = born_at_age(age, self._listed_on)
            return DateReading(span, ("birth_from_age",), age=age)
        if reading.age is not None:
            return replace(reading, value=born_at_age(reading.age, self._listed_on))
        if age is not None and reading.value is not None:
            youngest, oldest = reading.value.ages_on(self._listed_on)
            if not youngest - 1 <= age <= oldest + 1:
                return replace(reading, doubts=(*reading.doubts, "birth_and_age_differ"))
        return reading

    def as_given(self, row: int, beside_name: str) -> str:
        """What the list says, as it was written."""
        stated = self._table.first(row, Field.BIRTH_DATE)
        if stated and not says_nothing(stated):
            return stated
        parts = (Field.BIRTH_DAY, Field.BIRTH_MONTH, Field.BIRTH_YEAR, Field.AGE)
        return " ".join(filter(None, (self._table.first(row, p) for p in parts))) or beside_name

    def stated_age(self, row: int) -> int | None:
        """Age in years that the list states, or None."""
        text = self._table.first(row, Field.AGE)
        if not text or says_nothing(text):
            return None
        return read_date(text, today=self._today).age

    def _in_three_columns(self, row: int) -> DateReading:
        year = self._table.first(row, Field.BIRTH_YEAR)
        if not year or says_nothing(year):
            return _MISSING
        digits = _YEAR.match(year)
        if digits is None:
            return read_date(year, today=self._today)
        year = digits[1]
        day = self._table.first(row, Field.BIRTH_DAY)
        month = self._table.first(row, Field.BIRTH_MONTH)
        number = MONTHS.get(key(month), 0) or (int(month) if month.isdecimal() else 0)
        text = f"{day or '00'}.{number:02}.{year}" if day.isdecimal() or not day else year
        return read_date(text, today=self._today, purpose=Purpose.BIRTH)
