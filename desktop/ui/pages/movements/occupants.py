"""Who sits in the seats of a vehicle, as its plan shows them. No widgets."""

from collections.abc import Mapping
from uuid import UUID

from desktop.messages.sentences import sentence
from desktop.ui.pages.movements.shown import MovementShown
from desktop.ui.pages.movements.traveller_shown import TravellerShown
from desktop.ui.widgets.seats import Occupant, SeatNeed
from reports.texts import Texts

_NEEDS = {"access": SeatNeed.ACCESS, "wheelchair": SeatNeed.WHEELCHAIR}


def occupants(
    texts: Texts, shown: MovementShown, vehicle_id: UUID, wrong: Mapping[UUID, str]
) -> dict[str, Occupant]:
    """People by seat; `wrong` are codes of what is wrong with the seat of a traveller."""
    return {
        one.seat: _occupant(texts, one, wrong.get(one.id, ""))
        for one in shown.travellers
        if one.vehicle_id == vehicle_id
    }


def _occupant(texts: Texts, one: TravellerShown, problem: str) -> Occupant:
    # Without the name, which may be covered.
    said = sentence(texts, problem, who=one.seat, vehicle=one.vehicle) if problem else ""
    return Occupant(
        id=one.id,
        initials=one.initials,
        name=one.name,
        group=one.group,
        age=one.age,
        fixed=one.fixed,
        need=_NEEDS.get(one.need),
        conflict=said,
    )
