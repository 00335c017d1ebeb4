"""The mark of each status of a movement: one icon and colour everywhere."""

from desktop.domain.values import MovementStatus
from desktop.ui.theme import Mark

_STATUS = {
    MovementStatus.DRAFT: Mark.INFO,
    MovementStatus.AWAITING_CLEARANCE: Mark.WARN,
    MovementStatus.CLEARED: Mark.OK,
    MovementStatus.BOARDING: Mark.UNDER_WAY,
    MovementStatus.UNDER_WAY: Mark.UNDER_WAY,
    MovementStatus.HELD: Mark.HELD,
    MovementStatus.ARRIVED: Mark.OK,
    MovementStatus.RECONCILED: Mark.OK,
    MovementStatus.CLOSED: Mark.EXEMPT,
    MovementStatus.CANCELLED: Mark.EXEMPT,
}


def status_mark(status: MovementStatus) -> Mark:
    """Mark of a status."""
    return _STATUS[status]
