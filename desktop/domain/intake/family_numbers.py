"""Travel groups by numbers: of families, of rows, of members."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from desktop.domain.intake.fields import Field
from desktop.domain.intake.people import Reading
from desktop.domain.intake.problems import Problems
from desktop.domain.intake.relation_groups import Group, related
from desktop.domain.intake.relations import read_relation
from desktop.domain.intake.table import Table
from desktop.domain.intake.words import key, says_nothing

LARGEST_HOUSEHOLD = 12
"""More people than this are a bus or a brigade and no family."""

_STRANGERS = 0.5
_SUB_NUMBER = re.compile(
    r"(\d{1,6})(?:\s?[.,/\-]\s?(\d{1,2})|\s?[.,/\-]?\s?([а-иa-i]))?[.)]{0,2}", re.IGNORECASE
)
_LAST_NUMBER = re.compile(r"(\d+)\D*$")
_MEMBER = re.compile(
    r"(\d{1,2})(?:\s*(?:чел\w*|нафар|киши|kishi|нас|pers\w*|адам)\W*)?", re.IGNORECASE
)
_FEWEST_SUB_NUMBERS = 2
_FEWEST_HEADS = 2
_COUNTED = (Field.OTHER, Field.FAMILY_GROUP, Field.RELATION, Field.NOTE)


def by_family_number(table: Table, people: Sequence[Reading], problems: Problems) -> list[Group]:
    """Groups by a column that numbers or names families."""
    columns = table.columns_of(Field.FAMILY_GROUP)
    if not columns or _are_sizes(_sizes(table, columns[0], people)):
        return []
    column = columns[0]
    labels = {r.row: _label(table.text(r.row, column)) for r in people}
    is_filled = _is_filled_down(table, column, people, labels)
    if is_filled:
        _fill_down(people, labels, column, problems)
    groups = _runs(people, labels)
    is_guessed = table.columns[column].basis == "content"
    covers_all = len(groups) == 1 and len(groups[0].members) == len(people)
    if (is_guessed or covers_all) and not are_mostly_related(groups):
        return []
    return groups


def by_running_number(table: Table, people: Sequence[Reading], problems: Problems) -> list[Group]:
    """Groups by running numbers of the form 3, 3.1, 3а, or that stand only at heads."""
    texts = {r.row: table.first(r.row, Field.RUNNING_NUMBER) for r in people}
    matches = {row: _SUB_NUMBER.fullmatch(text) for row, text in texts.items()}
    parted = sum(m is not None and bool(m[2] or m[3]) for m in matches.values())
    if parted >= _FEWEST_SUB_NUMBERS:
        labels = {row: m[1] for row, m in matches.items() if m is not None}
        return [replace(group, label="") for group in _runs(people, labels)]
    return _by_numbered_heads(table, people, texts, problems)


def by_size(table: Table, people: Sequence[Reading]) -> list[Group]:
    """Groups by a column that says of how many members the family of a row is."""
    for field in _COUNTED:
        for column in table.columns_of(field):
            sizes = _sizes(table, column, people)
            if not _are_sizes(sizes):
                continue
            groups: list[Group] = []
            for reading, size in zip(people, sizes, strict=True):
                is_full = bool(groups) and len(groups[-1].members) == groups[-1].size
                if not groups or is_full:
                    groups.append(Group([], "number", size=size or 1))
                groups[-1].members.append(reading)
            if are_mostly_related(groups):
                return groups
    return []


def _sizes(table: Table, column: int, people: Sequence[Reading]) -> list[int]:
    """What a column says as numbers of members, 0 where it says nothing; [] if it does not."""
    sizes = []
    for reading in people:
        text = table.text(reading.row, column)
        match = _MEMBER.fullmatch(text)
        if match is None and not says_nothing(text):
            return []
        sizes.append(int(match[1]) if match else 0)
    return sizes


def _are_sizes(sizes: Sequence[int]) -> bool:
    """Whether every number is followed by so many rows, blank or with the same number."""
    place, several = 0, 0
    while place < len(sizes):
        size = max(sizes[place], 1)
        members = sizes[place : place + size]
        is_whole = len(members) == size and (set(members[1:]) <= {0} or set(members) == {size})
        if not is_whole or size > LARGEST_HOUSEHOLD:
            return False
        several += size > 1
        place += size
    return several > 0 and len(set(sizes)) > 1


def _by_numbered_heads(
    table: Table, people: Sequence[Reading], texts: Mapping[int, str], problems: Problems
) -> list[Group]:
    """Groups where only the first of each family has a running number, and the others none."""
    numbers = {row: text.rstrip(".) ") for row, text in texts.items()}
    stated = [int(number) for number in numbers.values() if number.isdecimal()]
    blank = sum(says_nothing(number) for number in numbers.values())
    is_counting = all(b - a == 1 for a, b in pairwise(stated))
    if not people or not numbers[people[0].row].isdecimal() or not is_counting:
        return []
    if blank < _FEWEST_HEADS or len(stated) < _FEWEST_HEADS or blank + len(stated) < len(people):
        return []
    groups: list[Group] = []
    for reading in people:
        if numbers[reading.row].isdecimal():
            groups.append(Group([], "number"))
        groups[-1].members.append(reading)
    if not are_mostly_related(groups):
        return []
    column = table.columns_of(Field.RUNNING_NUMBER)[0]
    for group in groups:
        for member in group.members[1:]:
            params = {"text": numbers[group.members[0].row]}
            problems.add("intake.group_filled_down", member.row, column, params=params)
    return groups


def are_mostly_related(groups: Sequence[Group]) -> bool:
    """Whether names speak for families, where a column alone proves none."""
    several = [group.members for group in groups if len(group.members) > 1]
    alone = sum(
        not any(related(member, other) for other in members if other is not member)
        for members in several
        for member in members
    )
    return alone <= _STRANGERS * sum(map(len, several)) and all(
        len(members) <= LARGEST_HOUSEHOLD for members in several
    )


def _runs(people: Sequence[Reading], labels: Mapping[int, str]) -> list[Group]:
    """People with one label; a label that comes again later means the same family only if
    the names say so, because names are common and numbers start again in every bus."""
    groups: list[Group] = []
    last: dict[str, Group] = {}
    previous = ""
    for reading in people:
        label = key(labels.get(reading.row, ""))
        if label:
            group = last.get(label)
            goes_on = group is not None and (
                label == previous or any(related(reading, m) for m in group.members)
            )
            if group is None or not goes_on:
                group = last[label] = Group([], "number", labels[reading.row])
                groups.append(group)
            group.members.append(reading)
        previous = label
    return groups


def _label(text: str) -> str:
    return "" if says_nothing(text) or read_relation(text) is not None else text


def _is_filled_down(
    table: Table, column: int, people: Sequence[Reading], labels: Mapping[int, str]
) -> bool:
    """Whether a number or a name stands only at the first of each family."""
    stated = [label for label in labels.values() if label]
    is_merged = any(m.first_column == column for m in table.merged_rows)
    if not 1 < len(stated) < len(people) or is_merged or table.has(Field.RELATION):
        return False
    if not labels[people[0].row] or len(set(stated)) < len(stated):
        return False
    matches = [_LAST_NUMBER.search(label) for label in stated]
    numbers = [int(match[1]) for match in matches if match is not None]
    if len(numbers) == len(stated):
        return all(b - a == 1 for a, b in pairwise(numbers))
    return not numbers and _names_families(people, labels)


def _names_families(people: Sequence[Reading], labels: Mapping[int, str]) -> bool:
    """Whether the people without a label mostly are of the family above them."""
    groups: list[Group] = []
    for reading in people:
        if labels[reading.row]:
            groups.append(Group([], "number"))
        groups[-1].members.append(reading)
    return are_mostly_related(groups)


def _fill_down(
    people: Sequence[Reading], labels: dict[int, str], column: int, problems: Problems
) -> None:
    last = ""
    for reading in people:
        if labels[reading.row]:
            last = labels[reading.row]
        elif last:
            labels[reading.row] = last
            problems.add("intake.group_filled_down", reading.row, column, params={"text": last})
