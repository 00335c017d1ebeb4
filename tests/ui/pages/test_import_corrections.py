"""What an officer decided about a list: kept by sheet, taken back, mended, and found again."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.intake.fields import Field
from desktop.domain.intake.model import Overrides, Problem, Remedy, Severity
from desktop.files.drawer import Drawer
from desktop.ui.pages.importing.corrections import Corrections
from desktop.ui.pages.importing.drafts import KEPT, CorrectionFiles
from desktop.ui.pages.importing.mending import (
    mended,
    mended_words,
    with_cells,
    with_field,
    with_row_left_out,
)
from reports.texts import Texts

NOW = datetime(2020, 11, 11, 10, 30, tzinfo=UTC)
HASH = "ab" * 32

numbers = st.integers(0, 300)
overrides = st.builds(
    Overrides,
    sheet=st.sampled_from(["Лист1", "2", "a/b"]),
    header_rows=st.none() | st.tuples(numbers, numbers),
    fields=st.dictionaries(numbers, st.sampled_from(Field), max_size=4),
    day_first=st.dictionaries(numbers, st.booleans(), max_size=3),
    cells=st.dictionaries(st.tuples(numbers, numbers), st.text(max_size=8), max_size=4),
    accepted=st.frozensets(
        st.tuples(numbers, st.none() | numbers, st.sampled_from(["intake.a", "intake.b"])),
        max_size=4,
    ),
    left_out=st.frozensets(numbers, max_size=4),
)


def problem(code: str = "intake.x", row: int = 5, column: int | None = 2, **more) -> Problem:
    return Problem(code=code, severity=Severity.DOUBT, row=row, column=column, **more)


def test_a_decision_is_taken_back_to_what_was_before() -> None:
    corrections = Corrections(Overrides(sheet="1"))
    corrections.decide(with_cells(corrections.present, {(5, 2): "a"}), "first")
    corrections.decide(with_cells(corrections.present, {(6, 2): "b"}), "second")
    assert corrections.last == "second"
    assert corrections.undo() == "second"
    assert corrections.present.cells == {(5, 2): "a"}
    assert corrections.undo() == "first"
    assert corrections.is_empty
    assert corrections.undo() == ""


def test_each_sheet_keeps_what_was_decided_about_it() -> None:
    corrections = Corrections(Overrides(sheet="1"))
    corrections.decide(with_cells(corrections.present, {(5, 2): "a"}), "cell")
    corrections.choose_sheet("2", "sheet 2")
    assert corrections.present == Overrides(sheet="2")
    assert not corrections.is_empty
    corrections.choose_sheet("1", "sheet 1")
    assert corrections.present.cells == {(5, 2): "a"}
    assert [one.sheet for one in corrections.sheets] == ["1"]


def test_what_cannot_be_read_is_given_up_and_what_was_typed_stays() -> None:
    readable = Overrides(sheet="1")
    corrections = Corrections(readable)
    corrections.decide(with_field(readable, 0, Field.SKIP), "meaning")
    corrections.decide(with_cells(corrections.present, {(5, 2): "a"}), "cell")
    corrections.fall_back(readable)
    assert corrections.present == Overrides(sheet="1", cells={(5, 2): "a"})


def test_a_sheet_that_cannot_be_read_leads_back_to_the_one_before() -> None:
    readable = Overrides(sheet="1", cells={(5, 2): "a"})
    corrections = Corrections(readable)
    corrections.choose_sheet("empty", "sheet")
    corrections.fall_back(readable)
    assert corrections.present == readable
    assert corrections.last == ""
    assert [one.sheet for one in corrections.sheets] == ["1"]


def test_remedies_do_what_they_say() -> None:
    both = [problem(remedies=(Remedy.SUGGESTION, Remedy.ALTERNATIVE, Remedy.ACCEPT),
                    suggestion="1", alternative="2"),
            problem(row=6, column=None, remedies=(Remedy.ACCEPT,))]  # fmt: skip
    start = Overrides(cells={(9, 9): "kept"})
    assert mended(start, both, Remedy.SUGGESTION).cells == {(9, 9): "kept", (5, 2): "1"}
    assert mended(start, both, Remedy.ALTERNATIVE).cells == {(9, 9): "kept", (5, 2): "2"}
    accepted = mended(start, both, Remedy.ACCEPT).accepted
    assert accepted == {(5, 2, "intake.x"), (6, None, "intake.x")}
    dates = [problem(remedies=(Remedy.DAY_FIRST, Remedy.MONTH_FIRST))]
    assert mended(start, dates, Remedy.DAY_FIRST).day_first == {2: True}
    assert mended(start, dates, Remedy.MONTH_FIRST).day_first == {2: False}
    with pytest.raises(ValueError, match="edit"):
        mended(start, both, Remedy.EDIT)


def test_a_remedy_says_how_many_it_mended_and_where() -> None:
    texts = Texts()
    two = [problem(row=row, remedies=(Remedy.SUGGESTION, Remedy.ACCEPT)) for row in (5, 6)]
    headers = {2: "Солу таваллуд"}
    said = mended_words(texts, two, Remedy.SUGGESTION, headers)
    assert said == "2 values mended in column “Солу таваллуд”"
    assert mended_words(texts, two[:1], Remedy.ACCEPT, headers) == "1 value kept as it is"
    dates = [problem(remedies=(Remedy.DAY_FIRST, Remedy.MONTH_FIRST))]
    assert mended_words(texts, dates, Remedy.DAY_FIRST, headers).endswith("are read day first")
    assert mended_words(texts, dates, Remedy.MONTH_FIRST, headers).endswith("are read month first")
    apart = [*two, problem(column=3, remedies=(Remedy.SUGGESTION,))]
    assert mended_words(texts, apart, Remedy.SUGGESTION, {}) == "3 values mended"


def test_a_meaning_that_one_column_has_is_taken_from_the_other() -> None:
    first = with_field(Overrides(), 1, Field.BIRTH_DATE)
    second = with_field(first, 4, Field.BIRTH_DATE)
    assert second.fields == {4: Field.BIRTH_DATE}
    phones = with_field(with_field(second, 5, Field.PHONE), 6, Field.PHONE)
    assert phones.fields == {4: Field.BIRTH_DATE, 5: Field.PHONE, 6: Field.PHONE}


def test_a_row_is_left_out_and_taken_in() -> None:
    out = with_row_left_out(Overrides(), 7, out=True)
    assert out.left_out == {7}
    assert with_row_left_out(out, 7, out=False) == Overrides()


@given(st.lists(overrides, min_size=1, max_size=3))
def test_corrections_are_found_again_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, sheets: list[Overrides]
) -> None:
    files = CorrectionFiles(Drawer(tmp_path_factory.mktemp("drafts")))
    assert files.keep(HASH, sheets)
    assert files.load(HASH, datetime.now(UTC)) == tuple(sheets)
    assert files.load("cd" * 32, datetime.now(UTC)) == ()


def test_a_damaged_draft_counts_as_none(tmp_path: Path) -> None:
    files = CorrectionFiles(Drawer(tmp_path))
    files.keep(HASH, [Overrides(sheet="1")])
    (path,) = tmp_path.iterdir()
    for damage in (b"", b"{}", b"[1]", b'{"sheets": [{"sheet": 1}]}', b"\xff"):
        path.write_bytes(damage)
        assert files.load(HASH, NOW) == ()


def test_old_drafts_are_put_away_and_dropped_ones_are_gone(tmp_path: Path) -> None:
    files = CorrectionFiles(Drawer(tmp_path))
    files.keep(HASH, [Overrides(sheet="1")])
    files.keep("cd" * 32, [Overrides(sheet="1")])
    old = (NOW - KEPT - timedelta(days=1)).timestamp()
    for path in tmp_path.iterdir():
        os.utime(path, (old, old))
    files.keep(HASH, [Overrides(sheet="2")])
    (fresh,) = (path for path in tmp_path.iterdir() if path.stat().st_mtime != old)
    os.utime(fresh, (NOW.timestamp(), NOW.timestamp()))
    assert files.load(HASH, NOW) == (Overrides(sheet="2"),)
    assert len(list(tmp_path.iterdir())) == 1
    files.drop(HASH)
    files.drop(HASH)
    assert files.load(HASH, NOW) == ()


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    assert not CorrectionFiles(Drawer(blocked / "drafts")).keep(HASH, [Overrides()])
