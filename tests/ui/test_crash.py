import sys

import pytest
from PySide6.QtGui import QGuiApplication

from desktop.ui.crash import CrashWatch, crash_report
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.dialogs import AskDialog
from reports.texts import Texts

pytestmark = pytest.mark.logs


def bug() -> ValueError:
    try:
        raise ValueError("Раҳмонов 402118843")
    except ValueError as error:
        return error


def test_a_report_names_places_and_no_people() -> None:
    report = crash_report(bug(), "1.0")
    assert "ValueError" in report
    assert "test_crash.py" in report
    assert "Раҳмонов" not in report
    assert "402118843" not in report


def test_the_first_bug_opens_a_dialog_and_the_second_is_only_logged(
    qtbot, texts: Texts, caplog: pytest.LogCaptureFixture
) -> None:
    watch = CrashWatch(texts, "1.0")
    watch.show(bug())
    dialog = watch.dialog
    assert dialog is not None
    watch.show(bug())
    assert watch.dialog is dialog
    assert len(caplog.records) == 2
    copy, go_on = dialog.findChildren(Button)
    copy.click()
    assert "ValueError" in QGuiApplication.clipboard().text()
    go_on.click()
    assert watch.dialog is None


def test_uncaught_exceptions_are_taken(
    qtbot, texts: Texts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    watch = CrashWatch(texts, "1.0")
    watch.install()
    error = bug()
    sys.excepthook(type(error), error, error.__traceback__)
    assert watch.dialog is not None
    watch.dialog.reject()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert watch.dialog is None


def test_a_question_is_answered_by_signals(qtbot) -> None:
    dialog = AskDialog("Forget the draft?", "It can’t be brought back.", "Forget", "Keep",
                       dangerous=True)  # fmt: skip
    qtbot.addWidget(dialog)
    dialog.open()
    keep, forget = dialog.findChildren(Button)
    assert (keep.words, forget.words) == ("Keep", "Forget")
    with qtbot.waitSignal(dialog.agreed):
        forget.click()
