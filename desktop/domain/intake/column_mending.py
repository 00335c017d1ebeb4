"""Make the columns of a list agree with each other, whatever each one alone seems to mean."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.intake.fields import Field
from desktop.domain.intake.fitting import NEUTRAL
from desktop.domain.intake.header_rows import Header
from desktop.domain.intake.headings import column_meanings
from desktop.domain.intake.profiles import Profile
from desktop.domain.intake.words import key

DOUBTFUL = 0.65
"""Score under which a meaning is shown as not quite sure."""

SECOND_PEOPLE = "intake.column_second_people"
"""Doubt of columns with further people beside the first ones; they are not read."""

_FEWEST_REPEATED = 2
_OF_DOCUMENTS = frozenset({Field.DOCUMENT, Field.DOCUMENT_SERIES})


@dataclass(frozen=True)
class Candidate:
    """One possible meaning of a column, and what speaks for it."""

    column: int
    field: Field
    score: float
    basis: str
    also: tuple[Field, ...] = ()
    doubt: str = ""


def mend_columns(header: Header, profiles: Sequence[Profile], chosen: dict[int, Candidate]) -> None:
    """Settle what only several columns together tell; changes `chosen`, which is by column."""
    _read_spread_names(header, profiles, chosen)
    _mend_names(profiles, chosen)
    _mend_births(profiles, chosen)
    _set_second_people_aside(header, profiles, chosen)
    _mend_documents(header, profiles, chosen)


def _read_spread_names(
    header: Header, profiles: Sequence[Profile], chosen: dict[int, Candidate]
) -> None:
    """One heading "Ф.И.О." over two or three columns: family name, given names, patronymic."""
    full = next((c for c in chosen.values() if c.field is Field.FULL_NAME), None)
    if full is None or full.basis == "override":
        return
    if profiles[full.column].share("name_single") < NEUTRAL:
        return
    spread = next((s for s in header.spread if full.column in s), range(0))
    spread = spread or range(full.column, full.column + 3)
    parts = (Field.FAMILY_NAME, Field.GIVEN_NAMES, Field.PATRONYMIC)
    free = {*parts, Field.FULL_NAME, Field.OTHER}
    columns = [
        column
        for column in spread
        if column < len(profiles)
        and profiles[column].share("name_single") >= NEUTRAL
        and (column not in chosen or chosen[column].field in free)
    ]
    others = {c.field for column, c in chosen.items() if column not in columns}
    if len(columns) < 2 or full.column not in columns or Field.FAMILY_NAME in others:
        return
    first, second = profiles[columns[0]], profiles[columns[1]]
    given_first = second.share("surname") > first.share("surname") + 0.2
    order = (parts[1], parts[0], parts[2]) if given_first else parts
    for column, field in zip(columns[:3], order, strict=False):
        chosen[column] = replace(full, column=column, field=field, also=())


def _mend_names(profiles: Sequence[Profile], chosen: dict[int, Candidate]) -> None:
    """Make the name columns agree with each other."""
    fields = {c.field: c for c in chosen.values()}
    for full, family, given in (
        (Field.FULL_NAME, Field.FAMILY_NAME, Field.GIVEN_NAMES),
        (Field.LATIN_FULL_NAME, Field.LATIN_FAMILY_NAME, Field.LATIN_GIVEN_NAMES),
    ):
        whole = fields.get(full)
        if whole is not None and family in fields and given not in fields:
            chosen[whole.column] = replace(whole, field=given)
        only = fields.get(family)
        if only is not None and given not in fields and whole is None:
            if only.basis != "override" and profiles[only.column].share("name_many") > NEUTRAL:
                chosen[only.column] = replace(only, field=full)
            continue
        alone = fields.get(given)
        if alone is not None and family not in fields and full not in fields:
            if alone.basis != "override" and profiles[alone.column].share("name_many") > NEUTRAL:
                chosen[alone.column] = replace(alone, field=full)
        elif alone is not None and full in fields and family not in fields:
            chosen[alone.column] = replace(alone, field=Field.OTHER)


def _set_second_people_aside(
    header: Header, profiles: Sequence[Profile], chosen: dict[int, Candidate]
) -> None:
    """Where a list stands twice side by side, keep the people at the right out of the left ones."""
    start = _second_block(header, profiles)
    for column in range(start, len(profiles)) if start else ():
        found = chosen.get(column, Candidate(column, Field.OTHER, 0.0, ""))
        if found.basis != "override":
            chosen[column] = replace(found, field=Field.OTHER, also=(), doubt=SECOND_PEOPLE)


def _second_block(header: Header, profiles: Sequence[Profile]) -> int:
    """First column of headings that repeat those at their left over other people, or 0."""
    keys = [key(header.text(column)) for column in range(len(profiles))]
    for first, profile in enumerate(profiles):
        if profile.share("name") <= NEUTRAL or not keys[first]:
            continue
        for second in range(first + 2, len(profiles)):
            other = profiles[second]
            is_latin = profile.share("latin") > NEUTRAL
            if keys[second] != keys[first] or other.share("name") <= NEUTRAL:
                continue
            if is_latin is not (other.share("latin") > NEUTRAL):
                continue
            shift = second - first
            start = second
            while start - 1 - shift >= 0 and keys[start - 1] == keys[start - 1 - shift] != "":
                start -= 1
            end = second
            while end + 1 < len(keys) and keys[end + 1] == keys[end + 1 - shift] != "":
                end += 1
            if end - start + 1 >= min(shift, _FEWEST_REPEATED) > 1:
                return start
    return 0


def _mend_births(profiles: Sequence[Profile], chosen: dict[int, Candidate]) -> None:
    """ "Год рождения" beside columns of days and months is the year of a date in three parts."""
    fields = {c.field: c for c in chosen.values()}
    whole = fields.get(Field.BIRTH_DATE)
    has_parts = {Field.BIRTH_DAY, Field.BIRTH_MONTH} <= fields.keys()
    if whole is None or not has_parts or Field.BIRTH_YEAR in fields:
        return
    profile = profiles[whole.column]
    if whole.basis != "override" and profile.share("year", "age") > NEUTRAL:
        chosen[whole.column] = replace(whole, field=Field.BIRTH_YEAR)


def _mend_documents(
    header: Header, profiles: Sequence[Profile], chosen: dict[int, Candidate]
) -> None:
    """Series and number side by side: the number is the document's, whoever heads them both."""
    series = next((c for c in chosen.values() if c.field is Field.DOCUMENT_SERIES), None)
    has_document = any(c.field is Field.DOCUMENT for c in chosen.values())
    if series is None and not has_document:
        series = _unsaid_series(header, profiles, chosen)
    if series is None or has_document:
        return
    is_whole = profiles[series.column].share("passport", "certificate") > NEUTRAL
    if not is_whole and _may_be_number(series.column + 1, profiles, chosen):
        chosen[series.column] = series
        chosen[series.column + 1] = Candidate(
            series.column + 1, Field.DOCUMENT, DOUBTFUL, "position"
        )
        return
    chosen[series.column] = replace(series, field=Field.DOCUMENT)


def _unsaid_series(
    header: Header, profiles: Sequence[Profile], chosen: dict[int, Candidate]
) -> Candidate | None:
    """A heading "Паспорт" over a column of letters, whose numbers stand in the next column."""
    for column, profile in enumerate(profiles):
        lines = header.lines[column] if column < len(header.lines) else ()
        is_headed = any(m.field in _OF_DOCUMENTS for m in column_meanings(lines))
        if (
            is_headed
            and profile.share("series") > NEUTRAL
            and chosen.get(column, Candidate(column, Field.OTHER, 0.0, "")).field is Field.OTHER
            and _may_be_number(column + 1, profiles, chosen)
        ):
            return Candidate(column, Field.DOCUMENT_SERIES, DOUBTFUL, "both")
    return None


def _may_be_number(column: int, profiles: Sequence[Profile], chosen: dict[int, Candidate]) -> bool:
    """Whether a column holds numbers whose heading, if it has one, gives them no other meaning."""
    if column >= len(profiles) or profiles[column].share("integer") <= NEUTRAL:
        return False
    present = chosen.get(column)
    is_set_aside = (
        present is not None
        and present.field is Field.OTHER
        and (present.doubt == "intake.column_repeated")
    )
    return present is None or is_set_aside or present.basis == "content"
