"""The first window waits for nothing that it does not show."""

import json
import subprocess
import sys

FORBIDDEN = (
    "sqlalchemy", "alembic", "reportlab", "openpyxl", "numpy", "babel", "pypdfium2", "rapidfuzz",
    "phonenumbers", "psycopg", "sqlcipher3", "python_calamine", "num2words",
)  # fmt: skip

PROGRAM = """
import json, os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from datetime import UTC, datetime
from PySide6.QtWidgets import QApplication
from desktop.ui.jobs import JobRunner
from desktop.ui.page import Page, PageSpec
from desktop.ui.shell import LocalZone, MainWindow, Officer
from desktop.ui.style import install
from reports.texts import Texts

app = QApplication([])
install(app)
jobs = JobRunner(app)
window = MainWindow(
    Texts(), jobs, [PageSpec("today", "Today", Page, "home")], office="Embassy",
    officer=Officer("Z. Nazarova", "Consular officer", "ZN"), zone=LocalZone(UTC, "Tashkent"),
    now=lambda: datetime.now(UTC),
)
window.show()
window.grab()
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
jobs.shutdown()
"""


def test_the_first_window_loads_no_heavy_library() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(done.stdout))
    assert loaded & set(FORBIDDEN) == set()
    assert "PySide6" in loaded
