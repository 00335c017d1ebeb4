"""How long the program takes until its window is drawn, beside a bare window of the same Qt.

The bare window says one line: any window with a word in it reads the fonts of the system.
"""

from __future__ import annotations

import time
from pathlib import Path

from trial.prefix import Prefix
from trial.screen import Screen

LARGEST_RATIO = 1.5
_ROUNDS = 3
_PATIENCE_S = 60.0
_BARE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv)
window = QLabel("One line of text")
window.resize(1366, 768)
window.show()
app.exec()
"""


def measure(prefix: Prefix, screen: Screen, folder: Path) -> tuple[float, float]:
    """Seconds until the program and a bare window are drawn, the fastest of several turns."""
    script = prefix.drive / "bare.py"
    script.write_text(_BARE, "utf-8")
    program = prefix.name(folder / "Homeward.exe")
    bare = prefix.name(folder / "runtime" / "pythonw.exe")
    ours: list[float] = []
    others: list[float] = []
    # The first start of each fills the caches and does not count.
    for turn in range(_ROUNDS + 1):
        other = _start(prefix, screen, bare, prefix.name(script))
        own = _start(prefix, screen, program)
        if turn:
            ours.append(own)
            others.append(other)
    return min(ours), min(others)


def _start(prefix: Prefix, screen: Screen, *command: str) -> float:
    start = time.monotonic()
    process = prefix.start(*command)
    try:
        screen.wait_until_drawn(_PATIENCE_S)
        return time.monotonic() - start
    finally:
        prefix.end(command[0].rpartition("\\")[2])
        process.wait(_PATIENCE_S)
        screen.wait_until_empty(_PATIENCE_S)
