"""Lists of travellers of any length, as the papers take them."""

import itertools
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone

from benchmarks.generate import Person, people

from desktop.domain.partial_dates import PartialDate
from reports.model import (
    Direction,
    Driver,
    Group,
    GroupKind,
    Leader,
    ManifestModel,
    Pair,
    Row,
    Signatory,
    Stop,
    Tick,
    Vehicle,
)

SEATS = 49
SEED = 3
_ALMATY = timezone(timedelta(hours=6))
_TASHKENT = timezone(timedelta(hours=5))


def manifest(count: int) -> ManifestModel:
    """The list of a convoy of `count` people in families and alone, in as many buses."""
    buses = -(-count // SEATS)
    departure = datetime(2020, 11, 12, 23, 30, tzinfo=_ALMATY)
    arrival = datetime(2020, 11, 13, 2, 40, tzinfo=_TASHKENT)
    return ManifestModel(
        number="ALA-2020-0113",
        version=1,
        office=Pair("Посольство Республики Таджикистан", "Embassy of the Republic of Tajikistan"),
        recipient=Pair("для пограничной службы", "for the border service"),
        issued_at=datetime(2020, 11, 12, 18, 5, tzinfo=_ALMATY),
        issued_place="Алматы",
        crossing_on=date(2020, 11, 12),
        groups=tuple(_groups(count)),
        signatory=Signatory(Pair("Консул", "Consul"), "Раҳимзода Ф. А."),
        vehicles=tuple(_bus(number) for number in range(1, buses + 1)),
        convoy_size=buses,
        stops=(
            Stop("Жибек жолы", "KZ", Direction.EXIT, departure),
            Stop("Фотехобод", "TJ", Direction.ENTRY, arrival),
        ),
        ticks=(Tick("KZ", Direction.EXIT), Tick("TJ", Direction.ENTRY)),
        leader=Leader("Назаров С. Ё.", "+7 703 308 82 86"),
    )


def plain_rows(model: ManifestModel) -> Iterator[tuple[object, ...]]:
    """The rows of a list with the cells that its columns print, for an equal sheet."""
    for row in model.rows():
        yield (
            row.number,
            row.name,
            row.latin_name,
            row.sex,
            row.birth.iso if row.birth else "",
            row.nationality,
            row.document_number,
            row.vehicle,
            row.seat,
            row.role,
        )


def _bus(number: int) -> Vehicle:
    driver = Driver("Ким В. С.", "+7 701 555 01 21")
    return Vehicle(number, "bus", f"{number:03} KZA 02", "Yutong ZK6122H9", SEATS, (driver,))


def _groups(count: int) -> Iterator[Group]:
    numbers = itertools.count(1)
    families = itertools.count(1)
    alone: list[Row] = []
    for _, household in itertools.groupby(people(count, SEED), key=lambda one: one["household"]):
        rows = [_row(next(numbers), person) for person in household]
        if len(rows) == 1:
            alone += rows
        else:
            name = Pair(rows[0].name.partition(" ")[0], rows[0].latin_name.partition(" ")[0])
            yield Group(GroupKind.FAMILY, tuple(rows), number=next(families), name=name)
    if alone:
        yield Group(GroupKind.SINGLE, tuple(alone))


def _row(number: int, person: Person) -> Row:
    names = (person["family_name"], person["given_names"], person["patronymic"])
    certificate = person["document_number"].startswith("I-")
    return Row(
        number=number,
        name=" ".join(filter(None, names)),
        latin_name=f"{person['latin_family_name']} {person['latin_given_names']}".strip(),
        sex=person["sex"],
        birth=PartialDate.from_iso(person["birth"]),
        nationality="TJK",
        document_number=person["document_number"],
        document_kind="birth_certificate" if certificate else "passport",
        document_expires_on=None if certificate else date(2027, 3, 14),
        seat=str((number - 1) % SEATS + 1),
        vehicle=(number - 1) // SEATS + 1,
        role=person["role"],
    )
