"""Seats of a movement: by the program, by hand, and given back."""

from datetime import date

import pytest
from support.people import form, gather, plan, register

from desktop.domain.values import GroupRole
from desktop.errors import Conflict, UserError
from desktop.usecases.ports import Desk
from desktop.usecases.seating import auto_seat, release_seat, take_seat
from desktop.usecases.undoing import undo


def family_and_two(desk: Desk):
    """A couple with a child, and two men who travel alone, on a bus and a minibus."""
    people = [
        register(desk, form("Назаров", name, "", date(year, 5, 14), f"4031791{place}"))
        for place, (name, year) in enumerate(
            (
                ("Саидмурод", 1988),
                ("Гулнора", 1990),
                ("Илҳом", 2016),
                ("Одил", 1970),
                ("Зафар", 1971),
            )
        )
    ]
    roles = (GroupRole.HEAD, GroupRole.SPOUSE, GroupRole.CHILD)
    gather(desk, dict(zip(people, roles, strict=False)))
    return plan(desk, *people, layouts=("bus-49", "minibus-16"))


def seats(desk: Desk, movement_id):
    with desk.store.read() as reads:
        detail = reads.movement_detail(movement_id)
    return detail, {one.person.given_names: (one.vehicle_id, one.seat) for one in detail.travellers}


def test_everybody_gets_a_seat_and_the_family_one_vehicle(desk: Desk) -> None:
    movement_id = family_and_two(desk)
    done = auto_seat(desk, movement_id)
    detail, where = seats(desk, movement_id)
    assert done.seated == len(detail.travellers) == 5
    assert done.groups_split == 0
    assert len({where[name][0] for name in ("Саидмурод", "Гулнора", "Илҳом")}) == 1
    assert len(set(where.values())) == 5


def test_seats_fixed_by_hand_are_kept(desk: Desk) -> None:
    movement_id = family_and_two(desk)
    auto_seat(desk, movement_id)
    detail, _ = seats(desk, movement_id)
    odil = next(one for one in detail.travellers if one.person.given_names == "Одил")
    take_seat(desk, odil.id, detail.vehicles[1].id, "5D")
    auto_seat(desk, movement_id)
    _, where = seats(desk, movement_id)
    assert where["Одил"] == (detail.vehicles[1].id, "5D")


def test_two_travellers_change_places(desk: Desk) -> None:
    movement_id = family_and_two(desk)
    auto_seat(desk, movement_id)
    detail, before = seats(desk, movement_id)
    odil = next(one for one in detail.travellers if one.person.given_names == "Одил")
    take_seat(desk, odil.id, *before["Зафар"])
    _, after = seats(desk, movement_id)
    assert after["Одил"] == before["Зафар"]
    assert after["Зафар"] == before["Одил"]


def test_a_seat_that_is_not_there_is_refused(desk: Desk) -> None:
    movement_id = family_and_two(desk)
    detail, _ = seats(desk, movement_id)
    with pytest.raises(UserError) as caught:
        take_seat(desk, detail.travellers[0].id, detail.vehicles[0].id, "77Z")
    assert caught.value.code == "seats.unknown"


def test_seating_is_undone_as_one(desk: Desk) -> None:
    movement_id = family_and_two(desk)
    first = auto_seat(desk, movement_id)
    undo(desk, first.change.operation_id)
    _, where = seats(desk, movement_id)
    assert set(where.values()) == {(None, "")}


@pytest.mark.parametrize("taken", [False, True])
def test_seating_is_not_undone_over_what_was_done_by_hand(desk: Desk, *, taken: bool) -> None:
    movement_id = family_and_two(desk)
    first = auto_seat(desk, movement_id)
    detail, before = seats(desk, movement_id)
    by_name = {one.person.given_names: one.id for one in detail.travellers}
    take_seat(desk, by_name["Одил"], detail.vehicles[1].id, "5D")
    if taken:
        take_seat(desk, by_name["Зафар"], *before["Одил"])
    _, by_hand = seats(desk, movement_id)
    with pytest.raises(Conflict) as caught:
        undo(desk, first.change.operation_id)
    assert caught.value.code == "undo.changed_since"
    assert seats(desk, movement_id)[1] == by_hand


def test_a_seat_is_given_back(desk: Desk) -> None:
    movement_id = family_and_two(desk)
    auto_seat(desk, movement_id)
    detail, _ = seats(desk, movement_id)
    release_seat(desk, detail.travellers[0].id)
    after, _ = seats(desk, movement_id)
    assert after.travellers[0].seat == ""
    assert after.vehicles[0].taken + after.vehicles[1].taken == 4
