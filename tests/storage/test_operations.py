"""The log of operations keeps its contract on both databases."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select, update
from support.desks import Clock, database_of
from support.people import form, plan, register

from desktop.domain.people import Person
from desktop.errors import Conflict, UserError
from desktop.storage.tables.log import change, operation
from desktop.storage.tables.people import person as person_table
from desktop.usecases.people import correct_person, possible_duplicates, register_person
from desktop.usecases.ports import Desk
from desktop.usecases.undoing import undo
from desktop.usecases.views import PeopleFilter


def detail(desk: Desk, person_id):
    with desk.store.read() as reads:
        return reads.person_detail(person_id)


def test_a_creation_is_one_operation_with_one_change_a_row(desk: Desk) -> None:
    person_id, made = register_person(desk, form())
    assert made.touched["person"] == {person_id}
    with database_of(desk).engine.connect() as connection:
        rows = connection.execute(
            select(change.c.table_name, change.c.field, change.c.old).where(
                change.c.operation_id == made.operation_id
            )
        ).all()
    tables = sorted(row.table_name for row in rows)
    assert tables == [
        "case_status_change",
        "identity_document",
        "person",
        "phone",
        "return_case",
    ]
    assert all(row.field is None and row.old is None for row in rows)


def test_what_was_stored_comes_back_as_it_was(desk: Desk) -> None:
    shown = detail(desk, register(desk))
    assert shown.row.full_name == "Раҳмонов Фирӯз Саидович"
    assert shown.row.birth is not None
    assert shown.row.birth.iso == "1988-03-14"
    assert shown.row.document is not None
    assert shown.row.document.number == "402118843"
    assert shown.row.reg_no == "ALA-20-0001"
    assert shown.row.status == "registered"
    assert shown.version == 1


def test_every_changed_field_is_logged_with_its_old_value(desk: Desk) -> None:
    person_id = register(desk)
    changed = correct_person(desk, person_id, 1, replace(form(), given_names="Фируз"))
    with desk.store.read() as reads:
        history = [row for row in reads.history(person_id, 50) if row.field == "given_names"]
    assert [(row.old, row.new) for row in history] == [("Фирӯз", "Фируз")]
    assert history[0].operation_id == changed.operation_id
    assert detail(desk, person_id).version == 2


def test_undo_gives_the_old_value_back_and_is_itself_an_operation(desk: Desk) -> None:
    person_id = register(desk)
    changed = correct_person(desk, person_id, 1, replace(form(), given_names="Фируз"))
    undone = undo(desk, changed.operation_id)
    assert detail(desk, person_id).row.given_names == "Фирӯз"
    undo(desk, undone.operation_id)
    assert detail(desk, person_id).row.given_names == "Фируз"


def test_undo_of_a_registration_puts_the_person_away_and_keeps_the_record(desk: Desk) -> None:
    _, made = register_person(desk, form())
    undo(desk, made.operation_id)
    with desk.store.read() as reads:
        assert reads.people_count(PeopleFilter()) == 0
        assert reads.search_people("рахмонов", 10) == []
    with database_of(desk).engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(person_table)) == 1


def test_undo_is_refused_twice(desk: Desk) -> None:
    _, made = register_person(desk, form())
    undo(desk, made.operation_id)
    with pytest.raises(Conflict) as caught:
        undo(desk, made.operation_id)
    assert caught.value.code == "undo.already"


def test_undo_is_refused_when_the_value_was_changed_again(desk: Desk) -> None:
    person_id = register(desk)
    first = correct_person(desk, person_id, 1, replace(form(), given_names="Фируз"))
    correct_person(desk, person_id, 2, replace(form(), given_names="Фирузджон"))
    with pytest.raises(Conflict) as caught:
        undo(desk, first.operation_id)
    assert caught.value.code == "undo.changed_since"
    assert detail(desk, person_id).row.given_names == "Фирузджон"


def test_undo_is_refused_when_later_work_stands_on_it(desk: Desk) -> None:
    person_id, made = register_person(desk, form())
    plan(desk, person_id)
    with pytest.raises(Conflict) as caught:
        undo(desk, made.operation_id)
    assert caught.value.code in {"undo.stands_on", "undo.changed_since"}
    with desk.store.read() as reads:
        assert reads.people_count(PeopleFilter()) == 1


def test_undo_of_something_unknown_is_refused(desk: Desk) -> None:
    with pytest.raises(UserError) as caught:
        undo(desk, desk.new_id())
    assert caught.value.code == "undo.unknown"


def test_a_stale_form_is_a_conflict_and_changes_nothing(desk: Desk) -> None:
    person_id = register(desk)
    correct_person(desk, person_id, 1, replace(form(), given_names="Фируз"))
    with pytest.raises(Conflict) as caught:
        correct_person(desk, person_id, 1, replace(form(), given_names="Другой"))
    assert caught.value.code == "record.changed_meanwhile"
    assert detail(desk, person_id).row.given_names == "Фируз"


def test_two_writers_of_one_record_never_both_win(target: str, clock: Clock) -> None:
    from support.desks import open_desk  # noqa: PLC0415

    one, other = open_desk(target, clock), open_desk(target, clock)
    person_id = register(one)
    if target.endswith(".db"):
        correct_person(one, person_id, 1, replace(form(), occupation="cook"))
        with pytest.raises(Conflict):
            correct_person(other, person_id, 1, replace(form(), occupation="driver"))
    else:
        with pytest.raises(Conflict) as caught, one.store.write("correct") as first:
            first.get(Person, person_id).occupation = "cook"
            with other.store.write("correct") as second:
                second.get(Person, person_id).occupation = "driver"
                second.commit()
            first.commit()
        assert caught.value.code == "record.changed_meanwhile"
    database_of(one).close()
    database_of(other).close()


def test_nothing_is_stored_without_commit(desk: Desk) -> None:
    with desk.store.write("register") as work:
        work.next_numbers(desk.store.actor.office_id, "registration", 2020)
    with desk.store.read() as reads:
        assert reads.people_count(PeopleFilter()) == 0
    assert detail(desk, register(desk)).row.reg_no == "ALA-20-0001"


def test_operations_of_a_device_are_numbered_without_gaps(desk: Desk) -> None:
    for _ in range(3):
        register(desk)
    with database_of(desk).engine.connect() as connection:
        numbers = connection.scalars(
            select(operation.c.device_seq).order_by(operation.c.device_seq)
        ).all()
    assert numbers == list(range(1, len(numbers) + 1))


def test_undo_makes_the_old_name_found_and_compared_again(desk: Desk) -> None:
    person_id = register(desk, form(family="Каримов", document="401111111"))
    corrected = replace(form(family="Назаров", document="402222222"))
    changed = correct_person(desk, person_id, 1, corrected)
    undo(desk, changed.operation_id)
    with desk.store.read() as reads:
        found = {word: reads.search_people(word, 5) for word in ("Карим", "Назар", "4011", "4022")}
    assert [word for word, rows in found.items() if rows] == ["Карим", "4011"]
    known = possible_duplicates(desk, form(family="Каримов", document="401111111"))
    assert [one.person.id for one in known] == [person_id]


def test_undo_leaves_out_what_a_later_version_of_the_schema_took_away(desk: Desk) -> None:
    made = register_person(desk, form())[1]
    mine = (change.c.operation_id == made.operation_id) & (change.c.table_name == "person")
    with database_of(desk).engine.begin() as connection:
        row = connection.execute(select(change.c.new).where(mine)).scalar_one()
        connection.execute(update(change).where(mine).values(new={**row, "search_text": " фируз"}))
    undo(desk, made.operation_id)
    with desk.store.read() as reads:
        assert reads.people_count(PeopleFilter()) == 0
