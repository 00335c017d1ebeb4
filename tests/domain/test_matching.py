import csv
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.matching import MatchRecord, Verdict, block_keys, compare
from desktop.domain.names.parts import split_full_name
from desktop.domain.partial_dates import PartialDate
from desktop.messages.matching import SENTENCES

LISTS = Path(__file__).parents[1] / "data" / "names"


def born(text: str) -> PartialDate | None:
    return PartialDate.from_iso(text) if text else None


def person(
    family: str, given: str, father: str = "", birth: str = "", **more: object
) -> MatchRecord:
    record = MatchRecord("1", family, given, father, birth=born(birth))
    return replace(record, **more)  # type: ignore[arg-type]


def codes(verdict: Verdict) -> list[str]:
    return [code.removeprefix("match.") for code, _ in verdict.reasons]


def read(name: str) -> list[dict[str, str]]:
    with (LISTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def border() -> dict[str, MatchRecord]:
    """A list taken at the border: one field a name, Tajik or Russian letters, no sex."""
    found = {}
    for row in read("border_list.csv"):
        parts = split_full_name(row["name"]).parts
        found[row["person"]] = MatchRecord(
            f"border {row['person']}",
            parts.family_name,
            parts.given_names,
            parts.patronymic,
            birth=born(row["born"]),
            documents=tuple(filter(None, [row["document"]])),
            phones=tuple(filter(None, [row["phone"]])),
        )
    return found


@pytest.fixture(scope="module")
def consulate() -> dict[str, MatchRecord]:
    """A register of another office: Russian letters, passport spelling, no patronymics."""
    return {
        row["person"]: MatchRecord(
            f"consulate {row['person']}",
            row["family"],
            row["given"],
            latin_family_name=row["latin_family"],
            latin_given_names=row["latin_given"],
            birth=born(row["born"]),
            sex=row["sex"],
            documents=(row["document"],),
            phones=(row["phone"],),
        )
        for row in read("consulate_list.csv")
    }


def test_finds_everybody_who_is_on_both_lists_and_nobody_else(
    border: dict[str, MatchRecord], consulate: dict[str, MatchRecord]
) -> None:
    keys = {name: block_keys(record) for name, record in consulate.items()}
    levels: dict[str, set[tuple[str, str]]] = {"same": set(), "maybe": set(), "different": set()}
    for (mine, a), (theirs, b) in product(border.items(), consulate.items()):
        if block_keys(a) & keys[theirs]:
            levels[compare(a, b).level].add((mine, theirs))
    known = {(name, name) for name in border.keys() & consulate.keys()}
    assert len(known) == 30
    assert levels["same"] | levels["maybe"] == known
    without_document = {name for name, record in border.items() if not record.documents}
    assert {name for name, _ in levels["maybe"]} == without_document & consulate.keys()


def test_blocks_are_few_and_lose_no_one(
    border: dict[str, MatchRecord], consulate: dict[str, MatchRecord]
) -> None:
    for name in border.keys() & consulate.keys():
        assert block_keys(border[name]) & block_keys(consulate[name])
    pairs = product(border.values(), consulate.values())
    assert sum(bool(block_keys(a) & block_keys(b)) for a, b in pairs) < 60


def test_no_two_people_of_one_list_are_candidates(border: dict[str, MatchRecord]) -> None:
    records = list(border.values())
    for i, a in enumerate(records):
        assert not [b.id for b in records[:i] if compare(a, b).level != "different"]


BASE = person("Раҳмонов", "Ҷамшед", "Саидович", "1990-03-07", documents=("403179174",))

SPELLINGS = [
    *(("Рахмонов", "Джамшед"), ("RAHMONOV", "JAMSHED"), ("RAKHMONOV", "DZHAMSHED")),
    *(("RAKHMONOV", "DJAMSHED"), ("Рахмонов", "Чамшед"), ("RAKHMONOV", "DJAMCHED")),
    *(("Раҳмон", "Ҷамшед"), ("Раҳмонзода", "Ҷамшед"), ("Rachmonow", "Dschamsched")),
    *(("Rahmonow", "Dżamszed"), ("Rahmonov", "Camşed"), ("Raḩmonov", "Çamšed")),
]


@pytest.mark.parametrize(("family", "given_names"), SPELLINGS)
def test_one_name_in_many_spellings(family: str, given_names: str) -> None:
    verdict = compare(BASE, person(family, given_names, birth="1990-03-07"))
    assert verdict.level == "maybe"
    same_paper = person(family, given_names, birth="1990-03-07", documents=("P № 403179174",))
    assert compare(BASE, same_paper).level == ("maybe" if family == "Rachmonow" else "same")
    assert block_keys(BASE) & block_keys(person(family, given_names, birth="1990-03-07"))


@pytest.mark.parametrize(
    ("changes", "level", "reason"),
    [
        ({}, "same", "same_document"),
        ({"documents": ()}, "maybe", "names_same"),
        ({"documents": ("403197174",)}, "maybe", "document_slip"),
        ({"documents": ("408888881",)}, "maybe", "other_document"),
        ({"birth": born("1990-07-03"), "documents": ()}, "maybe", "day_month_exchanged"),
        ({"birth": born("1990-03-01"), "documents": ()}, "maybe", "birth_slip"),
        ({"birth": born("1990"), "documents": ()}, "maybe", "birth_overlaps"),
        ({"birth": born("1990-01-01"), "documents": ()}, "maybe", "birth_overlaps"),
        ({"birth": born("1990-11-21"), "documents": ()}, "different", "birth_year_same"),
        ({"birth": born("1974-11-21"), "documents": ()}, "different", "birth_different"),
        ({"family_name": "Ҷамшед", "given_names": "Раҳмонов"}, "same", "given_swapped"),
        ({"given_names": "Ҷамшед Саидович", "patronymic": ""}, "same", "father_same"),
        ({"given_names": "Ҷамшет", "documents": ()}, "maybe", "given_similar"),
        ({"given_names": "Ҷ.", "documents": ()}, "maybe", "given_similar"),
        ({"given_names": "Ҷамшид", "documents": ()}, "maybe", "given_near"),
        ({"given_names": "Ҷамшид"}, "maybe", "same_document"),
        ({"given_names": "Ҷамшед Алӣ", "documents": ()}, "maybe", "given_near"),
        ({"given_names": "Хуршед"}, "maybe", "given_different"),
        ({"given_names": "Хуршед", "documents": ()}, "different", "given_different"),
        ({"patronymic": "Каримович"}, "maybe", "father_different"),
        ({"sex": "F"}, "maybe", "sex_different"),
        ({"birth": born("1991-03-07")}, "maybe", "birth_slip"),
        ({"birth": None}, "same", "same_document"),
        ({"birth": born("1990-03")}, "same", "birth_overlaps"),
    ],
)
def test_what_changes_the_level(changes: dict[str, object], level: str, reason: str) -> None:
    verdict = compare(BASE, replace(BASE, **changes))  # type: ignore[arg-type]
    assert verdict.level == level
    assert reason in codes(verdict)


def test_twins_are_not_candidates() -> None:
    """Same surname, father, birth date, telephone and neighbouring documents."""
    shared = {"phones": ("+7 703 308 82 86",), "father": "Саидӣ", "birth": "2014-12-21"}
    for one, other in (("Ҳасан", "Ҳусейн"), ("Фотима", "Зуҳро"), ("Салим", "Ҳалим"),
                       ("Азиз", "Азим"), ("Саидмурод", "Саидаҳмад"), ("Шаҳноза", "Шаҳзода"),
                       ("Фирӯз", "Фирӯза")):  # fmt: skip
        a = person("Раҳмон", one, documents=("404196852",), **shared)  # type: ignore[arg-type]
        b = person("Раҳмон", other, documents=("404196853",), **shared)  # type: ignore[arg-type]
        assert compare(a, b).level == "different", (one, other)


def test_a_changed_surname_is_shown_to_an_officer() -> None:
    before = person("Саидова", "Мадина", "Раҳимовна", "1979-06-08", phones=("+7 706 710 73 56",))
    after = person("Абдуллоева", "Мадина", "Раҳимовна", "1979-06-08", phones=("87067107356",))
    verdict = compare(before, after)
    assert verdict.level == "maybe"
    assert ("match.same_phone", {"number": "+7 706 710 73 56"}) in verdict.reasons


def test_common_names_alone_are_not_enough() -> None:
    assert compare(person("Саидов", "Рустам"), person("Саидов", "Рустам")).level == "different"
    assert compare(MatchRecord("1"), MatchRecord("2")).level == "different"
    assert block_keys(MatchRecord("1")) == frozenset()


def test_blocks_of_a_partial_birth_date() -> None:
    months = {"1990-03-07": {"b:19900307j", "b:19900307r"}, "1990": set(), "1985/1995": set()}
    for birth, days in months.items():
        keys = block_keys(person("Раҳмонов", "Ҷамшед", birth=birth))
        assert {key for key in keys if key.startswith("b:")} == days
        assert "n:jmjd-rhmn" in keys
        assert ("y:1990rhmn" in keys) == (birth != "1985/1995")


def test_two_people_who_claim_one_document_are_shown() -> None:
    verdict = compare(BASE, person("Каримова", "Зебо", documents=("403179174",)))
    assert verdict.level == "maybe"
    assert verdict.reasons[0] == ("match.same_document", {"number": "403179174"})


def test_reasons_name_what_was_written() -> None:
    other = person("RAKHMONOV", "DZHAMSHED", birth="1990-07-03", documents=("403179174",))
    assert compare(BASE, other).reasons == (
        ("match.same_document", {"number": "403179174"}),
        ("match.names_other_script", {}),
        ("match.day_month_exchanged", {}),
    )


names = st.sampled_from(
    ["Раҳмонов", "Рахмон", "RAKHMONOV", "Ҷамшед", "Чамшед", "JAMSHED", "Саид Мурод", "Асан уулу",
     "Мадина", "Саидова", "А.", "", "جمشید", "O'g'il-Ali"]
)  # fmt: skip
records = st.builds(
    MatchRecord,
    id=st.just("x"),
    family_name=names,
    given_names=names,
    patronymic=st.sampled_from(["", "Саидович", "Саидӣ", "Karim oʻgʻli"]),
    latin_family_name=names,
    latin_given_names=names,
    birth=st.sampled_from(
        [None, *map(born, ("1990-03-07", "1990-07-03", "1990", "1990-01-01", "1988/1992"))]
    ),
    sex=st.sampled_from([None, "F", "M", "X"]),
    documents=st.sampled_from([(), ("403179174",), ("P403179174", "1"), ("403179175",)]),
    phones=st.sampled_from([(), ("+77033088286",), ("8 703 308 82 86", "12")]),
)


@given(records, records)
def test_comparing_is_symmetric_and_has_sentences(a: MatchRecord, b: MatchRecord) -> None:
    verdict, back = compare(a, b), compare(b, a)
    assert (verdict.level, sorted(codes(verdict))) == (back.level, sorted(codes(back)))
    assert verdict.score == pytest.approx(back.score)
    assert 0.0 <= verdict.score <= 1.0
    for code, params in verdict.reasons:
        assert SENTENCES[code].format(**params)


@given(records)
def test_a_record_shares_all_blocks_with_itself_and_never_differs(record: MatchRecord) -> None:
    verdict = compare(record, replace(record, id="y"))
    assert block_keys(record) == block_keys(replace(record, id="y"))
    if record.documents:
        assert verdict.level in {"same", "maybe"}
    assert not {"given_different", "birth_different", "sex_different"} & set(codes(verdict))
