"""A process that waits for a word, does something, and is killed meanwhile."""

import os
import subprocess
import sys
import time
from pathlib import Path

_TESTS = Path(__file__).resolve().parents[1]


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    """A process of Python that runs `program` and has said that it is ready."""
    folders = os.pathsep.join([str(_TESTS.parent), str(_TESTS)])
    process = subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": folders},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def go(process: subprocess.Popen[str]) -> None:
    """Let it begin."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def end(process: subprocess.Popen[str]) -> None:
    """Kill it."""
    process.kill()
    process.communicate()


def duration(process: subprocess.Popen[str]) -> float:
    """Seconds that it takes when nobody kills it."""
    begun = time.monotonic()
    go(process)
    assert process.stdout is not None
    assert process.stdout.readline() == "done\n"
    taken = time.monotonic() - begun
    end(process)
    return taken
