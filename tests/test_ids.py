"""Keys of records."""

from datetime import UTC, timedelta

from desktop.clock import now
from desktop.ids import new_id


def test_ids_are_version_7_and_grow():
    made = [new_id() for _ in range(20_000)]
    assert {key.version for key in made} == {7}
    assert made == sorted(set(made))


def test_an_id_carries_the_moment_it_was_made():
    before = now()
    stamp_ms = new_id().int >> 80
    assert abs(stamp_ms - before.timestamp() * 1000) < 10_000


def test_now_is_aware_and_in_utc():
    assert now().tzinfo is UTC
    assert now().utcoffset() == timedelta(0)
