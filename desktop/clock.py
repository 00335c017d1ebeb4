"""The present moment; use cases take it as an argument so that tests can choose it."""

from datetime import UTC, datetime


def now() -> datetime:
    """Present instant, in UTC."""
    return datetime.now(UTC)
