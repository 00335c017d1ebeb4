"""Whatever has to do with Qt is loaded on the window's thread: Qt makes its classes when they are
first met, and two threads that meet them at the same time end the process.
"""

import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from desktop.paths import HOME_VARIABLE
from desktop.ui.loading import in_order, modules, spare_sources

PROGRAM = """
import json, os, sys, threading
os.environ["QT_QPA_PLATFORM"] = "offscreen"

class Watch:
    elsewhere = set()

    def find_spec(self, name, path=None, target=None):
        if name.startswith(("desktop.ui", "desktop.program", "PySide6", "shiboken6")):
            if threading.current_thread() is not threading.main_thread():
                self.elsewhere.add(name)

sys.meta_path.insert(0, Watch())
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.app import Start
from desktop.catalogue import texts
from desktop.settings import Settings

app = QApplication([])
start = Start(app, None, Settings(), texts("en"), plain=True)
timer = QTimer()

def look():
    program = start.program
    if program is not None and start.window.current_page is not None:
        if program._ahead.is_done and not program.jobs.busy:
            app.quit()

timer.timeout.connect(look)
timer.start(50)
start.begin()
app.exec()
start.close()
loaded = [name for name in sys.modules if name.startswith(("desktop", "reports"))]
print(json.dumps([sorted(Watch.elsewhere), sorted(loaded)]))
sys.stdout.flush()
os._exit(0)
"""


def test_no_other_thread_loads_anything_of_qt(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, HOME_VARIABLE: str(tmp_path)},
    )
    elsewhere, loaded = json.loads(done.stdout.splitlines()[-1])
    assert elsewhere == []
    assert set(modules("people")) <= set(loaded)


def test_the_modules_of_a_page_are_found_by_their_files() -> None:
    assert "desktop.ui.pages.today.page" in modules("today")
    assert set(modules("today")) < set(modules())


def test_what_imports_stands_behind_what_is_imported() -> None:
    order = in_order(["desktop.ui.widgets.buttons"])
    assert order[-1] == "desktop.ui.widgets.buttons"
    assert order.index("desktop.ui.tokens") < order.index("desktop.ui.theme.theme")


def test_qt_reads_no_source_of_what_is_loaded_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("loaded_before", "loaded_after"):
        (tmp_path / f"{name}.py").write_text("import enum\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    feature = sys.modules["shibokensupport.feature"]
    # Put back when the test is over, whatever was there.
    monkeypatch.setattr(feature, "_mod_uses_pyside", feature.__dict__["_mod_uses_pyside"])
    read = []
    monkeypatch.setattr(feature.inspect, "getsource", lambda one: read.append(one.__name__) or "")
    spare_sources()
    import_module("loaded_after")
    assert "loaded_after" not in read
