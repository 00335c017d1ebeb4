"""Recognise the people of a list: the one door of this room."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.domain.intake.areas import AreaNames
from desktop.domain.intake.checks import check_list, settle_names
from desktop.domain.intake.column_mending import SECOND_PEOPLE
from desktop.domain.intake.columns import recognise_columns
from desktop.domain.intake.countries import CountryNames
from desktop.domain.intake.dates import Purpose, read_date
from desktop.domain.intake.fields import NAME_FIELDS, Field
from desktop.domain.intake.groups import group_people
from desktop.domain.intake.header_rows import (
    Header,
    find_header,
    header_at,
    no_header,
)
from desktop.domain.intake.model import (
    ColumnGuess,
    GroupDraft,
    ListDraft,
    Overrides,
    PersonDraft,
    SheetChoice,
    SkippedRow,
)
from desktop.domain.intake.old_font import repair_old_font
from desktop.domain.intake.people import PeopleReader, Setting
from desktop.domain.intake.problems import Problems
from desktop.domain.intake.profiles import profile_column
from desktop.domain.intake.rows import Section, sort_rows
from desktop.domain.intake.sheet import CellValue, Sheet, Workbook
from desktop.domain.intake.sheet_choice import (
    choose,
    like_lists,
    lists_in_columns,
    tell_other_lists,
)
from desktop.domain.intake.table import Table, make_table
from desktop.domain.intake.words import text_of
from desktop.domain.names.scripts import tidy
from desktop.errors import UserError

_SAMPLES = 3
_OLDEST_LIST_YEARS = 10
_DAY = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\s+[^\W\d_]+\s+\d{4}")


def recognise(
    source: Workbook | Sheet,
    *,
    today: date,
    areas: AreaNames | None = None,
    countries: CountryNames | None = None,
    overrides: Overrides | None = None,
    phone_country: str = "KAZ",
) -> ListDraft:
    """Read the people of a list, with every doubt.

    `today` decides centuries and ages; `phone_country` (alpha-3) is where telephone numbers
    without a country are dialled. With `overrides` an officer mends and reads again.

    Raises UserError: `intake.empty` where a sheet holds nothing, `intake.no_sheet` where the
    chosen one is missing, `intake.no_list` where nothing in it looks like a list of people,
    `intake.people_in_columns` where every person has a column instead of a row.
    A list whose name column was not found comes back without people and says so.
    """
    overrides = overrides or Overrides()
    sheets = source.sheets if isinstance(source, Workbook) else (source,)
    choices = like_lists(sheets)
    sheet = _with_texts(choose(sheets, choices, overrides.sheet), overrides)
    if not any(text_of(cell) for row in sheet.rows for cell in row):
        raise UserError("intake.empty")
    problems = Problems(overrides.accepted)
    sheet, letters = repair_old_font(sheet)
    if letters:
        problems.add("intake.old_font", params={"letters": letters})
    areas = areas or AreaNames()
    countries = countries or CountryNames()
    header = _header(sheet, overrides)
    columns = _columns(sheet, header, areas, countries, today, overrides)
    table = make_table(sheet, header, columns)
    if not NAME_FIELDS & set(table.by_field):
        return _without_people(table, choices, problems)
    rows = sort_rows(table, overrides.left_out, problems)
    listed_on = _listed_on(sheet, header, today)
    setting = Setting(
        today=today,
        listed_on=listed_on or today,
        areas=areas,
        countries=countries,
        phone_country=phone_country,
        day_first=overrides.day_first,
    )
    reader = PeopleReader(table, rows, setting, problems)
    readings = reader.read()
    drafts, groups = group_people(table, rows, readings, setting.listed_on, problems)
    people = settle_names(drafts, readings, groups, problems)
    people = _with_sections(people, rows.sections)
    nameless = tuple(person.row for person in people if not _has_name(person))
    for row in nameless:
        problems.add("intake.row_no_name", row - 1)
    people = [person for person in people if _has_name(person)]
    groups = _without_rows(groups, nameless)
    check_list(table, people, reader.birth_column, setting.listed_on, problems)
    if not people:
        problems.add("intake.no_people")
    tell_other_lists(choices, sheet.name, problems)
    beside = [column.letters for column in columns if column.doubt == SECOND_PEOPLE]
    if beside:
        params = {"columns": f"{beside[0]}–{beside[-1]}"}
        problems.add("intake.people_beside", params=params)
    return ListDraft(
        sheet=sheet.name,
        sheets=choices,
        header_rows=(header.first + 1, header.last + 1) if header.is_found else (0, 0),
        columns=columns,
        people=tuple(people),
        groups=groups,
        skipped=tuple(
            sorted(
                (
                    *rows.skipped,
                    *(SkippedRow(row=n, reason="intake.row_no_name") for n in nameless),
                ),
                key=lambda one: one.row,
            )
        ),
        problems=problems.result(),
        listed_on=listed_on,
        title=_title(sheet, header),
    )


def _has_name(person: PersonDraft) -> bool:
    """Whether anything was read that a person can be called by."""
    own = (person.family_name, person.given_names, person.patronymic)
    return any((*own, person.latin_family_name, person.latin_given_names))


def _without_rows(
    groups: tuple[GroupDraft, ...], left_out: tuple[int, ...]
) -> tuple[GroupDraft, ...]:
    """The groups without some rows; one person alone is no group."""
    kept = (
        replace(group, rows=tuple(row for row in group.rows if row not in left_out))
        for group in groups
    )
    return tuple(group for group in kept if len(group.rows) > 1)


def _with_texts(sheet: Sheet, overrides: Overrides) -> Sheet:
    """The sheet with the cells that the officer corrected."""
    if not overrides.cells:
        return sheet
    rows = [list(row) for row in sheet.rows]
    for (row, column), text in overrides.cells.items():
        if 0 < row <= len(rows):
            cells = rows[row - 1]
            cells.extend([""] * (column + 1 - len(cells)))
            cells[column] = text
    return replace(sheet, rows=tuple(map(tuple, rows)))


def _header(sheet: Sheet, overrides: Overrides) -> Header:
    if overrides.header_rows is None:
        return find_header(sheet)
    first, last = overrides.header_rows
    is_inside = 0 < first <= last <= len(sheet.rows)
    return header_at(sheet, first - 1, last - 1) if is_inside else no_header(sheet)


def _columns(
    sheet: Sheet,
    header: Header,
    areas: AreaNames,
    countries: CountryNames,
    today: date,
    overrides: Overrides,
) -> tuple[ColumnGuess, ...]:
    body = range(header.last + 1, len(sheet.rows))
    cells: list[list[CellValue]] = [
        [sheet.cell(row, column) for row in body] for column in range(sheet.width)
    ]
    profiles = [profile_column(column, areas, countries) for column in cells]
    samples = [
        tuple(tidy(text_of(cell)) for cell in [c for c in column if c != ""][:_SAMPLES])
        for column in cells
    ]
    return recognise_columns(header, profiles, samples, today, overrides.fields)


def _without_people(
    table: Table, choices: tuple[SheetChoice, ...], problems: Problems
) -> ListDraft:
    if lists_in_columns(table.sheet):
        raise UserError("intake.people_in_columns", sheet=table.sheet.name)
    if all(guess.field in {Field.OTHER, Field.SKIP} for guess in table.columns):
        raise UserError("intake.no_list", sheet=table.sheet.name)
    problems.add("intake.no_names")
    tell_other_lists(choices, table.sheet.name, problems)
    header = table.header
    skipped = tuple(
        SkippedRow(
            row=row + 1,
            reason="intake.row_unread" if table.written(row) else "intake.row_blank",
            text=" · ".join(table.written(row).values()),
        )
        for row in range(len(table.sheet.rows))
    )
    return ListDraft(
        sheet=table.sheet.name,
        sheets=choices,
        header_rows=(header.first + 1, header.last + 1) if header.is_found else (0, 0),
        columns=table.columns,
        people=(),
        groups=(),
        skipped=skipped,
        problems=problems.result(),
    )


def _listed_on(sheet: Sheet, header: Header, today: date) -> date | None:
    """The day of the list, where its title tells one."""
    for row in range(header.first if header.is_found else 0):
        for cell in sheet.rows[row]:
            text = text_of(cell)
            match = _DAY.search(text) if text else None
            found = (
                read_date(match[0], today=today, purpose=Purpose.ISSUED).value if match else None
            )
            if found is not None and found.is_exact:
                day = found.earliest
                if today.year - day.year <= _OLDEST_LIST_YEARS and day <= today:
                    return day
    return None


def _title(sheet: Sheet, header: Header) -> str:
    rows = sheet.rows[: header.first] if header.is_found else ()
    texts = (tidy(text_of(cell)) for row in rows for cell in row)
    return " ".join(filter(None, texts))


def _with_sections(people: Sequence[PersonDraft], sections: Sequence[Section]) -> list[PersonDraft]:
    found = []
    position, text = 0, ""
    for person in people:
        while position < len(sections) and sections[position].row < person.row - 1:
            text = sections[position].text
            position += 1
        found.append(replace(person, section=text) if text else person)
    return found
