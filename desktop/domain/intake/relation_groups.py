"""Travel groups by words: "глава семьи, супруга, сын" and their kin in all languages."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.intake.list_names import same_family
from desktop.domain.intake.people import Reading
from desktop.domain.intake.problems import Problems
from desktop.domain.intake.relations import Relation
from desktop.domain.intake.rows import Rows

ADULT = 18
"""Age in years from which nobody is a child."""

_OPENS_BY_ITSELF = frozenset({"husband", "father"})
_CARE = frozenset({"patient", "escort"})
_ONCE_IN_A_FAMILY = frozenset({"husband", "father", "wife", "mother"})


@dataclass
class Group:
    """A travel group in the making; `said_head` if a word opened it, `roles` by row."""

    members: list[Reading]
    basis: str
    label: str = ""
    said_head: bool = False
    expects_children: bool = False
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
        if relation is None or self._is_remark(reading, relation):
            if self._is_expected_child(reading):
                self._join(reading, "child")
            else:
                self._open(reading, "")
        elif relation.role == "head":
            self._open(reading, "head", said=True)
            if self._current is not None:
                self._current.expects_children = relation.with_other
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
        """Whether "больной" or "сопровождающий" beside a stranger says nothing of a family."""
        is_of_care = relation.role in _CARE
        return is_of_care and not self._is_said and not self._belongs(reading)

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

    def _is_expected_child(self, reading: Reading) -> bool:
        group, birth = self._current, reading.draft.birth
        return (
            group is not None
            and group.expects_children
            and (birth is None or birth.ages_on(self._on)[0] < ADULT)
            and self._belongs(reading)
        )
