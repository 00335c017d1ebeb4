"""The page of settings in the window: typing, saving, colours at once, backup, drafts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui_page_window import PageWindow, words

from desktop.errors import Unavailable, UserError
from desktop.paths import policy_file
from desktop.settings import Theme as ThemeChoice
from desktop.settings import load, user_file
from desktop.ui.jobs import JobRunner
from desktop.ui.pages.settings.page import SettingsPage
from desktop.ui.pages.settings.presenter import SettingsPresenter
from desktop.ui.theme import Mode, Theme, color
from desktop.usecases.ports import Desk

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


class Care:
    """Care of a local file that is not there."""

    def __init__(self, folder: Path | None) -> None:
        self.data_folder = folder
        self.database_name = str(folder / "homeward.db") if folder else "server/homeward"
        self.made: list[Path] = []

    def back_up(self, path: Path) -> None:
        """Note the file, and refuse one that is there."""
        if path.exists():
            raise UserError("backup.exists", file=path.name)
        path.write_bytes(b"copy")
        self.made.append(path)


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
