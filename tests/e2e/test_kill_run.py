"""Killed again and again, a working process loses nothing; `tests/kills.py` is the long form."""

from pathlib import Path

import pytest
from support.kill_run import kill_run

KILLS = 12


@pytest.mark.parametrize("sealed", [False, True], ids=["plain", "encrypted"])
def test_nothing_is_lost_or_left_by_half_or_damaged(tmp_path: Path, *, sealed: bool) -> None:
    result = kill_run(tmp_path, sealed=sealed, kills=KILLS, seed=20201112)
    assert result.faults == []
    assert result.kills == KILLS
    assert result.acknowledged > 0
