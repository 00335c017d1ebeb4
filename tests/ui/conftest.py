"""Widgets without a screen: one application, one theme, and nothing left after a test."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication

import desktop.program
from desktop import log
from desktop.app import Start
from desktop.cli.story import STORY_OFFICE
from desktop.ui.jobs import JobRunner
from desktop.ui.privacy import Privacy
from desktop.ui.style import install
from desktop.ui.theme import Mode, Theme
from reports.texts import Texts


def pytest_configure(config: pytest.Config) -> None:
    """The plugin without a screen says what it can't do; that is no failure of ours."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The theme, installed once.

    What is there by now, from libraries and earlier tests, is kept out of the collections that
    follow every test of a window: looking through it takes longer than most of these tests.
    """
    installed = install(qapp, mode=Mode.LIGHT, text_scale=1.0)
    gc.collect()
    gc.freeze()
    return installed


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication, theme: Theme) -> Iterator[None]:
    """Destroy every window after the test: leftovers die in random order at the end."""
    yield
    theme.set_rollcall(False)
    theme.set_mode(Mode.LIGHT)
    Privacy.current().set_hidden(False)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()
    gc.collect()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[JobRunner]:
    """A runner that is shut down after the test."""
    runner = JobRunner()
    yield runner
    assert runner.shutdown()
    qapp.processEvents()


@pytest.fixture
def texts() -> Texts:
    """The English words."""
    return Texts()


@pytest.fixture
def start(
    qapp: QApplication, theme: Theme, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Start]:
    """What `homeward --plain` begins, on the register `homeward.db` in the folder of the test."""
    with _begun(qapp, theme, monkeypatch, tmp_path, plain=True) as made:
        yield made


@pytest.fixture
def fresh_start(
    qapp: QApplication, theme: Theme, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Start]:
    """The same where nobody has said how a register is made."""
    with _begun(qapp, theme, monkeypatch, tmp_path, plain=False) as made:
        yield made


@contextmanager
def _begun(
    qapp: QApplication,
    theme: Theme,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    *,
    plain: bool,
) -> Iterator[Start]:
    monkeypatch.setattr(desktop.program, "install", lambda _app, **_choice: theme)
    monkeypatch.setattr(log, "configure", lambda *_args, **_options: True)
    interval = sys.getswitchinterval()
    made = Start(qapp, str(tmp_path / "homeward.db"), STORY_OFFICE, Texts(), plain=plain)
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()
    if made.program is not None:
        made.program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    sys.setswitchinterval(interval)
