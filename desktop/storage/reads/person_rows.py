"""Lines of the list of people: what is shown of a person, gathered from eight tables.

The number of statements does not depend on the number of people. They are built once; a page
only fills in its ids.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Row, Select, Table, bindparam, select

from desktop.domain.partial_dates import PartialDate
from desktop.storage.tables.movements import movement, traveller
from desktop.storage.tables.people import (
    case_status_change,
    group_member,
    identity_document,
    person,
    phone,
    return_case,
    travel_group,
    travel_need,
)
from desktop.usecases import views as v

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)

_PEOPLE = select(
    person.c.id,
    person.c.reg_no,
    person.c.family_name,
    person.c.given_names,
    person.c.patronymic,
    person.c.latin_family_name,
    person.c.latin_given_names,
    person.c.sex,
    person.c.sex_inferred,
    person.c.birth_earliest,
    person.c.birth_latest,
    person.c.birth_precision,
    person.c.nationality,
).where(person.c.id.in_(_IDS))


def _present(table: Table, *columns: Any) -> Select[Any]:
    """Rows of `table` that belong to the people and were not put away."""
    return select(table.c.person_id, *columns).where(
        table.c.person_id.in_(_IDS), table.c.retired_at.is_(None)
    )


_PAPERS = _present(
    identity_document,
    identity_document.c.id,
    identity_document.c.kind,
    identity_document.c.number,
    identity_document.c.state,
    identity_document.c.expires_on,
    identity_document.c.issuing_state,
    identity_document.c.issued_on,
).order_by(identity_document.c.position, identity_document.c.id)
_PHONES = _present(phone, phone.c.as_given).order_by(phone.c.position, phone.c.id)
_NEEDS = _present(travel_need, travel_need.c.kind).order_by(travel_need.c.id)
_MEMBERS = _present(
    group_member, group_member.c.role, travel_group.c.id, travel_group.c.label
).join(travel_group, travel_group.c.id == group_member.c.group_id)
_JOURNEYS = (
    _present(traveller, movement.c.id, movement.c.code)
    .join(movement, movement.c.id == traveller.c.movement_id)
    .where(traveller.c.active)
)
# A case is indexed by its person only while it is open, its changes of status are always; each
# has at least the first.
_CASES = (
    select(
        return_case.c.person_id,
        return_case.c.status,
        return_case.c.present_place_id,
        return_case.c.present_place_text,
        return_case.c.present_since_on,
        return_case.c.stranded_since_on,
        return_case.c.destination_area,
        return_case.c.destination_text,
        return_case.c.source,
        return_case.c.notes,
    )
    .where(
        return_case.c.id.in_(
            select(case_status_change.c.case_id).where(case_status_change.c.person_id.in_(_IDS))
        ),
        return_case.c.retired_at.is_(None),
    )
    .order_by(return_case.c.closed_at.is_not(None), return_case.c.id)
)


def rows_by_id(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, v.PersonRow]:
    """Rows of these people by id; whoever is not there is left out."""
    chosen = {"ids": ids}
    papers = _first(connection, _PAPERS, chosen)
    phones = _first(connection, _PHONES, chosen)
    cases = present_cases(connection, ids)
    members = _first(connection, _MEMBERS, chosen)
    journeys = _first(connection, _JOURNEYS, chosen)
    needs: defaultdict[UUID, list[str]] = defaultdict(list)
    for person_id, kind in connection.execute(_NEEDS, chosen):
        needs[person_id].append(kind)
    return {
        row.id: _person_row(
            row,
            papers.get(row.id),
            phones.get(row.id),
            cases.get(row.id),
            members.get(row.id),
            journeys.get(row.id),
            tuple(needs[row.id]),
        )
        for row in connection.execute(_PEOPLE, chosen)
    }


def present_cases(connection: Connection, ids: Sequence[UUID]) -> dict[UUID, Row[Any]]:
    """The open case of each person, else the first that was closed."""
    return _first(connection, _CASES, {"ids": ids})


def birth_of(row: Any) -> PartialDate | None:
    """Birth date of a row that has the three birth columns."""
    if row.birth_earliest is None:
        return None
    return PartialDate(row.birth_earliest, row.birth_latest, row.birth_precision)


def document_row(row: Any) -> v.DocumentRow:
    """A document as lists show it."""
    return v.DocumentRow(
        row.id, row.kind, row.number, row.state, row.expires_on, row.issuing_state, row.issued_on
    )


def _first(
    connection: Connection, query: Select[Any], chosen: dict[str, Sequence[UUID]]
) -> dict[UUID, Row[Any]]:
    """The first row of each person."""
    first: dict[UUID, Row[Any]] = {}
    for row in connection.execute(query, chosen):
        first.setdefault(row.person_id, row)
    return first


def _person_row(
    row: Any,
    paper: Any,
    telephone: Any,
    case: Any,
    member: Any,
    journey: Any,
    needs: tuple[str, ...],
) -> v.PersonRow:
    return v.PersonRow(
        id=row.id,
        reg_no=row.reg_no,
        family_name=row.family_name,
        given_names=row.given_names,
        patronymic=row.patronymic,
        latin_family_name=row.latin_family_name,
        latin_given_names=row.latin_given_names,
        sex=row.sex,
        sex_inferred=row.sex_inferred,
        birth=birth_of(row),
        nationality=row.nationality,
        document=document_row(paper) if paper else None,
        phone=telephone.as_given if telephone else "",
        status=case.status if case else "",
        place_id=case.present_place_id if case else None,
        place_text=case.present_place_text if case else "",
        since_on=case.present_since_on if case else None,
        destination_area=case.destination_area if case else None,
        destination_text=case.destination_text if case else "",
        group_id=member.id if member else None,
        group_label=member.label if member else "",
        group_role=member.role if member else "",
        needs=needs,
        movement_id=journey.id if journey else None,
        movement_code=journey.code if journey else "",
    )
