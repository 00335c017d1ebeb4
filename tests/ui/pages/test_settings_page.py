"""The page of settings in the window: typing, saving, colours at once, backup, drafts."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui_care import Care
from ui_page_window import PageWindow, words

from desktop.errors import Unavailable, UserError
from desktop.paths import policy_file
from desktop.settings import Theme as ThemeChoice
from desktop.settings import load, user_file
from desktop.ui.jobs import JobRunner
from desktop.ui.pages.settings.page import SettingsPage
from desktop.ui.pages.settings.presenter import SettingsPresenter
from desktop.ui.theme import Mode, Theme, color
from desktop.usecases.care import WouldLose
from desktop.usecases.ports import Desk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def care(tmp_path: Path) -> Care:
    return Care(tmp_path)


@pytest.fixture
def window(
    qtbot: QtBot, jobs: JobRunner, local_desk: Desk, theme: Theme, care: Care
) -> Iterator[PageWindow]:
    yield PageWindow(
        qtbot,
        jobs,
        local_desk,
        theme,
        "settings",
        lambda context: SettingsPage(context, maintenance=care),
    )


@pytest.fixture
def page(window: PageWindow) -> SettingsPage:
    shown = window.open()
    assert isinstance(shown, SettingsPage)
    return shown


def type_function(window: PageWindow, page: SettingsPage, text: str) -> None:
    page.fields.officer_function.edit.setFocus()
    window.qtbot.keyClicks(page.fields.officer_function.edit, text)


def test_typing_is_saved_by_keyboard(window: PageWindow, page: SettingsPage) -> None:
    assert not page.save_button.isEnabled()
    assert page.back_button.isHidden()
    type_function(window, page, "Consul")
    assert page.save_button.isEnabled()
    window.press(Key.Key_S, CONTROL)
    window.settle()
    assert window.said == "Settings saved"
    assert not page.save_button.isEnabled()
    with window.desk.store.read() as reads:
        assert reads.officer_name(window.desk.store.actor.officer_id)[1] == "Consul"
    assert load().officer_function == "Consul"


def test_problems_stand_beside_their_fields(window: PageWindow, page: SettingsPage) -> None:
    page.fields.officer_name.edit.setFocus()
    page.fields.officer_name.edit.selectAll()
    window.press(Key.Key_Backspace)
    window.press(Key.Key_S, CONTROL)
    window.settle()
    assert page.fields.officer_name.problem == "Write the name that stands under signatures."
    assert page.fields.officer_name.edit.hasFocus()
    assert page.save_button.isEnabled()
    page.back_button.click()
    window.settle()
    assert page.fields.officer_name.value() == "Раҳимзода Ф. А."
    assert page.fields.officer_name.problem == ""


def test_a_failure_keeps_what_was_typed(
    window: PageWindow, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: SettingsPresenter, _entry: object) -> None:
        raise Unavailable("settings.not_saved", file="settings.toml")

    type_function(window, page, "Consul")
    with monkeypatch.context() as patch:
        patch.setattr(SettingsPresenter, "save", fail)
        page.save_button.click()
        window.settle()
    assert "could not be saved" in page.problem.sentence
    assert any("still here" in text for text in words(page.problem))
    assert page.fields.officer_function.value() == "Consul"
    page.save_button.click()
    window.settle()
    assert page.problem.sentence == ""


def test_colours_change_at_once_and_are_kept(
    window: PageWindow, page: SettingsPage, theme: Theme
) -> None:
    page.fields.theme.combo.setFocus()
    page.fields.theme.set_value("light")
    window.press(Key.Key_Down)
    assert theme.mode is Mode.DARK
    assert color("window").lightness() < 128
    window.settle()
    assert load().theme is ThemeChoice.DARK
    assert not page.save_button.isEnabled()


def test_the_language_is_announced_for_the_next_start(
    window: PageWindow, page: SettingsPage
) -> None:
    page.fields.language.set_value("ru")
    page.fields.language.edited.emit()
    page.save_button.click()
    window.settle()
    assert window.said == "Settings saved. The language changes at the next start."
    assert load().language == "ru"


def test_what_an_administrator_fixed_cannot_be_changed(
    window: PageWindow, page: SettingsPage
) -> None:
    fields = page.fields
    assert fields.language.isEnabled()
    policy = policy_file()
    policy.parent.mkdir(parents=True, exist_ok=True)
    policy.write_text('[interface]\nlanguage = "fr"\n[office]\nnames = { tg = "Сафорат" }\n')
    window.open()
    fixed = [fields.language, *fields.names.values()]
    assert not any(field.isEnabled() for field in fixed)
    assert all("Set by your administrator" in words(field) for field in fixed)
    assert fields.language.value() == "fr"
    assert fields.zone.isEnabled()
    assert "of all times on papers" in words(fields.zone)
    type_function(window, page, "Consul")
    window.press(Key.Key_S, CONTROL)
    window.settle()
    assert window.said == "Settings saved"
    assert "interface" not in user_file().read_text("utf-8")
    policy.unlink()
    window.open()
    assert all(field.isEnabled() for field in fixed)
    assert "from the next start" in words(fields.language)


def test_unsaved_words_survive_the_end_of_the_window(
    window: PageWindow, page: SettingsPage
) -> None:
    type_function(window, page, "Consul")
    window.open()
    assert page.fields.officer_function.value() == "Consul"
    page.closing()
    window.settle()
    again = SettingsPage(window.context, maintenance=Care(None))
    window.qtbot.addWidget(again)
    again.opened({})
    window.settle()
    assert again.fields.officer_function.value() == "Consul"
    assert again.is_changed
    assert "shown again" in window.said
    again.back_button.click()
    window.settle()
    assert not again.is_changed
    again.opened({})
    window.settle()
    assert again.fields.officer_function.value() == ""


def test_sections_are_walked_with_the_arrows(window: PageWindow, page: SettingsPage) -> None:
    assert page.sections.current == "office"
    page.sections._items["office"].setFocus()
    for _ in range(3):
        window.press(Key.Key_Down)
    assert page.sections.current == "documents"
    assert page._column.verticalScrollBar().value() > 0
    page._column.verticalScrollBar().setValue(0)
    assert page.sections.current == "office"
    window.open(section="mail")
    assert page.sections.current == "mail"


def test_a_backup_is_made_and_never_overwritten(
    window: PageWindow, page: SettingsPage, care: Care, tmp_path: Path
) -> None:
    page.data.back_up_button.click()
    dialog = page.data.dialog
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "homeward-20201111-103000.db"
    target = tmp_path / "copy.db"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    window.settle()
    assert care.made == [target]
    assert window.said == "Backup made and checked: copy.db"
    assert str(tmp_path) in words(page.data)
    page.data.back_up_button.click()
    dialog = page.data.dialog
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    window.settle()
    assert any("is there already" in text for text in words(page.data))
    assert page.data.back_up_button.isEnabled()


def test_the_folder_is_opened_or_named(
    window: PageWindow, page: SettingsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter((True, False))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: next(answers))
    page.data.open_button.click()
    assert not any("could not be opened" in text for text in words(page.data))
    page.data.open_button.click()
    window.settle()
    assert f"The folder could not be opened: {tmp_path}" in words(page.data)


def test_a_shared_database_is_backed_up_elsewhere(window: PageWindow) -> None:
    shared = SettingsPage(window.context, maintenance=Care(None))
    window.qtbot.addWidget(shared)
    shown = words(shared.data)
    assert "server/homeward" in shown
    assert "Back up now" not in shown


def test_backups_are_shown_made_and_copied_to_a_second_place(
    window: PageWindow, page: SettingsPage, care: Care, tmp_path: Path
) -> None:
    panel = page.backups
    assert panel is not None
    window.settle()
    assert "none yet" in words(panel)
    panel.keep_button.click()
    window.settle()
    assert "11 Nov 2020, 16:30" in words(panel)
    assert "Backup made and checked." in words(panel)
    panel.choose_button.click()
    dialog = panel.dialog
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "stick"))
    dialog.reject()
    window.settle()
    assert str(tmp_path / "stick") in words(panel)
    care.refusal = Unavailable("backup.second_missing", folder="stick")
    panel.keep_button.click()
    window.settle()
    assert any("is not there: stick" in text for text in words(panel))
    panel.forget_button.click()
    window.settle()
    assert str(tmp_path / "stick") not in words(panel)
    assert page.sections.current == "office"
    window.open(section="backups")
    assert page.sections.current == "backups"


def test_a_restore_says_first_what_would_be_lost(
    window: PageWindow, page: SettingsPage, care: Care, tmp_path: Path
) -> None:
    panel = page.backups
    assert panel is not None
    care.lost = WouldLose(12, datetime(2020, 11, 10, 11, tzinfo=UTC), 104, 102)
    panel.restore_button.click()
    window.settle()
    dialog = panel.restoring
    assert dialog is not None
    assert care.asked == [Path("register-20201110-103000.db")]
    assert "12 changes since 10 Nov 2020, 17:00 would be lost." in words(dialog)
    assert "People in the register now: 104; in the backup: 102" in words(dialog)
    assert not dialog.restore_button.isEnabled()
    dialog.sure.set_value(True)
    dialog.sure.edited.emit()
    assert dialog.restore_button.isEnabled()
    dialog.which.set_value("other")
    dialog.which.edited.emit()
    chooser = dialog.file_dialog
    assert chooser is not None
    care.lost = WouldLose(0, None, 104, 104)
    chooser.fileSelected.emit(str(tmp_path / "stick.db"))
    chooser.reject()
    window.settle()
    assert "Nothing would be lost." in words(dialog)
    assert not dialog.restore_button.isEnabled()
    care.refusal = UserError("backup.other_key", file="stick.db")
    dialog.which.set_value("register-20201110-103000.db")
    dialog.which.edited.emit()
    window.settle()
    assert any("made with another passphrase" in text for text in words(dialog))
    dialog.sure.set_value(True)
    dialog.sure.edited.emit()
    assert not dialog.restore_button.isEnabled()
    care.refusal, care.lost = None, None
    dialog.which.edited.emit()
    window.settle()
    dialog.sure.set_value(True)
    dialog.sure.edited.emit()
    dialog.restore_button.click()
    window.settle()
    assert care.restored == [Path("register-20201110-103000.db")]


def test_the_passphrase_is_changed_where_the_present_one_is_right(
    window: PageWindow, page: SettingsPage, care: Care
) -> None:
    panel = page.security
    assert panel is not None
    assert "The register is encrypted." in words(panel)
    panel.passphrase_button.click()
    dialog = panel.dialog
    assert dialog is not None
    dialog.present.set_value("the former one")
    dialog.first.set_value("too short")
    dialog.button.click()
    assert dialog.first.problem.startswith("A passphrase has 10 characters")
    dialog.first.set_value("four words nobody guesses")
    dialog.second.set_value("four words nobody guessed")
    dialog.button.click()
    assert dialog.second.problem
    dialog.second.set_value("four words nobody guesses")
    care.refusal = UserError("key.wrong")
    dialog.button.click()
    window.settle()
    assert "does not open the register" in dialog.present.problem
    care.refusal = None
    dialog.button.click()
    window.settle()
    assert care.passphrases == [("the former one", "four words nobody guesses")]
    assert "The passphrase was changed." in words(panel)


def test_a_register_without_a_key_gets_one(qtbot: QtBot, window: PageWindow, care: Care) -> None:
    care.has_key = False
    page = SettingsPage(window.context, maintenance=care)
    qtbot.addWidget(page)
    panel = page.security
    assert panel is not None
    assert "The register is not encrypted." in words(panel)
    panel.passphrase_button.click()
    dialog = panel.dialog
    assert dialog is not None
    assert not dialog.present.isVisibleTo(dialog)
    dialog.first.set_value("four words nobody guesses")
    dialog.second.set_value("four words nobody guesses")
    dialog.button.click()
    window.settle()
    assert care.passphrases == [("", "four words nobody guesses")]


def test_the_minutes_without_work_are_kept(
    window: PageWindow, page: SettingsPage, care: Care
) -> None:
    panel = page.security
    assert panel is not None
    assert panel.minutes.value() == "10"
    panel.minutes.set_value("0")
    panel.minutes.edited.emit()
    window.settle()
    assert care.minutes == 0
    assert window.said == "Kept."
