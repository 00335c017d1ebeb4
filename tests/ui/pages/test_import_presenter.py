"""The list from its file into the register, over the real recogniser, without a screen."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import Workbook

from desktop.domain.intake.fields import Field
from desktop.domain.intake.model import Remedy
from desktop.errors import AppError, Unavailable, UserError
from desktop.files.drawer import Drawer
from desktop.ui.pages.importing.drafts import CorrectionFiles
from desktop.ui.pages.importing.presenter import Busy, ImportPresenter, Step
from desktop.ui.pages.importing.wording import (
    go_on_words,
    head,
    rehearsal_sums,
    result_sums,
    step_words,
)
from desktop.ui.pages.importing.work import ImportWork, problem_lines
from desktop.ui.pages.importing.worklist import ReadOrder
from desktop.usecases.ports import Desk
from desktop.usecases.reference_book import read_reference_book
from desktop.usecases.views import PeopleFilter
from reports.texts import Texts

LISTS = Path(__file__).parents[2] / "data" / "lists"
ZHIBEK = LISTS / "zhibek-zholy-102.xlsx"
SECOND = LISTS / "zhibek-zholy-102-v2.xlsx"
ALMATY = LISTS / "almaty-consulate.csv"

MESSY = (
    "№;Ному насаб;Солу таваллуд;Паспорт №;Вилоят;Тел\n"
    "1;Раҳмонов Фирӯз Саидович;04/03/1988;402118843;Хатлон;87015550142\n"
    "2;Раҳмонова Зулайхо;02/11/1992;402118844;Хатлон;\n"
    "3;Шарифов Баҳром;1981;40077З105;хатлонск.;87055551804\n"
    "4;Мирзоев Умед;08/07/1995;401002286;Суғд;87775550908\n"
    "5;;05/05/1990;401993649;Хатлон;87015557711\n"
)


class Bench:
    """A presenter whose jobs are run at once."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        with desk.store.read() as reads:
            book = read_reference_book(reads, "en")
        self.desk = desk
        self.work = ImportWork(desk, Texts(), CorrectionFiles(Drawer(folder / "drafts")))
        self.presenter = ImportPresenter(self.work, book)
        self.list = self.presenter.list

    def read(self, order: ReadOrder | None) -> None:
        """Do what an order asks and hand the outcome over."""
        assert order is not None
        assert self.presenter.list.is_reading
        try:
            reading = self.work.read(order, lambda *_: None, lambda: False)
        except AppError as error:
            self.presenter.list.fail(order, error)
        else:
            self.presenter.take_reading(order, reading)

    def open(self, path: Path) -> None:
        self.read(self.presenter.take_file(path))

    def keep(self) -> None:
        """Keep the draft, as the page does after every decision."""
        read, corrections = self.list.read, self.list.corrections
        assert read is not None
        sheets = () if corrections.is_empty else corrections.sheets
        assert self.work.keep(read.file_hash, sheets)

    def rehearse(self) -> None:
        assert self.list.read is not None
        self.presenter.go_to(Step.DUPLICATES)
        assert self.presenter.wants_rehearsal
        found = self.work.rehearse(self.list.read, self.presenter.place_id)
        self.presenter.take_rehearsal(self.list.read, found)

    def store(self) -> UUID:
        assert self.list.read is not None
        result = self.work.store(self.list.read, self.presenter.place_id)
        self.presenter.take_result(result)
        assert result.batch_id is not None
        return result.batch_id

    def people(self) -> int:
        with self.desk.store.read() as reads:
            return reads.people_count(PeopleFilter())


@pytest.fixture
def bench(local_desk: Desk, tmp_path: Path) -> Bench:
    return Bench(local_desk, tmp_path)


@pytest.fixture
def messy(bench: Bench, tmp_path: Path) -> Bench:
    """A list with something of every kind."""
    file = tmp_path / "messy.csv"
    file.write_text(MESSY, encoding="utf-8")
    bench.open(file)
    return bench


def codes(bench: Bench) -> set[str]:
    return {group.code for group in bench.list.findings.groups}


def problems_of(bench: Bench, code: str):
    return next(group.problems for group in bench.list.findings.groups if group.code == code)


def test_a_list_goes_from_its_file_into_the_register_and_back(bench: Bench) -> None:
    presenter = bench.presenter
    assert head(presenter).title == "Import"
    assert not presenter.may_go_on
    bench.open(ZHIBEK)
    assert presenter.step is Step.COLUMNS
    assert head(presenter).answer == "Sheet “Лист1”, heading in row 4, 102 people."
    assert presenter.book.place(presenter.place_id) == "Zhibek Zholy / Gisht Kuprik"
    assert [note for _, note in step_words(presenter)][:3] == [
        "102 rows", "8 of 8 recognised", "12 problems",
    ]  # fmt: skip
    presenter.go_to(Step.VALUES)
    assert presenter.may_go_on
    bench.rehearse()
    assert go_on_words(presenter) == "Import 102 people"
    assert head(presenter).answer == "Nobody on this list is in the register yet."
    batch_id = bench.store()
    assert presenter.step is Step.RESULT
    assert bench.people() == 102
    with bench.desk.store.read() as reads:
        (row,) = reads.people_page(PeopleFilter(batch_id=batch_id), 0, 1)
    assert row.place_id == presenter.place_id
    bench.work.undo(batch_id)
    presenter.take_batches(bench.work.batches())
    assert presenter.was_undone
    assert not presenter.may_go_on
    assert head(presenter).answer == "The import was undone."
    assert bench.people() == 0


def test_a_file_that_is_no_list_is_told_and_another_can_be_taken(
    bench: Bench, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 not a workbook")
    bench.open(bad)
    assert bench.presenter.step is Step.FILE
    assert isinstance(bench.list.failure, AppError)
    assert not bench.list.is_reading
    bench.open(tmp_path / "gone.xlsx")
    assert bench.list.failure is not None
    assert bench.list.failure.code == "intake.missing_file"
    bench.open(ZHIBEK)
    assert bench.list.failure is None
    assert bench.presenter.step is Step.COLUMNS


def test_a_remedy_mends_all_of_a_kind_and_is_taken_back(messy: Bench) -> None:
    assert "intake.date_order" in codes(messy)
    shown = messy.list.findings
    order = messy.list.mend(problems_of(messy, "intake.date_order"), Remedy.DAY_FIRST)
    assert messy.list.findings.groups is shown.groups
    assert not messy.list.is_current
    assert not messy.presenter.may_go_on
    messy.read(order)
    assert "intake.date_order" not in codes(messy)
    assert messy.list.corrections.last == "Dates in “Солу таваллуд” are read day first"
    assert messy.list.read is not None
    assert messy.list.read.draft.people[0].birth is not None
    assert messy.list.read.draft.people[0].birth.iso == "1988-03-04"
    undone = messy.list.undo()
    assert undone is not None
    assert undone[0] == "Dates in “Солу таваллуд” are read day first"
    messy.read(undone[1])
    assert "intake.date_order" in codes(messy)
    assert messy.list.undo() is None


def test_the_other_order_reads_the_month_first(messy: Bench) -> None:
    messy.read(messy.list.mend(problems_of(messy, "intake.date_order"), Remedy.MONTH_FIRST))
    assert messy.list.read is not None
    assert messy.list.read.draft.people[0].birth is not None
    assert messy.list.read.draft.people[0].birth.iso == "1988-04-03"


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        ("intake.document_look_alike", Remedy.SUGGESTION),
        ("intake.area_spelling", Remedy.SUGGESTION),
        ("intake.birth_year_only", Remedy.ACCEPT),
    ],
)
def test_every_remedy_settles_its_problem(messy: Bench, code: str, remedy: Remedy) -> None:
    assert code in codes(messy)
    messy.read(messy.list.mend(problems_of(messy, code), remedy))
    assert code not in codes(messy)


def test_a_corrected_cell_is_seen_at_once_and_read_again(messy: Bench) -> None:
    assert messy.list.edit_cell(6, 1, messy.list.shown.text(6, 1)) is None
    order = messy.list.edit_cell(6, 1, "Саидов Парвиз")
    assert messy.list.shown.text(6, 1) == "Саидов Парвиз"
    assert messy.list.corrections.last == "“Ному насаб” in row 6 corrected"
    messy.read(order)
    assert messy.list.findings.people == 5
    assert "intake.row_no_name" not in codes(messy)


def test_a_row_can_be_left_out(messy: Bench) -> None:
    messy.read(messy.list.leave_out(2, out=True))
    assert messy.list.findings.people == 3
    assert messy.list.shown.aside[2] == "Left out by you"
    messy.read(messy.list.leave_out(2, out=False))
    assert messy.list.findings.people == 4


def test_reading_again_loses_no_correction_whatever_comes_between(messy: Bench) -> None:
    first = messy.list.edit_cell(6, 1, "Саидов Парвиз")
    second = messy.list.edit_cell(2, 1, "Раҳмонов Фируз Саидович")
    assert first is not None
    assert second is not None
    late = messy.work.read(first, lambda *_: None, lambda: False)
    assert not messy.list.take(first, late)
    assert not messy.list.fail(first, UserError("intake.empty"))
    assert messy.list.is_reading
    messy.read(second)
    messy.read(messy.list.set_field(5, Field.SKIP))
    messy.read(messy.list.set_heading(1, 1))
    assert messy.list.shown.text(6, 1) == "Саидов Парвиз"
    assert messy.list.shown.text(2, 1) == "Раҳмонов Фируз Саидович"


def test_a_failure_keeps_the_corrections_and_the_last_reading(messy: Bench) -> None:
    before = messy.list.findings.groups
    order = messy.list.edit_cell(6, 1, "Саидов Парвиз")
    assert order is not None
    messy.list.fail(order, Unavailable("work.died"))
    assert messy.list.findings.groups is before
    assert messy.list.shown.text(6, 1) == "Саидов Парвиз"
    assert not messy.list.is_current
    messy.read(messy.list.again())
    assert messy.list.is_current
    assert messy.list.findings.people == 5


def test_a_meaning_that_leaves_no_list_is_given_up_and_the_texts_stay(messy: Bench) -> None:
    edited = messy.list.edit_cell(6, 1, "Саидов Парвиз")
    messy.read(edited)
    order = messy.list.set_heading(3, 3)
    messy.list.fail(order, UserError("intake.no_list", sheet="messy"))
    assert messy.list.failure is not None
    assert messy.list.corrections.present.header_rows is None
    assert messy.list.is_current
    assert messy.list.shown.text(6, 1) == "Саидов Парвиз"


def test_a_reading_that_was_stopped_is_offered_again(messy: Bench) -> None:
    messy.list.edit_cell(6, 1, "Саидов Парвиз")
    messy.list.stop()
    assert not messy.list.is_reading
    assert not messy.list.is_current
    messy.read(messy.list.again())
    assert messy.list.is_current


def test_a_first_reading_that_was_stopped_leaves_nothing(bench: Bench) -> None:
    bench.presenter.take_file(ZHIBEK)
    bench.list.stop()
    assert bench.list.path is None
    assert bench.presenter.step is Step.FILE
    with pytest.raises(RuntimeError):
        bench.list.again()


def test_corrections_are_taken_up_when_the_same_list_comes_again(
    messy: Bench, tmp_path: Path
) -> None:
    file = tmp_path / "messy.csv"
    messy.read(messy.list.edit_cell(6, 1, "Саидов Парвиз"))
    messy.keep()
    copy = tmp_path / "the same list.csv"
    copy.write_bytes(file.read_bytes())
    again = Bench(messy.desk, tmp_path)
    again.open(copy)
    assert again.list.was_taken_up
    assert again.list.findings.people == 5
    again.read(again.list.begin_anew())
    again.keep()
    assert again.list.findings.people == 4
    third = Bench(messy.desk, tmp_path)
    third.open(file)
    assert not third.list.was_taken_up


def test_an_imported_list_leaves_no_draft(messy: Bench, tmp_path: Path) -> None:
    messy.read(messy.list.edit_cell(6, 1, "Саидов Парвиз"))
    messy.keep()
    assert list((tmp_path / "drafts").iterdir())
    messy.store()
    assert not list((tmp_path / "drafts").iterdir())


def test_another_sheet_is_read_and_the_first_keeps_its_corrections(
    bench: Bench, book_of_two: Path
) -> None:
    bench.open(book_of_two)
    first = bench.list.corrections.present.sheet
    bench.read(bench.list.edit_cell(2, 0, "Каримов"))
    order = bench.list.choose_sheet("Second")
    assert not bench.list.may_correct
    assert bench.list.shown.text(2, 0) == "Каримов"
    bench.read(order)
    assert bench.list.may_correct
    assert bench.list.shown.text(2, 0) == "Шарифов"
    bench.read(bench.list.choose_sheet(first))
    assert bench.list.shown.text(2, 0) == "Каримов"
    assert bench.list.undo() is not None


@pytest.fixture
def book_of_two(tmp_path: Path) -> Path:
    """A workbook with two lists."""
    book = Workbook()
    for title, people in (
        ("First", [("Назаров", "Илҳом"), ("Раҳмонов", "Фирӯз"), ("Қурбонов", "Умед")]),
        ("Second", [("Шарифов", "Баҳром"), ("Мирзоев", "Сомон"), ("Ҳакимов", "Ҷамшед")]),
    ):
        sheet = book.create_sheet(title)
        sheet.append(["Фамилия", "Имя", "Паспорт"])
        for number, (family, given) in enumerate(people):
            sheet.append([family, given, f"40211{number}843"])
    del book[book.sheetnames[0]]
    path = tmp_path / "two.xlsx"
    book.save(path)
    return path


def test_the_rehearsal_tells_who_joins_and_who_may_be_known(bench: Bench) -> None:
    bench.open(ZHIBEK)
    bench.store()
    bench.open(SECOND)
    bench.rehearse()
    found = bench.presenter.rehearsal
    assert found is not None
    total, parts = rehearsal_sums(Texts(), found)
    assert number_of(total) == sum(number_of(part.words) for part in parts) == 103
    assert not found.known_file
    assert {one.row for one in found.meetings if one.joins}
    assert len({one.row for one in found.meetings if not one.joins}) == found.review
    slip = next(one for one in found.meetings if one.row == 57)
    assert (slip.mine.document, slip.other.document) == ("406423541", "406423531")
    assert slip.other.note == "ALA-20-0053"
    assert bench.people() == 102
    bench.store()
    result = bench.presenter.result
    assert result is not None
    total, parts = result_sums(Texts(), result)
    assert number_of(total) == sum(number_of(part.words) for part in parts)


def test_the_same_file_again_is_known(bench: Bench) -> None:
    bench.open(ZHIBEK)
    bench.store()
    bench.open(ZHIBEK)
    bench.rehearse()
    assert bench.presenter.rehearsal is not None
    assert bench.presenter.rehearsal.known_file


def test_two_rows_of_one_person_meet_in_the_list_itself(bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "twice.csv"
    file.write_text(
        "Фамилия;Имя;Дата рождения;Паспорт\n"
        "Назаров;Илҳом;29.07.1996;401991187\n"
        "Назаров;Илхом;29.07.1996;401991187\n"
        "Назаров;Илҳом;29.07.1996;401991188\n",
        encoding="utf-8",
    )
    bench.open(file)
    bench.rehearse()
    assert bench.presenter.rehearsal is not None
    first, second = sorted(bench.presenter.rehearsal.meetings, key=lambda one: one.row)
    assert (first.row, first.joins, first.other.note) == (3, True, "Row 2 of this list")
    assert (second.row, second.joins, second.other.note) == (4, False, "Row 2 of this list")


def test_a_comparison_of_an_older_reading_is_dropped(bench: Bench) -> None:
    bench.open(ZHIBEK)
    old = bench.list.read
    assert old is not None
    found = bench.work.rehearse(old, None)
    bench.read(bench.list.edit_cell(6, 1, "Назарова Гулнора"))
    bench.presenter.busy = Busy.COMPARING
    bench.presenter.take_rehearsal(old, found)
    assert bench.presenter.rehearsal is None
    assert bench.presenter.busy is Busy.NOTHING


def test_a_list_without_people_goes_no_further(bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "none.csv"
    file.write_text("Фамилия;Имя;Дата рождения\n", encoding="utf-8")
    bench.open(file)
    assert not bench.presenter.may_go_on


def test_the_workbook_of_problems_has_every_problem(messy: Bench, tmp_path: Path) -> None:
    read = messy.list.read
    assert read is not None
    lines = problem_lines(Texts(), read, messy.list.shown)
    assert len(lines) == len(read.draft.problems)
    look_alike = next(line for line in lines if "letters in place" in line.problem)
    assert (look_alike.row, look_alike.column, look_alike.value) == (4, "Паспорт №", "40077З105")
    target = tmp_path / "problems.xlsx"
    messy.work.save_problems(target, read, messy.list.shown)
    assert target.read_bytes().startswith(b"PK")
    with pytest.raises(Unavailable):
        messy.work.save_problems(tmp_path / "no" / "folder.xlsx", read, messy.list.shown)


def test_a_draft_that_no_longer_fits_does_not_keep_a_list_from_being_read(
    bench: Bench, book_of_two: Path
) -> None:
    bench.open(book_of_two)
    read = bench.list.read
    assert read is not None
    present = bench.list.corrections.present
    bench.work.keep(read.file_hash, [replace(present, sheet="gone")])
    bench.open(book_of_two)
    assert bench.list.read is not None
    assert not bench.list.was_taken_up


def number_of(words: str) -> int:
    return int(words.split(maxsplit=1)[0])


def test_starting_over_forgets_the_list(bench: Bench) -> None:
    bench.open(ZHIBEK)
    bench.presenter.take_failure(UserError("intake.nobody", file="x"))
    assert bench.presenter.failure is not None
    bench.presenter.start_over()
    assert bench.presenter.step is Step.FILE
    assert bench.presenter.list.read is None
    assert bench.presenter.failure is None
