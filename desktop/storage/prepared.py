"""Statements that run at every key stroke: made once, then given to the driver as they are.

SQLAlchemy looks a statement up and makes typed rows each time, which takes longer than the
database needs to find fifty people.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, Select
from sqlalchemy.sql.compiler import SQLCompiler


class Prepared:
    """A query with named parameters, compiled once for each dialect.

    Parameters must be of kinds that drivers know. Rows come as the driver gives them: keys are
    read with `types.key_of`.
    """

    def __init__(self, query: Select[Any]) -> None:
        self._query = query
        self._compiled: dict[str, SQLCompiler] = {}

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> list[Row[Any]]:
        """Every row of the answer."""
        statement = self._for(connection)
        given: Any = statement.construct_params(dict(values))
        if statement.positiontup is not None:
            given = tuple(given[name] for name in statement.positiontup)
        return list(connection.exec_driver_sql(statement.string, given).all())

    def _for(self, connection: Connection) -> SQLCompiler:
        name = connection.dialect.name
        if name not in self._compiled:
            self._compiled[name] = self._query.compile(dialect=connection.dialect)
        return self._compiled[name]
