"""The import page in the window, by the keyboard alone where an officer would."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support.people import form, register
from ui_page_window import PageWindow, words

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
from desktop.usecases.people import correct_person
from desktop.usecases.ports import Desk
from desktop.usecases.views import PeopleFilter

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
Alt = Qt.KeyboardModifier.AltModifier
LISTS = Path(__file__).parents[2] / "data" / "lists"
ZHIBEK = LISTS / "zhibek-zholy-102.xlsx"
MESSY = (
    "Список граждан у пункта пропуска Жибек Жолы;;;;;\n"
    "№;Ному насаб;Солу таваллуд;Паспорт №;Вилоят;Тел\n"
    "1;Раҳмонов Фирӯз Саидович;04/03/1988;402118843;Хатлон;87015550142\n"
    "2;Раҳмонова Зулайхо;02/11/1992;402118844;Хатлон;\n"
    "3;Шарифов Баҳром;1981;40077З105;хатлонск.;87055551804\n"
    "4;Мирзоев Умед;08/07/1995;401002286;Суғд;87775550908\n"
    "5;;05/05/1990;401993649;Хатлон;87015557711\n"
)


@pytest.fixture
def window(qtbot: QtBot, jobs: JobRunner, local_desk: Desk, theme: Theme) -> Iterator[PageWindow]:
    yield PageWindow(qtbot, jobs, local_desk, theme, "import", ImportPage)


@pytest.fixture
def page(window: PageWindow) -> ImportPage:
    shown = window.open()
    assert isinstance(shown, ImportPage)
    return shown


@pytest.fixture
def messy(window: PageWindow, page: ImportPage, tmp_path: Path) -> ImportPage:
    """A list with something of every kind, at its values."""
    file = tmp_path / "messy.csv"
    file.write_text(MESSY, encoding="utf-8")
    take(window, page, file)
    go_on(window)
    assert page.presenter.step is Step.VALUES
    return page


def take(window: PageWindow, page: ImportPage, path: Path) -> None:
    page.take_file(path)
    window.settle()


def go_on(window: PageWindow) -> None:
    window.press(Key.Key_Return, Control)
    window.settle()


def people(desk: Desk) -> int:
    with desk.store.read() as reads:
        return reads.people_count(PeopleFilter())


def codes(page: ImportPage) -> set[str]:
    return {group.code for group in page.presenter.list.findings.groups}


def test_the_sample_goes_in_and_out_again_by_keyboard_alone(
    window: PageWindow, page: ImportPage
) -> None:
    take(window, page, ZHIBEK)
    assert page.presenter.step is Step.COLUMNS
    assert page.next_button.words == "Go on to the values"
    go_on(window)
    assert page.presenter.step is Step.VALUES
    assert page.values.grid.current_cell() == (17, 2)
    go_on(window)
    assert page.presenter.step is Step.DUPLICATES
    assert page.next_button.words == "Import 102 people"
    assert people(window.desk) == 0
    go_on(window)
    assert page.presenter.step is Step.RESULT
    assert people(window.desk) == 102
    assert window.said == "102 rows of zhibek-zholy-102.xlsx imported"
    assert {row.outcome.value for row in page.result.model.items} == {"created"}
    page.result.undo.setFocus()
    window.press(Key.Key_Space)
    window.settle()
    assert people(window.desk) == 0
    assert page.presenter.was_undone
    assert page.result.notice.sentence == "This import was undone."
    assert not page.next_button.isEnabled()


def test_the_people_of_an_import_are_shown(window: PageWindow, page: ImportPage) -> None:
    take(window, page, ZHIBEK)
    for _ in range(3):
        go_on(window)
    batch_id = page.presenter.result.batch_id if page.presenter.result else None
    go_on(window)
    assert window.other == ("people", {"filter": PeopleFilter(batch_id=batch_id)})


def test_steps_are_walked_back(window: PageWindow, page: ImportPage) -> None:
    take(window, page, ZHIBEK)
    go_on(window)
    go_on(window)
    window.press(Key.Key_Left, Alt)
    window.settle()
    assert page.presenter.step is Step.VALUES
    window.press(Key.Key_Escape)
    window.settle()
    assert page.presenter.step is Step.COLUMNS
    page.steps.chosen.emit(0)
    assert page.presenter.step is Step.FILE
    assert not page.back()
    assert page.next_button.isVisible()
    go_on(window)
    assert page.presenter.step is Step.COLUMNS


def test_a_file_that_is_no_list_is_told_in_words(
    window: PageWindow, page: ImportPage, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 not a workbook")
    take(window, page, bad)
    assert page.presenter.step is Step.FILE
    assert page.file.error is not None
    assert "bad.xlsx: nothing was stored." in words(page.file.error)
    assert "Choose another file…" in words(page.file.error)
    take(window, page, ZHIBEK)
    assert page.presenter.step is Step.COLUMNS
    assert page.file.error is None or not page.file.error.isVisible()


def test_a_file_is_chosen_without_waiting_for_the_dialog(
    window: PageWindow, page: ImportPage
) -> None:
    page.file.choose.setFocus()
    window.press(Key.Key_Space)
    dialog = next(one for one in page.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(ZHIBEK))
    dialog.close()
    window.settle()
    assert page.presenter.list.file_name == ZHIBEK.name


def test_reading_can_be_stopped(window: PageWindow, page: ImportPage) -> None:
    page.take_file(ZHIBEK)
    assert f"Reading {ZHIBEK.name}" in words(page.file)
    page.file.progress.cancelled.emit()
    window.settle()
    assert page.presenter.step is Step.FILE
    assert not page.presenter.list.is_reading
    assert page.file.area.isVisible()


def test_reading_can_be_stopped_in_the_status_bar(
    window: PageWindow, page: ImportPage, jobs: JobRunner
) -> None:
    started: list[object] = []
    jobs.started.connect(started.append)
    page.take_file(ZHIBEK)
    (handle,) = started
    handle.cancel()
    window.settle()
    assert not page.presenter.list.is_reading
    assert page.presenter.list.read is None


def test_a_dropped_file_is_taken(window: PageWindow, page: ImportPage) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(ZHIBEK))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, carried, buttons, keys)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.dragLeaveEvent(QDragLeaveEvent())
    page.dragEnterEvent(enter)
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, carried, buttons, keys)
    page.dropEvent(drop)
    window.settle()
    assert page.presenter.step is Step.COLUMNS


def test_text_that_is_dragged_is_left_alone(page: ImportPage) -> None:
    carried = QMimeData()
    carried.setText("Раҳмонов")
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, carried, buttons, keys)
    enter.ignore()
    page.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_f8_walks_the_problems_and_lights_up_their_kind(
    window: PageWindow, messy: ImportPage
) -> None:
    cells = messy.presenter.list.findings.cells
    visited = [messy.values.grid.current_cell()]
    for _ in cells:
        window.press(Key.Key_F8)
        visited.append(messy.values.grid.current_cell())
    assert visited == [*cells, cells[0]]
    (current,) = [code for code, row in messy.values.panel.rows.items() if row._current]
    assert current == messy.presenter.list.findings.by_cell[cells[0]][0].code


def test_a_kind_is_mended_and_taken_back_by_ctrl_z(window: PageWindow, messy: ImportPage) -> None:
    assert "intake.date_order" in codes(messy)
    messy.values.panel.remedy_asked.emit("intake.date_order", Remedy.DAY_FIRST)
    assert messy.presenter.list.is_reading
    assert not messy.next_button.isEnabled()
    window.settle()
    assert "intake.date_order" not in codes(messy)
    assert window.said == "Dates in “Солу таваллуд” are read day first"
    messy.values.grid.setFocus()
    window.press(Key.Key_Z, Control)
    window.settle()
    assert "intake.date_order" in codes(messy)
    assert window.said == "Taken back: Dates in “Солу таваллуд” are read day first"


def test_a_cell_is_corrected_in_place(window: PageWindow, messy: ImportPage) -> None:
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
    window: PageWindow, messy: ImportPage
) -> None:
    messy.values.grid.go_to(7, 1)
    window.press(Key.Key_F2)
    window.qtbot.keyClicks(QApplication.focusWidget(), "Saidov Parviz")
    go_on(window)
    assert messy.presenter.step is Step.VALUES
    assert messy.presenter.list.findings.people == 5


def test_only_the_rows_of_a_kind_are_shown_until_escape(
    window: PageWindow, messy: ImportPage
) -> None:
    grid = messy.values.grid
    everything = grid.cells.rowCount()
    messy.values.panel.shown_asked.emit("intake.birth_year_only")
    assert grid.cells.rowCount() == 1
    assert grid.current_cell() == (5, 2)
    assert messy.values.chip.value == "Only the year of birth"
    messy.values.panel.shown_asked.emit(ASIDE)
    assert {grid.cells.id_at(i) for i in range(grid.cells.rowCount())} == {1, 2, 7}
    window.press(Key.Key_Escape)
    assert grid.cells.rowCount() == everything
    assert messy.presenter.step is Step.VALUES
    messy.values.sum_line.chosen.emit("doubt")
    assert 0 < grid.cells.rowCount() < everything
    messy.values.chip.clear()
    assert grid.cells.rowCount() == everything


def test_the_menu_of_a_cell_mends_it_alone(window: PageWindow, messy: ImportPage) -> None:
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
    window: PageWindow, messy: ImportPage
) -> None:
    go_on(window)
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


def test_the_heading_and_the_place_are_chosen(window: PageWindow, messy: ImportPage) -> None:
    messy.steps.chosen.emit(1)
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
    window: PageWindow, messy: ImportPage, monkeypatch: pytest.MonkeyPatch
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
    qtbot: QtBot, window: PageWindow, messy: ImportPage, jobs: JobRunner, theme: Theme,
    tmp_path: Path,
) -> None:  # fmt: skip
    messy.values.cell_edited.emit(7, 1, "Саидов Парвиз")
    window.settle()
    messy.closing()
    later = PageWindow(qtbot, jobs, window.desk, theme, "import", ImportPage)
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


def test_people_who_are_known_stand_beside_the_register(
    window: PageWindow, page: ImportPage
) -> None:
    for _ in range(2):
        take(window, page, ZHIBEK)
        for _ in range(2):
            go_on(window)
        if people(window.desk):
            break
        go_on(window)
    duplicates = page.duplicates
    assert duplicates.notice.sentence == "Exactly this file was imported before."
    everybody = duplicates.model.rowCount()
    duplicates.sum_line.chosen.emit("review")
    assert 0 < duplicates.model.rowCount() < everybody
    duplicates.sum_line.chosen.emit("review")
    assert duplicates.model.rowCount() == everybody
    go_on(window)
    result = page.result
    assert "new people may be people who were known" in result.notice.sentence
    assert result.model.items[0].detail
    result.sum_line.chosen.emit("matched")
    assert {row.outcome.value for row in result.model.items} == {"matched"}
    result.table.row_opened.emit(result.model.items[0].row)
    key, params = window.other
    assert (key, params) == ("people", {"person_id": result.model.items[0].person_id})


def test_an_earlier_import_is_undone_from_the_list_of_imports(
    window: PageWindow, page: ImportPage
) -> None:
    take(window, page, ZHIBEK)
    for _ in range(3):
        go_on(window)
    page.result.another.click()
    assert page.presenter.step is Step.FILE
    batch = page.presenter.batches[0]
    assert "102 created" in " ".join(words(page.file.batches))
    page.file.batches.people_asked.emit(batch.id)
    assert window.other[1] == {"filter": PeopleFilter(batch_id=batch.id)}
    window.open()
    page.file.batches.undo_asked.emit(batch.id)
    window.settle()
    assert people(window.desk) == 0
    assert window.said == "The import was undone"
    assert page.presenter.batches[0].undone


def test_an_undo_that_is_refused_is_told(window: PageWindow, page: ImportPage) -> None:
    take(window, page, ZHIBEK)
    for _ in range(3):
        go_on(window)
    result = page.presenter.result
    assert result is not None
    assert result.rows[0].person_id is not None
    correct_person(window.desk, result.rows[0].person_id, 1, form())
    page.result.undo.click()
    window.settle()
    assert people(window.desk) == 102
    assert page.notice.isVisible()
    assert "cannot be undone any more" in page.notice.sentence


def test_the_problems_are_saved_as_a_workbook(
    window: PageWindow, messy: ImportPage, tmp_path: Path
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


def test_hidden_names_are_hidden_here_too(window: PageWindow, messy: ImportPage) -> None:
    before = messy.grab().toImage()
    Privacy.current().set_hidden(True)
    assert messy.grab().toImage() != before
    labels = " ".join(label.text() for label in messy.values.panel.findChildren(Label))
    assert "40077" not in labels


def test_the_keyboard_reaches_everything_in_reading_order(
    window: PageWindow, messy: ImportPage
) -> None:
    messy.steps.chosen.emit(1)
    messy.columns.first.combo.setFocus()
    reached = []
    for _ in range(14):
        window.press(Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    choices = messy.columns.grid.head.choices
    places = [reached.index(one) for one in (messy.columns.place.edit, choices[0], choices[-1])]
    assert places == sorted(places)
    assert messy.columns.grid in reached


def test_a_change_elsewhere_shows_in_the_list_of_imports(
    window: PageWindow, page: ImportPage
) -> None:
    register(window.desk)
    with window.desk.store.read() as reads:
        assert reads.import_batches(5) == []
    take(window, page, ZHIBEK)
    for _ in range(3):
        go_on(window)
    assert page.presenter.result is not None
    assert page.presenter.result.change is not None
    window.window.publish(page.presenter.result.change)
    window.settle()
    assert len(page.presenter.batches) == 1
