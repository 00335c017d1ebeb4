"""The sheet beside a list: vehicle, route, totals by age, changes, the whole hash."""

from datetime import datetime
from functools import partial

from reports import terms, wording
from reports.excel.styles import Marks, Pen, Style, moment_format, set_up_print
from reports.excel.widths import LINE_HEIGHT, lines
from reports.model import ChangeKind, ManifestModel
from reports.totals import UNKNOWN_BAND, band_label, count
from reports.wording import Wording, joined

_WIDTHS = (36.0, 17.0, 17.0, 17.0, 17.0, 17.0, 17.0, 17.0)
_LAST = len(_WIDTHS)
_AREA_END = "H"


def write_details(
    pen: Pen, model: ManifestModel, words: Wording, digest: str, marks: Marks
) -> None:
    """Write what stands in the head of the printed list, section after section."""
    _Details(pen, model, words).write(digest)
    pen.sheet.sheet_view.showGridLines = False
    area = f"A1:{_AREA_END}{pen.sheet.max_row}"
    set_up_print(pen.sheet, marks, area=area, landscape=True)


class _Details:
    """Keeps the row that is written next."""

    def __init__(self, pen: Pen, model: ManifestModel, words: Wording) -> None:
        self._pen = pen
        self._model = model
        self._words = words
        self._t = words.first
        self._row = 0
        for letter, width in zip("ABCDEFGH", _WIDTHS, strict=True):
            pen.sheet.column_dimensions[letter].width = width

    def write(self, digest: str) -> None:
        """Write all sections."""
        self._line(wording.title(self._words, self._model).first, Style.TITLE)
        self._pen.sheet.row_dimensions[1].height = 26.0
        self._line(wording.issue_line(self._t, self._model), Style.SUB)
        self._line(f"SHA-256 {digest}", Style.SUB)
        self._line(joined(self._words.shown(self._model.office)), Style.SUB)
        self._vehicles()
        self._route()
        self._leader()
        self._totals()
        self._changes()

    def _line(self, text: str, style: Style) -> None:
        self._row += 1
        self._pen.text(self._row, 1, text, style)
        self._merge(1, text)

    def _section(self, *heads: str, figures: bool = False) -> None:
        """Begin a section with the heads of its columns, the last one up to the end."""
        self._row += 2
        for place in range(1, _LAST + 1):
            head = heads[place - 1] if place <= len(heads) else ""
            style = Style.HEAD_NUMBER if figures and place > 1 else Style.HEAD
            self._pen.text(self._row, place, head, style)
        if not figures:
            self._merge(len(heads), *heads)

    def _texts(self, *texts: str) -> None:
        self._row += 1
        for place, text in enumerate(texts, start=1):
            self._pen.text(self._row, place, text)
        self._merge(len(texts), *texts)

    def _merge(self, last: int, *texts: str) -> None:
        """Give the text in column `last` the columns up to the end, and all the lines they need."""
        self._pen.sheet.merge_cells(
            start_row=self._row, end_row=self._row, start_column=last, end_column=_LAST
        )
        widths = (*_WIDTHS[: last - 1], sum(_WIDTHS[last - 1 :]))
        most = max(lines(text, width) for text, width in zip(texts, widths, strict=True))
        self._pen.sheet.row_dimensions[self._row].height = most * LINE_HEIGHT + 3.0

    def _vehicles(self) -> None:
        model, t = self._model, self._t
        if not model.vehicles:
            return
        self._section(
            t.t("Vehicle"), t.tc("column", "Plate"), t.tc("column", "People"), t.t("Drivers")
        )
        rows = tuple(model.rows())
        for one in model.vehicles:
            people = [row for row in rows if not model.is_convoy or row.vehicle == one.number]
            kind = terms.vehicle(t, one, max(model.convoy_size, len(model.vehicles)))
            label = " · ".join(filter(None, (kind, wording.vehicle_model(t, one))))
            drivers = (
                ", ".join(filter(None, (driver.name, driver.phone))) for driver in one.drivers
            )
            self._texts(label, one.plate, t.number(len(people)), "; ".join(drivers))

    def _route(self) -> None:
        model, t = self._model, self._t
        if not model.stops:
            return
        self._section(t.t("Route, local time"))
        for stop in model.stops:
            self._texts(stop.place, f"{stop.country} {terms.direction(t, stop.direction)}", "")
            self._moment(3, stop.at)
        corridor = joined(self._words.shown(model.corridor))
        if corridor:
            self._texts(corridor)

    def _moment(self, column: int, at: datetime) -> None:
        form = moment_format(self._t, wording.zone(at))
        self._pen.value(self._row, column, at, Style.MOMENT, form)

    def _leader(self) -> None:
        leader = self._model.leader
        if leader is not None:
            self._section(self._t.t("Leader"))
            self._texts(leader.name, leader.phone)

    def _totals(self) -> None:
        model, t = self._model, self._t
        totals = count(model.rows(), model.crossing_on)
        bands = [
            t.tc("age", "not known") if band == UNKNOWN_BAND else band_label(band)
            for band in totals.bands
        ]
        day = t.paper(model.crossing_on)
        self._section(t.t("Age on {date}", date=day), *bands, t.t("Total"), figures=True)
        for sex in totals.sexes:
            label = joined(self._words.pair(partial(terms.sex_name, code=sex)))
            figures = [totals.cells[sex][band] for band in totals.bands]
            self._figures(label, [*figures, totals.of_sex(sex)])
        label = joined(self._words.pair(lambda t: t.t("Total")))
        self._figures(label, [*map(totals.of_band, totals.bands), totals.total], is_last=True)

    def _figures(self, label: str, figures: list[int], *, is_last: bool = False) -> None:
        self._row += 1
        self._pen.text(self._row, 1, label, Style.TOTAL if is_last else Style.TEXT)
        for place, figure in enumerate(figures, start=2):
            style = Style.TOTAL_INT if is_last else Style.INT
            self._pen.value(self._row, place, figure, style)

    def _changes(self) -> None:
        model, t = self._model, self._t
        if model.changes is None or not model.changes.lines:
            return
        since = t.t(
            "CHANGES SINCE VERSION {version} of {date}",
            version=model.changes.since_version,
            date=wording.moment(t, model.changes.since_at),
        )
        self._section(since)
        for kind in ChangeKind:
            for change in model.changes.of(kind):
                told = wording.change(t, change)
                self._texts(terms.change(t, kind), told)
