"""The measures under pytest-benchmark, for comparing two states of the program.

Cold starts and memory need a process for each call: those are in `run.py`, with the table.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from benchmarks import first_page, manifest, search
from benchmarks.rig import Call, Measure, Setting

MEASURES: tuple[tuple[Measure, int], ...] = (
    *((one, 0) for one in (search.as_typed, search.layer, search.raw)),
    *((one, 0) for one in (search.like, search.like_in_order)),
    *((one, 0) for one in (first_page.first_page, first_page.middle_page, first_page.count)),
    *((one, 0) for one in (first_page.page_of_word, first_page.page_of_status)),
    *((one, 1_000) for one in (manifest.pdf, manifest.xlsx, manifest.bare_xlsx)),
)
"""Measures with their size; 0 for that of the register."""


@pytest.mark.parametrize(
    ("measure", "n"), MEASURES, ids=[measure.__name__ for measure, _ in MEASURES]
)
def test_timing(benchmark: Callable[..., Any], setting: Setting, measure: Measure, n: int) -> None:
    benchmark.group = measure.__module__  # type: ignore[attr-defined]
    with measure(setting, n or setting.people) as calls:
        benchmark(_all, calls)


def _all(calls: Sequence[Call]) -> None:
    for call in calls:
        call()
