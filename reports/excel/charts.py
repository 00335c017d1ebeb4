"""Bar charts in two blues with their values on the bars, told apart in grey as well.

The values are stored in the chart beside their cells, as previews do not look them up.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.chart import BarChart
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout
from openpyxl.chart.legend import Legend
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from reports.excel.styles import FONT, INK, LIGHT_BLUE, NAVY, RULE

_FILLS = (NAVY, LIGHT_BLUE, "E5E7EB")
_HAIRLINE = 6350
_LEAST_GAP = 45
_COUNT = '#,##0;-#,##0;"–"'


@dataclass(frozen=True)
class Bars:
    """Cells that a chart draws: labels in column 1, one series for each of `columns`."""

    sheet: Worksheet
    first: int
    last: int
    columns: Sequence[int]
    head_row: int


@dataclass(frozen=True)
class Frame:
    """Cells that a chart covers, all counted from 1; the last ones are covered too."""

    first_column: int
    first_row: int
    last_column: int
    last_row: int


def bar_chart(
    sheet: Worksheet, frame: Frame, title: str, bars: Bars, *, flat: bool, hides: bool
) -> None:
    """Draw `bars` in `frame` of `sheet`.

    `flat` lays the bars down, the first on top, for labels that are words. `hides` lets the
    chart leave out rows that a filter hides.
    """
    chart: Any = BarChart()
    chart.type = "bar" if flat else "col"
    chart.grouping = "clustered"
    chart.gapWidth = _gap(bars.last - bars.first + 1)
    chart.overlap = 0
    chart.title = _title(title)
    chart.series = [_series(bars, index) for index in range(len(bars.columns))]
    chart.legend = None
    if len(bars.columns) > 1:
        chart.legend = Legend()
        chart.legend.position = "b"
        chart.legend.overlay = False
        chart.legend.txPr = _rich(_letters(900))
    _set_axes(chart, flat=flat)
    chart.graphical_properties = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    chart.roundedCorners = False
    chart.visible_cells_only = hides
    chart.anchor = TwoCellAnchor(
        editAs="oneCell",
        _from=AnchorMarker(col=frame.first_column - 1, row=frame.first_row - 1),
        to=AnchorMarker(col=frame.last_column, row=frame.last_row),
    )
    sheet.add_chart(chart)


def _gap(groups: int) -> int:
    """Gap in per cent of a bar: a chart of one or two does not draw them as thick beams."""
    return max(_LEAST_GAP, 500 // groups - 55)


def _set_axes(chart: Any, *, flat: bool) -> None:
    words, values = chart.x_axis, chart.y_axis
    # Excel hides an axis that is not said to be there.
    words.delete = False
    words.scaling.orientation = "maxMin" if flat else "minMax"
    words.axPos = "l" if flat else "b"
    words.majorTickMark = words.minorTickMark = "none"
    words.tickLblPos = "low"
    words.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=RULE))
    words.txPr = _rich(_letters(900))
    values.delete = True
    values.axPos = "b" if flat else "l"
    values.scaling.min = 0
    values.majorGridlines = None
    values.majorTickMark = values.minorTickMark = "none"


def _series(bars: Bars, index: int) -> Series:
    column = bars.columns[index]
    name = str(bars.sheet.cell(bars.head_row, column).value)
    labels = [str(value) for value in _cells(bars, 1)]
    numbers = [str(value) for value in _cells(bars, column)]
    series = Series(
        idx=index,
        order=index,
        tx=SeriesLabel(
            strRef=StrRef(
                f=_ref(bars.sheet, column, bars.head_row, bars.head_row),
                strCache=StrData(ptCount=1, pt=[StrVal(idx=0, v=name)]),
            )
        ),
        cat=AxDataSource(
            strRef=StrRef(
                f=_ref(bars.sheet, 1, bars.first, bars.last),
                strCache=StrData(
                    ptCount=len(labels),
                    pt=[StrVal(idx=place, v=label) for place, label in enumerate(labels)],
                ),
            )
        ),
        val=NumDataSource(
            numRef=NumRef(
                f=_ref(bars.sheet, column, bars.first, bars.last),
                numCache=NumData(
                    formatCode=_COUNT,
                    ptCount=len(numbers),
                    pt=[NumVal(idx=place, v=number) for place, number in enumerate(numbers)],
                ),
            )
        ),
    )
    series.invertIfNegative = False
    series.graphicalProperties = GraphicalProperties(
        solidFill=_FILLS[index], ln=LineProperties(solidFill=INK, w=_HAIRLINE)
    )
    series.dLbls = DataLabelList(
        numFmt=_COUNT,
        txPr=_rich(_letters(900, bold=True)),
        dLblPos="outEnd",
        showLegendKey=False,
        showVal=True,
        showCatName=False,
        showSerName=False,
        showPercent=False,
        showBubbleSize=False,
    )
    return series


def _cells(bars: Bars, column: int) -> list[object]:
    return [bars.sheet.cell(row, column).value for row in range(bars.first, bars.last + 1)]


def _ref(sheet: Worksheet, column: int, first: int, last: int) -> str:
    letter = get_column_letter(column)
    start = f"{quote_sheetname(sheet.title)}!${letter}${first}"
    return start if first == last else f"{start}:${letter}${last}"


def _title(text: str) -> Title:
    letters = _letters(1200, bold=True)
    paragraph = Paragraph(
        pPr=ParagraphProperties(defRPr=letters), r=[RegularTextRun(rPr=letters, t=text)]
    )
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False, layout=Layout())


def _letters(size: int, *, bold: bool = False) -> CharacterProperties:
    """Letters of a chart; `size` is in hundredths of a point."""
    return CharacterProperties(sz=size, b=bold, solidFill=INK, latin=Font(typeface=FONT))


def _rich(letters: CharacterProperties) -> RichText:
    paragraph: Any = Paragraph(pPr=ParagraphProperties(defRPr=letters), endParaRPr=letters)
    # openpyxl puts an empty run in, which does not belong into the letters of an axis.
    paragraph.r = []
    return RichText(p=[paragraph])
