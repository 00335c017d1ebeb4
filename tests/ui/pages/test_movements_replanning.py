"""The plan of a movement that stands, read as a form and stored changed."""

from dataclasses import replace

import pytest
from movements_bench import book_of, place_named, presenter_of
from support.people import form, plan, register

from desktop.errors import Conflict, UserError
from desktop.ui.pages.movements.actions import Done
from desktop.ui.pages.movements.papers import PapersPresenter
from desktop.ui.pages.movements.planning import PlanDraft, VehicleDraft
from desktop.ui.pages.movements.presenter import MovementsPresenter
from desktop.ui.pages.movements.routes import StopDraft
from desktop.usecases.manifests import issue_lists
from desktop.usecases.movements import LegForm, VehicleForm, add_travellers, add_vehicle
from desktop.usecases.ports import Desk
from desktop.usecases.reference_book import ReferenceBook
from desktop.usecases.seating import auto_seat
from desktop.usecases.undoing import undo
from desktop.usecases.views import MovementDetail


def stop(book: ReferenceBook, code: str, **typed: object) -> StopDraft:
    return StopDraft(place_named(book, code), **typed)  # type: ignore[arg-type]


ROUTES = {
    "corridor": lambda book: (
        stop(book, "cp-zhibek-zholy", exit="12.11 23:30", entry="+10", distance="118",
             corridor="240"),
        stop(book, "cp-oybek", exit="+240", entry="+20"),
    ),
    "towns": lambda book: (
        stop(book, "tj-khujand", departure="12.11 20:00", distance="70"),
        stop(book, "cp-oybek"),
        stop(book, "uz-tashkent", arrival="12.11 23:00", departure="+60"),
        stop(book, "uz-samarkand"),
    ),
    "back": lambda book: (
        stop(book, "uz-tashkent", departure="12.11 20:00"),
        stop(book, "cp-zhibek-zholy", exit="21:00", entry="+30"),
        stop(book, "kz-shymkent", arrival="+180"),
    ),
    "turned": lambda book: (
        stop(book, "cp-oybek", exit="12.11 20:00", entry="+10", turned=True),
        stop(book, "uz-tashkent", arrival="+90"),
    ),
    "untimed": lambda book: (stop(book, "cp-oybek"), stop(book, "cp-zhibek-zholy")),
}  # fmt: skip


def detail(desk: Desk, movement_id) -> MovementDetail:
    with desk.store.read() as reads:
        return reads.movement_detail(movement_id)


def planned(presenter: MovementsPresenter, route: str, *vehicles: VehicleDraft):
    draft = PlanDraft(title="Home", stops=ROUTES[route](presenter.book), vehicles=vehicles)
    read = presenter.reader().read(draft, complete=True)
    assert read.form is not None
    return presenter.plan(read.form, ()).movement_id


def legs(movement: MovementDetail) -> list[LegForm]:
    return [
        LegForm(**{name: getattr(leg, name) for name in LegForm.__dataclass_fields__})
        for leg in movement.legs
    ]


@pytest.mark.parametrize("language", ["en", "ru", "fr", "tg"])
@pytest.mark.parametrize("route", ROUTES)
def test_a_plan_is_read_as_it_was_typed(local_desk: Desk, route: str, language: str) -> None:
    presenter = presenter_of(local_desk, language)
    movement_id = planned(presenter, route, VehicleDraft("bus-49", "Bus 1", driver="Ли А."))
    stored = presenter.replanning().stored(movement_id)
    read = presenter.reader().read(stored.draft, complete=True)
    assert read.form is not None
    assert list(read.form.legs) == legs(detail(local_desk, movement_id))
    again = presenter.replanning()
    assert isinstance(again.change(stored, read.form, ()), Done)
    assert again.stored(movement_id) == stored


def test_what_has_no_field_in_the_form_stays(local_desk: Desk) -> None:
    presenter = presenter_of(local_desk)
    movement_id = planned(presenter, "corridor")
    drivers = (("Ким В. С.", "+7 701"), ("Ли А.", ""))
    add_vehicle(local_desk, movement_id, VehicleForm("bus-49", "Bus 1", drivers=drivers))
    stored = presenter.replanning().stored(movement_id)
    (bus,) = stored.draft.vehicles
    assert (bus.driver, bus.phone, bus.more_drivers) == ("Ким В. С.", "+7 701", drivers[1:])
    read = presenter.reader().read(replace(stored.draft, notes="n"), complete=True)
    assert read.form is not None
    presenter.replanning().change(stored, read.form, ())
    after = detail(local_desk, movement_id)
    assert [(name, phone) for _, name, phone in after.vehicles[0].crew] == list(drivers)
    assert after.notes == "n"


def test_a_border_without_posts_shows_when_it_is_reached(local_desk: Desk) -> None:
    """A way that was not planned in the form: its last crossing point has an arrival only."""
    presenter = presenter_of(local_desk)
    stored = presenter.replanning().stored(plan(local_desk))
    first, last = stored.draft.stops
    assert (first.exit, first.entry) == ("Thu 12 Nov 2020 23:30", "Thu 12 Nov 2020 22:40")
    assert (last.exit, last.entry) == ("Fri 13 Nov 2020 02:40", "")


def test_whoever_would_lose_a_seat_is_named_first(local_desk: Desk) -> None:
    presenter = presenter_of(local_desk)
    people = [register(local_desk, form(given=name, document=name)) for name in ("Али", "Одил")]
    movement_id = plan(local_desk, *people, layouts=("bus-49", "minibus-16"))
    auto_seat(local_desk, movement_id)
    replanning = presenter.replanning()
    stored = replanning.stored(movement_id)
    assert stored.travellers == 2
    used = detail(local_desk, movement_id).travellers[0].vehicle_id
    left = tuple(one for one in stored.draft.vehicles if one.id != used)
    read = presenter.reader().read(replace(stored.draft, vehicles=left), complete=True)
    assert read.form is not None
    losing = replanning.change(stored, read.form, ())
    assert isinstance(losing, tuple)
    assert [one.name.split()[1] for one in losing] == ["Али", "Одил"]
    assert {one.vehicle for one in losing} <= {"Bus 1", "Bus 2"}
    assert all(one.seat for one in losing)
    assert isinstance(replanning.change(stored, read.form, {losing[0].id}), tuple)
    done = replanning.change(stored, read.form, {one.id for one in losing})
    assert isinstance(done, Done)
    assert done.words == "Plan of ALA-2020-0001 changed"
    assert presenter.shown(movement_id).waiting == 2
    undo(local_desk, done.change.operation_id)
    assert presenter.shown(movement_id).waiting == 0


def test_others_may_seat_people_while_a_plan_is_typed(local_desk: Desk) -> None:
    presenter = presenter_of(local_desk)
    movement_id = plan(local_desk)
    replanning = presenter.replanning()
    stored = replanning.stored(movement_id)
    add_travellers(local_desk, movement_id, [register(local_desk)])
    auto_seat(local_desk, movement_id)
    read = presenter.reader().read(replace(stored.draft, title="Back"), complete=True)
    assert read.form is not None
    assert isinstance(replanning.change(stored, read.form, ()), Done)
    assert detail(local_desk, movement_id).travellers[0].seat
    with pytest.raises(Conflict, match=r"record\.changed_meanwhile"):
        replanning.change(stored, read.form, ())


def test_an_undone_plan_is_not_changed(local_desk: Desk) -> None:
    presenter = presenter_of(local_desk)
    read = presenter.reader().read(
        PlanDraft(stops=ROUTES["corridor"](book_of(local_desk))), complete=True
    )
    assert read.form is not None
    made = presenter.plan(read.form, ())
    undo(local_desk, made.change.operation_id)
    with pytest.raises(UserError, match=r"record\.gone"):
        presenter.replanning().stored(made.movement_id)


def test_the_last_list_of_a_vehicle_that_is_gone_is_not_in_force(local_desk: Desk) -> None:
    presenter = presenter_of(local_desk)
    movement_id = plan(local_desk, register(local_desk), layouts=("bus-49", "minibus-16"))
    auto_seat(local_desk, movement_id)
    issue_lists(local_desk, movement_id, "border_service", "en", None)
    replanning = presenter.replanning()
    stored = replanning.stored(movement_id)
    used = detail(local_desk, movement_id).travellers[0].vehicle_id
    left = tuple(one for one in stored.draft.vehicles if one.id != used)
    read = presenter.reader().read(replace(stored.draft, vehicles=left), complete=True)
    assert read.form is not None
    losing = replanning.change(stored, read.form, ())
    assert isinstance(losing, tuple)
    replanning.change(stored, read.form, {one.id for one in losing})
    papers = PapersPresenter(local_desk, presenter.book, presenter.texts)
    issued = papers.issued(presenter.shown(movement_id))
    assert {(one.of, one.last) for one in issued} == {
        ("Whole movement", True),
        ("vehicle taken out", False),
    }
