"""Encrypting a register, killed at any moment: it is the plain one or the sealed one, and whole."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support.desks import database_of, file_of, open_desk
from support.people import register

from desktop.storage.backup import integrity_problems
from desktop.storage.local_file import Outside, outside
from desktop.usecases.views import PeopleFilter

KILLS = 15
PASSPHRASE = "чор калимаи дароз"
PROGRAM = """
import sys
from pathlib import Path
from desktop.storage.key_file import Cost
from desktop.storage.sealing import seal
print("ready", flush=True)
sys.stdin.readline()
seal(Path(sys.argv[1]), sys.argv[2], "saidov", Cost(m_kib=64, t=1, p=1))
print("done", flush=True)
sys.stdin.readline()
"""


def start(database: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(database), PASSPHRASE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


@pytest.fixture
def made(tmp_path: Path, _prepared_file: Path) -> Path:
    path = tmp_path / "made.db"
    shutil.copy(_prepared_file, path)
    desk = open_desk(str(path))
    for _ in range(20):
        register(desk)
    database_of(desk).close()
    return path


def test_it_is_plain_or_sealed_and_whole(tmp_path: Path, made: Path) -> None:
    measured = tmp_path / "measured.db"
    shutil.copy(made, measured)
    whole = start(measured)
    begun = time.monotonic()
    go(whole)
    assert whole.stdout is not None
    assert whole.stdout.readline() == "done\n"
    duration = time.monotonic() - begun
    end(whole)
    assert outside(measured) is Outside.SEALED

    moments = random.Random(20201112)
    for number in range(KILLS):
        database = tmp_path / f"{number}.db"
        shutil.copy(made, database)
        process = start(database)
        go(process)
        time.sleep(moments.uniform(0, duration * 1.1))
        end(process)
        desk = open_desk(str(database), secret=lambda: PASSPHRASE)
        with desk.store.read() as reads:
            assert reads.people_count(PeopleFilter()) == 20
        assert integrity_problems(file_of(desk)) == []
        database_of(desk).close()
