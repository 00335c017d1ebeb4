"""The database itself refuses a seat sold twice and a person on two movements."""

from dataclasses import replace

import pytest
from support.desks import database_of
from support.people import form, plan, register

from desktop.domain.movements import SeatAssignment, Traveller
from desktop.errors import Conflict
from desktop.usecases.ports import Desk


def two_on_a_bus(desk: Desk):
    people = [
        register(desk),
        register(desk, replace(form(document="402118844"), given_names="Али")),
    ]
    movement_id = plan(desk, *people)
    with desk.store.read() as reads:
        return reads.movement_detail(movement_id)


def give(desk: Desk, movement, traveller, seat: str) -> None:
    with desk.store.write("seat") as work:
        work.add(
            SeatAssignment(
                movement_id=movement.id,
                leg_id=movement.legs[0].id,
                vehicle_id=movement.vehicles[0].id,
                seat=seat,
                traveller_id=traveller.id,
            )
        )
        work.commit()


def test_a_seat_is_never_sold_twice(desk: Desk) -> None:
    movement = two_on_a_bus(desk)
    first, second = movement.travellers
    give(desk, movement, first, "1A")
    with pytest.raises(Conflict) as caught:
        give(desk, movement, second, "1A")
    assert caught.value.code == "seats.taken"


def test_a_traveller_never_has_two_seats(desk: Desk) -> None:
    movement = two_on_a_bus(desk)
    give(desk, movement, movement.travellers[0], "1A")
    with pytest.raises(Conflict):
        give(desk, movement, movement.travellers[0], "1B")


def test_a_seat_that_does_not_exist_is_refused(desk: Desk) -> None:
    movement = two_on_a_bus(desk)
    with pytest.raises(Conflict):
        give(desk, movement, movement.travellers[0], "99Z")


def test_a_person_is_on_one_active_movement_only(desk: Desk) -> None:
    movement = two_on_a_bus(desk)
    other = plan(desk)
    with pytest.raises(Conflict) as caught, desk.store.write("assign") as work:
        work.add(
            Traveller(
                id=desk.new_id(),
                movement_id=other,
                person_id=movement.travellers[0].person.id,
            )
        )
        work.commit()
    assert caught.value.code == "movement.person_elsewhere"


def test_strict_tables_refuse_the_wrong_type(local_desk: Desk) -> None:
    import sqlcipher3.dbapi2 as sqlcipher  # noqa: PLC0415

    raw = database_of(local_desk).engine.raw_connection()
    with pytest.raises(sqlcipher.IntegrityError):
        raw.execute("UPDATE office SET created_at = 'yesterday'")
    raw.close()
