"""The first window waits for nothing that it does not show."""

import json
import os
import subprocess
import sys
from pathlib import Path

from desktop.paths import HOME_VARIABLE

FORBIDDEN = (
    "sqlalchemy", "alembic", "reportlab", "openpyxl", "numpy", "babel", "pypdfium2", "rapidfuzz",
    "phonenumbers", "psycopg", "sqlcipher3", "python_calamine", "num2words",
)  # fmt: skip

PROGRAM = """
import json, os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
from desktop.app import Start
from desktop.catalogue import texts
from desktop.settings import Settings

def loaded():
    return sorted(sys.modules)

app = QApplication([])
start = Start(app, None, Settings(), texts("en"), plain=True)
start.window.show()
start.window.grab()
seen = loaded()
start.begun.connect(lambda: (start.program.jobs.shutdown(), app.quit()))
start.load()
app.exec()
start.window.grab()
print(json.dumps([seen, loaded()]))
"""


UNSEEN = ("desktop.ui.theme", "desktop.ui.icons", "desktop.log", "socket")


def test_the_first_window_loads_no_heavy_library(tmp_path: Path) -> None:
    environment = {**os.environ, HOME_VARIABLE: str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, env=environment
    )
    seen, furnished = map(set, json.loads(done.stdout))
    assert "PySide6" in seen
    assert seen & {*FORBIDDEN, *UNSEEN} == set()
    assert "desktop.ui.theme" in furnished
    assert furnished & set(FORBIDDEN) == set()
