"""The list of the first bus at Zhibek Zholy, and others, as models for the tests."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from desktop.domain.partial_dates import PartialDate
from reports.model import (
    Change,
    ChangeKind,
    Changes,
    Direction,
    Driver,
    Escort,
    Group,
    GroupKind,
    Leader,
    ManifestModel,
    Mark,
    Pair,
    Row,
    Signatory,
    Stop,
    Tick,
    Vehicle,
)

_DATA = Path(__file__).parents[1] / "data" / "reports" / "zhibek_zholy.json"
PEOPLE: dict[str, list[dict[str, Any]]] = json.loads(_DATA.read_text("utf-8"))

LONG_NAME = "Абдуллоҷонзодаи Хуҷамқулиён Бибихадичамоҳ-Гулҷаҳон Абдураҳмоновна"
LONG_LATIN = "ABDULLOJONZODAI KHUJAMQULIYON BIBIKHADICHAMOH-GULJAHON"
LONG_WORD = "Ш" * 40

ALMATY = timezone(timedelta(hours=6))
TASHKENT = timezone(timedelta(hours=5))

BUS = Vehicle(
    1,
    "bus",
    "402 KZA 02",
    "Yutong ZK6122H9",
    51,
    (Driver("Ким В. С.", "+7 701 555 01 21"), Driver("Оспанов Б. Т.", "+7 701 555 01 22")),
)
STOPS = (
    Stop("Жибек жолы", "KZ", Direction.EXIT, datetime(2020, 11, 12, 23, 30, tzinfo=ALMATY)),
    Stop("Гишт-Куприк", "UZ", Direction.ENTRY, datetime(2020, 11, 12, 22, 40, tzinfo=TASHKENT)),
    Stop("Ойбек", "UZ", Direction.EXIT, datetime(2020, 11, 13, 2, 40, tzinfo=TASHKENT)),
    Stop("Фотехобод", "TJ", Direction.ENTRY, datetime(2020, 11, 13, 3, 0, tzinfo=TASHKENT)),
)
CHANGES = Changes(
    1,
    datetime(2020, 11, 11, 16, 30, tzinfo=ALMATY),
    (
        Change(ChangeKind.ADDED, "Ашӯров Ш. М.", 28),
        Change(ChangeKind.ADDED, "Давлатов Р. О.", 32),
        Change(ChangeKind.ADDED, "Каримова С. Д.", 34),
        Change(ChangeKind.ADDED, "Ҳоҷиева Ё. Ф.", 46),
        Change(ChangeKind.REMOVED, "Мирзоев К. А."),
        Change(ChangeKind.REMOVED, "Файзуллоева Р. З."),
        Change(ChangeKind.REMOVED, "Иззатуллоева Г. Н."),
        Change(ChangeKind.NUMBER, "Қодир Х. И.", 35, "401100363", "401100373"),
        Change(ChangeKind.NUMBER, "Султонов Р. Ҳ.", 42, "409471339", "409471349"),
        Change(ChangeKind.NUMBER, "Султонов Ш. Ф.", 43, "400317943", "400317953"),
        Change(ChangeKind.NUMBER, "Ҳакимов У. С.", 45, "402264688", "402264698"),
        Change(ChangeKind.NUMBER, "Ҷӯраев А. Ф.", 48, "406423531", "406423541"),
        Change(ChangeKind.SEAT, "Восиев С. У.", 30, "44", "30"),
    ),
)
_MARKS = {
    **dict.fromkeys((28, 32, 34, 46), Mark.ADDED),
    **dict.fromkeys((35, 42, 43, 45, 48), Mark.CHANGED),
    30: Mark.MOVED,
}


def bus_list(**changed: Any) -> ManifestModel:
    """Version 2 of the list of the first bus: 49 people, 13 changes."""
    model = ManifestModel(
        number="ALA-2020-0113/1",
        version=2,
        replaces=1,
        office=Pair(
            "Посольство Республики Таджикистан в Республике Казахстан · консульский отдел, Алматы",
            "Embassy of the Republic of Tajikistan in Kazakhstan · consular section, Almaty",
        ),
        recipient=Pair(
            "для пограничной службы, Гишт-Куприк (UZ)",
            "for the border service at Gisht-Kuprik (UZ)",
        ),
        issued_at=datetime(2020, 11, 12, 18, 5, tzinfo=ALMATY),
        issued_place="Алматы",
        crossing_on=date(2020, 11, 12),
        groups=groups_of(PEOPLE["bus"], _MARKS),
        signatory=Signatory(Pair("Консул", "Consul"), "Раҳимзода Ф. А."),
        vehicles=(BUS,),
        convoy_size=3,
        stops=STOPS,
        ticks=(Tick("KZ", Direction.EXIT), Tick("UZ", Direction.ENTRY)),
        leader=Leader("Назаров С. Ё.", "+7 703 308 82 86"),
        changes=CHANGES,
        corridor=Pair("Закрытый коридор, не более 240 мин", "sealed corridor"),
    )
    return replace(model, **changed)


def convoy_list(**changed: Any) -> ManifestModel:
    """The list of the whole convoy: 102 people in three buses."""
    vehicles = (
        BUS,
        Vehicle(2, "bus", "517 KZB 05", "Higer KLQ6928", 35),
        Vehicle(3, "bus", "088 AAB 13", "Yutong ZK6938", 39),
    )
    people = [dict(person) for person in PEOPLE["convoy"]]
    for place, person in enumerate(people):
        vehicle = 1 if place < 37 else 2 if place < 70 else 3
        person["vehicle"] = vehicle
        person["seat"] = str(place - (0, 37, 70)[vehicle - 1] + 1)
    model = bus_list(
        number="ALA-2020-0113",
        version=1,
        replaces=None,
        changes=None,
        vehicles=vehicles,
        groups=groups_of(people, {}),
    )
    return replace(model, **changed)


def groups_of(people: list[dict[str, Any]], marks: dict[int, Mark]) -> tuple[Group, ...]:
    """Families in their order, children, single travellers in the order given."""
    rows: dict[Any, list[Row]] = {}
    for number, person in enumerate(people, start=1):
        row = Row(
            number=number,
            name=person["name"],
            latin_name=person["latin"],
            sex=person["sex"],
            birth=PartialDate.from_iso(person["born"]),
            nationality="TJK",
            document_number=person["document"],
            document_kind=person["kind"],
            document_expires_on=_day(person["expires"]),
            seat=person.get("seat", str(number)),
            vehicle=person.get("vehicle"),
            role=person["role"],
            mark=marks.get(number, Mark.NONE),
        )
        rows.setdefault(person["group"], []).append(row)
    groups = []
    for key, members in rows.items():
        if key is None:
            groups.append(Group(GroupKind.SINGLE, tuple(members)))
        elif key == "children":
            escort = Escort(Pair("Иззатуллоева Б. Д.", "IZZATULLOEVA B."), _escort(people))
            groups.append(Group(GroupKind.CHILDREN, tuple(members), escort=escort))
        else:
            head = members[0]
            name = Pair(head.name.split()[0], head.latin_name.split()[0])
            groups.append(Group(GroupKind.FAMILY, tuple(members), key, name))
    return tuple(groups)


def with_names(model: ManifestModel, name: str, latin: str) -> ManifestModel:
    """The list with one name for everybody."""
    groups = tuple(
        replace(
            group,
            name=Pair(name, latin),
            rows=tuple(replace(row, name=name, latin_name=latin) for row in group.rows),
        )
        for group in model.groups
    )
    return replace(model, groups=groups)


def singles(count: int) -> tuple[Group, ...]:
    """One band of `count` single travellers, made of the people of the convoy."""
    people = PEOPLE["convoy"]
    made = [{**people[place % len(people)], "group": None, "role": ""} for place in range(count)]
    return groups_of(made, {})


def _escort(people: list[dict[str, Any]]) -> int:
    """Row of the woman who goes with the children without parents."""
    names = [person["name"] for person in people]
    return names.index("Иззатуллоева Бибихадича Далеровна") + 1


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
