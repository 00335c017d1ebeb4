"""The backup of the day, of which nobody has to think."""

import logging
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.errors import AppError
from desktop.maintenance import LocalMaintenance
from desktop.ui.jobs import JobRunner, Progress

logger = logging.getLogger(__name__)

_FIRST_MS = 5_000
_EVERY_MS = 15 * 60 * 1000


class BackupWatch(QObject):
    """Looks now and then whether the backup of the day was made. Today says how that stands."""

    def __init__(
        self, maintenance: LocalMaintenance, jobs: JobRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._maintenance, self._jobs = maintenance, jobs
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_FIRST_MS)

    @Slot()
    def look(self) -> None:
        """Make the backup of the day, if it is still to be made."""
        self._timer.start(_EVERY_MS)
        self._jobs.run(partial(_keep_if_due, self._maintenance), owner=self)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()


def _keep_if_due(maintenance: LocalMaintenance, _progress: Progress) -> None:
    try:
        if maintenance.is_due():
            maintenance.keep_backup()
    except AppError as error:
        # Today says so in the officer's words when it lasts.
        logger.warning("No backup of the day: %s", error.code)
