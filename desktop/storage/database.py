"""An open database: transactions for reading and for writing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from sqlalchemy import Engine

from desktop.errors import Unavailable
from desktop.storage.engine import WRITES
from desktop.storage.failures import known_failures
from desktop.storage.local_file import LocalFile
from desktop.storage.reads import StoredReads
from desktop.storage.unit_of_work import StoredUnitOfWork
from desktop.usecases.ports import Actor


class Database:
    """The register of an office, on a server or in a `file`."""

    def __init__(
        self,
        engine: Engine,
        actor: Actor,
        now: Callable[[], datetime],
        new_id: Callable[[], UUID],
        file: LocalFile | None = None,
    ) -> None:
        self.engine = engine
        self.actor = actor
        self.file = file
        self._now, self._new_id = now, new_id

    @contextmanager
    def read(self) -> Iterator[StoredReads]:
        """Questions on one consistent state.

        Raises:
            Unavailable: when the database cannot be reached.
        """
        with known_failures(), self.engine.connect() as connection:
            yield StoredReads(connection)

    @contextmanager
    def write(self, kind: str, reason: str = "") -> Iterator[StoredUnitOfWork]:
        """One operation; nothing is stored unless it is committed.

        Raises:
            Conflict: when somebody changed the same records meanwhile.
            Unavailable: when the database is locked, full, read-only or cannot be reached;
                `storage.vanished` when its file is no longer where it was.
        """
        self._refuse_vanished()
        with known_failures(), self.engine.connect() as plain:
            connection = plain.execution_options(**{WRITES: True})
            work = StoredUnitOfWork(
                connection,
                kind=kind,
                reason=reason,
                actor=self.actor,
                now=self._now,
                new_id=self._new_id,
            )
            try:
                yield work
            finally:
                work.close()

    def _refuse_vanished(self) -> None:
        """What is written into a file without a name is lost with the last program that has it."""
        if self.file is not None and not self.file.path.exists():
            # Of a file that comes back nothing of the former one is used.
            self.engine.dispose()
            raise Unavailable("storage.vanished", file=self.file.path.name)

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()
