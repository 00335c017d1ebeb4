"""The sample lists are read as a clerk who knows the truth would read them."""

from datetime import date, time
from typing import Any

import pytest
from intake_truth import LISTS, TODAY, Expected, differences, tajik_areas, truth

from desktop.domain.documents import document_key
from desktop.domain.intake.model import ListDraft
from desktop.domain.intake.recognition import recognise
from desktop.domain.intake.sheet import Sheet
from desktop.domain.intake.words import text_of
from desktop.files.sheets import read_workbook


def draft_of(file_name: str) -> tuple[ListDraft, Sheet]:
    book = read_workbook(LISTS / file_name)
    return recognise(book, today=TODAY, areas=tajik_areas()), book.sheets[0]


def border_rows(name: str, sheet: Sheet) -> list[Expected]:
    people = {**truth("zhibek-zholy-102")["by_id"], **truth(name)["by_id"]}
    expected = []
    for row in truth(name)["rows"]:
        person = people[row["id"]]
        written = text_of(sheet.cell(row["row"] - 1, 1)).split()
        born = person["born"] if row["born_known"] == "day" else person["born"][:4]
        expected.append(
            Expected(
                row=row["row"],
                family=person["family"],
                given=person["given"],
                patronymic=person["patronymic"] if len(written) > 2 else "",
                born=born,
                document=row["document"] or "",
                phone=text_of(sheet.cell(row["row"] - 1, 5)),
                sex=person["sex"],
                group=person["group"],
                has_groups=True,
                region=person["region"],
                district=person["district"],
            )
        )
    return expected


@pytest.mark.parametrize("name", ["zhibek-zholy-102", "zhibek-zholy-102-v2"])
def test_border_list_is_read_in_full(name: str) -> None:
    draft, sheet = draft_of(f"{name}.xlsx")
    expected = border_rows(name, sheet)
    assert not differences(draft, expected)
    assert len(draft.people) == len(expected)


def test_bus_leader_list_is_read_in_full() -> None:
    draft, _ = draft_of("bus-leader.xls")
    people = truth("bus-leader")["by_id"]
    expected = [
        Expected(
            row=row["row"],
            family=person["family"],
            given=person["given"],
            patronymic="",
            born=person["born"],
            document=person["passport"],
            phone=person["phone"],
            sex=person["sex"],
        )
        for row in truth("bus-leader")["rows"]
        for person in [people[row["id"]]]
    ]
    assert not differences(draft, expected)
    assert [p.section for p in draft.people[:1]] == ["1-avtobus"]
    assert [p.section for p in draft.people[-1:]] == ["2-avtobus"]
    assert not draft.groups


def test_consulate_table_is_read_in_full() -> None:
    draft, sheet = draft_of("almaty-consulate.csv")
    people = truth("almaty-consulate")["by_id"]
    expected = [
        Expected(
            row=row["row"],
            family=person["family"],
            given=person["given"],
            patronymic="",
            born=person["born"],
            document=person["passport"],
            phone=person["phone"],
            sex=person["sex"],
        )
        for row in truth("almaty-consulate")["rows"]
        for person in [people[row["id"]]]
    ]
    assert not differences(draft, expected)
    for person in draft.people:
        assert person.nationality == "TJK"
        assert not person.sex_inferred
        assert person.latin_family_name == sheet.cell(person.row - 1, 1)
        assert person.latin_given_names == sheet.cell(person.row - 1, 2)
        assert person.registration.startswith("ALM-")
        assert person.documents[0].expires is not None


def test_laboratory_table_gives_tests() -> None:
    draft, _ = draft_of("laboratory-results.xlsx")
    people = truth("zhibek-zholy-102")["by_id"]
    rows: list[dict[str, Any]] = truth("laboratory-results")["rows"]
    by_row = {person.row: person for person in draft.people}
    assert set(by_row) == {row["row"] for row in rows}
    for row in rows:
        person, known = by_row[row["row"]], people[row["id"]]
        assert person.test is not None
        assert person.test.result == "negative"
        assert person.test.number.startswith("L-70")
        sampled = f"{person.test.sampled_on}T{person.test.sampled_time}"
        assert sampled == row["sampled_local"]
        assert document_key(person.documents[0].number) == document_key(known["passport"])
        assert person.birth is not None
        assert person.birth.iso == known["born"]
        assert person.latin_family_name
        assert person.family_name


def test_every_row_is_a_person_or_set_aside() -> None:
    for path in sorted(LISTS.glob("*.*")):
        if path.suffix == ".json":
            continue
        book = read_workbook(path)
        draft = recognise(book, today=TODAY)
        rows = [person.row for person in draft.people] + [s.row for s in draft.skipped]
        assert sorted(rows) == list(range(1, len(book.sheets[0].rows) + 1)), path.name


def test_notes_become_needs_without_their_cause() -> None:
    draft, _ = draft_of("zhibek-zholy-102.xlsx")
    by_row = {person.row: person for person in draft.people}
    assert by_row[54].needs == ("wheelchair_place",)
    assert by_row[56].needs == ("front_seat",)
    assert by_row[51].unaccompanied
    assert all(by_row[row].is_note_restricted for row in (51, 54, 56))
    assert draft.header_rows == (4, 4)
    assert draft.problem_counts()["intake.total_differs"] == 0


def test_sums_add_up() -> None:
    draft, _ = draft_of("zhibek-zholy-102.xlsx")
    assert sum(draft.rows_by_severity().values()) == len(draft.people) == 102


def test_test_day_without_time_stays_without() -> None:
    sheet = Sheet(
        "x",
        (
            ("Passenger name", "Passport", "Date of sample", "Result"),
            ("NAZAROV SAIDMUROD", "403179174", "08.11.2020", "negative"),
            ("NAZAROVA GULNORA", "403354346", "08.11.2020 14:30", "POSITIVE"),
        ),
    )
    first, second = recognise(sheet, today=TODAY).people
    assert first.test is not None
    assert (first.test.sampled_on, first.test.sampled_time) == (date(2020, 11, 8), None)
    assert second.test is not None
    assert (second.test.sampled_time, second.test.result) == (time(14, 30), "positive")
