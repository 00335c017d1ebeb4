"""The main window with all its parts, as the program has it a moment after the start."""

from collections.abc import Sequence
from typing import Any

from desktop.ui.jobs import JobRunner
from desktop.ui.memory import WindowMemory
from desktop.ui.page import PageSpec
from desktop.ui.shell.window import MainWindow
from reports.texts import Texts


def main_window(
    texts: Texts,
    jobs: JobRunner,
    specs: Sequence[PageSpec],
    memory: WindowMemory | None = None,
    **options: Any,
) -> MainWindow:
    """The window with its pages; `options` are those of `MainWindow.furnish`."""
    window = MainWindow(texts, memory=memory)
    window.furnish(jobs, specs, **options)
    return window
