"""Statements that run at every key stroke: made once, then given to the driver as they are.

SQLAlchemy looks a statement up, begins a transaction for it and makes typed rows each time, which
takes longer than the database needs to find fifty people.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select
from sqlalchemy.sql.compiler import SQLCompiler


class Prepared:
    """A query with named parameters, compiled once for each dialect.

    Parameters must be of kinds that drivers know. Rows come as the driver gives them: keys are
    read with `types.key_of`.
    """

    def __init__(self, query: Select[Any]) -> None:
        self._query = query
        self._compiled: dict[str, SQLCompiler] = {}

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> Sequence[tuple[Any, ...]]:
        """Every row of the answer."""
        text, given = self.statement(connection, values)
        cursor = connection.connection.cursor()
        try:
            cursor.execute(text, given)
            return cursor.fetchall()
        except connection.dialect.loaded_dbapi.Error:
            # Asked again in SQLAlchemy's way, whose failures are known.
            return connection.exec_driver_sql(text, given).all()
        finally:
            cursor.close()

    def statement(self, connection: Connection, values: Mapping[str, Any]) -> tuple[str, Any]:
        """What the driver of this connection is given: a text, and its parameters."""
        compiled = self._for(connection)
        given = compiled.construct_params(dict(values))
        if compiled.positiontup is None:
            return compiled.string, given
        return compiled.string, tuple(given[name] for name in compiled.positiontup)

    def _for(self, connection: Connection) -> SQLCompiler:
        name = connection.dialect.name
        if name not in self._compiled:
            self._compiled[name] = self._query.compile(dialect=connection.dialect)
        return self._compiled[name]
