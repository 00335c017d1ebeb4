"""Killing the process at any moment of an import leaves all of it or none."""

import pickle
import random
import shutil
import time
from pathlib import Path

from support.desks import database_of, open_desk
from support.killing import duration, end, go, start

from desktop.storage.local_file import LocalFile
from desktop.storage.soundness import integrity_problems
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
    taken = duration(start(PROGRAM, measured, read))
    assert stored(measured) == 102

    moments = random.Random(20201112)
    found = []
    for number in range(KILLS):
        database = tmp_path / f"{number}.db"
        shutil.copy(_prepared_file, database)
        process = start(PROGRAM, database, read)
        go(process)
        time.sleep(moments.uniform(0, taken * 1.1))
        end(process)
        found.append(stored(database))
        assert integrity_problems(LocalFile(database)) == []
        for part in tmp_path.glob(f"{number}.db*"):
            part.unlink()
    assert set(found) <= {0, 102}
    assert len(found) == KILLS
