"""Table of people by sex and age in the head of a border list."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from reports import terms
from reports.model import Pair
from reports.pdf import marks
from reports.pdf.board import THIN_INK, Board
from reports.pdf.manifest.job import Job
from reports.pdf.typeset import Style, bold, italic, regular
from reports.totals import UNKNOWN_BAND, band_label

_HEAD = regular(8.5)
_HEAD_LAST = bold(8.5)
_LABEL = regular(9)
_LABEL_LAST = bold(9)
_LABEL_SECOND = italic(7.5)
_FIGURE = regular(10)
_FIGURE_BOLD = bold(10)
_GRAND = bold(12)

_END_INDENT = 1.5
_FIGURE_GAP = 3.0
_LABEL_GAP = 1.2
_LABEL_LEAST = 22.0
_ROW_HEIGHT = 5.4
_LAST_ROW_HEIGHT = 5.8
_BEFORE_RULE = 1.4


@dataclass(frozen=True)
class _Line:
    label: Pair
    figures: tuple[str, ...]
    is_last: bool

    def style(self, place: int) -> Style:
        if place < len(self.figures) - 1:
            return _FIGURE_BOLD if self.is_last else _FIGURE
        return _GRAND if self.is_last else _FIGURE_BOLD

    @property
    def label_style(self) -> Style:
        return _LABEL_LAST if self.is_last else _LABEL


def totals_table(job: Job, x: float, width: float) -> Board:
    """Draw the table from the baseline of its caption, which stands at 0."""
    board = Board(job.ruler)
    first = job.words.first
    day = first.paper(job.model.crossing_on)
    second = job.words.second
    dated = Pair(
        first.t("Age on {date}", date=day), "" if second is None else second.tc("column", "Age on")
    )
    y = marks.caption(board, x, 0.0, dated, width) + 4.4

    lines = tuple(_lines(job))
    heads = _heads(job)
    with_second, rights = _columns(job, lines, heads, width)
    for place, (head, right) in enumerate(zip(heads, rights, strict=True)):
        style = _HEAD_LAST if place == len(heads) - 1 else _HEAD
        board.text_right(x + right, y, head, style)
    y += _BEFORE_RULE
    board.level(x, x + width, y, 0.8)
    for line in lines:
        y += _LAST_ROW_HEIGHT if line.is_last else _ROW_HEIGHT
        base = y - _BEFORE_RULE
        end = board.text(x, base, line.label.first, line.label_style)
        if with_second:
            board.text(end + _LABEL_GAP, base, line.label.second, _LABEL_SECOND)
        for place, (figure, right) in enumerate(zip(line.figures, rights, strict=True)):
            board.text_right(x + right, base, figure, line.style(place))
        if line.is_last:
            board.level(x, x + width, y, 1.0)
        else:
            board.level(x, x + width, y, 0.3, THIN_INK)
    board.height = y
    return board


def _heads(job: Job) -> tuple[str, ...]:
    labels = [
        job.words.first.tc("age", "not known") if band == UNKNOWN_BAND else band_label(band)
        for band in job.totals.bands
    ]
    return (*labels, job.words.first.t("Total"))


def _lines(job: Job) -> Iterator[_Line]:
    totals, words = job.totals, job.words
    for sex in totals.sexes:
        figures = [totals.cells[sex][band] for band in totals.bands]
        label = words.pair(partial(terms.sex_name, code=sex))
        yield _Line(label, _shown(job, [*figures, totals.of_sex(sex)]), is_last=False)
    figures = [totals.of_band(band) for band in totals.bands]
    label = words.pair(lambda t: t.t("Total"))
    yield _Line(label, _shown(job, [*figures, totals.total]), is_last=True)


def _shown(job: Job, figures: list[int]) -> tuple[str, ...]:
    return tuple(job.words.first.number(figure) if figure else "–" for figure in figures)


def _columns(
    job: Job, lines: tuple[_Line, ...], heads: tuple[str, ...], width: float
) -> tuple[bool, tuple[float, ...]]:
    """Whether there is room for labels in the second language, and where figures end."""
    ruler = job.ruler
    needs = [
        _FIGURE_GAP
        + max(
            ruler.width(head, _HEAD_LAST),
            *(ruler.width(line.figures[place], line.style(place)) for line in lines),
        )
        for place, head in enumerate(heads)
    ]
    label = max(ruler.width(line.label.first, line.label_style) for line in lines)
    both = max(
        ruler.width(line.label.first, line.label_style)
        + ruler.width(line.label.second, _LABEL_SECOND)
        for line in lines
    )
    both += _LABEL_GAP
    with_second = both + sum(needs) <= width
    start = max(both if with_second else label, _LABEL_LEAST)
    start = min(start, max(width - sum(needs), label))
    equal = (width - start) / len(needs)
    if equal >= max(needs):
        needs = [equal] * len(needs)
    else:
        needs = [need + (width - start - sum(needs)) / len(needs) for need in needs]
    return with_second, tuple(start + end - _END_INDENT for end in accumulate(needs))
