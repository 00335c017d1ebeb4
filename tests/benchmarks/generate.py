"""Any number of people who do not exist, for measurements.

    rows = list(people(100_000, seed=1))
    write_xlsx(Path("list.xlsx"), 5_000, seed=1)

One seed gives one endless row of people, of which a smaller number is the beginning. They come in
households and are spelled as lists of the region spell them: in Tajik or Russian Cyrillic or in
Latin letters of several habits, with birth dates that are sometimes only a month or a year.
"""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from benchmarks.vocabulary import FEMALE, LATIN, MALE, PASSPORT, REGIONS, RUSSIAN
from openpyxl import Workbook

Person = dict[str, str]

TODAY = date(2020, 11, 20)
"""The day from which ages are counted."""

SERIES = 100_000_000
STEP = 61_803_407
"""Shares no factor with the series, so that the numbers run through all of it without repeat."""

CARRIERS = {"+7": ("701", "702", "705", "707", "747"), "+992": ("90", "92", "93"), "+998": ("90",)}
RELATIONS = {"head": "глава семьи", "spouse": "супруга", "child": "ребёнок"}
HEAD = ("№ п/п", "Ф.И.О.", "Дата рожд.", "Паспорт (свид. о рожд.)", "Место жительства", "Телефон",
        "Семья")  # fmt: skip


def people(count: int, seed: int = 1) -> Iterator[Person]:
    """The first `count` people of the row of `seed`; below `SERIES` no document number repeats.

    Keys: family_name, given_names, patronymic (in the spelling of the list), latin_family_name and
    latin_given_names (capitals of the passport, empty without one), sex ("F", "M"), birth (ISO,
    also "2014" and "2014-05"), document_number, phone, region (ISO 3166-2), district, household
    (number), role ("head", "spouse", "child").
    """
    return itertools.islice(_row(Random(seed)), count)


def write_xlsx(path: Path, count: int, seed: int = 1) -> None:
    """Write the list of `count` people as a group leader would: by hand, one row as the next came.

    Title rows above the heads, dates as text and as dates, totals at the end.
    """
    chance = Random(seed)
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Лист1")
    sheet.append(["СПИСОК"])
    sheet.append(["граждан Республики Таджикистан"])
    sheet.append([])
    sheet.append(HEAD)
    for number, person in enumerate(people(count, seed), start=1):
        name = f"{person['family_name']} {person['given_names']} {person['patronymic']}".strip()
        place = f"{REGIONS[person['region']][0]}, {person['district']}"
        born = _written(chance, person["birth"])
        relation = RELATIONS[person["role"]]
        row = (number, name, born, person["document_number"], place, person["phone"], relation)
        sheet.append(row)
    sheet.append([None, f"Всего: {count} чел."])
    workbook.save(path)


@dataclass(frozen=True)
class _Household:
    """What the people of one household share."""

    number: int
    region: str
    district: str
    father: str
    root: str
    ending: str
    write: Callable[[str], str]


def _row(chance: Random) -> Iterator[Person]:
    serials = (step * STEP % SERIES for step in itertools.count(chance.randrange(SERIES)))
    for number in itertools.count(1):
        household = _household(chance, number)
        size = chance.choices(range(1, 7), (52, 10, 10, 13, 10, 5))[0]
        for place in range(size):
            role = ("head", "spouse")[place] if place < 2 else "child"
            sex = {"head": "M", "spouse": "F"}.get(role) if size > 1 else None
            yield _person(chance, household, role, sex or chance.choice("MMMF"), next(serials))


def _household(chance: Random, number: int) -> _Household:
    weights = [weight for _, weight, _ in REGIONS.values()]
    region = chance.choices(list(REGIONS), weights)[0]
    return _Household(
        number=number,
        region=region,
        district=chance.choice(REGIONS[region][2]),
        father=chance.choice(MALE),
        root=chance.choice(MALE),
        ending=chance.choices(("ов", "зода", "ӣ", ""), (75, 12, 6, 7))[0],
        write=_habit(chance),
    )


def _person(chance: Random, household: _Household, role: str, sex: str, serial: int) -> Person:
    child = role == "child"
    family_name = _surname(household.root, household.ending, sex)
    is_father = role == "head" and sex == "M"
    given = household.father if is_father else chance.choice(MALE if sex == "M" else FEMALE)
    patronymic = _patronymic(chance, household.father if child else chance.choice(MALE), sex)
    passport = chance.random() < (0.3 if child else 0.96)
    certificate = f"I-ТҶ № {serial:08}" if child and chance.random() < 0.8 else ""
    return {
        "family_name": household.write(family_name),
        "given_names": household.write(given),
        "patronymic": household.write(patronymic),
        "latin_family_name": family_name.translate(PASSPORT).upper() if passport else "",
        "latin_given_names": given.translate(PASSPORT).upper() if passport else "",
        "sex": sex,
        "birth": _birth(chance, *((0, 17) if child else (18, 62))),
        "document_number": f"4{serial:08}" if passport else certificate,
        "phone": _phone(chance) if chance.random() < (0.3 if child else 0.9) else "",
        "region": household.region,
        "district": household.district,
        "household": str(household.number),
        "role": role,
    }


def _habit(chance: Random) -> Callable[[str], str]:
    """How the writer of a line spells a Tajik name."""
    table = chance.choices(({}, RUSSIAN, chance.choice(LATIN)), (60, 25, 15))[0]
    capitals = chance.random() < 0.15
    return lambda name: name.translate(table).upper() if capitals else name.translate(table)


def _surname(root: str, ending: str, sex: str) -> str:
    if ending != "ов":
        return root + ending
    stem, after = _joined(root)
    return stem + after + ("а" if sex == "F" else "")


def _patronymic(chance: Random, father: str, sex: str) -> str:
    habit = chance.choices(("ов", "зода", "ӣ", ""), (65, 8, 12, 15))[0]
    if habit != "ов":
        return father + habit if habit else ""
    stem, after = _joined(father)
    return stem + after + ("на" if sex == "F" else "ич")


def _joined(root: str) -> tuple[str, str]:
    """Stem and "ов" or "ев", as they follow the last letter."""
    if root[-1] in "аоуиӣё":
        return root, "ев"
    return (root[:-1], "ев") if root[-1] == "й" else (root, "ов")


def _birth(chance: Random, youngest: int, oldest: int) -> str:
    days = chance.randrange(youngest * 366, oldest * 365 + 1)
    iso = (TODAY - timedelta(days=days)).isoformat()
    return iso[: chance.choices((10, 7, 4), (93, 3, 4))[0]]


def _phone(chance: Random) -> str:
    country = chance.choices(list(CARRIERS), (70, 20, 10))[0]
    return country + chance.choice(CARRIERS[country]) + f"{chance.randrange(10_000_000):07}"


def _written(chance: Random, birth: str) -> str | datetime:
    """A birth date as somebody typed it that day."""
    if len(birth) < 10:
        return ".".join(reversed(birth.split("-")))
    day = date.fromisoformat(birth)
    if chance.random() < 0.3:
        return datetime.combine(day, time())
    return day.strftime(chance.choice(("%d.%m.%Y", "%d,%m,%Y", "%d/%m/%y", "%d-%m-%Y г.")))
