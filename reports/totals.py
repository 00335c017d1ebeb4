"""Counts of the people on a list by sex and age. The rows are the only source."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reports.ages import ADULT_YEARS, years
from reports.model import Row

SEXES = ("M", "F", "X")
BANDS: tuple[tuple[int, int | None], ...] = ((0, 1), (2, 11), (12, 17), (18, 59), (60, None))
UNKNOWN_BAND = len(BANDS)


@dataclass(frozen=True)
class Totals:
    """Counts of a list. `cells[sex][band]`; the last band holds the ages not known.

    A person born in 1974 without a day may be of age and yet of no certain band: `children`,
    `adults` and `unknown_age` add up to `total`, and so do the cells, each for itself.
    """

    cells: dict[str, tuple[int, ...]]
    children: int
    adults: int
    unknown_age: int

    @property
    def total(self) -> int:
        """Everybody."""
        return sum(sum(row) for row in self.cells.values())

    @property
    def sexes(self) -> tuple[str, ...]:
        """Sexes that a table shows: the third only when somebody is counted there."""
        return tuple(sex for sex in SEXES if sex != "X" or self.of_sex(sex))

    @property
    def bands(self) -> tuple[int, ...]:
        """Places of the bands that a table shows: the unknown one only when needed."""
        known = tuple(range(len(BANDS)))
        return (*known, UNKNOWN_BAND) if self.of_band(UNKNOWN_BAND) else known

    def of_sex(self, sex: str) -> int:
        """Everybody of one sex."""
        return sum(self.cells[sex])

    def of_band(self, band: int) -> int:
        """Everybody of one band."""
        return sum(row[band] for row in self.cells.values())


def band_label(band: int) -> str:
    """Bounds of an age band in completed years, both included: 2–11, 60+."""
    youngest, oldest = BANDS[band]
    return f"{youngest}+" if oldest is None else f"{youngest}–{oldest}"


def count(rows: Iterable[Row], on: date) -> Totals:
    """Count `rows` by sex and by age on the day `on`."""
    cells: Counter[tuple[str, int]] = Counter()
    children = adults = unknown_age = 0
    for row in rows:
        span = years(row.birth, on)
        sex = row.sex if row.sex in SEXES else "X"
        cells[sex, _band(span)] += 1
        if span is None or span[0] < ADULT_YEARS <= span[1]:
            unknown_age += 1
        elif span[0] >= ADULT_YEARS:
            adults += 1
        else:
            children += 1
    table = {sex: tuple(cells[sex, band] for band in range(UNKNOWN_BAND + 1)) for sex in SEXES}
    return Totals(table, children, adults, unknown_age)


def _band(span: tuple[int, int] | None) -> int:
    if span is not None:
        for place, (youngest, oldest) in enumerate(BANDS):
            if youngest <= span[0] and (oldest is None or span[1] <= oldest):
                return place
    return UNKNOWN_BAND
