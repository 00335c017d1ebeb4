"""The import page in the window: from a file into the register and back, by the keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support.people import form, register
from ui_import_window import LISTS, ZHIBEK, ImportWindow
from ui_page_window import words

from desktop.errors import Unavailable
from desktop.ui.jobs import JobRunner
from desktop.ui.pages.importing.page import ImportPage
from desktop.ui.pages.importing.presenter import Step
from desktop.ui.pages.importing.work import ImportWork
from desktop.ui.theme import Theme
from desktop.usecases.people import correct_person
from desktop.usecases.ports import Desk
from desktop.usecases.views import PeopleFilter

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
Alt = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, jobs: JobRunner, local_desk: Desk, theme: Theme) -> Iterator[ImportWindow]:
    yield ImportWindow(qtbot, jobs, local_desk, theme)


@pytest.fixture
def page(window: ImportWindow) -> ImportPage:
    return window.start()


def test_the_sample_goes_in_and_out_again_by_keyboard_alone(
    window: ImportWindow, page: ImportPage
) -> None:
    window.take(page, ZHIBEK)
    assert page.presenter.step is Step.COLUMNS
    assert page.head.next_button.words == "Go on to the values"
    window.go_on()
    assert page.presenter.step is Step.VALUES
    assert page.values.grid.current_cell() == (17, 2)
    window.go_on()
    assert page.presenter.step is Step.DUPLICATES
    assert page.head.next_button.words == "Import 102 people"
    assert window.people() == 0
    window.go_on()
    assert page.presenter.step is Step.RESULT
    assert window.people() == 102
    assert window.said == "102 rows of zhibek-zholy-102.xlsx imported"
    assert {row.outcome.value for row in page.result.model.items} == {"created"}
    page.result.undo.setFocus()
    window.press(Key.Key_Space)
    window.settle()
    assert window.people() == 0
    assert page.presenter.was_undone
    assert page.result.notice.sentence == "This import was undone."
    assert not page.head.next_button.isEnabled()


def test_the_people_of_an_import_are_shown(window: ImportWindow, page: ImportPage) -> None:
    window.take(page, ZHIBEK)
    window.go_on(3)
    batch_id = page.presenter.result.batch_id if page.presenter.result else None
    window.go_on()
    assert window.other == ("people", {"filter": PeopleFilter(batch_id=batch_id)})


def test_steps_are_walked_back(window: ImportWindow, page: ImportPage) -> None:
    window.take(page, ZHIBEK)
    window.go_on()
    window.go_on()
    window.press(Key.Key_Left, Alt)
    window.settle()
    assert page.presenter.step is Step.VALUES
    window.press(Key.Key_Escape)
    window.settle()
    assert page.presenter.step is Step.COLUMNS
    page.head.steps.chosen.emit(0)
    assert page.presenter.step is Step.FILE
    assert not page.back()
    assert page.head.next_button.isVisible()
    window.go_on()
    assert page.presenter.step is Step.COLUMNS


def test_a_file_that_is_no_list_is_told_in_words(
    window: ImportWindow, page: ImportPage, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 not a workbook")
    window.take(page, bad)
    assert page.presenter.step is Step.FILE
    assert page.file.error is not None
    assert "bad.xlsx: nothing was stored." in words(page.file.error)
    assert "Choose another file…" in words(page.file.error)
    window.take(page, ZHIBEK)
    assert page.presenter.step is Step.COLUMNS
    assert page.file.error is None or not page.file.error.isVisible()


def test_a_file_is_chosen_without_waiting_for_the_dialog(
    window: ImportWindow, page: ImportPage
) -> None:
    page.file.choose.setFocus()
    window.press(Key.Key_Space)
    dialog = next(one for one in page.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(ZHIBEK))
    dialog.close()
    window.settle()
    assert page.presenter.list.file_name == ZHIBEK.name


def test_reading_can_be_stopped(window: ImportWindow, page: ImportPage) -> None:
    page.take_file(ZHIBEK)
    assert f"Reading {ZHIBEK.name}" in words(page.file)
    page.file.progress.cancelled.emit()
    window.settle()
    assert page.presenter.step is Step.FILE
    assert not page.presenter.list.is_reading
    assert page.file.area.isVisible()


def test_reading_can_be_stopped_in_the_status_bar(
    window: ImportWindow, page: ImportPage, jobs: JobRunner
) -> None:
    started: list[object] = []
    jobs.started.connect(started.append)
    page.take_file(ZHIBEK)
    (handle,) = started
    handle.cancel()
    window.settle()
    assert not page.presenter.list.is_reading
    assert page.presenter.list.read is None


def test_a_dropped_file_is_taken(window: ImportWindow, page: ImportPage) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(ZHIBEK))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, carried, buttons, keys)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDragLeaveEvent())
    QApplication.sendEvent(page, enter)
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, carried, buttons, keys)
    QApplication.sendEvent(page, drop)
    window.settle()
    assert page.presenter.step is Step.COLUMNS


def test_text_that_is_dragged_is_left_alone(page: ImportPage) -> None:
    carried = QMimeData()
    carried.setText("Раҳмонов")
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, carried, buttons, keys)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    assert not enter.isAccepted()


def test_people_who_are_known_stand_beside_the_register(
    window: ImportWindow, page: ImportPage
) -> None:
    for _ in range(2):
        window.take(page, ZHIBEK)
        for _ in range(2):
            window.go_on()
        if window.people():
            break
        window.go_on()
    duplicates = page.duplicates
    assert duplicates.notice.sentence == "Exactly this file was imported before."
    everybody = duplicates.model.rowCount()
    duplicates.sum_line.chosen.emit("review")
    assert 0 < duplicates.model.rowCount() < everybody
    duplicates.sum_line.chosen.emit("review")
    assert duplicates.model.rowCount() == everybody
    window.go_on()
    result = page.result
    assert "new people may be people who were known" in result.notice.sentence
    assert result.model.items[0].detail
    result.sum_line.chosen.emit("matched")
    assert {row.outcome.value for row in result.model.items} == {"matched"}
    result.table.row_opened.emit(result.model.items[0].row)
    key, params = window.other
    assert (key, params) == ("people", {"person_id": result.model.items[0].person_id})


def test_an_earlier_import_is_undone_from_the_list_of_imports(
    window: ImportWindow, page: ImportPage
) -> None:
    window.take(page, ZHIBEK)
    window.go_on(3)
    page.result.another.click()
    assert page.presenter.step is Step.FILE
    batch = page.presenter.batches[0]
    assert "102 created" in " ".join(words(page.file.batches))
    page.file.batches.people_asked.emit(batch.id)
    assert window.other[1] == {"filter": PeopleFilter(batch_id=batch.id)}
    window.open()
    page.file.batches.undo_asked.emit(batch.id)
    window.settle()
    assert window.people() == 0
    assert window.said == "The import was undone"
    assert page.presenter.batches[0].undone


def test_an_undo_that_is_refused_is_told(window: ImportWindow, page: ImportPage) -> None:
    window.take(page, ZHIBEK)
    window.go_on(3)
    result = page.presenter.result
    assert result is not None
    assert result.rows[0].person_id is not None
    correct_person(window.desk, result.rows[0].person_id, 1, form())
    page.result.undo.click()
    window.settle()
    assert window.people() == 102
    assert page.notice.isVisible()
    assert "cannot be undone any more" in page.notice.sentence


def test_a_change_elsewhere_shows_in_the_list_of_imports(
    window: ImportWindow, page: ImportPage
) -> None:
    register(window.desk)
    with window.desk.store.read() as reads:
        assert reads.import_batches(5) == []
    window.take(page, ZHIBEK)
    window.go_on(3)
    assert page.presenter.result is not None
    assert page.presenter.result.change is not None
    window.window.publish(page.presenter.result.change)
    window.settle()
    assert len(page.presenter.batches) == 1


def test_imports_that_cannot_be_read_are_not_said_to_be_none(
    window: ImportWindow, page: ImportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(_work: ImportWork) -> None:
        raise Unavailable("storage.no_connection")

    assert page.file.batches.isVisible()
    page.presenter.batches = None
    with monkeypatch.context() as patch:
        patch.setattr(ImportWork, "batches", lost)
        window.open()
    page.refresh()
    assert not page.file.batches.isVisible()


def test_a_register_that_cannot_be_written_is_told_and_tried_again(
    window: ImportWindow, page: ImportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_arguments: object, **_options: object) -> None:
        raise Unavailable("storage.locked")

    window.take(page, ZHIBEK)
    window.go_on()
    with monkeypatch.context() as patch:
        patch.setattr(type(window.desk.store), "write", locked)
        window.go_on()
        assert page.notice.sentence.startswith("Another program is writing to the database.")
    assert page.notice.action is not None
    page.notice.action.click()
    window.settle()
    assert page.presenter.rehearsal is not None
    with monkeypatch.context() as patch:
        patch.setattr(type(window.desk.store), "write", locked)
        window.go_on()
    assert page.presenter.step is Step.DUPLICATES
    assert page.notice.action is not None
    page.notice.action.click()
    window.settle()
    assert page.presenter.step is Step.RESULT
    assert window.people() == 102


def test_a_list_is_not_taken_while_another_is_being_stored(
    window: ImportWindow, page: ImportPage
) -> None:
    window.take(page, ZHIBEK)
    window.go_on()
    window.go_on()
    window.press(Key.Key_Return, Control)
    page.take_file(LISTS / "bus-leader.xls")
    assert window.said == "One moment: the last list is still being stored."
    window.settle()
    assert page.presenter.list.file_name == ZHIBEK.name
    assert window.people() == 102


def test_after_an_import_the_list_is_compared_anew(window: ImportWindow, page: ImportPage) -> None:
    window.take(page, ZHIBEK)
    window.go_on(3)
    window.press(Key.Key_Left, Alt)
    window.settle()
    found = page.presenter.rehearsal
    assert found is not None
    assert found.matched > 90


def test_a_bug_in_a_job_leaves_the_page_alive(
    window: ImportWindow, page: ImportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise RuntimeError("a mistake")

    with monkeypatch.context() as patch:
        patch.setattr(type(window.desk.workshop), "read_list", broken)
        page.take_file(ZHIBEK)
        window.qtbot.waitUntil(lambda: bool(window.crashes))
    assert page.file.error is not None
    assert "The work stopped unexpectedly" in words(page.file.error)[0]
    window.crashes.clear()
    window.take(page, ZHIBEK)
    window.go_on()
    with monkeypatch.context() as patch:
        patch.setattr(type(window.desk.store), "write", broken)
        window.press(Key.Key_Return, Control)
        window.qtbot.waitUntil(lambda: bool(window.crashes))
        window.crashes.clear()
        window.settle()
    assert page.notice.action is not None
    page.notice.action.click()
    window.settle()
    assert page.presenter.rehearsal is not None
