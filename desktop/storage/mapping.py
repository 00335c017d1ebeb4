"""Domain classes mapped onto tables, so that a concept is written once.

No relationships: a use case loads what it needs by id or by equality, so nothing is fetched
behind its back. Roots carry the version that a stale write is refused by.
"""

from functools import cache

from sqlalchemy import Table
from sqlalchemy.orm import registry

from desktop.domain import movements as m
from desktop.domain import offices as o
from desktop.domain import people as p
from desktop.domain import records as r
from desktop.storage.tables import intake, movements, people

TABLES: dict[type, Table] = {
    o.Office: people.office,
    o.Officer: people.officer,
    o.Organisation: people.organisation,
    p.Person: people.person,
    p.OtherName: people.other_name,
    p.Phone: people.phone,
    p.Case: people.return_case,
    p.CaseStatusChange: people.case_status_change,
    p.IdentityDocument: people.identity_document,
    p.TravelNeed: people.travel_need,
    p.TravelGroup: people.travel_group,
    p.GroupMember: people.group_member,
    m.Movement: movements.movement,
    m.Leg: movements.leg,
    m.Vehicle: movements.vehicle,
    m.CrewMember: movements.crew_member,
    m.VehicleSeat: movements.vehicle_seat,
    m.Traveller: movements.traveller,
    m.SeatAssignment: movements.seat_assignment,
    m.Manifest: movements.manifest,
    r.ImportBatch: intake.import_batch,
    r.ImportRow: intake.import_row,
    r.Dispatch: intake.dispatch,
}


@cache
def map_domain() -> dict[Table, type]:
    """Map every domain class once; returns the class of each table."""
    mapper_registry = registry()
    for kind, table in TABLES.items():
        version = table.c.get("version")
        if version is None:
            mapper_registry.map_imperatively(kind, table)
        else:
            mapper_registry.map_imperatively(
                kind, table, version_id_col=version, version_id_generator=False
            )
    return {table: kind for kind, table in TABLES.items()}


def root_column(table: Table) -> str:
    """Name of the column that leads from a row of `table` to its root."""
    return str(table.info.get("root") or "id")


def root_table(table: Table) -> Table:
    """Table of the root that rows of `table` belong to."""
    name = table.info.get("root")
    if name is None:
        return table
    (foreign_key,) = table.c[name].foreign_keys
    return foreign_key.column.table
