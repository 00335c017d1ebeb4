"""Put the people together whom the list puts together, and nobody else.

A list says so by a family number, by merged cells, by a heading "Семья Назаровых", or by words
like "глава семьи, супруга, сын". Equal surnames alone make no travel group: they are common.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.domain.intake.family_numbers import (
    LARGEST_HOUSEHOLD,
    by_family_number,
    by_running_number,
    by_size,
)
from desktop.domain.intake.fields import Field
from desktop.domain.intake.model import GroupDraft, PersonDraft
from desktop.domain.intake.people import Reading
from desktop.domain.intake.problems import Problems
from desktop.domain.intake.relation_groups import ADULT, Group, RelationGroups, related
from desktop.domain.intake.rows import Rows
from desktop.domain.intake.table import Table

_MERGED_FIELDS = (Field.FAMILY_GROUP, Field.RELATION, Field.RUNNING_NUMBER, Field.OTHER)
_HOUSEHOLD_FIELDS = (Field.FAMILY_NAME, Field.ADDRESS, Field.PHONE, Field.NOTE)
_FEWEST_CLUSTERS, _FEWEST_HOUSEHOLDS = 3, 2


def group_people(
    table: Table, rows: Rows, people: Sequence[Reading], on: date, problems: Problems
) -> tuple[list[PersonDraft], tuple[GroupDraft, ...]]:
    """Return people with group and role, and the groups; `on` is the day of the list."""
    found: list[Group] = []

    def rest() -> list[Reading]:
        placed = {
            member.row for group in found if len(group.members) > 1 for member in group.members
        }
        return [reading for reading in people if reading.row not in placed]

    found += by_family_number(table, people, problems)
    found += _by_merged_cells(table, rest())
    found += by_size(table, rest())
    found += by_running_number(table, rest(), problems)
    found += _by_sections(rows, rest())
    found += RelationGroups(rows, on, problems, is_said=table.has(Field.RELATION)).read(rest())
    if not any(len(group.members) > 1 for group in found):
        found += _by_blank_rows(rows, rest(), problems)
    groups = [group for group in found if len(group.members) > 1]
    groups.sort(key=lambda group: group.members[0].row)
    drafts = {reading.row: reading.draft for reading in people}
    made = []
    for number, group in enumerate(groups, start=1):
        roles = group.roles if group.basis == "relation" else _roles(group, on)
        for member in group.members:
            role = roles.get(member.row) or "other"
            drafts[member.row] = replace(drafts[member.row], group=number, role=role)
        made.append(_made(number, group, drafts))
    made = _with_own_labels(made)
    return [drafts[reading.row] for reading in people], tuple(made)


def _made(number: int, group: Group, drafts: dict[int, PersonDraft]) -> GroupDraft:
    rows = tuple(member.row + 1 for member in group.members)
    heads = [m for m in group.members if drafts[m.row].role == "head"]
    label = group.label or (heads or group.members)[0].draft.family_name
    return GroupDraft(number=number, label=label, basis=group.basis, rows=rows)


def _with_own_labels(groups: Sequence[GroupDraft]) -> list[GroupDraft]:
    """Tell families of one name apart: "Назаров", "Назаров (2)"."""
    seen: Counter[str] = Counter()
    found = []
    for group in groups:
        seen[group.label] += 1
        count = seen[group.label]
        label = f"{group.label} ({count})" if group.label and count > 1 else group.label
        found.append(replace(group, label=label))
    return found


def _roles(group: Group, on: date) -> dict[int, str]:
    """Roles as the list tells them; without a word, the first adult is the head of children."""
    told = {m.row: m.relation.role for m in group.members if m.relation}
    if told:
        silent = next((m.row for m in group.members if m.row not in told), None)
        if silent is not None and "head" not in told.values():
            told[silent] = "head"
        return told
    young = {m.row for m in group.members if _is_minor(m, on)}
    head = next((m.row for m in group.members if m.row not in young), None)
    if head is None:
        return {}
    return {head: "head"} | dict.fromkeys(young, "child")


def _is_minor(reading: Reading, on: date) -> bool:
    birth = reading.draft.birth
    return birth is not None and birth.ages_on(on)[1] < ADULT


def _by_blank_rows(rows: Rows, people: Sequence[Reading], problems: Problems) -> list[Group]:
    """Groups of relatives that stand between empty rows, where a list is set like that."""
    blanks = {skipped.row - 1 for skipped in rows.skipped if skipped.reason == "intake.row_blank"}
    clusters: list[list[Reading]] = []
    last = -2
    for reading in people:
        if not clusters or any(row in blanks for row in range(last + 1, reading.row)):
            clusters.append([])
        clusters[-1].append(reading)
        last = reading.row
    households = [c for c in clusters if len(c) > 1 and _is_household(c)]
    if len(clusters) < _FEWEST_CLUSTERS or len(households) < _FEWEST_HOUSEHOLDS:
        return []
    for member in (member for household in households for member in household):
        problems.add("intake.group_by_blank_rows", member.row)
    return [Group(household, "blank_rows") for household in households]


def _by_merged_cells(table: Table, people: Sequence[Reading]) -> list[Group]:
    """Groups by a cell that is merged over the rows of a family."""
    by_row = {reading.row: reading for reading in people}
    groups: list[Group] = []
    taken: set[int] = set()
    for fields in (_MERGED_FIELDS, _HOUSEHOLD_FIELDS):
        for merged in table.merged_rows:
            meaning = table.columns[merged.first_column].field
            span = range(merged.first_row, merged.last_row + 1)
            members = [by_row[row] for row in span if row in by_row and row not in taken]
            is_one = merged.first_column == merged.last_column
            if meaning not in fields or len(members) < 2 or not is_one:
                continue
            if fields is _HOUSEHOLD_FIELDS and not _is_household(members):
                continue
            taken.update(member.row for member in members)
            text = table.text(merged.first_row, merged.first_column)
            label = text if meaning is Field.FAMILY_GROUP else ""
            groups.append(Group(members, "merged", label))
    return groups


def _is_household(members: Sequence[Reading]) -> bool:
    """Whether people beside one merged address or telephone look like one family."""
    if len(members) > LARGEST_HOUSEHOLD:
        return False
    return all(
        any(related(member, other) for other in members if other is not member)
        for member in members
    )


def _by_sections(rows: Rows, people: Sequence[Reading]) -> list[Group]:
    """Groups by headings between rows that name a family."""
    families = [section for section in rows.sections if section.is_family]
    if not families:
        return []
    breaks = sorted(
        {section.row for section in rows.sections}
        | {s.row - 1 for s in rows.skipped if s.reason in {"intake.row_blank", "intake.row_total"}}
    )
    groups = []
    for section in families:
        end = next((row for row in breaks if row > section.row), None)
        members = [r for r in people if r.row > section.row and (end is None or r.row < end)]
        groups.append(Group(members, "section", section.text.strip(" :")))
    return groups
