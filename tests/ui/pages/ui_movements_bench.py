"""The movements page in a window of its own, for its tests."""

from pathlib import Path

from movements_bench import Listener, context_of
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.jobs import JobRunner
from desktop.ui.memory import WindowMemory
from desktop.ui.pages.movements.page import MovementsPage
from desktop.ui.pages.movements.plan_form import PlanForm
from desktop.ui.theme import Theme
from desktop.usecases.ports import ChangeSet, Desk

SIZE = (1270, 614)  # of the page in a window of 1366 × 690


class Bench:
    """The page alone, as large as in the smallest window that counts."""

    def __init__(self, qtbot, desk: Desk, jobs: JobRunner, theme: Theme, folder: Path) -> None:
        self.qtbot, self.desk, self.jobs = qtbot, desk, jobs
        self.window = Listener()
        self.crashed: list[BaseException] = []
        jobs.crashed.connect(self.crashed.append)
        self._context = context_of(desk, jobs, theme, self.window)
        self._memory = folder / "window.ini"
        self.page = self.make()

    def make(self) -> MovementsPage:
        page = MovementsPage(self._context, memory=WindowMemory(self._memory))
        self.window.page = page
        self.qtbot.addWidget(page)
        page.resize(*SIZE)
        page.show()
        page.activateWindow()
        self.settle()
        return page

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.jobs.busy == 0, timeout=20_000)
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: self.jobs.busy == 0, timeout=20_000)
        assert not self.crashed

    def open(self, **params: object):
        self.page.opened(params)
        self.settle()
        return self.page.movement

    def form(self) -> PlanForm:
        assert self.page.form is not None
        return self.page.form

    def click(self, button) -> None:
        assert button.isVisible(), button.words
        assert button.isEnabled(), button.words
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def tell(self, change: ChangeSet) -> None:
        self.page.changed(change)
        self.settle()
