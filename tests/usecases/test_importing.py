"""A list is taken in whole: every row accounted for, joined where sure, undone as one."""

import json
from pathlib import Path

import pytest
from support.desks import Clock

from desktop.domain.names.folding import fold
from desktop.domain.values import ImportOutcome
from desktop.errors import Conflict, UserError
from desktop.usecases.importing import ImportResult, import_list, undo_import
from desktop.usecases.people import correct_person
from desktop.usecases.person_forms import DocumentForm, PersonForm
from desktop.usecases.ports import Desk
from desktop.usecases.views import PeopleFilter

LISTS = Path(__file__).parent.parent / "data" / "lists"


def take(desk: Desk, name: str = "zhibek-zholy-102.xlsx", *, dry_run: bool = False) -> ImportResult:
    return import_list(desk, desk.workshop.read_list(LISTS / name), dry_run=dry_run)


def people(desk: Desk) -> int:
    with desk.store.read() as reads:
        return reads.people_count(PeopleFilter())


def test_every_row_is_accounted_for(desk: Desk) -> None:
    result = take(desk)
    assert result.rows_read == result.created + result.matched + result.rejected == 102
    assert people(desk) == 102


def test_families_are_those_of_the_list(desk: Desk) -> None:
    result = take(desk)
    truth = json.loads((LISTS / "zhibek-zholy-102.truth.json").read_text(encoding="utf-8"))
    group_of = {person["id"]: person["group"] for person in truth["people"]}
    wanted: dict[object, set[int]] = {}
    for row in truth["rows"]:
        if group_of[row["id"]] is not None:
            wanted.setdefault(group_of[row["id"]], set()).add(row["row"])
    got: dict[str, set[int]] = {}
    for outcome in result.rows:
        if outcome.group:
            got.setdefault(outcome.group, set()).add(outcome.row)
    assert sorted(map(sorted, got.values())) == sorted(map(sorted, wanted.values()))


def test_what_the_row_said_is_kept_and_a_need_is_stored_without_its_cause(desk: Desk) -> None:
    take(desk)
    with desk.store.read() as reads:
        (found,) = reads.search_people("Рустамова Гулҷаҳон", 5)
        detail = reads.person_detail(found.id)
    assert "front_seat" in detail.row.needs
    assert detail.notes == ""
    assert "беременная, 7 мес." in detail.said[0].cells


def test_a_rehearsal_stores_nothing(desk: Desk) -> None:
    result = take(desk, dry_run=True)
    assert result.batch_id is None
    assert result.created == 102
    assert all(row.person_id is None for row in result.rows)
    assert people(desk) == 0


def test_the_same_list_again_joins_and_creates_nobody_who_is_sure(desk: Desk) -> None:
    take(desk)
    again = take(desk)
    assert again.known_file
    lost = sum(
        1 for row in again.rows if row.form and not any(p.number for p in row.form.documents)
    )
    assert again.matched == 102 - lost
    assert again.review == again.created == lost
    assert all(row.candidates for row in again.rows if row.outcome is ImportOutcome.REVIEW)


def test_another_spelling_joins_the_same_people(desk: Desk) -> None:
    take(desk)
    second = take(desk, "almaty-consulate.csv")
    truth = json.loads((LISTS / "almaty-consulate.truth.json").read_text(encoding="utf-8"))
    known = set(truth["known"])
    by_row = {row["row"]: row["id"] for row in truth["rows"]}
    for row in second.rows:
        if row.outcome is ImportOutcome.MATCHED:
            assert by_row[row.row] in known
    assert second.matched + second.review == len(known)
    with desk.store.read() as reads:
        (found,) = reads.search_people("403531396", 5)
        detail = reads.person_detail(found.id)
    assert fold(detail.row.latin_family_name) == "rustamov"
    assert detail.latin_from_document
    assert detail.row.patronymic == "Муҳаммадович"


def test_an_import_is_undone_as_one(desk: Desk) -> None:
    result = take(desk)
    assert result.batch_id is not None
    undo_import(desk, result.batch_id)
    assert people(desk) == 0
    with desk.store.read() as reads:
        assert reads.import_batches(5)[0].undone
        assert reads.search_people("Назаров", 5) == []
    assert take(desk).created == 102


def test_an_import_with_joined_people_is_undone_to_what_was_there(desk: Desk) -> None:
    take(desk)
    with desk.store.read() as reads:
        (found,) = reads.search_people("403531396", 5)
        before = reads.person_detail(found.id)
    second = take(desk, "almaty-consulate.csv")
    assert second.batch_id is not None
    undo_import(desk, second.batch_id)
    with desk.store.read() as reads:
        after = reads.person_detail(found.id)
    assert after.row == before.row
    assert people(desk) == 102


def test_undo_is_refused_once_somebody_was_corrected(desk: Desk) -> None:
    result = take(desk)
    person_id = result.rows[0].person_id
    assert person_id is not None
    correct_person(
        desk,
        person_id,
        1,
        PersonForm("Назаров", "Саидмурод", documents=(DocumentForm("passport", "403179174"),)),
    )
    assert result.batch_id is not None
    with pytest.raises(Conflict):
        undo_import(desk, result.batch_id)
    assert people(desk) == 102


def test_an_unknown_import_cannot_be_undone(desk: Desk) -> None:
    with pytest.raises(UserError) as caught:
        undo_import(desk, desk.new_id())
    assert caught.value.code == "import.unknown"


def test_the_second_of_two_equal_rows_joins_the_first(local_desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "twice.csv"
    file.write_text(
        "Фамилия;Имя;Дата рождения;Паспорт\n"
        "Назаров;Илҳом;29.07.1996;401991187\n"
        "Назаров;Илхом;29.07.1996;401991187\n"
        ";;01.02.1990;401991188\n",
        encoding="utf-8",
    )
    result = import_list(local_desk, local_desk.workshop.read_list(file))
    assert [row.outcome.value for row in result.rows] == ["created", "matched", "rejected"]
    assert result.rows[1].person_id == result.rows[0].person_id
    assert result.rows[2].row == 4


def test_a_list_without_people_is_refused_in_words(local_desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "none.csv"
    file.write_text("Фамилия;Имя;Дата рождения\n", encoding="utf-8")
    with pytest.raises(UserError):
        import_list(local_desk, local_desk.workshop.read_list(file))
    assert people(local_desk) == 0


def test_batches_are_found_by_the_beginning_of_their_number(local_desk: Desk, clock: Clock) -> None:
    result = take(local_desk)
    clock.forward(days=1)
    with local_desk.store.read() as reads:
        assert reads.batch_named(str(result.batch_id)) == result.batch_id
        assert reads.batch_named("") is None
