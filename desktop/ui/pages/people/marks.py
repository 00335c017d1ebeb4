"""The mark of each status of a case, and of what is missing: one icon and colour everywhere."""

from desktop.domain.values import CaseStatus
from desktop.ui.theme import Mark

_STATUS = {
    CaseStatus.REGISTERED: Mark.UNKNOWN,
    CaseStatus.VERIFIED: Mark.OK,
    CaseStatus.ASSIGNED: Mark.INFO,
    CaseStatus.TRAVELLING: Mark.UNDER_WAY,
    CaseStatus.HELD: Mark.HELD,
    CaseStatus.ARRIVED: Mark.OK,
    CaseStatus.CLOSED: Mark.EXEMPT,
    CaseStatus.WITHDRAWN: Mark.EXEMPT,
}

_STATES = {
    "ok": Mark.OK,
    "warn": Mark.WARN,
    "blocked": Mark.BLOCKED,
    "unknown": Mark.UNKNOWN,
}


def status_mark(status: str) -> Mark:
    """Mark of a status of a case; somebody without an open case is exempt from all."""
    return _STATUS[CaseStatus(status)] if status else Mark.EXEMPT


def state_mark(state: str) -> Mark:
    """Mark of 'ok', 'warn', 'blocked' or 'unknown'."""
    return _STATES[state]
