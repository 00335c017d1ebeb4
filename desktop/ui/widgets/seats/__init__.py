"""Seat plans: one painted widget a vehicle, worked by mouse and keys, spoken seat by seat."""

from desktop.ui.widgets.seats.board import SeatBoard
from desktop.ui.widgets.seats.card import SeatLegend, VehicleCard
from desktop.ui.widgets.seats.model import Occupant, PlanRow, PlanShape, SeatAddress, SeatNeed
from desktop.ui.widgets.seats.plan import SeatPlan

__all__ = [
    "Occupant",
    "PlanRow",
    "PlanShape",
    "SeatAddress",
    "SeatBoard",
    "SeatLegend",
    "SeatNeed",
    "SeatPlan",
    "VehicleCard",
]
