"""The first start: a passphrase for the new register, and its recovery code on paper."""

import errno
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pdfplumber
import pypdfium2
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.files import writing
from desktop.ui import recovery_paper
from desktop.ui.setup import RecoveryPanel, SetupPanel
from desktop.ui.theme import Mode, Theme
from desktop.ui.widgets.labels import Label
from reports.texts import Texts

Key = Qt.Key
P = TypeVar("P", bound=QWidget)
LEAST = 10
PASSPHRASE = " чор калимаи дароз "
CODE = "RX17-4WQB-9KTE-M2VC-0HZY-8PDN-5GJA-W3SF"
OFFICE = "Office <b>&amp; Sons</b>"
MADE = datetime(2026, 11, 16, 10, tzinfo=UTC)


@pytest.fixture
def panel(qtbot: QtBot, texts: Texts) -> SetupPanel:
    """The question for a passphrase, with the keyboard."""
    return shown(qtbot, SetupPanel(texts, LEAST))


@pytest.fixture
def chosen(panel: SetupPanel) -> list[str]:
    """Passphrases that were chosen; "" for the way without one."""
    made: list[str] = []
    panel.chosen.connect(made.append)
    panel.plain_chosen.connect(lambda: made.append(""))
    return made


@pytest.fixture
def recovery(
    qtbot: QtBot, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> Iterator[RecoveryPanel]:
    """The recovery code, on a computer with one printer."""
    monkeypatch.setattr(recovery_paper, "printer_names", lambda: ["Office"])
    panel = shown(qtbot, RecoveryPanel(texts, CODE, OFFICE, MADE))
    QApplication.clipboard().clear()
    yield panel
    assert QApplication.clipboard().text() == ""


def shown(qtbot: QtBot, panel: P) -> P:
    """The panel in a window of its own, with the keyboard as the main window gives it."""
    qtbot.addWidget(panel)
    panel.resize(960, 640)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    panel.setFocus(Qt.FocusReason.OtherFocusReason)
    return panel


def press(qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    qtbot.keyClick(focus(), key)


def focus() -> QWidget:
    """Where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def typed(qtbot: QtBot, first: str, second: str) -> None:
    """Type both passphrases and press Enter behind each."""
    for words in (first, second):
        field = focus()
        assert isinstance(field, QLineEdit)
        # The keys of a test know Latin letters only.
        field.insert(words)
        press(qtbot, Key.Key_Return)


def words(panel: QWidget) -> str:
    """Everything that can be read."""
    return "\n".join(one.text() for one in panel.findChildren(Label) if one.isVisible())


def test_two_times_the_same_passphrase_makes_the_register(
    qtbot: QtBot, panel: SetupPanel, chosen: list[str]
) -> None:
    assert focus() is panel.first.edit
    assert "at least 10 characters" in words(panel)
    assert "at least 10 characters" in panel.first.edit.accessibleDescription()
    typed(qtbot, PASSPHRASE, PASSPHRASE)
    assert chosen == [PASSPHRASE]
    assert panel.first.problem == panel.second.problem == ""


def test_a_short_passphrase_is_told_at_its_field_until_it_is_mended(
    qtbot: QtBot, panel: SetupPanel, chosen: list[str]
) -> None:
    typed(qtbot, "nine char", "nine char")
    assert panel.first.problem.startswith("A passphrase has 10 characters at least")
    assert (panel.second.problem, chosen) == ("", [])
    assert focus() is panel.first.edit
    assert "nobody would guess" not in words(panel)
    qtbot.keyClicks(panel.first.edit, "nine chars")
    assert panel.first.problem == ""
    assert "nobody would guess" in words(panel)
    press(qtbot, Key.Key_Return)
    typed_over(qtbot, "nine chars")
    assert chosen == ["nine chars"]


def typed_over(qtbot: QtBot, text: str) -> None:
    """Replace what stands where the keyboard is, and press Enter."""
    qtbot.keyClick(focus(), Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(focus(), text)
    press(qtbot, Key.Key_Return)


def test_two_passphrases_that_differ_make_nothing(
    qtbot: QtBot, panel: SetupPanel, chosen: list[str]
) -> None:
    typed(qtbot, "four words that last", "four words that lost")
    assert panel.second.problem == "The two passphrases are not the same."
    assert (panel.first.problem, chosen) == ("", [])
    assert focus() is panel.second.edit
    typed_over(qtbot, "four words that last")
    assert chosen == ["four words that last"]


def test_a_problem_in_a_low_window_is_scrolled_into_sight(qtbot: QtBot, panel: SetupPanel) -> None:
    panel.resize(480, 240)
    panel.first.edit.setText(PASSPHRASE)
    panel.button.click()
    field, port = panel.second, panel.viewport()

    def in_sight() -> bool:
        return port.rect().contains(QRect(field.mapTo(port, field.rect().topLeft()), field.size()))

    qtbot.waitUntil(in_sight)
    assert field.problem in words(panel)


def test_letters_are_hidden_until_they_are_asked_for(qtbot: QtBot, panel: SetupPanel) -> None:
    edits = (panel.first.edit, panel.second.edit)
    assert [one.echoMode() for one in edits] == [QLineEdit.EchoMode.Password] * 2
    press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Tab)
    assert focus() is panel.show_box.box
    press(qtbot, Key.Key_Space)
    assert [one.echoMode() for one in edits] == [QLineEdit.EchoMode.Normal] * 2
    press(qtbot, Key.Key_Space)
    assert [one.echoMode() for one in edits] == [QLineEdit.EchoMode.Password] * 2


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        ("key.short", "A passphrase has 10 characters at least; four or five words are good."),
        ("key.not_sealed", "The register could not be encrypted: "),
        ("“a” cannot be written.", "“a” cannot be written."),
    ],
)
def test_why_the_last_attempt_failed_stands_at_the_first_field(
    qtbot: QtBot, texts: Texts, problem: str, said: str
) -> None:
    panel = shown(qtbot, SetupPanel(texts, LEAST, problem))
    assert panel.first.problem.startswith(said)
    assert focus() is panel.first.edit


def test_the_way_without_encryption_leads_through_a_warning(
    qtbot: QtBot, panel: SetupPanel, chosen: list[str]
) -> None:
    panel.first.edit.setText(PASSPHRASE)
    for _ in range(4):
        press(qtbot, Key.Key_Tab)
    assert focus() is panel.plain_button
    press(qtbot, Key.Key_Space)
    assert "Whoever has the file can read it." in words(panel)
    assert "says so at all times" in words(panel)
    assert not panel.first.isVisible()
    assert focus() is panel.back_button
    press(qtbot, Key.Key_Escape)
    assert focus() is panel.plain_button
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_Space)
    press(qtbot, Key.Key_Space)
    assert focus() is panel.plain_button
    assert panel.first.edit.text() == PASSPHRASE
    assert (panel.back_button.isVisible(), chosen) == (False, [])
    press(qtbot, Key.Key_Space)
    press(qtbot, Key.Key_Tab)
    assert focus() is panel.plain_yes
    press(qtbot, Key.Key_Space)
    assert chosen == [""]


def test_the_register_is_entered_only_with_the_code_in_hand(
    qtbot: QtBot, recovery: RecoveryPanel
) -> None:
    done: list[bool] = []
    recovery.done.connect(lambda: done.append(True))
    assert recovery.code.text() == "RX17-4WQB-9KTE-M2VC\n0HZY-8PDN-5GJA-W3SF"
    assert focus() is recovery.print_button
    assert not recovery.button.isEnabled()
    press(qtbot, Key.Key_Tab)
    assert focus() is recovery.save_button
    press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Space)
    assert recovery.button.isEnabled()
    press(qtbot, Key.Key_Space)
    assert not recovery.button.isEnabled()
    press(qtbot, Key.Key_Space)
    press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Return)
    assert done == [True]


def saved(recovery: RecoveryPanel, path: Path) -> None:
    """Save the sheet under a name, as the file dialog does."""
    recovery.save_button.click()
    dialog = recovery.leaving.dialog
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "Recovery code.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    assert recovery.leaving.dialog is None


def test_the_saved_sheet_says_whose_code_it_is_and_how_it_is_used(
    recovery: RecoveryPanel, tmp_path: Path
) -> None:
    saved(recovery, tmp_path / "code.pdf")
    assert recovery.notice.sentence == f"Saved code.pdf in {tmp_path.name}"
    assert [one.name for one in tmp_path.iterdir()] == ["code.pdf"]
    with pdfplumber.open(tmp_path / "code.pdf") as document:
        [page] = document.pages
        assert (round(page.width), round(page.height)) == (595, 842)
        lines = page.extract_text().splitlines()
    assert lines[:3] == [OFFICE, "16 Nov 2026", "Recovery code"]
    assert lines[-5:-3] == ["RX17-4WQB-9KTE-M2VC", "0HZY-8PDN-5GJA-W3SF"]
    assert [line[:2] for line in lines[-3:]] == ["1.", "2.", "3."]


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_the_sheet_is_black_on_white_whatever_the_screen_is(
    recovery: RecoveryPanel, tmp_path: Path, theme: Theme, mode: Mode
) -> None:
    theme.set_mode(mode)
    saved(recovery, tmp_path / "code.pdf")
    with pdfplumber.open(tmp_path / "code.pdf") as plumbed:
        inks = {tuple(char["non_stroking_color"]) for char in plumbed.pages[0].chars}
    assert inks == {(0, 0, 0)}
    document = pypdfium2.PdfDocument(tmp_path / "code.pdf")
    picture = document[0].render(grayscale=True).to_pil()
    document.close()
    assert picture.getextrema() == (0, 255)
    inked = picture.point(lambda grey: 255 - grey).getbbox()
    assert inked is not None
    left, top, right, bottom = inked
    # Nothing stands nearer to an edge than 15 mm, and the sheet ends on its upper half.
    assert min(left, top, picture.width - right) > 42
    assert bottom < picture.height / 2


def test_a_folder_that_is_not_there_is_told(recovery: RecoveryPanel, tmp_path: Path) -> None:
    saved(recovery, tmp_path / "gone" / "code.pdf")
    assert "its folder is not there any more" in recovery.notice.sentence
    assert recovery.notice.isVisible()
    assert list(tmp_path.iterdir()) == []
    saved(recovery, tmp_path / "code.pdf")
    assert recovery.notice.sentence.startswith("Saved")


def test_a_full_disk_is_told(
    recovery: RecoveryPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _data: bytes, *, private: bool) -> None:
        assert private
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(writing, "replace_file", refuse)
    saved(recovery, tmp_path / "code.pdf")
    assert "the disk is full" in recovery.notice.sentence


def printed(recovery: RecoveryPanel, path: Path) -> None:
    """Print into a file, as a printer would take it."""
    recovery.print_button.click()
    dialog, printer = recovery.leaving.dialog, recovery.leaving._printer
    assert isinstance(dialog, QPrintDialog)
    assert printer is not None
    assert not re.search(r"\d", printer.docName())
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    dialog.accepted.emit(printer)
    dialog.reject()


def test_the_printer_is_given_the_same_sheet(recovery: RecoveryPanel, tmp_path: Path) -> None:
    printed(recovery, tmp_path / "printed.pdf")
    saved(recovery, tmp_path / "code.pdf")
    sheets = []
    for name in ("printed.pdf", "code.pdf"):
        with pdfplumber.open(tmp_path / name) as document:
            sheets.append([page.extract_text() for page in document.pages])
    assert sheets[0] == sheets[1]


def test_printing_is_told(recovery: RecoveryPanel, tmp_path: Path) -> None:
    printed(recovery, tmp_path / "printed.pdf")
    assert recovery.notice.sentence.startswith("1 page sent to")


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_printer_that_takes_nothing_is_told(recovery: RecoveryPanel, tmp_path: Path) -> None:
    printed(recovery, tmp_path / "gone" / "printed.pdf")
    assert "did not take the page" in recovery.notice.sentence


def test_a_computer_without_a_printer_is_told(
    recovery: RecoveryPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery_paper, "printer_names", list)
    recovery.print_button.click()
    assert recovery.leaving.dialog is None
    assert "No printer is set up" in recovery.notice.sentence


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_the_code_goes_into_no_log(
    recovery: RecoveryPanel, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    saved(recovery, tmp_path / "code.pdf")
    printed(recovery, tmp_path / "gone" / "printed.pdf")
    assert "4WQB" not in caplog.text
