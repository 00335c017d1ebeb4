"""Seats for the travellers of a movement: families together, needs first, nobody forgotten."""

from desktop.domain.seating.assigning import assign_seats
from desktop.domain.seating.model import (
    LAP,
    Assignment,
    Key,
    KnownSeats,
    SeatingPlan,
    SeatingTraveller,
    SeatingVehicle,
    Unmet,
)

__all__ = [
    "LAP",
    "Assignment",
    "Key",
    "KnownSeats",
    "SeatingPlan",
    "SeatingTraveller",
    "SeatingVehicle",
    "Unmet",
    "assign_seats",
]
