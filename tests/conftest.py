"""What every test gets: a fixed place and time zone, a home of its own, no network, clean logs.

Tests that need PostgreSQL ask for `postgres_url` (an empty database of their own) or for
`postgres_server` (the server itself, for copies of a prepared database). A test that makes the
program log a warning asks for `caplog` and looks at it, or is marked `logs`.
"""

import logging
import os
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

# Before Qt, the C library and child processes read them.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)
os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parent.parent)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Programs that tests start by the dozen are compiled once, as an installed one is.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
if hasattr(time, "tzset"):
    # Dushanbe, in the form that needs no zone files on the system.
    os.environ["TZ"] = "TJT-5"
    time.tzset()

import pytest
from hypothesis import HealthCheck, settings
from support.desks import Clock, closing, database_of, open_desk
from support.postgres import PostgresServer

from desktop.usecases.ports import Desk

# How fast a computer is decides no test, and one commit gets one answer in CI.
settings.register_profile(
    "homeward",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("homeward")


LOOPBACK = {"127.0.0.1", "::1", "localhost", None}


def _local(call: Callable[..., Any], host_of: Callable[..., object]) -> Callable[..., Any]:
    """`call`, refused for every host but this computer."""

    def guarded(*arguments: Any, **options: Any) -> Any:
        host = host_of(*arguments)
        if host not in LOOPBACK:
            raise RuntimeError(f"a test wants to reach {host}")
        return call(*arguments, **options)

    return guarded


def _host(_socket: socket.socket, address: object) -> object:
    """Host of the address of an internet socket; None for one within the computer."""
    return address[0] if isinstance(address, tuple) else None


@pytest.fixture(autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, data and logs of the program go to a folder that only this test knows."""
    folder = tmp_path_factory.getbasetemp() / "home" / os.urandom(8).hex()
    monkeypatch.setenv("HOMEWARD_HOME", str(folder))
    monkeypatch.setenv("HOMEWARD_POLICY", str(folder / "policy.toml"))


class _Strays(logging.Handler):
    """Keeps every record from a warning up."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _no_stray_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test whose program logs a warning or an error that the test does not look at."""
    strays = _Strays()
    logging.getLogger().addHandler(strays)
    yield
    logging.getLogger().removeHandler(strays)
    expected = "caplog" in request.fixturenames or request.node.get_closest_marker("logs")
    if strays.records and not expected:
        lines = [f"{record.name}: {record.getMessage()}" for record in strays.records]
        pytest.fail("logged, and not expected:\n" + "\n".join(lines))


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Refuse every name look-up and connection that would leave this computer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", _local(socket.getaddrinfo, lambda host, *_: host))
        for name in ("connect", "connect_ex"):
            method = getattr(socket.socket, name)
            patch.setattr(socket.socket, name, _local(method, _host))
        yield


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A running PostgreSQL; the tests that need it fail where there is none."""
    server = PostgresServer.start()
    yield server
    server.stop()


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """Address of an empty PostgreSQL database that is gone after the test."""
    url = postgres_server.create_database()
    yield url
    postgres_server.drop_database(url)


@pytest.fixture(scope="session")
def _prepared_server(postgres_server: PostgresServer) -> str:
    """A PostgreSQL database with schema and reference data, to be copied for each test."""
    url = postgres_server.create_database()
    desk = open_desk(url)
    database_of(desk).close()
    return url


@pytest.fixture(scope="session")
def _prepared_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A local database with schema and reference data, to be copied for each test."""
    path = tmp_path_factory.mktemp("prepared") / "homeward.db"
    desk = open_desk(str(path))
    database_of(desk).close()
    return path


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still until the test moves it."""
    return Clock()


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Both kinds of database, ready to be opened."""
    if request.param == "sqlite":
        path = tmp_path / "homeward.db"
        shutil.copy(request.getfixturevalue("_prepared_file"), path)
        yield str(path)
        return
    server = request.getfixturevalue("postgres_server")
    url = server.create_database(template=request.getfixturevalue("_prepared_server"))
    yield url
    server.drop_database(url)


@pytest.fixture
def desk(target: str, clock: Clock) -> Iterator[Desk]:
    """A desk on each kind of database: the contract that both keep."""
    yield from closing(open_desk(target, clock))


@pytest.fixture
def local_desk(tmp_path: Path, _prepared_file: Path, clock: Clock) -> Iterator[Desk]:
    """A desk on a local file, for what has nothing to do with the kind of database."""
    path = tmp_path / "homeward.db"
    shutil.copy(_prepared_file, path)
    yield from closing(open_desk(str(path), clock))
