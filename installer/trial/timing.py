"""How long the program takes until its window is seen, beside a bare window of the same Qt.

Our window is seen with its grounds first and with its words a moment later; both are told. The
bare window says one line.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from trial.prefix import Prefix
from trial.screen import Screen

LARGEST_RATIO = 1.5
_ROUNDS = 6
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


@dataclass(frozen=True)
class Start:
    """Seconds from a command until its window, and until words in it, were on the screen."""

    seen_s: float
    words_s: float


def measure(prefix: Prefix, screen: Screen, folder: Path) -> tuple[Start, Start]:
    """Start of the program and of a bare window, of each the fastest of several turns."""
    script = prefix.drive / "bare.py"
    script.write_text(_BARE, "utf-8")
    program = prefix.name(folder / "Homeward.exe")
    bare = prefix.name(folder / "runtime" / "pythonw.exe")
    ours: list[Start] = []
    others: list[Start] = []
    # The first start of each fills the caches and does not count.
    for turn in range(_ROUNDS + 1):
        other = _start(prefix, screen, bare, prefix.name(script))
        own = _start(prefix, screen, program)
        if turn:
            ours.append(own)
            others.append(other)
    return _fastest(ours), _fastest(others)


def _fastest(starts: list[Start]) -> Start:
    return Start(min(one.seen_s for one in starts), min(one.words_s for one in starts))


def _start(prefix: Prefix, screen: Screen, *command: str) -> Start:
    start = time.monotonic()
    process = prefix.start(*command)
    try:
        screen.wait_until_seen(_PATIENCE_S)
        seen_s = time.monotonic() - start
        screen.wait_until_drawn(_PATIENCE_S)
        return Start(seen_s, time.monotonic() - start)
    finally:
        prefix.end(command[0].rpartition("\\")[2])
        process.wait(_PATIENCE_S)
        screen.wait_until_empty(_PATIENCE_S)
