"""Where a person goes: region and district from one column or several."""

from dataclasses import dataclass

from desktop.domain.intake.areas import AreaNames, AreaReading
from desktop.domain.intake.fields import Field
from desktop.domain.intake.problems import Problems
from desktop.domain.intake.table import Table
from desktop.domain.intake.words import says_nothing


@dataclass(frozen=True)
class Destination:
    """Codes of region and district, or '', and what the list says."""

    region: str = ""
    district: str = ""
    as_given: str = ""


def read_destination(
    table: Table, row: int, lines: tuple[int, ...], areas: AreaNames, problems: Problems
) -> Destination:
    """Read the destination of a person; `lines` are the rows that go on with it."""
    region = district = ""
    written: list[str] = []
    for field in (Field.REGION, Field.DISTRICT, Field.ADDRESS):
        for column in table.columns_of(field):
            for line in (row, *lines):
                text = table.text(line, column)
                if says_nothing(text):
                    continue
                written.append(text)
                reading = areas.read(text, within=region)
                _tell(reading, field, line, column, text, areas, problems)
                region = region or reading.region
                if not district and areas.parent(reading.district) in {"", region}:
                    district = reading.district
    return Destination(region, district, ", ".join(dict.fromkeys(written)))


def _tell(
    reading: AreaReading,
    field: Field,
    row: int,
    column: int,
    text: str,
    areas: AreaNames,
    problems: Problems,
) -> None:
    if reading.guessed:
        codes = (reading.region, reading.district)
        if field is Field.DISTRICT and reading.district:
            codes = ("", reading.district)
        known = (areas.name(code) for code in codes if code)
        mended = ", ".join([*known, *filter(None, (reading.rest,))])
        problems.add(
            "intake.area_spelling",
            row,
            column,
            params={"text": text, "area": mended},
            suggestion=mended,
        )
    elif field is Field.REGION and not reading.region and areas.areas:
        problems.add("intake.area_unknown", row, column, params={"text": text})
