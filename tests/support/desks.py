"""Desks for tests: a real database, work done here, a clock that stands still."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from desktop.ids import new_id
from desktop.storage.database import Database
from desktop.storage.local_file import LocalFile
from desktop.storage.opening import Identity, Secret, open_database
from desktop.usecases.ports import Desk
from desktop.work import InlineWorker
from desktop.work.workshop import FileWorkshop

START = datetime(2020, 11, 11, 10, 30, tzinfo=UTC)
DEVICE = UUID("01a19467-e800-7000-8000-000000000001")

OFFICE = Identity(
    office_code="ALA",
    office_names={
        "en": "Embassy of the Republic of Tajikistan in Kazakhstan",
        "ru": "Посольство Республики Таджикистан в Республике Казахстан",
        "fr": "Ambassade de la République du Tadjikistan au Kazakhstan",
    },
    letterhead={},
    zone="Asia/Almaty",
    officer_name="Раҳимзода Ф. А.",
    officer_function="",
    device_id=DEVICE,
)


@dataclass
class Clock:
    """Tells the same moment until it is moved."""

    moment: datetime = field(default=START)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **step: float) -> None:
        """Let time pass."""
        self.moment += timedelta(**step)


def open_desk(
    target: str,
    clock: Clock | None = None,
    who: Identity = OFFICE,
    secret: Secret | None = None,
) -> Desk:
    """A desk on `target`, which is made and filled with reference data where it is new."""
    time = clock or Clock()
    database = open_database(target, who, time, new_id, may_upgrade_server=True, secret=secret)
    return Desk(database, FileWorkshop(InlineWorker(), time().date()), time, new_id)


def database_of(desk: Desk) -> Database:
    """The database under a desk."""
    assert isinstance(desk.store, Database)
    return desk.store


def file_of(desk: Desk) -> LocalFile:
    """The file that a desk works in."""
    file = database_of(desk).file
    assert file is not None
    return file


def closing(desk: Desk) -> Iterator[Desk]:
    """Hand a desk to a test and close its database afterwards."""
    yield desk
    database_of(desk).close()


def on_the_day() -> date:
    """Day on which the clock of tests stands."""
    return START.date()
