"""Search by any spelling, pages, filters: the same answers from both databases."""

from dataclasses import replace
from datetime import date

import pytest
from support.people import form, plan, register

from desktop.domain.values import DocumentState
from desktop.usecases.person_forms import DocumentForm
from desktop.usecases.ports import Desk
from desktop.usecases.views import PeopleFilter


@pytest.fixture
def register_of_three(desk: Desk) -> Desk:
    register(desk)
    register(
        desk,
        form("Хуҷамқулова", "Мунира", "Тоҷиддиновна", None, "", None, "87015550999"),
    )
    lost = DocumentForm("passport", state=DocumentState.LOST)
    register(
        desk,
        replace(
            form("Ҷӯраев", "Абдураҳмон", "Файзуллоевич", date(1999, 10, 18), "I-СА 353519"),
            documents=(DocumentForm("birth_certificate", "I-СА 353519"), lost),
        ),
    )
    return desk


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Раҳмонов", "Раҳмонов"),
        ("рахмонов фир", "Раҳмонов"),
        ("RAHMON", "Раҳмонов"),
        ("rakhmonov firuz", "Раҳмонов"),
        ("Firuz Rahmonov", "Раҳмонов"),
        ("hujamk", "Хуҷамқулова"),
        ("munira", "Хуҷамқулова"),
        ("Джураев", "Ҷӯраев"),
        ("Jo'raev", "Ҷӯраев"),
        ("dzhur", "Ҷӯраев"),
        ("402118843", "Раҳмонов"),
        ("40211", "Раҳмонов"),
        ("I-CA 353519", "Ҷӯраев"),
        ("+7 701 555 01 42", "Раҳмонов"),
        ("7015550142", "Раҳмонов"),
        ("8 701 555 09 99", "Хуҷамқулова"),
        ("ala-20-0002", "Хуҷамқулова"),
    ],
)
def test_anyone_is_found_by_any_spelling(register_of_three: Desk, typed: str, found: str) -> None:
    with register_of_three.store.read() as reads:
        names = {row.family_name for row in reads.search_people(typed, 10)}
        page = reads.people_page(PeopleFilter(text=typed), 0, 10)
    assert found in names
    assert found in {row.family_name for row in page}


def test_what_nobody_is_called_finds_nobody(register_of_three: Desk) -> None:
    with register_of_three.store.read() as reads:
        assert reads.search_people("смит", 10) == []
        assert reads.search_people("рахмонов мунира", 10) == []
        assert reads.search_people("%", 10) == []
        assert reads.people_count(PeopleFilter(text="смит")) == 0


def test_the_list_is_in_the_same_order_on_both_databases(register_of_three: Desk) -> None:
    with register_of_three.store.read() as reads:
        page = reads.people_page(PeopleFilter(), 0, 10)
        assert [row.family_name for row in page] == ["Хуҷамқулова", "Ҷӯраев", "Раҳмонов"]
        assert reads.people_page(PeopleFilter(), 1, 1) == page[1:2]


def test_filters_count_what_they_show(register_of_three: Desk) -> None:
    desk = register_of_three
    with desk.store.read() as reads:
        everybody = [row.id for row in reads.people_page(PeopleFilter(), 0, 10)]
    movement_id = plan(desk, everybody[0])
    for where, count in (
        (PeopleFilter(missing="birth"), 1),
        (PeopleFilter(missing="document"), 1),
        (PeopleFilter(status="assigned"), 1),
        (PeopleFilter(status="registered"), 2),
        (PeopleFilter(movement_id=movement_id), 1),
        (PeopleFilter(without_movement=True), 2),
    ):
        with desk.store.read() as reads:
            assert reads.people_count(where) == count, where
            assert len(reads.people_page(where, 0, 10)) == count, where


def test_today_counts_who_is_there(register_of_three: Desk) -> None:
    with register_of_three.store.read() as reads:
        counts = reads.today(date(2002, 11, 11))
    assert counts.by_status == {"registered": 3}
    assert counts.without_birth == 1
    assert counts.children_alone == ()
