"""Killing a process that works in a register, over and over, and looking at what it leaves.

A third of the kills comes at a moment after the process began to open the register, a third at a
moment after it acknowledged something, and a third with the acknowledgement itself: whatever is
promised then must be stored. In a register several processes work and are killed, one after the
other, before a fresh one takes its place.
"""

import contextlib
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import psutil
from support.kill_check import Fault
from support.kill_register import KilledRegister, Prepared
from support.killing import end, start

EARLIEST_S, LATEST_S = 0.005, 0.4
MOST_ACKNOWLEDGED = 6
KILLS_OF_A_REGISTER = 6
PROGRAM = "from support.kill_worker import main; main()"
ACKNOWLEDGED = ("done", "saved", "migrated")


@dataclass
class Result:
    """What became of a run."""

    mode: str
    kills: int = 0
    acknowledged: int = 0
    seconds: float = 0.0
    faults: list[Fault] = field(default_factory=list)
    during: Counter[str] = field(default_factory=Counter)
    """Kills by what the process was at."""

    def add(self, said: list[str], faults: list[Fault]) -> None:
        """Count one more kill."""
        self.kills += 1
        self.acknowledged += _acknowledged(said)
        self.during[_at(said)] += 1
        self.faults += faults

    def count(self, kind: str) -> int:
        """Faults of a kind."""
        return sum(fault.kind == kind for fault in self.faults)


def kill_run(
    folder: Path,
    *,
    sealed: bool,
    kills: int,
    seed: int,
    told: Callable[[Result], object] = lambda _: None,
) -> Result:
    """Kill `kills` processes, one after the other; `told` hears of each."""
    chance, result = Random(seed), Result("encrypted" if sealed else "plain")
    prepared = Prepared(folder / "prepared", sealed=sealed)
    begun = time.monotonic()
    register = KilledRegister(prepared, folder / "first")
    with contextlib.closing(Nursery(prepared.folder)) as nursery:
        for number in range(1, kills + 1):
            after, moment = _when(chance, number)
            said = nursery.killed(chance.getrandbits(32), register.folder, after, moment)
            register.hear(said)
            faults = [
                Fault(one.kind, f"kill {number}, at {_at(said)}: {one.what}")
                for one in register.faults()
            ]
            result.add(said, faults)
            result.seconds = time.monotonic() - begun
            told(result)
            # What is wrong is told once.
            if faults or number % KILLS_OF_A_REGISTER == 0:
                shutil.rmtree(register.folder)
                register = KilledRegister(prepared, folder / f"after-{number}")
    return result


def _when(chance: Random, number: int) -> tuple[int, float]:
    """After how many acknowledgements, and how many seconds after the last of them."""
    moment = chance.uniform(EARLIEST_S, LATEST_S)
    return ((0, moment), (1, moment), (chance.randint(1, MOST_ACKNOWLEDGED), 0.0))[number % 3]


def _acknowledged(said: list[str]) -> int:
    return sum(line.startswith(ACKNOWLEDGED) for line in said)


def _at(said: list[str]) -> str:
    """What a process was at when it was killed."""
    if said[-1].startswith("pid"):
        return "open"
    if said[-1].startswith(("open", "end")):
        return "between"
    return [line.split()[1] for line in said if line.startswith("begin")][-1]


def _is_last(line: str) -> bool:
    return not line or line.startswith("ended")


class Nursery:
    """Processes that have loaded everything and begin to work at once."""

    def __init__(self, prepared: Path) -> None:
        self._prepared = prepared
        self._parent: subprocess.Popen[str] | None = None

    def killed(self, seed: int, folder: Path, after: int, moment: float) -> list[str]:
        """What a process said that was killed `moment` seconds after it acknowledged `after` times.

        With none they count from its beginning.
        """
        parent = self._parent = self._parent or start(PROGRAM, self._prepared)
        assert parent.stdin is not None
        assert parent.stdout is not None
        parent.stdin.write(f"{seed} {folder}\n")
        parent.stdin.flush()
        said = [parent.stdout.readline()]
        while _acknowledged(said) < after and not _is_last(said[-1]):
            said.append(parent.stdout.readline())
        time.sleep(moment)
        with contextlib.suppress(psutil.NoSuchProcess):
            psutil.Process(int(said[0].split()[1])).kill()
        while not _is_last(said[-1]):
            said.append(parent.stdout.readline())
        last = said.pop()
        if not last:
            # Without fork it was the parent itself.
            self.close()
        elif last == "ended 1\n":
            raise RuntimeError(f"the process ended by itself after {said[-1]}")
        return said

    def close(self) -> None:
        """End the process from which the others come."""
        if self._parent is not None:
            end(self._parent)
            self._parent = None
