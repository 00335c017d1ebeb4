"""The statements that the data layer sends, listened to."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy import Connection, Engine, event

from desktop.storage.prepared import Prepared

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

    def statement(self: Prepared, connection: Connection, values: Mapping[str, Any]) -> Statement:
        made = told(self, connection, values)
        heard.append(made)
        return made

    told = Prepared.statement
    event.listen(engine, "before_cursor_execute", listen)
    try:
        with patch.object(Prepared, "statement", statement):
            yield heard
    finally:
        event.remove(engine, "before_cursor_execute", listen)
