"""Take back what was done."""

from uuid import UUID

from desktop.domain.people import Person
from desktop.usecases.person_records import SEARCHED, index
from desktop.usecases.ports import ChangeSet, Desk


def undo(desk: Desk, operation_id: UUID) -> ChangeSet:
    """Do the inverse of an operation.

    Raises:
        Conflict: when something later depends on it, or it was undone already.
    """
    with desk.store.write("undo") as work:
        changed = work.undo(operation_id)
        for person_id in frozenset().union(*(changed.get(kind, ()) for kind in SEARCHED)):
            index(work, work.get(Person, person_id))
        return work.commit()
