"""Counts the figures and tables of a summary from its people, in one place.

Unknown places, regions, sexes, ages and waiting times have a row or column of their own, so
that every table adds up to the same total; `count` refuses to return tables that do not.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from reports.summary_model import Stage, SummaryModel, SummaryPerson

Key = TypeVar("Key")
Band = tuple[int, int | None]
Test = Callable[[SummaryPerson], bool]

# UNHCR standard age groups, in completed years; None has no upper end.
AGE_GROUPS: tuple[Band, ...] = ((0, 4), (5, 11), (12, 17), (18, 59), (60, None))
WAITING_BANDS: tuple[Band, ...] = ((0, 7), (8, 14), (15, 30), (31, 60), (61, 90), (91, None))
STAGES = tuple(Stage)
SEXES = ("F", "M", "")
ADULT_AGE = 18


class SumsDifferError(ValueError):
    """Two counts of the same people differ: a fault of the program, never of the data."""


@dataclass(frozen=True)
class CountTable(Generic[Key]):
    """Counts by key, None being the unknown; `totals` is counted apart from the rows."""

    rows: tuple[tuple[Key | None, tuple[int, ...]], ...]
    totals: tuple[int, ...]


@dataclass(frozen=True)
class Summaries:
    """All figures of one summary.

    Columns: `places` and `regions` by `STAGES`, then all; `sex_age` by `SEXES` ("" is
    unspecified or not known), then all; `waiting` people yet to arrive, then the children
    among them. A place is its label and the label of its country.
    """

    registered: int
    stages: dict[Stage, int]
    unaccompanied: int
    longest_wait: int | None
    places: CountTable[tuple[str, str]]
    regions: CountTable[str]
    sex_age: CountTable[Band]
    waiting: CountTable[Band]

    @property
    def yet_to_arrive(self) -> int:
        """People waiting or on the way."""
        return self.stages[Stage.WAITING] + self.stages[Stage.ON_THE_WAY]

    def check(self) -> None:
        """Raise SumsDifferError unless all tables add up to the same people."""
        for name, table in (
            ("places", self.places),
            ("regions", self.regions),
            ("sex_age", self.sex_age),
            ("waiting", self.waiting),
        ):
            sums = tuple(map(sum, zip(*(counts for _, counts in table.rows), strict=True)))
            _same(f"sums of {name}", sums, table.totals)
        by_stage = tuple(self.stages[stage] for stage in STAGES)
        _same("all people by stage", sum(by_stage), self.registered)
        _same("totals of places", self.places.totals, (*by_stage, self.registered))
        _same("totals of regions", self.regions.totals, (*by_stage, self.registered))
        _same("all people by sex and age", self.sex_age.totals[-1], self.registered)
        _same("people by sex", sum(self.sex_age.totals[:-1]), self.registered)
        _same("people who wait", self.waiting.totals[0], self.yet_to_arrive)


def count(model: SummaryModel, sort_key: Callable[[str], str]) -> Summaries:
    """Count all figures of `model`; places and regions come by size, then by `sort_key`.

    Raises SumsDifferError when the tables do not add up to the same people.
    """
    people = model.people
    here = [person for person in people if person.yet_to_arrive]
    waits = [days for person in here if (days := known(person.waiting_days)) is not None]
    by_stage = [*map(_at_stage, STAGES), _everyone]
    by_sex = [*map(_of_sex, SEXES), _everyone]
    result = Summaries(
        registered=len(people),
        stages={stage: sum(person.stage is stage for person in people) for stage in STAGES},
        unaccompanied=sum(person.unaccompanied for person in here),
        longest_wait=max(waits, default=None),
        places=_by_size(
            people,
            lambda person: (person.place, person.country) if person.place else None,
            by_stage,
            lambda place: sort_key(place[0]),
        ),
        regions=_by_size(
            people,
            lambda person: person.region or None,
            by_stage,
            sort_key,
        ),
        sex_age=_by_band(people, AGE_GROUPS, lambda person: person.age, by_sex),
        waiting=_by_band(
            here, WAITING_BANDS, lambda person: person.waiting_days, [_everyone, _is_child]
        ),
    )
    result.check()
    return result


def sex_of(person: SummaryPerson) -> str:
    """F, M, or "" for what is neither, whether unspecified or not known."""
    return person.sex if person.sex in SEXES else ""


def known(value: int | None) -> int | None:
    """Return an age or a number of days, None for a negative one: its day was mistyped."""
    return value if value is not None and value >= 0 else None


def _at_stage(stage: Stage) -> Test:
    return lambda person: person.stage is stage


def _of_sex(sex: str) -> Test:
    return lambda person: sex_of(person) == sex


def _everyone(_: SummaryPerson) -> bool:
    return True


def _is_child(person: SummaryPerson) -> bool:
    age = known(person.age)
    return age is not None and age < ADULT_AGE


def _band(value: int | None, bands: Sequence[Band]) -> Band | None:
    number = known(value)
    if number is None:
        return None
    return next(
        (low, high) for low, high in bands if low <= number and (high is None or number <= high)
    )


def _grouped(
    people: Iterable[SummaryPerson],
    key: Callable[[SummaryPerson], Key | None],
    columns: Sequence[Test],
) -> dict[Key | None, tuple[int, ...]]:
    groups: defaultdict[Key | None, list[SummaryPerson]] = defaultdict(list)
    for person in people:
        groups[key(person)].append(person)
    return {group: _counts(members, columns) for group, members in groups.items()}


def _counts(people: Sequence[SummaryPerson], columns: Sequence[Test]) -> tuple[int, ...]:
    return tuple(sum(map(column, people)) for column in columns)


def _by_size(
    people: Sequence[SummaryPerson],
    key: Callable[[SummaryPerson], Key | None],
    columns: Sequence[Test],
    sort_key: Callable[[Key], str],
) -> CountTable[Key]:
    """Biggest group first, the unknown last; a table of nobody has the unknown as its row."""
    groups = _grouped(people, key, columns)
    unknown = groups.pop(None, None)
    known_groups = [(group, counts) for group, counts in groups.items() if group is not None]
    known_groups.sort(key=lambda item: (-item[1][-1], sort_key(item[0])))
    rows: list[tuple[Key | None, tuple[int, ...]]] = [*known_groups]
    if unknown or not rows:
        rows.append((None, unknown or (0,) * len(columns)))
    return CountTable(tuple(rows), _counts(people, columns))


def _by_band(
    people: Sequence[SummaryPerson],
    bands: Sequence[Band],
    value: Callable[[SummaryPerson], int | None],
    columns: Sequence[Test],
) -> CountTable[Band]:
    """Every band has its row, and so has the unknown, whether or not anybody is in it."""
    groups = _grouped(people, lambda person: _band(value(person), bands), columns)
    nobody = (0,) * len(columns)
    rows = tuple((band, groups.get(band, nobody)) for band in (*bands, None))
    return CountTable(rows, _counts(people, columns))


def _same(what: str, left: object, right: object) -> None:
    if left != right:
        raise SumsDifferError(f"{what}: {left} is not {right}")
