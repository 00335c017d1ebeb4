"""The people of the measurements: always the same, never twice, spelled as lists spell."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

from benchmarks.generate import REGIONS, TODAY, people, write_xlsx
from python_calamine import CalamineWorkbook

KEYS = {
    *("family_name", "given_names", "patronymic", "latin_family_name", "latin_given_names"),
    *("sex", "birth", "document_number", "phone", "region", "district", "household", "role"),
}


def test_one_seed_is_one_row_of_people() -> None:
    row = list(people(500, seed=3))
    assert list(people(200, seed=3)) == row[:200]
    assert list(people(500, seed=4)) != row
    assert all(person.keys() == KEYS for person in row)


def test_no_two_people_are_the_same() -> None:
    row = list(people(5_000))
    numbers = Counter(person["document_number"] for person in row if person["document_number"])
    names = Counter((p["family_name"], p["given_names"], p["patronymic"], p["birth"]) for p in row)
    assert max(numbers.values()) == 1
    assert max(names.values()) == 1
    assert len({person["family_name"] for person in row}) > 1_000


def test_people_are_like_those_of_a_list() -> None:
    row = list(people(2_000, seed=2))
    full = [person["family_name"] + person["given_names"] for person in row]
    latin = sum(bool(re.fullmatch(r"[A-Za-zÀ-ÿ']+", name)) for name in full)
    tajik = sum(bool(re.search("[ғӣқӯҳҷ]", name.lower())) for name in full)
    partial = sum(len(person["birth"]) < 10 for person in row)
    assert 0.08 < latin / len(row) < 0.25
    assert 0.2 < tajik / len(row) < 0.7
    assert 0.02 < partial / len(row) < 0.15
    for person in row:
        assert person["sex"] in {"F", "M"}
        assert person["district"] in REGIONS[person["region"]][2]
        assert re.fullmatch(r"[A-Z']*", person["latin_family_name"])
        assert re.fullmatch(r"(\+\d{10,12})?", person["phone"])
        earliest = (person["birth"] + "-01-01")[:10]
        age = (TODAY - date.fromisoformat(earliest)).days / 365.25
        assert -1 < age < 19 if person["role"] == "child" else 17 < age < 64


def test_children_are_named_after_their_father() -> None:
    heads = {p["household"]: p for p in people(3_000) if p["role"] == "head"}
    children = [p for p in people(3_000) if p["role"] == "child" and p["patronymic"]]
    assert len(children) > 300
    for child in children:
        father = heads[child["household"]]
        assert child["patronymic"].startswith(father["given_names"].rstrip("йЙ"))
        assert child["family_name"][:3] == father["family_name"][:3]


def test_list_is_as_untidy_as_one_that_arrives(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    write_xlsx(path, 300, seed=5)
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    body = [row for row in rows if isinstance(row[0], float)]
    assert [row[0] for row in body] == list(range(1, 301))
    for row, person in zip(body, people(300, seed=5), strict=True):
        assert row[1].split()[0] == person["family_name"].split()[0]
        assert row[3] == person["document_number"]
    assert {type(row[2]) for row in body} == {str, date}
    assert rows[0][0] == "СПИСОК"
    assert "300" in rows[-1][1]
