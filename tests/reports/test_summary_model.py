"""The model of a summary: names of files, the hash of its list, what it refuses."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from support.summary_samples import model, person

from reports.summary_model import SummaryMovement, summary_file_name


def test_file_name_says_office_day_version_and_language() -> None:
    name = summary_file_name("ALA", date(2020, 11, 12), 1, "ru")
    assert name == "ALA_2020-11-12_ministry-summary_v1_ru.xlsx"


@pytest.mark.parametrize("office", ["../../etc", "A/B\\C", "CON:", "\u202eexe", "", "Ғ"])
def test_file_name_of_a_hostile_office_stays_in_its_folder(office: str) -> None:
    name = summary_file_name(office, date(2020, 11, 12), 2, "en/..")
    assert name.isascii()
    assert not set(name) & set('/\\:*?"<>| ')
    assert name.endswith(".xlsx")
    assert not name.startswith((".", "_", "-"))


def test_names_have_no_blanks_for_missing_parts() -> None:
    someone = person(1, given_names="", patronymic="Умедовна", latin_given_names="")
    assert someone.name == "Раҳмонов Умедовна"
    assert someone.latin_name == "GHANIEV"


def test_hash_does_not_depend_on_the_order_of_people() -> None:
    one = model()
    other = replace(one, people=tuple(reversed(one.people)))
    assert one.list_hash == other.list_hash
    assert len(one.list_hash) == 64


@pytest.mark.parametrize(
    "change",
    [
        {"document_number": "1"},
        {"family_name": "Саидов"},
        {"latin_given_names": "SHODI"},
        {"birth": "1987"},
        {"birth": None},
        {"sex": "X"},
        {"nationality": "UZB"},
    ],
)
def test_hash_changes_with_who_is_on_the_list(change: dict[str, object]) -> None:
    one = model()
    other = replace(one, people=(replace(one.people[0], **change), *one.people[1:]))
    assert one.list_hash != other.list_hash


def test_hash_does_not_change_with_labels_of_the_language() -> None:
    one = model()
    other = replace(one, people=tuple(replace(p, place="Алматы", status="") for p in one.people))
    assert one.list_hash == other.list_hash


def test_values_cannot_pose_as_two_fields() -> None:
    one = model(0, people=(person(1, sex="F\tTJK", nationality=""),))
    other = model(0, people=(person(1, sex="F", nationality="TJK"),))
    assert one.list_hash != other.list_hash


def test_times_without_a_zone_are_refused() -> None:
    naive = datetime(2020, 11, 12, 18, 0)  # noqa: DTZ001 - this is what must be refused
    with pytest.raises(ValueError, match="time zone"):
        model(moment=naive)
    with pytest.raises(ValueError, match="time zone"):
        model(made_at=naive)
    with pytest.raises(ValueError, match="time zone"):
        SummaryMovement(code="A", arrival=naive)


def test_difference_waits_for_the_arrived_to_be_counted() -> None:
    assert SummaryMovement(code="A", travellers=12).difference is None
    assert SummaryMovement(code="A", travellers=12, arrived=11).difference == -1
