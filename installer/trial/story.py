"""Whether the story told on Windows leaves the same papers as on Linux: same texts, same cells."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from trial.checks import CheckError, require

_ZONES_H = (0, 3, 5, 6)
"""UTC, Moscow, Dushanbe, Almaty: clocks that papers are stamped by."""


def use_packages(site: Path) -> None:
    """Take the readers of PDF and workbooks from the packages of the Linux bundle."""
    sys.path.insert(0, str(site))


def compare(ours: Path, theirs: Path, since: datetime) -> str:
    """Compare two folders of the story; answers what was compared.

    Clock times since `since` may differ, for the papers were not printed in one minute. Raises
    CheckError that names the first differences.
    """
    names = sorted(_papers(ours))
    require(bool(names), f"no papers in {ours}")
    require(names == sorted(_papers(theirs)), f"other files: {sorted(_papers(theirs))}")
    clock = _clock(since, datetime.now(UTC))
    lines = 0
    for name in names:
        expected, found = ([*_content(folder / name, clock)] for folder in (ours, theirs))
        lines += len(expected)
        if expected != found:
            raise CheckError(f"{name} differs: {_difference(expected, found)}")
    return f"{len(names)} files, {lines} lines and cells are the same"


def _papers(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.suffix in (".pdf", ".xlsx"):
            yield path.relative_to(folder).as_posix()


def _content(path: Path, clock: re.Pattern[str]) -> Iterator[str]:
    lines = _pages(path) if path.suffix == ".pdf" else _cells(path)
    return (clock.sub("hh:mm", line) for line in lines)


def _pages(path: Path) -> Iterator[str]:
    import pypdfium2  # noqa: PLC0415 - lies in the bundle

    document = pypdfium2.PdfDocument(path)
    for number in range(len(document)):
        yield from document[number].get_textpage().get_text_bounded().splitlines()
    document.close()


def _cells(path: Path) -> Iterator[str]:
    import openpyxl  # noqa: PLC0415 - lies in the bundle

    book = openpyxl.load_workbook(path)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    yield f"{sheet.title}!{cell.coordinate} {cell.value} [{cell.number_format}]"
    book.close()


def _clock(start: datetime, end: datetime) -> re.Pattern[str]:
    """Every time that a clock in one of the zones showed between two moments."""
    minutes = int((end - start).total_seconds() // 60) + 2
    moments = {
        f"{start + timedelta(hours=zone, minutes=minute):%H:%M}"
        for zone in _ZONES_H
        for minute in range(minutes)
    }
    return re.compile(rf"\b({'|'.join(sorted(moments))})(:\d\d(\.\d+)?)?\b")


def _difference(expected: list[str], found: list[str]) -> str:
    for ours, theirs in zip(expected, found, strict=False):
        if ours != theirs:
            return f"“{ours[:120]}” became “{theirs[:120]}”"
    return f"{len(expected)} lines became {len(found)}"
