"""What the list and the page of a person ask and do, without a screen."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from support.desks import Clock
from support.people import form, plan, register
from ui_people_register import fill_register

from desktop.domain.partial_dates import PartialDate
from desktop.domain.values import Sex
from desktop.errors import Cancelled, Conflict, UserError
from desktop.files.drawer import Drawer
from desktop.ui.pages.people.assigning import assign, prepare
from desktop.ui.pages.people.drafts import NEW, Draft, DraftFiles
from desktop.ui.pages.people.entry import PaperEntry, entry_of
from desktop.ui.pages.people.form_presenter import BLANK, FormPresenter, added_again
from desktop.ui.pages.people.presenter import WITHOUT, PeoplePresenter
from desktop.usecases.people import correct_person
from desktop.usecases.person_forms import PersonForm
from desktop.usecases.ports import Desk
from desktop.usecases.reference_book import read_reference_book
from desktop.usecases.views import PeopleFilter
from reports.texts import Texts

EVERYBODY = PeopleFilter()


def go_on() -> None:
    """Nobody asks to stop."""


@pytest.fixture
def people(local_desk: Desk) -> PeoplePresenter:
    with local_desk.store.read() as reads:
        book = read_reference_book(reads, "en")
    return PeoplePresenter(local_desk, book, Texts(), "Asia/Almaty")


@pytest.fixture
def forms(people: PeoplePresenter, tmp_path: Path) -> FormPresenter:
    return FormPresenter(people, DraftFiles(Drawer(tmp_path / "drafts")))


def test_the_day_is_that_of_the_office(people: PeoplePresenter, clock: Clock) -> None:
    assert people.today() == date(2020, 11, 11)
    clock.forward(hours=8)
    assert people.today() == date(2020, 11, 12)


def test_sums_add_up_under_every_filter(people: PeoplePresenter) -> None:
    fill_register(people.desk, 60)
    with people.desk.store.read() as reads:
        some = reads.people_ids(EVERYBODY, 0, 7)
    plan(people.desk, *some)
    for where in (
        EVERYBODY,
        PeopleFilter(text="раҳ"),
        PeopleFilter(status="assigned"),
        PeopleFilter(missing="document", without_movement=True),
        PeopleFilter(text="nobody at all"),
    ):
        sums = people.sums(where, go_on)
        assert sums.total == people.source(where).count()
        assert sum(number for _, number in sums.parts) == sums.total
    assert dict(people.sums(EVERYBODY, go_on).parts) == {"registered": 53, "assigned": 7}


def test_counting_stops_when_nobody_wants_it(people: PeoplePresenter) -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        people.sums(EVERYBODY, stop)


def test_pages_and_ids_are_the_list(people: PeoplePresenter) -> None:
    fill_register(people.desk, 30)
    source = people.source(EVERYBODY)
    ids = [row.id for start in (0, 20) for row in source.page(start, 20)]
    assert tuple(ids) == people.ids(EVERYBODY, go_on)
    assert len(set(ids)) == 30


def test_a_person_is_found_in_any_spelling_and_by_number(people: PeoplePresenter) -> None:
    person_id = register(people.desk)
    register(
        people.desk, form("Шарифов", "Баҳром", "", document="400773105", phone="+992901234567")
    )
    for text in ("rahmonov", "Рахмонов фир", "4021188", "ALA-20-0001", "701 555", "раҳмонов"):
        assert people.ids(PeopleFilter(text=text), go_on) == (person_id,)


def test_filters_are_set_and_taken_away_by_field(people: PeoplePresenter) -> None:
    place_id = next(iter(people.book.places))
    where = people.narrowed(EVERYBODY, "place_id", place_id)
    where = people.narrowed(where, "status", "held")
    assert where == PeopleFilter(place_id=place_id, status="held")
    assert people.word_of(where, "place_id") == people.book.place(place_id)
    assert people.word_of(where, "status") == "Held"
    assert people.word_of(where, "region") == ""
    for field in ("place_id", "status"):
        where = people.narrowed(where, field, None)
    assert where == EVERYBODY


def test_the_movement_is_narrowed_to_one_or_to_none(people: PeoplePresenter) -> None:
    movement_id = plan(people.desk, register(people.desk))
    register(people.desk, form("Шарифов", "Баҳром", "", document="400773105", phone=""))
    values = [option.value for option in people.options("movement_id")]
    assert values == [WITHOUT, movement_id]
    with_it = people.narrowed(EVERYBODY, "movement_id", movement_id)
    without = people.narrowed(with_it, "movement_id", WITHOUT)
    assert (with_it.movement_id, without.movement_id) == (movement_id, None)
    assert [len(people.ids(one, go_on)) for one in (with_it, without)] == [1, 1]
    assert people.word_of(with_it, "movement_id") == "ALA-2020-0001"
    assert people.value_of(without, "movement_id") == WITHOUT
    assert people.narrowed(without, "movement_id", None) == EVERYBODY


def test_every_chip_offers_words(people: PeoplePresenter) -> None:
    fill_register(people.desk, 12)
    for field in ("status", "place_id", "region", "movement_id", "missing"):
        options = people.options(field)
        assert options
        assert all(option.word for option in options)
        for option in options:
            assert people.word_of(people.narrowed(EVERYBODY, field, option.value), field)
    assert people.word_of(PeopleFilter(group_id=uuid4()), "group_id") == "?"


def test_the_details_say_what_is_missing_and_where_the_seat_is(people: PeoplePresenter) -> None:
    person_id = register(people.desk, replace(form(), birth=PartialDate.of_year(1988)))
    movement_id = plan(people.desk, person_id)
    shown = people.shown(person_id)
    assert (shown.name, shown.latin, shown.latin_suggested) == (
        "Раҳмонов Фирӯз Саидович", "RAHMONOV FIRUZ", True,
    )  # fmt: skip
    assert shown.facts == "Male · 31–32 years · 1988 · TJK"
    assert [lack.code for lack in shown.lacks] == ["birth", "latin", "destination"]
    assert (shown.movement_id, shown.movement_code, shown.seat) == (
        movement_id, "ALA-2020-0001", "",
    )  # fmt: skip
    assert shown.papers[0].detail == "until 12 May 2029"
    with pytest.raises(UserError, match=r"record\.gone"):
        people.shown(uuid4())


def test_members_of_a_group_are_named_with_role_and_age(people: PeoplePresenter) -> None:
    fill_register(people.desk, 60)
    with people.desk.store.read() as reads:
        row = next(row for row in reads.people_page(EVERYBODY, 0, 60) if row.group_id)
    shown = people.shown(row.id)
    assert shown.members
    assert row.id not in {member.id for member in shown.members}
    assert all(", " in member.note for member in shown.members)


def test_assigning_takes_the_family_along_and_leaves_the_others(people: PeoplePresenter) -> None:
    fill_register(people.desk, 60)
    with people.desk.store.read() as reads:
        rows = reads.people_page(EVERYBODY, 0, 60)
    member = next(row for row in rows if row.group_id)
    family = {row.id for row in rows if row.group_id == member.group_id}
    alone = next(row.id for row in rows if row.group_id is None)
    movement_id = plan(people.desk, alone)
    found = prepare(people, [member.id, alone], go_on)
    assert found.free == (member.id,)
    assert set(found.companions) == family - {member.id}
    assert found.taken == 1
    assert [row.id for row in found.movements] == [movement_id]
    assign(people, movement_id, (*found.free, *found.companions))
    assert len(people.ids(PeopleFilter(movement_id=movement_id), go_on)) == 1 + len(family)
    with pytest.raises(Conflict, match=r"movement\.person_elsewhere"):
        assign(people, plan(people.desk), (member.id,))


def test_a_new_person_is_stored_with_what_is_known(forms: FormPresenter) -> None:
    forms.drafts.keep(Draft(NEW, BLANK, BLANK, 0, forms.people.desk.now()))
    read = forms.read(replace(BLANK, given_names="Фирӯз", birth="1988"), None)
    saved = forms.save(None, 0, read.form)
    assert (saved.name, saved.added) == ("Фирӯз", True)
    opened = forms.load(saved.person_id)
    assert opened.detail.row.birth == PartialDate.of_year(1988)
    assert opened.detail.source == "counter"
    assert opened.detail.documents == ()
    assert forms.drafts.load() == {}


def test_a_change_by_somebody_else_is_not_overwritten(forms: FormPresenter) -> None:
    person_id = register(forms.people.desk)
    opened = forms.load(person_id)
    correct_person(forms.people.desk, person_id, 1, replace(form(), birth_place="Вахш"))
    read = forms.read(replace(opened.entry, occupation="повар"), opened.detail)
    with pytest.raises(Conflict, match=r"record\.changed_meanwhile"):
        forms.save(person_id, opened.detail.version, read.form)
    assert forms.load(person_id).detail.birth_place == "Вахш"


def test_who_may_be_known_already_is_told_with_reasons(forms: FormPresenter) -> None:
    person_id = register(forms.people.desk)
    entry = replace(
        BLANK,
        family_name="Рахмонов",
        given_names="Фируз",
        birth="3.4.1988",
        papers=(PaperEntry(number="402118843"),),
    )
    arriving = forms.read(entry, None).form
    (known,) = forms.duplicates(arriving, None)
    assert (known.id, known.name) == (person_id, "Раҳмонов Фирӯз Саидович")
    assert known.note == "ALA-20-0001 · 14 Mar 1988"
    texts = {reason.text: reason.agrees for reason in known.reasons}
    assert texts["Same document number 402118843"]
    assert any("3 Apr 1988" in text and not agrees for text, agrees in texts.items())
    assert forms.duplicates(arriving, person_id) == ()
    assert forms.duplicates(PersonForm(), None) == ()


def test_the_history_says_what_was_changed(forms: FormPresenter, clock: Clock) -> None:
    desk = forms.people.desk
    person_id = register(desk)
    clock.forward(hours=1)
    changed = replace(
        form(), sex=Sex.FEMALE, birth=PartialDate.of_year(1989), needs=("diet",), phones=()
    )
    correct_person(desk, person_id, 1, changed)
    latest, first = forms.history(person_id)
    by = " · Раҳимзода Ф. А."
    assert (latest.kind, latest.at) == ("Correction", "11 Nov 2020, 17:30" + by)
    assert (first.kind, first.at) == ("Registration", "11 Nov 2020, 16:30" + by)
    lines = {change.what: (change.old, change.new) for change in latest.changes}
    assert lines["Sex"] == ("male", "female")
    assert lines["Birth date"] == ("14 Mar 1988", "1989")
    assert lines["Need added"] == ("", "special diet")
    assert "Telephone number removed" in lines
    assert not {what for what in lines if "key" in what or "search" in what}


def test_an_entry_keeps_what_the_page_does_not_show(forms: FormPresenter) -> None:
    """What a list wrote of the destination stays beside the area that was found for it."""
    region = forms.people.book.regions[0][0]
    stored = replace(form(), destination_area=region, destination_text="Хатлон, Вахш", notes="x")
    person_id = register(forms.people.desk, stored)
    opened = forms.load(person_id)
    forms.save(person_id, 1, forms.read(opened.entry, opened.detail).form)
    again = forms.load(person_id)
    assert again.entry == opened.entry
    assert again.detail.row.destination_text == "Хатлон, Вахш"


def test_the_next_person_of_the_counter_is_at_the_same_place() -> None:
    place_id = str(UUID(int=1))
    entry = replace(BLANK, family_name="А", place_id=place_id, since="2020-11-11", notes="x")
    assert added_again(entry) == replace(BLANK, place_id=place_id, since="2020-11-11")


def test_moments_of_another_day_carry_the_day(forms: FormPresenter, clock: Clock) -> None:
    at = clock()
    assert forms.moment(at) == "16:30"
    clock.forward(days=1)
    assert forms.moment(at) == "11 Nov 2020, 16:30"


def test_clashes_are_told_in_words(forms: FormPresenter) -> None:
    stored = entry_of(forms.load(register(forms.people.desk)).detail)
    words = forms.clash_words(
        {"birth": "1988", "sex": "F", "papers": stored.papers, "phones": (), "place_text": "Almaty"}
    )
    assert words == {
        "birth": "Stored meanwhile: 1988",
        "sex": "Stored meanwhile: female",
        "papers.0.number": "Stored meanwhile: Passport 402118843",
        "phones": "Emptied meanwhile.",
        "place_text": "Stored meanwhile: Almaty",
    }
