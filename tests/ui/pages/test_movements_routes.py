from datetime import date

import pytest
from movements_bench import book_of, place_named

from desktop.catalogue import texts
from desktop.ui.pages.movements.place_finder import PlaceFinder
from desktop.ui.pages.movements.planning import (
    CHOSEN,
    PlanDraft,
    PlanReader,
    VehicleDraft,
    WhoDraft,
    from_plain,
    to_plain,
)
from desktop.ui.pages.movements.routes import RouteReader, StopDraft, legs_of
from desktop.usecases.ports import Desk
from desktop.usecases.reference_book import ReferenceBook

TODAY = date(2020, 11, 11)
EN = texts("en")


@pytest.fixture
def book(local_desk: Desk) -> ReferenceBook:
    return book_of(local_desk)


@pytest.fixture
def reader(book: ReferenceBook) -> RouteReader:
    return RouteReader(book, EN, TODAY)


def stop(book: ReferenceBook, code: str, **typed: object) -> StopDraft:
    return StopDraft(place_named(book, code), **typed)  # type: ignore[arg-type]


def story(book: ReferenceBook) -> tuple[StopDraft, ...]:
    return (
        stop(book, "cp-zhibek-zholy", exit="12.11 23:30", entry="+10", distance="118",
             corridor="240"),
        stop(book, "cp-oybek", exit="+240", entry="+20"),
    )  # fmt: skip


def test_the_story_becomes_a_corridor_and_the_border_home(
    book: ReferenceBook, reader: RouteReader
) -> None:
    stops = reader.read(story(book), complete=True)
    assert not any(one.problems or one.doubts for one in stops)
    countries = [(one.border.exit.country, one.border.entry.country) for one in stops if one.border]
    assert countries == [("KAZ", "UZB"), ("UZB", "TJK")]
    first, second = legs_of(stops)
    assert (first.from_place_id, first.to_place_id) == (stops[0].place_id, stops[1].place_id)
    assert first.crossing_place_id == first.from_place_id
    assert (first.exit_local, first.entry_local) == ("2020-11-12T23:30", "2020-11-12T22:40")
    assert (first.departure_local, first.arrival_local) == (first.exit_local, second.exit_local)
    assert (first.distance_km, first.corridor_minutes) == (118, 240)
    assert second.from_place_id == second.to_place_id == second.crossing_place_id
    assert (second.exit_local, second.entry_local) == ("2020-11-13T02:40", "2020-11-13T03:00")
    assert (second.distance_km, second.corridor_minutes) == (None, None)


def test_a_border_on_the_way_belongs_to_the_leg_behind_it(
    book: ReferenceBook, reader: RouteReader
) -> None:
    drafts = (
        stop(book, "tj-khujand", departure="12.11 20:00"),
        stop(book, "cp-oybek", exit="+90", entry="+20"),
        stop(book, "uz-tashkent", arrival="+120"),
    )
    stops = reader.read(drafts, complete=True)
    assert [one.asked for one in stops] == [("departure",), ("exit", "entry"), ("arrival",)]
    assert stops[1].border is not None
    assert stops[1].border.exit.country == "TJK"
    to_border, behind = legs_of(stops)
    assert to_border.crossing_place_id is None
    assert to_border.arrival_local == "2020-11-12T21:30"
    assert behind.crossing_place_id == stops[1].place_id
    assert (behind.entry_local, behind.arrival_local) == ("2020-11-12T21:50", "2020-11-12T23:50")


def test_times_are_kept_on_the_wall_of_each_place(book: ReferenceBook, reader: RouteReader) -> None:
    """Back to Kazakhstan the exit is read in Tashkent, the place itself lies in Almaty."""
    drafts = (
        stop(book, "uz-tashkent", departure="12.11 20:00"),
        stop(book, "cp-zhibek-zholy", exit="21:00", entry="+30"),
        stop(book, "kz-shymkent"),
    )
    stops = reader.read(drafts, complete=True)
    to_border, behind = legs_of(stops)
    assert to_border.arrival_local == "2020-11-12T22:00"
    assert (behind.exit_local, behind.departure_local) == ("2020-11-12T21:00", "2020-11-12T22:00")
    assert behind.entry_local == "2020-11-12T22:30"


def test_a_border_can_be_turned_round(book: ReferenceBook, reader: RouteReader) -> None:
    alone = (stop(book, "cp-oybek", turned=True), StopDraft())
    (first, _) = reader.read(alone, complete=False)
    assert first.border is not None
    assert (first.border.exit.country, first.border.entry.country) == ("TJK", "UZB")
    assert first.border.post("entry").country == "UZB"


def test_what_is_missing_is_a_problem_only_when_it_is_stored(
    book: ReferenceBook, reader: RouteReader
) -> None:
    drafts = (stop(book, "tj-khujand"), StopDraft(), stop(book, "tj-khujand"))
    assert not any(one.problems for one in reader.read(drafts, complete=False))
    asked = reader.read(drafts, complete=True)
    assert [sorted(one.problems) for one in asked] == [[], ["place"], []]
    twice = reader.read((drafts[0], drafts[0]), complete=True)
    assert "once more" in twice[1].problems["place"]
    unknown = reader.read((StopDraft(written="Atlantis"), StopDraft()), complete=False)
    assert "begins so" in unknown[0].problems["place"]


def test_problems_stand_beside_their_fields(book: ReferenceBook, reader: RouteReader) -> None:
    drafts = (
        stop(book, "cp-zhibek-zholy", exit="soon", entry="12.11 23:00", distance="far",
             corridor="0"),
        stop(book, "cp-oybek", exit="12.11 22:00"),
    )  # fmt: skip
    first, second = reader.read(drafts, complete=False)
    assert sorted(first.problems) == ["corridor", "distance", "exit"]
    assert (
        second.problems["exit"] == "Earlier than Thu 12 Nov 2020 23:00 (UTC+5) at the stop before."
    )


def test_a_corridor_that_is_too_short_is_doubted(book: ReferenceBook, reader: RouteReader) -> None:
    first, second = story(book)
    late = StopDraft(second.place_id, exit="+241")
    stops = reader.read((first, late), complete=True)
    assert stops[0].doubts == {"corridor": "241 minutes are planned."}
    assert not stops[0].problems


def test_places_are_found_in_any_script_and_by_either_side(book: ReferenceBook) -> None:
    finder = PlaceFinder(book, EN, {"KAZ": "KZ", "UZB": "UZ", "TJK": "TJ"})
    border, home = place_named(book, "cp-zhibek-zholy"), place_named(book, "cp-oybek")
    for text in ("zhib", "Жибек", "gisht", "Ғишт"):
        best = finder.best(text)
        assert best is not None
        assert best.id == border
    best = finder.best("фотеҳ")
    assert best is not None
    assert (best.id, best.detail) == (home, "border UZ – TJ")
    town = finder.find("khujand")
    assert [one.detail for one in town][:2] == ["Tajikistan", "airport, Tajikistan"]
    assert finder.best("zzz") is None
    assert finder.letters("XXX") == "XXX"


def plan_reader(book: ReferenceBook) -> PlanReader:
    return PlanReader(RouteReader(book, EN, TODAY), book, EN)


def test_a_plan_is_understood_as_a_whole(book: ReferenceBook) -> None:
    reader = plan_reader(book)
    buses = (VehicleDraft("bus-49", "Bus 1", "401 KZA 02", driver="Ким В. С.", phone="+7 701"),
             VehicleDraft("bus-49", "Bus 2"), VehicleDraft("minibus-16", "Minibus"))  # fmt: skip
    read = reader.read(PlanDraft(stops=story(book), vehicles=buses), complete=True)
    assert (read.title, read.seats) == ("Zhibek Zholy – Fotehobod", 114)
    assert read.form is not None
    assert read.form.title == read.title
    assert read.form.vehicles[0].drivers == (("Ким В. С.", "+7 701"),)
    assert read.form.vehicles[1].drivers == ()
    named = reader.read(PlanDraft(title="Home", stops=story(book)), complete=True)
    assert named.form is not None
    assert named.form.title == "Home"


def test_a_vehicle_needs_seats_and_a_telephone_its_owner(book: ReferenceBook) -> None:
    reader = plan_reader(book)
    draft = PlanDraft(stops=story(book), vehicles=(VehicleDraft(phone="+7"),))
    assert set(reader.read(draft, complete=False).vehicles) == {(0, "driver")}
    complete = reader.read(draft, complete=True)
    assert set(complete.vehicles) == {(0, "driver"), (0, "layout")}
    assert complete.form is None


def test_vehicles_are_named_after_their_kind(book: ReferenceBook) -> None:
    reader = plan_reader(book)
    assert reader.vehicle_name("bus-49", ()) == "Bus 1"
    assert reader.vehicle_name("bus-45", (VehicleDraft(name="Bus 1"),)) == "Bus 2"
    assert reader.vehicle_name("minibus-16", (VehicleDraft(name="Bus 1"),)) == "Minibus 1"
    assert reader.seats("bus-41-wheelchair") == 43
    assert reader.seats("") == 0


def test_a_draft_survives_as_plain_values(book: ReferenceBook) -> None:
    people = (place_named(book, "tj-khujand"),)
    draft = PlanDraft(
        title="Home", stops=story(book), vehicles=(VehicleDraft("bus-49"),),
        who=WhoDraft(CHOSEN, people=people, companions=False),
    )  # fmt: skip
    assert from_plain(to_plain(draft)) == draft
    assert draft.is_touched
    assert not PlanDraft().is_touched
    with pytest.raises(KeyError):
        from_plain({})
