"""Whatever was done before and after, a backup gives back the register of its moment."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.days import ACTS, Day, begun_register
from support.desks import Clock, database_of, file_of, open_desk
from support.kill_check import contents, examine
from support.kill_register import CHEAP, copy_register
from support.kill_worker import PASSPHRASE, secret

from desktop.storage.backup import back_up, restore
from desktop.storage.opening import local_file
from desktop.storage.sealing import seal
from desktop.usecases.ports import ReadList

Begin = Callable[[Path], list[ReadList]]
work = st.lists(st.sampled_from(sorted(ACTS)), max_size=8)


@pytest.fixture(scope="module", params=["plain", "encrypted"])
def begin(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Begin:
    """Puts a register that is begun into a place; answers lists that can be taken in."""
    path = tmp_path_factory.mktemp("begun") / "homeward.db"
    lists = begun_register(path)
    if request.param == "encrypted":
        seal(path, PASSPHRASE, "saidov", CHEAP)

    def begun(target: Path) -> list[ReadList]:
        copy_register(path, target)
        return lists

    return begun


@settings(max_examples=8)
@given(before=work, after=work, seed=st.integers(0, 2**32))
def test_a_backup_gives_back_the_register_of_its_moment(
    begin: Begin, before: list[str], after: list[str], seed: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, copy = Path(folder) / "homeward.db", Path(folder) / "stick" / "copy.db"
        lists = begin(path)
        desk = open_desk(str(path), secret=secret)
        day = Day(desk, Random(seed), lists)
        for act in before:
            ACTS[act](day)
        file = file_of(desk)
        then = contents(file)
        back_up(file, copy)
        for act in after:
            ACTS[act](day)
        now = contents(file)
        database_of(desk).close()

        kept = restore(local_file(copy, secret), file, Clock()())

        assert contents(file) == then
        assert kept is not None
        assert contents(local_file(kept, secret)) == now
        assert examine(path, {}, secret).faults == []
        assert contents(file) == then
