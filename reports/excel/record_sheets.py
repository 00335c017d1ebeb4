"""The sheets with one row for each movement and each person."""

from datetime import datetime

from openpyxl.utils import get_column_letter

from reports.excel.context import Context
from reports.excel.styles import Style, moment_format, set_up_print
from reports.excel.tables import (
    FIRST_ROW,
    HEAD_ROW,
    Column,
    LocalTime,
    Placed,
    Value,
    write_heading,
    write_table,
)
from reports.summaries import STAGES, known
from reports.summary_model import SummaryModel, SummaryMovement, SummaryPerson
from reports.terms import sex_letter
from reports.texts import Texts
from reports.wording import zone

_PRINTED = 14


def movements(context: Context) -> Placed:
    """Write the sheet of movements, the latest departure first."""
    texts = context.texts
    pen = context.sheet(texts.tc("sheet name", "Movements"))
    records = sorted(context.model.movements, key=_latest_first)
    columns = [
        Column(texts.tc("column", "Movement"), total=context.total, least=18),
        Column(texts.tc("column", "Route"), least=30, most=48),
        Column(texts.tc("column", "Status"), least=14),
        Column(texts.tc("column", "Departure"), Style.MOMENT, least=25),
        Column(texts.tc("column", "Arrival"), Style.MOMENT, least=25),
        _sum(texts.tc("column", "Vehicles"), [record.vehicles for record in records]),
        _sum(texts.tc("column", "Planned"), [record.travellers for record in records]),
        _sum(texts.tc("column", "Boarded"), [record.boarded for record in records]),
        _sum(
            texts.tc("column, number of people", "Arrived"),
            [record.arrived for record in records],
        ),
        _sum(texts.tc("column", "Difference"), [record.difference for record in records]),
    ]
    rows: list[list[Value]] = [
        [
            record.code,
            record.route,
            record.status,
            _local(texts, record.departure),
            _local(texts, record.arrival),
            record.vehicles,
            record.travellers,
            record.boarded,
            record.arrived,
            record.difference,
        ]
        for record in records
    ]
    nothing = texts.t("No movements in this selection")
    placed = write_table(pen, "Movements", columns, rows, nothing)
    write_heading(pen, pen.sheet.title, context.subtitle, placed.columns)
    area = f"A1:{get_column_letter(placed.columns)}{placed.total}"
    set_up_print(pen.sheet, context.marks, area=area, landscape=True, head_row=HEAD_ROW)
    return placed


def people_list(context: Context) -> Placed:
    """Write the list of people: place by place, then by stage and in alphabetical order.

    The columns behind the fourteenth are for the screen and are not printed.
    """
    texts = context.texts
    pen = context.sheet(texts.tc("sheet name", "List"))
    people = _in_order(context)
    rows = [_person_row(texts, number, person) for number, person in enumerate(people, 1)]
    columns = _person_columns(context)
    nobody = texts.t("No people in this selection")
    placed = write_table(pen, "People", columns, rows, nobody)
    write_heading(pen, pen.sheet.title, context.subtitle, _PRINTED)
    pen.sheet.freeze_panes = f"D{FIRST_ROW}"
    area = f"A1:{get_column_letter(_PRINTED)}{placed.total}"
    set_up_print(pen.sheet, context.marks, area=area, landscape=True, head_row=HEAD_ROW)
    return placed


def _person_columns(context: Context) -> list[Column]:
    texts = context.texts
    count = texts.n("{n} person", "{n} people", len(context.model.people))
    return [
        Column(texts.tc("column, row number", "No"), Style.AGE, least=9),
        Column(texts.tc("column", "Reg. no"), total=context.total, least=18),
        Column(texts.tc("column", "Name"), total=count, least=30),
        Column(texts.tc("column", "Name in passport"), least=24, most=36),
        Column(texts.tc("column", "Sex"), least=8),
        Column(texts.tc("column", "Born"), Style.DATE, least=14.5),
        Column(texts.tc("column", "Age"), Style.AGE, least=10),
        Column(texts.tc("column", "Document"), least=14, most=24),
        Column(texts.tc("column", "Place now"), least=20, most=34),
        Column(texts.tc("column", "Waiting since"), Style.DATE, least=14.5),
        Column(texts.tc("column", "Days"), Style.INT, least=10.5),
        Column(texts.tc("column", "Region"), least=16, most=34),
        Column(texts.tc("column", "Status"), least=12, most=24),
        Column(texts.tc("column", "Travel group"), least=11, most=24),
        Column(texts.tc("column", "Nationality"), least=11, most=24),
        Column(texts.tc("column", "Kind of document"), least=16, most=30),
        Column(texts.tc("column", "Valid until"), Style.DATE, least=14.5),
        Column(texts.tc("column", "District"), least=14, most=34),
        Column(texts.tc("column", "Telephone"), least=20, most=34),
        Column(texts.tc("column", "Movement"), least=16, most=24),
    ]


def _person_row(texts: Texts, number: int, person: SummaryPerson) -> list[Value]:
    return [
        number,
        person.reg_no,
        person.name,
        person.latin_name,
        sex_letter(texts, person.sex) if person.sex else "",
        person.birth,
        known(person.age),
        person.document_number,
        person.place,
        person.since,
        known(person.waiting_days),
        person.region,
        person.status,
        person.group,
        person.nationality,
        person.document_kind,
        person.expires,
        person.district,
        person.phone,
        person.movement,
    ]


def _in_order(context: Context) -> list[SummaryPerson]:
    model: SummaryModel = context.model
    places = {place: rank for rank, (place, _) in enumerate(context.summaries.places.rows)}
    last = len(places)
    sort_key = context.texts.sort_key

    def order(person: SummaryPerson) -> tuple[int, int, str, str, str, str]:
        return (
            places.get((person.place, person.country), last),
            STAGES.index(person.stage),
            sort_key(person.family_name),
            sort_key(person.given_names),
            sort_key(person.patronymic),
            person.reg_no,
        )

    return sorted(model.people, key=order)


def _latest_first(record: SummaryMovement) -> tuple[float, str]:
    """A movement without a time is still to be planned, and so comes before all others."""
    when = record.departure.timestamp() if record.departure else float("inf")
    return -when, record.code


def _sum(header: str, values: list[int | None] | list[int]) -> Column:
    return Column(header, Style.INT, total=sum(value or 0 for value in values), least=12.5)


def _local(texts: Texts, moment: datetime | None) -> LocalTime | None:
    if moment is None:
        return None
    return LocalTime(moment, moment_format(texts, zone(moment)))
