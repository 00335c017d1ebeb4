"""The program around its pages: its language, and bars that follow what was saved."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from ui_program import running, settle

from desktop import app, settings
from desktop.app import screen_language
from desktop.program import Program
from desktop.ui.pages.settings.page import SettingsPage
from desktop.ui.shell.statusbar import LocalTime
from desktop.ui.widgets.labels import Label


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, _prepared_file: Path
) -> Iterator[Program]:
    """The real program on a register in which nobody is yet."""
    database = tmp_path / "homeward.db"
    shutil.copy(_prepared_file, database)
    with running(qtbot, qapp, database) as made:
        yield made


@pytest.mark.parametrize(
    ("chosen", "system", "language"),
    [
        ("", ["ru-Cyrl-RU", "ru-RU", "ru"], "ru"),
        ("", ["fr_FR"], "fr"),
        ("", ["kk-KZ", "ru-KZ", "en-US"], "ru"),
        ("", ["C"], "en"),
        ("", [], "en"),
        ("en", ["ru-RU"], "en"),
        ("xx", ["ru-RU"], "ru"),
    ],
)
def test_the_language_is_the_chosen_one_or_that_of_the_system(
    chosen: str, system: list[str], language: str
) -> None:
    assert screen_language(chosen, system) == language


def test_every_language_of_the_screens_can_be_chosen() -> None:
    assert all(screen_language(code, ["de-DE"]) == code for code in settings.SCREEN_LANGUAGES)


@pytest.mark.parametrize(("chosen", "language"), [("", "fr"), ("ru", "ru")])
def test_the_window_starts_in_that_language(
    monkeypatch: pytest.MonkeyPatch, chosen: str, language: str
) -> None:
    opened: list[str] = []

    system = SimpleNamespace(uiLanguages=lambda: ["fr-FR"])
    settings.save(replace(settings.Settings(), language=chosen))
    with monkeypatch.context() as patch:
        patch.setattr(app, "QLocale", SimpleNamespace(system=lambda: system))
        patch.setattr(app, "open_window", lambda *given, **_how: opened.append(given[2]))
        app.main()
    assert opened == [language]


def test_settings_that_cannot_be_read_are_told_in_words(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    settings.user_file().parent.mkdir(parents=True)
    settings.user_file().write_text("language = \n", "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(app, "QApplication", lambda _arguments: qapp)
        patch.setattr(QMessageBox, "critical", lambda *words: said.append(words[2]))
        assert app.main() == 1
    assert "settings.toml" in said[0]


def test_the_bars_follow_the_saved_office_and_officer(qtbot: QtBot, program: Program) -> None:
    window = program.window
    window.go("settings")
    page = window.current_page
    assert isinstance(page, SettingsPage)
    settle(qtbot, program)
    fields = page.fields
    fields.names["en"].set_value("Consulate General, Osh")
    fields.officer_name.set_value("Zarina Nazarova")
    fields.officer_function.set_value("Vice consul")
    fields.zone.set_value("Asia/Tokyo")
    fields.edited.emit()
    qtbot.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.is_changed)
    settle(qtbot, program)
    said = {label.text() for label in window.findChildren(Label)}
    assert {"Consulate General, Osh", "Zarina Nazarova", "Vice consul"} <= said
    time = window.findChild(LocalTime)
    assert time is not None
    assert "Tokyo (UTC+9)" in time.text()
