"""The list of travellers as a workbook that is ready to print: the list, and what it is about."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter

from reports import terms, wording
from reports.ages import INFANT_YEARS, years
from reports.checksums import content_hash, shown
from reports.excel.manifest_details import write_details
from reports.excel.styles import (
    FONT,
    INK,
    ROW_HEIGHT,
    Marks,
    Pen,
    Style,
    add_sheet,
    new_book,
    page_mark,
    save,
    set_up_print,
)
from reports.excel.widths import LINE_HEIGHT, lines, units
from reports.model import Group, ManifestModel, Mark, Pair, Row
from reports.texts import Texts
from reports.totals import count
from reports.wording import Wording, joined

_BAND_STYLE = "HWBand"
_TICK_STYLE = "HWTick"
_BAND_FILL = "EBEBEB"
_INDENTS = 3.5
_HEAD_ROW = 5
_TITLE_HEIGHT = 26.0
_ROW_BORDER = Border(bottom=Side("hair", INK))
_SIGNS = {Mark.ADDED: "+", Mark.CHANGED: "≠", Mark.MOVED: "↔"}

_Value = str | int | date


@dataclass(frozen=True)
class _Column:
    """A column; its width lies between `least` and `most` digits."""

    head: Pair
    value: Callable[[Row], _Value]
    least: float
    most: float
    style: Style = Style.TEXT


def render(model: ManifestModel, texts: Texts, second: Texts | None = None) -> bytes:
    """Return the list as an .xlsx file; equal models and texts give equal bytes.

    It carries the number, the order, the totals and the hash of the printed list. Dates are
    dates where the day is known, numbers of documents are text, and nothing is a formula.
    """
    if second is not None and second.language == texts.language:
        second = None
    words = Wording(texts, second)
    digest = content_hash(model.rows())
    name = wording.title(words, model).first
    book = new_book(texts, title=f"{name} {model.number}", creator="Homeward")
    for style in _own_styles():
        book.add_named_style(style)
    page = page_mark(texts)
    if second is not None and page_mark(second) != page:
        page = f"{page} · {page_mark(second)}"
    marks = Marks(
        title=wording.issue_line(texts, model),
        data_line=joined(wording.data_line(words, model)),
        reference=f"SHA-256 {shown(digest)}",
        page=page,
    )
    _ListSheet(Pen(add_sheet(book, texts.tc("sheet name", "List"))), model, words).write(marks)
    details = Pen(add_sheet(book, texts.tc("sheet name", "Details")))
    write_details(details, model, words, digest, marks)
    return save(book, model.issued_at)


class _ListSheet:
    def __init__(self, pen: Pen, model: ManifestModel, words: Wording) -> None:
        self._pen = pen
        self._model = model
        self._words = words
        self._columns = tuple(_columns(model, words))
        self._last = len(self._columns) + len(model.ticks)

    def write(self, marks: Marks) -> None:
        """Write the sheet from its title to the lines for signatures."""
        self._widths()
        self._heading()
        self._heads()
        row = _HEAD_ROW
        for group in self._model.groups:
            if group.rows:
                row = self._group(group, row + 1)
        row = self._closing(row + 1)
        sheet = self._pen.sheet
        sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
        area = f"A1:{get_column_letter(self._last)}{row}"
        set_up_print(sheet, marks, area=area, landscape=True, head_row=_HEAD_ROW)

    def _heading(self) -> None:
        words, model = self._words, self._model
        first = words.first
        version = words.pair(lambda t: t.t("Version {version}", version=model.version))
        parts = [first.t("No. {number}", number=model.number), joined(version)]
        if model.replaces is not None:
            replaced = words.pair(
                lambda t: t.t("replaces version {version}", version=model.replaces)
            )
            parts.append(joined(replaced))
        self._across(1, wording.title(words, model).first, Style.TITLE)
        self._pen.sheet.row_dimensions[1].height = _TITLE_HEIGHT
        self._across(2, wording.subtitle(words, model), Style.SUB)
        self._across(3, " · ".join(parts), Style.LABEL)
        self._across(4, _vehicle_line(words, model), Style.SUB)

    def _widths(self) -> None:
        rows = tuple(self._model.rows())
        for place, column in enumerate(self._columns, start=1):
            longest = max((units(_text(column.value(row))) for row in rows), default=0.0)
            for line in _head_text(column.head).split("\n"):
                longest = max(longest, units(line))
            width = min(max(longest + _INDENTS, column.least), column.most)
            self._pen.sheet.column_dimensions[get_column_letter(place)].width = round(width, 1)
        for place in range(len(self._columns) + 1, self._last + 1):
            self._pen.sheet.column_dimensions[get_column_letter(place)].width = 8.5

    def _heads(self) -> None:
        for place, column in enumerate(self._columns, start=1):
            style = Style.HEAD_NUMBER if column.style is Style.AGE else Style.HEAD
            self._pen.text(_HEAD_ROW, place, _head_text(column.head), style)
        for place, tick in enumerate(self._model.ticks, start=len(self._columns) + 1):
            way = self._words.last(partial(terms.direction, code=tick.direction))
            self._pen.text(_HEAD_ROW, place, f"{tick.country}\n{way}", Style.HEAD)
        self._pen.sheet.row_dimensions[_HEAD_ROW].height = 2 * LINE_HEIGHT + 4.0

    def _group(self, group: Group, row: int) -> int:
        pair = wording.band_pair(self._words, group)
        self._across(row, joined(pair), Style.LABEL, named=_BAND_STYLE)
        for traveller in group.rows:
            row += 1
            self._traveller(traveller, row)
        return row

    def _traveller(self, traveller: Row, row: int) -> None:
        most = 1
        for place, column in enumerate(self._columns, start=1):
            value = column.value(traveller)
            if isinstance(value, str):
                self._pen.text(row, place, value)
            else:
                style = Style.DATE if isinstance(value, date) else Style.AGE
                self._pen.value(row, place, value, style)
            self._cell(row, place).border = _ROW_BORDER
            most = max(most, lines(_text(value), self._width(place)))
        for place in range(len(self._columns) + 1, self._last + 1):
            self._cell(row, place).style = _TICK_STYLE
        self._pen.sheet.row_dimensions[row].height = max(ROW_HEIGHT, most * LINE_HEIGHT + 3.0)

    def _closing(self, row: int) -> int:
        model, words = self._model, self._words
        totals = count(model.rows(), model.crossing_on)
        label = words.first.tc("end of a list", "TOTAL")
        people = wording.people_in_words(words.first, totals.total)
        shares = words.pair(lambda t: wording.sex_counts(t, totals))
        self._across(row, f"{label} · {people} · {shares.first}", Style.TOTAL)
        if shares.second:
            row += 1
            self._across(row, shares.second, Style.SUB)
        line = "_" * 30
        leader = words.pair(lambda t: t.t("Convoy leader"))
        name = model.leader.name if model.leader is not None else ""
        signatory = model.signatory
        signed = ((words.shown(signatory.title), signatory.name), (leader, name))
        for title, who in signed:
            row += 2
            self._across(row, f"{joined(title)}: {who}  {line}", Style.TEXT)
        return row

    def _across(self, row: int, text: str, style: Style, *, named: str = "") -> None:
        """Write a text over the whole width, as high as it needs."""
        sheet = self._pen.sheet
        self._pen.text(row, 1, text, style)
        if named:
            for place in range(1, self._last + 1):
                self._cell(row, place).style = named
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=self._last)
        width = sum(map(self._width, range(1, self._last + 1)))
        sheet.row_dimensions[row].height = lines(text, width) * LINE_HEIGHT + 3.0

    def _cell(self, row: int, column: int) -> Any:
        return self._pen.sheet.cell(row, column)

    def _width(self, place: int) -> float:
        return float(self._pen.sheet.column_dimensions[get_column_letter(place)].width)


def _columns(model: ManifestModel, words: Wording) -> Iterator[_Column]:
    t, rows = words.first, tuple(model.rows())
    pair = words.pair
    if any(row.mark is not Mark.NONE for row in rows):
        head = pair(lambda t: t.tc("column", "Change"))
        yield _Column(head, lambda row: _SIGNS.get(row.mark, ""), 6.0, 12.0)
    number = pair(lambda t: t.tc("column", "No."))
    yield _Column(number, lambda row: row.number, 7.0, 12.0, Style.AGE)
    if model.is_convoy:
        head = pair(lambda t: t.tc("column", "Vehicle"))
        yield _Column(head, lambda row: row.vehicle or "", 7.0, 13.0, Style.AGE)
    if any(row.seat for row in rows):
        yield _Column(pair(lambda t: t.tc("column", "Seat")), lambda row: row.seat, 7.0, 12.0)
    name = pair(lambda t: t.t("Surname, given names, patronymic"))
    yield _Column(name, lambda row: row.name, 24.0, 40.0)
    latin = pair(lambda t: t.t("Name as in passport (Latin)"))
    yield _Column(latin, lambda row: row.latin_name, 22.0, 36.0)
    role = pair(lambda t: t.tc("column", "In the family"))
    yield _Column(role, lambda row: terms.role(t, row), 10.0, 16.0)
    born = pair(lambda t: t.tc("column", "Date of birth"))
    yield _Column(born, partial(_birth, t), 12.5, 16.0, Style.DATE)
    age = pair(lambda t: t.tc("column", "Age"))
    yield _Column(age, partial(_age, t, model.crossing_on), 8.0, 13.0, Style.AGE)
    sex = pair(lambda t: t.tc("column", "Sex"))
    yield _Column(sex, lambda row: terms.sex_letter(t, row.sex), 6.5, 9.0)
    nationality = pair(lambda t: t.tc("column", "Nat."))
    yield _Column(nationality, lambda row: row.nationality, 7.5, 10.0)
    document = pair(lambda t: t.tc("column", "Document"))
    yield _Column(document, lambda row: terms.document(t, row), 11.0, 24.0)
    number = pair(lambda t: t.tc("column", "Document number"))
    yield _Column(number, lambda row: row.document_number, 13.0, 24.0)
    valid = pair(lambda t: t.tc("column", "Valid until"))
    yield _Column(valid, lambda row: row.document_expires_on or "", 12.5, 16.0, Style.DATE)


def _birth(t: Texts, row: Row) -> _Value:
    """The day as a date where it is known; Excel counts days only from 1900."""
    birth = row.birth
    if birth is not None and birth.precision == "day" and birth.earliest.year > 1900:
        return birth.earliest
    return wording.birth(t, birth)


def _age(t: Texts, on: date, row: Row) -> _Value:
    span = years(row.birth, on)
    if span is not None and span[0] == span[1] and span[0] >= INFANT_YEARS:
        return span[0]
    return wording.short_age(t, row.birth, on)


def _vehicle_line(words: Wording, model: ManifestModel) -> str:
    t = words.first
    if model.is_convoy:
        parts = [wording.convoy_size(t, model.vehicles)]
        parts += [f"{vehicle.number}: {vehicle.plate}" for vehicle in model.vehicles]
    else:
        parts = []
        for vehicle in model.vehicles:
            kind = terms.vehicle(t, vehicle, model.convoy_size)
            parts += [kind, vehicle.plate, wording.vehicle_model(t, vehicle)]
    parts.append(words.shown(model.office).first)
    return " · ".join(filter(None, parts))


def _head_text(pair: Pair) -> str:
    return f"{pair.first}\n{pair.second}" if pair.second else pair.first


def _text(value: _Value) -> str:
    return "00.00.0000" if isinstance(value, date) else str(value)


def _own_styles() -> tuple[NamedStyle, ...]:
    thin = Side("thin", INK)
    band = NamedStyle(
        name=_BAND_STYLE,
        number_format="@",
        font=Font(name=FONT, size=10.5, bold=True, color=INK),
        fill=PatternFill("solid", fgColor=_BAND_FILL),
        border=Border(top=thin),
        alignment=Alignment(horizontal="left", vertical="center", indent=1, wrap_text=True),
    )
    tick = NamedStyle(
        name=_TICK_STYLE,
        font=Font(name=FONT, size=11, color=INK),
        border=Border(left=thin, right=thin, top=thin, bottom=thin),
    )
    return band, tick
