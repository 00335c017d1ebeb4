"""Lists of other layouts, languages and habits than the samples are read in full too."""

import pytest
from intake_truth import TODAY, differences, tajik_areas
from list_layouts import LAYOUTS
from list_maker import humans, make

from desktop.domain.intake.recognition import recognise


def test_there_are_many_layouts() -> None:
    assert len(LAYOUTS) >= 35
    assert len(humans()) == 102


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout_is_read_in_full(name: str) -> None:
    sheet, expected = make(LAYOUTS[name])
    draft = recognise(sheet, today=TODAY, areas=tajik_areas())
    assert not differences(draft, expected), [(c.header, c.field.value) for c in draft.columns]
    rows = sorted([p.row for p in draft.people] + [s.row for s in draft.skipped])
    assert rows == list(range(1, len(sheet.rows) + 1))
    assert draft.problem_counts()["intake.total_differs"] == 0
