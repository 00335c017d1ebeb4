"""The one application of Qt in this process."""

import sys

from PySide6.QtWidgets import QApplication

from desktop.selftest.bench import Bench


def application(bench: Bench) -> QApplication:
    """The application, made by the first check that needs it, on the wanted platform.

    Qt ends the process where the platform plugin is missing; the result then names the check.
    """
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    chosen = ["-platform", bench.platform] if bench.platform else []
    return QApplication([*sys.argv[:1], *chosen])
