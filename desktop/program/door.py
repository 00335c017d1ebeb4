"""The way into the register: made, opened, asked for its passphrase, or why there is none."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop.clock import now
from desktop.errors import AppError
from desktop.messages.sentences import error_sentence
from desktop.program.opening import Opened, Opening
from desktop.settings import Settings
from desktop.ui.jobs import JobRunner, Lane
from desktop.ui.shell.window import MainWindow
from desktop.ui.startup import ClosedPanel, FailedPanel, opening_panel
from reports.texts import Texts

if TYPE_CHECKING:
    from desktop.program.summons import Summoning

_AGAIN = frozenset({"key.short", "key.there_already"})
"""What is wrong with a passphrase that was chosen."""


class Door(QObject):
    """Shows in the window what stands between the officer and the register.

    Signals:
        opened(Opened): the register is open.
    """

    opened = Signal(object)

    def __init__(
        self,
        database: str | None,
        settings: Settings,
        texts: Texts,
        window: MainWindow,
        jobs: JobRunner,
        *,
        plain: bool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database, self._settings, self._texts = database, settings, texts
        self._window, self._jobs = window, jobs
        self._plain = plain
        self._secret: str | None = None
        self._fresh: str | None = None
        self._summoning: Summoning | None = None
        self.source: Path | None = None
        """A list that came with the start."""

    @Slot()
    def open(self) -> None:
        """Open the register in a job."""
        self._window.show_waiting(opening_panel(self._texts))
        # Known to this one job only.
        secret, self._secret = self._secret, None
        fresh, self._fresh = self._fresh, None
        job = Opening(
            self._database, self._settings, self._texts.language, secret, fresh, plain=self._plain
        )
        self._jobs.run(job, self.opened.emit, self._on_failed, owner=self, lane=Lane.WRITE)

    def show_closed(self, has_key: bool) -> None:
        """The register was closed while nobody worked: names are gone from the screen."""
        if has_key:
            self._ask_passphrase("")
            return
        panel = ClosedPanel(self._texts)
        panel.button.clicked.connect(self.open)
        self._window.show_waiting(panel)

    @Slot(object)
    def _on_failed(self, error: AppError) -> None:
        match error.code:
            case "key.needed":
                self._ask_passphrase("")
            case "key.wrong":
                self._ask_passphrase(error.code)
            case "key.undecided":
                self._ask_how_to_make("")
            case code if code in _AGAIN:
                self._ask_how_to_make(error_sentence(self._texts, error))
            case "storage.in_use":
                self._summon(error)
            case _:
                self.show_failure(error)

    def show_failure(self, error: AppError) -> None:
        """Say why there is no register, with a way to try again."""
        panel = FailedPanel(self._texts, error)
        panel.again.connect(self.open)
        self._window.show_waiting(panel)

    def _ask_passphrase(self, problem: str) -> None:
        from desktop.ui.locked import LockedPanel  # noqa: PLC0415 - only where it is needed

        panel = LockedPanel(self._texts, problem)
        panel.given.connect(self._on_secret)
        self._window.show_waiting(panel)

    @Slot(str)
    def _on_secret(self, secret: str) -> None:
        self._secret = secret
        self.open()

    def _ask_how_to_make(self, problem: str) -> None:
        from desktop.storage.key_file import SHORTEST_PASSPHRASE  # noqa: PLC0415 - loaded by now
        from desktop.ui.setup import SetupPanel  # noqa: PLC0415 - once in the life of a register

        panel = SetupPanel(self._texts, SHORTEST_PASSPHRASE, problem)
        panel.chosen.connect(self._on_chosen)
        panel.plain_chosen.connect(self._on_plain)
        self._window.show_waiting(panel)

    @Slot(str)
    def _on_chosen(self, passphrase: str) -> None:
        self._fresh = passphrase
        self.open()

    @Slot()
    def _on_plain(self) -> None:
        self._plain = True
        self.open()

    def _summon(self, error: AppError) -> None:
        """Bring the window that works in this register to the front, and end; or say who does."""
        from desktop.program.summons import Summoning  # noqa: PLC0415 - rare

        self._summoning = Summoning(
            Path(str(error.params["path"])), self.source, int(str(error.params["pid"])), self
        )
        self._summoning.answered.connect(QApplication.quit)
        self._summoning.unanswered.connect(partial(self.show_failure, error))
        self._summoning.begin()

    def show_code(self, code: str, opened: Opened, go_on: Callable[[], object]) -> None:
        """Show the recovery code of a register that was just encrypted; once."""
        from desktop.ui.setup import RecoveryPanel  # noqa: PLC0415 - once in its life

        office = opened.office
        name = office.names.get(self._texts.language) or office.code
        panel = RecoveryPanel(self._texts, code, name, now().astimezone(ZoneInfo(office.zone)))
        panel.done.connect(go_on)
        self._window.show_waiting(panel)
