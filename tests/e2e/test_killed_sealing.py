"""Encrypting a register, killed at any moment: it is the plain one or the sealed one, and whole."""

import random
import shutil
import time
from pathlib import Path

import pytest
from support.desks import database_of, file_of, open_desk
from support.killing import duration, end, go, start
from support.people import register

from desktop.storage.local_file import Outside, outside
from desktop.storage.soundness import integrity_problems
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
    taken = duration(start(PROGRAM, measured, PASSPHRASE))
    assert outside(measured) is Outside.SEALED

    moments = random.Random(20201112)
    for number in range(KILLS):
        database = tmp_path / f"{number}.db"
        shutil.copy(made, database)
        process = start(PROGRAM, database, PASSPHRASE)
        go(process)
        time.sleep(moments.uniform(0, taken * 1.1))
        end(process)
        desk = open_desk(str(database), secret=lambda: PASSPHRASE)
        with desk.store.read() as reads:
            assert reads.people_count(PeopleFilter()) == 20
        assert integrity_problems(file_of(desk)) == []
        database_of(desk).close()
