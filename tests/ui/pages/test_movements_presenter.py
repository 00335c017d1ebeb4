from pathlib import Path
from uuid import uuid4

import pytest
from movements_bench import book_of, import_sample, place_named, presenter_of
from support.desks import Clock
from support.people import form, plan, register

from desktop.catalogue import texts
from desktop.domain.movements import Movement
from desktop.domain.values import MovementStatus
from desktop.errors import Conflict, UserError
from desktop.files.drawer import Drawer
from desktop.ui.pages.movements import company as companies
from desktop.ui.pages.movements.company import company, is_open, origins
from desktop.ui.pages.movements.draft_file import DraftFiles, KeptPlan
from desktop.ui.pages.movements.papers import Order, PapersPresenter
from desktop.ui.pages.movements.planning import (
    AT_PLACE,
    CHOSEN,
    OF_IMPORT,
    WAITING,
    PlanDraft,
    VehicleDraft,
    WhoDraft,
)
from desktop.ui.pages.movements.presenter import MovementsPresenter, narrowed
from desktop.ui.pages.movements.routes import StopDraft
from desktop.ui.pages.movements.shown import answer, conflicts
from desktop.ui.pages.movements.traveller_columns import ordered, traveller_columns
from desktop.usecases.dispatching import record_dispatch
from desktop.usecases.manifests import issue_lists
from desktop.usecases.movements import add_travellers
from desktop.usecases.papers import list_paper
from desktop.usecases.ports import Desk
from desktop.usecases.seating import auto_seat, take_seat
from desktop.usecases.undoing import undo
from desktop.usecases.views import PeopleFilter

EN = texts("en")


def nothing(*_: object) -> None:
    """Nobody wants to stop, and nobody looks at the progress."""


def seated_story(desk: Desk, layouts: tuple[str, ...] = ("bus-49", "bus-49", "minibus-16")):
    _, people = import_sample(desk)
    movement_id = plan(desk, *people, layouts=layouts)
    auto_seat(desk, movement_id)
    return presenter_of(desk), movement_id


def test_the_list_says_who_still_needs_a_seat(local_desk: Desk) -> None:
    movement_id = plan(local_desk, register(local_desk), layouts=("bus-49", "minibus-16"))
    (row,) = presenter_of(local_desk).listed()
    assert row.id == movement_id
    assert row.route == "Zhibek Zholy / Gisht Kuprik – Oybek / Fotehobod"
    assert (row.departure, row.zone) == ("Thu 12 Nov 2020 23:30", "Almaty, UTC+6")
    assert (row.travellers, row.seated, row.waiting, row.seats) == (1, 0, 1, 65)
    assert row.vehicles == 2
    assert row.status_word == "Draft"
    for text in ("ala-2020", "фотеҳ", "home", "", "0001"):
        assert narrowed((row,), text) == (row,)
    assert narrowed((row,), "moscow") == ()


def test_the_head_answers_who_sits_where(local_desk: Desk) -> None:
    presenter, movement_id = seated_story(local_desk)
    shown = presenter.shown(movement_id)
    assert answer(EN, shown) == (
        "102 travellers · 102 seated · no group divided · 2 wishes not met"
    )
    assert (shown.seats, shown.waiting, shown.lists) == (114, 0, 0)
    assert {wish.code for wish in shown.wishes} == {"seating.wheelchair_in_front"}
    assert all(wish.vehicle.startswith("Bus") for wish in shown.wishes)
    assert not conflicts(shown)


def test_the_head_of_an_empty_movement(local_desk: Desk) -> None:
    movement_id = plan(local_desk)
    shown = presenter_of(local_desk).shown(movement_id)
    assert answer(EN, shown) == "Nobody is on this movement yet."


def test_travellers_are_shown_as_lists_and_seats_need_them(local_desk: Desk) -> None:
    presenter, movement_id = seated_story(local_desk)
    shown = presenter.shown(movement_id)
    one = next(one for one in shown.travellers if one.need == "wheelchair")
    assert one.needs == "wheelchair place"
    assert len(one.initials) == 2
    child = next(one for one in shown.travellers if one.age == 2)
    assert child.age_words == "2"
    grown = next(one for one in shown.travellers if one.age_words == "45")
    assert grown.age is None
    assert shown.in_seat(child.vehicle_id, child.seat) == child
    family = shown.with_group([child.id])
    assert len(family) > 1
    assert {shown.traveller(who).group_id for who in family} == {child.group_id}
    assert shown.traveller(uuid4()) is None


def test_travellers_are_found_by_name_seat_group_and_document(local_desk: Desk) -> None:
    presenter, movement_id = seated_story(local_desk)
    shown = presenter.shown(movement_id)
    one = next(one for one in shown.travellers if one.document.isdigit())
    assert shown.found("") == shown.travellers
    for text in (one.name, one.latin.lower(), one.document[:6], f"{one.seat} {one.vehicle}"):
        assert one in shown.found(text)
    assert shown.found("nobody at all") == ()


def test_the_list_stands_in_the_order_of_each_column(local_desk: Desk) -> None:
    presenter, movement_id = seated_story(local_desk, layouts=("bus-49",))
    shown = presenter.shown(movement_id)
    by_seat = ordered(shown.travellers, "seat", descending=False, texts=EN)
    waiting = [one.seat == "" for one in by_seat]
    assert waiting == sorted(waiting, reverse=True)
    assert [one.seat for one in by_seat if one.seat][:3] == ["1A", "1B", "1C"]
    ages = [
        int(one.age_words.split("–")[0])
        for one in ordered(shown.travellers, "age", descending=False, texts=EN)
        if one.age_words
    ]
    assert ages == sorted(ages)
    groups = [one.group for one in ordered(shown.travellers, "group", descending=False, texts=EN)]
    named = [group for group in groups if group]
    assert groups == [*named, *[""] * (len(groups) - len(named))]
    names = [one.name for one in ordered(shown.travellers, "name", descending=True, texts=EN)]
    assert names == sorted(names, key=EN.sort_key, reverse=True)
    columns = traveller_columns(EN)
    assert next(column.cell(by_seat[-1]).text for column in columns) == by_seat[-1].seat


def test_a_leader_is_named_beside_the_group(local_desk: Desk) -> None:
    presenter, movement_id = seated_story(local_desk)
    person_id = presenter.shown(movement_id).travellers[3].person_id
    done = presenter.actions.lead(movement_id, person_id)
    assert done.words == "Leader named"
    leaders = [one for one in presenter.shown(movement_id).travellers if one.leads]
    assert [one.person_id for one in leaders] == [person_id]
    group = next(column for column in traveller_columns(EN) if column.key == "group")
    assert group.cell(leaders[0]).second == "leader"


def test_a_child_moved_away_from_the_guardian_is_marked(local_desk: Desk) -> None:
    presenter, movement_id = seated_story(local_desk)
    shown = presenter.shown(movement_id)
    child = next(one for one in shown.travellers if one.age is not None and one.age < 5)
    other = next(one for one in shown.vehicles if one.id != child.vehicle_id and one.taken < 20)
    taken = {one.seat for one in shown.travellers if one.vehicle_id == other.id}
    free = next(label for label, *_ in other.places if label not in taken)
    done = presenter.actions.move(child.id, other.id, other.name, free)
    assert done.words == f"Moved to {other.name}, seat {free}"
    after = presenter.shown(movement_id)
    assert after.groups_divided == 1
    assert conflicts(after)[child.id] == "seating.group_divided"
    assert "1 group divided" in answer(EN, after)
    moved = after.traveller(child.id)
    assert (moved.seat, moved.fixed) == (free, True)
    undo(local_desk, done.change.operation_id)
    assert presenter.shown(movement_id).groups_divided == 0


def test_a_seat_is_given_back_and_a_traveller_taken_off(local_desk: Desk) -> None:
    presenter, movement_id = seated_story(local_desk)
    one, other = presenter.shown(movement_id).travellers[:2]
    presenter.actions.release(one.id)
    assert presenter.shown(movement_id).waiting == 1
    presenter.actions.remove((other.id,), "ill")
    shown = presenter.shown(movement_id)
    assert len(shown.travellers) == 101
    assert presenter.actions.seat_all(movement_id).words == "101 travellers seated"
    presenter.actions.add_people(movement_id, [other.person_id])
    assert len(presenter.shown(movement_id).travellers) == 102
    presenter.actions.add_vehicle(movement_id, VehicleDraft("bus-45", "Bus 9"))
    assert [one.name for one in presenter.shown(movement_id).vehicles][-1] == "Bus 9"


def test_the_strip_shows_both_borders_of_the_story(local_desk: Desk) -> None:
    presenter = presenter_of(local_desk)
    planned = planned_story(presenter, ())
    strip = presenter.shown(planned.movement_id).strip
    assert [(node.name, node.borders) for node in strip.nodes] == [
        ("Zhibek Zholy / Gisht Kuprik", "KZ → UZ"),
        ("Oybek / Fotehobod", "UZ → TJ"),
    ]
    assert strip.nodes[0].first == "exit Thu 12 Nov 23:30 UTC+6"
    assert strip.nodes[0].second == "entry Thu 12 Nov 22:40 UTC+5"
    assert [(leg.label, leg.corridor) for leg in strip.legs] == [
        ("Corridor 240 min · no stops · 118 km", True)
    ]
    assert not strip.done


def test_the_strip_shows_towns_with_their_times(local_desk: Desk) -> None:
    presenter = presenter_of(local_desk)
    book = presenter.book
    stops = (
        StopDraft(place_named(book, "tj-khujand"), departure="12.11 20:00", distance="70"),
        StopDraft(place_named(book, "cp-oybek")),
        StopDraft(place_named(book, "uz-tashkent"), arrival="12.11 23:00", departure="+60"),
        StopDraft(place_named(book, "uz-samarkand")),
    )
    read = presenter.reader().read(PlanDraft(stops=stops), complete=True)
    assert read.form is not None
    planned = presenter.plan(read.form, ())
    strip = presenter.shown(planned.movement_id).strip
    assert [(node.first, node.second) for node in strip.nodes] == [
        ("Thu 12 Nov 20:00", "Dushanbe, UTC+5"),
        ("time not known", ""),
        ("arrival Thu 12 Nov 23:00 UTC+5", "departure Fri 13 Nov 00:00 UTC+5"),
        ("time not known", ""),
    ]
    assert [leg.label for leg in strip.legs] == ["leg 1 · 70 km", "leg 2", "leg 3"]


def planned_story(presenter: MovementsPresenter, people):
    book = presenter.book
    stops = (
        StopDraft(place_named(book, "cp-zhibek-zholy"), exit="12.11 23:30", entry="+10",
                  distance="118", corridor="240"),
        StopDraft(place_named(book, "cp-oybek"), exit="+240", entry="+20"),
    )  # fmt: skip
    draft = PlanDraft(stops=stops, vehicles=(VehicleDraft("bus-49", "Bus 1"),))
    read = presenter.reader().read(draft, complete=True)
    assert read.form is not None
    return presenter.plan(read.form, people)


def test_a_plan_is_stored_with_its_people(local_desk: Desk) -> None:
    presenter = presenter_of(local_desk)
    planned = planned_story(presenter, (register(local_desk),))
    assert presenter.planned_words(planned) == "1 traveller put on movement ALA-2020-0001"
    assert len(presenter.shown(planned.movement_id).travellers) == 1
    empty = planned_story(presenter, ())
    assert presenter.planned_words(empty) == "Movement ALA-2020-0002 planned"


def test_nothing_is_planned_for_people_who_are_on_another_movement(local_desk: Desk) -> None:
    person_id = register(local_desk)
    plan(local_desk, person_id)
    presenter = presenter_of(local_desk)
    with pytest.raises(Conflict, match=r"movement\.person_elsewhere"):
        planned_story(presenter, (person_id,))
    assert len(presenter.listed()) == 1


def test_an_undone_plan_is_gone(local_desk: Desk) -> None:
    presenter = presenter_of(local_desk)
    planned = planned_story(presenter, (register(local_desk),))
    undo(local_desk, planned.change.operation_id)
    assert presenter.listed() == ()
    with pytest.raises(UserError) as failure:
        presenter.shown(planned.movement_id)
    assert failure.value.code == "record.gone"


def test_people_come_from_places_and_lists(local_desk: Desk) -> None:
    batch_id, people = import_sample(local_desk)
    presenter = presenter_of(local_desk).people
    border = place_named(presenter.book, "cp-zhibek-zholy")
    found = origins(presenter, nothing)
    assert found.waiting == 102
    assert [(one.id, one.people) for one in found.places] == [(border, 102)]
    assert [(one.id, one.people) for one in found.imports] == [(batch_id, 102)]
    assert found.imports[0].word == "zhibek-zholy-102.xlsx · 11 Nov 2020"
    for who in (
        WhoDraft(WAITING),
        WhoDraft(AT_PLACE, place_id=border),
        WhoDraft(OF_IMPORT, batch_id=batch_id),
        WhoDraft(CHOSEN, people=tuple(people)),
    ):
        assert sorted(company(presenter, who, nothing).travellers) == sorted(people)
    assert company(presenter, WhoDraft(), nothing).travellers == ()
    assert is_open(WhoDraft(AT_PLACE))
    assert not is_open(WhoDraft())
    plan(local_desk, *people)
    assert origins(presenter, nothing).places == ()
    taken = company(presenter, WhoDraft(CHOSEN, people=tuple(people)), nothing)
    assert (taken.travellers, taken.taken) == ((), 102)


def test_families_are_taken_along_unless_that_is_unticked(local_desk: Desk) -> None:
    import_sample(local_desk)
    presenter = presenter_of(local_desk).people
    with local_desk.store.read() as reads:
        everybody = reads.people_page(PeopleFilter(), 0, 200)
    child = next(one for one in everybody if one.group_role == "child")
    family = {one.id for one in everybody if one.group_id == child.group_id}
    found = company(presenter, WhoDraft(CHOSEN, people=(child.id,)), nothing)
    assert set(found.travellers) == family
    alone = company(presenter, WhoDraft(CHOSEN, people=(child.id,), companions=False), nothing)
    assert alone.travellers == (child.id,)


def test_too_many_people_are_counted_and_not_named(
    local_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_sample(local_desk)
    monkeypatch.setattr(companies, "MOST_TRAVELLERS", 100)
    found = company(presenter_of(local_desk).people, WhoDraft(WAITING), nothing)
    assert (found.is_too_large, found.count, found.travellers) == (True, 102, ())


def papers_of(desk: Desk) -> PapersPresenter:
    return PapersPresenter(desk, book_of(desk), EN)


def test_lists_are_issued_once_and_keep_their_version(local_desk: Desk) -> None:
    presenter, movement_id = seated_story(local_desk)
    papers = papers_of(local_desk)
    shown = presenter.shown(movement_id)
    drafts = papers.drafts(shown, Order("border_service", "ru", frozenset()))
    assert [(one.word, one.version, one.new) for one in drafts] == [
        ("Whole movement", 1, True), ("Bus 1", 1, True), ("Bus 2", 1, True), ("Bus 3", 1, True),
    ]  # fmt: skip
    assert drafts[0].people == 102
    order = Order("border_service", "ru", frozenset({None, shown.vehicles[0].id}))
    assert order.second == "en"
    assert papers.issue(movement_id, order) == (2, 0)
    assert papers.issued_words(order, 2, 0) == "2 lists issued: border service"
    assert papers.issue(movement_id, order) == (0, 2)
    assert papers.issued_words(order, 0, 2).startswith("2 lists are unchanged")
    again = papers.drafts(shown, order)
    assert [one.new for one in again] == [False, False, True, True]
    assert presenter.shown(movement_id).lists == 2


def test_versions_say_what_was_done_with_them(local_desk: Desk, clock: Clock) -> None:
    presenter, movement_id = seated_story(local_desk)
    papers = papers_of(local_desk)
    shown = presenter.shown(movement_id)
    only: frozenset = frozenset({None})
    (first,) = issue_lists(local_desk, movement_id, "border_service", "ru", "en", only)
    paper = list_paper(local_desk, first, movement_id, "ru", "en", "xlsx")
    record_dispatch(local_desk, "saved", [paper], "border_service")
    clock.forward(minutes=1)
    record_dispatch(local_desk, "drafted", [paper], "post@mfa.tj")
    (row,) = papers.issued(shown)
    assert (row.number, row.of, row.version, row.last) == (shown.code, "Whole movement", 1, True)
    assert (row.recipient, row.people) == ("Border service", 102)
    assert (row.at, row.zone) == ("Wed 11 Nov 2020 16:30", "Almaty, UTC+6")
    assert row.checksum == first.content_hash[:16]
    assert row.done == "saved as a file, drafted in the mail program"
    one, other = shown.travellers[:2]
    take_seat(local_desk, one.id, other.vehicle_id, other.seat)
    issue_lists(local_desk, movement_id, "border_service", "ru", "en", only)
    versions = {row.version: (row.last, row.done) for row in papers.issued(shown)}
    assert versions[2] == (True, "")
    assert versions[1][0] is False


def test_nobody_on_a_movement_means_no_list(local_desk: Desk) -> None:
    presenter = presenter_of(local_desk)
    shown = presenter.shown(plan(local_desk))
    papers = papers_of(local_desk)
    assert papers.drafts(shown, Order("carrier", "en", frozenset())) == ()
    assert papers.issued(shown) == ()
    assert [code for code, _ in papers.recipients()][:2] == ["border_service", "carrier"]


def test_a_movement_that_has_left_is_not_changed(local_desk: Desk) -> None:
    person_id = register(local_desk, form(document="7"))
    movement_id = plan(local_desk)
    with local_desk.store.write("plan") as work:
        work.get(Movement, movement_id).status = MovementStatus.ARRIVED
        work.commit()
    presenter = presenter_of(local_desk)
    shown = presenter.shown(movement_id)
    assert not shown.changeable
    assert shown.strip.done
    with pytest.raises(Conflict):
        add_travellers(local_desk, movement_id, [person_id])


def test_a_draft_is_kept_in_a_file(tmp_path: Path) -> None:
    files = DraftFiles(Drawer(tmp_path / "drafts"))
    movement_id = uuid4()
    new = KeptPlan(PlanDraft(title="Home"))
    bus = VehicleDraft("bus-49", id=uuid4(), more_drivers=(("Ли А.", "+7"),))
    changed = KeptPlan(PlanDraft(title="Back", vehicles=(bus,)), PlanDraft(title="Home"))
    assert new.is_touched
    assert changed.is_touched
    assert not KeptPlan(new.draft, new.draft).is_touched
    for key, kept in ((None, new), (movement_id, changed)):
        assert files.load(key) is None
        assert files.keep(key, kept)
    for key, kept in ((None, new), (movement_id, changed)):
        assert files.load(key) == kept
        files.drop(key)
        files.drop(key)
        assert files.load(key) is None


def test_a_damaged_draft_counts_as_none(tmp_path: Path) -> None:
    files = DraftFiles(Drawer(tmp_path))
    movement_id = uuid4()
    for name in ("new", movement_id):
        (tmp_path / f"movement-{name}.json").write_text("{}", "utf-8")
    assert files.load(None) is None
    assert files.load(movement_id) is None
    blocked = DraftFiles(Drawer(tmp_path / "movement-new.json"))
    assert not blocked.keep(None, KeptPlan(PlanDraft()))


@pytest.mark.parametrize("language", ["ru", "fr", "tg"])
def test_other_languages_find_their_names(local_desk: Desk, language: str) -> None:
    movement_id = plan(local_desk, register(local_desk))
    shown = presenter_of(local_desk, language).shown(movement_id)
    assert shown.strip.nodes[0].name
    assert shown.status_word
