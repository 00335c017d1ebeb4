"""The statements that the data layer sends, listened to."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

Statement = tuple[str, Any]


@contextmanager
def recorded(engine: Engine) -> Iterator[list[Statement]]:
    """A list that fills with statements and their values, without the beginnings of transactions.

    A statement that is sent once for many rows is heard once, with the values of all of them.
    """
    heard: list[Statement] = []

    def listen(
        _connection: Any, _cursor: Any, statement: str, values: Any, _context: Any, many: bool
    ) -> None:
        if not statement.startswith("BEGIN"):
            heard.append((statement, list(values) if many else values))

    event.listen(engine, "before_cursor_execute", listen)
    try:
        yield heard
    finally:
        event.remove(engine, "before_cursor_execute", listen)
