"""Putting selected people on a movement: who goes, with whom, and where to. No widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.ui.pages.people.presenter import Check, PeoplePresenter
from desktop.usecases.movements import CHANGEABLE, add_travellers
from desktop.usecases.ports import ChangeSet
from desktop.usecases.views import MovementRow, PeopleFilter


@dataclass(frozen=True)
class Assignment:
    """What can be done with a selection.

    `free` are those selected who are on no movement, `companions` the members of their
    travel groups who were not selected and are free too, `taken` how many of the selected
    are on a movement already.
    """

    free: tuple[UUID, ...]
    companions: tuple[UUID, ...]
    taken: int
    movements: tuple[MovementRow, ...]


def prepare(presenter: PeoplePresenter, people: Sequence[UUID], check: Check) -> Assignment:
    """Look at a selection; `check` raises when the answer is no longer wanted."""
    chosen = set(people)
    with presenter.desk.store.read() as reads:
        rows = reads.people_rows(people)
        free = tuple(row.id for row in rows if row.movement_id is None)
        groups = dict.fromkeys(row.group_id for row in rows if row.movement_id is None)
        companions: list[UUID] = []
        for group_id in groups:
            check()
            if group_id is not None:
                members = reads.people_page(PeopleFilter(group_id=group_id), 0, len(chosen) + 100)
                companions += [
                    row.id for row in members if row.id not in chosen and row.movement_id is None
                ]
        movements = tuple(row for row in reads.movements() if row.status in CHANGEABLE)
    return Assignment(free, tuple(companions), len(rows) - len(free), movements)


def assign(presenter: PeoplePresenter, movement_id: UUID, people: Sequence[UUID]) -> ChangeSet:
    """Put people on a movement.

    Raises:
        Conflict: `movement.person_elsewhere`, `movement.not_changeable`.
    """
    return add_travellers(presenter.desk, movement_id, people)
