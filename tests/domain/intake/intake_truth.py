"""The truth behind the sample lists, and how to compare a draft with it."""

import csv
import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from desktop.domain.documents import document_key
from desktop.domain.intake.areas import AreaNames
from desktop.domain.intake.model import ListDraft, PersonDraft
from desktop.domain.names.folding import fold, search_tokens
from desktop.domain.partial_dates import PartialDate

LISTS = Path(__file__).parents[2] / "data" / "lists"
REFERENCE = Path(__file__).parents[3] / "resources" / "reference"
TODAY = date(2020, 11, 12)


@cache
def tajik_areas() -> AreaNames:
    """The regions and districts of the reference data, those of Tajikistan first."""
    with (REFERENCE / "areas.csv").open(encoding="utf-8", newline="") as stream:
        rows = sorted(csv.DictReader(stream), key=lambda row: row["country"] != "TJK")
    return AreaNames.from_rows(
        (
            row["code"],
            row["parent"],
            (row["tg"], row["ru"], row["en"], row["fr"], *row["spellings"].split("|")),
        )
        for row in rows
    )


@cache
def truth(name: str) -> dict[str, Any]:
    """Truth of one sample list; people by id."""
    read: dict[str, Any] = json.loads((LISTS / f"{name}.truth.json").read_text(encoding="utf-8"))
    read["by_id"] = {person["id"]: person for person in read.get("people", ())}
    return read


@dataclass(frozen=True)
class Expected:
    """What a row of a list says about a person; None: the list does not tell."""

    row: int
    family: str
    given: str
    patronymic: str | None = None
    born: str | None = None
    document: str | None = None
    phone: str | None = None
    sex: str | None = None
    group: int | None = None
    has_groups: bool = False
    region: str | None = None
    district: str | None = None


def same_name(one: str, other: str) -> bool:
    """Whether a clerk would call two spellings one name; ч for ҷ and о for ӯ are typing."""
    if fold(one) == fold(other):
        return True
    return bool(set(search_tokens(one)) & set(search_tokens(other)))


def differences(draft: ListDraft, expected: list[Expected]) -> Counter[str]:
    """Count what a draft has wrong, by field; empty when all is right."""
    wrong: Counter[str] = Counter()
    by_row = {person.row: person for person in draft.people}
    wrong["people too many"] = len(set(by_row) - {e.row for e in expected})
    for wanted in expected:
        person = by_row.get(wanted.row)
        if person is None:
            wrong["people missing"] += 1
            continue
        for name, is_right in _fields(person, wanted).items():
            if not is_right:
                wrong[name] += 1
                wrong[f"{name} in row {wanted.row}"] += 1
    _compare_groups(by_row, expected, wrong)
    return +wrong


def _fields(person: PersonDraft, wanted: Expected) -> dict[str, bool]:
    right = {
        "family": same_name(person.family_name, wanted.family),
        "given": same_name(person.given_names, wanted.given),
    }
    if wanted.patronymic is not None:
        right["patronymic"] = same_name(person.patronymic, wanted.patronymic)
    if wanted.born is not None:
        right["born"] = (
            person.birth == PartialDate.from_iso(wanted.born)
            if wanted.born
            else (person.birth is None)
        )
    if wanted.document is not None:
        numbers = {document_key(d.number) for d in person.documents}
        lost = any(d.state == "lost" for d in person.documents)
        key = document_key(wanted.document)
        right["document"] = key in numbers if key else lost or not numbers
    if wanted.phone is not None:
        numbers = {phone.e164 for phone in person.phones}
        plain = "+" + "".join(filter(str.isdecimal, wanted.phone))
        right["phone"] = plain in numbers if wanted.phone else not numbers
    if wanted.sex is not None:
        right["sex"] = person.sex == wanted.sex
    areas = tajik_areas()
    if wanted.region is not None:
        right["region"] = person.region == areas.read(wanted.region).region
    if wanted.district is not None:
        right["district"] = same_name(areas.name(person.district), wanted.district)
    return right


def _compare_groups(
    by_row: dict[int, PersonDraft], expected: list[Expected], wrong: Counter[str]
) -> None:
    if not any(wanted.has_groups for wanted in expected):
        return
    wanted_rows: dict[int, set[int]] = {}
    for wanted in expected:
        if wanted.group is not None:
            wanted_rows.setdefault(wanted.group, set()).add(wanted.row)
    found_rows: dict[int, set[int]] = {}
    for person in by_row.values():
        if person.group is not None:
            found_rows.setdefault(person.group, set()).add(person.row)
    wanted_sets = {frozenset(rows) for rows in wanted_rows.values() if len(rows) > 1}
    found_sets = {frozenset(rows) for rows in found_rows.values()}
    wrong["groups"] = len(wanted_sets ^ found_sets)
