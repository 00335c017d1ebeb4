"""Whatever has to do with Qt is loaded on the window's thread: Qt makes its classes when they are
first met, and two threads that meet them at the same time end the process.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from desktop.paths import HOME_VARIABLE
from desktop.ui.page_list import modules

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
start = Start(app, None, Settings(), texts("en"))
timer = QTimer()

def look():
    program = start.program
    if program is not None and start.window.current_page is not None:
        if not program._at_rest.isActive() and not program.jobs.busy:
            app.quit()

timer.timeout.connect(look)
timer.start(50)
start.begin()
app.exec()
start.close()
loaded = [name for name in sys.modules if name.startswith("desktop.ui.pages")]
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
