"""The filter of the list of people as SQL: conditions on `person`, never `%text%`."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from desktop.domain.search import query_terms
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

END = "\U0010ffff"


def token_range(term: str) -> ColumnElement[bool]:
    """Tokens that begin with `term`; a range, so the index serves it on both databases."""
    token = person_token.c.token
    return and_(token >= term, token < term + END)


def any_prefix(alternatives: tuple[str, ...]) -> ColumnElement[bool]:
    """Tokens that begin with one of the alternatives."""
    return or_(*(token_range(term) for term in alternatives))


def word_on_row(alternatives: tuple[str, ...]) -> ColumnElement[bool]:
    """Check on the person's own row that a further word of the query begins one of its words."""
    return or_(
        *(person.c.search_text.contains(f" {term}", autoescape=True) for term in alternatives)
    )


def driving_term(terms: tuple[tuple[str, ...], ...]) -> int:
    """Position of the query's word that narrows most: the longest."""
    return max(range(len(terms)), key=lambda place: min(map(len, terms[place])))


def narrowed(query: Select[Any], where: PeopleFilter) -> Select[Any]:
    """`query` over `person`, narrowed to the people whom the filter means."""
    query = query.where(person.c.retired_at.is_(None))
    for condition in _conditions(where):
        query = query.where(condition)
    return query


def _conditions(where: PeopleFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if terms := query_terms(where.text):
        first = driving_term(terms)
        found.append(
            person.c.id.in_(select(person_token.c.person_id).where(any_prefix(terms[first])))
        )
        found += [word_on_row(term) for place, term in enumerate(terms) if place != first]
    if where.status:
        found.append(_open_case(return_case.c.status == where.status))
    if where.place_id:
        found.append(_open_case(return_case.c.present_place_id == where.place_id))
    if where.region:
        below = select(area.c.code).where(
            or_(area.c.code == where.region, area.c.parent == where.region)
        )
        found.append(_open_case(return_case.c.destination_area.in_(below)))
    if where.movement_id:
        found.append(_on_movement(traveller.c.movement_id == where.movement_id))
    if where.without_movement:
        found.append(~_on_movement())
    if where.group_id:
        found.append(
            exists().where(
                group_member.c.person_id == person.c.id,
                group_member.c.group_id == where.group_id,
                group_member.c.retired_at.is_(None),
            )
        )
    if where.batch_id:
        found.append(
            exists().where(
                import_row.c.person_id == person.c.id, import_row.c.batch_id == where.batch_id
            )
        )
    if where.missing:
        found.append(_missing(where.missing))
    return found


def _open_case(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(
        return_case.c.person_id == person.c.id,
        return_case.c.closed_at.is_(None),
        return_case.c.retired_at.is_(None),
        condition,
    )


def _on_movement(*conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(
        traveller.c.person_id == person.c.id,
        traveller.c.active,
        traveller.c.retired_at.is_(None),
        *conditions,
    )


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
