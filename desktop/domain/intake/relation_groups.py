"""Travel groups by words: "глава семьи, супруга, сын" and their kin in all languages."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.intake.list_names import same_family
from desktop.domain.intake.people import Reading
from desktop.domain.intake.problems import Problems
from desktop.domain.intake.relations import UNKNOWN, Relation
from desktop.domain.intake.rows import Rows

ADULT = 18
"""Age in years from which nobody is a child."""

_OPENS_BY_ITSELF = frozenset({"husband", "father"})
_CARE = frozenset({"patient", "escort"})
_ONCE_IN_A_FAMILY = frozenset({"husband", "father", "wife", "mother"})


@dataclass
class Group:
    """A travel group in the making; `said_head` if a word opened it, `roles` by row.

    `expects_children` and `expects_family` are set where a word named who comes along ("с
    детьми", "с семьей"); `size` is the number of members that the list states, or 0.
    """

    members: list[Reading]
    basis: str
    label: str = ""
    said_head: bool = False
    expects_children: bool = False
    expects_family: bool = False
    size: int = 0
    roles: dict[int, str] = field(default_factory=dict)


def related(one: Reading, other: Reading) -> bool:
    """Whether names speak for one family: surname, or a given name in the other's patronymic."""
    a, b = one.name.parts, other.name.parts
    return (
        same_family(a.family_name, b.family_name)
        or same_family(a.patronymic, b.given_names)
        or same_family(b.patronymic, a.given_names)
        or same_family(a.family_name, b.given_names)
        or same_family(b.family_name, a.given_names)
    )


class RelationGroups:
    """Walks down a list: a head opens a group, relatives follow it.

    A person without a word closes the group before and may be the unnamed head of the next.
    """

    def __init__(self, rows: Rows, on: date, problems: Problems, *, is_said: bool) -> None:
        self._sections = sorted(section.row for section in rows.sections)
        self._on = on
        self._is_said = is_said
        self._problems = problems
        self._groups: list[Group] = []
        self._current: Group | None = None

    def read(self, people: Sequence[Reading]) -> list[Group]:
        """Return all groups; those of one member are people who travel alone."""
        previous = -1
        for reading in people:
            crossed = any(previous < section < reading.row for section in self._sections)
            # A heading of the next bus may fall into the middle of a family.
            if crossed and (reading.relation is None or not self._belongs(reading)):
                self._current = None
            self._place(reading)
            previous = reading.row
        return self._groups

    def _place(self, reading: Reading) -> None:
        relation = reading.relation
        if relation is None or self._is_remark(reading, relation) or self._is_unproven(relation):
            expected = self._expected_role(reading)
            if expected:
                self._join(reading, expected)
            else:
                self._open(reading, "")
        elif relation.role == "head":
            self._open(reading, "head", said=True)
            if self._current is not None:
                self._current.expects_children = relation.with_other
                self._current.expects_family = relation.code == "with_family"
        elif self._starts_family(reading, relation):
            opens = relation.code in _OPENS_BY_ITSELF
            self._open(reading, "head" if opens else relation.role, said=opens)
            if not opens and not relation.with_other:
                self._problems.add("intake.relation_without_head", reading.row)
        else:
            if not self._belongs(reading) and not (self._current and self._current.said_head):
                self._problems.add("intake.relation_without_head", reading.row)
            self._join(reading, relation.role)

    def _is_remark(self, reading: Reading, relation: Relation) -> bool:
        """Whether "больной" or "сопровождающий" alone says nothing of a family."""
        if relation.role not in _CARE or self._is_said:
            return False
        members = self._current.members if self._current else []
        return not any(m.relation is not None and related(reading, m) for m in members)

    def _starts_family(self, reading: Reading, relation: Relation) -> bool:
        """Whether a relative cannot be one of the present group."""
        group = self._current
        if group is None:
            return True
        present = {m.relation.code for m in group.members if m.relation is not None}
        if relation.code in present & _ONCE_IN_A_FAMILY:
            return relation.code in _OPENS_BY_ITSELF or not self._belongs(reading)
        if relation.code == "husband":
            is_of_head = group.said_head and group.members[0].draft.sex == "F"
            return not (self._is_of_family(reading) or is_of_head)
        if relation.code == "father":
            return not (self._belongs(reading) or group.said_head)
        return relation.with_other and not self._belongs(reading)

    def _open(self, reading: Reading, role: str, *, said: bool = False) -> None:
        self._current = Group([reading], "relation", said_head=said)
        self._current.roles[reading.row] = role
        self._groups.append(self._current)

    def _join(self, reading: Reading, role: str) -> None:
        group = self._current
        if group is None:
            return
        first = group.members[0]
        group.roles[first.row] = group.roles[first.row] or "head"
        group.members.append(reading)
        group.roles[reading.row] = role

    def _belongs(self, reading: Reading) -> bool:
        return self._current is not None and any(
            related(reading, member) for member in self._current.members
        )

    def _is_of_family(self, reading: Reading) -> bool:
        """Like `_belongs`, but a father's name alone joins nobody to a first one without a word."""
        group = self._current
        if group is None or len(group.members) > 1 or group.said_head:
            return self._belongs(reading)
        first = group.members[0].name.parts.family_name
        return same_family(first, reading.name.parts.family_name)

    def _is_unproven(self, relation: Relation) -> bool:
        """Whether a word that nobody knows stands where no head has opened a family."""
        group = self._current
        return relation is UNKNOWN and not (
            group is not None and (group.said_head or len(group.members) > 1)
        )

    def _expected_role(self, reading: Reading) -> str:
        """Role of somebody without a word whom the head announced ("с детьми"), or ''."""
        group, birth = self._current, reading.draft.birth
        if group is None or not group.expects_children or not self._belongs(reading):
            return ""
        if birth is None or birth.ages_on(self._on)[0] < ADULT:
            return "child"
        if not group.expects_family:
            return ""
        has_spouse = "spouse" in group.roles.values()
        is_other_sex = reading.draft.sex != group.members[0].draft.sex
        return "spouse" if is_other_sex and not has_spouse else "other"
