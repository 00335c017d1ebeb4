"""Seats looked at anew: what they do not meet, without changing them."""

from support.people import form, plan, register

from desktop.domain.people import TravelNeed
from desktop.usecases.ports import Desk
from desktop.usecases.seating import auto_seat, take_seat
from desktop.usecases.seating_check import SeatCheck, check_seats


def checked(desk: Desk, movement_id) -> SeatCheck:
    with desk.store.read() as reads:
        return check_seats(desk, reads, reads.movement_detail(movement_id))


def who_needs(desk: Desk, number: int, need: str):
    person_id = register(desk, form(document=f"40000000{number}"))
    with desk.store.write("person") as work:
        work.add(TravelNeed(id=desk.new_id(), person_id=person_id, kind=need))
        work.commit()
    return person_id


def test_nobody_seated_leaves_nothing_to_say(desk: Desk) -> None:
    movement_id = plan(desk, who_needs(desk, 1, "front_seat"))
    assert checked(desk, movement_id) == SeatCheck(0, (), ())


def test_a_wish_stays_said_until_it_is_met(desk: Desk) -> None:
    movement_id = plan(desk, who_needs(desk, 1, "front_seat"), layouts=("bus-49",))
    auto_seat(desk, movement_id)
    assert checked(desk, movement_id).unmet == ()
    with desk.store.read() as reads:
        detail = reads.movement_detail(movement_id)
    (one,), (bus,) = detail.travellers, detail.vehicles
    take_seat(desk, one.id, bus.id, "9C")
    moved = checked(desk, movement_id)
    assert [(wish.code, wish.travellers) for wish in moved.unmet] == [
        ("seating.no_front_seat", (one.id,))
    ]
    take_seat(desk, one.id, bus.id, "1D")
    assert checked(desk, movement_id).unmet == ()
