"""The ministry's workbook: figures and charts, the tables behind them, lists and notes."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from reports.excel.about_sheet import about
from reports.excel.charts import Frame
from reports.excel.context import Context, book_title
from reports.excel.count_sheets import Counted, by_place, by_region, sex_and_age, waiting_time
from reports.excel.record_sheets import movements, people_list
from reports.excel.styles import Pen, Style, day_text, new_book, save, set_up_print
from reports.excel.tables import Placed, merge_row
from reports.summaries import SumsDifferError, count
from reports.summary_model import Stage, SummaryModel
from reports.texts import Texts

_COLUMNS = 12
_COLUMN_WIDTH = 12.2
_HALF = _COLUMNS // 2
_CHART_TOPS = (7, 19)
_CHART_ROWS = 11
_MOST_BARS = 9


def render(model: SummaryModel, texts: Texts) -> bytes:
    """Return the workbook of `model` in the language of `texts`, the same for the same input.

    Raises SumsDifferError, and makes no workbook, when two sheets do not add up to the same
    people.
    """
    summaries = count(model, texts.sort_key)
    book = new_book(texts, title=book_title(texts), creator=model.program)
    context = Context(book, model, texts, summaries)
    front = context.sheet(texts.tc("sheet name", "Summary"))
    counted = [by_place(context), by_region(context), sex_and_age(context), waiting_time(context)]
    movements(context)
    everybody = people_list(context)
    about(context)
    _front(context, front, counted)
    _check_sheets(context, counted, everybody)
    return save(book, model.made_at or model.moment)


def _front(context: Context, pen: Pen, counted: Sequence[Counted]) -> None:
    """One page: title, six figures and four charts."""
    sheet, texts = pen.sheet, context.texts
    for column in range(1, _COLUMNS + 1):
        sheet.column_dimensions[get_column_letter(column)].width = _COLUMN_WIDTH
    pen.text(1, 1, context.title, Style.BOOK_TITLE)
    sheet.row_dimensions[1].height = 28
    filter_line = texts.t("Filter: {filter}", filter=context.model.filter_sentence)
    for row, text in ((2, context.subtitle), (3, filter_line)):
        pen.text(row, 1, text, Style.SUB)
        merge_row(sheet, row, _COLUMNS, text)
    sheet.row_dimensions[3].height += 6
    for index, (figure, label, style) in enumerate(_figures(context)):
        column = 2 * index + 1
        if figure is None:
            pen.text(4, column, "–", style)
        else:
            pen.value(4, column, figure, style)
        pen.text(5, column, label, Style.FIGURE_LABEL)
        # Merging last carries the rule above the figure on to both cells.
        for row in (4, 5):
            sheet.merge_cells(
                start_row=row, end_row=row, start_column=column, end_column=column + 1
            )
    sheet.row_dimensions[4].height = 42
    sheet.row_dimensions[5].height = 30
    sheet.row_dimensions[6].height = 6
    for index, source in enumerate(counted):
        top = _CHART_TOPS[index // 2]
        left = 1 + _HALF * (index % 2)
        frame = Frame(left, top, left + _HALF - 1, top + _CHART_ROWS - 1)
        source.draw(pen, frame, _MOST_BARS, hides=False)
    if not context.summaries.registered:
        nobody = texts.t("No people in this selection")
        pen.text(_CHART_TOPS[0], 1, nobody, Style.SUB)
        merge_row(sheet, _CHART_TOPS[0], _COLUMNS, nobody)
    bottom = _CHART_TOPS[-1] + _CHART_ROWS
    area = f"A1:{get_column_letter(_COLUMNS)}{bottom}"
    set_up_print(sheet, context.marks, area=area, landscape=True, one_page=True)


def _figures(context: Context) -> list[tuple[int | None, str, Style]]:
    texts, summaries = context.texts, context.summaries
    since = context.model.arrived_since
    if since is None:
        arrived = texts.t("Arrived")
    else:
        arrived = texts.t("Arrived since {day}", day=day_text(texts, since))
    alone = Style.FIGURE_ALERT if summaries.unaccompanied else Style.FIGURE
    return [
        (summaries.registered, texts.t("People registered"), Style.FIGURE),
        (summaries.stages[Stage.WAITING], texts.t("Still waiting"), Style.FIGURE),
        (summaries.stages[Stage.ON_THE_WAY], texts.t("On the way now"), Style.FIGURE),
        (summaries.stages[Stage.ARRIVED], arrived, Style.FIGURE),
        (summaries.unaccompanied, texts.t("Children without parents"), alone),
        (summaries.longest_wait, texts.t("Longest wait, days"), Style.FIGURE),
    ]


def _check_sheets(context: Context, counted: Sequence[Counted], everybody: Placed) -> None:
    """Compare what was really written: rows of the tables, their totals and the list."""
    registered = context.summaries.registered
    expected = (registered, registered, registered, context.summaries.yet_to_arrive)
    for source, people in zip(counted, expected, strict=True):
        summed = source.placed.column_sum(source.everyone)
        if not summed == source.placed.total_of(source.everyone) == people:
            raise SumsDifferError(f"sheet {source.placed.sheet.title}: {summed} is not {people}")
    listed = everybody.last - everybody.first + 1
    if listed != registered:
        raise SumsDifferError(f"list: {listed} is not {registered}")
