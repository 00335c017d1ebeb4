"""The sheets that count people: by place, region, sex and age, and waiting time."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.excel.charts import Bars, Frame, bar_chart
from reports.excel.context import Context
from reports.excel.pages import print_parts
from reports.excel.styles import Pen, Style, set_up_print
from reports.excel.tables import (
    HEAD_ROW,
    Column,
    Placed,
    Value,
    write_heading,
    write_table,
)
from reports.summaries import SEXES, STAGES, Band, CountTable
from reports.summary_model import Stage

_CHART_ROWS = 16
_MOST_BARS = 24
_BARS_IN_CHART_ROWS = 10
_LABEL_WIDTH = 30.0


@dataclass(frozen=True)
class Counted:
    """A sheet that was written: its table, the column of all people, and its chart.

    `series` are the columns that the chart draws; `last_bar` is the last row it draws.
    `cut_title` names a chart that does not show all rows, with {shown} and {all}.
    """

    placed: Placed
    everyone: int
    series: Sequence[int]
    last_bar: int
    title: str
    cut_title: str = ""
    flat: bool = False

    def draw(self, pen: Pen, frame: Frame, most: int, *, hides: bool) -> None:
        """Draw the chart with at most `most` bars; nothing when nobody was counted."""
        first, last = self.placed.first, self.last_bar
        if not self.placed.column_sum(self.everyone):
            return
        title = self.title
        if self.cut_title and last - first + 1 > most:
            title = self.cut_title.format(shown=most, all=last - first + 1)
            last = first + most - 1
        bars = Bars(self.placed.sheet, first, last, self.series, HEAD_ROW)
        bar_chart(pen.sheet, frame, title, bars, flat=self.flat, hides=hides)


def by_place(context: Context) -> Counted:
    """Write the sheet of places."""
    texts, table = context.texts, context.summaries.places
    return _by_stage(
        context,
        context.sheet(texts.tc("sheet name", "By place")),
        "Places",
        [
            Column(texts.tc("column", "Place"), total=context.total, least=_LABEL_WIDTH),
            Column(texts.tc("column", "Country"), least=16),
        ],
        [(place or (context.not_known, ""), counts) for place, counts in table.rows],
        table.totals,
        title=texts.t("People by place"),
        cut_title=texts.t("People by place: the {shown} largest of {all}"),
    )


def by_region(context: Context) -> Counted:
    """Write the sheet of regions of destination."""
    texts, table = context.texts, context.summaries.regions
    header = texts.tc("column", "Region of destination")
    return _by_stage(
        context,
        context.sheet(texts.tc("sheet name", "By region")),
        "Regions",
        [Column(header, total=context.total, least=_LABEL_WIDTH)],
        [((region or context.not_known,), counts) for region, counts in table.rows],
        table.totals,
        title=texts.t("People by region of destination"),
        cut_title=texts.t("People by region of destination: the {shown} largest of {all}"),
    )


def sex_and_age(context: Context) -> Counted:
    """Write the sheet of sex and age; the chart shows the unknown only where there is one."""
    texts = context.texts
    pen = context.sheet(texts.tc("sheet name", "Sex and age"))
    table = context.summaries.sex_age
    everyone = table.totals[-1]
    rows: list[list[Value]] = [
        [_band(context, band), *counts, _share(counts[-1], everyone)] for band, counts in table.rows
    ]
    headers = [
        texts.tc("column, number of people", "Female"),
        texts.tc("column, number of people", "Male"),
        texts.tc("column, number of people", "Unspecified"),
        texts.tc("column, number of people", "All"),
    ]
    columns = [
        Column(texts.tc("column", "Age"), total=context.total, least=22),
        *_numbers(headers, table.totals, least=14),
        _share_column(context, everyone),
    ]
    placed = write_table(pen, "SexAge", columns, rows)
    unspecified = table.totals[len(SEXES) - 1]
    counted = Counted(
        placed,
        everyone=len(columns) - 1,
        series=[2, 3, 4] if unspecified else [2, 3],
        last_bar=_last_band(placed, table),
        title=texts.t("People by sex and age"),
    )
    return _finished(context, pen, counted)


def waiting_time(context: Context) -> Counted:
    """Write the sheet of how long those have waited who have not arrived."""
    texts = context.texts
    pen = context.sheet(texts.tc("sheet name", "Waiting time"))
    table = context.summaries.waiting
    everyone = table.totals[0]
    rows: list[list[Value]] = [
        [_band(context, band), *counts, _share(counts[0], everyone)] for band, counts in table.rows
    ]
    headers = [
        texts.tc("column, number of people", "People"),
        texts.tc("column, number of people", "Of them children"),
    ]
    columns = [
        Column(texts.tc("column", "Waiting time, days"), total=context.total, least=32),
        *_numbers(headers, table.totals, least=20),
        _share_column(context, everyone, least=16),
    ]
    placed = write_table(pen, "Waiting", columns, rows)
    counted = Counted(
        placed,
        everyone=2,
        series=[2],
        last_bar=_last_band(placed, table),
        title=texts.t("Days of waiting, people yet to arrive"),
    )
    return _finished(context, pen, counted)


def _by_stage(
    context: Context,
    pen: Pen,
    name: str,
    labels: Sequence[Column],
    rows: Sequence[tuple[Sequence[str], Sequence[int]]],
    totals: Sequence[int],
    *,
    title: str,
    cut_title: str,
) -> Counted:
    """Write a table whose `rows` are labels and their counts by stage, with its chart."""
    headers, shown = _stages(context)
    everyone = totals[-1]
    cells: list[list[Value]] = [
        [*names, *_pick(counts, shown), _share(counts[-1], everyone)] for names, counts in rows
    ]
    columns = [
        *labels,
        *_numbers(headers, _pick(totals, shown)),
        _share_column(context, everyone),
    ]
    placed = write_table(pen, name, columns, cells)
    counted = Counted(
        placed,
        everyone=len(columns) - 1,
        series=[len(columns) - 1],
        last_bar=placed.last,
        title=title,
        cut_title=cut_title,
        flat=True,
    )
    return _finished(context, pen, counted)


def _finished(context: Context, pen: Pen, counted: Counted) -> Counted:
    """Put heading, chart and print set-up around a table."""
    placed = counted.placed
    write_heading(pen, pen.sheet.title, context.subtitle, placed.columns)
    bars = min(counted.last_bar - placed.first + 1, _MOST_BARS) if counted.flat else 0
    top = placed.total + 2
    bottom = top + _CHART_ROWS - 1 + max(0, bars - _BARS_IN_CHART_ROWS)
    frame = Frame(1, top, placed.columns, bottom)
    counted.draw(pen, frame, _MOST_BARS, hides=True)
    area = print_parts(pen.sheet, placed.total, bottom + 1, placed.columns)
    set_up_print(pen.sheet, context.marks, area=area, landscape=False, head_row=HEAD_ROW)
    return counted


def _stages(context: Context) -> tuple[list[str], list[int]]:
    """Headers of the columns by stage and all, and which counts stand in them.

    People who neither wait nor travel nor arrived are rare: their column comes with them.
    """
    texts = context.texts
    headers = {
        Stage.WAITING: texts.tc("column, number of people", "Waiting"),
        Stage.ON_THE_WAY: texts.tc("column, number of people", "On the way"),
        Stage.ARRIVED: texts.tc("column, number of people", "Arrived"),
        Stage.OTHER: texts.tc("column, number of people", "Other"),
    }
    others = context.summaries.stages[Stage.OTHER]
    shown = [index for index, stage in enumerate(STAGES) if stage is not Stage.OTHER or others]
    names = [headers[STAGES[index]] for index in shown]
    return [*names, texts.tc("column, number of people", "All")], [*shown, len(STAGES)]


def _pick(counts: Sequence[int], shown: Sequence[int]) -> list[int]:
    return [counts[index] for index in shown]


def _numbers(headers: Sequence[str], totals: Sequence[int], least: float = 12) -> list[Column]:
    return [
        Column(header, Style.INT, total=total, least=least)
        for header, total in zip(headers, totals, strict=True)
    ]


def _share_column(context: Context, everyone: int, least: float = 11) -> Column:
    header = context.texts.tc("column", "Share")
    return Column(header, Style.PERCENT, total=1.0 if everyone else 0.0, least=least)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _band(context: Context, band: Band | None) -> str:
    if band is None:
        return context.not_known
    low, high = band
    return f"{low}+" if high is None else f"{low}–{high}"


def _last_band(placed: Placed, table: CountTable[Band]) -> int:
    """Last row of a chart over bands: the unknown at the end only when there is one."""
    unknown = table.rows[-1][1]
    return placed.last if any(unknown) else placed.last - 1
