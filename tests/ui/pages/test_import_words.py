"""What the import says of a list: problems by kind, sums that add up, where a list comes from."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from desktop.domain.intake.fields import Field
from desktop.domain.intake.model import (
    ListDraft,
    Overrides,
    Problem,
    Remedy,
    Severity,
    SkippedRow,
)
from desktop.ui.pages.importing.field_words import FIELD_WORDS, field_word
from desktop.ui.pages.importing.findings import Findings, find
from desktop.ui.pages.importing.places import guess_place
from desktop.ui.pages.importing.problem_groups import (
    aside_group,
    heading_of,
    problem_groups,
    problem_sentence,
    remedy_words,
)
from desktop.ui.pages.importing.sheet_shown import Trust
from desktop.ui.pages.importing.wording import batch_words, value_sums
from desktop.usecases.ports import Desk, ReadList
from desktop.usecases.views import BatchRow, PlaceRow
from reports.texts import Texts

LISTS = Path(__file__).parents[2] / "data" / "lists"
FILES = sorted(path.name for path in LISTS.iterdir() if path.suffix != ".json")
TEXTS = Texts()


def draft(*problems: Problem, skipped: tuple[SkippedRow, ...] = ()) -> ListDraft:
    return ListDraft(
        sheet="1", sheets=(), header_rows=(1, 1), columns=(), people=(), groups=(),
        skipped=skipped, problems=problems,
    )  # fmt: skip


def number_of(words: str) -> int:
    return int(words.split(maxsplit=1)[0])


def test_the_decisions_know_no_widgets() -> None:
    """Presenter, words and jobs run without Qt; only the steps need it."""
    check = (
        "import sys, desktop.ui.pages.importing.presenter, desktop.ui.pages.importing.wording;"
        "sys.exit(any(name.startswith('PySide') for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", check], check=True)


def test_every_meaning_has_words_of_its_own() -> None:
    assert set(FIELD_WORDS) == set(Field)
    assert len({field_word(TEXTS, field) for field in Field}) == len(Field)


def test_problems_stand_together_by_kind_the_gravest_first() -> None:
    groups = problem_groups(
        TEXTS,
        draft(
            Problem(code="intake.birth_year_only", severity=Severity.UNKNOWN, row=5, column=1,
                    params={"text": "1981"}, remedies=(Remedy.ACCEPT,)),
            Problem(code="intake.area_spelling", severity=Severity.DOUBT, row=6, column=2,
                    params={"text": "хатл", "area": "Хатлон"}, remedies=(Remedy.SUGGESTION,)),
            Problem(code="intake.area_spelling", severity=Severity.DOUBT, row=9, column=2,
                    params={"text": "хтл", "area": "Хатлон"},
                    remedies=(Remedy.SUGGESTION, Remedy.ACCEPT)),
            Problem(code="intake.row_no_name", severity=Severity.WRONG, row=7),
            Problem(code="intake.no_people", severity=Severity.WRONG),
        ),
    )  # fmt: skip
    assert [group.code for group in groups] == [
        "intake.no_people", "intake.row_no_name", "intake.area_spelling", "intake.birth_year_only",
    ]  # fmt: skip
    areas = groups[2]
    assert areas.heading == "Other spellings of a region or district"
    assert areas.sentence == "Row 6: “хатл” is taken for Хатлон."
    assert areas.rows == {6, 9}
    assert areas.remedies == (Remedy.SUGGESTION, Remedy.ACCEPT)
    assert groups[0].is_of_the_sheet
    assert groups[0].rows == frozenset()
    assert remedy_words(TEXTS, Remedy.DAY_FIRST) == "All are day.month.year"
    assert heading_of(TEXTS, "intake.unheard_of") == "intake.unheard_of"


def test_dates_that_were_read_are_written_with_their_month() -> None:
    said = problem_sentence(
        TEXTS,
        Problem(code="intake.date_order", severity=Severity.DOUBT, row=5, column=2,
                params={"text": "05/06/24", "reading": "2024-06-05"}),
    )  # fmt: skip
    assert said == "05/06/24: day first or month first? Read as 5 Jun 2024."


def test_rows_that_are_not_people_are_counted_by_reason() -> None:
    rows = tuple(
        SkippedRow(row=row, reason=reason)
        for row, reason in [
            (1, "intake.row_title"), (2, "intake.row_title"), (3, "intake.row_blank"),
            (4, "intake.row_heading"), (108, "intake.row_total"),
        ]
    )  # fmt: skip
    aside = aside_group(TEXTS, draft(skipped=rows))
    assert aside.sentence == "Title: 1–2 · Heading: 4 · Total: 108"
    assert [row.row for row in aside.rows] == [1, 2, 4, 108]


@pytest.mark.parametrize("name", FILES)
def test_sums_add_up_for_every_sample(local_desk: Desk, name: str) -> None:
    read = local_desk.workshop.read_list(LISTS / name)
    findings = find(TEXTS, read)
    total, parts = value_sums(TEXTS, findings)
    assert number_of(total) == sum(number_of(part.words) for part in parts)
    assert number_of(total) == len(read.draft.people)
    for severity, rows in findings.rows.items():
        assert len(rows) == read.draft.rows_by_severity()[severity]
    in_groups = sum(len(group.problems) for group in findings.groups)
    assert in_groups == len(read.draft.problems)
    assert set(findings.cells) == set(findings.sheet.marks)


def test_the_sheet_keeps_its_own_numbers_and_headings(local_desk: Desk) -> None:
    read = local_desk.workshop.read_list(LISTS / "zhibek-zholy-102.xlsx")
    sheet = find(TEXTS, read).sheet
    assert sheet.columns[1].header == "Ф.И.О."
    assert sheet.columns[1].word == "Full name"
    assert sheet.columns[1].trust is Trust.SURE
    assert sheet.body[0] == 5
    assert sheet.body[-1] == 109
    assert sheet.text(5, 1) == "Назаров Саидмурод Ёдгорӣ"
    assert sheet.aside[108] == "Total"
    assert not sheet.is_under_heading(4)
    assert sheet.marks[17, 2].sentence == "Only the year of birth is known: 1974."


def test_a_problem_of_a_row_is_shown_at_the_name(local_desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "nameless.csv"
    file.write_text(
        "Паспорт;Фамилия;Имя;Дата рождения\n"
        "401991187;Назаров;Илҳом;29.07.1996\n"
        "401991188;;;01.02.1990\n",
        encoding="utf-8",
    )
    findings = find(TEXTS, local_desk.workshop.read_list(file))
    assert (3, 1) in findings.cells
    assert findings.sheet.marks[3, 1].severity is Severity.WRONG


def test_the_place_in_the_title_is_found_in_any_language(local_desk: Desk) -> None:
    with local_desk.store.read() as reads:
        places = reads.places()
    codes: dict[UUID | None, str] = {place.id: place.code for place in places}
    codes[None] = ""

    def guessed(title: str) -> str:
        return codes[guess_place(title, places)]

    assert guessed("находящихся у пункта пропуска «Жибек жолы»") == "cp-zhibek-zholy"
    assert guessed("Рӯйхати шаҳрвандон, Жибек Жолӣ") == "cp-zhibek-zholy"
    assert guessed("Список граждан, находящихся в Шымкенте") == "kz-shymkent"
    assert guessed("People waiting in Almaty") == "kz-almaty"
    assert guessed("Список семей, 12 ноября 2020") == ""
    assert guessed("") == ""


def test_the_longest_name_in_a_title_wins() -> None:
    def place(kind: str, name: str) -> PlaceRow:
        return PlaceRow(uuid4(), name, kind, {"en": name}, "KAZ", "Asia/Almaty", None, None)

    town, border = place("city", "Zhibek"), place("crossing_point", "Zhibek Zholy / Gisht")
    assert guess_place("at Zhibek Zholy", [town, border]) == border.id


def test_an_earlier_import_is_told_in_one_line() -> None:
    batch = BatchRow(uuid4(), "a.xlsx", datetime(2020, 11, 11, tzinfo=UTC), 20, 12, 7, 2, 1, False)
    assert batch_words(TEXTS, batch) == "10 created · 2 to review · 7 joined · 1 not stored"


def test_what_was_written_is_shown_only_on_its_own_sheet(local_desk: Desk) -> None:
    read: ReadList = local_desk.workshop.read_list(LISTS / "bus-leader.xls")
    findings: Findings = find(TEXTS, read)
    typed = Overrides(sheet=read.draft.sheet, cells={(5, 1): "Каримов"})
    assert findings.with_texts(typed, read.draft.sheet).sheet.text(5, 1) == "Каримов"
    other = Overrides(sheet="other", cells={(5, 1): "Каримов"})
    assert findings.with_texts(other, read.draft.sheet).sheet.text(5, 1) == "Rustamov"
