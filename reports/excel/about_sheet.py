"""The last sheet: what the figures mean, who made them, and how to check them."""

from reports.checksums import shown
from reports.excel.context import Context
from reports.excel.styles import ROW_HEIGHT, Style, day_text, set_up_print
from reports.excel.tables import HEAD_ROW, write_heading
from reports.excel.widths import LINE_HEIGHT, lines

_LABEL_WIDTH = 26.0
_TEXT_WIDTH = 72.0
_HASH_GROUP = 4


def about(context: Context) -> None:
    """Write the sheet."""
    pen = context.sheet(context.texts.tc("sheet name", "About"))
    sheet = pen.sheet
    sheet.column_dimensions["A"].width = _LABEL_WIDTH
    sheet.column_dimensions["B"].width = _TEXT_WIDTH
    write_heading(pen, sheet.title, context.subtitle, 2)
    rows = [*_origin(context), *_definitions(context), *_checks(context)]
    for number, (label, text) in enumerate(rows, HEAD_ROW):
        pen.text(number, 1, label, Style.LABEL)
        pen.text(number, 2, text, Style.NOTE)
        high = max(lines(label, _LABEL_WIDTH), lines(text, _TEXT_WIDTH))
        sheet.row_dimensions[number].height = max(ROW_HEIGHT, LINE_HEIGHT * high) + 4
    area = f"A1:B{HEAD_ROW + len(rows) - 1}"
    set_up_print(sheet, context.marks, area=area, landscape=False)


def _origin(context: Context) -> list[tuple[str, str]]:
    texts, model = context.texts, context.model
    return [
        (texts.t("Office"), context.office),
        (
            texts.t("Data as of"),
            texts.t("{moment} ({zone})", moment=context.moment(model.moment), zone=model.zone),
        ),
        (
            texts.t("Made"),
            texts.t(
                "{moment}, by {officer} with {program}; version {version}",
                moment=context.moment(model.made_at or model.moment),
                officer=model.officer,
                program=model.program,
                version=model.version,
            ),
        ),
        (texts.t("Filter"), model.filter_sentence),
    ]


def _definitions(context: Context) -> list[tuple[str, str]]:
    texts, model = context.texts, context.model
    day = day_text(texts, model.moment)
    return [
        (texts.tc("column", "Age"), texts.t("Completed years on {day}", day=day)),
        (
            texts.tc("column", "Waiting since"),
            texts.t("Day of registration, or the day stranded when it is known and earlier"),
        ),
        (
            texts.tc("column, number of people", "On the way"),
            texts.t("People who travel, and people held on the way"),
        ),
        (
            texts.tc("sheet name", "Waiting time"),
            texts.t(
                "Waiting time, the longest wait and children without parents count those "
                "who have not yet arrived, the ones on the way among them"
            ),
        ),
        (
            texts.t("Not known"),
            texts.t(
                "Has its own row, so that every table adds up to the same total. Unspecified: "
                "sex X, or no entry"
            ),
        ),
        (
            texts.t("Times"),
            texts.t("Local time of each place; its distance from UTC stands behind it"),
        ),
    ]


def _checks(context: Context) -> list[tuple[str, str]]:
    texts, summaries = context.texts, context.summaries
    digest = shown(context.model.list_hash)
    groups = [digest[at : at + _HASH_GROUP] for at in range(0, len(digest), _HASH_GROUP)]
    return [
        (
            texts.t("Check"),
            texts.t(
                "By place, by region, sex and age, list: {all}. Waiting time: {waiting}, "
                "without the {others} who have arrived or left the list",
                all=texts.number(summaries.registered),
                waiting=texts.number(summaries.yet_to_arrive),
                others=texts.number(summaries.registered - summaries.yet_to_arrive),
            ),
        ),
        (
            texts.t("Left out"),
            texts.t("Vulnerabilities and medical data are not in this workbook"),
        ),
        (
            texts.t("Signature"),
            texts.t("SHA-256 of the list: {hash}", hash=" ".join(groups)),
        ),
    ]
