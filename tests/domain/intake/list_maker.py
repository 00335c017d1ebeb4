"""Make lists of many layouts from people whose truth is known.

A layout is columns (heading, how a person is written, what that tells) and how the sheet is
laid out around them. The expectation follows from what the columns tell.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from intake_truth import Expected, truth

from desktop.domain.intake.sheet import CellValue, MergedRange, Sheet
from desktop.domain.names.transliteration import latin_suggestion

_RUSSIAN = str.maketrans(
    {"ҷ": "дж", "Ҷ": "Дж", "ҳ": "х", "Ҳ": "Х", "қ": "к", "Қ": "К", "ғ": "г", "Ғ": "Г"}
    | {"ӣ": "и", "Ӣ": "И", "ӯ": "у", "Ӯ": "У"}
)
_UZBEK = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфы", "abvgdeziyklmnoprstufi", strict=True))
    | {"ё": "yo", "ж": "j", "х": "x", "ц": "ts", "ч": "ch", "ш": "sh", "ъ": "'", "ь": ""}
    | {"э": "e", "ю": "yu", "я": "ya", "ғ": "g'", "ӣ": "i", "қ": "q", "ӯ": "o'", "ҳ": "h"}
    | {"ҷ": "j"}
)
MONTHS = {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "tg": "январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри",
    "uz": "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
}


@dataclass(frozen=True)
class Human:
    """One person of the truth."""

    id: int
    family: str
    given: str
    patronymic: str
    sex: str
    born: date
    passport: str  # or, of a small child, the birth certificate
    region: str
    district: str
    phone: str
    group: int | None
    role: str

    @property
    def full(self) -> str:
        """Family name, given name, patronymic."""
        return f"{self.family} {self.given} {self.patronymic}"

    @property
    def latin_family(self) -> str:
        """Family name as a Tajik passport writes it."""
        return latin_suggestion(self.family)

    @property
    def latin_given(self) -> str:
        """Given name as a Tajik passport writes it."""
        return latin_suggestion(self.given)


@cache
def humans() -> tuple[Human, ...]:
    """The people of the border list, families together."""

    def human(person: dict[str, Any]) -> Human:
        return Human(
            id=person["id"],
            family=person["family"],
            given=person["given"],
            patronymic=person["patronymic"],
            sex=person["sex"],
            born=date.fromisoformat(person["born"]),
            passport=person["passport"] or person["birth_cert"],
            region=person["region"],
            district=person["district"],
            phone=person["phone"],
            group=person["group"],
            role=person.get("role", ""),
        )

    return tuple(human(person) for person in truth("zhibek-zholy-102")["people"])


def russian(text: str) -> str:
    """As a Russian keyboard writes it."""
    return text.translate(_RUSSIAN)


def uzbek(text: str) -> str:
    """In Uzbek Latin."""
    return " ".join(
        f"{w[0].lower().translate(_UZBEK).capitalize()}{w[1:].lower().translate(_UZBEK)}"
        for w in text.split()
    )


Writer = Callable[[Human], CellValue]


@dataclass(frozen=True)
class Col:
    """A column: its heading (several lines where the heading has several rows)."""

    heading: str | tuple[str, ...]
    write: Writer
    tells: str = ""


@dataclass(frozen=True)
class Layout:
    """How a list looks around its columns."""

    columns: tuple[Col, ...]
    titles: tuple[str, ...] = ()
    footers: tuple[str, ...] = ()
    left_margin: int = 0
    blank_before_heading: int = 0
    has_heading: bool = True
    repeat_heading_every: int = 0
    sections: str = ""
    total: str = ""
    merge_families_in: tuple[int, ...] = ()
    merge_headings: bool = False
    shuffle: bool = False
    only: Callable[[Human], bool] = field(default=lambda human: True)


def day(pattern: str) -> Writer:
    """Birth date by a strftime pattern."""
    return lambda human: human.born.strftime(pattern)


def day_in_letters(language: str, pattern: str) -> Writer:
    """Birth date with the month in letters; {d}, {m} and {y} in the pattern."""
    months = MONTHS[language].split()
    return lambda human: pattern.format(
        d=human.born.day, m=months[human.born.month - 1], y=human.born.year
    )


def one_of(*writers: Writer) -> Writer:
    """Each person in another form, the same for each run."""
    return lambda human: writers[human.id % len(writers)](human)


def role_words(head: str, wife: str, son: str, daughter: str) -> Writer:
    """Words for the roles in a family, '' for people without one."""

    def write(human: Human) -> str:
        if human.group is None:
            return ""
        child = son if human.sex == "M" else daughter
        return {"head": head, "spouse": wife, "child": child}[human.role]

    return write


def make(layout: Layout) -> tuple[Sheet, list[Expected]]:
    """Return the sheet of a layout and what it says about each person."""
    people = [human for human in humans() if layout.only(human)]
    if layout.shuffle:
        random.Random(7).shuffle(people)
    grid: list[list[CellValue]] = [[text] for text in layout.titles]
    grid += [[] for _ in range(layout.blank_before_heading)]
    merged: list[MergedRange] = []
    if layout.has_heading:
        merged += _add_heading(grid, layout)
    heading = [list(row) for row in grid[len(grid) - _heading_rows(layout) :]]
    rows = _add_people(grid, layout, people, heading)
    merged += _merged_families(layout, rows)
    if layout.total:
        grid.append([layout.total.format(n=len(people))])
    grid += [[], *([text] for text in layout.footers)]
    margin: list[CellValue] = [""] * layout.left_margin
    sheet = Sheet("Лист1", tuple(tuple(margin + row) for row in grid), tuple(merged))
    return sheet, [_expected(layout, row, human) for row, human in rows]


def _heading_rows(layout: Layout) -> int:
    if not layout.has_heading:
        return 0
    return max(len(c.heading) if isinstance(c.heading, tuple) else 1 for c in layout.columns)


def _add_heading(grid: list[list[CellValue]], layout: Layout) -> list[MergedRange]:
    depth, first = _heading_rows(layout), len(grid)
    lines: list[list[CellValue]] = [[] for _ in range(depth)]
    merged = []
    for column in layout.columns:
        heading = column.heading if isinstance(column.heading, tuple) else (column.heading,)
        for line in range(depth):
            lines[line].append(heading[line] if line < len(heading) else "")
    margin = layout.left_margin
    for row, line in enumerate(lines[:-1] if depth > 1 else lines, start=first):
        start = 0
        for place in range(1, len(line) + 1):
            if place < len(line) and line[place] == line[start] != "":
                continue
            if layout.merge_headings and place - start > 1:
                merged.append(MergedRange(row, start + margin, row, place - 1 + margin))
            line[start + 1 : place] = [""] * (place - start - 1)
            start = place
    grid += lines
    return merged


def _add_people(
    grid: list[list[CellValue]],
    layout: Layout,
    people: Sequence[Human],
    heading: list[list[CellValue]],
) -> list[tuple[int, Human]]:
    rows: list[tuple[int, Human]] = []
    last_group: int | None = None
    for number, human in enumerate(people):
        if layout.sections == "bus" and number % 34 == 0:
            grid.append([f"Автобус {number // 34 + 1}"])
        if layout.sections == "family" and human.group != last_group:
            title = "Без семьи:" if human.group is None else f"Семья {human.family}"
            grid.append([title])
        last_group = human.group
        every = layout.repeat_heading_every
        if every and number and number % every == 0:
            grid += [list(row) for row in heading]
        grid.append([column.write(human) for column in layout.columns])
        rows.append((len(grid), human))
    return rows


def _merged_families(layout: Layout, rows: list[tuple[int, Human]]) -> list[MergedRange]:
    families: dict[int, list[int]] = {}
    for row, human in rows:
        if human.group is not None:
            families.setdefault(human.group, []).append(row - 1)
    return [
        MergedRange(min(members), column, max(members), column)
        for column in (place + layout.left_margin for place in layout.merge_families_in)
        for members in families.values()
        if len(members) > 1
    ]


def _expected(layout: Layout, row: int, human: Human) -> Expected:
    told = {word for column in layout.columns for word in column.tells.split()}
    if layout.sections == "family" or layout.merge_families_in:
        told.add("group")
    born = {"born": human.born.isoformat(), "year": str(human.born.year)}
    return Expected(
        row=row,
        family=human.family,
        given=human.given,
        patronymic=human.patronymic if "patronymic" in told else None,
        born=next((text for word, text in born.items() if word in told), None),
        document=human.passport if "document" in told else None,
        phone=human.phone if "phone" in told else None,
        sex=human.sex if "sex" in told else None,
        group=human.group,
        has_groups="group" in told,
        region=human.region if "region" in told else None,
        district=human.district if "district" in told else None,
    )
