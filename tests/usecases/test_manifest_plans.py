"""What becomes of issued lists when the plan of their movement is changed."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from support.people import form, plan, register

from desktop.domain.movements import Manifest
from desktop.usecases.manifest_changes import agrees
from desktop.usecases.manifests import IssuedList, issue_lists
from desktop.usecases.movements import LegForm, MovementForm, VehicleForm, remove_travellers
from desktop.usecases.ports import Desk
from desktop.usecases.replanning import change_plan, losing_seats
from desktop.usecases.seating import auto_seat, take_seat
from desktop.usecases.views import MovementDetail
from reports.model import ChangeKind

ONE, OTHER = "ALA-2020-0001/1", "ALA-2020-0001/2"
CONVOY = "ALA-2020-0001"


@pytest.fixture
def movement_id(local_desk: Desk) -> UUID:
    """Two travellers in the first bus and two in the second."""
    people = [
        register(
            local_desk, form(given=name, born=date(1980 + place, 3, 14), document=f"4021188{place}")
        )
        for place, name in enumerate(("Фирӯз", "Али", "Ҷамшед", "Илҳом"))
    ]
    made = plan(local_desk, *people, layouts=("bus-49", "bus-49"))
    auto_seat(local_desk, made)
    movement = detail(local_desk, made)
    for one, seat in zip(movement.travellers[2:], ("1A", "1B"), strict=True):
        take_seat(local_desk, one.id, movement.vehicles[1].id, seat)
    return made


def detail(desk: Desk, movement_id: UUID) -> MovementDetail:
    with desk.store.read() as reads:
        return reads.movement_detail(movement_id)


def issue(desk: Desk, movement_id: UUID) -> dict[str, IssuedList]:
    lists = issue_lists(desk, movement_id, "border_service", "ru", "en")
    return {one.model.number: one for one in lists}


def versions(lists: dict[str, IssuedList]) -> dict[str, tuple[int, bool]]:
    return {number: (one.model.version, one.new) for number, one in lists.items()}


def save(desk: Desk, movement_id: UUID, **changes: Any) -> None:
    """Store the plan with other values in its form, whoever loses a seat."""
    movement = detail(desk, movement_id)
    known = MovementForm(
        title=movement.title,
        legs=tuple(
            LegForm(**{name: getattr(leg, name) for name in LegForm.__dataclass_fields__})
            for leg in movement.legs
        ),
        vehicles=vehicles_of(movement),
    )
    wanted = replace(known, **changes)
    losing = losing_seats(desk, movement_id, wanted.vehicles)
    change_plan(desk, movement_id, movement.version, wanted, unseated=losing)


def vehicles_of(movement: MovementDetail) -> tuple[VehicleForm, ...]:
    return tuple(
        VehicleForm(
            one.layout,
            one.name,
            one.registration,
            one.model,
            tuple((name, phone) for _, name, phone in one.crew),
            one.id,
        )
        for one in movement.vehicles
    )


def test_another_title_makes_no_new_version(local_desk: Desk, movement_id: UUID) -> None:
    issue(local_desk, movement_id)
    save(local_desk, movement_id, title="Another", notes="n")
    again = versions(issue(local_desk, movement_id))
    assert again == {CONVOY: (1, False), ONE: (1, False), OTHER: (1, False)}


def test_other_posts_make_a_new_version_of_every_list(local_desk: Desk, movement_id: UUID) -> None:
    issue(local_desk, movement_id)
    (leg,) = detail(local_desk, movement_id).legs
    with local_desk.store.read() as reads:
        home = next(one for one in reads.crossing_points() if one.place.code == "cp-oybek")
    out, into = home.posts
    save(
        local_desk,
        movement_id,
        legs=(
            LegForm(
                leg.from_place_id,
                leg.to_place_id,
                leg.departure_local,
                leg.arrival_local,
                crossing_place_id=home.place.id,
                exit_post_id=out.id,
                entry_post_id=into.id,
                exit_local=leg.exit_local,
                entry_local=leg.entry_local,
                corridor_minutes=leg.corridor_minutes,
            ),
        ),
    )
    again = issue(local_desk, movement_id)
    assert versions(again) == {CONVOY: (2, True), ONE: (2, True), OTHER: (2, True)}
    changes = again[CONVOY].model.changes
    assert changes is not None
    assert (changes.since_version, changes.lines) == (1, ())


def test_another_driver_makes_a_new_version_where_he_stands(
    local_desk: Desk, movement_id: UUID
) -> None:
    issue(local_desk, movement_id)
    first, second = vehicles_of(detail(local_desk, movement_id))
    other = replace(second, drivers=(("Ли А.", "+7 702"),))
    save(local_desk, movement_id, vehicles=(first, other))
    again = versions(issue(local_desk, movement_id))
    assert again == {CONVOY: (2, True), ONE: (1, False), OTHER: (2, True)}


def test_vehicles_keep_their_numbers_once_a_list_was_issued(
    local_desk: Desk, movement_id: UUID
) -> None:
    first = issue(local_desk, movement_id)
    _, second = vehicles_of(detail(local_desk, movement_id))
    save(local_desk, movement_id, vehicles=(second,))
    assert [one.position for one in detail(local_desk, movement_id).vehicles] == [2]
    again = issue(local_desk, movement_id)
    assert versions(again) == {CONVOY: (2, True), OTHER: (1, False)}
    assert again[OTHER].manifest_id == first[OTHER].manifest_id
    changes = again[CONVOY].model.changes
    assert changes is not None
    assert len(changes.of(ChangeKind.VEHICLE)) == 2
    assert not changes.of(ChangeKind.REMOVED)
    save(local_desk, movement_id, vehicles=(second, VehicleForm("car-4", "Car")))
    assert [one.position for one in detail(local_desk, movement_id).vehicles] == [2, 3]


def test_vehicles_close_up_before_any_list(local_desk: Desk, movement_id: UUID) -> None:
    _, second = vehicles_of(detail(local_desk, movement_id))
    save(local_desk, movement_id, vehicles=(second, VehicleForm("car-4", "Car")))
    assert [one.position for one in detail(local_desk, movement_id).vehicles] == [1, 2]


def test_a_group_that_was_taken_off_stands_in_the_changes(
    local_desk: Desk, movement_id: UUID
) -> None:
    issue(local_desk, movement_id)
    leaving = [one.id for one in detail(local_desk, movement_id).travellers[2:]]
    remove_travellers(local_desk, leaving, "stays")
    again = issue(local_desk, movement_id)
    assert versions(again) == {CONVOY: (2, True), ONE: (1, False)}
    changes = again[CONVOY].model.changes
    assert changes is not None
    assert len(changes.of(ChangeKind.REMOVED)) == 2


def test_lists_of_an_earlier_program_keep_their_version(
    local_desk: Desk, movement_id: UUID
) -> None:
    """It kept rows, number plates and times only."""
    lists = issue(local_desk, movement_id)
    with local_desk.store.write("issue") as work:
        for one in lists.values():
            assert one.manifest_id is not None
            manifest = work.get(Manifest, one.manifest_id)
            content: dict[str, Any] = manifest.content
            rows = [
                {name: value for name, value in row.items() if name not in ("kind", "expires")}
                for row in content["rows"]
            ]
            plates = [
                {name: one[name] for name in ("number", "plate")} for one in content["vehicles"]
            ]
            manifest.content = {"rows": rows, "vehicles": plates, "stops": content["stops"]}
        work.commit()
    again = versions(issue(local_desk, movement_id))
    assert again == {CONVOY: (1, False), ONE: (1, False), OTHER: (1, False)}


@pytest.mark.parametrize(
    ("kept", "now", "same"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, True),
        ({"a": 1, "b": 2}, {"a": 1}, False),
        ({"a": [{"b": 1}]}, {"a": [{"b": 1, "c": 2}]}, True),
        ({"a": [1]}, {"a": [1, 2]}, False),
        ({"a": []}, {"a": ""}, False),
        ("ab", "ab", True),
        ("ab", "ac", False),
        (None, None, True),
    ],
)
def test_a_content_agrees_as_far_as_it_says_anything(kept: object, now: object, same: bool) -> None:
    assert agrees(kept, now) is same
