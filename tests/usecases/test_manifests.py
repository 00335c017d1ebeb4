"""Lists are numbered and frozen; the next version says what changed."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from support.desks import Clock
from support.people import form, plan, register

from desktop.errors import UserError
from desktop.usecases.manifests import issue_lists, preview_lists
from desktop.usecases.movements import add_travellers, remove_travellers
from desktop.usecases.people import correct_person
from desktop.usecases.person_forms import DocumentForm
from desktop.usecases.ports import Desk
from desktop.usecases.seating import auto_seat, take_seat
from reports.model import ChangeKind, Mark

NAMES = ("Фирӯз", "Али", "Ҷамшед")


def convoy(desk: Desk) -> tuple[UUID, list[UUID]]:
    people = [
        register(
            desk, form(given=name, born=date(1980 + place, 3, 14), document=f"40211884{place}")
        )
        for place, name in enumerate(NAMES)
    ]
    movement_id = plan(desk, *people, layouts=("bus-49", "minibus-16"))
    auto_seat(desk, movement_id)
    return movement_id, people


def issue(desk: Desk, movement_id: UUID):
    return issue_lists(desk, movement_id, "border_service", "ru", "en")


def test_there_is_a_list_of_the_convoy_and_of_every_vehicle_in_use(local_desk: Desk) -> None:
    movement_id, _ = convoy(local_desk)
    numbers = [item.model.number for item in issue(local_desk, movement_id)]
    assert numbers == ["ALA-2020-0001", "ALA-2020-0001/1"]


def test_numbers_run_through_and_names_stand_in_both_scripts(local_desk: Desk) -> None:
    movement_id, _ = convoy(local_desk)
    rows = list(issue(local_desk, movement_id)[0].model.rows())
    assert [row.number for row in rows] == [1, 2, 3]
    assert rows[0].name == "Раҳмонов Али Саидович"
    assert rows[0].latin_name == "RAHMONOV ALI"
    assert all(row.seat for row in rows)


def test_the_route_has_both_posts_with_the_clock_at_each(local_desk: Desk) -> None:
    movement_id, _ = convoy(local_desk)
    stops = preview_lists(local_desk, movement_id, "border_service", "en", None)[0].model.stops
    assert [(stop.country, stop.direction.value) for stop in stops[:2]] == [
        ("KZ", "exit"),
        ("UZ", "entry"),
    ]
    assert [stop.at.strftime("%H:%M %z") for stop in stops[:2]] == ["23:30 +0600", "22:40 +0500"]


def test_an_unchanged_list_keeps_its_version(local_desk: Desk, clock: Clock) -> None:
    movement_id, _ = convoy(local_desk)
    first = issue(local_desk, movement_id)
    clock.forward(hours=2)
    again = issue(local_desk, movement_id)
    assert [item.new for item in again] == [False, False]
    assert [item.model.version for item in again] == [1, 1]
    assert again[0].manifest_id == first[0].manifest_id
    assert again[0].model.issued_at == first[0].model.issued_at


def test_the_next_version_says_who_came_who_left_and_what_was_corrected(
    local_desk: Desk, clock: Clock
) -> None:
    movement_id, people = convoy(local_desk)
    issue(local_desk, movement_id)
    clock.forward(hours=2)
    with local_desk.store.read() as reads:
        detail = reads.movement_detail(movement_id)
        fixed = reads.person_detail(people[0])
    leaving = next(one for one in detail.travellers if one.person.id == people[1])
    remove_travellers(local_desk, [leaving.id], "stays")
    newcomer = register(local_desk, form("Каримова", "Ситора", "Далеровна", document="409104582"))
    add_travellers(local_desk, movement_id, [newcomer])
    paper = fixed.documents[0]
    corrected = replace(
        form(given=NAMES[0], born=date(1980, 3, 14)),
        documents=(DocumentForm(paper.kind, "402118800", id=paper.id),),
    )
    correct_person(local_desk, people[0], fixed.version, corrected)
    auto_seat(local_desk, movement_id)
    model = issue(local_desk, movement_id)[0].model
    assert model.version == 2
    assert model.replaces == 1
    assert model.changes is not None
    assert [line.name for line in model.changes.of(ChangeKind.ADDED)] == ["Каримова С. Д."]
    assert [line.name for line in model.changes.of(ChangeKind.REMOVED)] == ["Раҳмонов А. С."]
    (number,) = model.changes.of(ChangeKind.NUMBER)
    assert (number.old, number.new) == ("402118840", "402118800")
    marks = {row.name.split()[0]: row.mark for row in model.rows()}
    assert marks["Каримова"] is Mark.ADDED


def test_a_changed_seat_makes_a_new_version_of_that_list(local_desk: Desk) -> None:
    movement_id, _ = convoy(local_desk)
    issue(local_desk, movement_id)
    with local_desk.store.read() as reads:
        detail = reads.movement_detail(movement_id)
    take_seat(local_desk, detail.travellers[0].id, detail.vehicles[0].id, "12E")
    model = issue(local_desk, movement_id)[1].model
    assert model.changes is not None
    assert [line.new for line in model.changes.of(ChangeKind.SEAT)] == ["12E"]


def test_a_preview_stores_nothing(local_desk: Desk) -> None:
    movement_id, _ = convoy(local_desk)
    preview_lists(local_desk, movement_id, "border_service", "fr", "en")
    with local_desk.store.read() as reads:
        assert reads.manifests(movement_id) == []


def test_nobody_on_board_is_said(local_desk: Desk) -> None:
    movement_id = plan(local_desk)
    with pytest.raises(UserError) as caught:
        issue(local_desk, movement_id)
    assert caught.value.code == "manifest.nobody"


def test_papers_read_by_a_machine_have_no_name_in_their_file_name(local_desk: Desk) -> None:
    movement_id, _ = convoy(local_desk)
    stems = [item.file_stem for item in issue(local_desk, movement_id)]
    assert stems == ["ALA-2020-0001_border_service_v1", "ALA-2020-0001-1_border_service_v1"]
