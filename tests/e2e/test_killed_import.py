"""Killing the process at any moment of an import leaves all of it or none."""

import os
import pickle
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from support.desks import database_of, open_desk

from desktop.storage.backup import integrity_problems
from desktop.storage.local_file import LocalFile
from desktop.usecases.views import PeopleFilter

LIST = Path(__file__).parent.parent / "data" / "lists" / "zhibek-zholy-102.xlsx"
KILLS = 50

PROGRAM = """
import pickle, sys
from pathlib import Path
from support.desks import open_desk
from desktop.usecases.importing import import_list
desk = open_desk(sys.argv[1])
read = pickle.loads(Path(sys.argv[2]).read_bytes())
print("ready", flush=True)
sys.stdin.readline()
import_list(desk, read)
print("done", flush=True)
sys.stdin.readline()
"""


def start(database: Path, read: Path) -> subprocess.Popen[str]:
    folder = Path(__file__).parent.parent
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder.parent), str(folder)])}
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(database), str(read)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
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


def stored(database: Path) -> int:
    desk = open_desk(str(database))
    with desk.store.read() as reads:
        count = reads.people_count(PeopleFilter())
    database_of(desk).close()
    return count


def test_all_of_it_or_none(tmp_path: Path, _prepared_file: Path) -> None:
    measured = tmp_path / "measured.db"
    shutil.copy(_prepared_file, measured)
    desk = open_desk(str(measured))
    read = tmp_path / "read.pickle"
    read.write_bytes(pickle.dumps(desk.workshop.read_list(LIST)))
    database_of(desk).close()
    whole = start(measured, read)
    begun = time.monotonic()
    go(whole)
    assert whole.stdout is not None
    assert whole.stdout.readline() == "done\n"
    duration = time.monotonic() - begun
    end(whole)
    assert stored(measured) == 102

    moments = random.Random(20201112)
    found = []
    for number in range(KILLS):
        database = tmp_path / f"{number}.db"
        shutil.copy(_prepared_file, database)
        process = start(database, read)
        go(process)
        time.sleep(moments.uniform(0, duration * 1.1))
        end(process)
        found.append(stored(database))
        assert integrity_problems(LocalFile(database)) == []
        for part in tmp_path.glob(f"{number}.db*"):
            part.unlink()
    assert set(found) <= {0, 102}
    assert len(found) == KILLS
