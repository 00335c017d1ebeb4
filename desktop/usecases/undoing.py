"""Take back what was done."""

from uuid import UUID

from desktop.usecases.ports import ChangeSet, Desk


def undo(desk: Desk, operation_id: UUID) -> ChangeSet:
    """Do the inverse of an operation.

    Raises:
        Conflict: when something later depends on it, or it was undone already.
    """
    with desk.store.write("undo") as work:
        work.undo(operation_id)
        return work.commit()
