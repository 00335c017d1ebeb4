"""What the program looks after while a register is open."""

from PySide6.QtCore import QObject, Signal

from desktop.program.backups import BackupWatch
from desktop.program.idle import IdleWatch
from desktop.program.opening import Opened
from desktop.program.summons import Listening
from desktop.settings import Settings
from desktop.ui.jobs import JobRunner
from desktop.ui.shell.window import MainWindow


class Watches(QObject):
    """Backups, other starts on the same file, and whether anybody is there.

    Signals:
        idle: nobody works any more.
        brought(Path): another start has brought a list.
    """

    idle = Signal()
    brought = Signal(object)

    def __init__(
        self,
        opened: Opened,
        jobs: JobRunner,
        window: MainWindow,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        file = opened.desk.database.file
        self._idle = IdleWatch(settings.lock_minutes, self)
        self._idle.idle.connect(self.idle)
        self._idle.start()
        self._backups: BackupWatch | None = None
        self._listening: Listening | None = None
        if file is not None:
            self._backups = BackupWatch(opened.maintenance, jobs, self)
            self._listening = Listening(file.path, window, self)
            self._listening.brought.connect(self.brought)

    def lock_after(self, minutes: int) -> None:
        """Nobody works when so many minutes have passed; on any thread."""
        self._idle.limit(minutes)

    def stop(self) -> None:
        """Look no more, and go."""
        self._idle.stop()
        if self._backups is not None:
            self._backups.stop()
        if self._listening is not None:
            self._listening.stop()
        self.deleteLater()
