"""Checks of the database: made, filled, read, brought up to date, encrypted, on a server."""

from pathlib import Path

from desktop import paths
from desktop.bootstrap import OpenDesk, open_desk
from desktop.selftest.bench import Bench, Failed, need
from desktop.settings import Settings
from desktop.storage.drivers import cipher_version, postgres_client, sqlite_version
from desktop.storage.engine import make_engine
from desktop.storage.migrations import HEAD, REVISIONS
from desktop.storage.upgrading import SchemaState, schema_state, upgrade_schema
from desktop.usecases.importing import import_list
from desktop.usecases.views import PeopleFilter

SAMPLE = "samples/zhibek-zholy-102.xlsx"
SAMPLE_PEOPLE = 102
OFFICE = Settings(
    office_code="TST",
    office_names={"en": "Homeward", "ru": "Homeward", "fr": "Homeward", "tg": "Homeward"},
    office_zone="Asia/Dushanbe",
    officer_name="Ӯғулой Ҷӯраева",
)
"""An office that nobody works in."""

MADE = Path("Маълумот", "homeward.db")
"""Where the check of the database leaves its register; a folder may have any letters."""

_QUERY, _FOUND = "nazarov saidm", "Назаров"


def open_register(path: Path) -> OpenDesk:
    """A desk on the local register `path`, which is made where it is not there."""
    return open_desk(str(path), OFFICE, in_child=False)


def sample() -> Path:
    """The list that is shipped."""
    return paths.resources_dir() / SAMPLE


def database(bench: Bench) -> str:
    """A register is made and filled from the sample, and read after it was opened again."""
    path = bench.folder / MADE
    opened = open_register(path)
    try:
        taken = import_list(opened.desk, opened.desk.workshop.read_list(sample()))
    finally:
        opened.close()
    need(taken.created == SAMPLE_PEOPLE, f"{taken.created} people created")
    opened = open_register(path)
    try:
        with opened.desk.store.read() as reads:
            count = reads.people_count(PeopleFilter())
            rows = reads.people_rows([row.id for row in reads.search_people(_QUERY, 5)])
    finally:
        opened.close()
    need(count == SAMPLE_PEOPLE, f"{count} people read")
    names = [row.family_name for row in rows]
    need(names and set(names) == {_FOUND}, f"“{_QUERY}” found {names}")
    return f"SQLite {sqlite_version()}, schema {HEAD}, {count} people"


def migration(bench: Bench) -> str:
    """A register of the first version is copied aside and brought up to date."""
    path = bench.folder / "migration" / "homeward.db"
    path.parent.mkdir(parents=True)
    engine = make_engine(str(path))
    try:
        upgrade_schema(engine, REVISIONS[0])
    finally:
        engine.dispose()
    open_register(path).close()
    engine = make_engine(str(path))
    try:
        state = schema_state(engine)
    finally:
        engine.dispose()
    need(state is SchemaState.CURRENT, f"the schema is {state.name}")
    backups = list((path.parent / "backups").glob("*.db"))
    need(len(backups) == 1, f"{len(backups)} copies before the upgrade")
    return f"{REVISIONS[0]} to {HEAD}"


def encryption(_bench: Bench) -> str:
    """The local driver can encrypt."""
    version = cipher_version()
    if not version:
        raise Failed("the driver of local files has no encryption")
    return f"SQLCipher {version}"


def postgresql(_bench: Bench) -> str:
    """The client library of PostgreSQL is loaded."""
    way, version = postgres_client()
    return f"libpq {version} ({way})"
