"""Questions to the database, answered as plain rows; one module a theme."""

from sqlalchemy import Connection

from desktop.storage.reads.offices import OfficeReads
from desktop.storage.reads.reference import ReferenceReads
from desktop.storage.reads.today import TodayReads


class StoredReads(TodayReads, ReferenceReads, OfficeReads):
    """Every question, on one connection."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
