"""Lists of travellers as PDF and as a workbook, beside what an office uses for that today."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks.rig import Absent, Call, Contest, Goal, Setting, Side

SIZES = (100, 1_000, 10_000)
HEAD = ("№", "Name", "Latin", "Sex", "Born", "State", "Document", "Bus", "Seat", "Role")


def contests(setting: Setting) -> Iterator[Contest]:
    """Whole, with the libraries' loading, against LibreOffice; and how it grows."""
    for n in SIZES:
        goal = Goal(1 / 3) if n == 1_000 else None
        office = Side("LibreOffice, equal sheet", office_pdf, n)
        yield Contest("manifest PDF", Side("", first_pdf, n), office, goal, cold=True)
    # Ten times the people, with room for the pages' number that grows by a digit.
    yield Contest("manifest PDF", Side("", pdf, 10_000), Side("1,000 rows", pdf, 1_000), Goal(12))
    for n in SIZES:
        openpyxl = Side("openpyxl write-only, bare cells", bare_xlsx, n)
        yield Contest("manifest workbook", Side("", xlsx, n), openpyxl)


@contextmanager
def first_pdf(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """A list as PDF in a process that has loaded nothing for it yet."""
    from benchmarks.lists import manifest  # noqa: PLC0415 - loads no library of papers

    yield [partial(_pdf, manifest(n))]


@contextmanager
def pdf(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """A list as PDF where everything is loaded, as in the child process after its first."""
    from benchmarks.lists import manifest  # noqa: PLC0415

    _pdf(manifest(1))
    yield [partial(_pdf, manifest(n))]


@contextmanager
def xlsx(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """A list as a workbook that is ready to print."""
    from benchmarks.lists import manifest  # noqa: PLC0415

    from desktop.catalogue import texts  # noqa: PLC0415
    from reports.excel.manifest import render  # noqa: PLC0415

    yield [partial(render, manifest(n), texts("ru"), texts("en"))]


@contextmanager
def bare_xlsx(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """The same cells without styles, pages or totals."""
    from benchmarks.lists import manifest  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        yield [partial(_write_sheet, manifest(n), Path(folder) / "list.xlsx")]


@contextmanager
def office_pdf(setting: Setting, n: int) -> Iterator[Sequence[Call]]:
    """The equal sheet printed to PDF by LibreOffice, with a profile of its own."""
    from benchmarks.lists import manifest  # noqa: PLC0415

    program = shutil.which("soffice")
    if program is None:
        raise Absent("LibreOffice")
    profile = setting.folder / "office"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_sheet(manifest(n), folder / "list.xlsx")
        command = [
            program,
            f"-env:UserInstallation={profile.resolve().as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(folder)),
            str(folder / "list.xlsx"),
        ]
        yield [partial(_print, command, folder / "list.pdf")]


def _pdf(model: object) -> None:
    from desktop.work.paper_tasks import manifest_pdf_task  # noqa: PLC0415 - what is measured

    manifest_pdf_task(model, "ru", "en", "A4")  # type: ignore[arg-type]


def _print(command: list[str], made: Path) -> None:
    quiet = subprocess.DEVNULL
    subprocess.run(command, check=True, stdout=quiet, stderr=quiet)
    if not made.exists():
        raise RuntimeError("LibreOffice made no PDF")


def _write_sheet(model: object, path: Path) -> None:
    from benchmarks.lists import plain_rows  # noqa: PLC0415
    from openpyxl import Workbook  # noqa: PLC0415

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("List")
    sheet.page_setup.orientation = "landscape"
    sheet.append(HEAD)
    for row in plain_rows(model):  # type: ignore[arg-type]
        sheet.append(row)
    workbook.save(path)
