"""People put on a movement and taken off it, inside an operation that is under way."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from desktop.domain.movements import SeatAssignment, Traveller
from desktop.domain.people import Case, CaseStatusChange
from desktop.domain.values import CaseStatus, TravellerStatus
from desktop.errors import Conflict
from desktop.usecases.ports import Desk, UnitOfWork


def put_on(desk: Desk, work: UnitOfWork, movement_id: UUID, person_ids: Sequence[UUID]) -> None:
    """Put people on a movement, in this order; those who are on it already stay.

    Raises:
        Conflict: `movement.person_elsewhere` for somebody who is on another active movement.
    """
    present = work.find(Traveller, movement_id=movement_id, retired_at=None, active=True)
    there = {traveller.person_id for traveller in present}
    position = max((traveller.position for traveller in present), default=0)
    fresh = [person_id for person_id in dict.fromkeys(person_ids) if person_id not in there]
    for row in work.reads.people_rows(fresh):
        if row.movement_id is not None:
            raise Conflict("movement.person_elsewhere", movement=row.movement_code)
        position += 1
        work.add(
            Traveller(
                id=desk.new_id(),
                movement_id=movement_id,
                person_id=row.id,
                group_id=row.group_id,
                document_id=row.document.id if row.document else None,
                position=position,
            )
        )
        _set_case_status(desk, work, row.id, CaseStatus.ASSIGNED)


def take_off(desk: Desk, work: UnitOfWork, travellers: Iterable[Traveller], reason: str) -> None:
    """Take people off their movement; their seats become free, and they wait again."""
    for traveller in travellers:
        work.unlink(*work.find(SeatAssignment, traveller_id=traveller.id))
        traveller.active = False
        traveller.status = TravellerStatus.WITHDREW
        traveller.reason = reason
        _set_case_status(desk, work, traveller.person_id, CaseStatus.REGISTERED)


def _set_case_status(desk: Desk, work: UnitOfWork, person_id: UUID, status: CaseStatus) -> None:
    for case in work.find(Case, person_id=person_id, closed_at=None, retired_at=None):
        if case.status == status:
            continue
        work.add(
            CaseStatusChange(
                id=desk.new_id(),
                person_id=person_id,
                case_id=case.id,
                from_status=case.status,
                to_status=status,
                at=desk.now(),
                officer_id=desk.store.actor.officer_id,
            )
        )
        case.status = status
