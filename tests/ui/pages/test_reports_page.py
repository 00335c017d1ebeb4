"""The page of reports in the window: preview, print, save and send, mostly with the keyboard."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from support.people import form, plan, register
from ui_page_window import PageWindow, words

from desktop import paths
from desktop.settings import Settings, save
from desktop.ui.jobs import JobRunner
from desktop.ui.pages.reports import printing
from desktop.ui.pages.reports.orders import Kind
from desktop.ui.pages.reports.page import ReportsPage
from desktop.ui.pages.reports.send_dialog import SendDialog
from desktop.ui.theme import Mode, Theme
from desktop.ui.widgets.dialogs import Dialog
from desktop.usecases.movements import remove_travellers
from desktop.usecases.ports import Desk
from desktop.usecases.seating import auto_seat
from desktop.usecases.views import DispatchRow

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, jobs: JobRunner, local_desk: Desk, theme: Theme) -> Iterator[PageWindow]:
    yield PageWindow(qtbot, jobs, local_desk, theme, "reports", ReportsPage)


@pytest.fixture
def movement_id(local_desk: Desk) -> UUID:
    """Fifty people on a bus and a minibus, seated."""
    people = [
        register(local_desk, form("Раҳмонов", f"Фирӯз{n}", document=f"40211{n:04}"))
        for n in range(50)
    ]
    movement = plan(local_desk, *people, layouts=("bus-49", "minibus-16"))
    auto_seat(local_desk, movement)
    return movement


@pytest.fixture
def page(window: PageWindow, movement_id: UUID) -> ReportsPage:
    shown = window.open(movement_id=movement_id)
    assert isinstance(shown, ReportsPage)
    return shown


def dispatches(desk: Desk) -> list[DispatchRow]:
    with desk.store.read() as reads:
        return reads.dispatches(100)


def test_the_lists_are_shown_as_they_will_be(window: PageWindow, page: ReportsPage) -> None:
    preview = page.preview.preview
    assert preview is not None
    assert len(preview.lists) == 2
    pages = page.preview.paper.pages
    assert pages.page_count == len(preview.sizes) > 2
    assert page.preview.pill.accessibleName() == "Bus 1, 401 KZA 02, Version 1, not issued yet"
    assert page.actions_bar.print_button.words == "Print 2 lists"
    assert page.gallery.card(Kind.LIST).accessibleName() == "Travel list, not issued yet"
    assert page.parameters.purpose.value() == "Crossing the border"
    # The page in sight is a true picture: white paper with black letters on it.
    window.qtbot.waitUntil(lambda: 0 in pages._images)
    image = pages._images[0]
    width = pages._boxes[0].width() * page.devicePixelRatioF()
    assert abs(image.width() - width) <= 1
    ink = {image.pixelColor(x, image.height() // 12).lightness() for x in range(image.width())}
    assert max(ink) == 255
    assert min(ink) < 128


def test_page_keys_walk_through_the_pages(window: PageWindow, page: ReportsPage) -> None:
    bar = page.preview.paper.pages.verticalScrollBar()
    page.parameters.recipient.combo.setFocus()
    window.press(Key.Key_PageDown)
    first = bar.value()
    assert first > 0
    for _ in range(20):
        window.press(Key.Key_PageDown)
    window.settle()
    assert bar.value() == bar.maximum()
    shown = page.preview.preview
    assert shown is not None
    assert page.preview.pill.accessibleName().startswith(shown.lists[-1].title)
    for _ in range(30):
        window.press(Key.Key_PageUp)
    assert bar.value() == 0


def test_paper_stays_white_in_the_dark(window: PageWindow, page: ReportsPage, theme: Theme) -> None:
    theme.set_mode(Mode.DARK)
    window.settle()
    pages = page.preview.paper.pages
    shot = pages.grab().toImage()
    box = pages._boxes[0]
    ratio = shot.devicePixelRatio()
    assert shot.pixelColor(int((box.left() + 5) * ratio), int((box.top() + 5) * ratio)) == "#ffffff"
    assert shot.pixelColor(2, 2).lightness() < 128


def test_what_is_chosen_with_the_keyboard_is_shown(window: PageWindow, page: ReportsPage) -> None:
    parameters = page.parameters
    parameters.vehicle.combo.setFocus()
    window.press(Key.Key_Down)
    window.settle()
    assert page.actions_bar.print_button.words == "Print 1 list"
    parameters.per._segments[1].setFocus()
    window.press(Key.Key_Space)
    window.settle()
    preview = page.preview.preview
    assert preview is not None
    assert [one.title for one in preview.lists] == ["Whole movement"]
    assert parameters.vehicle.isHidden()
    parameters.recipient.combo.setFocus()
    window.press(Key.Key_Down)
    window.settle()
    assert parameters.purpose.value() == "Carriage of the travellers"
    parameters.language.combo.setFocus()
    window.press(Key.Key_Down)
    window.settle()
    preview = page.preview.preview
    assert preview is not None
    assert preview.order.language == "en"
    assert preview.lists[0].file_name == "ALA-2020-0001_carrier_v1_en.pdf"


def test_a_purpose_that_was_typed_stays(window: PageWindow, page: ReportsPage) -> None:
    page.parameters.purpose.edit.setFocus()
    page.parameters.purpose.edit.selectAll()
    window.qtbot.keyClicks(page.parameters.purpose.edit, "Night crossing")
    page.parameters.recipient.combo.setFocus()
    window.press(Key.Key_Down)
    window.settle()
    assert page.parameters.purpose.value() == "Night crossing"


def test_nothing_leaves_without_a_purpose(window: PageWindow, page: ReportsPage) -> None:
    page.parameters.purpose.set_value("")
    window.press(Key.Key_E, CONTROL)
    assert page.outgoing.dialog is None
    assert "recorded" in page.parameters.purpose.problem
    assert page.parameters.purpose.edit.hasFocus()


def test_a_computer_without_a_printer_is_told_in_words(
    window: PageWindow, page: ReportsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printer_names", list)
    window.press(Key.Key_P, CONTROL)
    assert "No printer is set up" in page.actions_bar.problem.sentence
    assert dispatches(window.desk) == []


def test_lists_are_issued_and_printed_page_by_page(
    window: PageWindow,
    page: ReportsPage,
    tmp_path: Path,
    movement_id: UUID,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(printing, "printer_names", lambda: ["Office"])
    told: list[tuple[int, int]] = []
    page.outgoing.printing.connect(lambda done, total: told.append((done, total)))
    window.press(Key.Key_P, CONTROL)
    dialog = page.outgoing.dialog
    assert isinstance(dialog, QPrintDialog)
    printer = page.outgoing._printer
    assert printer is not None
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(100)
    preview = page.preview.preview
    assert preview is not None
    dialog.accepted.emit(printer)
    dialog.reject()
    window.settle()
    count = len(preview.sizes)
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == count
    assert [round(side) for side in printed.get_page_size(0)] == [595, 842]
    printed.close()
    assert told[0] == (0, count)
    assert (count, count) in told
    assert window.said.startswith(f"{count} pages sent to")
    assert {(row.kind, row.purpose) for row in dispatches(window.desk)} == {
        ("printed", "Crossing the border")
    }
    with window.desk.store.read() as reads:
        assert len(reads.manifests(movement_id)) == 2
    assert "Version 1, issued" in page.preview.pill.accessibleName()
    assert page.shelf.history.table.model().rowCount() == 4
    assert page.gallery.card(Kind.LIST).accessibleName() == "Travel list, 2 versions issued"


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_printer_that_takes_nothing_is_told_and_the_lists_stay_issued(
    window: PageWindow, page: ReportsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printer_names", lambda: ["Office"])
    page.print_out()
    printer = page.outgoing._printer
    assert printer is not None
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))
    dialog = page.outgoing.dialog
    assert isinstance(dialog, QPrintDialog)
    dialog.accepted.emit(printer)
    dialog.reject()
    window.settle()
    assert "did not take the pages" in page.actions_bar.problem.sentence
    assert page.actions_bar.print_button.isEnabled()


def test_several_lists_are_saved_into_a_folder(
    window: PageWindow, page: ReportsPage, tmp_path: Path
) -> None:
    page.actions_bar.pdf_button.click()
    dialog = page.outgoing.dialog
    assert isinstance(dialog, QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    window.settle()
    names = sorted(file.name for file in tmp_path.glob("*.pdf"))
    assert names == [
        "ALA-2020-0001-1_border_service_v1_ru.pdf",
        "ALA-2020-0001-2_border_service_v1_ru.pdf",
    ]
    assert window.said == f"2 files saved in {tmp_path.name}"
    assert {row.kind for row in dispatches(window.desk)} == {"saved"}


def test_one_list_is_saved_under_the_name_that_is_offered(
    window: PageWindow, page: ReportsPage, tmp_path: Path
) -> None:
    page.parameters.per.set_value("movement")
    page.parameters.per.committed.emit()
    window.settle()
    window.press(Key.Key_E, CONTROL)
    dialog = page.outgoing.dialog
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "ALA-2020-0001_border_service_v1_ru.xlsx"
    dialog.fileSelected.emit(str(tmp_path / "gone" / "list.xlsx"))
    dialog.reject()
    window.settle()
    assert "its folder is not there any more" in page.actions_bar.problem.sentence
    assert dispatches(window.desk) == []
    page.export()
    assert isinstance(page.outgoing.dialog, QFileDialog)
    page.outgoing.dialog.fileSelected.emit(str(tmp_path / "list.xlsx"))
    page.outgoing.dialog.reject()
    window.settle()
    assert (tmp_path / "list.xlsx").read_bytes().startswith(b"PK")
    assert page.actions_bar.problem.sentence == ""


def test_a_draft_is_made_after_its_problems_are_mended(
    window: PageWindow, page: ReportsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) is None
    )
    save(Settings(mail_domains=("border.uz",)))
    window.open()
    page.actions_bar.send_button.click()
    window.settle()
    dialog = page.outgoing.dialog
    assert isinstance(dialog, SendDialog)
    assert dialog.to.edit.hasFocus() or dialog.focusWidget() is dialog.to.edit
    assert dialog.purpose.value() == "Crossing the border"
    assert "Names of 50 people leave the office: the purpose is recorded." in words(dialog)
    dialog.make.click()
    assert "at least one e-mail address" in dialog.to.problem
    dialog.to.set_value("boss@example.com")
    dialog.message.set_value("Words of my own")
    dialog.make.click()
    window.settle()
    assert "outside the organisations" in dialog.to.problem
    assert dialog.message.value() == "Words of my own"
    assert dispatches(window.desk) == []

    dialog.new_recipient.click()
    dialog.form.email.edit.setText("post at border")
    dialog.form.add.click()
    assert "is not one e-mail address" in dialog.form.email.problem
    dialog.form.email.edit.setText("post@border.uz")
    dialog.form.add.click()
    window.settle()
    assert "needs a name" in dialog.form.name.problem
    dialog.form.name.edit.setText("Oybek border post")
    dialog.form.add.click()
    window.settle()
    assert dialog.to.value() == "boss@example.com\npost@border.uz"
    assert dialog.directory.combo.count() == 1
    dialog.to.set_value("post@border.uz")
    dialog.subject.set_value("")
    dialog.make.click()
    assert dialog.subject.problem
    dialog.subject.set_value("Lists")
    dialog.make.click()
    window.settle()
    files = list((paths.data_dir() / "temp").glob("*/*.eml"))
    assert opened == [str(one) for one in files]
    assert len(files) == 1
    assert b"Words of my own" in files[0].read_bytes()
    assert window.said.startswith("Draft made")
    assert {(row.kind, row.recipient) for row in dispatches(window.desk)} == {
        ("drafted", "post@border.uz")
    }


def test_a_draft_that_no_program_opens_is_kept_and_named(
    window: PageWindow, page: ReportsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    page.actions_bar.send_button.click()
    window.settle()
    dialog = page.outgoing.dialog
    assert isinstance(dialog, SendDialog)
    dialog.to.set_value("post@border.uz")
    dialog.excel.set_value(True)
    dialog.make.click()
    window.settle()
    file = next((paths.data_dir() / "temp").glob("*/*.eml"))
    told = [one for one in QApplication.topLevelWidgets() if type(one) is Dialog]
    assert any(str(file) in "\n".join(words(one)) for one in told)
    assert len(dispatches(window.desk)) == 4


def test_the_summary_shows_its_first_figures_and_opens_in_excel(
    window: PageWindow, page: ReportsPage, tmp_path: Path
) -> None:
    page.gallery.card(Kind.LIST).setFocus()
    window.press(Key.Key_Right)
    window.settle()
    assert page.preview.preview is None
    shown = words(page.preview.figures)
    assert "Возвращение граждан: сводка для министерства" in shown
    assert any("opens in Excel" in text for text in shown)
    assert page.actions_bar.print_button.isHidden()
    assert page.parameters.purpose.value() == "Report to the ministry"
    window.press(Key.Key_P, CONTROL)
    assert "opens in Excel" in window.said
    window.press(Key.Key_E, CONTROL)
    dialog = page.outgoing.dialog
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "summary.xlsx"))
    dialog.reject()
    window.settle()
    assert page.gallery.card(Kind.SUMMARY).accessibleName() == (
        "Ministry summary, saved or sent 1 time"
    )
    assert page.shelf.history.table.model().rowCount() == 1


def test_without_a_movement_the_way_to_one_is_offered(window: PageWindow) -> None:
    page = window.open(kind="list")
    assert isinstance(page, ReportsPage)
    assert page.preview.said.startswith("No movement yet")
    assert not page.actions_bar.pdf_button.isEnabled()
    window.press(Key.Key_E, CONTROL)
    assert page.outgoing.dialog is None
    page.preview.movement_asked.emit()
    assert window.other == ("movements", {"new": True})


def test_an_empty_movement_says_so_and_leads_there(window: PageWindow, local_desk: Desk) -> None:
    movement = plan(local_desk)
    page = window.open(movement_id=movement)
    assert isinstance(page, ReportsPage)
    assert page.preview.said.startswith("Nobody is on this list yet")
    page.preview.movement_asked.emit()
    assert window.other == ("movements", {"movement_id": movement})


def test_unseated_people_have_the_list_of_the_movement(
    window: PageWindow, local_desk: Desk
) -> None:
    movement = plan(local_desk, register(local_desk))
    page = window.open(movement_id=movement)
    assert isinstance(page, ReportsPage)
    assert page.parameters.per.isHidden()
    preview = page.preview.preview
    assert preview is not None
    assert [one.title for one in preview.lists] == ["Whole movement"]


def test_a_preview_that_is_stopped_says_so(window: PageWindow, page: ReportsPage) -> None:
    page._refresh()
    assert page._drawing is not None
    page._drawing.cancel()
    window.settle()
    assert page.preview.said.startswith("The preview was stopped")
    page.preview.again_asked.emit()
    window.settle()
    assert page.preview.preview is not None


def test_a_change_elsewhere_is_shown(
    window: PageWindow, page: ReportsPage, movement_id: UUID, local_desk: Desk
) -> None:
    with local_desk.store.read() as reads:
        first = reads.movement_detail(movement_id).travellers[0]
    change = remove_travellers(local_desk, [first.id], "stays")
    window.window.publish(change)
    window.settle()
    preview = page.preview.preview
    assert preview is not None
    assert sum(one.people for one in preview.lists) == 49


def test_pages_are_covered_while_names_are_hidden(window: PageWindow, page: ReportsPage) -> None:
    assert page.preview.paper.isVisible()
    window.press(Key.Key_H, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert not page.preview.paper.isVisible()
    assert page.preview.said.startswith("Names are hidden")
    assert page.preview.preview is not None
    window.press(Key.Key_H, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert page.preview.paper.isVisible()


def test_work_that_takes_long_is_told(page: ReportsPage) -> None:
    bar = page.actions_bar
    bar.set_busy(True)
    assert not bar.pdf_button.isEnabled()
    assert bar._late.isActive()
    bar._late.timeout.emit()
    assert "Issuing and recording. You can go on working." in words(bar)
    bar.set_busy(False)
    assert bar.pdf_button.isEnabled()
    assert "Contains names: the purpose is recorded" in words(bar)


def test_everything_that_can_be_pressed_has_a_name(page: ReportsPage) -> None:
    nameless = [
        one
        for one in page.findChildren(QAbstractButton)
        if one.isVisible() and not one.accessibleName()
    ]
    assert nameless == []
