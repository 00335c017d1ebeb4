"""How things are measured: calls in processes of their own, in turn with a peer.

A *measure* is a context manager over `(Setting, n)`. What stands before its `yield` is not
measured; it yields the calls that are. A call is timed from outside, unless it returns a float:
then it has measured itself, in milliseconds.

Absolute times say more about the computer and its other work than about the program, so goals
are ratios to a peer that ran in turn with us.
"""

import importlib
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.memory import peak_mb

RUN = Path(__file__).with_name("run.py")

Call = Callable[[], object]


@dataclass(frozen=True)
class Setting:
    """Where prepared registers and lists are kept, how many people, how many rounds."""

    folder: Path
    people: int = 100_000
    rounds: int = 3


Measure = Callable[[Setting, int], AbstractContextManager[Sequence[Call]]]


@dataclass(frozen=True)
class Side:
    """One of two that are compared: its word in the table, its measure and the size."""

    word: str
    measure: Measure
    n: int


@dataclass(frozen=True)
class Goal:
    """The most that our figure may be: so many times the peer's or, in `ms`, by itself.

    `of` is `median` or `p95`.
    """

    at_most: float
    of: str = "median"
    ms: bool = False


@dataclass(frozen=True)
class Contest:
    """One line of the table; `cold` when each process makes one call, the first of its life."""

    what: str
    ours: Side
    peer: Side | None = None
    goal: Goal | None = None
    cold: bool = False


@dataclass(frozen=True)
class Sample:
    """Times of the calls of all rounds in milliseconds, and the highest memory in MB."""

    ms: list[float] = field(default_factory=list)
    peak_mb: float = 0.0
    absent: str = ""
    """What is not installed, where there are no times."""

    @property
    def median(self) -> float:
        """The middle time."""
        return statistics.median(self.ms)

    @property
    def p95(self) -> float:
        """The time that one call of twenty is above; of fewer calls the longest."""
        return sorted(self.ms)[min(len(self.ms) - 1, int(len(self.ms) * 0.95))]

    def figure(self, of: str) -> float:
        """`median` or `p95`."""
        return float(getattr(self, of))


class Absent(Exception):
    """A peer is not installed here; the text says which."""


def contest_samples(setting: Setting, contest: Contest) -> list[Sample]:
    """Ours and, if there is one, the peer's: each round in processes of their own, in turn."""
    sides = [side for side in (contest.ours, contest.peer) if side is not None]
    for side in sides:
        # The files that are needed are made; of a cold start also the compiled modules.
        _in_process(setting, side, "measure" if contest.cold else "prepare")
    taken: list[list[Sample]] = [[] for _ in sides]
    for _ in range(setting.rounds * 2 + 1 if contest.cold else setting.rounds):
        for side, samples in zip(sides, taken, strict=True):
            samples.append(_in_process(setting, side, "measure"))
    return [
        Sample(
            [one for sample in samples for one in sample.ms],
            max(sample.peak_mb for sample in samples),
            samples[0].absent,
        )
        for samples in taken
    ]


def do_task(setting: Setting, task: str, address: str, n: int) -> None:
    """What the process of a single measure does: prepare it, or write its sample as JSON."""
    module, _, name = address.partition(":")
    measure: Measure = getattr(importlib.import_module(module), name)
    try:
        with measure(setting, n) as calls:
            sample = Sample([_timed(call) for call in calls] if task == "measure" else [])
    except Absent as absent:
        sample = Sample(absent=str(absent))
    sys.stdout.write("\n" + json.dumps({**asdict(sample), "peak_mb": peak_mb()}))


def _in_process(setting: Setting, side: Side, task: str) -> Sample:
    address = f"{side.measure.__module__}:{side.measure.__name__}"
    command = [sys.executable, str(RUN), "--folder", str(setting.folder), "--task", task]
    # An installed program is compiled, whatever the owner of this computer chose for others.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(setting.folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [*command, address, str(side.n)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        env=environment,
    )
    return Sample(**json.loads(done.stdout.rpartition("\n")[2]))


def _timed(call: Call) -> float:
    start = time.perf_counter()
    told = call()
    taken = (time.perf_counter() - start) * 1000
    return told if isinstance(told, float) else taken
