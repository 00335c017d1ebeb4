"""Heavy work in one child process: spreadsheets, recognition, matching, PDF and Excel.

A thread that writes a workbook holds the window for half a second; a process does not, can
be stopped at any moment, and takes its memory with it when it dies of a hostile file.
"""

from desktop.work.child import freeze_support
from desktop.work.child_worker import ChildWorker
from desktop.work.inline import InlineWorker
from desktop.work.tasks import Progress, Worker, WorkerFailure

__all__ = [
    "ChildWorker",
    "InlineWorker",
    "Progress",
    "Worker",
    "WorkerFailure",
    "freeze_support",
]
