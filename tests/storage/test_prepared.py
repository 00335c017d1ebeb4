"""What a prepared statement fails with is known to the rest, on both databases."""

import pytest
from sqlalchemy import bindparam, select
from sqlalchemy.exc import DBAPIError
from support.desks import database_of

from desktop.storage.prepared import Prepared
from desktop.storage.tables.people import person, person_token
from desktop.usecases.ports import Desk


def test_a_failure_comes_as_every_other_failure_of_the_database(desk: Desk) -> None:
    engine = database_of(desk).engine
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE person_token")
    query = Prepared(select(person_token.c.token).limit(bindparam("limit")))
    with engine.connect() as connection, pytest.raises(DBAPIError):
        query.rows(connection, {"limit": 1})


def test_one_statement_serves_many_values(desk: Desk) -> None:
    named = Prepared(select(person.c.id).where(person.c.reg_no == bindparam("reg_no")))
    with database_of(desk).engine.connect() as connection:
        assert list(named.rows(connection, {"reg_no": "no such"})) == []
        texts = {named.statement(connection, {"reg_no": reg_no})[0] for reg_no in ("a", "b")}
    assert len(texts) == 1
