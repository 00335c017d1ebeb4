"""What keeps a large register fast: plans that use indices, statements that do not multiply.

Times are measured under tests/benchmarks; what is asserted here is the same on every computer.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from benchmarks.generate import people, write_xlsx
from benchmarks.queries import queries
from benchmarks.registers import fill
from benchmarks.statements import Statement, recorded
from sqlalchemy import Engine
from support.desks import database_of
from support.people import plan

from desktop.storage.tables import metadata
from desktop.usecases.importing import import_list
from desktop.usecases.ports import Desk, Reads
from desktop.usecases.views import PeopleFilter

PEOPLE = 400
SOMEBODY = UUID(int=7)

FILTERS = {
    "everybody": PeopleFilter(),
    "a letter": PeopleFilter(text="м"),
    "a letter read in two ways": PeopleFilter(text="d"),
    "a name": PeopleFilter(text="Каримов"),
    "two words": PeopleFilter(text="саид мур"),
    "nobody's word": PeopleFilter(text="смит"),
    "status": PeopleFilter(status="registered"),
    "a rare status": PeopleFilter(status="held"),
    "place": PeopleFilter(place_id=SOMEBODY),
    "region": PeopleFilter(region="TJ-SU"),
    "movement": PeopleFilter(movement_id=SOMEBODY),
    "no movement": PeopleFilter(without_movement=True),
    "group": PeopleFilter(group_id=SOMEBODY),
    "batch": PeopleFilter(batch_id=SOMEBODY),
    "no birth date": PeopleFilter(missing="birth"),
    "no document": PeopleFilter(missing="document"),
    "several": PeopleFilter(text="а", status="registered", region="TJ-SU", missing="latin"),
}


@pytest.fixture
def register(desk: Desk) -> Desk:
    """A register with people of every spelling, on each kind of database."""
    fill(desk, people(PEOPLE))
    return desk


@pytest.fixture
def local_register(local_desk: Desk) -> Desk:
    """The same on a local file."""
    fill(local_desk, people(PEOPLE))
    return local_desk


def asked(desk: Desk, question: Callable[[Reads], object]) -> list[Statement]:
    """The statements that a question sends."""
    with recorded(database_of(desk).engine) as statements, desk.store.read() as reads:
        question(reads)
    return statements


def read_page(where: PeopleFilter, reads: Reads) -> object:
    """The first page of a list."""
    return reads.people_page(where, 0, 100)


def search(desk: Desk, query: str) -> list[Statement]:
    """The statements that a search sends."""
    return asked(desk, lambda reads: reads.search_people(query, 50))


@contextmanager
def explaining(engine: Engine) -> Iterator[Callable[[Statement], str]]:
    """Tells plans of statements; on PostgreSQL as for tables too large to read or to sort."""
    local = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        if not local:
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            connection.exec_driver_sql("SET LOCAL enable_bitmapscan = off")

        def explain(statement: Statement) -> str:
            sql, values = statement
            prefix = "EXPLAIN QUERY PLAN" if local else "EXPLAIN"
            rows = connection.exec_driver_sql(f"{prefix} {sql}", values)
            return "\n".join(str(row[-1]) for row in rows)

        yield explain


def scanned(plan_text: str) -> list[str]:
    """Tables of the register that a plan reads from one end to the other."""
    lines = [line.replace("->", "").split() for line in plan_text.splitlines()]
    names = [words[1] for words in lines if words[:1] == ["SCAN"]]
    names += [words[3] for words in lines if words[:2] == ["Seq", "Scan"]]
    return [name for name in names if name in metadata.tables]


def test_the_filters_here_are_all_there_are() -> None:
    names = {one.name for one in fields(PeopleFilter)}
    assert names == {name for name in names if any(getattr(one, name) for one in FILTERS.values())}


def test_search_reads_ranges_of_indices(register: Desk) -> None:
    with explaining(database_of(register).engine) as explain:
        for query in queries():
            for statement in search(register, query):
                assert scanned(explain(statement)) == [], (query, explain(statement))


def test_search_begins_with_the_words_and_not_with_everybody(local_register: Desk) -> None:
    """An index with everybody in it is no scan by name, and is one all the same."""
    with explaining(database_of(local_register).engine) as explain:
        for query in queries():
            for statement in search(local_register, query):
                assert "ix_person_sort_key" not in explain(statement), (query, explain(statement))


@pytest.mark.parametrize("where", FILTERS.values(), ids=FILTERS)
def test_pages_and_counts_read_indices(local_register: Desk, where: PeopleFilter) -> None:
    engine = database_of(local_register).engine
    with explaining(engine) as explain:
        page = asked(local_register, partial(read_page, where))
        count = asked(local_register, lambda reads: reads.people_count(where))
        for statement in page + count:
            assert scanned(explain(statement)) == [], explain(statement)


def test_the_list_is_read_in_the_order_of_its_index(register: Desk) -> None:
    engine = database_of(register).engine
    ids, *_ = asked(register, lambda reads: reads.people_page(PeopleFilter(), 100, 50))
    with explaining(engine) as explain:
        told = explain(ids)
    assert "ix_person_sort_key" in told
    assert "ORDER BY" not in told
    assert "Sort" not in told


def test_few_people_are_begun_with(local_register: Desk) -> None:
    """Two hundred people of a movement are found without looking at everybody."""
    engine = database_of(local_register).engine
    for name in ("movement", "group", "batch", "a name"):
        page = asked(local_register, partial(read_page, FILTERS[name]))
        with explaining(engine) as explain:
            told = [explain(statement) for statement in page]
        assert not any("ix_person_sort_key" in one for one in told), name


def test_a_page_costs_the_same_statements_however_long_it_is(register: Desk) -> None:
    everybody = PeopleFilter()
    short = asked(register, lambda reads: reads.people_page(everybody, 0, 3))
    full = asked(register, lambda reads: reads.people_page(everybody, 0, 100))
    assert len(short) == len(full) == 8


def test_a_key_stroke_costs_one_statement_or_two(register: Desk) -> None:
    for query in queries():
        words = len(query.split())
        assert len(search(register, query)) == (1 if words == 1 else 2), query


def test_a_page_that_is_pasted_into_the_search_is_a_query_like_others(register: Desk) -> None:
    pasted = " ".join(
        f"{person['family_name']} {number}" for number, person in enumerate(people(900))
    )
    assert len(search(register, pasted)) == 2
    with register.store.read() as reads:
        assert reads.people_page(PeopleFilter(text=pasted), 0, 10) == []


def test_a_movement_costs_the_same_statements_with_more_people(local_register: Desk) -> None:
    with local_register.store.read() as reads:
        ids = [row.id for row in reads.people_page(PeopleFilter(), 0, 60)]
    small = plan(local_register, *ids[:10])
    large = plan(local_register, *ids[10:])
    of_ten = asked(local_register, lambda reads: reads.movement_detail(small))
    of_fifty = asked(local_register, lambda reads: reads.movement_detail(large))
    assert len(of_ten) == len(of_fifty)


def test_an_import_costs_statements_by_batches_and_not_by_rows(
    local_desk: Desk, tmp_path: Path
) -> None:
    costs = []
    for rows, seed in ((50, 11), (450, 12)):
        path = tmp_path / f"{rows}.xlsx"
        write_xlsx(path, rows, seed)
        read = local_desk.workshop.read_list(path)
        with recorded(database_of(local_desk).engine) as statements:
            result = import_list(local_desk, read)
        assert result.created == rows
        costs.append(len(statements))
    assert costs[1] - costs[0] < 400 / 10
