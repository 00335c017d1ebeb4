"""Runs the checks one after the other and keeps the result file true at every moment."""

import faulthandler
import json
import os
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path

from desktop import paths
from desktop.about import About, about
from desktop.atomic import replace_file
from desktop.clock import now
from desktop.errors import AppError, Unavailable
from desktop.selftest.bench import Bench, Failed
from desktop.selftest.checks import CHECKS

LIMIT_S = 600.0
"""A self-test that takes longer hangs and is ended."""

_LONGEST_DETAIL = 4_000


@dataclass(frozen=True)
class Result:
    """What came of one check; `ms` is how long it took, in milliseconds."""

    name: str
    ok: bool
    detail: str
    ms: int


def run(
    file: Path,
    picture: Path | None = None,
    platform: str = "",
    checks: Sequence[tuple[str, str]] = CHECKS,
) -> bool:
    """Try everything in a temporary folder and write one JSON document to `file`.

    `picture` is where the picture of the window is kept, `platform` the platform plugin of Qt.
    The file is written anew around every check: after a crash it names the check that did not
    end. Answers whether all checks passed. Raises Unavailable `selftest.not_written` (file).
    """
    file = file.absolute()
    known, started_at = about(), now().isoformat(timespec="seconds")
    results: list[Result] = []

    def keep(running: Sequence[Result]) -> None:
        _write(file, _document(known, started_at, [*results, *running], len(checks)))

    keep([])
    with _room() as folder, _time_limit():
        target = picture.absolute() if picture else folder / "window.png"
        bench = Bench(folder, target, platform)
        for name, place in checks:
            keep([Result(name, False, "did not end", 0)])
            results.append(_result(name, place, bench))
        keep([])
    return all(result.ok for result in results)


def _result(name: str, place: str, bench: Bench) -> Result:
    start = time.monotonic()
    try:
        detail, ok = _check(place)(bench), True
    except Failed as failure:
        detail, ok = str(failure), False
    except AppError as error:
        detail, ok = f"{error.code} {error.params}\n{_trace(error)}", False
    except (Exception, SystemExit) as error:
        detail, ok = _trace(error), False
    took_ms = round((time.monotonic() - start) * 1000)
    return Result(name, ok, detail[-_LONGEST_DETAIL:], took_ms)


def _trace(error: BaseException) -> str:
    """All of it: the people of a self-test do not exist."""
    return "".join(traceback.format_exception(error))


def _check(place: str) -> Callable[[Bench], str]:
    module, _, name = place.partition(":")
    check: Callable[[Bench], str] = getattr(import_module(module), name)
    return check


def _document(
    known: About, started_at: str, results: Sequence[Result], wanted: int
) -> dict[str, object]:
    return {
        "ok": len(results) == wanted and all(result.ok for result in results),
        **asdict(known),
        "started_at": started_at,
        "checks": [asdict(result) for result in results],
    }


def _write(file: Path, document: dict[str, object]) -> None:
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    try:
        replace_file(file, text.encode())
    except OSError as error:
        raise Unavailable("selftest.not_written", file=str(file)) from error


@contextmanager
def _room() -> Iterator[Path]:
    """A folder for everything that is made, which is the program's home meanwhile."""
    before = os.environ.get(paths.HOME_VARIABLE)
    with tempfile.TemporaryDirectory(prefix="homeward-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        os.environ[paths.HOME_VARIABLE] = str(folder / "home")
        try:
            yield folder
        finally:
            if before is None:
                del os.environ[paths.HOME_VARIABLE]
            else:
                os.environ[paths.HOME_VARIABLE] = before


@contextmanager
def _time_limit() -> Iterator[None]:
    """End a process that hangs, whatever library holds it."""
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123 - Path cannot open "nul" on Windows
        faulthandler.dump_traceback_later(LIMIT_S, exit=True, file=nothing)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
