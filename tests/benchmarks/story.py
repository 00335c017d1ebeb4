"""The longest time in which the window was deaf, while the whole story is lived in it.

A timer beats every 10 ms in the window's thread. The story is opened, imported, planned, seated
and printed by the program's own jobs, and every page is opened. What each stage cost goes to the
error stream.
"""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from benchmarks.generate import write_xlsx
from benchmarks.registers import filled_file
from benchmarks.rig import Call, Contest, Goal, Setting, Side
from benchmarks.windows import application, settled, wait_for
from support.people import plan

from desktop.app import Start
from desktop.catalogue import texts
from desktop.cli.story import STORY_OFFICE
from desktop.paths import resources_dir
from desktop.program import Program
from desktop.ui.heartbeat import Heartbeat
from desktop.ui.jobs import Lane, Progress
from desktop.usecases.importing import import_list
from desktop.usecases.papers import make_list_papers, make_summary_paper
from desktop.usecases.ports import Desk
from desktop.usecases.seating import auto_seat

DEAF_MS = 50
BUSES = ("bus-49", "bus-49", "minibus-16")
PAGES = ("today", "people", "movements", "reports", "settings", "people", "today")
LONG_LIST = 10_000

Step = Callable[[Desk], object]


def contests(setting: Setting) -> Iterator[Contest]:
    """Each for itself: the program's work, its pages, and a list as long as there may be."""
    for what, measure, n in (
        ("deaf while the story is lived", story, 102),
        ("deaf while pages are opened", pages, setting.people),
        ("deaf during an import", long_import, LONG_LIST),
    ):
        yield Contest(what, Side("", measure, n), goal=Goal(DEAF_MS, "p95", ms=True))


@contextmanager
def story(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """From an empty register to the ministry's workbook, with the sample list."""
    sample = resources_dir() / "samples" / f"zhibek-zholy-{n}.xlsx"
    with _started(setting, 0) as start:
        yield [partial(_live, start, sample)]


@contextmanager
def pages(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """Every page opened for the first time, and again, over a full register."""
    with _started(setting, n) as start:
        yield [partial(_open_pages, start)]


@contextmanager
def long_import(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """A list of many thousand rows."""
    path = setting.folder / f"list-{n}.xlsx"
    if not path.exists():
        write_xlsx(path, n, seed=7)
    with _started(setting, 0) as start:
        yield [partial(_import, start, path)]


def _live(start: Start, sample: Path) -> float:
    people: list[UUID] = []
    movement: list[UUID] = []

    def take_in(desk: Desk) -> None:
        result = import_list(desk, desk.workshop.read_list(sample))
        people.extend(row.person_id for row in result.rows if row.person_id)

    steps: dict[str, Step] = {
        "import": take_in,
        "movement": lambda desk: movement.append(plan(desk, *people, layouts=BUSES)),
        "seats": lambda desk: auto_seat(desk, movement[0]),
        "lists": lambda desk: [
            make_list_papers(desk, movement[0], "border_service", language, None, ["pdf", "xlsx"])
            for language in ("ru", "en", "fr")
        ],
        "summary": lambda desk: make_summary_paper(desk, "ru"),
    }
    gaps = [_stage(start, "start", partial(_open, start))]
    program = _program_of(start)
    for name, step in steps.items():
        gaps.append(_stage(start, name, partial(_work, program, step)))
        gaps.append(_stage(start, f"{name}, shown", partial(_show, program, "movements")))
    return max(gaps)


def _open_pages(start: Start) -> float:
    gaps = [_stage(start, "start", partial(_open, start))]
    program = _program_of(start)
    gaps += [_stage(start, page, partial(_show, program, page)) for page in PAGES]
    return max(gaps)


def _import(start: Start, path: Path) -> float:
    _open(start)

    def take_in(desk: Desk) -> object:
        return import_list(desk, desk.workshop.read_list(path))

    return _stage(start, "import", partial(_work, _program_of(start), take_in))


def _stage(start: Start, name: str, do: Callable[[], object]) -> float:
    with Heartbeat() as beat:
        do()
        settled(_program_of(start).jobs)
    sys.stderr.write(f"  {name}: {beat.longest_gap_ms:.0f} ms\n")
    return beat.longest_gap_ms


def _open(start: Start) -> None:
    wait_for(start.window.page_opened, start.begin)


def _program_of(start: Start) -> Program:
    assert start.program is not None, "the window was not furnished"
    return start.program


def _show(program: Program, page: str) -> None:
    program.window.go(page)


def _work(program: Program, step: Step) -> None:
    desk = program.context().desk
    program.jobs.run(partial(_run, step, desk), lane=Lane.WRITE, owner=program)


def _run(step: Step, desk: Desk, _progress: Progress) -> object:
    return step(desk)


@contextmanager
def _started(setting: Setting, count: int) -> Iterator[Any]:
    home = setting.folder / f"home-{os.getpid()}"
    os.environ["HOMEWARD_HOME"] = str(home)
    database = home / "homeward.db"
    home.mkdir()
    shutil.copy(filled_file(setting, count), database)
    start = Start(application(), str(database), STORY_OFFICE, texts("en"))
    try:
        yield start
    finally:
        start.close()
        shutil.rmtree(home)
