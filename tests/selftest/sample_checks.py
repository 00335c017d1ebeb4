"""Checks for the tests of the runner."""

import os
import sys
from pathlib import Path

from desktop.errors import UserError
from desktop.selftest.bench import Bench, need

SEEN: list[Path] = []


def passes(bench: Bench) -> str:
    SEEN.append(bench.folder)
    (bench.folder / "file").write_text(os.environ["HOMEWARD_HOME"], "utf-8")
    return "fine"


def fails(_bench: Bench) -> str:
    need(False, "two and two are five")
    return "never"


def refuses(_bench: Bench) -> str:
    raise UserError("intake.no_header", sheet="Лист1")


def breaks(_bench: Bench) -> str:
    raise ZeroDivisionError("in the middle")


def leaves(_bench: Bench) -> str:
    sys.exit(3)


def dies(_bench: Bench) -> str:
    os._exit(9)
