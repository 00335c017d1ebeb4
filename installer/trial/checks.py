"""A table of what was tried, how it went and how long it took."""

from __future__ import annotations

import contextlib
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field

from packing.product import BuildError

_WIDTH = 58


class CheckError(Exception):
    """Something is not as it should be; the text says what was found."""


@dataclass
class Note:
    """One check while it runs: `detail` is shown beside its result."""

    detail: str = ""


@dataclass(frozen=True)
class Result:
    """What came of one check."""

    name: str
    passed: bool
    seconds: float
    detail: str


@dataclass
class Checks:
    """All checks of a run, in their order."""

    results: list[Result] = field(default_factory=list)

    @contextlib.contextmanager
    def check(self, name: str) -> Iterator[Note]:
        """Run a check; a failure is noted, and the next one goes on."""
        note, start = Note(), time.monotonic()
        passed = False
        try:
            yield note
            passed = True
        except (CheckError, BuildError) as failure:
            note.detail = str(failure)
        except Exception:
            note.detail = traceback.format_exc()
        result = Result(name, passed, time.monotonic() - start, note.detail)
        self.results.append(result)
        print(line(result), flush=True)

    @property
    def passed(self) -> bool:
        """Whether there were checks and all went well."""
        return bool(self.results) and all(result.passed for result in self.results)


def line(result: Result) -> str:
    """One row of the table."""
    word = "ok    " if result.passed else "FAILED"
    text = f"{word} {result.seconds:6.1f} s  {result.name:{_WIDTH}} {result.detail}"
    return text.rstrip()


def require(condition: bool, text: str) -> None:
    """Raise CheckError with `text` where something is not so."""
    if not condition:
        raise CheckError(text)
