"""What is decided about a list in the window: columns, values, problems, one by one or at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from ui_import_window import MESSY, ZHIBEK, ImportWindow, codes

from desktop import paths
from desktop.domain.intake.fields import Field
from desktop.domain.intake.model import Remedy
from desktop.errors import Unavailable
from desktop.ui.jobs import JobRunner
from desktop.ui.pages.importing.page import ImportPage
from desktop.ui.pages.importing.presenter import Step
from desktop.ui.pages.importing.problem_groups import ASIDE
from desktop.ui.pages.importing.sheet_delegate import CellEditor
from desktop.ui.privacy import Privacy
from desktop.ui.theme import Theme
from desktop.ui.widgets.labels import Label
from desktop.usecases.ports import Desk

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
Alt = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, jobs: JobRunner, local_desk: Desk, theme: Theme) -> Iterator[ImportWindow]:
    yield ImportWindow(qtbot, jobs, local_desk, theme)


@pytest.fixture
def messy(window: ImportWindow, tmp_path: Path) -> ImportPage:
    """A list with something of every kind, at its values."""
    file = tmp_path / "messy.csv"
    file.write_text(MESSY, encoding="utf-8")
    page = window.start()
    window.take(page, file)
    window.go_on()
    assert page.presenter.step is Step.VALUES
    return page


def test_f8_walks_the_problems_and_lights_up_their_kind(
    window: ImportWindow, messy: ImportPage
) -> None:
    cells = messy.presenter.list.findings.cells
    visited = [messy.values.grid.current_cell()]
    for _ in cells:
        window.press(Key.Key_F8)
        visited.append(messy.values.grid.current_cell())
    assert visited == [*cells, cells[0]]
    (current,) = [code for code, row in messy.values.panel.rows.items() if row._current]
    assert current == messy.presenter.list.findings.by_cell[cells[0]][0].code


def test_a_kind_is_mended_and_taken_back_by_ctrl_z(window: ImportWindow, messy: ImportPage) -> None:
    assert "intake.date_order" in codes(messy)
    messy.values.panel.remedy_asked.emit("intake.date_order", Remedy.DAY_FIRST)
    assert messy.presenter.list.is_reading
    assert not messy.head.next_button.isEnabled()
    window.settle()
    assert "intake.date_order" not in codes(messy)
    assert window.said == "Dates in “Солу таваллуд” are read day first"
    messy.values.grid.setFocus()
    window.press(Key.Key_Z, Control)
    window.settle()
    assert "intake.date_order" in codes(messy)
    assert window.said == "Taken back: Dates in “Солу таваллуд” are read day first"


def test_a_cell_is_corrected_in_place(window: ImportWindow, messy: ImportPage) -> None:
    messy.values.grid.go_to(7, 1)
    window.press(Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor is not None
    window.qtbot.keyClicks(editor, "Saidov Parviz")
    window.press(Key.Key_Return)
    window.qtbot.waitUntil(lambda: messy.presenter.list.shown.text(7, 1) == "Saidov Parviz")
    window.settle()
    assert messy.presenter.list.findings.people == 5
    assert messy.values.grid.current_cell() == (7, 1)
    assert messy.values.grid.hasFocus()


def test_what_is_typed_when_the_officer_goes_on_is_not_lost(
    window: ImportWindow, messy: ImportPage
) -> None:
    messy.values.grid.go_to(7, 1)
    window.press(Key.Key_F2)
    window.qtbot.keyClicks(QApplication.focusWidget(), "Saidov Parviz")
    window.go_on()
    assert messy.presenter.step is Step.VALUES
    assert messy.presenter.list.findings.people == 5


def test_only_the_rows_of_a_kind_are_shown_until_escape(
    window: ImportWindow, messy: ImportPage
) -> None:
    grid = messy.values.grid
    everything = grid.cells.rowCount()
    messy.values.panel.shown_asked.emit("intake.birth_year_only")
    assert grid.cells.rowCount() == 1
    assert grid.current_cell() == (5, 2)
    assert messy.values.chip.value == "Only the year of birth"
    messy.values.panel.shown_asked.emit(ASIDE)
    assert {grid.cells.id_at(i) for i in range(grid.cells.rowCount())} == {1, 2}
    window.press(Key.Key_Escape)
    assert grid.cells.rowCount() == everything
    assert messy.presenter.step is Step.VALUES
    messy.values.sum_line.chosen.emit("doubt")
    assert 0 < grid.cells.rowCount() < everything
    messy.values.chip.clear()
    assert grid.cells.rowCount() == everything


def test_the_menu_of_a_cell_mends_it_alone(window: ImportWindow, messy: ImportPage) -> None:
    def choose(row: int, column: int, beginning: str) -> None:
        menu = messy.values.cell_menu(row, column)
        action = next(one for one in menu.actions() if one.text().startswith(beginning))
        action.trigger()
        window.settle()

    choose(5, 4, "Take the suggestion: ")
    assert "intake.area_spelling" not in codes(messy)
    choose(5, 2, "Keep as it is")
    assert "intake.birth_year_only" not in codes(messy)
    choose(4, 1, "Leave this row out")
    assert messy.presenter.list.findings.people == 3
    choose(4, 1, "Take this row in again")
    assert messy.presenter.list.findings.people == 4
    choose(4, 1, "Correct")
    assert isinstance(QApplication.focusWidget(), CellEditor)
    messy.values.grid.finish_editing()


def test_a_meaning_is_changed_and_the_list_read_again(
    window: ImportWindow, messy: ImportPage
) -> None:
    window.go_on()
    window.press(Key.Key_Left, Alt)
    window.press(Key.Key_Left, Alt)
    window.settle()
    assert messy.presenter.step is Step.COLUMNS
    choice = messy.columns.grid.head.choices[5]
    choice.setFocus()
    index = choice.findText("Skip")
    choice.setCurrentIndex(index)
    choice.activated.emit(index)
    window.settle()
    assert messy.presenter.list.corrections.present.fields == {5: Field.SKIP}
    assert messy.presenter.rehearsal is None
    assert "intake.phone_unclear" not in codes(messy)


def test_the_heading_and_the_place_are_chosen(window: ImportWindow, messy: ImportPage) -> None:
    messy.head.steps.chosen.emit(1)
    columns = messy.columns
    assert columns.place.text() == "Zhibek Zholy / Gisht Kuprik"
    columns.first.set_value("3")
    columns.first.committed.emit()
    window.settle()
    assert messy.presenter.list.corrections.present.header_rows == (3, 3)
    window.press(Key.Key_Z, Control)
    window.settle()
    assert messy.presenter.list.corrections.present.header_rows is None
    columns.place.edit.setText("Almaty")
    columns.place.edit.textEdited.emit("Almaty")
    columns.place.committed.emit()
    assert messy.presenter.book.place(messy.presenter.place_id) == "Almaty"
    columns.place.edit.setText("nowhere at all")
    columns.place.edit.textEdited.emit("nowhere at all")
    columns.place.committed.emit()
    assert messy.presenter.place_id is None
    assert columns.place.problem == "Choose a place from the list."
    columns.place.edit.setText("")
    columns.place.committed.emit()
    assert columns.place.problem == ""


def test_what_stops_the_reading_is_told_above_the_old_grid(
    window: ImportWindow, messy: ImportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def died(*_arguments: object) -> None:
        raise Unavailable("work.died")

    with monkeypatch.context() as patch:
        patch.setattr(type(window.desk.workshop), "read_list", died)
        messy.presenter.list.failure = None
        messy.values.cell_edited.emit(7, 1, "Саидов Парвиз")
        window.settle()
    assert messy.notice.isVisible()
    assert "The work stopped unexpectedly" in messy.notice.sentence
    assert messy.presenter.list.shown.text(7, 1) == "Саидов Парвиз"
    assert messy.values.grid.cells.rowCount() > 3
    assert messy.notice.action is not None
    messy.notice.action.click()
    window.settle()
    assert not messy.notice.isVisible()
    assert messy.presenter.list.findings.people == 5


def test_corrections_come_back_when_the_page_is_made_anew(
    qtbot: QtBot, window: ImportWindow, messy: ImportPage, jobs: JobRunner, theme: Theme,
    tmp_path: Path,
) -> None:  # fmt: skip
    messy.values.cell_edited.emit(7, 1, "Саидов Парвиз")
    window.settle()
    messy.closing()
    later = ImportWindow(qtbot, jobs, window.desk, theme)
    page = later.open(path=tmp_path / "messy.csv")
    assert isinstance(page, ImportPage)
    later.settle()
    assert page.presenter.list.findings.people == 5
    assert page.notice.sentence == "Your earlier corrections of this list are in it again."
    assert page.notice.action is not None
    page.notice.action.click()
    later.settle()
    assert page.presenter.list.findings.people == 4
    assert not list((paths.data_dir() / "drafts").iterdir())


def test_the_problems_are_saved_as_a_workbook(
    window: ImportWindow, messy: ImportPage, tmp_path: Path
) -> None:
    window.press(Key.Key_E, Control)
    dialog = next(one for one in messy.findChildren(QFileDialog) if one.isVisible())
    assert dialog.selectedFiles()[0].endswith("Problems in messy.xlsx")
    target = tmp_path / "problems.xlsx"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    window.settle()
    assert target.read_bytes().startswith(b"PK")
    assert window.said == f"Saved problems.xlsx in {tmp_path.name}"
    messy.workbook._on_where(str(tmp_path / "no" / "where.xlsx"))
    window.settle()
    assert "was not saved" in window.said


def test_hidden_names_are_hidden_here_too(window: ImportWindow, messy: ImportPage) -> None:
    before = messy.grab().toImage()
    Privacy.current().set_hidden(True)
    assert messy.grab().toImage() != before
    labels = " ".join(label.text() for label in messy.values.panel.findChildren(Label))
    assert "40077" not in labels


def test_the_keyboard_reaches_everything_in_reading_order(
    window: ImportWindow, messy: ImportPage
) -> None:
    messy.head.steps.chosen.emit(1)
    messy.columns.first.combo.setFocus()
    reached = []
    for _ in range(14):
        window.press(Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    choices = messy.columns.grid.head.choices
    places = [reached.index(one) for one in (messy.columns.place.edit, choices[0], choices[-1])]
    assert places == sorted(places)
    assert messy.columns.grid in reached


def test_another_list_begins_at_its_own_first_problem(
    window: ImportWindow, messy: ImportPage
) -> None:
    messy.values.panel.shown_asked.emit(ASIDE)
    window.take(messy, ZHIBEK)
    window.go_on()
    assert not messy.values.is_filtered
    assert messy.values.grid.current_cell() == (17, 2)


def test_a_reading_that_was_stopped_is_offered_again(
    window: ImportWindow, messy: ImportPage
) -> None:
    messy.values.cell_edited.emit(7, 1, "Саидов Парвиз")
    messy.errands.stop_reading()
    window.settle()
    assert messy.notice.sentence == "The list was not read again after your last corrections."
    assert not messy.head.next_button.isEnabled()
    assert messy.notice.action is not None
    messy.notice.action.click()
    window.settle()
    assert messy.presenter.list.findings.people == 5
    assert messy.head.next_button.isEnabled()
