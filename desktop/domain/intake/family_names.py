"""Family names that a list leaves out: blank, ditto or no word under the head of a family.

The name of the row above is taken, in the form of a man or a woman, and told as a doubt.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from desktop.domain.intake.fields import Field
from desktop.domain.intake.list_names import PersonName, same_family
from desktop.domain.intake.relations import Relation, read_relation
from desktop.domain.intake.table import Table
from desktop.domain.names.given_names import is_known
from desktop.domain.names.kinship import surname_weight
from desktop.domain.names.parts import NameParts, infer_sex

INFERRED = "family_inferred"
"""Doubt of a name whose family name was taken from the row above."""

_FEWEST_BLANKS = 2
_SURNAME = 5
_OF_MEN = re.compile(r"[ео]в$|ёв$", re.IGNORECASE)
_OF_WOMEN = re.compile(r"(?:[ео]в|ёв)а$", re.IGNORECASE)


def with_family_names(table: Table, names: Mapping[int, PersonName]) -> dict[int, PersonName]:
    """The names by row, with family names filled in where the list lets them be known."""
    blanks = sum(not name.parts.family_name for name in names.values())
    has_column = table.has(Field.FAMILY_NAME) or table.has(Field.LATIN_FAMILY_NAME)
    is_habit = has_column and blanks >= _FEWEST_BLANKS
    found: dict[int, PersonName] = {}
    head: PersonName | None = None
    last = -1
    for row, name in names.items():
        if head is not None and row != last + 1:
            head = None
        last = row
        given = _given_alone(name)
        if given is None:
            head = name
        elif head is not None:
            relation = _relation(table, row, name)
            is_relative = relation is not None and relation.role != "head"
            is_child = same_family(name.parts.patronymic, head.parts.given_names)
            if name.cell.is_ditto or is_relative or is_child or is_habit:
                found[row] = _filled(name, given, head, relation)
                continue
        found[row] = name
    return found


def _given_alone(name: PersonName) -> NameParts | None:
    """The parts of a name that lacks the family name, or None where it has one."""
    parts = name.parts
    if not parts.family_name:
        return parts if parts.given_names else None
    if parts.given_names or parts.patronymic or name.cell.is_odd:
        return None
    is_given = is_known(parts.family_name) or surname_weight(parts.family_name) < _SURNAME
    return NameParts("", parts.family_name) if is_given else None


def _relation(table: Table, row: int, name: PersonName) -> Relation | None:
    text = table.first(row, Field.RELATION)
    return name.cell.relation or (read_relation(text) if text else None)


def _filled(
    name: PersonName, given: NameParts, head: PersonName, relation: Relation | None
) -> PersonName:
    sex, _ = infer_sex("", given.given_names, given.patronymic)
    sex = (relation.sex if relation else "") or sex or ""
    family = in_form_of(head.parts.family_name, sex)
    latin = name.latin
    if head.latin.family_name and (latin.given_names or latin.family_name):
        latin = NameParts(head.latin.family_name, latin.given_names or latin.family_name)
    doubts = (*(d for d in name.doubts if d not in {"no_family_name", "single_name"}), INFERRED)
    parts = replace(given, family_name=family)
    return replace(name, parts=parts, latin=latin, doubts=doubts)


def in_form_of(family_name: str, sex: str) -> str:
    """A family name in the form of a man or a woman: Назаров, Назарова."""
    if sex == "F" and _OF_MEN.search(family_name):
        return family_name + ("А" if family_name.isupper() else "а")
    if sex == "M" and _OF_WOMEN.search(family_name):
        return family_name[:-1]
    return family_name
