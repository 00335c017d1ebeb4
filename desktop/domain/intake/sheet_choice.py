"""Choose the sheet of a file that holds the people, and tell of the others."""

from collections import Counter
from collections.abc import Iterator, Sequence

from desktop.domain.intake.fields import NAME_FIELDS
from desktop.domain.intake.header_rows import Header, find_header, heading_worth
from desktop.domain.intake.headings import column_meanings
from desktop.domain.intake.model import SheetChoice
from desktop.domain.intake.name_cells import looks_like_name, read_name_cell
from desktop.domain.intake.name_remarks import is_name_word
from desktop.domain.intake.problems import Problems
from desktop.domain.intake.sheet import Sheet
from desktop.domain.intake.words import text_of
from desktop.errors import UserError

_ENOUGH = 4.0
"""Meanings in a heading above which more of them say nothing."""

_SAMPLE = 60
_FEWEST_TURNED = 3.0
_FEWEST_UNHEADED, _SHARE_UNHEADED = 2, 0.5


def like_lists(sheets: Sequence[Sheet]) -> tuple[SheetChoice, ...]:
    """How much each sheet looks like a list of people."""
    return tuple(map(_likeness, sheets))


def choose(sheets: Sequence[Sheet], choices: Sequence[SheetChoice], name: str) -> Sheet:
    """The sheet called `name`, or the likeliest.

    Raises UserError: `intake.no_sheet` where there is none of that name, `intake.empty` where
    there is none at all.
    """
    if name:
        found = next((sheet for sheet in sheets if sheet.name == name), None)
        if found is None:
            raise UserError("intake.no_sheet", sheet=name)
        return found
    if not sheets:
        raise UserError("intake.empty")

    def rank(index: int) -> tuple[bool, bool, bool, float, int, int]:
        choice = choices[index]
        has_people = choice.rows > 0
        filled = sum(map(any, sheets[index].rows))
        likeness = min(choice.likeness, _ENOUGH)
        return (
            has_people and not choice.hidden,
            has_people,
            filled > 0 and not choice.hidden,
            likeness,
            choice.rows,
            filled,
        )

    return sheets[max(range(len(sheets)), key=lambda index: (rank(index), -index))]


def tell_other_lists(choices: Sequence[SheetChoice], chosen: str, problems: Problems) -> None:
    """Tell which other sheets hold people who are not read."""
    for choice in choices:
        if choice.name != chosen and choice.rows:
            params: dict[str, str | int] = {"sheet": choice.name, "rows": choice.rows}
            problems.add("intake.more_lists", params=params)


def lists_in_columns(sheet: Sheet) -> bool:
    """Whether the headings stand below each other, and every person in a column."""
    width = min(sheet.width, _SAMPLE)
    turned = Sheet(
        sheet.name,
        tuple(
            tuple(sheet.cell(row, column) for row in range(min(len(sheet.rows), _SAMPLE)))
            for column in range(width)
        ),
    )
    header = find_header(turned)
    return (
        header.is_found
        and heading_worth(turned, header) >= _FEWEST_TURNED
        and (_people_below(turned, header) > 0)
    )


def _likeness(sheet: Sheet) -> SheetChoice:
    header = find_header(sheet)
    likeness = heading_worth(sheet, header) if header.is_found else 0.5
    return SheetChoice(
        name=sheet.name,
        rows=_people_below(sheet, header),
        hidden=sheet.hidden,
        likeness=likeness if any(map(any, sheet.rows)) else 0.0,
    )


def _people_below(sheet: Sheet, header: Header) -> int:
    """Rows under the heading with a name in a column of names."""
    columns = [
        column
        for column, lines in enumerate(header.lines)
        if any(meaning.field in NAME_FIELDS for meaning in column_meanings(lines)[:1])
    ]
    found = max((sum(_names(sheet, header, column)) for column in columns), default=0)
    return found or _people_unheaded(sheet, header)


def _people_unheaded(sheet: Sheet, header: Header) -> int:
    """Rows with a name in a column that only its values tell to be one of names."""
    sure: Counter[int] = Counter()
    filled = 0
    for row in sheet.rows[header.last + 1 : header.last + 1 + _SAMPLE]:
        filled += any(row)
        for column, cell in enumerate(row):
            if isinstance(cell, str) and _is_surely_name(cell):
                sure[column] += 1
    if not sure:
        return 0
    column, count = sure.most_common(1)[0]
    if count < max(_FEWEST_UNHEADED, _SHARE_UNHEADED * filled):
        return 0
    return sum(_names(sheet, header, column))


def _names(sheet: Sheet, header: Header, column: int) -> Iterator[bool]:
    for row in sheet.rows[header.last + 1 :]:
        text = text_of(row[column]) if column < len(row) else ""
        yield bool(text) and looks_like_name(read_name_cell(text).own)


def _is_surely_name(text: str) -> bool:
    words = read_name_cell(text).own.split()
    return 1 < len(words) <= 4 and any(map(is_name_word, words))
