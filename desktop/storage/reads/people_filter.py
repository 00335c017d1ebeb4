"""The filter of the list of people as SQL: conditions on `person`, never `%text%`.

Where a condition leaves few people, the list begins with them; else it runs in its order and
asks of each person whether the conditions hold, until a page is full. The first is right for
two hundred people of a movement, the second for everybody who is registered.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select

from desktop.domain.search import query_terms
from desktop.storage.reads.words import FEW, Unindexed, has_words, measured
from desktop.storage.tables.intake import import_row
from desktop.storage.tables.movements import traveller
from desktop.storage.tables.people import (
    group_member,
    identity_document,
    person,
    person_token,
    return_case,
)
from desktop.storage.tables.reference import area
from desktop.usecases.views import PeopleFilter


@dataclass(frozen=True)
class _Named:
    """People whom rows of another table name; `first` when the list should begin with them."""

    person_id: ColumnElement[Any]
    rows: tuple[ColumnElement[bool], ...]
    first: bool

    def begin(self) -> ColumnElement[bool]:
        """Condition that is answered by reading those rows."""
        return person.c.id.in_(select(self.person_id).where(*self.rows))

    def check(self) -> ColumnElement[bool]:
        """Condition that is answered by looking for such a row for one person."""
        return exists().where(self.person_id == person.c.id, *self.rows)


def people_counted(connection: Connection, where: PeopleFilter) -> Select[Any]:
    """Query for the number of people whom the filter means."""
    named = _ordered(_named(connection, where, whole=True))
    query = select(func.count()).select_from(person)
    return _narrowed(query, where, named, _retired_at(named))


def people_listed(connection: Connection, where: PeopleFilter) -> Select[Any]:
    """Query for the ids of the people whom the filter means, by name; a page of it is read."""
    named = _ordered(_named(connection, where, whole=False))
    retired_at = _retired_at(named)
    query = _narrowed(select(person.c.id), where, named, retired_at)
    # It is null for all of them; PostgreSQL reads the index in its order only if it is told.
    return query.order_by(retired_at, person.c.sort_key, person.c.id)


def _ordered(named: Iterator[_Named]) -> list[_Named]:
    return sorted(named, key=lambda one: not one.first)


def _retired_at(named: list[_Named]) -> ColumnElement[Any]:
    begins = bool(named) and named[0].first
    return Unindexed(person.c.retired_at) if begins else person.c.retired_at


def _narrowed(
    query: Select[Any], where: PeopleFilter, named: list[_Named], retired_at: ColumnElement[Any]
) -> Select[Any]:
    query = query.where(retired_at.is_(None))
    for place, one in enumerate(named):
        query = query.where(one.begin() if one.first and place == 0 else one.check())
    if where.without_movement:
        query = query.where(~exists().where(traveller.c.person_id == person.c.id, *_TRAVELS))
    if where.missing:
        query = query.where(_missing(where.missing))
    return query


_TRAVELS = (traveller.c.active, traveller.c.retired_at.is_(None))


def _named(connection: Connection, where: PeopleFilter, *, whole: bool) -> Iterator[_Named]:
    if where.movement_id:
        of_movement = (traveller.c.movement_id == where.movement_id, *_TRAVELS)
        yield _Named(traveller.c.person_id, of_movement, first=True)
    if where.group_id:
        of_group = (group_member.c.group_id == where.group_id, group_member.c.retired_at.is_(None))
        yield _Named(group_member.c.person_id, of_group, first=True)
    if where.batch_id:
        of_batch = (import_row.c.batch_id == where.batch_id, import_row.c.person_id.is_not(None))
        yield _Named(import_row.c.person_id, of_batch, first=True)
    if terms := query_terms(where.text):
        words = measured(connection, terms)
        rows = tuple(has_words(words.terms))
        yield _Named(person_token.c.person_id, rows, first=whole or words.is_few)
    if cases := tuple(_cases(where)):
        # A region has no index of its own, and none is so small that it would need one.
        indexed = bool(where.status or where.place_id)
        first = indexed and _are_few(connection, cases)
        yield _Named(return_case.c.person_id, cases, first)


def _cases(where: PeopleFilter) -> Iterator[ColumnElement[bool]]:
    """Conditions on the open case."""
    if where.status:
        yield return_case.c.status == where.status
    if where.place_id:
        yield return_case.c.present_place_id == where.place_id
    if where.region:
        yield return_case.c.destination_area.in_(
            select(area.c.code).where(
                or_(area.c.code == where.region, area.c.parent == where.region)
            )
        )
    if where.status or where.place_id or where.region:
        yield return_case.c.closed_at.is_(None)
        yield return_case.c.retired_at.is_(None)


def _are_few(connection: Connection, cases: tuple[ColumnElement[bool], ...]) -> bool:
    counted = select(return_case.c.id).where(*cases).limit(FEW).subquery()
    return (connection.scalar(select(func.count()).select_from(counted)) or 0) < FEW


def _missing(what: str) -> ColumnElement[bool]:
    if what == "birth":
        return or_(
            person.c.birth_earliest.is_(None), person.c.birth_earliest != person.c.birth_latest
        )
    if what == "sex":
        return or_(person.c.sex.is_(None), person.c.sex_inferred)
    if what == "latin":
        return ~person.c.latin_from_document
    return ~exists().where(
        identity_document.c.person_id == person.c.id,
        identity_document.c.retired_at.is_(None),
        identity_document.c.state == "held",
        func.length(identity_document.c.number) > 0,
    )
