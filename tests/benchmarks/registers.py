"""Registers of people who do not exist, filled through the use cases and kept for later runs."""

import itertools
import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from benchmarks.generate import Person, people
from benchmarks.rig import Setting
from support.desks import database_of, open_desk

from desktop.domain.names.folding import FOLD_VERSION
from desktop.domain.partial_dates import PartialDate
from desktop.domain.people import GroupMember, TravelGroup
from desktop.domain.values import GroupRole, Sex
from desktop.storage.key_file import Cost, key_path
from desktop.storage.migrations import HEAD
from desktop.storage.sealing import seal
from desktop.usecases.people import registration_numbers
from desktop.usecases.person_forms import DocumentForm, PersonForm
from desktop.usecases.person_records import NewRecords, new_person
from desktop.usecases.ports import Desk, UnitOfWork

BATCH = 2_000
_PASSPHRASE = "a passphrase for benchmarks"


@contextmanager
def filled_desk(setting: Setting, count: int) -> Iterator[Desk]:
    """A desk on a register of `count` people; for reading only, since others use it too."""
    desk = open_desk(str(filled_file(setting, count)))
    try:
        yield desk
    finally:
        database_of(desk).close()


def filled_file(setting: Setting, count: int) -> Path:
    """File of a register of `count` people, made where it is not there yet."""
    path = setting.folder / f"people-{count}-{HEAD}-{FOLD_VERSION}.db"
    if not path.exists():
        making = path.with_suffix(f".{os.getpid()}.db")
        desk = open_desk(str(making))
        fill(desk, people(count))
        database_of(desk).close()
        making.rename(path)
    return path


@contextmanager
def sealed_desk(setting: Setting, count: int, *, sealed: bool) -> Iterator[Desk]:
    """A desk on a copy of a register, encrypted or not; it is gone afterwards."""
    path = setting.folder / f"sealed-{os.getpid()}.db"
    shutil.copy(filled_file(setting, count), path)
    if sealed:
        # What the passphrase costs is paid once, when the register is opened.
        seal(path, _PASSPHRASE, "", Cost(m_kib=64, t=1, p=1))
    desk = open_desk(str(path), secret=lambda: _PASSPHRASE)
    try:
        yield desk
    finally:
        database_of(desk).close()
        path.unlink()
        key_path(path).unlink(missing_ok=True)


@contextmanager
def fresh_desk(setting: Setting, count: int = 0, keep_as: Path | None = None) -> Iterator[Desk]:
    """A desk on a copy of a register; it is gone afterwards, or kept under another name."""
    path = setting.folder / f"fresh-{os.getpid()}.db"
    shutil.copy(filled_file(setting, count), path)
    desk = open_desk(str(path))
    try:
        yield desk
    finally:
        database_of(desk).close()
        if keep_as is None:
            path.unlink()
        else:
            path.rename(keep_as)


def fill(desk: Desk, rows: Iterable[Person]) -> None:
    """Register people in batches, those of one household as a travel group."""
    with desk.store.read() as reads:
        districts = {(area.parent, area.names["ru"]): area.code for area in reads.areas()}
    remaining = iter(rows)
    while batch := list(itertools.islice(remaining, BATCH)):
        with desk.store.write("import") as work:
            _store(desk, work, batch, districts)
            work.commit()


def _store(
    desk: Desk,
    work: UnitOfWork,
    batch: Sequence[Person],
    districts: dict[tuple[str | None, str], str],
) -> None:
    new = NewRecords()
    households: defaultdict[str, list[tuple[UUID, str]]] = defaultdict(list)
    numbers = registration_numbers(desk, work, len(batch))
    for row, number in zip(batch, numbers, strict=True):
        area = districts.get((row["region"], row["district"]), row["region"])
        person_id = new_person(desk, form_of(row, area), number, new)
        households[row["household"]].append((person_id, row["role"]))
    new.store(work)
    families = [members for members in households.values() if len(members) > 1]
    office_id = desk.store.actor.office_id
    labels = work.next_numbers(office_id, "group", 0, len(families))
    for members, label in zip(families, labels, strict=True):
        group = TravelGroup(
            id=desk.new_id(), office_id=office_id, label=f"G-{label:02d}", created_at=desk.now()
        )
        work.add(group)
        for position, (person_id, role) in enumerate(members):
            work.add(
                GroupMember(
                    id=desk.new_id(),
                    group_id=group.id,
                    person_id=person_id,
                    role=GroupRole(role),
                    position=position,
                )
            )


def form_of(row: Person, area: str) -> PersonForm:
    """Form of a generated person."""
    number = row["document_number"]
    kind = "birth_certificate" if number.startswith("I-") else "passport"
    return PersonForm(
        family_name=row["family_name"],
        given_names=row["given_names"],
        patronymic=row["patronymic"],
        latin_family_name=row["latin_family_name"],
        latin_given_names=row["latin_given_names"],
        latin_from_document=bool(row["latin_family_name"]),
        sex=Sex(row["sex"]),
        birth=PartialDate.from_iso(row["birth"]),
        nationality="TJK",
        documents=(DocumentForm(kind, number),) if number else (),
        phones=((row["phone"], row["phone"]),) if row["phone"] else (),
        destination_area=area,
        destination_text=row["district"],
        source="import",
    )
