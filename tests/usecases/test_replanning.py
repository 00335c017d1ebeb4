"""A stored movement is changed: way, times, vehicles, and who is on it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from support.people import form, gather, plan, register

from desktop.domain.movements import Movement, SeatAssignment, Vehicle
from desktop.domain.values import CaseStatus, GroupRole, MovementStatus
from desktop.errors import Conflict, UserError
from desktop.usecases.movements import (
    LegForm,
    MovementForm,
    VehicleForm,
    add_travellers,
    add_vehicle,
    plan_movement,
    remove_travellers,
)
from desktop.usecases.ports import Desk
from desktop.usecases.replanning import change_plan, losing_seats
from desktop.usecases.seating import auto_seat, take_seat
from desktop.usecases.undoing import undo
from desktop.usecases.views import MovementDetail

NAMES = ("Фирӯз", "Али", "Ҷамшед")


def people_of(desk: Desk) -> list[UUID]:
    return [
        register(
            desk, form(given=name, born=date(1980 + place, 3, 14), document=f"40211884{place}")
        )
        for place, name in enumerate(NAMES)
    ]


def convoy(desk: Desk) -> UUID:
    """Three men with seats in the first of two vehicles."""
    movement_id = plan(desk, *people_of(desk), layouts=("bus-49", "minibus-16"))
    auto_seat(desk, movement_id)
    return movement_id


def detail(desk: Desk, movement_id: UUID) -> MovementDetail:
    with desk.store.read() as reads:
        return reads.movement_detail(movement_id)


def stored(movement: MovementDetail) -> MovementForm:
    """The form of a movement as it is stored."""
    legs = tuple(
        LegForm(**{name: getattr(leg, name) for name in LegForm.__dataclass_fields__})
        for leg in movement.legs
    )
    vehicles = tuple(
        VehicleForm(
            one.layout,
            one.name,
            one.registration,
            one.model,
            tuple((name, phone) for role, name, phone in one.crew if role == "driver"),
            one.id,
        )
        for one in movement.vehicles
    )
    return MovementForm(
        movement.title, legs, vehicles, movement.mode, movement.coordinator, movement.notes
    )


def without_version(movement: MovementDetail) -> MovementDetail:
    return replace(movement, version=0)


def seats(desk: Desk, movement_id: UUID) -> dict[str, tuple[UUID | None, str]]:
    return {
        one.person.given_names: (one.vehicle_id, one.seat)
        for one in detail(desk, movement_id).travellers
    }


def statuses(desk: Desk, people: list[UUID]) -> set[str]:
    with desk.store.read() as reads:
        return {row.status for row in reads.people_rows(people)}


def test_a_plan_and_its_people_are_undone_as_one(desk: Desk) -> None:
    people = people_of(desk)
    like = stored(detail(desk, plan(desk)))
    fresh = replace(like, vehicles=tuple(replace(one, id=None) for one in like.vehicles))
    movement_id, change = plan_movement(desk, fresh, people)
    assert [one.person.id for one in detail(desk, movement_id).travellers] == people
    assert statuses(desk, people) == {CaseStatus.ASSIGNED}
    undo(desk, change.operation_id)
    with desk.store.read() as reads:
        assert movement_id not in {row.id for row in reads.movements()}
        assert {row.movement_id for row in reads.people_rows(people)} == {None}
    assert statuses(desk, people) == {CaseStatus.REGISTERED}
    plan_movement(desk, fresh, people)


def test_nothing_is_planned_when_somebody_is_elsewhere(desk: Desk) -> None:
    people = people_of(desk)
    movement_id = plan(desk, people[1])
    with pytest.raises(Conflict, match=r"movement\.person_elsewhere"):
        plan_movement(desk, replace(stored(detail(desk, movement_id)), vehicles=()), people)
    with desk.store.read() as reads:
        assert [row.id for row in reads.movements()] == [movement_id]


def test_a_whole_group_is_taken_off_and_brought_back(desk: Desk) -> None:
    people = people_of(desk)
    gather(desk, dict.fromkeys(people[:2], GroupRole.OTHER))
    movement_id = plan(desk, *people)
    auto_seat(desk, movement_id)
    before = detail(desk, movement_id)
    group = [one.id for one in before.travellers if one.group_id]
    change = remove_travellers(desk, group, "stays")
    after = detail(desk, movement_id)
    assert [one.person.id for one in after.travellers] == people[2:]
    assert after.vehicles[0].taken == 1
    assert statuses(desk, people[:2]) == {CaseStatus.REGISTERED}
    with pytest.raises(Conflict, match=r"record\.changed_meanwhile"):
        remove_travellers(desk, group, "stays")
    undo(desk, change.operation_id)
    assert without_version(detail(desk, movement_id)) == without_version(before)


def test_title_times_and_posts_are_changed_and_undone(desk: Desk) -> None:
    movement_id = convoy(desk)
    before = detail(desk, movement_id)
    form = stored(before)
    (leg,) = form.legs
    turned = replace(
        leg,
        exit_post_id=leg.entry_post_id,
        entry_post_id=leg.exit_post_id,
        exit_local="2020-11-13T08:00",
        distance_km=118,
    )
    wanted = replace(form, title=" Back ", coordinator="Каримов", notes="n", legs=(turned,))
    change = change_plan(desk, movement_id, before.version, wanted)
    after = detail(desk, movement_id)
    assert (after.title, after.coordinator, after.notes) == ("Back", "Каримов", "n")
    assert after.legs[0].id == before.legs[0].id
    assert (after.legs[0].exit_local, after.legs[0].distance_km) == ("2020-11-13T08:00", 118)
    assert after.legs[0].exit_zone == before.legs[0].entry_zone
    assert after.travellers == before.travellers
    assert after.version > before.version
    undo(desk, change.operation_id)
    assert without_version(detail(desk, movement_id)) == without_version(before)


def test_a_stale_plan_overwrites_nothing(desk: Desk) -> None:
    movement_id = convoy(desk)
    before = detail(desk, movement_id)
    known = stored(before)
    change_plan(desk, movement_id, before.version, replace(known, title="First"))
    with pytest.raises(Conflict, match=r"record\.changed_meanwhile"):
        change_plan(desk, movement_id, before.version, replace(known, title="Second"))
    assert detail(desk, movement_id).title == "First"


def test_a_movement_that_has_left_keeps_its_plan(desk: Desk) -> None:
    movement_id = convoy(desk)
    with desk.store.write("plan") as work:
        work.get(Movement, movement_id).status = MovementStatus.UNDER_WAY
        work.commit()
    left = detail(desk, movement_id)
    with pytest.raises(Conflict, match=r"movement\.not_changeable"):
        change_plan(desk, movement_id, left.version, stored(left))
    with pytest.raises(Conflict, match=r"movement\.not_changeable"):
        remove_travellers(desk, [left.travellers[0].id], "stays")


def test_a_way_that_leads_nowhere_is_refused(desk: Desk) -> None:
    movement_id = convoy(desk)
    before = detail(desk, movement_id)
    form = stored(before)
    with pytest.raises(UserError, match=r"movement\.no_legs"):
        change_plan(desk, movement_id, before.version, replace(form, legs=()))
    apart = (form.legs[0], form.legs[0])
    with pytest.raises(UserError, match=r"movement\.legs_apart"):
        change_plan(desk, movement_id, before.version, replace(form, legs=apart))
    assert detail(desk, movement_id) == before


def test_seats_are_given_for_the_whole_way_when_it_gets_longer_or_shorter(desk: Desk) -> None:
    movement_id = convoy(desk)
    before = detail(desk, movement_id)
    form = stored(before)
    (leg,) = form.legs
    back = LegForm(leg.to_place_id, leg.from_place_id)
    longer = change_plan(desk, movement_id, before.version, replace(form, legs=(leg, back)))
    after = detail(desk, movement_id)
    assert [one.position for one in after.legs] == [1, 2]
    with desk.store.write("look") as work:
        given = work.find(SeatAssignment, leg_id=after.legs[1].id)
    assert {one.traveller_id for one in given} == {one.id for one in before.travellers}
    take_seat(desk, before.travellers[0].id, before.vehicles[0].id, "12E")
    seated = detail(desk, movement_id)
    shorter = change_plan(desk, movement_id, seated.version, form)
    assert len(detail(desk, movement_id).legs) == 1
    assert seats(desk, movement_id)["Фирӯз"] == (before.vehicles[0].id, "12E")
    undo(desk, shorter.operation_id)
    assert without_version(detail(desk, movement_id)) == without_version(seated)
    take_seat(desk, before.travellers[0].id, before.vehicles[0].id, before.travellers[0].seat)
    undo(desk, longer.operation_id)
    assert len(detail(desk, movement_id).legs) == 1


def test_nobody_loses_a_seat_without_the_officer_being_told(desk: Desk) -> None:
    movement_id = convoy(desk)
    start = detail(desk, movement_id)
    take_seat(desk, start.travellers[0].id, start.vehicles[1].id, "1A")
    before = detail(desk, movement_id)
    form = stored(before)
    only = replace(form, vehicles=form.vehicles[1:])
    losing = losing_seats(desk, movement_id, only.vehicles)
    assert set(losing) == {one.id for one in before.travellers[1:]}
    for told in ((), losing[:1]):
        with pytest.raises(Conflict, match=r"movement\.seats_lost"):
            change_plan(desk, movement_id, before.version, only, unseated=told)
    assert detail(desk, movement_id) == before
    change = change_plan(desk, movement_id, before.version, only, unseated=losing)
    after = detail(desk, movement_id)
    assert [(one.id, one.position, one.taken) for one in after.vehicles] == [
        (before.vehicles[1].id, 1, 1)
    ]
    assert [one.seat for one in after.travellers] == ["1A", "", ""]
    with pytest.raises(UserError, match=r"seats\.unknown"):
        take_seat(desk, losing[0], before.vehicles[0].id, "1A")
    undo(desk, change.operation_id)
    assert without_version(detail(desk, movement_id)) == without_version(before)


def test_other_seats_keep_those_who_sit_in_both(desk: Desk) -> None:
    movement_id = convoy(desk)
    start = detail(desk, movement_id)
    bus = start.vehicles[0].id
    for one, seat in zip(start.travellers, ("1A", "2B", "12E"), strict=True):
        take_seat(desk, one.id, bus, seat)
    before = detail(desk, movement_id)
    form = stored(before)
    smaller = replace(form.vehicles[0], layout="minibus-16")
    vehicles = (smaller, form.vehicles[1])
    losing = losing_seats(desk, movement_id, vehicles)
    assert losing == [before.travellers[2].id]
    wanted = replace(form, vehicles=vehicles)
    change = change_plan(desk, movement_id, before.version, wanted, unseated=losing)
    after = detail(desk, movement_id)
    assert (after.vehicles[0].kind, after.vehicles[0].layout) == ("minibus", "minibus-16")
    assert [one.seat for one in after.vehicles[0].seats] == [
        one.seat for one in before.vehicles[1].seats
    ]
    assert [one.seat for one in after.travellers] == ["1A", "2B", ""]
    assert [one.seat_fixed for one in after.travellers] == [True, True, False]
    undo(desk, change.operation_id)
    assert without_version(detail(desk, movement_id)) == without_version(before)


def test_vehicles_are_added_and_named_anew(desk: Desk) -> None:
    movement_id = convoy(desk)
    before = detail(desk, movement_id)
    form = stored(before)
    first = replace(
        form.vehicles[0],
        name="Red bus",
        registration=" 01 AK ",
        model="Setra",
        drivers=(("Ким В. С.", "+7 701"), ("Ли А.", "")),
    )
    second = replace(form.vehicles[1], drivers=())
    third = VehicleForm("car-4", "Car", drivers=(("Пак О.", ""),))
    wanted = replace(form, vehicles=(first, second, third))
    change = change_plan(desk, movement_id, before.version, wanted)
    after = detail(desk, movement_id)
    assert [(one.name, one.position) for one in after.vehicles] == [
        ("Red bus", 1), ("Bus 2", 2), ("Car", 3),
    ]  # fmt: skip
    assert (after.vehicles[0].registration, after.vehicles[0].model) == ("01 AK", "Setra")
    assert [name for _, name, _ in after.vehicles[0].crew] == ["Ким В. С.", "Ли А."]
    assert after.vehicles[0].crew[0][2] == "+7 701"
    assert after.vehicles[1].crew == ()
    assert after.travellers == before.travellers
    undo(desk, change.operation_id)
    assert without_version(detail(desk, movement_id)) == without_version(before)


def test_a_plan_stays_once_somebody_sits_in_a_seat_that_it_made(desk: Desk) -> None:
    movement_id = convoy(desk)
    before = detail(desk, movement_id)
    form = stored(before)
    vehicles = (form.vehicles[0], replace(form.vehicles[1], layout="bus-49"))
    larger = replace(form, vehicles=(*vehicles, VehicleForm("car-4", "Car")))
    change = change_plan(desk, movement_id, before.version, larger)
    take_seat(desk, before.travellers[0].id, before.vehicles[1].id, "12E")
    seated = detail(desk, movement_id)
    with pytest.raises(Conflict):
        undo(desk, change.operation_id)
    assert detail(desk, movement_id) == seated


def test_a_number_that_no_list_carries_is_given_again(desk: Desk) -> None:
    movement_id = convoy(desk)
    change = add_vehicle(desk, movement_id, VehicleForm("car-4", "Car"))
    undo(desk, change.operation_id)
    add_vehicle(desk, movement_id, VehicleForm("car-4", "Car"))
    assert [one.position for one in detail(desk, movement_id).vehicles] == [1, 2, 3]
    with desk.store.write("look") as work:
        assert len(work.find(Vehicle, movement_id=movement_id)) == 4


def test_a_plan_is_stale_when_the_travellers_were_changed(desk: Desk) -> None:
    movement_id = convoy(desk)
    before = detail(desk, movement_id)
    add_travellers(desk, movement_id, [register(desk, form(document="7"))])
    with pytest.raises(Conflict, match=r"record\.changed_meanwhile"):
        change_plan(desk, movement_id, before.version, stored(before))
    now = detail(desk, movement_id)
    change_plan(desk, movement_id, now.version, stored(now))
    assert len(detail(desk, movement_id).travellers) == 4
